import { describe, expect, it } from 'vitest';
import {
  Conflict,
  NO_STREAM,
  StoreUnavailable,
  TooLarge,
  type EventStore,
} from '../../src/store/event-store.ts';
import { HASTY, ourStream, rigged } from '../support/esdb/adapter-rig.ts';
import { unavailable, notReady, type Fault } from '../support/esdb/faults.ts';
import { Refusal } from '../support/esdb/grpc.ts';
import { envelope, ids, proposed } from '../support/store/facts.ts';

const three = { double: { nodes: 3 } };
const hasty = { store: HASTY };
const append = (store: EventStore, stream: string, count = 3) =>
  store.append(stream, proposed(count), NO_STREAM, envelope);

describe('an append whose outcome is not known', () => {
  const faults: readonly { says: string; fault: Fault }[] = [
    { says: 'was recorded, but the answer was lost', fault: { what: 'lose-the-answer' } },
    { says: 'was recorded, but answered "unavailable"', fault: { what: 'fail-after-commit' } },
    {
      says: 'was recorded, but timed out in the server',
      fault: { what: 'fail-after-commit', with: new Refusal(10, 'Operation timed out: commit') },
    },
    {
      says: 'was recorded by a node that stopped without a status',
      fault: {
        what: 'fail-after-commit',
        with: new Refusal(13, 'Received RST_STREAM with code 0'),
      },
    },
    { says: 'was never recorded and never answered', fault: { what: 'mute' } },
    { says: 'met a node that is not ready', fault: { what: 'reject', with: notReady() } },
    { says: 'met a node that is out of reach', fault: { what: 'reject', with: unavailable() } },
  ];
  it.each(faults)('is made again as it was, when it $says: it is there once', async ({ fault }) => {
    await rigged(async ({ double, store }) => {
      const [stream, facts] = [ourStream(), proposed(3)];
      const planned = double.fault('append', fault, 2);
      const { revision, position } = await store.append(stream, facts, NO_STREAM, envelope);
      expect(planned.struck()).toBe(2);
      expect(revision).toBe(2n);
      const found = await store.read(stream);
      expect(ids(found)).toStrictEqual(ids(facts));
      expect(found.at(-1)?.position).toBe(position);
    }, hasty)();
  });

  it(
    'is answered with its place although somebody has written behind it',
    rigged(async ({ double, store, open }) => {
      const [stream, facts] = [ourStream(), proposed(2)];
      const { met } = double.fault('append', { what: 'lose-the-answer' });
      const first = store.append(stream, facts, NO_STREAM, envelope);
      await met;
      await open().append(stream, proposed(2), 1n, envelope);
      expect((await first).revision).toBe(1n);
      expect(await store.read(stream)).toHaveLength(4);
    }, hasty),
  );

  it(
    'is a conflict when somebody else was first',
    rigged(async ({ double, store, open }) => {
      const stream = ourStream();
      const { met } = double.fault('append', { what: 'mute' });
      const first = append(store, stream);
      await met;
      await append(open(), stream, 1);
      await expect(first).rejects.toMatchObject({ name: 'Conflict', actual: 0n });
    }, hasty),
  );

  it(
    'says after its budget that the outcome is unknown, and may be asked again then',
    rigged(
      async ({ double, store, open }) => {
        const [stream, facts, began] = [ourStream(), proposed(2), performance.now()];
        const planned = double.fault('append', { what: 'lose-the-answer' }, 1000);
        const refused = store.append(stream, facts, NO_STREAM, envelope);
        await expect(refused).rejects.toBeInstanceOf(StoreUnavailable);
        await expect(refused).rejects.toMatchObject({ outcome: 'unknown' });
        expect(performance.now() - began).toBeLessThan(15_000);
        planned.lift();
        const later = open({ budgetMs: 60_000 });
        expect((await later.append(stream, facts, NO_STREAM, envelope)).revision).toBe(1n);
        expect(await later.read(stream)).toHaveLength(2);
      },
      { store: { ...HASTY, budgetMs: 1_000 } },
    ),
  );

  it(
    'goes on through a node that is killed and started again',
    rigged(async ({ double, store }) => {
      const [stream, node] = [ourStream(), double.nodes[0]];
      await append(store, stream, 1);
      await node?.kill();
      const next = store.append(stream, proposed(1), 0n, envelope);
      await node?.start(150);
      expect((await next).revision).toBe(1n);
    }),
  );
});

