import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { heirOutlivesWhatItInheritsFrom } from '../../domain/policies/at-the-door/heir-outlives-what-it-inherits-from.ts';
import type { Refusal } from '../../domain/shared/rules.ts';
import { concord, old, register, type Concord } from '../support/concord.ts';

const [first, between, second, today] = ['2026-03-01', '2026-04-15', '2026-05-01', '2026-06-30'];
const reason = '登记机关更正';
const contract = (signedOn: string) =>
  old('comprehensive', [signedOn, '2027-12-31'], { enterprise: 'A', signedOn });

const begun = async (): Promise<Concord> => {
  const they = await concord(today);
  for (const id of ['A', 'S1', 'S2', 'T']) await register(they, id, { workers: 100 });
  await they.send('contracts', 'K1', 'RegisterAsHistory', contract('2025-01-01'));
  return they;
};
const refusedOrders = async (they: Concord) =>
  ((await they.get('refused-orders')) as { readonly items: readonly unknown[] }).items;

describe('A goes on after two splits, and signs a contract between them', () => {
  let they: Concord;
  const splits: string[] = [];
  const split = async (on: string, to: string) => {
    const data = { on, successors: [to], contractsTo: to, origin: 'remains' };
    await they.send('enterprises', 'A', 'SplitInto', data);
    splits.push(await they.fact('enterprises', 'A', 'EnterpriseSplitInto'));
  };
  const correct = (nth: number, on: string, to: string) =>
    they.send('enterprises', 'A', 'CorrectSplit', {
      ...{ corrects: splits[nth], reason, on },
      ...{ successors: [to], contractsTo: to, origin: 'remains' },
    });
  const employers = async () =>
    Promise.all(
      ['K1', 'K2'].map(
        async (id) => ((await they.get(`contracts/${id}`)) as { enterprise: string }).enterprise,
      ),
    );
  beforeAll(async () => {
    they = await begun();
    await split(first, 'S1');
    await they.send('contracts', 'K2', 'RegisterAsHistory', contract(between));
    await split(second, 'S2');
  });
  afterAll(() => they.close());

  it('each contract went with the first split that it saw', async () => {
    expect(await employers()).toStrictEqual(['S1', 'S2']);
  });

  it('the first one corrected moves what it had moved, and nothing else', async () => {
    await correct(0, '2026-03-10', 'T');
    expect(await employers()).toStrictEqual(['T', 'S2']);
    await correct(0, first, 'S1');
    expect(await employers()).toStrictEqual(['S1', 'S2']);
  });

  it('the second one corrected or taken back, likewise', async () => {
    await correct(1, second, 'T');
    expect(await employers()).toStrictEqual(['S1', 'T']);
    await they.send('enterprises', 'A', 'TakeBackSplit', { takesBack: splits[1], reason });
    expect(await employers()).toStrictEqual(['S1', 'A']);
  });

  it('a later day of the first one takes along what A had signed by then, an earlier one gives it back', async () => {
    await correct(0, '2026-04-16', 'S1');
    expect(await employers()).toStrictEqual(['S1', 'S1']);
    await correct(0, between, 'S1');
    expect(await employers()).toStrictEqual(['S1', 'A']);
    expect(await they.members('contract-rate', { on: '2026-04-14' })).toStrictEqual(['A']);
    expect(await they.members('contract-rate', { on: between })).toStrictEqual(['A', 'S1']);
  });

  it('a merger after them takes what A has, and nothing that it had', async () => {
    await they.send('enterprises', 'A', 'MergeInto', { on: '2026-06-01', successor: 'T' });
    expect(await employers()).toStrictEqual(['S1', 'T']);
    expect(await refusedOrders(they)).toStrictEqual([]);
  });
});

describe('a successor that had ended', () => {
  let they: Concord;
  const split = { successors: ['S1', 'S2'], contractsTo: 'S1', origin: 'remains' };
  const asks = ['enterprises', 'A', 'SplitInto'];
  beforeAll(async () => {
    they = await begun();
    await they.send('enterprises', 'S2', 'Deregister', { on: first });
  });
  afterAll(() => they.close());

  it('is not named in a split or merger from its last day on', async () => {
    await they.isRefused('heir-had-ended', asks, { ...split, on: first });
    const merger = { on: second, successor: 'S2' };
    await they.isRefused('heir-had-ended', ['enterprises', 'A', 'MergeInto'], merger);
    const dry = they.as('clerk-1', { dryRun: true });
    const answer = await dry.tries('enterprises', 'A', 'SplitInto', { ...split, on: '2026-02-28' });
    expect(answer.status).toBe(200);
  });

  it('nor is one whose record was struck out', async () => {
    await they.send('enterprises', 'S1', 'Void', { reason: '重复登记' });
    const merger = { on: second, successor: 'S1' };
    await they.isRefused('heir-had-ended', ['enterprises', 'A', 'MergeInto'], merger);
  });

  it('and whose end is recorded afterwards is shown to somebody', async () => {
    await they.send('enterprises', 'A', 'MergeInto', { on: second, successor: 'T' });
    await they.send('enterprises', 'T', 'Deregister', { on: '2026-04-30' });
    expect(await refusedOrders(they)).toMatchObject([
      { command: 'FollowEmployer', to_id: 'K1', rule: 'end-after-succession' },
    ]);
    expect(await they.members('contract-rate', { on: '2026-04-30' })).toStrictEqual(['A']);
  });

  it('and does not keep it from whom A was merged into after all', async () => {
    const corrects = await they.fact('enterprises', 'A', 'EnterpriseMergedInto');
    const merger = { corrects, reason, on: second, successor: 'A1' };
    await register(they, 'A1', { workers: 100 });
    await they.send('enterprises', 'A', 'CorrectMerger', merger);
    expect(await they.members('contract-rate', { on: second })).toStrictEqual(['A1']);
    expect(await they.members('contract-rate', { on: '2026-04-30' })).toStrictEqual(['A']);
  });

  it('is what decides at the door', () => {
    const thenRefuses = (rule: string, found: readonly string[]) => {
      expect(() => {
        heirOutlivesWhatItInheritsFrom.ensures(found);
      }).toThrow(expect.objectContaining({ rule }) as Refusal);
    };
    thenRefuses('heir-had-ended', ['S2']);
    expect(() => {
      heirOutlivesWhatItInheritsFrom.ensures([]);
    }).not.toThrow();
  });
});
