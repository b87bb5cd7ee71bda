import { once } from 'node:events';
import type { AllStreamSubscription } from '@eventstore/db-client';
import { END, NO_STREAM, streamNameFilter } from '@eventstore/db-client';
import { describe, expect, it, vi } from 'vitest';
import { runChild } from '../support/esdb/child.ts';
import type { Double } from '../support/esdb/double.ts';
import { opened } from '../support/esdb/opened.ts';
import { createRecorder } from '../support/esdb/recorder.ts';
import { lateFeatures, outage, silence } from '../support/esdb/stimuli.ts';
import { all, CREDENTIALS, fact, facts, fresh, refusal } from '../support/esdb/target.ts';

// Why nothing but the adapter talks to the client: what it does when left to itself.

const BARE = new URL('./children/bare-client.ts', import.meta.url);

/** 'pending' unless the promise is settled within the given milliseconds. */
const within = (ms: number, promise: Promise<unknown>): Promise<unknown> =>
  Promise.race([
    promise.then(
      () => 'fulfilled',
      () => 'rejected',
    ),
    new Promise((resolve) => setTimeout(resolve, ms, 'pending')),
  ]);

const open = (double: Double, rpc: 'read' | 'subscribe'): number =>
  double.nodes.reduce((sum, node) => sum + node.open(rpc), 0);

describe('defect 1: a batch stream that breaks', () => {
  it("rejects another client's append, and its late answer ends the process", async () => {
    const { code, out, err } = await runChild(BARE, 'neighbour');
    expect(out[0]).toBe('rejected');
    expect(out[1]).toBe('recorded: 1');
    expect(err).toContain('TypeError');
    expect(code).not.toBe(0);
  });
});

describe('defect 2: what the server can do', () => {
  it('is asked once: if discovery fails then, every later append fails with that answer', async () => {
    const { double, client } = await opened({ nodes: 3 }, '&maxDiscoverAttempts=1');
    const { end } = await outage(double);
    const message = 'Failed to discover after 1 attempts.';
    expect(await refusal(client.appendToStream(fresh('own'), fact(1)))).toMatchObject({ message });
    await end();
    for (let again = 0; again < 3; again += 1)
      expect(await refusal(client.appendToStream(fresh('own'), fact(1)))).toMatchObject({
        message,
      });
    expect(await all(client.readAll({ maxCount: 1 }))).toHaveLength(1);
  });

  it('is never asked again if the first answer came too late', async () => {
    const { double, client } = await opened();
    lateFeatures(double);
    for (let again = 0; again < 3; again += 1)
      expect(await refusal(client.appendToStream(fresh('own'), fact(1)))).toMatchObject({
        code: 4,
      });
    expect(double.nodes[0]?.received('features')).toBe(1);
  });
});

describe('defect 3: a server that is silent', () => {
  it('leaves a batch append pending, whatever its deadline', async () => {
    const { double, client } = await opened();
    const { met } = silence(double);
    const append = client.appendToStream(fresh('own'), fact(1), { deadline: 100 });
    await met;
    expect(await within(600, append)).toBe('pending');
  });

  it('about what it can do leaves every append pending', async () => {
    const { double, client } = await opened();
    const { met } = double.fault('features', { what: 'mute' });
    const append = client.appendToStream(fresh('own'), fact(1), { deadline: 100 });
    await met;
    expect(await within(600, append)).toBe('pending');
  });
});

describe('defect 4: a conflict that is answered instead of thrown', () => {
  it('says over the batch stream that the stream ends at 1, wherever it ends', async () => {
    const { client } = await opened({}, '&throwOnAppendFailure=false');
    const stream = fresh('own');
    await client.appendToStream(stream, facts(4));
    const stale = { expectedRevision: 0n };
    expect(await client.appendToStream(stream, fact(9), stale)).toMatchObject({
      success: false,
      nextExpectedRevision: 1n,
    });
    const unary = { ...stale, credentials: CREDENTIALS };
    expect(await client.appendToStream(stream, fact(9), unary)).toMatchObject({
      success: false,
      nextExpectedRevision: 3n,
    });
  });
});

describe('defect 5: a checkpoint that is refused', () => {
  it('is an unhandled rejection, and the subscription stands still without a word', async () => {
    const { out } = await runChild(BARE, 'throwing-checkpoint');
    expect(out).toStrictEqual(['unhandled: Error: the handler failed', 'more events: 0']);
  });
});

