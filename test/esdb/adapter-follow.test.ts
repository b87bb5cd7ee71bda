import { setTimeout as pause } from 'node:timers/promises';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { describe, expect, it } from 'vitest';
import {
  BEGINNING,
  NO_STREAM,
  type Batch,
  type EventStore,
  type Recorded,
} from '../../src/store/event-store.ts';
import { HASTY, ourStream, rigged } from '../support/esdb/adapter-rig.ts';
import type { Double } from '../support/esdb/double.ts';
import { batchesUpTo, envelope, followed, ids, proposed } from '../support/store/facts.ts';

const three = { double: { nodes: 3 } };

/** Appends one fact after the other; answers with their ids. */
const written = async (store: EventStore, stream: string, count: number, from = NO_STREAM) => {
  const facts = proposed(count);
  for (const [n, fact] of facts.entries())
    await store.append(stream, [fact], from + BigInt(n), envelope);
  return ids(facts);
};

/** A follower of everything, and what it was handed. */
const follower = (store: EventStore, after: bigint, slowly = false) => {
  const stop = new AbortController();
  const facts: Recorded[] = [];
  const batches: Batch[] = [];
  const done = (async () => {
    for await (const batch of store.follow(after, stop.signal)) {
      facts.push(...batch.facts);
      batches.push(batch);
      if (slowly) await pause(5);
    }
  })();
  const has = async (count: number) => {
    while (facts.length < count) await pause(5);
  };
  const end = async () => {
    stop.abort();
    await done;
  };
  return { facts, batches, has, end };
};

/** Records of others, so that the server has something to say of its progress. */
const others = async (double: Double, count: number): Promise<void> => {
  const client = EventStoreDBClient.connectionString(double.url);
  const events = Array.from({ length: count }, () => jsonEvent({ type: 'Else', data: {} }));
  await client.appendToStream('elsewhere-1', events, {
    credentials: { username: 'u', password: 'p' },
  });
  await client.dispose();
};

describe('a follower loses nothing and is told nothing twice', () => {
  const mishaps: readonly { says: string; happens: (double: Double) => Promise<void> | void }[] = [
    { says: 'the server ends the subscription cleanly', happens: (d) => d.endSubscriptions() },
    {
      says: 'a node is killed and comes back',
      happens: async (double) => {
        await double.nodes[0]?.kill();
        await double.nodes[0]?.start(50);
      },
    },
    {
      says: 'a node stops as a node stops, and comes back',
      happens: async (double) => {
        await double.nodes[0]?.stop({ notReadyFor: 20, silentFor: 200 });
        await double.nodes[0]?.start(50);
      },
    },
    {
      says: 'the subscription falls silent',
      happens: async (double) => {
        double.nodes[0]?.stall(true);
        await pause(2_000);
        double.nodes[0]?.stall(false);
      },
    },
    {
      says: 'the next subscriptions are never confirmed',
      happens: (double) => {
        double.fault('subscribe', { what: 'mute' }, 2);
        double.endSubscriptions();
      },
    },
  ];
  it.each(mishaps)('when $says', async ({ happens }) => {
    await rigged(async ({ double, store, open }) => {
      const [stream, one] = [ourStream(), follower(store, BEGINNING)];
      const first = await written(open(), stream, 20);
      await one.has(20);
      const happening = happens(double);
      const second = await written(open(), stream, 20, 19n);
      await happening;
      double.endSubscriptions();
      const third = await written(open(), stream, 5, 39n);
      await one.has(45);
      await one.end();
      expect(ids(one.facts)).toStrictEqual([...first, ...second, ...third]);
      expect(store.figures().drops).toBeGreaterThan(0);
    })();
  });

  it(
    'when the leader changes and the old one goes',
    rigged(async ({ double, store, open }) => {
      const [stream, one, [old, next]] = [ourStream(), follower(store, BEGINNING), double.nodes];
      const first = await written(open(), stream, 10);
      await one.has(10);
      if (next) double.lead(next);
      const second = await written(open(), stream, 10, 9n);
      await old?.kill();
      const third = await written(open(), stream, 10, 19n);
      await one.has(30);
      await one.end();
      expect(ids(one.facts)).toStrictEqual([...first, ...second, ...third]);
    }, three),
  );

  it(
    'when its leader freezes: the connection itself is found dead, long before its silence is',
    rigged(
      async ({ double, store, open }) => {
        const [stream, one, [frozen, next]] = [
          ourStream(),
          follower(store, BEGINNING),
          double.nodes,
        ];
        const first = await written(open(), stream, 3);
        await one.has(3);
        frozen?.freeze();
        if (next) double.lead(next);
        const second = await written(open(HASTY), stream, 3, 2n);
        await one.has(6);
        await one.end();
        expect(ids(one.facts)).toStrictEqual([...first, ...second]);
        frozen?.thaw();
      },
      { ...three, store: { silenceMs: 600_000 } },
    ),
  );

  it(
    'when it is slow and the server lets it fall behind',
    rigged(async ({ store, open }) => {
      const [stream, one, facts] = [ourStream(), follower(store, BEGINNING, true), proposed(3_000)];
      const writer = open();
      for (let n = 0; n < 3_000; n += 500)
        await writer.append(stream, facts.slice(n, n + 500), BigInt(n) - 1n, envelope);
      await one.has(3_000);
      await one.end();
      expect(ids(one.facts)).toStrictEqual(ids(facts));
    }),
  );

  it(
    'when it began at the end and was dropped before it was told anything',
    rigged(async ({ double, store, open }) => {
      const stream = ourStream();
      await written(open(), stream, 3);
      const one = follower(store, await store.head());
      await pause(50);
      double.endSubscriptions();
      const facts = await written(open(), stream, 2, 2n);
      await one.has(2);
      await one.end();
      expect(ids(one.facts)).toStrictEqual(facts);
    }),
  );
});

