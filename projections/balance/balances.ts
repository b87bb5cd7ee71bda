import { dayNumber, numberedDay } from '../../domain/shared/calendar.ts';
import {
  cubeFor,
  firstMonthOfQuarter,
  quarterOf,
  type Account,
  type DayNumber,
} from '../ledger.ts';
import { raw, sql, type Query } from '../projection.ts';
import { conditions, groupKey, type Filter, type Group } from './filters.ts';

/** What a balance adds up: units, and what they weigh. */
export type Sums = {
  readonly count: number;
  readonly workers: number;
  readonly women: number;
  readonly unknown: number;
  readonly members: number;
};
export const NOTHING: Sums = { count: 0, workers: 0, women: 0, unknown: 0, members: 0 };

export const added = (a: Sums, b: Sums, sign: 1 | -1 = 1): Sums => ({
  count: a.count + sign * b.count,
  workers: a.workers + sign * b.workers,
  women: a.women + sign * b.women,
  unknown: a.unknown + sign * b.unknown,
  members: a.members + sign * b.members,
});

/** Which balances: of an account, on these days (in order), as known at a position. */
export type Wanted = {
  readonly account: Account;
  readonly filters: readonly Filter[];
  readonly groupBy: readonly Group[];
  readonly days: readonly DayNumber[];
  readonly known: bigint;
  /** The last position in the books; a balance known then is read from the cells. */
  readonly head: bigint;
};

/** What moved a balance within a bucket: `period` (202607) or `day`; neither = before all of the days. */
export type Movement = Sums & {
  readonly period: number | null;
  readonly day: number | null;
  readonly g1: string;
  readonly g2: string;
};

const fixed = (filters: readonly Filter[], dimension: string): string | undefined => {
  const found = filters.find((filter) => filter.dimension === dimension);
  return found && 'is' in found && found.is.length === 1 ? found.is[0] : undefined;
};

/** That a column holds the account: its one part where the filters name it, else any of its parts. */
export const isIn = (
  column: string,
  { name, parts }: Account,
  filters: readonly Filter[],
): Query<unknown> => {
  const [kind, level] = [fixed(filters, 'contractKind'), fixed(filters, 'contractLevel')];
  const named = raw(column);
  if (!parts) return sql()`${named} = (SELECT id FROM book_accounts WHERE name = ${name})`;
  if (kind === undefined || level === undefined) {
    return sql()`${named} IN (SELECT id FROM book_accounts WHERE name = ${name})`;
  }
  return sql()`${named} = (SELECT id FROM book_accounts
    WHERE name = ${name} AND kind = ${kind} AND level = ${level})`;
};

const sums = (sign: '' | '-' = ''): Query<unknown> =>
  raw(
    ['count', 'workers', 'women', 'unknown', 'members']
      .map((weight) => `${sign}sum(${weight}) AS ${weight}`)
      .join(),
  );

const monthOf = (day: DayNumber): number => {
  const text = numberedDay(day);
  return Number(text.slice(0, 4)) * 100 + Number(text.slice(5, 7));
};
const firstDayOf = (month: number): DayNumber =>
  dayNumber(
    `${String(Math.floor(month / 100)).padStart(4, '0')}-${String(month % 100).padStart(2, '0')}-01`,
  );
const nextMonth = (month: number): number => (month % 100 === 12 ? month + 89 : month + 1);

/** The last day of a month given as 202607. */
export const lastDayOf = (month: number): DayNumber => firstDayOf(nextMonth(month)) - 1;

/**
 * The first month of which single days are wanted; what lies before is read in whole months. With
 * several days wanted, each must end a month to be read so.
 */
const openMonth = (days: readonly DayNumber[]): number => {
  const inside = days.find((day) => lastDayOf(monthOf(day)) !== day);
  return inside === undefined ? nextMonth(monthOf(days.at(-1) ?? 0)) : monthOf(inside);
};

type Bucket = { readonly period: Query<unknown>; readonly day: Query<unknown> };

const NONE = raw('NULL');
/** With one day wanted, what happened when does not matter. */
const bucketed = (one: boolean, bucket: Bucket): Bucket =>
  one ? { period: NONE, day: NONE } : bucket;

const byDay: Bucket = { period: NONE, day: raw('on_day') };
const byPeriod: Bucket = { period: raw('period'), day: NONE };

