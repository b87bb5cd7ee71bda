import { once } from 'node:events';
import {
  BACKWARDS,
  DeadlineExceededError,
  END,
  EventStoreDBClient,
  NotLeaderError,
  TimeoutError,
  UnavailableError,
  UnknownError,
} from '@eventstore/db-client';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Double, DoubleOptions } from '../support/esdb/double.ts';
import { openDouble } from '../support/esdb/double.ts';
import { code, Refusal } from '../support/esdb/grpc.ts';
import type { EsdbNode } from '../support/esdb/node.ts';
import { createRecorder } from '../support/esdb/recorder.ts';
import { all, CREDENTIALS, fact, fresh, refusal } from '../support/esdb/target.ts';

// What no test can do to a server that it didn't start: these run against the double alone.

const opened = async (options: DoubleOptions = {}, settings = '') => {
  const double = await openDouble(options);
  const client = EventStoreDBClient.connectionString(double.url + settings);
  onTestFinished(async () => {
    await client.dispose();
    await double.close();
  });
  return { double, client, node: nodeOf(double, 0) };
};

const nodeOf = (double: Double, at: number): EsdbNode => {
  const node = double.nodes[at];
  if (node === undefined) throw new Error('no such node');
  return node;
};

const unary = { credentials: CREDENTIALS };

