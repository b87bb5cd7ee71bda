import { endOfDay, normalInstant } from '../../../domain/shared/calendar.ts';
import { Day } from '../../../domain/shared/values.ts';
import type { Codes } from '../../../projections/codes.ts';
import { raw, sql, type Query, type Value } from '../../../projections/projection.ts';
import { isWhole } from '../../export/selection.ts';
import { invalid, Problem, type Violation } from '../answers/problem.ts';
import { ensurePossible } from './codes.ts';

/** A list: where its rows come from, as known at a position, and what it may be asked for. */
export type Listed = {
  readonly name: string;
  /** Column → SQL type, `id` first. */
  readonly columns: Readonly<Record<string, string>>;
  readonly codes?: Codes;
  /** By column, words that may be asked for beside its codes, and what each narrows the list to. */
  readonly means?: Readonly<Record<string, Readonly<Record<string, Query<unknown>>>>>;
  /** `day` is the one that `on` or `knownAt` asks for, where the list takes one. */
  readonly rows: (known?: bigint, day?: string) => Query<unknown>;
  /** The rows behind `on`, where those of a day are others than those of today. */
  readonly dated?: (day: string, known?: bigint) => Query<unknown>;
  /** `on` says as of which day the rows are shown, rather than which rows. */
  readonly takesDay?: true;
  /** Questions beyond "this column is that". */
  readonly also?: Readonly<Record<string, (value: string) => Query<unknown>>>;
};

/** A filter that is always true, to begin with. */
const all = sql()`1 = 1`;

export const allOf = (conditions: readonly Query<unknown>[]): Query<unknown> =>
  conditions.reduce((before, one) => sql()`${before} AND ${one}`, all);

const anyOf = ([first = all, ...others]: readonly Query<unknown>[]): Query<unknown> =>
  sql()`(${others.reduce((before, one) => sql()`${before} OR ${one}`, first)})`;

/** A division names its whole subtree: 3206 holds 320681, US holds US-NY, CN every GB/T 2260 code. */
const within = (column: string, prefix: string): Query<unknown> => {
  const field = raw(column);
  if (prefix === 'CN') return sql()`(${field} >= '0' AND ${field} < ':' OR ${field} = 'CN')`;
  const inside = /^\d/.test(prefix) ? prefix : `${prefix}-`;
  return sql()`(${field} = ${prefix} OR (${field} >= ${inside} AND ${field} < ${`${inside}\uffff`}))`;
};

const valueFor = (column: string, sqlType: string, text: string): Value => {
  if (!isWhole(sqlType)) return text;
  const number = Number(text);
  if (Number.isSafeInteger(number)) return number;
  throw invalid(column, '应为整数。', 'This is a whole number.');
};

/** What a column of few codes may be asked for; undefined where it holds anything. */
export const wordsFor = (
  { codes = {}, means = {} }: Listed,
  column: string,
): readonly string[] | undefined => {
  const known = Object.hasOwn(codes, column) ? codes[column] : undefined;
  return known && [...known, ...Object.keys(means[column] ?? {})];
};

/** Of a column of few codes one is asked for that there is, or none at all. */
const ensureCode = (listed: Listed, column: string, text: string): void => {
  const known = wordsFor(listed, column);
  if (!known || text === '' || known.includes(text)) return;
  const names = known.join(', ');
  throw invalid(
    column,
    `没有“${text}”；可用：${names}。`,
    `There is no ${text}; there are: ${names}.`,
  );
};

const equals = (column: string, sqlType: string, text: string): Query<unknown> => {
  if (text === '') return sql()`${raw(column)} IS NULL`;
  if (column === 'division' || column === 'region') return within(column, text);
  return sql()`${raw(column)} = ${valueFor(column, sqlType, text)}`;
};

const named = (text: string): Query<unknown> => {
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  return sql()`name LIKE ${pattern} ESCAPE '\\'`;
};

const unknown = (listed: Listed, path: string): Violation => {
  const names = [...Object.keys(listed.columns), ...Object.keys(listed.also ?? {})].join(', ');
  return {
    path,
    message: {
      zh: `没有“${path}”这个查询条件；可用：${names}。`,
      en: `There is no filter ${path}; there are: ${names}.`,
    },
  };
};

/** How one name of the query narrows the list; undefined when the list has no such filter. */
const filterFor = (
  listed: Listed,
  name: string,
): ((value: string) => Query<unknown>) | undefined => {
  const { columns, also = {} } = listed;
  const question = Object.hasOwn(also, name) ? also[name] : undefined;
  if (question) return question;
  if (name === 'q' && Object.hasOwn(columns, 'name')) return named;
  const sqlType = Object.hasOwn(columns, name) ? columns[name] : undefined;
  if (sqlType === undefined) return undefined;
  const meanings = listed.means?.[name] ?? {};
  return (value) => {
    const meaning = Object.hasOwn(meanings, value) ? meanings[value] : undefined;
    if (meaning) return meaning;
    ensureCode(listed, name, value);
    ensurePossible(name, value);
    return equals(name, sqlType, value);
  };
};

/** What the filters of a query say; a name that comes twice means either. Unknown names are named. */
export const conditionOf = (
  listed: Listed,
  filters: ReadonlyMap<string, readonly string[]>,
): Query<unknown> => {
  const violations = [...filters.keys()].filter((name) => !filterFor(listed, name));
  if (violations.length > 0)
    throw new Problem('invalid-request', {
      violations: violations.map((name) => unknown(listed, name)),
    });
  return allOf(
    [...filters].map(([name, values]) =>
      anyOf(values.map((v) => filterFor(listed, name)?.(v) ?? all)),
    ),
  );
};

/** An instant as UTC with milliseconds; a bare day is its end in the place. */
export const instantOf = (name: string, text: string, zone: string): string => {
  try {
    return Day.safeParse(text).success ? endOfDay(text, zone) : normalInstant(text);
  } catch {
    throw invalid(
      name,
      '应为日期（YYYY-MM-DD）或带时区的时刻。',
      'This is a day (YYYY-MM-DD) or an instant with its offset.',
    );
  }
};
