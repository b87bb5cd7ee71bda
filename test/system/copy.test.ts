import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApp, type App } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import type { EventStore } from '../../src/store/event-store.ts';
import { openEmbeddedStore } from '../../src/store/sqlite.ts';
import { copyAll, CopyRefused } from '../../src/system/copy/copy.ts';
import { endOf } from '../../src/system/copy/ends.ts';
import { old, receipt, signed } from '../support/concord.ts';
import { openDouble, type Double } from '../support/esdb/double.ts';
import { as, plant, reports } from '../support/machine.ts';
import { business, tell } from '../support/nodes.ts';
import { dataFolder } from '../support/server-process.ts';

const LONG = 120_000;
const now = () => '2026-10-12T01:00:00.000Z';

let double: Double;
const source = dataFolder();
const back = dataFolder();
const between = dataFolder();
let figures: unknown;

const opened = (folder: string, settings: Record<string, string> = {}, at = now): Promise<App> =>
  openApp(readConfig({ CONCORD_DATA: folder, LOG_LEVEL: 'silent', ...settings }), {
    now: at,
    ticksEvery: 0,
  });

/** What is published for the day: the same wherever the facts are. */
const figuresOf = async ({ figures: desk }: App): Promise<unknown> => {
  const on = '2026-10-12';
  const period = { from: '2026-01-01', to: '2026-12-31' };
  return Promise.all([
    desk.cell('contract-rate', { on }),
    desk.cell('worker-coverage', { on }),
    desk.cell('contract-stock', { on }),
    desk.cell('union-rate', { on }),
    desk.cell('contract-flow', period),
  ]).then((cells) => cells.map(({ total }) => total));
};

const history = old('comprehensive', ['2025-01-01', '2027-12-31'], { enterprise: 'A' });
const terms = signed(['2026-06-01', '2028-05-31'], '2026-09-20', { enterprise: 'B' });

/** Firms, contracts, a merger with its orders, a contract that took effect by silence, and a person. */
beforeAll(async () => {
  double = await openDouble();
  const early = await opened(source.folder, {}, () => '2026-09-22T01:00:00.000Z');
  for (const id of ['A', 'B', 'C']) {
    await tell(early, ['enterprises', id], { type: 'Register', data: plant });
    await tell(early, ['enterprises', id], reports(100));
  }
  for (let i = 0; i < 30; i++)
    await tell(early, ['contracts', `h${String(i)}`], { type: 'RegisterAsHistory', data: history });
  await tell(early, ['contracts', 's1'], { type: 'Sign', data: terms });
  const abroad = { ...terms, enterprise: 'C', profile: 'us-nlra' };
  await tell(early, ['contracts', 's2'], { type: 'Sign', data: abroad });
  await tell(early, ['contracts', 's1'], { type: 'File', data: receipt('2026-09-21') });
  await tell(early, ['enterprises', 'A'], {
    type: 'MergeInto',
    data: { on: '2026-09-21', successor: 'B' },
  });
  await early.settle();
  await early.close();
  const late = await opened(source.folder);
  await late.settle();
  figures = await figuresOf(late);
  await late.close();
}, LONG);
afterAll(async () => {
  await double.close();
  for (const { remove } of [source, back, between]) remove();
});

const copied = async (from: string, to: string) => {
  const [here, there] = [
    endOf(from, { folder: source.folder, isSource: true }),
    endOf(to, { folder: source.folder, isSource: false }),
  ];
  try {
    return await copyAll({ from: here.store, to: there.store, atOnce: there.atOnce, now });
  } finally {
    await here.store.close();
    await there.store.close();
  }
};

/** Every column of every fact of the business as it lies in the file, apart from its position. */
const rowsIn = (folder: string): readonly unknown[] => {
  const db = new DatabaseSync(join(folder, 'events.db'), { readOnly: true });
  const rows = db
    .prepare(
      `SELECT s.name, revision, id, type, version, CAST(data AS BLOB) AS data, at, by, on_behalf_of,
        command_id, body_hash, correlation_id, causation_id, import_run, import_row
       FROM events e JOIN streams s ON s.key = e.stream WHERE s.name NOT LIKE 'lease-%' ORDER BY position`,
    )
    .all();
  db.close();
  return rows;
};

describe('moving house', () => {
  it(
    'to EventStoreDB and back keeps every byte of every fact, and every figure',
    async () => {
      const there = await copied('embedded', double.url);
      expect(there).toMatchObject({ already: 0, facts: rowsIn(source.folder).length });
      const node = await opened(between.folder, { EVENTSTORE_URL: double.url });
      await node.settle();
      expect(await figuresOf(node)).toStrictEqual(figures);
      expect(await node.verify()).toStrictEqual([]);
      await node.close();

      const again = await copied(double.url, back.folder);
      expect(again).toStrictEqual(there);
      expect(rowsIn(back.folder)).toStrictEqual(rowsIn(source.folder));
      const home = await opened(back.folder);
      await home.settle();
      expect(await figuresOf(home)).toStrictEqual(figures);
      expect(await home.verify()).toStrictEqual([]);
      await home.close();
      // The policies went on where they were: nothing was ordered anew.
      expect(rowsIn(back.folder)).toStrictEqual(rowsIn(source.folder));
    },
    LONG,
  );

  it(
    'copies nothing when everything is there',
    async () => {
      const { already, facts } = await copied('embedded', double.url);
      expect(already).toBe(facts);
    },
    LONG,
  );
});

