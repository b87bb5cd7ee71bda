import type { Column, Filter } from '../../register/kinds.ts';
import { RegisterTable } from '../../register/register-table.tsx';
import { Page } from '../../shared/page.tsx';
import { Segmented } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import { NewSubject } from '../../subject/new-subject.tsx';
import { bargaining } from '../../words/bargaining.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';
import { Board } from './board.tsx';
import { bargainingRoute } from './routes.tsx';

const COLUMNS: readonly Column[] = [
  { name: 'id', width: 290 },
  { name: 'phase', width: 110 },
  { name: 'phase_since' },
  { name: 'enterprise', width: 240 },
  { name: 'kind', width: 170 },
  { name: 'level', width: 100 },
  { name: 'purpose', width: 140 },
  { name: 'next_clock', width: 160 },
  { name: 'next_due', width: 130 },
  { name: 'workers', width: 100 },
  { name: 'prepared_on' },
  { name: 'union_name', hidden: true },
  { name: 'employers_body', hidden: true },
  { name: 'division', hidden: true },
  { name: 'profile', hidden: true },
  { name: 'sessions', hidden: true },
  { name: 'last_session_on', hidden: true },
  { name: 'accepted_on', hidden: true },
  { name: 'approved_on', hidden: true },
  { name: 'signed_on', hidden: true },
  { name: 'closed_on', hidden: true },
  { name: 'ground', hidden: true },
  { name: 'contract', hidden: true },
  { name: 'predecessor', hidden: true },
];
const OPENING = ['PrepareOffer', 'RegisterCaseAsHistory'] as const;

const Register = () => {
  const t = useWords(bargaining);
  const terms = useTerms();
  const navigate = useNavigate();
  const { view = 'board' } = bargainingRoute.useSearch();
  const filters: readonly Filter[] = [
    {
      name: 'phase',
      values: terms.phases('bargainingCase'),
      label: (value) => terms.phase('bargainingCase', value),
    },
    { name: 'kind', values: ['comprehensive', 'wage', 'women', 'safety'] },
    { name: 'level', values: ['enterprise', 'industry', 'regional'] },
    { name: 'purpose', values: ['first', 'renewal', 'amendment'] },
    { name: 'division' },
    { name: 'enterprise' },
  ];
  const actions = (
    <>
      <Segmented
        aria-label={t('view')}
        value={view}
        options={(['board', 'table'] as const).map((value) => ({ value, label: t(value) }))}
        onChange={(chosen) =>
          void navigate({
            to: '.',
            search: (before: object) => ({
              ...before,
              view: chosen === 'board' ? undefined : chosen,
            }),
          })
        }
      />
      <NewSubject category="bargainingCase" commands={OPENING} />
    </>
  );
  return (
    <Page title={t('title')} actions={actions}>
      {view === 'board' ? (
        <Board filters={filters} />
      ) : (
        <RegisterTable
          name="bargaining-cases"
          category="bargainingCase"
          columns={COLUMNS}
          filters={filters}
        />
      )}
    </Page>
  );
};
export default Register;
