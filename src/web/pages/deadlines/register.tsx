import { Link } from '@tanstack/react-router';
import type { Query } from '../../api/request.ts';
import { isCategory, nounOf, things } from '../../api/things.ts';
import type { Column } from '../../register/kinds.ts';
import { RegisterTable } from '../../register/register-table.tsx';
import { Day, DaysLeft } from '../../shared/cells.tsx';
import { Page } from '../../shared/page.tsx';
import { useClocks } from '../../shell/clocks.ts';
import { SubjectLink } from '../../shared/subject-link.tsx';
import { SubjectName } from '../../shared/subject-name.tsx';
import { deadlines } from '../../words/deadlines.ts';
import { aboutOf } from '../../subject/about.ts';
import { plusDays, today, useFormat } from '../../words/format.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';
import { usePeriod } from '../../subject/period.ts';
import { WhatIsDue } from './due.tsx';
import { Feed } from './feed.tsx';
import { deadlinesRoute, type DUE } from './routes.tsx';

const STATUSES = ['running', 'overdue', 'suspended', 'met', 'cancelled', 'superseded'];
const WITHOUT: readonly string[] = ['person', 'enterprise', 'refusedOrder'];
const CATEGORIES = Object.keys(things).filter((one) => !WITHOUT.includes(one));

const OPEN: ReadonlySet<string> = new Set(['running', 'overdue', 'suspended']);

/** This week: today and the six days after it. */
const WEEK = 7;

/** What is asked of the list when one wants those that end by then. */
const askedFor = (due: (typeof DUE)[number] | undefined, day: string): Query => {
  const end = plusDays(day, WEEK);
  if (due === undefined) return {};
  if (due === 'overdue' || due === 'suspended') return { status: due };
  if (due === 'today') return { status: 'running', due_on: day };
  if (due === 'week') return { status: 'running', after: day, before: end };
  return { status: 'running', after: plusDays(end, -1) };
};

const Chosen = () => {
  const t = useWords(deadlines);
  const terms = useTerms();
  const format = useFormat();
  const { due, rule = [], after = [], before = [] } = deadlinesRoute.useSearch();
  const names = [
    ...(due === undefined ? [] : [t(due)]),
    ...rule.map((one) => terms.clock(one)),
    ...after.map((day) => t('after', { day: format.day(day) })),
    ...before.map((day) => t('before', { day: format.day(day) })),
  ];
  if (names.length === 0) return null;
  return (
    <p className="due-chosen">
      {t('chosen', { clock: names.join(' · ') })}{' '}
      <Link to="/deadlines" search={({ on, knownAt }) => ({ on, knownAt })}>
        {t('allClocks')}
      </Link>
    </p>
  );
};

const Register = () => {
  const t = useWords(deadlines);
  const terms = useTerms();
  const period = usePeriod();
  const { on = today() } = useClocks();
  const { due, rule, article, before, after } = deadlinesRoute.useSearch();
  const asked = { rule, article, before, after };
  const columns: readonly Column[] = [
    { name: 'rule', width: 200 },
    {
      name: 'due_on',
      width: 210,
      render: ({ due_on, status }) => (
        <>
          <Day day={String(due_on)} />{' '}
          {OPEN.has(String(status)) && <DaysLeft due={String(due_on)} />}
        </>
      ),
    },
    { name: 'status', width: 90 },
    { name: 'category', width: 116 },
    {
      name: 'subject',
      width: 380,
      render: ({ category, subject }) =>
        typeof category === 'string' && isCategory(category) ? (
          <SubjectLink category={category} id={String(subject)}>
            <SubjectName category={category} id={String(subject)} />
          </SubjectLink>
        ) : (
          subject
        ),
    },
    {
      name: 'about',
      render: ({ about }) => aboutOf(String(about), terms),
    },
    { name: 'from_on' },
    { name: 'period', render: (row) => period(String(row['period'])) },
    { name: 'article', width: 260 },
    { name: 'calendar', hidden: true },
    { name: 'met_on', hidden: true },
    { name: 'overdue_on', hidden: true },
  ];
  const filters = [
    { name: 'status', values: STATUSES },
    {
      name: 'category',
      values: CATEGORIES,
      label: (value: string) => (isCategory(value) ? terms.one(nounOf(value)) : value),
    },
  ];
  return (
    <Page title={t('title')}>
      <WhatIsDue />
      <Chosen />
      <RegisterTable
        name="deadlines"
        columns={columns}
        filters={due === undefined ? filters : filters.filter(({ name }) => name === 'category')}
        fixed={{ sort: 'due_on', ...asked, ...askedFor(due, on) }}
        takesDay
      />
      <Feed />
    </Page>
  );
};
export default Register;
