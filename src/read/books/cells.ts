import type { DatabaseSync } from 'node:sqlite';
import type { Place } from '../history-table.ts';
import { manyRows } from '../many-rows.ts';
import type { Turns } from '../pace.ts';
import { sumsByNumber, type Sums } from './sums.ts';

const WEIGHED = ['count', 'workers', 'women', 'unknown', 'members'];

export const createCells = (db: DatabaseSync, { suffix }: Place): void => {
  db.exec(`CREATE TABLE book_cells${suffix} (account INTEGER NOT NULL, cube INTEGER NOT NULL,
    period INTEGER NOT NULL, dims INTEGER NOT NULL, count INTEGER NOT NULL,
    workers INTEGER NOT NULL, women INTEGER NOT NULL, unknown INTEGER NOT NULL,
    members INTEGER NOT NULL, PRIMARY KEY (account, cube, period, dims)) STRICT, WITHOUT ROWID`);
};

/** Cells held in memory while a building goes on: some hundred bytes each. */
const MOST_HELD = 3_000_000;

// Which cell, in one number below 2⁵³: account (up to 127), cube, period, dimensions.
const CUBES = 16;
const PERIODS = 2 ** 18;
const DIMS = 2 ** 24;

/** An account's cube in a period, for one set of dimensions. */
type Cell = {
  readonly account: number;
  readonly cube: number;
  readonly period: number;
  readonly dims: number;
};

// Years first, then quarters or months, as the table orders them: 2026, 20263, 202607.
const QUARTERS = 10_000;
const MONTHS = 50_000;

const placeOf = (period: number): number => {
  if (period < 10_000) return period;
  return period < 100_000
    ? QUARTERS + Math.floor(period / 10) * 4 + (period % 10) - 1
    : MONTHS + Math.floor(period / 100) * 12 + (period % 100) - 1;
};
const periodAt = (place: number): number => {
  if (place < QUARTERS) return place;
  return place < MONTHS
    ? Math.floor((place - QUARTERS) / 4) * 10 + ((place - QUARTERS) % 4) + 1
    : Math.floor((place - MONTHS) / 12) * 100 + ((place - MONTHS) % 12) + 1;
};

const numberOf = ({ account, cube, period, dims }: Cell): number => {
  if (dims >= DIMS) throw new RangeError('The books hold too many sets of dimensions.');
  return ((account * CUBES + cube) * PERIODS + placeOf(period)) * DIMS + dims;
};
const cellOf = (number: number): Cell => {
  const dims = number % DIMS;
  const shelf = (number - dims) / DIMS;
  const place = shelf % PERIODS;
  const book = (shelf - place) / PERIODS;
  return { account: Math.floor(book / CUBES), cube: book % CUBES, period: periodAt(place), dims };
};

/** The year of a month (202607) or quarter (20263). */
const yearOf = (period: number): number => Math.floor(period / (period > 99_999 ? 100 : 10));

/** Sums of entries by year and by month or quarter, added up in memory until they are written. */
export const cellWriter = (db: DatabaseSync, { suffix, isApart }: Place) => {
  const columns = ['account', 'cube', 'period', 'dims', ...WEIGHED];
  const raise = WEIGHED.map((weight) => `${weight} = ${weight} + excluded.${weight}`);
  const rows = manyRows(
    db,
    `book_cells${suffix}`,
    columns,
    `ON CONFLICT DO UPDATE SET ${raise.join()}`,
  );
  const waiting = sumsByNumber();

  const addYears = (): void => {
    for (const number of waiting.numbers()) {
      const cell = cellOf(number);
      waiting.add(numberOf({ ...cell, period: yearOf(cell.period) }), waiting.sumsOf(number));
    }
  };

  /** Writes what was added up. */
  const write = async (turn: Turns): Promise<void> => {
    addYears();
    let n = 0;
    for (const number of waiting.numbers().sort()) {
      const sums = waiting.sumsOf(number);
      if (sums.every((sum) => sum === 0)) continue;
      const { account, cube, period, dims } = cellOf(number);
      rows.add([account, cube, period, dims, ...sums]);
      n += 1;
      if (n % 256 === 0) await turn();
    }
    rows.flush();
    waiting.clear();
  };

  return {
    add: (cell: Cell, sums: Sums): void => {
      waiting.add(numberOf(cell), sums);
    },
    /** Writes what was added up; in a building only when there is too much of it. */
    flush: async (turn: Turns): Promise<void> => {
      if (!isApart || waiting.size() > MOST_HELD) await write(turn);
    },
    finish: write,
  };
};
