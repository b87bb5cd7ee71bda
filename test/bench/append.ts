import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { randomUUID } from 'node:crypto';
import { NO_STREAM, type Envelope } from '../../src/store/event-store.ts';
import { openEmbeddedStore } from '../../src/store/sqlite.ts';
import { beside, perSecond, scratch, type Measured } from './measure.ts';

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

/** Appends per second, each writer to its own stream and one after the other. */
const ours = (writers: number): Promise<number> =>
  scratch(async (folder) => {
    const store = openEmbeddedStore({ file: join(folder, 'events.db') });
    const ends = new Map<number, bigint>();
    let done = 0;
    const rate = await perSecond(writers, ROUND_MS, async (writer) => {
      const fact = { id: id(done), type: 'ContractTookEffect', version: 1, data };
      const expected = ends.get(writer) ?? NO_STREAM;
      const { revision } = await store.append(streamOf(writer), [fact], expected, envelope(done++));
      ends.set(writer, revision);
    });
    await store.close();
    return rate;
  });

/** Events per second by bare statements on the same schema at SQLite's own defaults, `batch` events in a transaction. */
export const rawAppends = (batch: number, ms = ROUND_MS): Promise<number> =>
  scratch(async (folder) => {
    const file = join(folder, 'events.db');
    await openEmbeddedStore({ file }).close();
    const db = new DatabaseSync(file);
    db.exec('PRAGMA synchronous = FULL');
    const [begin, commit] = [db.prepare('BEGIN IMMEDIATE'), db.prepare('COMMIT')];
    const name = db.prepare('INSERT INTO streams (key, name) VALUES (?, ?)');
    for (let writer = 0; writer < batch; writer++) name.run(writer + 1, streamOf(writer));
    const insert =
      db.prepare(`INSERT INTO events (stream, revision, id, type, version, data, at, by,
      command_id, body_hash, correlation_id, causation_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
    let done = 0;
    const start = performance.now();
    while (performance.now() - start < ms) {
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
    const rate = done / ((performance.now() - start) / 1000);
    db.close();
    return rate;
  });

const row = async (writers: number): Promise<Measured> => ({
  path: 'append',
  size: `${String(writers)} writers`,
  unit: 'appends/s',
  target: writers === 1 ? '≥ 0.8 of the bound' : '≥ 0.9 of the bound',
  ...(await beside(
    ROUNDS,
    () => ours(writers),
    () => rawAppends(writers),
  )),
});

/** Group commit at 1, 10 and 100 writers against raw transactions of as many events: medians, alternating. */
export const benchAppend = async (): Promise<Measured[]> => [
  await row(1),
  await row(10),
  await row(100),
];

if (import.meta.main) console.table(await benchAppend());
