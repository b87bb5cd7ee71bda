import {
  AuditOutlined,
  BankOutlined,
  BarChartOutlined,
  BookOutlined,
  ClockCircleOutlined,
  CloudUploadOutlined,
  CommentOutlined,
  FileProtectOutlined,
  HeartOutlined,
  HomeOutlined,
  IdcardOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { shell } from '../words/shell.ts';
import { useWords } from '../words/words.ts';

type Key = Parameters<ReturnType<typeof useWords<typeof shell.table>>>[0];
type Place = {
  readonly to: string;
  readonly word: Key;
  readonly icon: ComponentType;
  /** What is chosen when one comes this way. */
  readonly search?: Readonly<Record<string, readonly string[]>>;
};

/** The clocks that run; those that were met long ago are there when one asks for them. */
const RUNNING = { status: ['overdue', 'running', 'suspended'] };

const workplaces: readonly Place[] = [
  { to: '/', word: 'home', icon: HomeOutlined },
  { to: '/bargaining', word: 'bargaining', icon: TeamOutlined },
  { to: '/disputes', word: 'disputes', icon: AuditOutlined },
  { to: '/consultation', word: 'consultation', icon: CommentOutlined },
  { to: '/analysis', word: 'analysis', icon: BarChartOutlined },
];
const registers: readonly Place[] = [
  { to: '/enterprises', word: 'enterprises', icon: BankOutlined },
  { to: '/contracts', word: 'contracts', icon: FileProtectOutlined },
  { to: '/people', word: 'people', icon: IdcardOutlined },
  { to: '/deadlines', word: 'deadlines', icon: ClockCircleOutlined, search: RUNNING },
  { to: '/import', word: 'imports', icon: CloudUploadOutlined },
  { to: '/law', word: 'law', icon: BookOutlined },
  { to: '/health', word: 'health', icon: HeartOutlined },
];

const Places = ({
  heading,
  places,
}: {
  readonly heading: Key;
  readonly places: readonly Place[];
}) => {
  const t = useWords(shell);
  return (
    <section aria-label={t(heading)}>
      <h2>{t(heading)}</h2>
      <ul>
        {places.map(({ to, word, icon: Icon, search = {} }) => (
          <li key={to}>
            <Link
              to={to}
              search={search as never}
              activeOptions={{ exact: to === '/', includeSearch: false }}
            >
              <span aria-hidden="true">
                <Icon />
              </span>
              {t(word)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** The workplaces and the registers. */
export const Navigation = () => {
  const t = useWords(shell);
  return (
    <nav aria-label={t('navigation')} className="places">
      <Places heading="workplaces" places={workplaces} />
      <Places heading="registers" places={registers} />
    </nav>
  );
};
