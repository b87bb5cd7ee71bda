import { address, many, text } from '../shared/search.ts';

type Many = ReturnType<typeof many>;

/** What the address of a register may say: search, sort, and the filters by name. */
export const registerAddress = <const N extends string>(filters: readonly N[]) =>
  address({
    q: text(),
    sort: text(),
    ...(Object.fromEntries(filters.map((name) => [name, many()])) as Record<N, Many>),
  });