describe('an append that is refused for good', () => {
  const denied = new Refusal(7, 'Access Denied', { exception: 'access-denied' });
  const tooMuch = new Refusal(8, 'Received message exceeds the maximum configured message size.');
  it.each([
    { says: 'is too large for a message', fault: tooMuch, expected: { name: 'TooLarge' } },
    {
      says: 'comes from one who may not write',
      fault: denied,
      expected: { name: 'StoreUnavailable', outcome: 'not-recorded' },
    },
    {
      says: 'makes the server fail in a way nobody knows',
      fault: new Refusal(2, 'Exception was thrown by handler.'),
      expected: { name: 'StoreUnavailable', outcome: 'unknown' },
    },
  ])('is not made again when it $says', async ({ fault, expected }) => {
    await rigged(async ({ double, store }) => {
      double.fault('append', { what: 'reject', with: fault });
      await expect(append(store, ourStream())).rejects.toMatchObject(expected);
      expect(double.nodes[0]?.received('append')).toBe(1);
    })();
  });

  it(
    'never leaves the house when its envelope would be megabytes with every fact',
    rigged(async ({ double, store }) => {
      const heavy = { ...envelope, by: 'x'.repeat(20_000) };
      const refused = store.append(ourStream(), proposed(1), NO_STREAM, heavy);
      await expect(refused).rejects.toBeInstanceOf(TooLarge);
      expect(double.nodes[0]?.received('append')).toBe(0);
    }),
  );

  it(
    'never leaves the house when an id, a name, a type or the data is not what it must be',
    rigged(async ({ double, store }) => {
      const [sound] = proposed(1);
      if (!sound) return;
      const wrong = [
        { ...sound, id: 'one' },
        { ...sound, id: sound.id.toUpperCase() },
        { ...sound, type: '' },
        { ...sound, data: { amount: 1n } },
      ];
      for (const fact of wrong)
        await expect(store.append(ourStream(), [fact], NO_STREAM, envelope)).rejects.toThrow(
          TypeError,
        );
      for (const name of ['', '$ours'])
        await expect(append(store, name)).rejects.toThrow(TypeError);
      await expect(store.append(ourStream(), [sound], -2n, envelope)).rejects.toThrow(Conflict);
      expect(double.nodes[0]?.received('append')).toBe(0);
    }),
  );
});

describe('the way an append takes', () => {
  it(
    'is the call with a deadline, never the shared stream, and asks for no features',
    rigged(async ({ double, store }) => {
      // More first appends at once than its client once could: they used to hang.
      await Promise.all(Array.from({ length: 150 }, () => append(store, ourStream())));
      const [node] = double.nodes;
      expect(node?.received('append')).toBeGreaterThanOrEqual(150);
      expect([node?.received('batch'), node?.received('features')]).toStrictEqual([0, 0]);
    }),
  );

  it(
    'leads to the new leader, and no client is replaced for that',
    rigged(async ({ double, store }) => {
      await append(store, ourStream());
      for (const node of [1, 2, 0, 2]) {
        const leader = double.nodes[node];
        if (leader) double.lead(leader);
        await append(store, ourStream());
      }
      expect(store.figures().replacements).toBe(0);
    }, three),
  );

  it(
    'leads around a leader that froze, without waiting for it to be given up',
    rigged(
      async ({ double, store }) => {
        await append(store, ourStream());
        const [frozen, other] = double.nodes;
        frozen?.freeze();
        if (other) double.lead(other);
        await append(store, ourStream());
        frozen?.thaw();
      },
      { ...three, store: HASTY },
    ),
  );

  it(
    'ends in time although looking for a leader knows no end',
    rigged(
      async ({ double, store }) => {
        double.fault('gossip', { what: 'mute' }, 1000);
        const began = performance.now();
        await expect(append(store, ourStream())).rejects.toMatchObject({ outcome: 'unknown' });
        expect(performance.now() - began).toBeLessThan(15_000);
      },
      { ...three, store: { ...HASTY, budgetMs: 1_500 } },
    ),
  );
});
