import type { Fact, Message } from '../domain/shared/message.ts';
import type { Category } from '../domain/shared/policy.ts';

export type Value = string | number | bigint | null;

/** Rows are flat: a list inside a row is another table. `id` is the row's key. */
export type Row = { readonly id: string } & Readonly<Record<string, Value>>;

/** A row as its fold sees it: with lists that are kept for the fold alone. */
export type FoldRow = { readonly id: string } & Readonly<Record<string, Value | readonly object[]>>;

/** What a projection sees: a fact, its stamp, whose it is (`category`, `subject`) and where it stands. */
export type Seen<E extends Message = Message> = Fact<E> & {
  readonly category: Category;
  /** The id of the aggregate it is about. */
  readonly subject: string;
  readonly revision: bigint;
  readonly position: bigint;
};
type Of<E extends Message, Type> = Seen<Extract<E, { type: Type }>>;

/**
 * A read model: a table and the fold that fills it. The projector keeps every version of every
 * row in `<table>_history` with `since` and `until` (positions) and `since_at`, `until_at`
 * (instants); the view `<table>` shows the current ones. Bump `version` when the fold changes.
 */
export type Projection<R extends FoldRow = Row, E extends Message = Message> = {
  readonly table: string;
  readonly version: number;
  /** Column → SQL type, `id` first: { id: 'TEXT NOT NULL', name: 'TEXT', … }. */
  readonly columns: Readonly<Record<Extract<keyof R, string>, string>>;
  /** Columns that only the fold reads: kept for the current row alone, neither shown nor in the history. */
  readonly keeps?: readonly Extract<keyof R, string>[];
  /** Those of them that are lists: stored as JSON. */
  readonly lists?: readonly Extract<keyof R, string>[];
  /** Column lists worth an index, e.g. 'phase, due'. */
  readonly indexes: readonly string[];
  readonly categories: readonly Category[];
  /** The rows that a fact touches; none when it is not about this table. */
  readonly keys: (event: Seen<E>) => readonly string[];
  /** The row after the fact; `undefined` leaves no row (or takes it away). */
  readonly next: (row: R | undefined, event: Seen<E>, key: string) => R | undefined;
};

type Creates<R, E extends Message> = {
  readonly [T in E['type']]?: (event: Of<E, T>, key: string) => R | undefined;
};
type Changes<R, E extends Message> = {
  readonly [T in E['type']]?: (row: R, event: Of<E, T>, key: string) => R | undefined;
};

/** A projection whose facts either create a row or change one; a change to no row is a bug, and says so. */
export const register = <R extends Row, E extends Message>({
  create,
  change,
  keys,
  ...table
}: Omit<Projection<R, E>, 'keys' | 'next'> & {
  readonly create: Creates<R, E>;
  readonly change: Changes<R, E>;
  /** Which rows a fact of a known type touches; by default the one of its aggregate. */
  readonly keys?: (event: Seen<E>) => readonly string[];
}): Projection<R, E> => ({
  ...table,
  keys: (event) =>
    event.type in create || event.type in change ? (keys?.(event) ?? [event.subject]) : [],
  next: (row, event, key) => {
    const type = event.type as E['type'];
    const born = create[type] as ((event: Seen<E>, key: string) => R | undefined) | undefined;
    const grown = change[type] as
      ((row: R, event: Seen<E>, key: string) => R | undefined) | undefined;
    if (row) return grown ? grown(row, event, key) : row;
    if (born) return born(event, key);
    throw new Error(`${table.table}: ${event.type} for no row ${key}`);
  },
});

/** A query is a value, run by whoever holds the database. `R` is the shape of its rows. */
export type Query<R> = {
  readonly text: string;
  readonly values: readonly Value[];
  readonly row?: R;
};

/** A query from a template: values become parameters, nested queries are put in as they are. */
export const sql =
  <R>() =>
  (parts: TemplateStringsArray, ...values: (Value | Query<unknown>)[]): Query<R> => {
    const flat: Value[] = [];
    const text = parts.reduce((before, part, i) => {
      const value = values[i - 1] as Value | Query<unknown>;
      if (typeof value === 'object' && value !== null) {
        flat.push(...value.values);
        return before + value.text + part;
      }
      flat.push(value);
      return `${before}?${part}`;
    });
    return { text, values: flat };
  };

/** Text that is part of the program (a table, a column), never of a request. */
export const raw = (text: string): Query<unknown> => ({ text, values: [] });

/** The rows of a table as they stand, or as they were known at a position. */
export const asKnown = (table: string, known?: bigint): Query<unknown> =>
  known === undefined
    ? raw(table)
    : sql()`(SELECT * FROM ${raw(`${table}_history`)} WHERE since <= ${known}
        AND (until IS NULL OR until > ${known}))`;
