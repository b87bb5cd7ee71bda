import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useRows } from '../../api/queries.ts';
import type { Row, Subject } from '../../api/types.ts';
import { useClocks } from '../../shell/clocks.ts';
import { enterprises } from '../../words/enterprises.ts';
import { today, useFormat } from '../../words/format.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';
import { useOnDay } from './on-day.ts';
import './enterprises.css';

const OPEN_CASES = [
  'prepared',
  'offered',
  'accepted',
  'bargaining',
  'suspended',
  'deadlocked',
  'applied',
  'coordinating',
  'drafted',
  'rejected',
  'approved',
];

const Figure = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <div className="figure-of">
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);

/** Its numbers as they stand, or stood on the day that is chosen; each opens what is counted. */
export const Now = ({ subject }: { readonly subject: Subject<Row> }) => {
  const t = useWords(enterprises);
  const terms = useTerms();
  const format = useFormat();
  const { on, knownAt } = useClocks();
  const { id } = subject;
  const own = { enterprise: id, limit: 500, knownAt };
  const covered = useRows('coverage', { ...own, on: on ?? today() });
  const cases = useRows('bargaining-cases', { ...own, phase: OPEN_CASES });
  const disputes = useRows('disputes', { ...own, on });
  const { row } = useOnDay(subject);
  const number = (name: string): number | null => {
    const value = row?.[name];
    return typeof value === 'number' ? value : null;
  };
  const share = (part: number | null, whole: number | null): string =>
    part === null || whole === null || whole === 0 ? '–' : format.rate(part / whole);
  const told = (value: number | null): string => (value === null ? '–' : format.number(value));
  // Those of a day were open on it, whatever came of them since.
  const open = disputes.data?.items.filter(
    ({ concluded_on }) => on !== undefined || concluded_on === null,
  );
  const workers = number('workers');
  return (
    <dl className="figures-of">
      <Figure label={terms.field('workers')}>
        <Link to="." search={(before: object) => ({ ...before, tab: 'facts' })}>
          {told(workers)}
        </Link>
      </Figure>
      <Figure label={t('womenShare')}>{share(number('women'), workers)}</Figure>
      <Figure label={t('members')}>{told(number('members'))}</Figure>
      <Figure label={t('unionShare')}>{share(number('members'), workers)}</Figure>
      <Figure label={t('covered')}>
        <Link to="/contracts" search={{ enterprise: [id] }}>
          {told(covered.data?.items.length ?? null)}
        </Link>
      </Figure>
      <Figure label={t('cases')}>
        <Link to="/bargaining" search={{ enterprise: [id] }}>
          {told(cases.data?.items.length ?? null)}
        </Link>
      </Figure>
      <Figure label={t('openDisputes')}>
        <Link to="/disputes" search={{ enterprise: [id] } as never}>
          {told(open?.length ?? null)}
        </Link>
      </Figure>
    </dl>
  );
};
