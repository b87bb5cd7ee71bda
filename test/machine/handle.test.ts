import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { enterprise } from '../../domain/enterprise/decider.ts';
import { Refusal } from '../../domain/shared/rules.ts';
import { Busy, KeyReused, Stale } from '../../src/command/asked.ts';
import { commandHandler, type Handle } from '../../src/handle.ts';
import { as, machinery, registers, reports } from '../support/machine.ts';

const stream = 'enterprise-mill';
let machine: ReturnType<typeof machinery>;
let handle: Handle;
let another: Handle;
beforeEach(async () => {
  machine = machinery();
  handle = commandHandler(machine.store).handle;
  // A second handler knows nothing of what the first one keeps in memory: another node.
  another = commandHandler(machine.store).handle;
  await handle(enterprise, 'mill', registers, as('registers'));
});
afterEach(() => machine.close());

const types = async () => (await machine.store.read(stream)).map(({ type }) => type);

describe('a command that is repeated under its id', () => {
  it('finds its own fact after later ones, and records nothing', async () => {
    const first = await handle(enterprise, 'mill', reports(100), as('report'));
    await handle(enterprise, 'mill', reports(120, '2026-03-31'), as('next report'));
    await handle(enterprise, 'mill', reports(130, '2026-04-30'), as('last report'));
    const head = await machine.store.head();
    for (const one of [handle, another])
      expect(await one(enterprise, 'mill', reports(100), as('report'))).toMatchObject(first);
    expect(await machine.store.head()).toBe(head);
  });

  it('is answered before its revision is looked at', async () => {
    const seen = as('report', { expected: 0n });
    const first = await handle(enterprise, 'mill', reports(100), seen);
    expect(await another(enterprise, 'mill', reports(100), seen)).toMatchObject(first);
  });

  it('records once when both arrive together', async () => {
    const answers = await Promise.all(
      [handle, another, handle, another].map((one) =>
        one(enterprise, 'mill', reports(100), as('report')),
      ),
    );
    expect(new Set(answers.map(({ revision }) => revision))).toStrictEqual(new Set([1n]));
    expect(await types()).toStrictEqual(['EnterpriseRegistered', 'HeadcountReported']);
  });

  it('is an error with another body', async () => {
    await handle(enterprise, 'mill', reports(100), as('report'));
    const again = another(enterprise, 'mill', reports(101), as('report'));
    await expect(again).rejects.toBeInstanceOf(KeyReused);
  });
});

describe('two commands of one id that arrive together with different bodies', () => {
  it('are one that is recorded and one that is an error, and nothing else is believed', async () => {
    const both = await Promise.allSettled([
      handle(enterprise, 'mill', reports(100), as('report')),
      handle(enterprise, 'mill', reports(200), as('report')),
    ]);
    expect(both.map(({ status }) => status)).toStrictEqual(['fulfilled', 'rejected']);
    expect(both[1]).toMatchObject({ reason: { name: 'KeyReused' } });
    const last = async () => (await machine.store.read(stream)).at(-1)?.data;
    expect(await last()).toMatchObject({ workers: 100 });
    // What was not recorded is not taken for recorded.
    const { events } = await handle(enterprise, 'mill', reports(200), as('another report'));
    expect(events).toMatchObject([{ type: 'HeadcountReported' }]);
    expect(await last()).toMatchObject({ workers: 200 });
  });
});

describe('what recorded nothing', () => {
  it('is decided anew when it was a refusal', async () => {
    const members = { type: 'CountMembers', data: { asOf: '2025-12-31', members: 10 } } as const;
    const counts = () => handle(enterprise, 'mill', members, as('members'));
    await expect(counts()).rejects.toBeInstanceOf(Refusal);
    const union = { type: 'FoundUnion', data: { on: '2021-05-01' } } as const;
    await handle(enterprise, 'mill', union, as('union'));
    expect((await counts()).events).toMatchObject([{ type: 'MembersCounted' }]);
  });

  it('is decided anew when it was so already', async () => {
    await handle(enterprise, 'mill', reports(100), as('report'));
    const repeats = () => handle(enterprise, 'mill', reports(100), as('the same again'));
    expect((await repeats()).events).toStrictEqual([]);
    const [fact] = (await machine.store.read(stream)).slice(-1);
    const said = { corrects: fact?.id ?? '', reason: '笔误', ...reports(90).data };
    const correction = { type: 'CorrectHeadcount', data: said } as const;
    await handle(enterprise, 'mill', correction, as('correction'));
    expect((await repeats()).events).toMatchObject([{ type: 'HeadcountReported' }]);
  });

  it('is a dry run: it decides and answers, and may be done in earnest under the same id', async () => {
    const dry = await handle(enterprise, 'mill', reports(100), as('report', { dryRun: true }));
    expect(dry).toMatchObject({ revision: 0n, events: [{ type: 'HeadcountReported' }] });
    expect(await types()).toStrictEqual(['EnterpriseRegistered']);
    const report = await handle(enterprise, 'mill', reports(100), as('report'));
    expect(report.revision).toBe(1n);
  });
});

describe('a race', () => {
  const crowd = Array.from({ length: 6 }, (_, i) => i);

  it('that is lost three times is given up, and can be run again under the same id', async () => {
    const nodes = crowd.map(() => commandHandler(machine.store).handle);
    const run = (i: number) =>
      (nodes[i] ?? handle)(enterprise, 'mill', reports(100 + i), as(`report ${String(i)}`));
    const outcomes = await Promise.allSettled(crowd.map(run));
    const lost = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(lost).toHaveLength(3);
    for (const { reason } of lost) expect(reason).toBeInstanceOf(Busy);
    for (const i of crowd) await run(i);
    expect(await types()).toStrictEqual([
      'EnterpriseRegistered',
      ...crowd.map(() => 'HeadcountReported'),
    ]);
  });

  it('on a revision that was seen is lost at once, and says where it stands now', async () => {
    const seen = (name: string) => as(name, { expected: 0n });
    await handle(enterprise, 'mill', reports(100), seen('first'));
    const second = another(enterprise, 'mill', reports(101), seen('second'));
    await expect(second).rejects.toBeInstanceOf(Stale);
    await expect(second).rejects.toMatchObject({ revision: 1n });
  });
});
