import type { Profile } from '../profile.ts';
import type { Order } from './row.ts';

/** What the cells of a row say, by the keys of their columns. */
export type Said = ReadonlyMap<string, string | number>;

const text = (said: Said, key: string): string => String(said.get(key) ?? '');

/** The key of the day that lies first, or last, of those that are given. */
const dayOf = (keys: readonly string[], said: Said, which: 'earliest' | 'latest') => {
  const days = keys
    .filter((key) => said.has(key))
    .toSorted((a, b) =>
      text(said, a) < text(said, b) ? -1 : Number(text(said, a) !== text(said, b)),
    );
  return which === 'earliest' ? days.at(0) : days.at(-1);
};

/** The column that is to be put right when a rule refuses an order: the one that is empty, or whose day it is. */
export const ruleColumn = (
  { ruleColumns }: Pick<Profile, 'ruleColumns'>,
  rule: string,
  { columns }: Pick<Order, 'columns'>,
  said: Said,
): string | undefined => {
  const named = Object.hasOwn(ruleColumns, rule) ? ruleColumns[rule] : undefined;
  if (named === undefined || typeof named === 'string') return named;
  const asked = new Set(Object.values(columns));
  const own = (keys: readonly string[]) => keys.filter((key) => asked.has(key));
  if ('missing' in named)
    return named.missing.find((key) => !said.has(key)) ?? own(named.missing)[0];
  return 'latest' in named
    ? dayOf(own(named.latest), said, 'latest')
    : dayOf(own(named.earliest), said, 'earliest');
};