/** A log in memory that holds what the source holds. */
const inMemory = (): EventStore => openEmbeddedStore({ file: ':memory:' });
const copy = async (to: EventStore, from?: EventStore, atOnce = 1) => {
  const here = from ?? openEmbeddedStore({ file: join(source.folder, 'events.db') });
  try {
    return await copyAll({ from: here, to, atOnce, now });
  } finally {
    if (!from) await here.close();
  }
};

describe('a copy', () => {
  it.each([1, 500])(
    'goes on where it was broken off, with %i appends under way',
    async (atOnce) => {
      const target = inMemory();
      let left = 17;
      const failing: EventStore = {
        ...target,
        append: async (...args) => {
          left -= 1;
          if (left < 0) throw new Error('the cable was pulled');
          return target.append(...args);
        },
      };
      await expect(copy(failing, undefined, atOnce)).rejects.toThrow('the cable was pulled');
      const begun = (await business(target)).length;
      expect(begun).toBeGreaterThan(0);
      const { already, facts } = await copy(target, undefined, atOnce);
      expect(already).toBe(begun);
      expect(facts).toBe(rowsIn(source.folder).length);
    },
  );

  it('keeps together what was recorded together', async () => {
    const target = inMemory();
    const appends: number[] = [];
    await copy({
      ...target,
      append: (...args) => {
        appends.push(args[1].length);
        return target.append(...args);
      },
    });
    expect(Math.max(...appends)).toBeGreaterThan(1);
  });

  it('tells how far it is, up to the end', async () => {
    const shown: number[] = [];
    const from = openEmbeddedStore({ file: join(source.folder, 'events.db') });
    let whole = 0;
    await copyAll({
      from,
      to: inMemory(),
      atOnce: 1,
      now,
      progress: (done, of) => {
        shown.push(done);
        whole = of;
      },
    });
    await from.close();
    expect(shown).toStrictEqual(shown.toSorted((a, b) => a - b));
    expect(shown.at(-1)).toBeGreaterThan(whole * 0.9);
  });

  const strange = async (store: EventStore, stream: string, after = -1n) => {
    const { at, by, commandId } = as(`strange ${stream}`);
    const fact = { id: commandId, type: 'EnterpriseRegistered', version: 1, data: plant };
    const ids = { commandId, correlationId: commandId, causationId: commandId };
    await store.append(stream, [fact], after, { at, by, bodyHash: '', ...ids });
  };

  it('refuses a target that holds facts of others, and writes nothing there', async () => {
    const target = inMemory();
    await strange(target, 'enterprise-Z');
    const before = await business(target);
    await expect(copy(target)).rejects.toThrow(CopyRefused);
    await expect(copy(target)).rejects.toThrow(/enterprise-Z/);
    expect(await business(target)).toStrictEqual(before);
  });

  it('refuses a server where somebody else has written under a category of ours, and writes nothing there', async () => {
    const other = await openDouble();
    const client = EventStoreDBClient.connectionString(other.url);
    await client.appendToStream('else-1', jsonEvent({ type: 'Else', data: {} }));
    await client.appendToStream('contract-theirs', jsonEvent({ type: 'Signed', data: {} }));
    await client.dispose();
    const records = other.log.records.length;
    const refused = copied('embedded', other.url);
    await expect(refused).rejects.toThrow(CopyRefused);
    await expect(refused).rejects.toThrow(/contract-theirs .*was not written by this program/);
    expect(other.log.records).toHaveLength(records);
    await other.close();
  });

  it('refuses a target that went on by itself', async () => {
    const target = inMemory();
    await copy(target);
    await strange(target, 'enterprise-Z');
    await expect(copy(target)).rejects.toThrow(/enterprise-Z.* the source has nothing/);
  });

  it('finds a target that is not equal, to the fact', async () => {
    const target = inMemory();
    const lying: EventStore = {
      ...target,
      append: (stream, facts, ...rest) =>
        target.append(
          stream,
          facts.map((fact) => (stream === 'contract-s1' ? { ...fact, data: { on: '' } } : fact)),
          ...rest,
        ),
    };
    await expect(copy(lying)).rejects.toThrow(/not equal.*contract-s1/);
  });

  it('is no copy when the source goes on meanwhile', async () => {
    const from = inMemory();
    await strange(from, 'enterprise-Y');
    const target = inMemory();
    const moving: EventStore = {
      ...target,
      append: async (...args) => {
        if ((await from.head()) === 1n) await strange(from, 'enterprise-Z');
        return target.append(...args);
      },
    };
    await expect(copy(moving, from)).rejects.toThrow(/stop every node/);
  });
});
