import type { DatabaseSync } from 'node:sqlite';
import type { FoldRow, Value } from '../../projections/projection.ts';
import { manyRows } from './many-rows.ts';
import type { Turns } from './pace.ts';

const ROWS_KEPT = 30_000;
/** Rows of a table held in memory while a building goes on. */
const ROWS_HELD = 100_000;

/** Where a set of tables is built: '' is the live one, anything else stands beside it. */
export type Place = {
  readonly suffix: string;
  /** Distinguishes index names of one building from those of the one before. */
  readonly generation: number;
  /** Nobody reads it before it is finished: rows may be held back, and written in large pieces. */
  readonly isApart?: boolean;
};

/** The fact that causes a change: its position, and when it was recorded. */
export type Moment = { readonly position: bigint; readonly at: string };

export type TableShape = {
  readonly table: string;
  readonly columns: Readonly<Record<string, string>>;
  readonly indexes: readonly string[];
  /** Columns kept for the current row alone, in a table beside. */
  readonly keeps?: readonly string[];
  /** Those of them that are lists: stored as JSON. */
  readonly lists?: readonly string[];
};

/** The columns that are shown, and have a history. */
export const shownColumns = ({ columns, keeps = [] }: Omit<TableShape, 'table' | 'indexes'>) =>
  Object.fromEntries(Object.entries(columns).filter(([column]) => !keeps.includes(column)));

/** The physical tables of a shape, without suffix. */
export const tablesOf = ({ table, keeps = [] }: TableShape): readonly string[] =>
  keeps.length === 0 ? [`${table}_history`] : [`${table}_history`, `${table}_kept`];

type Version = { readonly row: FoldRow; readonly since: Moment };

const BOOKKEEPING = ['since', 'since_at', 'until', 'until_at'];

/** Makes a table that keeps every version of every row. */
export const createHistoryTable = (
  db: DatabaseSync,
  shape: TableShape,
  { suffix }: Place,
): void => {
  const { table, columns, keeps = [] } = shape;
  const name = `${table}_history${suffix}`;
  const defined = Object.entries(shownColumns(shape)).map(([column, type]) => `${column} ${type}`);
  if (keeps.length > 0) {
    const kept = keeps.map((column) => `${column} ${columns[column] ?? 'TEXT'}`);
    db.exec(`CREATE TABLE ${table}_kept${suffix} (id TEXT PRIMARY KEY, ${kept.join(', ')}) STRICT`);
  }
  db.exec(`CREATE TABLE ${name} (${defined.join(', ')}, since INTEGER NOT NULL,
    since_at TEXT NOT NULL, until INTEGER, until_at TEXT, PRIMARY KEY (id, since)) STRICT, WITHOUT ROWID`);
};

/** Only the rows as they stand are looked up by a column; the past is read whole. */
export const indexHistoryTable = (
  db: DatabaseSync,
  { table, indexes }: TableShape,
  { suffix, generation }: Place,
): void => {
  indexes.forEach((on, i) => {
    db.exec(`CREATE INDEX ${table}_${String(generation)}_${String(i)}
      ON ${table}_history${suffix} (${on}) WHERE until IS NULL`);
  });
};

/** The view of the current rows, under the table's own name. */
export const showCurrent = (db: DatabaseSync, { table }: TableShape): void => {
  db.exec(`DROP VIEW IF EXISTS ${table};
    CREATE VIEW ${table} AS SELECT * FROM ${table}_history WHERE until IS NULL`);
};

export type HistoryTable = ReturnType<typeof historyTable>;

type Keeping = {
  readonly find: (id: string) => Record<string, FoldRow[string]>;
  readonly put: (row: FoldRow) => void;
  readonly drop: (id: string) => void;
};

/** The columns that only the fold reads, for current rows. */
const keeping = (
  db: DatabaseSync,
  { table, keeps = [], lists = [] }: TableShape,
  suffix: string,
): Keeping => {
  if (keeps.length === 0) {
    return { find: () => ({}), put: () => undefined, drop: () => undefined };
  }
  const name = `${table}_kept${suffix}`;
  const find = db.prepare(`SELECT ${keeps.join()} FROM ${name} WHERE id = ?`);
  const put = db.prepare(
    `INSERT INTO ${name} (id, ${keeps.join()}) VALUES (?, ${keeps.map(() => '?').join()})
      ON CONFLICT DO UPDATE SET ${keeps.map((column) => `${column} = excluded.${column}`).join()}`,
  );
  const drop = db.prepare(`DELETE FROM ${name} WHERE id = ?`);
  return {
    find: (id) => {
      const kept = { ...(find.get(id) as Record<string, FoldRow[string]> | undefined) };
      for (const list of lists) kept[list] = JSON.parse(kept[list] as string) as readonly object[];
      return kept;
    },
    put: (row) => {
      const stored = (column: string) =>
        lists.includes(column) ? JSON.stringify(row[column]) : (row[column] as Value);
      put.run(row.id, ...keeps.map(stored));
    },
    drop: (id) => {
      drop.run(id);
    },
  };
};

