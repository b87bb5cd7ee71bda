import { dimensionColumn, type Dimension } from '../ledger.ts';
import { raw, sql, type Query } from '../projection.ts';

/** Which units of an account are meant. `within` is a division and all that lies in it; 'CN' holds every GB/T 2260 code. */
export type Filter =
  | { readonly dimension: Dimension; readonly is: readonly string[] }
  | { readonly dimension: Dimension; readonly isNot: string }
  | { readonly dimension: 'region'; readonly within: string };

/** What sums are kept apart by; a region may be cut to its province, city or county. */
export type Group = {
  readonly dimension: Dimension;
  readonly level?: 'province' | 'city' | 'county' | undefined;
};

const digits = { province: 2, city: 4, county: 6 } as const;

const column = (dimension: Dimension): Query<unknown> => raw(`d.${dimensionColumn(dimension)}`);

const listed = (values: readonly string[]): Query<unknown> =>
  sql()`(SELECT value FROM json_each(${JSON.stringify(values)}))`;

const within = (prefix: string): Query<unknown> => {
  if (prefix === 'CN') return sql()`(d.region >= '0' AND d.region < ':' OR d.region = 'CN')`;
  const inside = /^\d/.test(prefix) ? prefix : `${prefix}-`;
  return sql()`(d.region = ${prefix} OR (d.region >= ${inside} AND d.region < ${`${inside}~`}))`;
};

const condition = (filter: Filter): Query<unknown> => {
  if ('within' in filter) return within(filter.within);
  const named = column(filter.dimension);
  if ('isNot' in filter) return sql()`${named} <> ${filter.isNot}`;
  const [only, ...more] = filter.is;
  return only !== undefined && more.length === 0
    ? sql()`${named} = ${only}`
    : sql()`${named} IN ${listed(filter.is)}`;
};

/** All filters together, over the dimensions `d`. */
export const conditions = (filters: readonly Filter[]): Query<unknown> =>
  filters.reduce<Query<unknown>>(
    (before, filter) => sql()`${before} AND ${condition(filter)}`,
    sql()`1 = 1`,
  );

/** What a group is keyed by, over the dimensions `d`. */
export const groupKey = (group: Group | undefined): Query<unknown> => {
  if (!group) return sql()`''`;
  const named = column(group.dimension);
  if (!group.level) return named;
  return sql()`CASE WHEN ${named} GLOB '[0-9]*' THEN substr(${named}, 1, ${digits[group.level]})
    ELSE ${named} END`;
};
