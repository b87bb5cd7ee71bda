import { randomUUID } from 'node:crypto';
import type { Filter, Position, SubscribeToAllOptions } from '@eventstore/db-client';
import { END, eventTypeFilter, START, streamNameFilter, UnknownError } from '@eventstore/db-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Target } from '../support/esdb/target.ts';
import { fact, facts, fresh, openTarget, REAL } from '../support/esdb/target.ts';
import { createRecorder } from '../support/esdb/recorder.ts';

const NOWHERE = 2n ** 64n - 1n;
const ORIGIN: Position = { commit: 0n, prepare: 0n };

let target: Target;
beforeAll(async () => {
  target = await openTarget();
});
afterAll(() => target.close());

const append = async (stream: string, count: number): Promise<Position> =>
  (await target.client.appendToStream(stream, facts(count))).position ?? ORIGIN;
const names = (stream: string, from: number, to: number) =>
  Array.from({ length: to - from }, (_, n) => `${stream}@${n + from}`);

const subscribe = (
  options: SubscribeToAllOptions,
  filter: Partial<Filter> & { prefixes: string[] },
) => {
  const recorder = createRecorder();
  const { checkpointReached } = recorder;
  const filtered = streamNameFilter({ ...filter, checkpointReached });
  const subscription = recorder.listen(
    target.client.subscribeToAll({ ...options, filter: filtered }),
  );
  const caughtUp = () => recorder.until(() => recorder.times('caughtUp') > 0);
  return { ...recorder, caughtUp, stop: () => subscription.unsubscribe() };
};

