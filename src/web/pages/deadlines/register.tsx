import { isCategory, nounOf, things } from '../../api/things.ts';
import type { Column } from '../../register/kinds.ts';
import { RegisterTable } from '../../register/register-table.tsx';
import { DaysLeft } from '../../shared/cells.tsx';
import { Page } from '../../shared/page.tsx';
import { SubjectLink } from '../../shared/subject-link.tsx';
import { deadlines } from '../../words/deadlines.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';
import { usePeriod } from '../../subject/period.ts';

const STATUSES = ['running', 'overdue', 'suspended', 'met', 'cancelled', 'superseded'];
const CATEGORIES = Object.keys(things).filter((one) => one !== 'person' && one !== 'enterprise');

const Register = () => {
  const t = useWords(deadlines);
  const terms = useTerms();
  const period = usePeriod();
  const columns: readonly Column[] = [
    { name: 'rule', width: 200 },
    { name: 'status', width: 110 },
    { name: 'due_on', width: 130 },
    {
      name: 'days_left',
      title: terms.field('days'),
      width: 110,
      render: (row) => <DaysLeft due={String(row['due_on'])} />,
    },
    { name: 'category', width: 130 },
    {
      name: 'subject',
      width: 220,
      render: ({ category, subject }) =>
        typeof category === 'string' && isCategory(category) ? (
          <SubjectLink category={category} id={String(subject)} />
        ) : (
          subject
        ),
    },
    { name: 'about' },
    { name: 'from_on' },
    { name: 'period', render: (row) => period(String(row['period'])) },
    { name: 'article', width: 260 },
    { name: 'calendar', hidden: true },
    { name: 'met_on', hidden: true },
  ];
  const filters = [
    { name: 'status', values: STATUSES },
    {
      name: 'category',
      values: CATEGORIES,
      label: (value: string) => (isCategory(value) ? terms.one(nounOf(value)) : value),
    },
    { name: 'before' },
  ];
  return (
    <Page title={t('title')}>
      <RegisterTable name="deadlines" columns={columns} filters={filters} takesDay />
    </Page>
  );
};
export default Register;