/** The months that lie before the first one that is broken: where one day is wanted, whole quarters before them. */
const monthsBefore = (year: number, open: number, one: boolean) => {
  const first = year * 100 + 1;
  if (!one) return { quarters: [0, 0], months: [first, open] } as const;
  return {
    quarters: [quarterOf(first), quarterOf(open)],
    months: [firstMonthOfQuarter(open), open],
  } as const;
};

/** Years before the first day, quarters and months up to the first month that is broken, and its days. */
const fromCells = (wanted: Wanted, cube: number): Query<unknown> => {
  const { account, filters, days, known } = wanted;
  const one = days.length === 1;
  const last = days.at(-1) ?? 0;
  const open = openMonth(days);
  const year = Math.floor(monthOf(days[0] ?? 0) / 100);
  const { quarters, months } = monthsBefore(year, open, one);
  const period = bucketed(one, byPeriod);
  const day = bucketed(one, byDay);
  const here = isIn('account', account, filters);
  const cells = ([from, before]: readonly [number, number]) =>
    sql()`${here} AND cube = ${cube} AND period >= ${from} AND period < ${before}`;
  return sql()`
    SELECT NULL AS period, NULL AS day, dims, ${sums()} FROM book_cells
      WHERE ${cells([0, year])} GROUP BY dims
    UNION ALL
    SELECT NULL, NULL, dims, ${sums()} FROM book_cells WHERE ${cells(quarters)} GROUP BY dims
    UNION ALL
    SELECT ${period.period}, ${period.day}, dims, ${sums()} FROM book_cells
      WHERE ${cells(months)} GROUP BY 1, dims
    UNION ALL
    SELECT ${day.period}, ${day.day}, dims, ${sums()} FROM book_entries
      WHERE ${here} AND on_day >= ${firstDayOf(open)} AND on_day <= ${last}
      GROUP BY 2, dims
    UNION ALL
    SELECT ${day.period}, ${day.day}, dims, ${sums('-')} FROM book_entries
      WHERE ${here} AND known > ${known} AND +on_day <= ${last} GROUP BY 2, dims`;
};

const fromEntries = ({ account, filters, days, known }: Wanted): Query<unknown> => {
  const { period, day } = bucketed(days.length === 1, byDay);
  return sql()`SELECT ${period} AS period, ${day} AS day, dims, ${sums()} FROM book_entries
    WHERE ${isIn('account', account, filters)} AND on_day <= ${days.at(-1) ?? 0}
    AND known <= ${known} GROUP BY 2, dims`;
};

/** Entries known later are taken back from the cells while they are the smaller part of all. */
const isRecent = ({ known, head }: Wanted): boolean => (head - known) * 2n < head;

/** The movements that make up the balances wanted; `balancesFrom` adds them up. */
export const movements = (wanted: Wanted): Query<Movement> => {
  const { account, filters, groupBy } = wanted;
  const cube = cubeFor(
    account,
    [...filters, ...groupBy].map(({ dimension }) => dimension),
  );
  const source = cube >= 0 && isRecent(wanted) ? fromCells(wanted, cube) : fromEntries(wanted);
  return sql<Movement>()`SELECT s.period, s.day, ${groupKey(groupBy[0])} AS g1,
      ${groupKey(groupBy[1])} AS g2, ${sums()}
    FROM (${source}) s CROSS JOIN book_dims d ON d.id = s.dims
    WHERE ${conditions(filters)} GROUP BY 1, 2, 3, 4`;
};

/** A group's key: the values of its dimensions, in order. */
export const keyOf = (values: readonly string[]): string => values.join('\u001f');
export const valuesOf = (key: string): readonly string[] => key.split('\u001f');

const whenOf = ({ period, day }: Movement): DayNumber =>
  day ?? (period === null ? -Infinity : lastDayOf(period));

/** The balances per day wanted, by group key ('' when nothing is grouped). */
export const balancesFrom = (
  { days, groupBy }: Pick<Wanted, 'days' | 'groupBy'>,
  moved: readonly Movement[],
): readonly ReadonlyMap<string, Sums>[] => {
  const steps = days.map(() => new Map<string, Sums>());
  for (const movement of moved) {
    const when = whenOf(movement);
    const step = steps[days.findIndex((day) => when <= day)];
    const key = keyOf([movement.g1, movement.g2].slice(0, groupBy.length));
    step?.set(key, added(step.get(key) ?? NOTHING, movement));
  }
  const running = new Map<string, Sums>();
  return steps.map((step) => {
    for (const [key, sum] of step) running.set(key, added(running.get(key) ?? NOTHING, sum));
    return new Map(running);
  });
};