describe('a filtered subscription to $all', () => {
  it('confirms, sends what matches, tells a checkpoint, catches up, and goes on live', async () => {
    const category = fresh('orders');
    const start = await append(fresh('noise'), 2);
    await append(`${category}-1`, 3);
    const feed = subscribe(
      { fromPosition: start },
      { prefixes: [category], checkpointInterval: 1 },
    );
    await feed.caughtUp();
    expect(feed.said[0]).toBe('confirmation');
    expect(feed.events()).toStrictEqual(names(`${category}-1`, 0, 3));
    await append(`${category}-2`, 1);
    await feed.until(() => feed.events().includes(`${category}-2@0`));
    await feed.stop();
  });

  it('begins after the place it is given', async () => {
    const category = fresh('orders');
    const place = await append(category, 2);
    await append(category, 2);
    const feed = subscribe({ fromPosition: place }, { prefixes: [category] });
    await feed.until(() => feed.events().length === 2);
    expect(feed.events()).toStrictEqual(names(category, 2, 4));
    await feed.stop();
  });

  it('may be resumed with the commit position for both numbers', async () => {
    const category = fresh('orders');
    const start = await append(fresh('noise'), 1);
    await append(fresh('noise'), 100);
    const feed = subscribe(
      { fromPosition: start },
      { prefixes: [category], checkpointInterval: 1 },
    );
    await feed.caughtUp();
    await feed.stop();
    const commit = feed.checkpoints().at(-1)?.checkpoint ?? 0n;
    await append(category, 1);
    const resumed = subscribe(
      { fromPosition: { commit, prepare: commit } },
      { prefixes: [category] },
    );
    await resumed.until(() => resumed.events().length === 1);
    expect(resumed.errors()).toStrictEqual([]);
    await resumed.stop();
  });

  it.skipIf(REAL)(
    'that finds nothing tells a checkpoint at the end of all numbers (S1)',
    async () => {
      const feed = subscribe(
        { fromPosition: START },
        { prefixes: [fresh('none')], checkpointInterval: 10_000 },
      );
      await feed.caughtUp();
      expect(feed.checkpoints()).toStrictEqual([{ checkpoint: NOWHERE, prepare: NOWHERE }]);
      await feed.stop();
    },
  );

  it('resumed from there skips all that is there, and says nothing of it (S1)', async () => {
    const category = fresh('orders');
    await append(category, 3);
    const feed = subscribe(
      { fromPosition: { commit: NOWHERE, prepare: NOWHERE } },
      { prefixes: [category] },
    );
    await feed.caughtUp();
    expect(feed.events()).toStrictEqual([]);
    expect(feed.errors()).toStrictEqual([]);
    await feed.stop();
  });

  it.skipIf(REAL)('of a mended server tells no such checkpoint', async () => {
    const mended = await openTarget({ before24_10_5: false });
    await mended.client.appendToStream(fresh('noise'), facts(40));
    const recorder = createRecorder();
    const filter = streamNameFilter({
      prefixes: [fresh('none')],
      checkpointInterval: 9,
      ...recorder,
    });
    const subscription = recorder.listen(mended.client.subscribeToAll({ filter }));
    await recorder.until(() => recorder.times('caughtUp') > 0);
    expect(recorder.checkpoints().map(({ checkpoint }) => checkpoint < NOWHERE)).toStrictEqual([
      true,
    ]);
    await subscription.unsubscribe();
    await mended.close();
  });

  it('while catching up tells where a page began, with prepare 0, or its last match (S2)', async () => {
    const category = fresh('orders');
    const start = await append(fresh('noise'), 1);
    const end = await append(fresh('noise'), 100);
    await append(category, 1);
    const feed = subscribe(
      { fromPosition: start },
      { prefixes: [category], checkpointInterval: 1 },
    );
    await feed.caughtUp();
    const early = feed.checkpoints().filter(({ prepare, checkpoint }) => prepare !== checkpoint);
    expect(early.length).toBeGreaterThan(0);
    for (const { prepare, checkpoint } of early) {
      expect(prepare).toBe(0n);
      expect(checkpoint > start.commit && checkpoint < end.commit).toBe(true);
    }
    await feed.stop();
  });

  it('at the end of catching up tells its last match, not the end of the log (S3)', async () => {
    const category = fresh('orders');
    const start = await append(fresh('noise'), 1);
    const match = await append(category, 1);
    await append(fresh('noise'), 5);
    const feed = subscribe(
      { fromPosition: start },
      { prefixes: [category], checkpointInterval: 10_000 },
    );
    await feed.caughtUp();
    expect(feed.checkpoints()).toStrictEqual([{ checkpoint: match.commit, prepare: match.commit }]);
    await feed.stop();
  });

  it('from the end tells no checkpoint before an interval has gone by (S4, S5)', async () => {
    const feed = subscribe(
      { fromPosition: END },
      { prefixes: [fresh('none')], checkpointInterval: 1 },
    );
    await feed.caughtUp();
    expect(feed.checkpoints()).toStrictEqual([]);
    await append(fresh('noise'), 20);
    expect(feed.checkpoints()).toStrictEqual([]);
    await append(fresh('noise'), 20);
    await feed.until(() => feed.checkpoints().length > 0);
    await feed.stop();
  });

  it('counts matches and others alike towards its live checkpoints (S5)', async () => {
    const category = fresh('orders');
    const feed = subscribe({ fromPosition: END }, { prefixes: [category], checkpointInterval: 1 });
    await feed.caughtUp();
    for (let n = 0; n < 16; n += 1) {
      await append(category, 1);
      await append(fresh('noise'), 1);
    }
    await feed.until(() => feed.checkpoints().length > 0);
    expect(feed.events()).toStrictEqual(names(category, 0, 16));
    await feed.stop();
  });

  it('from beyond the end drops what is below, in silence (S6)', async () => {
    const category = fresh('orders');
    const { commit } = await append(category, 1);
    const beyond = { commit: commit + 1_000_000_000n, prepare: commit + 1_000_000_000n };
    const feed = subscribe({ fromPosition: beyond }, { prefixes: [category] });
    await feed.caughtUp();
    await append(category, 3);
    const other = subscribe({ fromPosition: END }, { prefixes: [category] });
    await other.caughtUp();
    await append(category, 1);
    await other.until(() => other.events().length === 1);
    expect(feed.events()).toStrictEqual([]);
    expect(feed.errors()).toStrictEqual([]);
    await Promise.all([feed.stop(), other.stop()]);
  });

  it('from inside a record is confirmed, then refused (S7)', async () => {
    const { commit } = await append(fresh('noise'), 1);
    await append(fresh('noise'), 1);
    const inside = { commit: commit + 1n, prepare: commit + 1n };
    const feed = subscribe({ fromPosition: inside }, { prefixes: ['x'] });
    await feed.until(() => feed.errors().length > 0);
    expect(feed.said[0]).toBe('confirmation');
    expect(feed.errors()[0]).toBeInstanceOf(UnknownError);
    expect(feed.errors()[0]).toMatchObject({
      code: 3,
      message: '3 INVALID_ARGUMENT: Trying to read from an invalid position.',
    });
  });

  it('loses nothing for a slow reader, and says again that it caught up (S8)', async () => {
    const category = fresh('orders');
    const recorder = createRecorder();
    const filter = streamNameFilter({ prefixes: [category] });
    const subscription = target.client.subscribeToAll({ fromPosition: END, filter });
    recorder.listen(subscription);
    await recorder.until(() => recorder.times('caughtUp') === 1);
    subscription.pause();
    const wide = Array.from({ length: 100 }, () => ({ ...fact(0), metadata: 'x'.repeat(8000) }));
    for (let n = 0; n < 10; n += 1)
      await target.client.appendToStream(
        category,
        wide.map((each) => ({ ...each, id: randomUUID() })),
      );
    subscription.resume();
    await recorder.until(() => recorder.times('caughtUp') > 1 && recorder.events().length === 1000);
    expect(recorder.events()).toStrictEqual(names(category, 0, 1000));
    await subscription.unsubscribe();
  });

  it('by a regular expression that is none is refused unconfirmed (S11)', async () => {
    const recorder = createRecorder();
    const filter = eventTypeFilter({ regex: '(' });
    recorder.listen(target.client.subscribeToAll({ filter }));
    await recorder.until(() => recorder.errors().length > 0);
    expect(recorder.times('confirmation')).toBe(0);
    expect(recorder.errors()[0]).toBeInstanceOf(UnknownError);
    expect(recorder.errors()[0]).toMatchObject({ code: 2 });
  });

  it('by type or by a regular expression sends what fits', async () => {
    const stream = fresh('orders');
    const place = await append(fresh('noise'), 1);
    await append(stream, 1);
    for (const filter of [
      eventTypeFilter({ prefixes: ['Count'] }),
      eventTypeFilter({ regex: '^Counted$' }),
      streamNameFilter({ regex: `^${stream}$` }),
    ]) {
      const recorder = createRecorder();
      const subscription = target.client.subscribeToAll({ fromPosition: place, filter });
      recorder.listen(subscription);
      await recorder.until(() => recorder.events().includes(`${stream}@0`));
      await subscription.unsubscribe();
    }
  });
});
