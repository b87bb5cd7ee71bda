import { afterEach, beforeEach, expect, it } from 'vitest';
import { openEmbeddedStore } from '../../src/store/sqlite.ts';
import { BEGINNING, type EventStore, type Recorded } from '../../src/store/event-store.ts';
import { old } from '../support/concord.ts';
import { caller } from '../http/serving.ts';
import { httpApp } from '../../src/http/server.ts';
import { plant } from '../support/machine.ts';
import { nodeOn, tell } from '../support/nodes.ts';

/** Four pebibytes into its log, and never two places side by side: as a server counts, at its worst. */
const FAR = 2n ** 52n;
const GAP = 1_009n;

const placed = (position: bigint): bigint =>
  position === BEGINNING ? BEGINNING : FAR + position * GAP;
const nth = (place: bigint): bigint => (place < FAR ? BEGINNING : (place - FAR) / GAP);
const moved = (fact: Recorded): Recorded => ({ ...fact, position: placed(fact.position) });

/** A store whose positions are neither small nor dense. */
const sparse = (store: EventStore): EventStore => ({
  ...store,
  append: async (...args) => {
    const { revision, position } = await store.append(...args);
    return { revision, position: placed(position) };
  },
  read: async (...args) => (await store.read(...args)).map(moved),
  head: async () => placed(await store.head()),
  async *follow(after, signal) {
    for await (const { facts, upTo } of store.follow(nth(after), signal))
      yield { facts: facts.map(moved), upTo: placed(upTo) };
  },
});

let store: EventStore;
beforeEach(() => {
  store = openEmbeddedStore({ file: ':memory:' });
});
afterEach(() => store.close());

it('counts, remembers and rebuilds where positions are large and far apart', async () => {
  const now = () => '2026-06-01T01:00:00.000Z';
  const { app, close } = await nodeOn(sparse(store), { now });
  const history = old('comprehensive', ['2025-01-01', '2027-12-31'], { enterprise: 'A' });
  await tell(app, ['enterprises', 'A'], { type: 'Register', data: plant });
  await tell(app, ['contracts', 'c1'], { type: 'RegisterAsHistory', data: history });
  const between = await app.progress();
  await tell(app, ['enterprises', 'A'], { type: 'Deregister', data: { on: '2026-05-31' } });
  await app.settle();
  expect((await app.progress()).position).toBeGreaterThan(FAR);
  expect(between.position).toBeGreaterThan(FAR);

  const { get } = caller(httpApp(app));
  for (const path of [
    'enterprises/A',
    'enterprises/A/events',
    'contracts/c1',
    'events',
    'contracts',
  ])
    expect([path, (await get(`/api/v1/${path}`)).status]).toStrictEqual([path, 200]);
  const { body } = await get('/api/v1/figures/contract-stock?on=2026-05-30');
  expect(body).toMatchObject({ total: { count: 1 } });
  const known = await get(`/api/v1/enterprises?knownAt=${now()}`);
  expect(known.status).toBe(200);

  await app.rebuild();
  expect(await app.verify()).toStrictEqual([]);
  await close();
});

it('knows at a moment what stands before everything recorded later, where clocks of nodes differ', async () => {
  const ahead = await nodeOn(store, { now: () => '2026-06-01T01:00:10.000Z' });
  const behind = await nodeOn(store, { now: () => '2026-06-01T01:00:05.000Z' });
  await tell(ahead.app, ['enterprises', 'A'], { type: 'Register', data: plant });
  await tell(behind.app, ['enterprises', 'B'], { type: 'Register', data: plant });
  for (const { app } of [ahead, behind]) await app.settle();

  const known = async (seconds: string) => {
    const at = `2026-06-01T01:00:${seconds}Z`;
    const answer = await caller(httpApp(ahead.app)).get(`/api/v1/enterprises?knownAt=${at}`);
    return (answer.body as { items: readonly { id: string }[] }).items.map(({ id }) => id).sort();
  };
  // B says five seconds past, but it stands after A, which says ten.
  expect(await known('05.000')).toStrictEqual([]);
  expect(await known('09.999')).toStrictEqual([]);
  expect(await known('10.000')).toStrictEqual(['A', 'B']);
  await ahead.close();
  await behind.close();
});
