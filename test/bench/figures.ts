import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { numberedDay } from '../../domain/shared/calendar.ts';
import type { Query, Seen } from '../../projections/projection.ts';
import { cityHistory, dice, FIRST } from './city.ts';
import { enterpriseRegister } from '../../projections/enterprise-register.ts';
import { figureDesk, type FigureDesk } from '../../src/figures.ts';
import { finishAll } from '../../src/read/build.ts';
import { rowModel } from '../../src/read/model.ts';
import { turns } from '../../src/read/pace.ts';
import { books } from '../../src/read/books/books.ts';
import { journal } from '../../src/read/journal.ts';
import { positionAt } from '../../src/system/running.ts';

/** One path measured: milliseconds for reads, facts a second for posting. */
export type Row = {
  readonly path: string;
  readonly size: number;
  readonly p50: number;
  readonly p99: number;
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

const quantile = (values: readonly number[], q: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const at = sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0;
  return Math.round(at * 100) / 100;
};

const timed = async (
  rounds: number,
  ask: (n: number) => Promise<unknown>,
): Promise<[number, number]> => {
  await ask(0);
  const took: number[] = [];
  for (let n = 1; n <= rounds; n++) {
    const began = performance.now();
    await ask(n);
    took.push(performance.now() - began);
  }
  return [quantile(took, 0.5), quantile(took, 0.99)];
};

type Ask = (desk: FigureDesk, on: string, past: string) => Promise<unknown>;

const CITY = 30_000;
const nowBound = (size: number) => (size <= CITY ? 20 : 25);
const asks: readonly (readonly [string, number, Ask, ((size: number) => number)?])[] = [
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
    (size) => (size <= CITY ? 150 : Infinity),
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

/** Posting and every kind of question, over ten years of a city; 250,000 enterprises is a province's size. */
export const benchFigures = async (enterprises = 23_711): Promise<Row[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'concord-figures-'));
  const db = new DatabaseSync(join(folder, 'views.db'));
  db.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -64000; PRAGMA mmap_size = 268435456',
  );
  const history = cityHistory(enterprises);
  const perSecond = Math.round(await build(db, history));
  const prepared = new Map<string, ReturnType<DatabaseSync['prepare']>>();
  const all = <R>({ text, values }: Query<R>): R[] => {
    const statement = prepared.get(text) ?? db.prepare(text);
    prepared.set(text, statement);
    return statement.all(...(values as SQLInputValue[])) as R[];
  };
  const head = BigInt(history.length);
  const desk = figureDesk({
    all,
    heavy: (query) => Promise.resolve(all(query)),
    positionAt: (instant) => positionAt(all, instant),
    position: () => head,
    now: () => NOW,
    zone: 'Asia/Shanghai',
  });
  const rows: Row[] = [
    {
      path: `posting, facts/s (${String(history.length)} facts)`,
      size: enterprises,
      p50: perSecond,
      p99: perSecond,
      bound: 60_000,
    },
  ];
  const roll = dice(7);
  for (const [path, rounds, ask, bound] of asks) {
    const [p50, p99] = await timed(rounds, () =>
      ask(desk, numberedDay(FIRST + 400 + roll(3200)), numberedDay(FIRST + 400 + roll(3200))),
    );
    const most = bound?.(enterprises);
    rows.push({
      path,
      size: enterprises,
      p50,
      p99,
      ...(most === undefined ? {} : { bound: most }),
    });
  }
  db.close();
  rmSync(folder, { recursive: true });
  return rows;
};

if (import.meta.main) {
  const [size] = process.argv.slice(2);
  console.table(await benchFigures(size === undefined ? undefined : Number(size)));
}