/** A version of a row, and the fact that ended it. */
type Past = { readonly version: Version; readonly until: Moment | undefined };

/** Writes versions in the order of their rows, for the table is kept in it. */
const versionWriter = (db: DatabaseSync, name: string, columns: readonly string[]) => {
  const rows = manyRows(db, name, [...columns, ...BOOKKEEPING]);
  let held = new Map<string, Past[]>();
  let count = 0;

  const add = (version: Version, until?: Moment): void => {
    const mine = held.get(version.row.id);
    if (mine) mine.push({ version, until });
    else held.set(version.row.id, [{ version, until }]);
    count += 1;
  };
  const put = ({ version: { row, since }, until }: Past): void => {
    const values: Value[] = columns.map((column) => (row[column] ?? null) as Value);
    values.push(since.position, since.at, until?.position ?? null, until?.at ?? null);
    rows.add(values);
  };
  const write = async (turn: Turns): Promise<void> => {
    for (const id of [...held.keys()].sort()) {
      for (const past of held.get(id) ?? []) put(past);
      await turn();
    }
    rows.flush();
    held = new Map();
    count = 0;
  };
  return { add, write, count: () => count };
};

/**
 * Writes versions of rows; what changes again before `flush` never touches the disk as current. In
 * a building, current rows stay in memory until the end, or until there are too many.
 */
export const historyTable = (db: DatabaseSync, shape: TableShape, place: Place) => {
  const name = `${shape.table}_history${place.suffix}`;
  const names = Object.keys(shownColumns(shape));
  const beside = keeping(db, shape, place.suffix);
  const versions = versionWriter(db, name, names);
  const close = db.prepare(
    `UPDATE ${name} SET until = ?, until_at = ? WHERE id = ? AND until IS NULL`,
  );
  const find = db.prepare(`SELECT * FROM ${name} WHERE id = ? AND until IS NULL`);
  const any = db.prepare(`SELECT 1 FROM ${name} LIMIT 1`);
  // Of a table that was empty everything is in memory, as long as nothing was let go.
  let isWhole = any.get() === undefined;

  const pending = new Map<string, Version>();
  const kept = new Map<string, FoldRow>();

  /** The row as it stands. */
  const current = (id: string): FoldRow | undefined => {
    const known = pending.get(id)?.row ?? kept.get(id);
    if (known || isWhole) return known;
    const stored = find.get(id) as FoldRow | undefined;
    if (!stored) return undefined;
    const shown = names.map((column) => [column, stored[column]]);
    const row = { ...Object.fromEntries(shown), ...beside.find(id) } as FoldRow;
    kept.set(id, row);
    return row;
  };

  /** Replaces the row as it stands; `undefined` takes it away. `stands` says whether there is one. */
  const replace = (
    id: string,
    next: FoldRow | undefined,
    moment: Moment,
    stands: boolean,
  ): void => {
    const unwritten = pending.get(id);
    if (unwritten) {
      if (unwritten.since.position !== moment.position) versions.add(unwritten, moment);
    } else if (stands) close.run(moment.position, moment.at, id);
    kept.delete(id);
    if (next) pending.set(id, { row: next, since: moment });
    else {
      pending.delete(id);
      beside.drop(id);
    }
  };

  const forget = (): void => {
    for (const id of kept.keys()) {
      if (kept.size <= ROWS_KEPT) break;
      kept.delete(id);
      isWhole = false;
    }
  };
  const writeAll = async (turn: Turns): Promise<void> => {
    for (const [id, version] of pending) {
      versions.add(version);
      beside.put(version.row);
      kept.set(id, version.row);
      await turn();
    }
    pending.clear();
    await versions.write(turn);
    forget();
  };
  const flush = async (turn: Turns): Promise<void> => {
    if (!place.isApart || pending.size > ROWS_HELD) await writeAll(turn);
    else if (versions.count() > ROWS_HELD) await versions.write(turn);
  };

  return { current, replace, flush, finish: writeAll };
};