describe('the place up to which a follower was told', () => {
  it(
    'is never before a fact that comes later, whatever the server has claimed meanwhile',
    rigged(async ({ double, store, open }) => {
      const [stream, one] = [ourStream(), follower(store, BEGINNING, true)];
      const writer = open();
      for (let n = 0n; n < 300n; n += 20n) {
        await writer.append(stream, proposed(20), n - 1n, envelope);
        await others(double, 40);
      }
      const end = await writer.head();
      while ((one.batches.at(-1)?.upTo ?? 0n) < end) await pause(5);
      await one.end();
      expect(one.facts).toHaveLength(300);
      let before = BEGINNING;
      for (const { facts, upTo } of one.batches) {
        for (const { position } of facts) expect(position).toBeGreaterThan(before);
        expect(upTo).toBeGreaterThan(before);
        before = upTo;
      }
    }),
  );

  it(
    'is not the end of all numbers that an older server claims over a log without a fact of ours',
    rigged(async ({ double, store, open }) => {
      await others(double, 3);
      const one = follower(store, BEGINNING);
      await pause(100);
      const stream = ourStream();
      const first = await written(open(), stream, 1);
      await one.has(1);
      await one.end();
      expect(ids(one.facts)).toStrictEqual(first);
      for (const { upTo } of one.batches) expect(upTo).toBeLessThan(2n ** 63n - 1n);
      const second = await written(open(), stream, 1, 0n);
      const upTo = one.batches.at(-1)?.upTo ?? BEGINNING;
      expect(ids(await followed(store, stream, upTo, 1))).toStrictEqual(second);
    }),
  );

  it(
    'is taken from the server only when the end of the log can be asked for',
    rigged(async ({ double, store, open }) => {
      const [stream, one] = [ourStream(), follower(store, BEGINNING)];
      await written(open(), stream, 1);
      await one.has(1);
      const planned = double.fault('read', { what: 'reject' }, 1_000);
      await others(double, 100);
      await planned.met;
      planned.lift();
      await others(double, 100);
      while ((one.batches.at(-1)?.upTo ?? 0n) < (await store.head())) await pause(5);
      await one.end();
      expect(one.facts).toHaveLength(1);
    }),
  );

  it(
    'may be the very first place of a log: 0 is a place',
    rigged(async ({ store, open }) => {
      await store.assertHolds(0n);
      expect(await store.head()).toBe(0n);
      const one = follower(store, 0n);
      await written(open(), ourStream(), 1);
      await one.has(1);
      await one.end();
    }),
  );
});

describe('a follower that cannot go on', () => {
  it(
    'says so at once where its place is in no record, and does not ask again',
    rigged(async ({ double, store }) => {
      const [stream, facts] = [ourStream(), proposed(2)];
      const { position } = await store.append(stream, facts, NO_STREAM, envelope);
      const following = batchesUpTo(store, position - 1n, position);
      await expect(following).rejects.toMatchObject({ name: 'Corrupt' });
      expect(double.nodes[0]?.received('subscribe')).toBe(1);
    }),
  );

  it(
    'is told when the store closes',
    rigged(async ({ store }) => {
      const following = followed(store, ourStream(), BEGINNING, 1);
      await pause(20);
      await store.close();
      await expect(following).rejects.toMatchObject({ name: 'StoreUnavailable' });
      const late = store.append(ourStream(), proposed(1), NO_STREAM, envelope);
      await expect(late).rejects.toMatchObject({ outcome: 'not-recorded' });
    }),
  );

  it(
    'is back within two seconds after its node, however long that was away',
    rigged(async ({ double, store, open }) => {
      const [stream, one, node] = [ourStream(), follower(store, BEGINNING), double.nodes[0]];
      await written(open(), stream, 1);
      await one.has(1);
      const back = async (nth: number): Promise<number> => {
        await node?.kill();
        await pause(3_500);
        await node?.start();
        const began = performance.now();
        await written(open(), stream, 1, BigInt(nth));
        await one.has(nth + 2);
        return performance.now() - began;
      };
      // A machine that stalls may spoil a try: the rest that a follower takes would spoil them all.
      const tries: number[] = [];
      while (tries.length < 4 && Math.min(...tries) >= 3_000) tries.push(await back(tries.length));
      expect(Math.min(...tries)).toBeLessThan(3_000);
      await one.end();
    }),
  );
});
