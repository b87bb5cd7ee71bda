import type { DatabaseSync } from 'node:sqlite';
import { accounts, parts } from '../../../projections/accounts/accounts.ts';
import {
  cubesOf,
  monthsByDay,
  only,
  SUMS,
  type Account,
  type Dimension,
  type Dims,
  type Entry,
} from '../../../projections/ledger.ts';
import type { Place } from '../history-table.ts';
import { manyRows } from '../many-rows.ts';
import type { Turns } from '../pace.ts';
import { cellNumber, cellWriter, createCells } from './cells.ts';
import type { words } from './words.ts';

const COLUMNS = ['account', 'on_day', 'known', 'unit', 'dims', ...SUMS, 'cause'];
const WIDTH = COLUMNS.length;
const ON = COLUMNS.indexOf('on_day');
const FIRST_SUM = COLUMNS.indexOf(SUMS[0]);

/** Entries held in memory while a building goes on. */
const MOST_HELD = 1_000_000;

export const createEntries = (db: DatabaseSync, place: Place): void => {
  const { suffix } = place;
  db.exec(`
    CREATE TABLE book_entries${suffix} (account INTEGER NOT NULL, on_day INTEGER NOT NULL,
      known INTEGER NOT NULL, unit INTEGER NOT NULL, dims INTEGER NOT NULL, count INTEGER NOT NULL,
      workers INTEGER NOT NULL, women INTEGER NOT NULL, unknown INTEGER NOT NULL,
      members INTEGER NOT NULL, cause INTEGER NOT NULL,
      PRIMARY KEY (account, on_day, known, unit, dims)) STRICT, WITHOUT ROWID;
    CREATE TABLE book_accounts${suffix} (id INTEGER PRIMARY KEY, name TEXT NOT NULL,
      kind TEXT NOT NULL, level TEXT NOT NULL) STRICT`);
  createCells(db, place);
  const add = db.prepare(`INSERT INTO book_accounts${suffix} VALUES (?, ?, ?, ?)`);
  for (const { id, name, kind, level } of parts) add.run(id, name, kind, level);
};

export const indexEntries = (db: DatabaseSync, { suffix, generation }: Place): void => {
  const n = String(generation);
  db.exec(`CREATE INDEX book_entries_unit_${n} ON book_entries${suffix} (account, unit)`);
  db.exec(`CREATE INDEX book_entries_known_${n} ON book_entries${suffix} (account, known)`);
};

type Cube = {
  readonly kept: readonly Dimension[];
  /** Numbers of sets of dimensions in the cube, by the values it keeps. */
  readonly known: Map<string, number>;
};
type Book = { readonly id: number; readonly cubes: readonly Cube[] };
/** Where an entry of an account with some dimensions goes: its part, its dimensions, its cell in each cube. */
type Slot = {
  readonly book: number;
  readonly dims: number;
  readonly cells: readonly number[];
};

/** The part of an account that an entry belongs to, by its name, kind and level. */
const openBooks = (): ((account: string, dims: Dims) => Book) => {
  const books = new Map<string, Book>();
  for (const account of Object.values<Account>(accounts)) {
    const cubes = cubesOf(account).map((kept) => ({
      kept,
      known: new Map<string, number>(),
    }));
    for (const { id, name, kind, level } of parts) {
      if (name === account.name) books.set(`${name}/${kind}/${level}`, { id, cubes });
    }
  }
  return (account, { contractKind, contractLevel }) => {
    const book =
      books.get(`${account}//`) ?? books.get(`${account}/${contractKind}/${contractLevel}`);
    if (!book) throw new Error(`There is no account ${account}.`);
    return book;
  };
};

const CUBE_DIMS_KEPT = 200_000;

/** Slots by account and dimensions; equal dimensions are mostly one object. */
const openSlots = (dimsId: (dims: Dims) => number): ((entry: Entry) => Slot) => {
  const bookOf = openBooks();
  const byAccount = new Map<string, WeakMap<Dims, Slot>>();

  const inCube = ({ kept, known }: Cube, dims: Dims): number => {
    let key = '';
    for (const dimension of kept) key += `${dims[dimension]}\u001f`;
    const held = known.get(key);
    if (held !== undefined) return held;
    const number = dimsId(only(dims, kept));
    if (known.size >= CUBE_DIMS_KEPT) known.clear();
    known.set(key, number);
    return number;
  };
  return ({ account, dims }) => {
    let slots = byAccount.get(account);
    if (!slots) byAccount.set(account, (slots = new WeakMap<Dims, Slot>()));
    const held = slots.get(dims);
    if (held) return held;
    const { id, cubes } = bookOf(account, dims);
    const cells = cubes.map((cube, i) => cellNumber(id, i, inCube(cube, dims)));
    const slot = { book: id, dims: dimsId(dims), cells };
    slots.set(dims, slot);
    return slot;
  };
};

// Days before 1970 come first: no day of the calendar is a million days from there.
const EARLIEST = 1_000_000;
const PLACES = 2 ** 24;

/** The order of the table: rows of one day stay in the order of their facts. */
const inTableOrder = (held: readonly number[]): Float64Array => {
  const order = new Float64Array(held.length / WIDTH);
  for (let n = 0; n < order.length; n++) {
    const [account = 0, on = 0] = [held[n * WIDTH], held[n * WIDTH + 1]];
    order[n] = (account * 2 * EARLIEST + on + EARLIEST) * PLACES + n;
  }
  return order.sort().map((place) => place % PLACES);
};

/**
 * Writes entries, and sums them into cells: the balance at the end of each month, for every cube of
 * the account. They are held in memory until `flush`, and in a building until there are too many.
 */
export const entryWriter = (
  db: DatabaseSync,
  place: Place,
  { word, dims: dimsId }: ReturnType<typeof words>,
) => {
  const rows = manyRows(db, `book_entries${place.suffix}`, COLUMNS);
  const cells = cellWriter(db, place);
  const slotOf = openSlots(dimsId);
  const monthOf = monthsByDay();
  let held: number[] = [];
  let slots: Slot[] = [];

  /** Posts one entry of a unit, caused by the fact at this position. */
  const post = (unit: string, known: bigint, cause: string, entry: Entry): void => {
    const slot = slotOf(entry);
    const { workers, women, unknown, members } = entry.weights;
    held.push(slot.book, entry.on, Number(known), word(unit), slot.dims);
    held.push(entry.count, workers, women, unknown, members, word(cause));
    slots.push(slot);
  };

  const sum = async (turn: Turns): Promise<void> => {
    const months = slots.map((_, n) => monthOf(held[n * WIDTH + ON] ?? 0));
    const numberIn = (n: number, cube: number): number | undefined => {
      const cell = slots[n]?.cells[cube];
      return cell === undefined ? undefined : cell + (months[n] ?? 0);
    };
    const at = (n: number) => n * WIDTH + FIRST_SUM;
    await cells.write({ size: slots.length, numberIn, list: held, at }, turn);
  };
  const write = async (turn: Turns): Promise<void> => {
    for (const [i, n] of inTableOrder(held).entries()) {
      rows.add(held.slice(n * WIDTH, (n + 1) * WIDTH));
      if (i % 256 === 0) await turn();
    }
    rows.flush();
    await sum(turn);
    [held, slots] = [[], []];
  };

  return {
    post,
    flush: async (turn: Turns): Promise<void> => {
      if (!place.isApart || slots.length > MOST_HELD) await write(turn);
    },
    finish: write,
  };
};
