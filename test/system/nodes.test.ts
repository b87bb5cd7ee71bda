import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../src/app.ts';
import { openEmbeddedStore } from '../../src/store/sqlite.ts';
import type { EventStore } from '../../src/store/event-store.ts';
import { soleLease } from '../../src/system/lease.ts';
import { old, receipt, signed } from '../support/concord.ts';
import { plant } from '../support/machine.ts';
import { business, leaseTime, nodeOn, pausable, tell, TERM_MS, until } from '../support/nodes.ts';

const LONG = 180_000;

let store: EventStore;
beforeEach(() => {
  store = openEmbeddedStore({ file: ':memory:' });
});
afterEach(() => store.close());

const contracts = Array.from({ length: 12 }, (_, i) => `c${String(i).padStart(2, '0')}`);
const [PASSED, EFFECT] = ['ContractPassedToSuccessor', 'ContractTookEffect'];

/** An employer with its contracts that is about to merge into another: one fact, an order for each contract. */
const mergerAhead = async (app: App): Promise<void> => {
  for (const id of ['A', 'B'])
    await tell(app, ['enterprises', id], { type: 'Register', data: plant });
  const history = old('comprehensive', ['2025-01-01', '2027-12-31'], { enterprise: 'A' });
  for (const id of contracts)
    await tell(app, ['contracts', id], { type: 'RegisterAsHistory', data: history });
  await app.settle();
};
const merger = { type: 'MergeInto', data: { on: '2026-05-31', successor: 'B' } };

/** Contracts that were filed on 21 September: nobody objects, so they take effect on 9 October. */
const filed = async (app: App): Promise<void> => {
  const terms = signed(['2026-06-01', '2028-05-31'], '2026-09-20', { enterprise: 'A' });
  for (const id of contracts) {
    await tell(app, ['contracts', id], { type: 'Sign', data: terms });
    await tell(app, ['contracts', id], { type: 'File', data: receipt('2026-09-21') });
  }
  await app.settle();
};

const streamsOf = async (type: string | undefined): Promise<readonly string[]> =>
  (await business(store)).filter((fact) => fact.type === type).map(({ stream }) => stream);
const once = contracts.map((id) => `contract-${id}`);

describe('two nodes on one event store', () => {
  it(
    'see what was recorded through the other, and one of them does what follows from it',
    async () => {
      const now = () => '2026-06-01T01:00:00.000Z';
      const north = await nodeOn(store, { now });
      const south = await nodeOn(store, { now });
      expect([north.app.duty().mine, south.app.duty().mine]).toStrictEqual([true, false]);
      expect(south.app.duty().holder).toBe(north.app.duty().holder);

      await mergerAhead(south.app);
      const { position } = await tell(south.app, ['enterprises', 'A'], merger);
      expect(await north.app.seen(position)).toBe(true);
      await north.app.settle();
      await south.app.settle();
      expect((await streamsOf(PASSED)).toSorted()).toStrictEqual(once);
      for (const { app } of [north, south]) expect(await app.verify()).toStrictEqual([]);

      await north.close();
      await until(() => south.app.duty().mine);
      expect(south.app.duty().takeovers).toBe(0);
      await south.close();
    },
    LONG,
  );

  it(
    'carry out an order once, though one pauses in the middle and wakes when it is off duty',
    async () => {
      const now = () => '2026-06-01T01:00:00.000Z';
      const [asleep, { elapsed, passes }] = [pausable(store), leaseTime()];
      const north = await nodeOn(asleep.store, { now, elapsed });
      const south = await nodeOn(store, { now, elapsed });
      await mergerAhead(south.app);
      const pausing = asleep.pausesAt('contract-c05');
      await tell(south.app, ['enterprises', 'A'], merger);
      await pausing;
      expect((await streamsOf(PASSED)).toSorted()).toStrictEqual(once.slice(0, 5));

      passes(TERM_MS);
      await until(() => south.app.duty().mine);
      await south.app.settle();
      expect(south.app.duty().takeovers).toBe(1);
      expect((await streamsOf(PASSED)).toSorted()).toStrictEqual(once);
      const before = await business(store);

      asleep.wakes();
      await until(() => north.app.duty().holder === south.app.duty().holder);
      await north.app.settle();
      expect(north.app.duty().mine).toBe(false);
      expect(await business(store)).toStrictEqual(before);
      expect((await north.app.progress()).stopped).toBeUndefined();
      await north.close();
      await south.close();
      expect(await business(store)).toStrictEqual(before);
    },
    LONG,
  );

  it(
    'do a round of the clock once, though one pauses in the middle and wakes when it is off duty',
    async () => {
      let day = '2026-09-22';
      const now = () => `${day}T01:00:00.000Z`;
      const [asleep, { elapsed, passes }] = [pausable(store), leaseTime()];
      const north = await nodeOn(asleep.store, { now, elapsed });
      const south = await nodeOn(store, { now, elapsed });
      await filed(south.app);
      await north.app.settle();
      const pausing = asleep.pausesAt('contract-c05');
      day = '2026-10-12';
      void north.app.settle();
      await pausing;

      passes(TERM_MS);
      await until(() => south.app.duty().mine);
      await south.app.settle();
      expect((await streamsOf(EFFECT)).toSorted()).toStrictEqual(once);
      const before = await business(store);

      asleep.wakes();
      await until(() => north.app.duty().holder === south.app.duty().holder);
      await north.app.settle();
      await south.app.settle();
      expect(await business(store)).toStrictEqual(before);
      for (const { app } of [north, south]) expect(await app.verify()).toStrictEqual([]);
      await north.close();
      await south.close();
    },
    LONG,
  );

  it(
    'record everything once even when both are on duty all the time',
    async () => {
      let day = '2026-09-22';
      const now = () => `${day}T01:00:00.000Z`;
      const nodes = [
        await nodeOn(store, { now, lease: soleLease('north') }),
        await nodeOn(store, { now, lease: soleLease('south') }),
      ] as const;
      const [north] = nodes;
      for (const id of ['A', 'B'])
        await tell(north.app, ['enterprises', id], { type: 'Register', data: plant });
      await filed(north.app);
      day = '2026-10-12';
      await Promise.all(nodes.map(({ app }) => app.settle()));
      await tell(north.app, ['enterprises', 'A'], merger);
      await Promise.all(nodes.map(({ app }) => app.settle()));
      expect((await streamsOf(EFFECT)).toSorted()).toStrictEqual(once);
      expect((await streamsOf(PASSED)).toSorted()).toStrictEqual(once);
      for (const { app, close } of nodes) {
        expect(await app.verify()).toStrictEqual([]);
        expect((await app.progress()).stopped).toBeUndefined();
        await close();
      }
    },
    LONG,
  );
});
