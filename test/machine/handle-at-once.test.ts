import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { enterprise } from '../../domain/enterprise/decider.ts';
import { decide, fold, pastOf } from '../../domain/shared/decider.ts';
import type { Fact } from '../../domain/shared/message.ts';
import { Refusal } from '../../domain/shared/rules.ts';
import { KeyReused, Stale, type AnyDecider } from '../../src/command/asked.ts';
import { commandHandler, type Handle } from '../../src/handle.ts';
import { NO_STREAM, StoreUnavailable, type EventStore } from '../../src/store/event-store.ts';
import { as, machinery, registers, reports } from '../support/machine.ts';

// Two nodes far from their store: each decides on what it last read, and reads back what it recorded.

const stream = 'enterprise-mill';
let machine: ReturnType<typeof machinery>;
let north: Handle;
let south: Handle;
let reads: number;
let appends: number;

const far = (store: EventStore): Handle => {
  const counting: EventStore = {
    ...store,
    read: (...args) => {
      reads += 1;
      return store.read(...args);
    },
    append: (...args) => {
      appends += 1;
      return store.append(...args);
    },
  };
  return commandHandler(counting, undefined, () => false).handle;
};

beforeEach(async () => {
  machine = machinery();
  [north, south] = [far(machine.store), far(machine.store)];
  await north(enterprise, 'mill', registers, as('registers'));
  // Both have read the stream: from now on neither is told what the other does.
  for (const node of [north, south])
    await node(enterprise, 'mill', registers, as('looks', { dryRun: true }));
  [reads, appends] = [0, 0];
});
afterEach(() => machine.close());

const says = (node: Handle, command: { type: string; data: unknown }, name: string, more = {}) =>
  node(enterprise, 'mill', command, as(name, more));
const ends = { type: 'Deregister', data: { on: '2026-05-31' } } as const;
const tooLate = { type: 'FoundUnion', data: { on: '2026-06-01' } } as const;
const union = { type: 'FoundUnion', data: { on: '2021-05-01' } } as const;
const facts = async () => (await machine.store.read(stream)).slice(1);
const types = async () => (await facts()).map(({ type }) => type);

describe('a command decided on what was last read', () => {
  it('appends at once, and reads back what was recorded', async () => {
    await says(north, reports(100), 'one');
    expect([reads, appends]).toStrictEqual([1, 1]);
    await says(north, reports(110, '2026-01-31'), 'two');
    expect([reads, appends]).toStrictEqual([2, 2]);
  });

  it('is decided anew when another node was first, and follows what that recorded', async () => {
    await says(south, union, 'founds');
    const { revision } = await says(north, reports(100), 'reports');
    expect(revision).toBe(2n);
    expect(await types()).toStrictEqual(['UnionFounded', 'HeadcountReported']);
  });

  it('is not recorded when what another node recorded forbids it', async () => {
    await says(south, ends, 'ends');
    await expect(says(north, tooLate, 'founds')).rejects.toBeInstanceOf(Refusal);
    expect(await types()).toStrictEqual(['EnterpriseDeregistered']);
  });

  it('is not refused for what another node has changed since', async () => {
    const dissolves = {
      type: 'DissolveUnion',
      data: { on: '2026-05-31', reason: '改制' },
    } as const;
    await expect(says(north, dissolves, 'dissolves')).rejects.toBeInstanceOf(Refusal);
    await says(south, union, 'founds');
    await says(north, dissolves, 'dissolves again');
    expect(await types()).toStrictEqual(['UnionFounded', 'UnionDissolved']);
  });

  it('is not taken for done because it was so when the stream was last read', async () => {
    await says(north, reports(100), 'first');
    await says(south, reports(200), 'second');
    await says(north, reports(100), 'third');
    expect((await facts()).map(({ data }) => data)).toMatchObject(
      [100, 200, 100].map((workers) => ({ workers })),
    );
  });

  it('holds to the revision that its asker has seen, be it newer or older than what was read', async () => {
    await says(south, reports(100), 'south');
    await says(north, reports(110, '2026-01-31'), 'seen', { expected: 1n });
    const late = says(south, reports(120, '2026-02-28'), 'late', { expected: 1n });
    await expect(late).rejects.toBeInstanceOf(Stale);
    expect(await facts()).toHaveLength(2);
  });

  it('is only tried when nothing is to be recorded, on the latest state', async () => {
    await says(south, ends, 'ends');
    const tried = says(north, tooLate, 'tries', { dryRun: true });
    await expect(tried).rejects.toBeInstanceOf(Refusal);
  });
});

const later = '2026-07-01T01:00:00.000Z';

describe('a command that was given to another node before', () => {
  it('is answered as it was recorded, and kept as it was recorded', async () => {
    const first = await says(south, reports(100), 'once');
    const again = await says(north, reports(100), 'once', { at: later });
    expect(again).toMatchObject(first);
    expect(await facts()).toHaveLength(1);
    // What comes next is decided on the fact that is there, not on the one that was proposed here.
    await says(north, union, 'founds');
    expect((await facts()).map(({ at }) => at)).toStrictEqual([as('x').at, as('x').at]);
  });

  it('is an error with another body', async () => {
    await says(south, reports(100), 'once');
    await expect(says(north, reports(101), 'once')).rejects.toBeInstanceOf(KeyReused);
    expect(await facts()).toHaveLength(1);
  });
});

