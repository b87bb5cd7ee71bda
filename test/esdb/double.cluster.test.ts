import { once } from 'node:events';
import {
  AccessDeniedError,
  BACKWARDS,
  DeadlineExceededError,
  END,
  EventStoreDBClient,
  NotLeaderError,
  UnavailableError,
} from '@eventstore/db-client';
import { describe, expect, it, vi } from 'vitest';
import { createBell } from '../support/esdb/faults.ts';
import { nodeOf, opened } from '../support/esdb/opened.ts';
import { all, CREDENTIALS, fact, fresh, refusal } from '../support/esdb/target.ts';

// What no test can do to a server that it didn't start: these run against the double alone.

const unary = { credentials: CREDENTIALS };

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
    const { rung: told, ring } = createBell();
    node.thaw(told);
    const old = EventStoreDBClient.connectionString(`esdb://127.0.0.1:${node.port()}?tls=false`);
    const stream = fresh('rule');
    const hurried = { ...unary, deadline: 300, requiresLeader: true };
    const error = await refusal(old.appendToStream(stream, fact(1), hurried));
    expect(error).toBeInstanceOf(DeadlineExceededError);
    expect(double.log.lastRevision(stream)).toBe(-1n);
    ring();
    await vi.waitFor(() => expect(node.role()).toBe('follower'));
    const late = await refusal(
      old.appendToStream(stream, fact(1), { ...unary, requiresLeader: true }),
    );
    expect(late).toBeInstanceOf(NotLeaderError);
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

  it('turns away who is not who he says', async () => {
    const { client } = await opened({ tls: true });
    const credentials = { username: 'admin', password: 'wrong' };
    const error = await refusal(client.appendToStream(fresh('rule'), fact(1), { credentials }));
    expect(error).toBeInstanceOf(AccessDeniedError);
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