describe('defect 6: checkpoints and caughtUp', () => {
  it('come up to 16 events before their reader is there', async () => {
    const { client } = await opened();
    const stream = fresh('orders');
    await client.appendToStream(stream, facts(64));
    const recorder = createRecorder();
    const filter = streamNameFilter({
      ...{ prefixes: [stream], maxSearchWindow: 1, checkpointInterval: 1 },
      checkpointReached: recorder.checkpointReached,
    });
    const subscription = client.subscribeToAll({ filter });
    await once(subscription, 'readable');
    await recorder.until(() => recorder.checkpoints().length >= 16);
    expect(subscription.readableLength).toBeGreaterThanOrEqual(15);
    await subscription.unsubscribe();
  });

  it('say that all is there when nothing has been read', async () => {
    const { client } = await opened();
    const stream = fresh('orders');
    await client.appendToStream(stream, facts(8));
    const filter = streamNameFilter({ prefixes: [stream] });
    const subscription = client.subscribeToAll({ filter });
    await once(subscription, 'caughtUp');
    expect(subscription.readableLength).toBe(8);
    await subscription.unsubscribe();
  });
});

describe('defect 7: data that JSON cannot write', () => {
  it('is an unhandled rejection, and the append is never settled', async () => {
    const { out } = await runChild(BARE, 'unserialisable');
    expect(out).toStrictEqual([expect.stringContaining('unhandled: TypeError'), 'waited']);
  });
});

describe('defect 8: leaving a loop half-way', () => {
  it('leaves the call of a read open on both sides, until it is cancelled', async () => {
    const { double, client } = await opened();
    const stream = fresh('own');
    for (let n = 0; n < 20; n += 1) await client.appendToStream(stream, facts(100));
    const read = client.readStream(stream);
    for await (const { event } of read) if (event?.revision === 3n) break;
    await all(client.readStream(stream, { maxCount: 1 }));
    expect(open(double, 'read')).toBe(1);
    await read.cancel();
    await vi.waitFor(() => expect(open(double, 'read')).toBe(0));
  });

  it('leaves a subscription open, until it is unsubscribed', async () => {
    const { double, client } = await opened();
    const stream = fresh('own');
    await client.appendToStream(stream, facts(5));
    const subscription = client.subscribeToStream(stream);
    // Leaving a loop is an error to the stream: unheard it would end the process.
    subscription.on('error', () => undefined);
    for await (const { event } of subscription) if (event?.revision === 3n) break;
    await all(client.readStream(stream));
    expect(open(double, 'subscribe')).toBe(1);
    await subscription.unsubscribe();
    await vi.waitFor(() => expect(open(double, 'subscribe')).toBe(0));
  });
});

describe('defect 9: a subscription that the server ends', () => {
  const recorded = async (stop: (double: Double, own: AllStreamSubscription) => unknown) => {
    const { double, client } = await opened();
    const recorder = createRecorder();
    const subscription = recorder.listen(client.subscribeToAll({ fromPosition: END }));
    await recorder.until(() => recorder.times('caughtUp') === 1);
    const from = recorder.said.length;
    stop(double, subscription);
    await recorder.until(() => recorder.times('close') === 1);
    return recorder.said.slice(from);
  };

  it('looks like one that its reader ended: no error tells them apart', async () => {
    const ended = await recorded((double) => double.endSubscriptions());
    const left = await recorded((_, subscription) => subscription.unsubscribe());
    expect(ended).toStrictEqual(['end', 'close']);
    expect(left).toStrictEqual(ended);
  });
});

describe('defect 10: what makes no sense', () => {
  it('is sent all the same: a revision below zero, a number, an id that is none', async () => {
    const { double, client } = await opened();
    const unary = { credentials: CREDENTIALS, deadline: 300 };
    const below = client.appendToStream(fresh('own'), fact(1), { ...unary, expectedRevision: -1n });
    const error = await refusal(below);
    expect(error).toMatchObject({ message: expect.stringContaining('serializ') });
    expect(error).not.toHaveProperty('type', 'wrong-expected-version');
    const stream = fresh('own');
    await client.appendToStream(stream, fact(1), { expectedRevision: NO_STREAM });
    // @ts-expect-error A number is no revision, and the client takes it for one.
    await client.appendToStream(stream, fact(2), { expectedRevision: 0 });
    expect(double.log.lastRevision(stream)).toBe(1n);
    const odd = await refusal(client.appendToStream(stream, fact(1, 'no-uuid'), unary));
    expect(odd).toMatchObject({ code: 2 });
    // The one below zero never left; the other two were the server's to judge.
    expect(double.nodes[0]?.received('append')).toBe(1);
    expect(double.nodes[0]?.received('batch')).toBe(1);
  });
});
