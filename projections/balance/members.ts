import { SUMS, type Account, type DayNumber } from '../ledger.ts';
import { raw, sql, type Query } from '../projection.ts';
import { isIn, type Sums } from './balances.ts';
import { conditions, type Filter } from './filters.ts';

/** Whose entries: of an account up to a day (for a flow from one on), as known at a position. */
export type Meant = {
  readonly account: Account;
  readonly filters: readonly Filter[];
  /** The first day of a flow; left out for a stock. */
  readonly from?: DayNumber | undefined;
  readonly to: DayNumber;
  readonly known: bigint;
};

/** A unit whose entries do not cancel. `number` is its place in the order of pages. */
export type UnitRow = Sums & { readonly number: number; readonly unit: string };

/** A fact whose entries count for a unit. */
export type UnitFact = {
  readonly unit: string;
  readonly position: string;
  readonly type: string;
  readonly at: string;
};

const SUMMED = raw(SUMS.map((sum) => `sum(e.${sum}) AS ${sum}`).join());
const MOVED = raw(`(${SUMS.map((sum) => `sum(e.${sum}) <> 0`).join(' OR ')})`);

// The plus signs keep the day index out of it: units are read one after the other.
const entries = ({ account, filters, from, to }: Meant): Query<unknown> =>
  sql()`${isIn('e.account', account, filters)} AND +e.on_day <= ${to}
    AND ${from === undefined ? raw('1 = 1') : sql()`+e.on_day >= ${from}`}
    AND ${conditions(filters)}`;

const FROM = raw(`book_entries e CROSS JOIN book_dims d ON d.id = e.dims
  CROSS JOIN book_words w ON w.id = e.unit`);

/** Units that are members of one account, less those of another. */
export type Selection = {
  readonly of: Meant;
  /** Only units of which nobody knows the headcount. */
  readonly only?: 'unknown' | undefined;
  /** Leaves out the members of this one. */
  readonly without?: Meant | undefined;
};

const isMember = (meant: Meant): Query<unknown> =>
  sql()`(SELECT e.unit FROM book_entries e CROSS JOIN book_dims d ON d.id = e.dims
    WHERE ${entries(meant)} AND +e.known <= ${meant.known}
    GROUP BY e.unit HAVING sum(e.count) > 0)`;

/** The next members after a place in their order. */
export const memberPage = (
  { of, only, without }: Selection,
  after: number,
  limit: number,
): Query<UnitRow> =>
  sql<UnitRow>()`SELECT e.unit AS number, w.word AS unit, ${SUMMED} FROM ${FROM}
    WHERE e.unit > ${after} AND ${entries(of)} AND +e.known <= ${of.known}
    AND ${without ? sql()`e.unit NOT IN ${isMember(without)}` : raw('1 = 1')}
    GROUP BY e.unit HAVING sum(e.count) > 0
    AND ${only === 'unknown' ? raw('sum(e.unknown) > 0') : raw('1 = 1')}
    ORDER BY e.unit LIMIT ${limit}`;

/** What these units weigh in an account; those that are no members of it are left out. */
export const memberSums = (of: Meant, numbers: readonly number[]): Query<UnitRow> =>
  sql<UnitRow>()`SELECT e.unit AS number, w.word AS unit, ${SUMMED} FROM ${FROM}
    WHERE e.unit IN (SELECT value FROM json_each(${JSON.stringify(numbers)})) AND ${entries(of)}
    AND +e.known <= ${of.known} GROUP BY e.unit HAVING sum(e.count) > 0`;

/** The facts whose entries put these units where they are. */
export const memberFacts = (of: Meant, numbers: readonly number[]): Query<UnitFact> =>
  sql<UnitFact>()`SELECT w.word AS unit, CAST(e.known AS TEXT) AS position, j.type, j.at
    FROM ${FROM} CROSS JOIN journal j ON j.position_no = e.known
    WHERE e.unit IN (SELECT value FROM json_each(${JSON.stringify(numbers)})) AND ${entries(of)}
    AND +e.known <= ${of.known}
    GROUP BY e.unit, e.known HAVING ${MOVED} ORDER BY e.unit, e.known`;

/** What a fact changed in an account between two positions. */
export type ChangeRow = Sums & {
  readonly cause: string;
  readonly unit: string;
  readonly position: string;
  readonly type: string;
  readonly at: string;
};

/** Entries that became known after one position, up to another: why the balance of that day differs. */
export const changesSince = (meant: Meant, before: bigint): Query<ChangeRow> =>
  sql<ChangeRow>()`SELECT c.word AS cause, w.word AS unit, CAST(e.known AS TEXT) AS position,
      j.type, j.at, ${SUMMED}
    FROM ${FROM} CROSS JOIN book_words c ON c.id = e.cause
    CROSS JOIN journal j ON j.position_no = e.known
    WHERE e.known > ${before} AND e.known <= ${meant.known} AND ${entries(meant)}
    GROUP BY e.known, e.unit, e.cause HAVING ${MOVED} ORDER BY e.known, w.word`;
