import { StreamDeletedError } from '@eventstore/db-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRecorder } from '../support/esdb/recorder.ts';
import type { Target } from '../support/esdb/target.ts';
import { all, facts, fresh, openTarget } from '../support/esdb/target.ts';

let target: Target;
beforeAll(async () => {
  target = await openTarget();
});
afterAll(() => target.close());

const append = (stream: string, count: number) =>
  target.client.appendToStream(stream, facts(count));
const names = (stream: string, from: number, to: number) =>
  Array.from({ length: to - from }, (_, n) => `${stream}@${n + from}`);

describe('a subscription to a stream', () => {
  const follow = (stream: string, options = {}) => {
    const recorder = createRecorder();
    const subscription = recorder.listen(target.client.subscribeToStream(stream, options));
    const caughtUp = () => recorder.until(() => recorder.times('caughtUp') > 0);
    return { ...recorder, caughtUp, stop: () => subscription.unsubscribe() };
  };

  it('sends what is there, says so, and then what comes', async () => {
    const stream = fresh('rule');
    await append(stream, 40);
    const feed = follow(stream);
    await feed.caughtUp();
    expect(feed.events()).toStrictEqual(names(stream, 0, 40));
    await append(stream, 1);
    await feed.until(() => feed.events().length === 41);
    await feed.stop();
  });

  it('waits for a stream that is not there yet', async () => {
    const stream = fresh('rule');
    const feed = follow(stream);
    await feed.caughtUp();
    await append(stream, 1);
    await feed.until(() => feed.events().length === 1);
    await feed.stop();
  });

  it('sends only what may be seen (S9)', async () => {
    const [counted, cut, deleted] = [fresh('rule'), fresh('rule'), fresh('rule')];
    for (const stream of [counted, cut, deleted]) await append(stream, 5);
    await target.client.setStreamMetadata(counted, { maxCount: 2 });
    await target.client.setStreamMetadata(cut, { truncateBefore: 4 });
    await target.client.deleteStream(deleted);
    const feeds = [follow(counted), follow(cut), follow(deleted)];
    await Promise.all(feeds.map((feed) => feed.caughtUp()));
    expect(feeds.map((feed) => feed.events())).toStrictEqual([
      names(counted, 3, 5),
      names(cut, 4, 5),
      [],
    ]);
    await Promise.all(feeds.map((feed) => feed.stop()));
  });

  it('that is buried is refused unconfirmed, or told when it happens (S10)', async () => {
    const stream = fresh('rule');
    await append(stream, 1);
    const live = follow(stream);
    await live.caughtUp();
    await target.client.tombstoneStream(stream);
    await live.until(() => live.errors().length > 0);
    expect(live.events()).toStrictEqual([`${stream}@0`, `${stream}@9223372036854775807`]);
    expect(live.errors()[0]).toBeInstanceOf(StreamDeletedError);
    const late = follow(stream);
    await late.until(() => late.errors().length > 0);
    expect(late.times('confirmation')).toBe(0);
    expect(late.errors()[0]).toBeInstanceOf(StreamDeletedError);
  });

  it('from a revision beyond the end drops what comes up to it (S12)', async () => {
    const stream = fresh('rule');
    await append(stream, 1);
    const feed = follow(stream, { fromRevision: 3n });
    await feed.caughtUp();
    await append(stream, 5);
    await feed.until(() => feed.events().length === 2);
    expect(feed.events()).toStrictEqual(names(stream, 4, 6));
    expect((await all(target.client.readStream(stream))).length).toBe(6);
    await feed.stop();
  });
});
