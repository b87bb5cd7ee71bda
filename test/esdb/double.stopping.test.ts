import {
  DeadlineExceededError,
  END,
  EventStoreDBClient,
  TimeoutError,
  UnavailableError,
  UnknownError,
} from '@eventstore/db-client';
import { describe, expect, it, vi } from 'vitest';
import { opened } from '../support/esdb/opened.ts';
import { createBell } from '../support/esdb/faults.ts';
import { code, Refusal } from '../support/esdb/grpc.ts';
import { createRecorder } from '../support/esdb/recorder.ts';
import { all, CREDENTIALS, fact, fresh, refusal } from '../support/esdb/target.ts';

// What no test can do to a server that it didn't start: these run against the double alone.

const unary = { credentials: CREDENTIALS };

describe('a node that is killed', () => {
  it('resets its connections: what was under way is unavailable, and not recorded', async () => {
    const { double, client, node } = await opened();
    const stream = fresh('rule');
    await client.appendToStream(stream, fact(0), unary);
    const { rung: until, ring } = createBell();
    const { met } = double.fault('append', { what: 'hold', until });
    const recorder = createRecorder();
    recorder.listen(client.subscribeToAll({ fromPosition: END }));
    await recorder.until(() => recorder.times('caughtUp') === 1);
    const append = refusal(client.appendToStream(stream, fact(1), unary));
    await met;
    await node.kill();
    const error = await append;
    expect(error).toBeInstanceOf(UnavailableError);
    expect(error).toMatchObject({
      code: 14,
      message: expect.stringMatching(/ECONNRESET|Connection dropped/),
    });
    await recorder.until(() => recorder.errors().length > 0);
    expect(recorder.errors()[0]).toBeInstanceOf(UnavailableError);
    ring();
    await until;
    expect(double.log.lastRevision(stream)).toBe(0n);
  });

  it('refuses connections, and is not ready while it starts again on the same port', async () => {
    const { client, node } = await opened();
    const port = node.port();
    await node.kill();
    const gone = await refusal(client.appendToStream(fresh('rule'), fact(1), unary));
    expect(gone).toBeInstanceOf(UnavailableError);
    expect(gone).toMatchObject({ message: expect.stringContaining('No connection established') });
    const { rung: asked, ring } = createBell();
    const started = node.start(asked);
    await vi.waitFor(() => expect(node.state()).toBe('starting'));
    const early = await refusal(client.appendToStream(fresh('rule'), fact(1), unary));
    expect(early).toMatchObject({ code: 14, message: '14 UNAVAILABLE: Server Is Not Ready' });
    ring();
    await started;
    expect(node.port()).toBe(port);
    await client.appendToStream(fresh('rule'), fact(1), unary);
  });

  it('has forgotten nothing when it is back', async () => {
    const { double, client, node } = await opened();
    const stream = fresh('rule');
    await client.appendToStream(stream, fact(1), unary);
    await node.kill();
    await node.start();
    const later = EventStoreDBClient.connectionString(double.url);
    expect(await all(later.readStream(stream))).toHaveLength(1);
    await later.dispose();
  });
});

describe('the health of a node', () => {
  it('is told over plain HTTP: ready, not yet ready, or no answer at all', async () => {
    const { node } = await opened();
    expect((await fetch(node.healthUrl())).status).toBe(204);
    await node.kill();
    await expect(fetch(node.healthUrl())).rejects.toThrow('fetch failed');
    const { rung: asked, ring } = createBell();
    const started = node.start(asked);
    await vi.waitFor(async () => expect((await fetch(node.healthUrl())).status).toBe(503));
    ring();
    await started;
    expect((await fetch(node.healthUrl())).status).toBe(204);
  });
});

describe('a node that is stopped gracefully', () => {
  it('says it is not ready, leaves calls unanswered, and resets them without a status', async () => {
    const { double, client, node } = await opened();
    await client.appendToStream(fresh('rule'), fact(0), unary);
    const recorder = createRecorder();
    recorder.listen(client.subscribeToAll({ fromPosition: END }));
    await recorder.until(() => recorder.times('caughtUp') === 1);
    const { met } = double.fault('append', { what: 'mute' });
    const append = refusal(client.appendToStream(fresh('rule'), fact(1), unary));
    await met;
    const { rung: asked, ring } = createBell();
    const stopped = node.stop({ notReadyFor: asked, silentFor: 100 });
    const other = EventStoreDBClient.connectionString(double.url);
    const late = await refusal(other.appendToStream(fresh('rule'), fact(2), unary));
    expect(late).toMatchObject({ message: '14 UNAVAILABLE: Server Is Not Ready' });
    ring();
    await stopped;
    await recorder.until(() => recorder.errors().length > 0);
    for (const error of [await append, recorder.errors()[0]]) {
      expect(error).toBeInstanceOf(UnknownError);
      expect(error).toMatchObject({
        code: 13,
        message: '13 INTERNAL: Received RST_STREAM with code 0 (Call ended without gRPC status)',
      });
    }
    await other.dispose();
  });
});

