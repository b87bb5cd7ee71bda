import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { numberedDay } from '../../domain/shared/calendar.ts';
import { sql, type Query, type Seen } from '../../projections/projection.ts';
import { cityHistory, dice, FIRST } from './city.ts';
import { enterpriseRegister } from '../../projections/enterprise-register.ts';
import { figureDesk, type FigureDesk } from '../../src/figures.ts';
import { finishAll } from '../../src/read/build.ts';
import { rowModel } from '../../src/read/model.ts';
import { turns } from '../../src/read/pace.ts';
import { books } from '../../src/read/books/books.ts';
import { journal } from '../../src/read/journal.ts';
import { preparing } from '../../src/read/preparing.ts';
import { readers } from '../../src/read/readers.ts';
import { openViews, openViewsToRead } from '../../src/read/views.ts';
import { positionAt } from '../../src/system/running.ts';
import { quantile, scratch } from './measure.ts';

/** One path measured: milliseconds for reads, facts a second for posting. */
export type Row = {
  readonly path: string;
  readonly size: number;
  readonly p50: number;
  readonly p99: number;
  /** The same statements one after the other on a bare connection: milliseconds at the median. */
  readonly bare?: number;
  /** What it must not exceed (milliseconds), or must reach (facts a second). */
  readonly bound?: number;
};

const NOW = '2026-01-01T00:00:00.000Z';
const BATCH = 20_000;

const build = async (db: DatabaseSync, history: readonly Seen[]): Promise<number> => {
  const place = { suffix: '', generation: 1, isApart: true };
  const register = rowModel(enterpriseRegister);
  for (const model of [journal, books, register]) {
    model.create(db, place);
    model.show(db);
  }
  register.index(db, place);
  const written = journal.open(db, place);
  const posted = books.open(db, place);
  let ms = 0;
  for (let start = 0; start < history.length; start += BATCH) {
    const batch = history.slice(start, start + BATCH);
    db.exec('BEGIN');
    for (const fact of batch) void written.apply(fact);
    await written.flush(turns());
    const began = performance.now();
    for (const fact of batch) void posted.apply(fact);
    await posted.flush(turns());
    db.exec('COMMIT');
    ms += performance.now() - began;
  }
  db.exec('BEGIN');
  await finishAll([written]);
  journal.index(db, place);
  const began = performance.now();
  await finishAll([posted]);
  books.index(db, place);
  db.exec('COMMIT');
  ms += performance.now() - began;
  return history.length / (ms / 1000);
};

const rounded = (value: number): number => Math.round(value * 100) / 100;

type Asked = Query<unknown>;
type Timed = { readonly p50: number; readonly p99: number; readonly bare: number };

/** How long a question takes, and how long its statements take where nothing else is done with their rows. */
const timed = async (
  rounds: number,
  [ask, heard, bare]: readonly [
    (n: number) => Promise<unknown>,
    () => readonly Asked[],
    (asked: Asked) => unknown,
  ],
): Promise<Timed> => {
  await ask(0);
  heard().forEach(bare);
  const [took, tookBare]: [number[], number[]] = [[], []];
  for (let n = 1; n <= rounds; n++) {
    const began = performance.now();
    await ask(n);
    const answered = performance.now();
    took.push(answered - began);
    const asked = heard();
    const again = performance.now();
    asked.forEach(bare);
    tookBare.push(performance.now() - again);
  }
  return {
    p50: rounded(quantile(took, 0.5)),
    p99: rounded(quantile(took, 0.99)),
    bare: rounded(quantile(tookBare, 0.5)),
  };
};

/** Readers that remember what they were asked since it was last heard. */
const listening = ({ all, heavy }: ReturnType<typeof readers>) => {
  let asked: Asked[] = [];
  return {
    all: <R>(query: Query<R>) => {
      asked.push(query);
      return all(query);
    },
    heavy: <R>(query: Query<R>) => {
      asked.push(query);
      return heavy(query);
    },
    heard: (): readonly Asked[] => {
      const heard = asked;
      asked = [];
      return heard;
    },
  };
};

type Ask = (desk: FigureDesk, on: string, past: string) => Promise<unknown>;

