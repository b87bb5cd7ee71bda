import type { DatabaseSync } from 'node:sqlite';
import { DIMENSIONS, dimensionColumn, dimsKey, type Dims } from '../../../projections/ledger.ts';
import type { Place } from '../history-table.ts';
import { manyRows } from '../many-rows.ts';

const KEPT = 400_000;

const DIMS_COLUMNS = DIMENSIONS.map(dimensionColumn);

export const createWords = (db: DatabaseSync, { suffix }: Place): void => {
  db.exec(`CREATE TABLE book_words${suffix} (id INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE book_dims${suffix} (id INTEGER PRIMARY KEY,
      ${DIMS_COLUMNS.map((column) => `${column} TEXT NOT NULL`).join()},
      UNIQUE (${DIMS_COLUMNS.join()})) STRICT`);
};

type Numbered<T> = {
  readonly table: string;
  readonly columns: readonly string[];
  /** One text for each value. */
  readonly textOf: (value: T) => string;
  readonly cells: (value: T) => readonly string[];
};

/** Numbers for values, the next one for one that has none; new ones are in the table after `flush`. */
const numbering = <T>(db: DatabaseSync, { table, columns, textOf, cells }: Numbered<T>) => {
  const rows = manyRows(db, table, ['id', ...columns]);
  const find = db.prepare(
    `SELECT id FROM ${table} WHERE ${columns.map((column) => `${column} = ?`).join(' AND ')}`,
  );
  const last = db.prepare(`SELECT coalesce(max(id), 0) AS id FROM ${table}`);
  const known = new Map<string, number>();
  let { id: numbers } = last.get() as { id: number };
  // In a table that was empty there is nothing to find, as long as nothing was forgotten.
  let isWhole = numbers === 0;

  const forget = (): void => {
    rows.flush();
    known.clear();
    isWhole = false;
  };
  const stored = (value: T): number | undefined =>
    isWhole ? undefined : (find.get(...cells(value)) as { id: number } | undefined)?.id;
  const numbered = (value: T): number => {
    numbers += 1;
    rows.add([numbers, ...cells(value)]);
    return numbers;
  };
  return {
    number: (value: T): number => {
      const text = textOf(value);
      const held = known.get(text);
      if (held !== undefined) return held;
      if (known.size >= KEPT) forget();
      const id = stored(value) ?? numbered(value);
      known.set(text, id);
      return id;
    },
    flush: rows.flush,
  };
};

/** Numbers for texts and for sets of dimensions, so that an entry is a row of integers. */
export const words = (db: DatabaseSync, { suffix }: Place) => {
  const texts = numbering<string>(db, {
    table: `book_words${suffix}`,
    columns: ['word'],
    textOf: (text) => text,
    cells: (text) => [text],
  });
  const dims = numbering<Dims>(db, {
    table: `book_dims${suffix}`,
    columns: DIMS_COLUMNS,
    textOf: dimsKey,
    cells: (one) => DIMENSIONS.map((dimension) => one[dimension]),
  });
  return {
    word: texts.number,
    dims: dims.number,
    flush: (): void => {
      texts.flush();
      dims.flush();
    },
  };
};
