import type { DayNumber } from '../ledger.ts';

/** A value that holds from a day on, and the fact that said so. */
export type Dated<V> = { readonly fact: string; readonly on: DayNumber; readonly is: V };

/** The list with one more value. */
export const said = <V>(list: readonly Dated<V>[], next: Dated<V>): readonly Dated<V>[] => [
  ...list,
  next,
];

/** The list with what one fact said said anew; a fact it does not hold changes nothing. */
export const saidAnew = <V>(list: readonly Dated<V>[], next: Dated<V>): readonly Dated<V>[] =>
  list.some(({ fact }) => fact === next.fact)
    ? list.map((old) => (old.fact === next.fact ? next : old))
    : list;

/** In the order of their days; on the same day the later recording comes last, and wins. */
export const inOrder = <V>(list: readonly Dated<V>[]): readonly Dated<V>[] =>
  list.every(({ on }, i) => i === 0 || on >= (list[i - 1]?.on ?? on))
    ? list
    : [...list].sort((a, b) => a.on - b.on);