describe('a node that is frozen', () => {
  it('lets the deadline pass, and has not recorded what was given up when it thaws', async () => {
    const { double, client, node } = await opened();
    const stream = fresh('rule');
    await client.appendToStream(stream, fact(0), unary);
    node.freeze();
    const hurried = { ...unary, deadline: 150 };
    const error = await refusal(client.appendToStream(stream, fact(1), hurried));
    expect(error).toBeInstanceOf(DeadlineExceededError);
    node.thaw();
    const after = await client.appendToStream(stream, fact(2), unary);
    expect(after.nextExpectedRevision).toBe(1n);
    expect(double.log.lastRevision(stream)).toBe(1n);
  });

  it('answers no ping: keep-alive finds out, and what pends is unavailable', async () => {
    const settings = '&keepAliveInterval=300&keepAliveTimeout=300';
    const { client, node } = await opened({}, settings);
    const recorder = createRecorder();
    recorder.listen(client.subscribeToAll({ fromPosition: END }));
    await recorder.until(() => recorder.times('caughtUp') === 1);
    node.freeze();
    await recorder.until(() => recorder.errors().length > 0);
    expect(recorder.errors()[0]).toBeInstanceOf(UnavailableError);
  });

  it('leaves a batch append and a read without an answer', async () => {
    const { client, node } = await opened();
    const stream = fresh('rule');
    await client.appendToStream(stream, fact(0));
    node.freeze();
    const patience = new Promise((resolve) => setTimeout(resolve, 400, 'pending'));
    const append = client.appendToStream(stream, fact(1), { deadline: 100 });
    expect(await Promise.race([append, patience])).toBe('pending');
    expect(await Promise.race([all(client.readStream(stream)), patience])).toBe('pending');
    node.thaw();
    expect((await append).nextExpectedRevision).toBe(1n);
  });
});

describe('a fault', () => {
  it.each([
    ['before the write', { what: 'reject' } as const, 0n],
    ['after the write', { what: 'fail-after-commit' } as const, 1n],
  ])('%s is told as unavailable', async (_, fault, last) => {
    const { double, client } = await opened();
    const stream = fresh('rule');
    await client.appendToStream(stream, fact(0), unary);
    double.fault('append', fault);
    const error = await refusal(client.appendToStream(stream, fact(1), unary));
    expect(error).toBeInstanceOf(UnavailableError);
    expect(double.log.lastRevision(stream)).toBe(last);
  });

  it('may be a time-out of the server, of which nobody knows what it did', async () => {
    const { double, client } = await opened();
    const details = 'Operation timed out: Request canceled by server';
    double.fault('append', { what: 'fail-after-commit', with: new Refusal(code.aborted, details) });
    const error = await refusal(client.appendToStream(fresh('rule'), fact(1), unary));
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({ code: 10 });
  });

  it.each([
    ['a lost answer', 'lose-the-answer', 0n],
    ['a server that is mute', 'mute', -1n],
  ] as const)('may be %s: the deadline passes', async (_, what, last) => {
    const { double, client } = await opened();
    const stream = fresh('rule');
    await client.appendToStream(fresh('rule'), fact(0), unary);
    const { struck } = double.fault('append', { what });
    // Long enough for the call to arrive first, also where the machine stalls.
    const hurried = { ...unary, deadline: 3000 };
    const error = await refusal(client.appendToStream(stream, fact(1), hurried));
    expect(struck()).toBe(1);
    expect(error).toBeInstanceOf(DeadlineExceededError);
    expect(double.log.lastRevision(stream)).toBe(last);
  });

  it('may be a delay, or a hold until something has happened: then the call is done', async () => {
    const { double, client } = await opened();
    const stream = fresh('rule');
    const { rung: until, ring } = createBell();
    double.fault('append', { what: 'delay', ms: 100 });
    const held = double.fault('append', { what: 'hold', until });
    const began = performance.now();
    await client.appendToStream(stream, fact(0), unary);
    expect(performance.now() - began).toBeGreaterThanOrEqual(99);
    const append = client.appendToStream(stream, fact(1), unary);
    await held.met;
    expect(double.log.lastRevision(stream)).toBe(0n);
    ring();
    expect((await append).nextExpectedRevision).toBe(1n);
  });

  it('may be meant for some streams only, for so many calls, and be lifted', async () => {
    const { double, client } = await opened();
    const [one, other] = [fresh('rule'), fresh('rule')];
    const meant = (stream: string) => stream === one;
    const { struck, lift } = double.fault('append', { what: 'reject' }, 2, meant);
    await client.appendToStream(other, fact(0), unary);
    await refusal(client.appendToStream(one, fact(0), unary));
    lift();
    await client.appendToStream(one, fact(0), unary);
    expect(struck()).toBe(1);
  });

  it('ends subscriptions cleanly, or stalls them', async () => {
    const { double, client, node } = await opened();
    const ended = createRecorder();
    ended.listen(client.subscribeToAll({ fromPosition: END }));
    await ended.until(() => ended.times('caughtUp') === 1);
    double.endSubscriptions();
    await ended.until(() => ended.times('end') === 1);
    expect(ended.errors()).toStrictEqual([]);

    const stalled = createRecorder();
    stalled.listen(client.subscribeToAll({ fromPosition: END }));
    await stalled.until(() => stalled.times('caughtUp') === 1);
    node.stall(true);
    const stream = fresh('rule');
    await client.appendToStream(stream, fact(1), unary);
    expect(await all(client.readStream(stream))).toHaveLength(1);
    expect(stalled.events()).toStrictEqual([]);
    node.stall(false);
    await stalled.until(() => stalled.events().length === 1);
  });
});