describe('a node that is killed', () => {
  it('resets its connections: what was under way is unavailable, and not recorded', async () => {
    const { double, client, node } = await opened();
    const stream = fresh('rule');
    await client.appendToStream(stream, fact(0), unary);
    const { met } = double.fault('append', { what: 'delay', ms: 300 });
    const recorder = createRecorder();
    recorder.listen(client.subscribeToAll({ fromPosition: END }));
    await recorder.until(() => recorder.times('caughtUp') === 1);
    const append = refusal(client.appendToStream(stream, fact(1), unary));
    await met;
    await node.kill();
    const error = await append;
    expect(error).toBeInstanceOf(UnavailableError);
    expect(error).toMatchObject({ code: 14 });
    await recorder.until(() => recorder.errors().length > 0);
    expect(recorder.errors()[0]).toBeInstanceOf(UnavailableError);
    expect(double.log.lastRevision(stream)).toBe(0n);
  });

  it('refuses connections, and is not ready while it starts again on the same port', async () => {
    const { client, node } = await opened();
    const port = node.port();
    await node.kill();
    const gone = await refusal(client.appendToStream(fresh('rule'), fact(1), unary));
    expect(gone).toBeInstanceOf(UnavailableError);
    expect(gone).toMatchObject({ message: expect.stringContaining('No connection established') });
    const started = node.start(300);
    const early = await refusal(client.appendToStream(fresh('rule'), fact(1), unary));
    expect(early).toMatchObject({ code: 14, message: '14 UNAVAILABLE: Server Is Not Ready' });
    await started;
    expect(node.port()).toBe(port);
    await client.appendToStream(fresh('rule'), fact(1), unary);
  });

  it('has forgotten nothing when it is back', async () => {
    const { client, node } = await opened();
    const stream = fresh('rule');
    await client.appendToStream(stream, fact(1), unary);
    await node.kill();
    await node.start();
    expect(await all(client.readStream(stream))).toHaveLength(1);
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
    const stopped = node.stop({ notReadyFor: 100, silentFor: 300 });
    const other = EventStoreDBClient.connectionString(double.url);
    const late = await refusal(other.appendToStream(fresh('rule'), fact(2), unary));
    expect(late).toMatchObject({ message: '14 UNAVAILABLE: Server Is Not Ready' });
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
    double.fault('append', { what });
    const hurried = { ...unary, deadline: 150 };
    const error = await refusal(client.appendToStream(stream, fact(1), hurried));
    expect(error).toBeInstanceOf(DeadlineExceededError);
    expect(double.log.lastRevision(stream)).toBe(last);
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

describe('three nodes over one log', () => {
  it('are discovered by gossip, and the leader is preferred', async () => {
    const { double, client } = await opened({ nodes: 3 });
    await client.appendToStream(fresh('rule'), fact(1), unary);
    expect(double.nodes.map((node) => node.received('append'))).toStrictEqual([1, 0, 0]);
  });

  it('send who requires the leader there; the next call finds it', async () => {
    const { double, client } = await opened({ nodes: 3 });
    const leading = { ...unary, requiresLeader: true };
    await client.appendToStream(fresh('rule'), fact(1), leading);
    double.lead(nodeOf(double, 1));
    const error = await refusal(client.appendToStream(fresh('rule'), fact(1), leading));
    expect(error).toBeInstanceOf(NotLeaderError);
    expect(error).toMatchObject({
      message: '5 NOT_FOUND: Leader info available',
      leader: { address: '127.0.0.1', port: nodeOf(double, 1).port() },
    });
    await client.appendToStream(fresh('rule'), fact(1), leading);
    expect(nodeOf(double, 1).received('append')).toBe(1);
  });

  it('hand on a write that requires no leader, and read alike', async () => {
    const { double, client } = await opened({ nodes: 3 });
    const stream = fresh('rule');
    await client.appendToStream(stream, fact(1), unary);
    double.lead(nodeOf(double, 1));
    await client.appendToStream(stream, fact(2), unary);
    expect(await all(client.readStream(stream))).toHaveLength(2);
    const leading = { requiresLeader: true };
    expect(await refusal(all(client.readStream(stream, leading)))).toBeInstanceOf(NotLeaderError);
  });

  it('elect another when the leader is killed', async () => {
    const { double, client, node } = await opened({ nodes: 3, electsAfter: 50 });
    const stream = fresh('rule');
    await client.appendToStream(stream, fact(1), unary);
    await node.kill();
    const tried = async (left: number): Promise<object> =>
      client
        .appendToStream(stream, fact(2), { ...unary, requiresLeader: true })
        .catch((error: unknown) => {
          if (left === 0) throw error;
          return new Promise<object>((resolve) => setTimeout(() => resolve(tried(left - 1)), 30));
        });
    expect(await tried(50)).toMatchObject({ nextExpectedRevision: 1n });
    expect(double.leader()).not.toBe(node);
    const [last] = await all(
      client.readAll({ direction: BACKWARDS, fromPosition: END, maxCount: 1 }),
    );
    expect(last?.event?.streamId).toBe(stream);
  });

  it('take nothing from a leader that woke up deposed', async () => {
    const { double, node } = await opened({ nodes: 3 });
    node.freeze();
    double.lead(nodeOf(double, 1));
    node.thaw();
    const old = EventStoreDBClient.connectionString(`esdb://127.0.0.1:${node.port()}?tls=false`);
    const stream = fresh('rule');
    const hurried = { ...unary, deadline: 300, requiresLeader: true };
    const error = await refusal(old.appendToStream(stream, fact(1), hurried));
    expect(error).toBeInstanceOf(DeadlineExceededError);
    expect(double.log.lastRevision(stream)).toBe(-1n);
    await old.dispose();
  });
});

describe('over TLS', () => {
  it('serves who trusts its authority, and nobody else', async () => {
    const { double, client } = await opened({ tls: true, nodes: 3 });
    const stream = fresh('rule');
    await client.appendToStream(stream, fact(1), unary);
    await client.appendToStream(stream, fact(2));
    expect(await all(client.readStream(stream))).toHaveLength(2);
    const port = nodeOf(double, 0).port();
    const stranger = EventStoreDBClient.connectionString(`esdb://127.0.0.1:${port}?tls=true`);
    const error = await refusal(stranger.appendToStream(stream, fact(3), unary));
    expect(error).toBeInstanceOf(UnavailableError);
    await stranger.dispose();
  });

  it('is not spoken by a node without it', async () => {
    const { node } = await opened();
    const url = `esdb://127.0.0.1:${node.port()}?tls=true`;
    const client = EventStoreDBClient.connectionString(url);
    const error = await refusal(client.appendToStream(fresh('rule'), fact(1), unary));
    expect(error).toMatchObject({ type: 'unavailable', code: 14 });
    await client.dispose();
  });

  it('may be killed and started again', async () => {
    const { client, node } = await opened({ tls: true });
    const subscription = client.subscribeToAll({ fromPosition: END });
    await once(subscription, 'caughtUp');
    const dropped = once(subscription, 'error');
    await node.kill();
    expect((await dropped)[0]).toBeInstanceOf(UnavailableError);
    await node.start();
    await client.appendToStream(fresh('rule'), fact(1), unary);
  });
});
