import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { bargainingCase } from '../../domain/bargaining-case/decider.ts';
import { collectiveContract } from '../../domain/collective-contract/decider.ts';
import { enterprise } from '../../domain/enterprise/decider.ts';
import type { Seen } from '../../projections/projection.ts';
import { factReader } from '../../src/system/facts.ts';
import { projector } from '../../src/projector.ts';
import { BEGINNING, NO_STREAM, type EventStore } from '../../src/store/event-store.ts';
import { openEmbeddedStore } from '../../src/store/sqlite.ts';
import { openViews } from '../../src/read/views.ts';
import { readModels } from '../../src/things.ts';
import { cityHistory } from './city.ts';
import { scratch, type Measured } from './measure.ts';

const AT_ONCE = 500;

const fill = async (store: EventStore, history: readonly Seen[]): Promise<void> => {
  const ends = new Map<string, bigint>();
  let waiting: Promise<unknown>[] = [];
  for (const { category, subject, type, data, at, by } of history) {
    const stream = `${category}-${subject}`;
    const id = randomUUID();
    const expected = ends.get(stream) ?? NO_STREAM;
    const same = { commandId: id, bodyHash: '', correlationId: id, causationId: id };
    waiting.push(
      store.append(stream, [{ id, type, version: 1, data }], expected, { at, by, ...same }),
    );
    ends.set(stream, expected + 1n);
    if (waiting.length < AT_ONCE) continue;
    await Promise.all(waiting);
    waiting = [];
  }
  await Promise.all(waiting);
};

/** Facts a second when they are only read and parsed: what no rebuild can beat. */
const readOnly = async (store: EventStore, facts: number): Promise<number> => {
  const start = performance.now();
  const head = await store.head();
  const done = new AbortController();
  for await (const { upTo } of store.follow(BEGINNING, done.signal)) if (upTo >= head) break;
  return facts / ((performance.now() - start) / 1000);
};

const rebuilt = async (folder: string, store: EventStore, facts: number): Promise<number> => {
  const db = openViews(join(folder, 'views.db'));
  const read = factReader([enterprise, collectiveContract, bargainingCase]);
  const models = projector({
    db,
    store,
    models: readModels,
    read,
    stopped: (reason) => {
      throw reason;
    },
  });
  const start = performance.now();
  await models.start();
  const rate = facts / ((performance.now() - start) / 1000);
  await models.close();
  db.close();
  return rate;
};

/** Every read model and the books from the first fact, beside reading and parsing the log. */
export const benchRebuild = (enterprises = 5_000): Promise<Measured[]> =>
  scratch(async (folder) => {
    const store = openEmbeddedStore({ file: join(folder, 'events.db') });
    const history = cityHistory(enterprises);
    const facts = history.length;
    await fill(store, history);
    const bound = await readOnly(store, facts);
    const found = await rebuilt(folder, store, facts);
    await store.close();
    return [
      {
        path: 'rebuild of all read models',
        size: `${String(facts)} facts`,
        found: Math.round(found),
        unit: 'facts/s',
        bound: Math.round(bound),
        ratio: Math.round((found / bound) * 100) / 100,
        target: '≥ 0.25 of reading and parsing',
      },
    ];
  });

if (import.meta.main) console.table(await benchRebuild(Number(process.argv[2] ?? 5_000)));
