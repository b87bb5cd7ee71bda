import { afterAll, beforeAll, expect, it } from 'vitest';
import { join } from 'node:path';
import { pino } from 'pino';
import { bargainingCase } from '../../domain/bargaining-case/decider.ts';
import { collectiveContract } from '../../domain/collective-contract/decider.ts';
import { enterprise } from '../../domain/enterprise/decider.ts';
import { policies } from '../../domain/policies/all.ts';
import { asking } from '../../src/system/asking.ts';
import { commandHandler } from '../../src/handle.ts';
import { reactor } from '../../src/reactor.ts';
import { readers } from '../../src/read/readers.ts';
import type { EventStore } from '../../src/store/event-store.ts';
import { old, signed } from '../support/concord.ts';
import { as, historyOf, onLog, openedOn, plant, read } from '../support/machine.ts';
import { dataFolder } from '../support/server-process.ts';

const { folder, remove } = dataFolder();
const term = ['2025-07-01', '2026-06-30'] as const;

/** A merger, a deregistration and a renewal: facts that order something elsewhere. */
beforeAll(async () => {
  const app = await openedOn(folder, '2026-06-01');
  const send = async (noun: string, id: string, type: string, data: object) => {
    const thing = app.things.find((one) => one.noun === noun);
    const asked = as(`${noun} ${id} ${type}`, { at: app.now() });
    if (thing) await app.handle(thing, id, { type, data }, asked);
  };
  for (const id of ['A', 'B', 'C']) await send('enterprises', id, 'Register', plant);
  const own = (enterprise_: string) => old('comprehensive', term, { enterprise: enterprise_ });
  for (const id of ['A-1', 'A-2', 'B-1', 'C-1', 'C-2'])
    await send('contracts', id, 'RegisterAsHistory', own(id.slice(0, 1)));
  const renewal = signed(['2026-06-01', '2027-05-31'], '2026-05-20', {
    enterprise: 'B',
    predecessor: 'B-1',
    profile: 'us-nlra',
  });
  await send('contracts', 'B-2', 'Sign', renewal);
  await send('enterprises', 'A', 'MergeInto', { on: '2026-05-31', successor: 'B' });
  await send('enterprises', 'C', 'Deregister', { on: '2026-05-31' });
  await app.settle();
  await app.close();
}, 30_000);
afterAll(() => {
  remove();
});

/** The same log, followed by a reactor that has no place in it yet. */
const withAPlaceOfItsOwn = (store: EventStore): EventStore => {
  const own = (stream: string) => (stream === 'lease-reactor' ? 'lease-second' : stream);
  return {
    ...store,
    read: (stream, ...rest) => store.read(own(stream), ...rest),
    append: (stream, ...rest) => store.append(own(stream), ...rest),
  };
};

it('has carried out what the facts order', async () => {
  const app = await openedOn(folder, '2026-06-01');
  const last = async (id: string) => (await historyOf(app, 'contracts', id)).at(-1)?.type;
  expect(await Promise.all(['A-1', 'A-2', 'B-1', 'C-1', 'C-2'].map(last))).toStrictEqual([
    'ContractPassedToSuccessor',
    'ContractPassedToSuccessor',
    'ContractSuperseded',
    'ContractEndedWithEmployer',
    'ContractEndedWithEmployer',
  ]);
  const [passed] = (await historyOf(app, 'contracts', 'A-1')).slice(-1);
  const [merged] = (await historyOf(app, 'enterprises', 'A')).slice(-1);
  expect(passed).toMatchObject({
    by: 'policy:changed-employer-is-followed-in-its-contracts',
    causationId: merged?.id,
  });
  await app.close();
});

it('records nothing when it begins again at the first fact', async () => {
  const orders: string[] = [];
  await onLog(folder, async (log) => {
    const store = withAPlaceOfItsOwn(log);
    const { all, close } = readers(join(folder, 'views.db'));
    const { handle } = commandHandler(store);
    const deciders = [enterprise, collectiveContract, bargainingCase];
    const head = await store.head();
    const again = reactor({
      store,
      policies,
      read,
      execute: async ({ category, id, command }, asked) => {
        const decider = deciders.find((one) => one.category === category);
        if (decider) await handle(decider, id, command, asked);
        orders.push(`${command.type} ${id}`);
      },
      find: asking(all, () => Promise.resolve(true)),
      now: () => '2026-06-02T01:00:00.000Z',
      log: pino({ level: 'silent' }),
      stopped: (reason) => {
        throw reason;
      },
    });
    await again.start();
    await again.settled(head);
    expect(await store.head()).toBe(head);
    await again.close();
    await close();
  });
  expect(orders).toContain('Supersede B-1');
  expect(orders).toContain('FollowEmployer C-1');
});
