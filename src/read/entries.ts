import type { DatabaseSync } from 'node:sqlite';
import { numberedDay } from '../../domain/shared/calendar.ts';
import { accounts } from '../../projections/accounts/accounts.ts';
import { cubesOf, only, type Account, type Entry } from '../../projections/ledger.ts';
import type { Place } from './history-table.ts';
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
      (account, unit, on_day, known, dims, count, workers, women, unknown, members);
    CREATE INDEX book_entries_known_${String(generation)} ON book_entries${suffix} (account, known);
    CREATE TABLE book_cells${suffix} (account INTEGER NOT NULL, cube INTEGER NOT NULL,
      period INTEGER NOT NULL, dims INTEGER NOT NULL, count INTEGER NOT NULL,
      workers INTEGER NOT NULL, women INTEGER NOT NULL, unknown INTEGER NOT NULL,
      members INTEGER NOT NULL, PRIMARY KEY (account, cube, period, dims)) STRICT, WITHOUT ROWID;
    CREATE TABLE book_accounts${suffix} (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT`);
  const add = db.prepare(`INSERT INTO book_accounts${suffix} VALUES (?, ?)`);
  accountList.forEach(({ name }, id) => add.run(id, name));
};

const accountList: readonly Account[] = Object.values(accounts);

/** The number an account has in the tables. */
export const accountNumber = (name: string): number =>
  accountList.findIndex((account) => account.name === name);

// A cell's address in one number: account (5 bits), cube (4), period (20), dims (22).
const address = (account: number, cube: number, period: number, dims: number): number =>
  ((account * 16 + cube) * 1_048_576 + period) * 4_194_304 + dims;

type Sums = [number, number, number, number, number];

/**
 * Writes entries, and sums them into cells: per year (2026) and per month (202607), for every
 * cube of the account. Cells are summed in memory until `flush`.
 */
export const entryWriter = (
  db: DatabaseSync,
  { suffix }: Place,
  { word, dims: dimsId }: ReturnType<typeof words>,
) => {
  const insert = db.prepare(`INSERT INTO book_entries${suffix} (account, on_day, known, unit, dims,
    count, workers, women, unknown, members, cause) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const add = db.prepare(`INSERT INTO book_cells${suffix} VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET ${WEIGHED.map((w) => `${w} = ${w} + excluded.${w}`).join()}`);

  const cells = new Map<number, Sums>();
  const cubes = accountList.map(cubesOf);
  const inCubes = new Map<number, readonly number[]>();

  const cubeDims = (account: number, dims: number, entry: Entry): readonly number[] => {
    const key = dims * 32 + account;
    const held = inCubes.get(key);
    if (held) return held;
    const found = (cubes[account] ?? []).map((kept) => dimsId(only(entry.dims, kept)));
    if (inCubes.size > 100_000) inCubes.clear();
    inCubes.set(key, found);
    return found;
  };

  const sum = (at: number, { count, weights }: Entry) => {
    const cell = cells.get(at);
    if (!cell) {
      const { workers, women, unknown, members } = weights;
      cells.set(at, [count, workers, women, unknown, members]);
      return;
    }
    cell[0] += count;
    cell[1] += weights.workers;
    cell[2] += weights.women;
    cell[3] += weights.unknown;
    cell[4] += weights.members;
  };

  /** Posts one entry of a unit, caused by the fact at this position. */
  const post = (unit: string, known: bigint, cause: string, entry: Entry): void => {
    const account = accountNumber(entry.account);
    const dims = dimsId(entry.dims);
    const { workers, women, unknown, members } = entry.weights;
    insert.run(
      account,
      entry.on,
      known,
      word(unit),
      dims,
      entry.count,
      workers,
      women,
      unknown,
      members,
      word(cause),
    );
    const day = numberedDay(entry.on);
    const year = Number(day.slice(0, 4));
    const month = year * 100 + Number(day.slice(5, 7));
    cubeDims(account, dims, entry).forEach((kept, cube) => {
      sum(address(account, cube, year, kept), entry);
      sum(address(account, cube, month, kept), entry);
    });
  };

  const flush = (): void => {
    for (const [at, sums] of cells) {
      const dims = at % 4_194_304;
      const rest = (at - dims) / 4_194_304;
      const period = rest % 1_048_576;
      const place = (rest - period) / 1_048_576;
      add.run(Math.floor(place / 16), place % 16, period, dims, ...sums);
    }
    cells.clear();
  };

  return { post, flush };
};
