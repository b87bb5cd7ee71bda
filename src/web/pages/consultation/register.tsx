import type { Column, Filter } from '../../register/kinds.ts';
import { RegisterTable } from '../../register/register-table.tsx';
import { Page } from '../../shared/page.tsx';
import { NewSubject } from '../../subject/new-subject.tsx';
import { consultation } from '../../words/consultation.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';

const COLUMNS: readonly Column[] = [
  { name: 'name', width: 260 },
  { name: 'forum', width: 150 },
  { name: 'phase', width: 110 },
  { name: 'meets_on' },
  { name: 'meeting_level', width: 120 },
  { name: 'convenor', width: 160 },
  { name: 'items', width: 100 },
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
const OPENING = ['ConveneMeeting'] as const;

const Register = () => {
  const t = useWords(consultation);
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
    <Page title={t('title')} actions={<NewSubject category="consultation" commands={OPENING} />}>
      <RegisterTable
        name="consultations"
        category="consultation"
        columns={COLUMNS}
        filters={filters}
        searchable
        takesDay
      />
    </Page>
  );
};
export default Register;
