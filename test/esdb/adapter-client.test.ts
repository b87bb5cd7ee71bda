import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BEGINNING, NO_STREAM, type EventStore } from '../../src/store/event-store.ts';
import { HASTY, ourStream, rigged } from '../support/esdb/adapter-rig.ts';
import { openDouble } from '../support/esdb/double.ts';
import { until } from '../support/nodes.ts';
import { Refusal } from '../support/esdb/grpc.ts';
import { envelope, followed, proposed } from '../support/store/facts.ts';

// The client's defects, reproduced on the bare client in client-defects.test.ts; here the store over it.

const unhandled: unknown[] = [];
const note = (error: unknown) => void unhandled.push(error);
beforeAll(() => {
  process.on('unhandledRejection', note);
  process.on('uncaughtException', note);
  process.on('warning', note);
});
afterAll(() => {
  process.off('unhandledRejection', note);
  process.off('uncaughtException', note);
  process.off('warning', note);
  expect(unhandled).toStrictEqual([]);
});

const three = { double: { nodes: 3 } };
const append = (store: EventStore, stream = ourStream()) =>
  store.append(stream, proposed(2), NO_STREAM, envelope);
const settled = async (works: readonly Promise<unknown>[]) =>
  (await Promise.allSettled(works)).map(({ status }) => status);
const works = async (store: EventStore): Promise<boolean> =>
  (await settled([append(store)]))[0] === 'fulfilled';
const crowd = (store: EventStore, count: number) =>
  Array.from({ length: count }, () => append(store));

describe('the store is unharmed by what its client does', () => {
  it(
    '1: an outage of one server leaves the appends to another alone',
    rigged(
      async ({ double, store, open }) => {
        const other = await openDouble();
        const elsewhere = open({ url: other.url, deadlineMs: 5_000, budgetMs: 60_000 });
        double.fault('append', { what: 'mute' }, 20);
        const lost = settled(crowd(store, 10));
        const kept = settled(crowd(elsewhere, 50));
        await double.nodes[0]?.kill();
        expect(new Set(await kept)).toStrictEqual(new Set(['fulfilled']));
        expect(new Set(await lost)).toStrictEqual(new Set(['rejected']));
        await elsewhere.close();
        await other.close();
      },
      { store: { ...HASTY, budgetMs: 700 } },
    ),
  );

  it(
    '2: a cluster that was not to be found is found again',
    rigged(
      async ({ double, store }) => {
        await until(() => works(store));
        for (const node of double.nodes) await node.kill();
        expect(new Set(await settled(crowd(store, 10)))).toStrictEqual(new Set(['rejected']));
        for (const node of double.nodes) await node.start();
        await until(() => works(store));
      },
      { ...three, store: { ...HASTY, budgetMs: 800 } },
    ),
  );

  it(
    '3: a server that is silent is given up in time, whether writing or reading',
    rigged(
      async ({ double, store }) => {
        double.fault('append', { what: 'mute' }, 100);
        double.fault('read', { what: 'mute' }, 100);
        double.fault('features', { what: 'mute' }, 100);
        const began = performance.now();
        await expect(append(store)).rejects.toMatchObject({ outcome: 'unknown' });
        await expect(store.read(ourStream())).rejects.toMatchObject({ outcome: 'not-recorded' });
        await expect(store.head()).rejects.toMatchObject({ name: 'StoreUnavailable' });
        expect(performance.now() - began).toBeLessThan(30_000);
      },
      { store: { ...HASTY, budgetMs: 700 } },
    ),
  );

  it(
    '4: a conflict names the revision at which the stream really ends',
    rigged(async ({ store }) => {
      const stream = ourStream();
      await store.append(stream, proposed(4), NO_STREAM, envelope);
      for (const expected of [NO_STREAM, 0n, 9n]) {
        const refused = store.append(stream, proposed(1), expected, envelope);
        await expect(refused).rejects.toMatchObject({ name: 'Conflict', actual: 3n });
      }
    }),
  );

  it(
    '7: data that cannot be written is refused at once, and the store goes on',
    rigged(async ({ store }) => {
      const circle: Record<string, unknown> = {};
      circle['round'] = circle;
      const [fact] = proposed(1);
      for (const data of [circle, { amount: 1n }, undefined]) {
        const facts = fact ? [{ ...fact, data }] : [];
        await expect(store.append(ourStream(), facts, NO_STREAM, envelope)).rejects.toThrow(
          TypeError,
        );
      }
      await append(store);
    }),
  );

  it(
    '8: nothing is left open on the server by reads, nor by followers that were left',
    rigged(async ({ double, store }) => {
      const [stream, node] = [ourStream(), double.nodes[0]];
      await append(store, stream);
      await Promise.all([store.read(stream), store.read(ourStream()), store.head()]);
      const stop = new AbortController();
      for (let n = 0; n < 30; n++)
        for await (const batch of store.follow(BEGINNING, stop.signal))
          if (batch.facts.length > 0) break;
      while (node?.open('subscribe') !== 0 || node.open('read') !== 0) await pause(5);
      stop.abort();
    }),
  );

  it(
    '10: an expected revision that cannot be is a conflict, not a riddle',
    rigged(async ({ store }) => {
      const refused = store.append(ourStream(), proposed(1), -5n, envelope);
      await expect(refused).rejects.toMatchObject({ name: 'Conflict', actual: NO_STREAM });
    }),
  );

  it(
    'and a call that fails while its client looks for a leader in vain does not end the process',
    rigged(
      async ({ double, store }) => {
        await until(() => works(store));
        double.fault('gossip', { what: 'mute' }, 1_000);
        const mute = double.fault('append', { what: 'mute' });
        const older = settled([append(store)]);
        await mute.met;
        const rejected = double.fault('append', { what: 'reject' });
        const newer = settled([append(store)]);
        await rejected.met;
        await pause(200);
        for (const node of double.nodes) await node.kill();
        expect([await older, await newer]).toStrictEqual([['rejected'], ['rejected']]);
        await pause(500);
        expect(unhandled).toStrictEqual([]);
      },
      { ...three, store: { deadlineMs: 3_000, budgetMs: 3_000 } },
    ),
  );
});

