import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { randomUUID } from 'node:crypto';
import { NO_STREAM, type Envelope } from '../../src/store/event-store.ts';
import { openEmbeddedStore } from '../../src/store/sqlite.ts';

/** One path measured beside what nothing on this machine can beat; `ratio` is the one over the other. */
export type Row = {
  readonly path: string;
  readonly writers: number;
  readonly perSecond: number;
  readonly bound: number;
  readonly ratio: number;
};

const ROUNDS = 7;
const ROUND_MS = 700;

const data = { contract: 'C-1', terms: 'a'.repeat(320), steps: [1, 2, 3] };
const ids = Array.from({ length: 1000 }, () => randomUUID());
const id = (n: number): string => ids[n % ids.length] ?? '';
const envelope = (n: number): Envelope => ({
  at: '2026-01-01T00:00:00.000Z',
  by: 'clerk-12',
  commandId: id(n),
  bodyHash: 'a'.repeat(64),
  correlationId: id(n + 1),
  causationId: id(n + 2),
});
const streamOf = (writer: number): string => `contract-${String(writer)}`;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

const scratch = async <T>(use: (file: string) => Promise<T>): Promise<T> => {
  const dir = mkdtempSync(join(tmpdir(), 'concord-append-'));
  try {
    return await use(join(dir, 'events.db'));
  } finally {
    rmSync(dir, { recursive: true });
  }
};

/** Appends per second, each writer to its own stream and one after the other. */
const ours = (writers: number): Promise<number> =>
  scratch(async (file) => {
    const store = openEmbeddedStore({ file });
    const start = performance.now();
    let done = 0;
    const write = async (writer: number) => {
      let expected = NO_STREAM;
      while (performance.now() - start < ROUND_MS) {
        const fact = { id: id(done), type: 'ContractTookEffect', version: 1, data };
        const { revision } = await store.append(
          streamOf(writer),
          [fact],
          expected,
          envelope(done++),
        );
        expected = revision;
      }
    };
    await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
    const seconds = (performance.now() - start) / 1000;
    await store.close();
    return done / seconds;
  });

/** Events per second by bare statements on the same schema at SQLite's own defaults, `batch` events in a transaction. */
const raw = (batch: number): Promise<number> =>
  scratch(async (file) => {
    await openEmbeddedStore({ file }).close();
    const db = new DatabaseSync(file);
    db.exec('PRAGMA synchronous = FULL');
    const [begin, commit] = [db.prepare('BEGIN IMMEDIATE'), db.prepare('COMMIT')];
    const name = db.prepare('INSERT INTO streams (key, name) VALUES (?, ?)');
    for (let writer = 0; writer < batch; writer++) name.run(writer + 1, streamOf(writer));
    const insert =
      db.prepare(`INSERT INTO events (stream, revision, id, type, version, data, at, by,
      command_id, body_hash, correlation_id, causation_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
    const start = performance.now();
    let done = 0;
    while (performance.now() - start < ROUND_MS) {
      begin.run();
      for (let writer = 0; writer < batch; writer++) {
        const { at, by, commandId, bodyHash, correlationId, causationId } = envelope(done);
        const revision = Math.floor(done / batch);
        // prettier-ignore
        insert.run(writer + 1, revision, id(done++), 'ContractTookEffect', 1, JSON.stringify(data),
          at, by, commandId, bodyHash, correlationId, causationId);
      }
      commit.run();
    }
    const seconds = (performance.now() - start) / 1000;
    db.close();
    return done / seconds;
  });

const row = async (writers: number): Promise<Row> => {
  const [found, bounds]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    const oursFirst = round % 2 === 0;
    if (oursFirst) found.push(await ours(writers));
    bounds.push(await raw(writers));
    if (!oursFirst) found.push(await ours(writers));
  }
  const [perSecond, bound] = [Math.round(median(found)), Math.round(median(bounds))];
  return { path: 'append', writers, perSecond, bound, ratio: perSecond / bound };
};

/** Group commit at 1, 10 and 100 writers against raw transactions of as many events: medians, alternating. */
export const benchAppend = async (): Promise<Row[]> => [
  await row(1),
  await row(10),
  await row(100),
];

if (import.meta.main) console.table(await benchAppend());
