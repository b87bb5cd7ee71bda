import type { DatabaseSync } from 'node:sqlite';
import { DIMENSIONS, dimensionColumn, dimsKey, type Dims } from '../../../projections/ledger.ts';
import type { Place } from '../history-table.ts';

const KEPT = 200_000;

const DIMS_COLUMNS = DIMENSIONS.map(dimensionColumn);

export const createWords = (db: DatabaseSync, { suffix }: Place): void => {
  db.exec(`CREATE TABLE book_words${suffix} (id INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE book_dims${suffix} (id INTEGER PRIMARY KEY,
      ${DIMS_COLUMNS.map((column) => `${column} TEXT NOT NULL`).join()},
      UNIQUE (${DIMS_COLUMNS.join()})) STRICT`);
};

const numbering = <T>(
  textOf: (value: T) => string,
  find: (value: T) => number | undefined,
  add: (value: T) => number,
) => {
  const known = new Map<string, number>();
  return (value: T): number => {
    const text = textOf(value);
    const held = known.get(text);
    if (held !== undefined) return held;
    const id = find(value) ?? add(value);
    if (known.size >= KEPT) known.clear();
    known.set(text, id);
    return id;
  };
};

/** Numbers for texts and for sets of dimensions, so that an entry is a row of integers. */
export const words = (db: DatabaseSync, { suffix }: Place) => {
  const findWord = db.prepare(`SELECT id FROM book_words${suffix} WHERE word = ?`);
  const addWord = db.prepare(`INSERT INTO book_words${suffix} (word) VALUES (?)`);
  const findDims = db.prepare(
    `SELECT id FROM book_dims${suffix} WHERE ${DIMS_COLUMNS.map((c) => `${c} = ?`).join(' AND ')}`,
  );
  const addDims = db.prepare(
    `INSERT INTO book_dims${suffix} (${DIMS_COLUMNS.join()}) VALUES (${DIMS_COLUMNS.map(() => '?').join()})`,
  );
  const cells = (dims: Dims) => DIMENSIONS.map((dimension) => dims[dimension]);
  return {
    word: numbering<string>(
      (text) => text,
      (text) => (findWord.get(text) as { id: number } | undefined)?.id,
      (text) => Number(addWord.run(text).lastInsertRowid),
    ),
    dims: numbering<Dims>(
      dimsKey,
      (dims) => (findDims.get(...cells(dims)) as { id: number } | undefined)?.id,
      (dims) => Number(addDims.run(...cells(dims)).lastInsertRowid),
    ),
  };
};
