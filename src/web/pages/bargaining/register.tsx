import type { Column, Filter } from '../../register/kinds.ts';
import { RegisterTable } from '../../register/register-table.tsx';
import { Page } from '../../shared/page.tsx';
import { NewSubject } from '../../subject/new-subject.tsx';
import { bargaining } from '../../words/bargaining.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';

const COLUMNS: readonly Column[] = [
  { name: 'id', width: 200 },
  { name: 'phase', width: 120 },
  { name: 'phase_since' },
  { name: 'enterprise', width: 220 },
  { name: 'kind', width: 120 },
  { name: 'level', width: 100 },
  { name: 'purpose', width: 100 },
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
  return (
    <Page title={t('title')} actions={<NewSubject category="bargainingCase" commands={OPENING} />}>
      <RegisterTable
        name="bargaining-cases"
        category="bargainingCase"
        columns={COLUMNS}
        filters={filters}
        takesDay
      />
    </Page>
  );
};
export default Register;
