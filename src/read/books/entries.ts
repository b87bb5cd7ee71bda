import type { DatabaseSync } from 'node:sqlite';
import { numberedDay } from '../../../domain/shared/calendar.ts';
import { accounts, parts } from '../../../projections/accounts/accounts.ts';
import {
  cubesOf,
  monthsInCell,
  only,
  periodOf,
  type Account,
  type Dimension,
  type Entry,
} from '../../../projections/ledger.ts';
import type { Place } from '../history-table.ts';
import type { words } from './words.ts';

const WEIGHED = ['count', 'workers', 'women', 'unknown', 'members'];

export const createEntries = (db: DatabaseSync, { suffix, generation }: Place): void => {
  db.exec(`
    CREATE TABLE book_entries${suffix} (account INTEGER NOT NULL, on_day INTEGER NOT NULL,
      known INTEGER NOT NULL, unit INTEGER NOT NULL, dims INTEGER NOT NULL, count INTEGER NOT NULL,
      workers INTEGER NOT NULL, women INTEGER NOT NULL, unknown INTEGER NOT NULL,
      members INTEGER NOT NULL, cause INTEGER NOT NULL,
      PRIMARY KEY (account, on_day, known, unit, dims)) STRICT, WITHOUT ROWID;
    CREATE INDEX book_entries_unit_${String(generation)} ON book_entries${suffix}
      (account, unit);
    CREATE INDEX book_entries_known_${String(generation)} ON book_entries${suffix} (account, known);
    CREATE TABLE book_cells${suffix} (account INTEGER NOT NULL, cube INTEGER NOT NULL,
      period INTEGER NOT NULL, dims INTEGER NOT NULL, count INTEGER NOT NULL,
      workers INTEGER NOT NULL, women INTEGER NOT NULL, unknown INTEGER NOT NULL,
      members INTEGER NOT NULL, PRIMARY KEY (account, cube, period, dims)) STRICT, WITHOUT ROWID;
    CREATE TABLE book_accounts${suffix} (id INTEGER PRIMARY KEY, name TEXT NOT NULL,
      kind TEXT NOT NULL, level TEXT NOT NULL) STRICT`);
  const add = db.prepare(`INSERT INTO book_accounts${suffix} VALUES (?, ?, ?, ?)`);
  for (const { id, name, kind, level } of parts) add.run(id, name, kind, level);
};

/** Sums by the number of a set of dimensions: count, workers, women, unknown, members. */
type Sums = [number, number, number, number, number];
type Cells = Map<number, Sums>;

const addTo = (cells: Cells, dims: number, sums: Sums): void => {
  const cell = cells.get(dims);
  if (!cell) {
    cells.set(dims, [...sums]);
    return;
  }
  cell[0] += sums[0];
  cell[1] += sums[1];
  cell[2] += sums[2];
  cell[3] += sums[3];
  cell[4] += sums[4];
};

const isNothing = (sums: Sums): boolean => sums.every((sum) => sum === 0);

// The cells of one cube in one period, in one number: account, cube (4 bits), period (20).
const shelf = (account: number, cube: number, period: number): number =>
  (account * 16 + cube) * 1_048_576 + period;

const fromShelf = (at: number) => {
  const period = at % 1_048_576;
  const place = (at - period) / 1_048_576;
  return { account: Math.floor(place / 16), cube: place % 16, period };
};

type Book = { readonly id: number; readonly cubes: readonly Cube[] };
type Cube = { readonly kept: readonly Dimension[]; readonly months: 1 | 3 };

/** The part of an account that an entry belongs to, by its name, kind and level. */
const openBooks = (): ((entry: Entry) => Book) => {
  const books = new Map<string, Book>();
  for (const account of Object.values<Account>(accounts)) {
    const cubes = cubesOf(account).map((kept) => ({ kept, months: monthsInCell(account, kept) }));
    for (const { id, name, kind, level } of parts) {
      if (name === account.name) books.set(`${name}/${kind}/${level}`, { id, cubes });
    }
  }
  return ({ account, dims }) => {
    const book =
      books.get(`${account}//`) ??
      books.get(`${account}/${dims.contractKind}/${dims.contractLevel}`);
    if (!book) throw new Error(`There is no account ${account}.`);
    return book;
  };
};

const monthsByDay = (): ((on: number) => number) => {
  const known = new Map<number, number>();
  return (on) => {
    const held = known.get(on);
    if (held !== undefined) return held;
    const day = numberedDay(on);
    const month = Number(day.slice(0, 4)) * 100 + Number(day.slice(5, 7));
    known.set(on, month);
    return month;
  };
};

/** Sums waiting to be written, shelf by shelf. */
const cellSums = () => {
  const shelves = new Map<number, Cells>();
  return {
    shelves,
    add: (at: number, dims: number, sums: Sums): void => {
      let cells = shelves.get(at);
      if (!cells) shelves.set(at, (cells = new Map<number, Sums>()));
      addTo(cells, dims, sums);
    },
  };
};

/**
 * Writes entries, and sums them into cells: per year (2026) and per month (202607) or quarter
 * (20263), for every cube of the account. Cells are summed in memory until `flush`.
 */
export const entryWriter = (
  db: DatabaseSync,
  { suffix }: Place,
  { word, dims: dimsId }: ReturnType<typeof words>,
) => {
  const insert = db.prepare(`INSERT INTO book_entries${suffix} (account, on_day, known, unit, dims,
    count, workers, women, unknown, members, cause) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const raise = db.prepare(`INSERT INTO book_cells${suffix} VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET ${WEIGHED.map((w) => `${w} = ${w} + excluded.${w}`).join()}`);
  const bookOf = openBooks();
  const monthOf = monthsByDay();
  const inCubes = new Map<number, readonly number[]>();
  let waiting = cellSums();

  const cubeDims = ({ id, cubes }: Book, dims: number, entry: Entry): readonly number[] => {
    const key = dims * 256 + id;
    const held = inCubes.get(key);
    if (held) return held;
    const found = cubes.map(({ kept }) => dimsId(only(entry.dims, kept)));
    if (inCubes.size > 100_000) inCubes.clear();
    inCubes.set(key, found);
    return found;
  };

  /** Posts one entry of a unit, caused by the fact at this position. */
  const post = (unit: string, known: bigint, cause: string, entry: Entry): void => {
    const book = bookOf(entry);
    const dims = dimsId(entry.dims);
    const { workers, women, unknown, members } = entry.weights;
    const sums: Sums = [entry.count, workers, women, unknown, members];
    insert.run(book.id, entry.on, known, word(unit), dims, ...sums, word(cause));
    const month = monthOf(entry.on);
    const kept = cubeDims(book, dims, entry);
    for (let cube = 0; cube < kept.length; cube++) {
      const period = periodOf(month, book.cubes[cube]?.months ?? 1);
      waiting.add(shelf(book.id, cube, period), kept[cube] ?? 0, sums);
    }
  };

  const write = ({ shelves }: ReturnType<typeof cellSums>) => {
    for (const [at, cells] of shelves) {
      const { account, cube, period } = fromShelf(at);
      for (const [dims, sums] of cells) {
        if (!isNothing(sums)) raise.run(account, cube, period, dims, ...sums);
      }
    }
  };

  const flush = (): void => {
    const years = cellSums();
    for (const [at, cells] of waiting.shelves) {
      const { account, cube, period } = fromShelf(at);
      const year = Math.floor(period / (period > 99_999 ? 100 : 10));
      for (const [dims, sums] of cells) years.add(shelf(account, cube, year), dims, sums);
    }
    write(waiting);
    write(years);
    waiting = cellSums();
  };

  return { post, flush };
};
