import type { Sums } from './sums.ts';

/** What moved in one month, and in which (`year × 12 + month − 1`). */
export type Moved = { readonly month: number; readonly sums: Sums };

/**
 * A cell as it is kept: the months after which its balance was another one, and its balances at the
 * ends of these months. A list of balances is empty while all of them are 0.
 */
export type Cell = {
  readonly months: Uint8Array;
  readonly balances: readonly Uint8Array[];
};

const NOTHING: Sums = [0, 0, 0, 0, 0];
const EMPTY = new Uint8Array(0);

type Numbers<List> = {
  readonly BYTES_PER_ELEMENT: number;
  new (buffer: ArrayBufferLike, at: number, length: number): List;
};

/** Bytes as numbers of a kind; bytes that begin anywhere are moved to where such numbers may begin. */
const numbersOf =
  <List>(Kind: Numbers<List>) =>
  (bytes: Uint8Array): List => {
    const each = Kind.BYTES_PER_ELEMENT;
    const { buffer, byteOffset, byteLength } =
      bytes.byteOffset % each === 0 ? bytes : bytes.slice();
    return new Kind(buffer, byteOffset, byteLength / each);
  };
const asMonths = numbersOf(Int32Array);
const asBalances = numbersOf(Float64Array);

/** The place of the last month up to this one; −1 when there is none. */
const lastUpTo = (months: Int32Array, month: number): number => {
  let [from, to] = [0, months.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((months[middle] ?? 0) <= month) from = middle + 1;
    else to = middle;
  }
  return from - 1;
};

/** The balance of a cell at the end of a month: what SQL calls `balance_at`. */
export const balanceAt = (months: Uint8Array, balances: Uint8Array, month: number): number => {
  if (balances.byteLength === 0) return 0;
  const place = lastUpTo(asMonths(months), month);
  return place < 0 ? 0 : (asBalances(balances)[place] ?? 0);
};

/** A cell as numbers: a list of balances for each sum, all of them as long as the months. */
type Course = { readonly months: Int32Array; readonly balances: readonly Float64Array[] };

const NO_CELL: Cell = { months: EMPTY, balances: NOTHING.map(() => EMPTY) };

const courseOf = ({ months, balances }: Cell): Course => {
  const numbers = asMonths(months);
  return {
    months: numbers,
    balances: balances.map((list) =>
      list.byteLength === 0 ? new Float64Array(numbers.length) : asBalances(list),
    ),
  };
};

const balancesAt = ({ balances }: Course, place: number): Sums =>
  balances.map((list) => list[place] ?? 0) as unknown as Sums;

const plus = (a: Sums, b: Sums): Sums => [
  a[0] + b[0],
  a[1] + b[1],
  a[2] + b[2],
  a[3] + b[3],
  a[4] + b[4],
];
const isSame = (a: Sums, b: Sums): boolean => a.every((value, i) => value === b[i]);

/** The months from the first movement on, and the balances after them; a month that changes nothing is left out. */
const tailOf = (course: Course, kept: number, moved: readonly Moved[]) => {
  const [months, after]: [number[], Sums[]] = [[], []];
  const later = [...course.months.subarray(kept), ...moved.map(({ month }) => month)];
  let last = balancesAt(course, kept - 1);
  let [more, next] = [NOTHING, 0];
  for (const month of [...new Set(later)].sort((a, b) => a - b)) {
    for (let one = moved[next]; one && one.month <= month; one = moved[next]) {
      more = plus(more, one.sums);
      next += 1;
    }
    const now = plus(balancesAt(course, lastUpTo(course.months, month)), more);
    if (isSame(now, last)) continue;
    months.push(month);
    after.push(now);
    last = now;
  }
  return { months, after };
};

/** A cell with more movements, in order of their months; undefined when its balance is always 0. */
export const cellWith = (cell: Cell | undefined, moved: readonly Moved[]): Cell | undefined => {
  const course = courseOf(cell ?? NO_CELL);
  const kept = lastUpTo(course.months, (moved[0]?.month ?? Infinity) - 1) + 1;
  const { months, after } = tailOf(course, kept, moved);
  const count = kept + months.length;
  if (count === 0) return undefined;
  const numbers = new Int32Array(count);
  numbers.set(course.months.subarray(0, kept));
  numbers.set(months, kept);
  const balances = course.balances.map((list, i) => {
    const longer = new Float64Array(count);
    longer.set(list.subarray(0, kept));
    after.forEach((sums, n) => (longer[kept + n] = sums[i] ?? 0));
    return longer.every((balance) => balance === 0) ? EMPTY : new Uint8Array(longer.buffer);
  });
  return { months: new Uint8Array(numbers.buffer), balances };
};
