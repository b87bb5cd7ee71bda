import {
  cubeFor,
  firstDayOf,
  monthOf,
  SUMS,
  type Account,
  type DayNumber,
  type SumName,
} from '../ledger.ts';
import { raw, sql, type Query } from '../projection.ts';
import { conditions, groupKey, type Filter, type Group } from './filters.ts';

/** What a balance adds up: units, and what they weigh. */
export type Sums = Readonly<Record<SumName, number>>;
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
  /** Which sums are read; the others stay 0. */
  readonly weighs: readonly SumName[];
  readonly days: readonly DayNumber[];
  readonly known: bigint;
  /** The last position in the books; a balance known then is read from the cells. */
  readonly head: bigint;
};

/**
 * A part of a balance: of the `nth` day wanted alone, or of every day wanted from `day` on; with
 * neither, of all of them.
 */
export type Movement = Sums & {
  readonly nth: number | null;
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

/** Every sum as a column: 0 where it is not wanted. */
const columns = (weighs: readonly SumName[], column: (sum: SumName) => string): Query<unknown> =>
  raw(SUMS.map((sum) => `${weighs.includes(sum) ? column(sum) : '0'} AS ${sum}`).join());

/** The whole months nearest to a day, and the days that these have too few or too many. */
type Nearest = {
  readonly month: number;
  /** From which day to which, and whether they are added or taken away. */
  readonly broken: readonly [from: DayNumber, to: DayNumber, sign: 1 | -1];
};

const nearest = (day: DayNumber): Nearest => {
  const month = monthOf(day);
  const [first, next] = [firstDayOf(month), firstDayOf(month + 1)];
  return day - first < next - day
    ? { month: month - 1, broken: [first, day, 1] }
    : { month, broken: [day + 1, next - 1, -1] };
};

/** The last whole month to read for each day wanted. */
const wholeMonths = (days: readonly DayNumber[]): readonly number[] =>
  days.map((day) => nearest(day).month);

/** What whole months do not say: of which day wanted, from which day to which, added or taken away. */
const brokenMonths = (days: readonly DayNumber[]): readonly (readonly number[])[] =>
  days.flatMap((day, nth) => {
    const { broken } = nearest(day);
    return broken[0] > broken[1] ? [] : [[nth, ...broken]];
  });

const each = (values: readonly unknown[]): Query<unknown> =>
  sql()`json_each(${JSON.stringify(values)})`;

const number = (value: number): Query<unknown> => raw(String(value));

/** The balances at the ends of whole months: what the cells of a cube hold. */
const ofWholeMonths = (
  { account, filters, days, weighs }: Wanted,
  cube: number,
): Query<unknown> => {
  const balances = columns(weighs, (sum) => `balance_at(c.months, c.${sum}, w.value)`);
  return sql()`SELECT w.key AS nth, NULL AS day, c.dims, ${balances}
    FROM book_accounts a CROSS JOIN book_cells c
      ON c.id >= (a.id << 28) + (${number(cube)} << 24)
      AND c.id < (a.id << 28) + (${number(cube + 1)} << 24)
    CROSS JOIN book_dims d ON d.id = c.dims CROSS JOIN ${each(wholeMonths(days))} w
    WHERE ${isIn('a.id', account, filters)} AND ${conditions(filters)}`;
};

/** The days by which whole months are too short or too long. */
const ofBrokenMonths = ({ account, filters, days, weighs }: Wanted): Query<unknown> =>
  sql()`SELECT w.value ->> 0, NULL, e.dims,
      ${columns(weighs, (sum) => `(w.value ->> 3) * sum(e.${sum})`)}
    FROM ${each(brokenMonths(days))} w CROSS JOIN book_entries e
      ON e.on_day >= w.value ->> 1 AND e.on_day <= w.value ->> 2
    WHERE ${isIn('e.account', account, filters)} GROUP BY w.key, e.dims`;

/** With one day wanted, what happened when does not matter. */
const dayColumn = (days: readonly DayNumber[]): Query<unknown> =>
  raw(days.length === 1 ? 'NULL' : 'on_day');

/** What came to be known later: it is taken back. */
const knownLater = ({ account, filters, days, known, weighs }: Wanted): Query<unknown> =>
  sql()`SELECT NULL, ${dayColumn(days)}, dims, ${columns(weighs, (sum) => `-sum(${sum})`)}
    FROM book_entries WHERE ${isIn('account', account, filters)} AND known > ${known}
    AND +on_day <= ${days.at(-1) ?? 0} GROUP BY 2, dims`;

/** What is written meanwhile counts as known later, too. */
const fromCells = (wanted: Wanted, cube: number): Query<unknown> =>
  sql()`${ofWholeMonths(wanted, cube)} UNION ALL ${ofBrokenMonths(wanted)}
    UNION ALL ${knownLater(wanted)}`;

const fromEntries = ({ account, filters, days, known, weighs }: Wanted): Query<unknown> =>
  sql()`SELECT NULL AS nth, ${dayColumn(days)} AS day, dims,
      ${columns(weighs, (sum) => `sum(${sum})`)} FROM book_entries
    WHERE ${isIn('account', account, filters)} AND on_day <= ${days.at(-1) ?? 0}
    AND known <= ${known} GROUP BY 2, dims`;

/** Entries known later are taken back from the cells while they are the smaller part of all. */
const isRecent = ({ known, head }: Wanted): boolean => (head - known) * 2n < head;

/** The movements that make up the balances wanted; `balancesFrom` adds them up. */
export const movements = (wanted: Wanted): Query<Movement> => {
  const { account, filters, groupBy, weighs } = wanted;
  const cube = cubeFor(
    account,
    [...filters, ...groupBy].map(({ dimension }) => dimension),
  );
  const source = cube >= 0 && isRecent(wanted) ? fromCells(wanted, cube) : fromEntries(wanted);
  return sql<Movement>()`SELECT s.nth, s.day, ${groupKey(groupBy[0])} AS g1,
      ${groupKey(groupBy[1])} AS g2, ${columns(weighs, (sum) => `sum(${sum})`)}
    FROM (${source}) s CROSS JOIN book_dims d ON d.id = s.dims
    WHERE ${conditions(filters)} GROUP BY 1, 2, 3, 4`;
};

/** A group's key: the values of its dimensions, in order. */
export const keyOf = (values: readonly string[]): string => values.join('\u001f');
export const valuesOf = (key: string): readonly string[] => key.split('\u001f');

const add = (sums: Map<string, Sums>, key: string, sum: Sums): void => {
  sums.set(key, added(sums.get(key) ?? NOTHING, sum));
};

/** The balances per day wanted, by group key ('' when nothing is grouped). */
export const balancesFrom = (
  { days, groupBy }: Pick<Wanted, 'days' | 'groupBy'>,
  moved: readonly Movement[],
): readonly ReadonlyMap<string, Sums>[] => {
  const onDay = days.map(() => new Map<string, Sums>());
  const since = days.map(() => new Map<string, Sums>());
  for (const movement of moved) {
    const { nth, day } = movement;
    const step = nth === null ? since[days.findIndex((one) => (day ?? one) <= one)] : onDay[nth];
    if (step) add(step, keyOf([movement.g1, movement.g2].slice(0, groupBy.length)), movement);
  }
  const running = new Map<string, Sums>();
  return onDay.map((here, i) => {
    for (const [key, sum] of since[i] ?? []) add(running, key, sum);
    const balances = new Map(running);
    for (const [key, sum] of here) add(balances, key, sum);
    return balances;
  });
};
