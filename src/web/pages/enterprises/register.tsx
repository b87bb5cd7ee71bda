import type { Column, Filter } from '../../register/kinds.ts';
import { RegisterTable } from '../../register/register-table.tsx';
import { Page } from '../../shared/page.tsx';
import { NewSubject } from '../../subject/new-subject.tsx';
import { enterprises } from '../../words/enterprises.ts';
import { useWords } from '../../words/words.ts';

const COLUMNS: readonly Column[] = [
  { name: 'name', width: 280 },
  { name: 'status', width: 100 },
  { name: 'division', width: 110 },
  { name: 'industry', width: 90 },
  { name: 'size_class', width: 100 },
  { name: 'workers', width: 100 },
  { name: 'women', width: 90 },
  { name: 'union_kind', width: 120 },
  { name: 'union_since' },
  { name: 'known_since' },
  { name: 'flag', hidden: true },
  { name: 'id', hidden: true },
  { name: 'credit_code', hidden: true },
  { name: 'address', hidden: true },
  { name: 'registration_type', hidden: true },
  { name: 'scale', hidden: true },
  { name: 'members', hidden: true },
  { name: 'women_members', hidden: true },
  { name: 'upper_union', hidden: true },
  { name: 'ended_on', hidden: true },
  { name: 'successor', hidden: true },
  { name: 'congress_delegates', hidden: true },
  { name: 'congress_term_end', hidden: true },
  { name: 'headcount_as_of', hidden: true },
  { name: 'name_en', hidden: true },
];
const OPENING = ['Register'] as const;

const Register = () => {
  const t = useWords(enterprises);
  const filters: readonly Filter[] = [
    {
      name: 'status',
      values: ['open', 'suspended', 'revoked', 'deregistered', 'merged', 'split', 'void'],
    },
    { name: 'division' },
    { name: 'industry' },
    { name: 'size_class', values: ['large', 'medium', 'small', 'micro'] },
    { name: 'union_kind', values: ['own', 'federated', 'none'] },
    { name: 'flag', values: ['members-above-workers'] },
  ];
  return (
    <Page title={t('title')} actions={<NewSubject category="enterprise" commands={OPENING} />}>
      <RegisterTable
        name="enterprises"
        category="enterprise"
        columns={COLUMNS}
        filters={filters}
        searchable
        takesDay
      />
    </Page>
  );
};
export default Register;