const CITY = 30_000;
const nowBound = (size: number) => (size <= CITY ? 20 : 25);
const asks: readonly (readonly [string, number, Ask, ((size: number) => number | undefined)?])[] = [
  [
    'rate by region, known now',
    100,
    (desk, on) => desk.cell('contract-rate', { on, groupBy: 'region' }),
    nowBound,
  ],
  [
    'rate by region × industry, known now',
    100,
    (desk, on) => desk.cell('contract-rate', { on, groupBy: 'region,industry' }),
    nowBound,
  ],
  [
    'coverage of one city by industry, known now',
    100,
    (desk, on) => desk.cell('worker-coverage', { on, region: '3206', groupBy: 'industry' }),
    nowBound,
  ],
  [
    'rate by region, known a month ago',
    50,
    (desk, on) => desk.cell('contract-rate', { on, groupBy: 'region', knownAt: '2025-12-01' }),
  ],
  [
    'rate by region, any knownAt',
    30,
    (desk, on, knownAt) => desk.cell('contract-rate', { on, knownAt, groupBy: 'region' }),
    (size) => (size <= CITY ? 150 : undefined),
  ],
  [
    'series of 120 months',
    20,
    (desk) => desk.series('contract-rate', { from: '2016-01-01', to: '2025-12-31' }),
  ],
  ['page of 50 members', 50, (desk, on) => desk.members('contract-rate', { on })],
  [
    'changes in a month',
    20,
    (desk, on) => desk.changes('contract-rate', { on, from: '2025-11-01', to: '2025-12-01' }),
  ],
  [
    'rate, at least 100 workers',
    10,
    (desk, on) => desk.cell('contract-rate', { on, minWorkers: '100', groupBy: 'region' }),
  ],
];

/** Ten years of a city in a file of read models; how many facts, and how fast they were posted. */
const fill = async (file: string, enterprises: number): Promise<Row> => {
  const history = cityHistory(enterprises);
  const db = openViews(file);
  const perSecond = Math.round(await build(db, history));
  db.close();
  return {
    path: `posting, facts/s (${String(history.length)} facts)`,
    size: enterprises,
    p50: perSecond,
    p99: perSecond,
    bound: 60_000,
  };
};

/** Every kind of question, asked as a server asks: light ones here, heavy ones in threads. */
const question = async (file: string, enterprises: number): Promise<Row[]> => {
  const opened = readers(file);
  const { all, heavy, heard } = listening(opened);
  const prepare = preparing(openViewsToRead(file));
  const bare = ({ text, values }: Asked) => prepare(text).all(...values);
  const [last] = all(sql<{ at: number }>()`SELECT max(position_no) AS at FROM journal`);
  const head = BigInt(last?.at ?? 0);
  const desk = figureDesk({
    ...{ all, heavy },
    positionAt: (instant) => positionAt(all, instant),
    position: () => head,
    now: () => NOW,
    zone: 'Asia/Shanghai',
  });
  const rows: Row[] = [];
  const roll = dice(7);
  for (const [path, rounds, ask, bound] of asks) {
    const anyDay = () => numberedDay(FIRST + 400 + roll(3200));
    const found = await timed(rounds, [() => ask(desk, anyDay(), anyDay()), heard, bare]);
    const most = bound?.(enterprises);
    rows.push({
      path,
      size: enterprises,
      ...found,
      ...(most === undefined ? {} : { bound: most }),
    });
  }
  await opened.close();
  return rows;
};

/**
 * Posting and every kind of question, over ten years of a city; 250,000 enterprises is a province's size.
 * In a folder that keeps the city (BENCH_CITY) it is posted once.
 */
export const benchFigures = async (enterprises = 23_711): Promise<Row[]> => {
  const measured = async (folder: string): Promise<Row[]> => {
    const file = join(folder, `figures-${String(enterprises)}.db`);
    const posted = existsSync(file) ? [] : [await fill(file, enterprises)];
    return [...posted, ...(await question(file, enterprises))];
  };
  const kept = process.env['BENCH_CITY'];
  return kept === undefined ? scratch(measured) : measured(kept);
};

if (import.meta.main) {
  const [size] = process.argv.slice(2);
  console.table(await benchFigures(size === undefined ? undefined : Number(size)));
}
