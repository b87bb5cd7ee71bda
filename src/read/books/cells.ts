import type { DatabaseSync } from 'node:sqlite';
import { cellWith, type Cell, type Moved } from './cell.ts';
import { SUMS } from '../../../projections/ledger.ts';
import type { Place } from '../history-table.ts';
import type { Turns } from '../pace.ts';
import { sumsByNumber } from './sums.ts';

/** A cell's number is made of its account, cube and dimensions, in this order. */
export const createCells = (db: DatabaseSync, { suffix }: Place): void => {
  db.exec(`CREATE TABLE book_cells${suffix} (id INTEGER PRIMARY KEY,
    account INTEGER GENERATED ALWAYS AS (id >> 28) VIRTUAL,
    cube INTEGER GENERATED ALWAYS AS (id >> 24 & 15) VIRTUAL,
    dims INTEGER GENERATED ALWAYS AS (id & 16777215) VIRTUAL,
    months BLOB NOT NULL, ${SUMS.map((weight) => `${weight} BLOB NOT NULL`).join()}) STRICT`);
};

// Which movement, in one number below 2⁵³: account (up to 127), cube, dimensions, month.
const CUBES = 16;
const DIMS = 2 ** 24;
const MONTHS = 2 ** 17;

/** The number of an account's cell in one of its cubes, in no month yet. */
export const cellNumber = (account: number, cube: number, dims: number): number => {
  if (dims >= DIMS) throw new RangeError('The books hold too many sets of dimensions.');
  return ((account * CUBES + cube) * DIMS + dims) * MONTHS;
};

type Stored = { readonly months: Uint8Array } & Readonly<Record<string, Uint8Array>>;

/** The cells of the table. Of a table that was empty nothing is looked up before something was written. */
const stored = (db: DatabaseSync, { suffix }: Place) => {
  const table = `book_cells${suffix}`;
  const find = db.prepare(`SELECT months, ${SUMS.join()} FROM ${table} WHERE id = ?`);
  const put = db.prepare(`INSERT OR REPLACE INTO ${table} (id, months, ${SUMS.join()})
    VALUES (?, ?, ?, ?, ?, ?, ?)`);
  const drop = db.prepare(`DELETE FROM ${table} WHERE id = ?`);
  const any = db.prepare(`SELECT 1 FROM ${table} LIMIT 1`);
  return {
    isEmpty: (): boolean => any.get() === undefined,
    find: (id: number): Cell | undefined => {
      const row = find.get(id) as Stored | undefined;
      return (
        row && { months: row.months, balances: SUMS.map((weight) => row[weight] as Uint8Array) }
      );
    },
    put: (id: number, cell: Cell | undefined): void => {
      if (cell) put.run(id, cell.months, ...cell.balances);
      else drop.run(id);
    },
  };
};

/** Entries to be summed: their sums stand one after the other in one list. */
export type Entries = {
  readonly size: number;
  /** The number of an entry's cell in a cube and of its month; undefined when there is no such cube. */
  readonly numberIn: (n: number, cube: number) => number | undefined;
  readonly list: ArrayLike<number>;
  /** Where the sums of an entry stand in the list. */
  readonly at: (n: number) => number;
};

/** Sums entries into the balances at the ends of months. */
export const cellWriter = (db: DatabaseSync, place: Place) => {
  const moved = sumsByNumber();
  const table = stored(db, place);
  let isBlank = table.isEmpty();

  /** One cube after the other: the sums of most are few, and stay where they are quickly found. */
  const sum = ({ size, numberIn, list, at }: Entries, cube: number): void => {
    for (let n = 0; n < size; n++) {
      const number = numberIn(n, cube);
      if (number !== undefined) moved.add(number, list, at(n));
    }
  };
  const put = async (turn: Turns): Promise<void> => {
    const numbers = moved.numbers();
    let mine: Moved[] = [];
    for (const [i, number] of numbers.entries()) {
      const month = number % MONTHS;
      mine.push({ month, sums: moved.sumsOf(number) });
      const id = (number - month) / MONTHS;
      if (Math.floor((numbers[i + 1] ?? -1) / MONTHS) === id) continue;
      table.put(id, cellWith(isBlank ? undefined : table.find(id), mine));
      mine = [];
      if (i % 64 === 0) await turn();
    }
    moved.clear();
  };

  return {
    write: async (entries: Entries, turn: Turns): Promise<void> => {
      if (entries.size === 0) return;
      for (let cube = 0; cube < CUBES; cube++) {
        sum(entries, cube);
        await put(turn);
      }
      isBlank = false;
    },
  };
};
