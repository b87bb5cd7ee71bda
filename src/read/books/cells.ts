import type { DatabaseSync } from 'node:sqlite';
import type { Place } from '../history-table.ts';
import { quarterOf } from '../../../projections/ledger.ts';
import { manyRows } from '../many-rows.ts';
import type { Turns } from '../pace.ts';
import { sumsByNumber } from './sums.ts';

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

/** The number of an account's cube with one set of dimensions, in no period yet. */
export const cubeNumber = (account: number, cube: number, dims: number): number => {
  if (dims >= DIMS) throw new RangeError('The books hold too many sets of dimensions.');
  return (account * CUBES + cube) * PERIODS * DIMS + dims;
};
/** What a period (2026, 20263, 202607) adds to the number of a cube. */
export const periodNumber = (period: number): number => placeOf(period) * DIMS;

const cellOf = (number: number) => {
  const dims = number % DIMS;
  const shelf = (number - dims) / DIMS;
  const place = shelf % PERIODS;
  const book = (shelf - place) / PERIODS;
  return { account: Math.floor(book / CUBES), cube: book % CUBES, period: periodAt(place), dims };
};

/** Sums of entries by year, quarter and month, added up in memory until they are written. */
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

  /** Sums months into the quarters and years that they lie in. */
  const addLonger = (): void => {
    for (const number of waiting.numbers()) {
      const { account, cube, period: month, dims } = cellOf(number);
      const sums = waiting.sumsOf(number);
      const numberOf = (period: number) => cubeNumber(account, cube, dims) + periodNumber(period);
      waiting.add(numberOf(quarterOf(month)), sums);
      waiting.add(numberOf(Math.floor(month / 100)), sums);
    }
  };

  /** Writes what was added up. */
  const write = async (turn: Turns): Promise<void> => {
    addLonger();
    let n = 0;
    for (const number of waiting.numbers()) {
      const [count, workers, women, unknown, members] = waiting.sumsOf(number);
      n += 1;
      if (n % 256 === 0) await turn();
      if (count === 0 && workers === 0 && women === 0 && unknown === 0 && members === 0) continue;
      const { account, cube, period, dims } = cellOf(number);
      rows.add([account, cube, period, dims, count, workers, women, unknown, members]);
    }
    rows.flush();
    waiting.clear();
  };

  return {
    /** Adds to the cell of this number: that of a cube and that of a month. */
    add: waiting.add,
    /** Writes what was added up; in a building only when there is too much of it. */
    flush: async (turn: Turns): Promise<void> => {
      if (!isApart || waiting.size() > MOST_HELD) await write(turn);
    },
    finish: write,
  };
};
