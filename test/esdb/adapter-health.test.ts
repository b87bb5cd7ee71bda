import { describe, expect, it } from 'vitest';
import { BEGINNING, NO_STREAM, type EventStore } from '../../src/store/event-store.ts';
import { ourStream, rigged } from '../support/esdb/adapter-rig.ts';
import { Refusal } from '../support/esdb/grpc.ts';
import { until } from '../support/nodes.ts';
import { envelope, proposed } from '../support/store/facts.ts';

const append = (store: EventStore) => store.append(ourStream(), proposed(1), NO_STREAM, envelope);
const detailOf = async (store: EventStore) => (await store.health()).detail ?? '';

describe('the health of a store on servers', () => {
  it(
    'counts the nodes alive and names the leader, also after a change',
    rigged(
      async ({ double, store }) => {
        const [first, second, third] = double.nodes;
        if (!first || !second || !third) throw new Error('There are no three nodes.');
        await until(async () => (await detailOf(store)).includes('3 of 3 nodes alive'));
        expect(await detailOf(store)).toContain(`led by ${first.host}:${String(first.port())}`);
        await third.kill();
        double.lead(second);
        const says = `2 of 3 nodes alive, led by ${second.host}:${String(second.port())}`;
        await until(async () => (await detailOf(store)).includes(says));
        expect((await store.health()).ok).toBe(true);
      },
      { double: { nodes: 3 } },
    ),
  );

  it(
    'tells how far the slowest of its followers is behind',
    rigged(async ({ store }) => {
      const first = await append(store);
      const stop = new AbortController();
      const following = store.follow(BEGINNING, stop.signal)[Symbol.asyncIterator]();
      await following.next();
      const { position } = await append(store);
      const behind = `the slowest follower ${String(position - first.position)} positions behind`;
      await until(async () => (await detailOf(store)).includes(behind));
      await following.next();
      await until(async () => (await detailOf(store)).includes('nobody behind'));
      stop.abort();
      await following.return?.();
    }),
  );

  it(
    'is well while a server that answered a moment ago is gone, and not when it never answered',
    rigged(async ({ double, store, open }) => {
      await until(async () => (await store.health()).ok);
      await append(store);
      await double.nodes[0]?.kill();
      expect(await store.health()).toMatchObject({ ok: true, detail: expect.any(String) });
      expect(await open().health()).toMatchObject({ ok: false });
    }),
  );

  it(
    'is not well where its user may not in, though he is told so at once',
    rigged(
      async ({ double, store, open }) => {
        await append(store);
        const stranger = open({ url: double.url.replace('changeit', 'wrong') });
        for (let time = 0; time < 2; time++)
          expect(await stranger.health()).toMatchObject({
            ok: false,
            detail: expect.stringContaining('UNAUTHENTICATED'),
          });
        // Nor where he lost the right to read the log, whatever else is answered.
        const denied = new Refusal(7, 'Access Denied', { exception: 'access-denied' });
        double.fault('read', { what: 'reject', with: denied }, Infinity);
        await append(store);
        expect(await store.health()).toMatchObject({ ok: false });
      },
      { double: { tls: true } },
    ),
  );
});
