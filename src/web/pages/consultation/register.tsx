import { Segmented } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import type { Column, Filter } from '../../register/kinds.ts';
import { RegisterTable } from '../../register/register-table.tsx';
import { Page } from '../../shared/page.tsx';
import { NewSubject } from '../../subject/new-subject.tsx';
import { consultation } from '../../words/consultation.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';
import { FollowUp } from './follow-up.tsx';
import { Forums } from './forums.tsx';
import { consultationRoute } from './routes.tsx';
import '../../subject/board.css';
import './consultation.css';

const COLUMNS: readonly Column[] = [
  { name: 'name', width: 340 },
  { name: 'forum', width: 150 },
  { name: 'phase', width: 90 },
  { name: 'meets_on', width: 130 },
  { name: 'meeting_level', width: 100 },
  { name: 'convenor', width: 106 },
  { name: 'items', width: 80 },
  { name: 'resolutions', width: 100 },
  { name: 'minutes_on' },
  { name: 'document_no' },
  { name: 'meeting_kind', hidden: true },
  { name: 'division', hidden: true },
  { name: 'seats', hidden: true },
  { name: 'convened_on', hidden: true },
  { name: 'previous', hidden: true },
  { name: 'carried', hidden: true },
  { name: 'heard', hidden: true },
  { name: 'opened_on', hidden: true },
  { name: 'present', hidden: true },
  { name: 'closed_on', hidden: true },
  { name: 'minutes_signed_by', hidden: true },
  { name: 'issued_on', hidden: true },
  { name: 'reported_upward_on', hidden: true },
  { name: 'reported_to', hidden: true },
];
const LATEST = { sort: '-meets_on' };
const OPENING = ['ConveneMeeting'] as const;

const VIEWS = ['meetings', 'forums', 'followUp'] as const;

const Meetings = () => {
  const terms = useTerms();
  const filters: readonly Filter[] = [
    {
      name: 'phase',
      values: terms.phases('consultation'),
      label: (value) => terms.phase('consultation', value),
    },
    { name: 'forum', values: ['tripartite', 'joint-conference'] },
    { name: 'meeting_level', values: ['national', 'province', 'city', 'county', 'township'] },
    { name: 'division' },
  ];
  return (
    <RegisterTable
      name="consultations"
      category="consultation"
      columns={COLUMNS}
      filters={filters}
      searchable
      fixed={LATEST}
    />
  );
};

const Register = () => {
  const t = useWords(consultation);
  const navigate = useNavigate();
  const { view = 'meetings' } = consultationRoute.useSearch();
  return (
    <Page title={t('title')} actions={<NewSubject category="consultation" commands={OPENING} />}>
      <div className="docket-tools">
        <Segmented
          aria-label={t('view')}
          value={view}
          options={VIEWS.map((value) => ({ value, label: t(value) }))}
          onChange={(value) =>
            void navigate({
              to: '.',
              search: (before: object) => ({
                ...before,
                view: value === 'meetings' ? undefined : value,
              }),
            })
          }
        />
      </div>
      {view === 'meetings' && <Meetings />}
      {view === 'forums' && <Forums />}
      {view === 'followUp' && <FollowUp />}
    </Page>
  );
};
export default Register;
