import type { Column, Filter } from '../../register/kinds.ts';
import { RegisterTable } from '../../register/register-table.tsx';
import { Page } from '../../shared/page.tsx';
import { NewSubject } from '../../subject/new-subject.tsx';
import { contracts } from '../../words/contracts.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';

const COLUMNS: readonly Column[] = [
  { name: 'id', width: 276 },
  { name: 'phase', width: 90 },
  { name: 'enterprise', width: 230 },
  { name: 'kind', width: 200 },
  { name: 'level', width: 90 },
  { name: 'workers', width: 110 },
  { name: 'signed_on' },
  { name: 'term_start' },
  { name: 'term_end' },
  { name: 'effective_on' },
  { name: 'effect_mode', width: 120 },
  { name: 'increase_simple', width: 120 },
  { name: 'women', hidden: true },
  { name: 'profile', hidden: true },
  { name: 'force_from', hidden: true },
  { name: 'force_to', hidden: true },
  { name: 'ended_on', hidden: true },
  { name: 'ended_by', hidden: true },
  { name: 'union_name', hidden: true },
  { name: 'employers_body', hidden: true },
  { name: 'divisions', hidden: true },
  { name: 'industries', hidden: true },
  { name: 'coverage', hidden: true },
  { name: 'case_id', hidden: true },
  { name: 'predecessor', hidden: true },
  { name: 'superseded_by', hidden: true },
  { name: 'receipt_no', hidden: true },
  { name: 'received_on', hidden: true },
  { name: 'review_due', hidden: true },
  { name: 'published_on', hidden: true },
  { name: 'version', hidden: true },
  { name: 'origin', hidden: true },
];
const OPENING = ['RegisterAsHistory'] as const;

const Register = () => {
  const t = useWords(contracts);
  const terms = useTerms();
  const filters: readonly Filter[] = [
    {
      name: 'phase',
      values: terms.phases('contract'),
      label: (value) => terms.phase('contract', value),
    },
    { name: 'kind', values: ['comprehensive', 'wage', 'women', 'safety'] },
    { name: 'level', values: ['enterprise', 'industry', 'regional'] },
    { name: 'enterprise' },
    { name: 'profile' },
  ];
  return (
    <Page title={t('title')} actions={<NewSubject category="contract" commands={OPENING} />}>
      <RegisterTable
        name="contracts"
        category="contract"
        columns={COLUMNS}
        filters={filters}
        takesDay
      />
    </Page>
  );
};
export default Register;