describe('a command that another node is given at the same moment', () => {
  /** A node whose next append waits until something has been done elsewhere. */
  const overtaken = (meanwhile: () => Promise<unknown>): Handle => {
    let once: (() => Promise<unknown>) | undefined = meanwhile;
    return far({
      ...machine.store,
      append: async (...args) => {
        const first = once;
        once = undefined;
        await first?.();
        return machine.store.append(...args);
      },
    });
  };
  const looksFirst = async (node: Handle): Promise<Handle> => {
    await says(node, registers, 'looks', { dryRun: true });
    return node;
  };

  it.each([true, false])(
    'is answered as it was recorded, and kept as it was recorded (the stream read before: %s)',
    async (isKnown) => {
      const slow = overtaken(() => says(south, reports(100), 'once'));
      if (isKnown) await looksFirst(slow);
      const answer = await says(slow, reports(100), 'once', { at: later });
      expect(answer).toMatchObject({ revision: 1n, events: [{ type: 'HeadcountReported' }] });
      await says(slow, union, 'founds');
      expect((await facts()).map(({ at }) => at)).toStrictEqual([as('x').at, as('x').at]);
    },
  );

  it.each([true, false])(
    'is an error with another body, and nothing else is believed (the stream read before: %s)',
    async (isKnown) => {
      const slow = overtaken(() => says(south, reports(100), 'once'));
      if (isKnown) await looksFirst(slow);
      await expect(says(slow, reports(200), 'once')).rejects.toBeInstanceOf(KeyReused);
      const { events } = await says(slow, reports(200), 'again');
      expect(events).toMatchObject([{ type: 'HeadcountReported' }]);
      expect((await facts()).map(({ data }) => data)).toMatchObject(
        [100, 200].map((workers) => ({ workers })),
      );
    },
  );

  it('is of unknown outcome when it was recorded and the store can no longer be read', async () => {
    let isSilent = false;
    const node = far({
      ...machine.store,
      append: async (...args) => {
        isSilent = true;
        return machine.store.append(...args);
      },
      read: async (...args) => {
        await Promise.resolve();
        if (isSilent) throw new StoreUnavailable('silent', 'not-recorded');
        return machine.store.read(...args);
      },
    });
    await looksFirst(node);
    for (let time = 0; time < 2; time++) {
      const answer = says(node, reports(100), 'once');
      await expect(answer).rejects.toMatchObject({ name: 'StoreUnavailable', outcome: 'unknown' });
    }
    expect(await facts()).toHaveLength(1);
  });
});

const step = fc.record({
  node: fc.constantFrom('north', 'south', 'both'),
  command: fc.constantFrom(
    ...[100, 200, 300].map((workers) => reports(workers)),
    union,
    { type: 'DissolveUnion', data: { on: '2026-05-31', reason: '改制' } } as const,
    ends,
    { type: 'Rename', data: { on: '2026-05-01', name: '新厂' } } as const,
  ),
  repeats: fc.boolean(),
});

const decider: AnyDecider = enterprise;
let runs = 0;
it('never records what the state before it would not have decided, whoever is first', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      const id = `mill-${String((runs += 1))}`;
      const nodes = { north: [north], south: [south], both: [north, south] };
      const give = (node: Handle, name: string, command: { type: string; data: unknown }) =>
        node(enterprise, id, command, as(`${id} ${name}`)).catch(() => undefined);
      for (const node of [north, south]) await give(node, 'registers', registers);
      for (const [n, { node, command, repeats }] of steps.entries()) {
        const name = repeats ? `${command.type} ${JSON.stringify(command.data)}` : String(n);
        await Promise.all(
          nodes[node].map((one, i) => give(one, repeats ? name : `${name} ${String(i)}`, command)),
        );
      }
      const all = await machine.store.read(`enterprise-${id}`);
      for (const [i, fact] of all.entries()) {
        const before = all.slice(0, i) as unknown as Fact[];
        const command = [registers, ...steps.map((one) => one.command)].find((one) => {
          try {
            const stamp = { at: fact.at, by: fact.by, subject: id, past: pastOf(before) };
            const decided = decide(decider, one, fold(decider, before) as never, stamp);
            return (
              JSON.stringify(decided) === JSON.stringify([{ type: fact.type, data: fact.data }])
            );
          } catch {
            return false;
          }
        });
        expect(command, `${fact.type} at ${String(i)}`).toBeDefined();
      }
      expect(new Set(all.map(({ commandId }) => commandId)).size).toBe(all.length);
      expect(all[0]?.revision ?? NO_STREAM).toBe(0n);
    }),
    { numRuns: 60 },
  );
});
