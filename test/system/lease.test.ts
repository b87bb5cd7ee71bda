import { describe, expect, it } from 'vitest';
import { openEmbeddedStore } from '../../src/store/sqlite.ts';
import { StoreUnavailable, type EventStore } from '../../src/store/event-store.ts';
import { lastOf } from '../../src/store/last-of.ts';
import { LEASE_STREAM, leaseIn } from '../../src/system/lease.ts';

const TERM = 30_000;
const SIXTH = TERM / 6;

/** Nodes on one store; every node's clock shows what has gone by, and nobody reads another's. */
const cluster = () => {
  const store = openEmbeddedStore({ file: ':memory:' });
  let elapsed = 0;
  return {
    store,
    node: (holder: string, through: EventStore = store) =>
      leaseIn({
        store: through,
        holder,
        term: TERM,
        now: () => '2026-06-01T01:00:00.000Z',
        elapsed: () => elapsed,
      }),
    passes: (ms: number): void => {
      elapsed += ms;
    },
    written: async () => (await store.read(LEASE_STREAM)).map(({ type }) => type),
  };
};

describe('a lease in the event store', () => {
  it('is the first one’s who asks', async () => {
    const { node } = cluster();
    const [north, south] = [node('north'), node('south')];
    expect(await north.turn()).toBe(true);
    expect(await south.turn()).toBe(false);
    expect([north.isMine(), south.isMine()]).toStrictEqual([true, false]);
    expect(south.holder()).toBe('north');
  });

  it('goes to one only of two who ask at the same moment', async () => {
    const { node } = cluster();
    const nodes = [node('north'), node('south')];
    const got = await Promise.all(nodes.map(({ turn }) => turn()));
    expect(got.filter((mine) => mine)).toHaveLength(1);
  });

  it('stays with a holder that renews it, a third of its term at a time', async () => {
    const { node, passes, written } = cluster();
    const [north, south] = [node('north'), node('south')];
    for (let sixths = 0; sixths < 60; sixths++) {
      expect([await north.turn(), await south.turn()]).toStrictEqual([true, false]);
      passes(SIXTH);
    }
    expect(await written()).toStrictEqual(['DutyTaken', ...Array(29).fill('DutyRenewed')]);
  });

  it('is taken over after its term, and not a millisecond before', async () => {
    const { node, passes } = cluster();
    const [north, south] = [node('north'), node('south')];
    await north.turn();
    await south.turn();
    passes(TERM - 1);
    expect(await south.turn()).toBe(false);
    passes(1);
    expect(await south.turn()).toBe(true);
    expect([south.takeovers(), south.holder()]).toStrictEqual([1, 'south']);
  });

  it('is given up by its holder before anybody may take it', async () => {
    const { node, passes } = cluster();
    const [north, south] = [node('north'), node('south')];
    await north.turn();
    await south.turn();
    passes(TERM * 0.8 - 1);
    expect(north.isMine()).toBe(true);
    passes(1);
    expect(north.isMine()).toBe(false);
    expect(await south.turn()).toBe(false);
  });

  it('is watched for a whole term by a node that has just come', async () => {
    const { node, passes } = cluster();
    await node('north').turn();
    passes(TERM * 10);
    const south = node('south');
    expect(await south.turn()).toBe(false);
    passes(TERM);
    expect(await south.turn()).toBe(true);
  });

  it('is lost to whoever took it, also for one that wakes up later', async () => {
    const { node, passes } = cluster();
    const [north, south] = [node('north'), node('south')];
    await north.turn();
    await south.turn();
    passes(TERM);
    await south.turn();
    expect(north.isMine()).toBe(false);
    expect(await north.turn()).toBe(false);
    expect(north.holder()).toBe('south');
  });

  it('is renewed by its holder after an outage in which nobody took it', async () => {
    const { node, passes } = cluster();
    const north = node('north');
    await north.turn();
    passes(TERM * 3);
    expect(north.isMine()).toBe(false);
    expect(await north.turn()).toBe(true);
    expect(north.takeovers()).toBe(0);
  });

  it('is free at once when it was given back', async () => {
    const { node, written } = cluster();
    const [north, south] = [node('north'), node('south')];
    await north.turn();
    await south.turn();
    await north.release();
    expect(north.isMine()).toBe(false);
    expect(await south.turn()).toBe(true);
    expect(south.takeovers()).toBe(0);
    await north.release();
    expect(await written()).toStrictEqual(['DutyTaken', 'DutyReleased', 'DutyTaken']);
  });

  it('counts from the first try when the answer to it was lost', async () => {
    const { store, node, passes } = cluster();
    let isLost = true;
    const north = node('north', {
      ...store,
      append: async (...args) => {
        const appended = await store.append(...args);
        if (isLost && args[1].length > 0) {
          isLost = false;
          throw new StoreUnavailable('no answer', 'unknown');
        }
        return appended;
      },
      // The node that answers reads has not heard of it yet.
      read: async (...args) => (isLost ? [] : (await store.read(...args)).slice(0, 0)),
    });
    await expect(north.turn()).rejects.toThrow('no answer');
    passes(TERM * 0.8);
    expect(await north.turn()).toBe(false);
    expect(north.isMine()).toBe(false);
  });
});

describe('the last fact of a stream', () => {
  it('is found without reading what came before it', async () => {
    const { store, node, passes } = cluster();
    const north = node('north');
    for (let sixths = 0; sixths < 20; sixths++) {
      await north.turn();
      passes(SIXTH);
    }
    const asked: bigint[] = [];
    const counting: EventStore = {
      ...store,
      read: (stream, from = 0n) => {
        asked.push(from);
        return store.read(stream, from);
      },
    };
    expect((await lastOf(counting, LEASE_STREAM))?.revision).toBe(9n);
    expect(asked).toStrictEqual([9n]);
  });

  it('is none in a stream that does not exist', async () => {
    expect(await lastOf(cluster().store, LEASE_STREAM)).toBeUndefined();
  });
});