describe('a client is replaced', () => {
  const broken = new Refusal(13, 'Received RST_STREAM with code 0');
  it(
    'when its node stopped without a status, for it would stay there',
    rigged(async ({ double, store }) => {
      double.fault('append', { what: 'reject', with: broken });
      await append(store);
      expect(store.figures().replacements).toBe(1);
    }),
  );

  it(
    'once a second at most, however many fail on it',
    rigged(
      async ({ double, store }) => {
        await until(() => works(store));
        await double.nodes[0]?.kill();
        const began = performance.now();
        await settled(crowd(store, 40));
        const seconds = Math.ceil((performance.now() - began) / 1_000);
        expect(store.figures().retries).toBeGreaterThan(40);
        expect(store.figures().replacements).toBeLessThanOrEqual(seconds + 1);
      },
      { store: { ...HASTY, budgetMs: 2_500 } },
    ),
  );
});

describe('closing', () => {
  it(
    'lets what is in flight be answered, then ends every call',
    rigged(async ({ double, store }) => {
      const node = double.nodes[0];
      const slow = double.fault('append', { what: 'delay', ms: 150 });
      const last = append(store);
      const stop = new AbortController();
      const following = followed(store, 'ours-none', BEGINNING, 1).catch(() => undefined);
      await slow.met;
      await store.close();
      await store.close();
      expect((await last).revision).toBe(1n);
      await following;
      stop.abort();
      expect(await store.health()).toMatchObject({ ok: false, detail: 'closed' });
      while (node?.open('subscribe') !== 0) await pause(5);
    }),
  );

  it(
    'leaves no listener behind on the signal of a follower',
    rigged(async ({ double, store }) => {
      const stop = new AbortController();
      const warned = once(process, 'warning', { signal: AbortSignal.timeout(1_500) }).then(
        ([warning]) => warning as unknown,
        () => undefined,
      );
      const following = (async () => {
        for await (const { upTo } of store.follow(BEGINNING, stop.signal))
          expect(upTo).toBeGreaterThan(BEGINNING);
      })();
      for (let n = 0; n < 12; n++) {
        double.endSubscriptions();
        await pause(60);
      }
      stop.abort();
      await following;
      expect(await warned).toBeUndefined();
    }),
  );
});
