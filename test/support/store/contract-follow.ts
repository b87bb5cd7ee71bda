import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import {
  NO_STREAM,
  type Batch,
  type EventStore,
  type Recorded,
} from '../../../src/store/event-store.ts';
import type { Under } from './contract.ts';
import { batchesUpTo, envelope, followed, ids, newStream, proposed } from './facts.ts';

const append = async (store: EventStore, stream: string, count: number, expected = NO_STREAM) =>
  store.append(stream, proposed(count), expected, envelope);

const drained = async (store: EventStore, after: bigint, signal: AbortSignal) => {
  const batches: Batch[] = [];
  for await (const batch of store.follow(after, signal)) batches.push(batch);
  return batches;
};

const order = ({ store }: Under): void => {
  it('hands over facts as they are read from their stream, in the order of the log', async () => {
    const [one, other, before] = [newStream(), newStream(), await store().head()];
    await append(store(), one, 2);
    await append(store(), other, 2);
    const { position } = await append(store(), one, 1, 1n);
    const found = (await batchesUpTo(store(), before, position))
      .flatMap(({ facts }) => facts)
      .filter(({ stream }) => stream === one || stream === other);
    expect(found.map(({ stream }) => stream)).toStrictEqual([one, one, other, other, one]);
    expect(found.filter(({ stream }) => stream === one)).toStrictEqual(await store().read(one));
    const positions = found.map((fact) => fact.position);
    expect(positions).toStrictEqual(positions.toSorted((a, b) => (a < b ? -1 : 1)));
  });

  it('starts after the position it is given, that fact excluded', async () => {
    const [stream, before] = [newStream(), await store().head()];
    await append(store(), stream, 5);
    const all = await followed(store(), stream, before, 5);
    for (const [n, { position }] of all.slice(0, 4).entries())
      expect(ids(await followed(store(), stream, position, 4 - n))).toStrictEqual(
        ids(all.slice(n + 1)),
      );
  });

  it('says up to where it has handed over, so that resuming there misses and repeats nothing', async () => {
    const [stream, before] = [newStream(), await store().head()];
    const { position } = await append(store(), stream, 300);
    const found: Recorded[] = [];
    for (let at = before; at < position;) {
      const [batch] = await batchesUpTo(store(), at, at + 1n);
      found.push(...(batch?.facts ?? []).filter((fact) => fact.stream === stream));
      expect(batch?.upTo).toBeGreaterThan(at);
      at = batch?.upTo ?? position;
    }
    expect(ids(found)).toStrictEqual(ids(await store().read(stream)));
  });

  it('leaves no fact of an append behind the others of it', async () => {
    const [stream, before] = [newStream(), await store().head()];
    const sizes = [1, 7, 40, 2];
    let expected = NO_STREAM;
    for (const size of sizes) expected = (await append(store(), stream, size, expected)).revision;
    const found = await followed(store(), stream, before, 50);
    expect(found.map(({ revision }) => revision)).toStrictEqual(
      Array.from({ length: 50 }, (_, n) => BigInt(n)),
    );
  });
};

const live = ({ store }: Under): void => {
  it('hands over what is recorded after it has caught up', async () => {
    const [stream, before] = [newStream(), await store().head()];
    const following = followed(store(), stream, before, 6);
    let expected = NO_STREAM;
    for (let n = 0; n < 6; n++) {
      await nextTurn();
      expected = (await append(store(), stream, 1, expected)).revision;
    }
    expect(ids(await following)).toStrictEqual(ids(await store().read(stream)));
  });

  it('serves several followers at once, each from its own position', async () => {
    const [stream, before] = [newStream(), await store().head()];
    const { position } = await append(store(), stream, 2);
    const followers = [
      followed(store(), stream, before, 5),
      followed(store(), stream, before, 5),
      followed(store(), stream, position, 3),
    ];
    await append(store(), stream, 3, 1n);
    const all = ids(await store().read(stream));
    const found = await Promise.all(followers);
    expect(found.map(ids)).toStrictEqual([all, all, all.slice(2)]);
  });

  it('loses nothing for a follower that is slower than the writers', async () => {
    const [stream, before, stop] = [newStream(), await store().head(), new AbortController()];
    const found: Recorded[] = [];
    const slow = (async () => {
      for await (const { facts } of store().follow(before, stop.signal)) {
        for (let turn = 0; turn < 50; turn++) await nextTurn();
        found.push(...facts.filter((fact) => fact.stream === stream));
        if (found.length >= 400) stop.abort();
      }
    })();
    let expected = NO_STREAM;
    for (let n = 0; n < 100; n++) expected = (await append(store(), stream, 4, expected)).revision;
    await slow;
    expect(ids(found)).toStrictEqual(ids(await store().read(stream)));
  });

  it('hands over a fact only when it can be read', async () => {
    const [stream, before, stop] = [newStream(), await store().head(), new AbortController()];
    const seen = (async () => {
      for await (const { facts } of store().follow(before, stop.signal)) {
        const mine = facts.filter((fact) => fact.stream === stream);
        if (mine.length === 0) continue;
        expect(await store().read(stream)).toHaveLength(3);
        stop.abort();
      }
    })();
    await append(store(), stream, 3);
    await seen;
  });
};

const ending = ({ store }: Under): void => {
  it('ends quietly when it is told to stop while it waits', async () => {
    const [before, stop] = [await store().head(), new AbortController()];
    const following = drained(store(), before, stop.signal);
    await nextTurn();
    stop.abort();
    await expect(following).resolves.toBeInstanceOf(Array);
  });

  it('hands over nothing when it was told to stop before it began', async () => {
    const before = await store().head();
    await append(store(), newStream(), 1);
    expect(await drained(store(), before, AbortSignal.abort())).toStrictEqual([]);
  });

  it('can be left in the middle, and followed anew', async () => {
    const [stream, before] = [newStream(), await store().head()];
    await append(store(), stream, 3);
    for await (const { facts } of store().follow(before, new AbortController().signal))
      if (facts.length > 0) break;
    expect(await followed(store(), stream, before, 3)).toHaveLength(3);
  });

  it('says that it is well', async () => {
    expect(await store().health()).toMatchObject({ ok: true });
  });
};

/** The log followed: order, resuming, live, slow followers, the end. */
export const following = (under: Under): void => {
  describe('following', () => {
    order(under);
    live(under);
    ending(under);
  });
};
