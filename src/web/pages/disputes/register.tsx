import type { Column, Filter } from '../../register/kinds.ts';
import { RegisterTable } from '../../register/register-table.tsx';
import { Page } from '../../shared/page.tsx';
import { NewSubject } from '../../subject/new-subject.tsx';
import { disputes } from '../../words/disputes.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';

const COLUMNS: readonly Column[] = [
  { name: 'id', width: 200 },
  { name: 'phase', width: 120 },
  { name: 'cause', width: 160 },
  { name: 'employers', width: 200 },
  { name: 'claimants', width: 100 },
  { name: 'collective', width: 110 },
  { name: 'level', width: 130 },
  { name: 'body', width: 160 },
  { name: 'received_on' },
  { name: 'next_clock', width: 160 },
  { name: 'next_due', width: 130 },
  { name: 'phase_since', hidden: true },
  { name: 'case_number', hidden: true },
  { name: 'form', hidden: true },
  { name: 'channel', hidden: true },
  { name: 'applied_by', hidden: true },
  { name: 'division', hidden: true },
  { name: 'workers', hidden: true },
  { name: 'representatives', hidden: true },
  { name: 'accepted_on', hidden: true },
  { name: 'mediators', hidden: true },
  { name: 'concluded_on', hidden: true },
  { name: 'outcome', hidden: true },
  { name: 'ending', hidden: true },
  { name: 'arbitration_filed_on', hidden: true },
  { name: 'finality', hidden: true },
  { name: 'profile', hidden: true },
];
const OPENING = ['ReceiveDispute', 'RegisterAsHistory'] as const;

const Register = () => {
  const t = useWords(disputes);
  const terms = useTerms();
  const filters: readonly Filter[] = [
    {
      name: 'phase',
      values: terms.phases('dispute'),
      label: (value) => terms.phase('dispute', value),
    },
    {
      name: 'cause',
      values: [
        'remuneration',
        'insurance-and-welfare',
        'labour-protection',
        'training',
        'contract-change',
        'contract-relieved',
        'contract-ended',
        'contract-performance',
        'contract-conclusion',
        'other',
      ],
    },
    {
      name: 'level',
      values: [
        'enterprise',
        'people',
        'street',
        'district',
        'city',
        'province',
        'national',
        'industry',
        'court',
        'arbitration',
      ],
    },
    { name: 'collective', values: ['collective', 'individual'] },
    {
      name: 'outcome',
      values: ['settled', 'failed', 'withdrawn', 'refused', 'referred', 'unknown'],
    },
    { name: 'division' },
    { name: 'body' },
  ];
  return (
    <Page title={t('title')} actions={<NewSubject category="dispute" commands={OPENING} />}>
      <RegisterTable
        name="disputes"
        category="dispute"
        columns={COLUMNS}
        filters={filters}
        takesDay
      />
    </Page>
  );
};
export default Register;
