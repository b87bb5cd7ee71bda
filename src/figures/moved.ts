import { NO_SUMS } from '../../projections/figures/figure.ts';

/** By how much each number of a cell is another one; numbers that stay are left out. */
export type Moved = { readonly [name: string]: number | Moved };

type Numbers = Readonly<Record<string, unknown>>;

const isNumbers = (value: unknown): value is Numbers => typeof value === 'object' && value !== null;

/** Whether nothing moved. */
export const isNothing = (value: number | Moved): boolean =>
  typeof value === 'number' ? value === 0 : Object.keys(value).length === 0;

const both = (a: unknown, b: unknown, sign: 1 | -1): number | Moved => {
  if (!isNumbers(a) && !isNumbers(b)) return Number(a ?? 0) + sign * Number(b ?? 0);
  return plus(isNumbers(a) ? a : {}, isNumbers(b) ? b : {}, sign);
};

const isSum = (value: unknown): boolean => typeof value === 'number' || isNumbers(value);

/** What adds up in two cells, added up or, with −1, taken away; a rate, mean or median of them does not. */
export const plus = (a: Numbers, b: Numbers, sign: 1 | -1 = 1): Moved =>
  Object.fromEntries(
    [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((name) => {
      if (NO_SUMS.has(name) || !(isSum(a[name]) || isSum(b[name]))) return [];
      const value = both(a[name], b[name], sign);
      return isNothing(value) ? [] : [[name, value]];
    }),
  );
