import { afterAll, beforeAll, expect, it } from 'vitest';
import { httpApp } from '../../../src/http/server.ts';
import type { EventStore } from '../../../src/store/event-store.ts';
import { openEmbeddedStore } from '../../../src/store/sqlite.ts';
import { plant } from '../../support/machine.ts';
import { nodeOn } from '../../support/nodes.ts';
import { caller } from '../serving.ts';

type Node = Awaited<ReturnType<typeof nodeOn>>;

let north: Node;
let south: Node;
let store: EventStore;
/** Keeps what is recorded from the read models of the southern node, until it is let go. */
let hold: () => void;
let letGo: () => void;

/** A store whose news can be kept from this node. */
const slowly = (fast: EventStore): EventStore => {
  let gate = Promise.resolve();
  letGo = () => undefined;
  hold = () => {
    gate = new Promise((resolve) => (letGo = resolve));
  };
  return {
    ...fast,
    follow: async function* (after, signal) {
      for await (const batch of fast.follow(after, signal)) {
        await gate;
        yield batch;
      }
    },
  };
};

beforeAll(async () => {
  store = openEmbeddedStore({ file: ':memory:' });
  const now = () => '2026-06-01T01:00:00.000Z';
  north = await nodeOn(store, { now });
  south = await nodeOn(slowly(store), { now });
});
afterAll(async () => {
  await north.close();
  await south.close();
  await store.close();
});

it('reads on one node what was written on another, by the position of the answer', async () => {
  const [there, here] = [caller(httpApp(north.app)), caller(httpApp(south.app))];
  hold();
  const written = await there.post('/api/v1/enterprises/mill/register', plant);
  expect(written.status).toBe(200);
  const position = String(written.headers['concord-position']);
  const read = (path: string) => here.get(path).set('Concord-Position', position);

  const early = await read('/api/v1/enterprises?limit=1');
  expect(early.status).toBe(202);
  expect(early.body).toMatchObject({ items: [], stale: true });
  expect(BigInt(String(early.headers['concord-position']))).toBeLessThan(BigInt(position));
  const waiting = read('/api/v1/enterprises?limit=1').then((answer) => answer);
  letGo();
  let late = await waiting;
  // A machine that stalls may take longer than a read waits: then it says so, and is asked again.
  while (late.status === 202) late = await read('/api/v1/enterprises?limit=1');
  expect(late.status).toBe(200);
  expect(late.body).toMatchObject({ items: [{ id: 'mill', name: plant.name }] });
  expect(late.body).not.toHaveProperty('stale');
  expect(BigInt(String(late.headers['concord-position']))).toBeGreaterThanOrEqual(BigInt(position));
}, 30_000);

it('takes a position only as it was given', async () => {
  const { get } = caller(httpApp(north.app));
  for (const wrong of ['-1', 'last', '1.5', '12345678901234567890'])
    expect((await get('/api/v1/enterprises').set('Concord-Position', wrong)).status).toBe(400);
});

it('tells how far every read has seen, also without being asked', async () => {
  const { get } = caller(httpApp(north.app));
  const head = String(north.app.position());
  for (const path of ['enterprises', 'deadlines', 'figures'])
    expect((await get(`/api/v1/${path}`)).headers['concord-position']).toBe(head);
});

it('shows who is on duty, on every node, and readiness does not depend on it', async () => {
  const metrics = async ({ app }: Node) => (await caller(httpApp(app)).get('/metrics')).text;
  const holder = `concord_duty_holder{holder="${String(north.app.duty().holder)}"} 1`;
  expect(await metrics(north)).toContain(holder);
  expect(await metrics(north)).toContain('concord_on_duty 1');
  await south.app.settle();
  expect(await metrics(south)).toContain(holder);
  expect(await metrics(south)).toContain('concord_on_duty 0');
  expect((await caller(httpApp(south.app)).get('/readyz')).status).toBe(200);
});
