import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { concord, old, register, type Concord } from '../support/concord.ts';
import { prepared } from '../support/stories/bargaining.ts';

const term = ['2025-01-01', '2027-12-31'] as const;
const [first, second, today] = ['2026-03-01', '2026-05-01', '2026-06-30'];
const reason = '登记机关更正';

/** A with a contract, and those that may take it over. */
const begun = async (...others: readonly string[]): Promise<Concord> => {
  const they = await concord(today);
  for (const id of ['A', ...others]) await register(they, id, { workers: 100 });
  const contract = old('comprehensive', term, { enterprise: 'A' });
  await they.send('contracts', 'KA', 'RegisterAsHistory', contract);
  return they;
};
const covered = (they: Concord, on: string) => they.members('contract-rate', { on });
const refusedOrders = async (they: Concord) =>
  ((await they.get('refused-orders')) as { readonly items: readonly unknown[] }).items;

describe('A is merged into B, and B into C', () => {
  let they: Concord;
  const correct = async (data: object) => {
    const corrects = await they.fact('enterprises', 'A', 'EnterpriseMergedInto');
    return they.send('enterprises', 'A', 'CorrectMerger', { corrects, reason, ...data });
  };
  beforeAll(async () => {
    they = await begun('B', 'C', 'D');
    await they.send('enterprises', 'A', 'MergeInto', { on: first, successor: 'B' });
    await they.send('enterprises', 'B', 'MergeInto', { on: second, successor: 'C' });
  });
  afterAll(() => they.close());

  it('has covered A, then B, then C', async () => {
    expect(await covered(they, '2026-02-28')).toStrictEqual(['A']);
    expect(await covered(they, first)).toStrictEqual(['B']);
    expect(await covered(they, '2026-04-30')).toStrictEqual(['B']);
    expect(await covered(they, second)).toStrictEqual(['C']);
  });

  it('leaves neither gap nor overlap when the day of the first merger is corrected', async () => {
    await correct({ on: '2026-04-01', successor: 'B' });
    expect(await covered(they, '2026-03-31')).toStrictEqual(['A']);
    expect(await covered(they, '2026-04-01')).toStrictEqual(['B']);
    expect(await covered(they, second)).toStrictEqual(['C']);
    expect(await they.get('contracts/KA')).toMatchObject({
      enterprise: 'C',
      passed_from: 'B',
      former_employers: 'A B',
    });
  });

  it('goes to D alone when A was merged into D', async () => {
    await correct({ on: '2026-04-01', successor: 'D' });
    expect(await covered(they, '2026-03-31')).toStrictEqual(['A']);
    expect(await covered(they, '2026-04-01')).toStrictEqual(['D']);
    expect(await covered(they, second)).toStrictEqual(['D']);
  });

  it('did not go to D on a day that D was no more', async () => {
    await they.send('enterprises', 'D', 'MergeInto', { on: second, successor: 'C' });
    const corrects = await they.fact('enterprises', 'A', 'EnterpriseMergedInto');
    const into = { corrects, reason, successor: 'D' };
    const command = ['enterprises', 'A', 'CorrectMerger'];
    await they.isRefused('heir-had-ended', command, { ...into, on: '2026-05-02' });
    // On that very day it may have handed on what it had just received.
    await correct({ on: second, successor: 'D' });
    expect(await refusedOrders(they)).toStrictEqual([]);
    await correct({ on: '2026-04-01', successor: 'D' });
  });

  it('is A’s again from the beginning when the first merger was none', async () => {
    const takesBack = await they.fact('enterprises', 'A', 'EnterpriseMergedInto');
    await they.send('enterprises', 'A', 'TakeBackMerger', { takesBack, reason });
    expect(await covered(they, second)).toStrictEqual(['A']);
    expect(await they.get('contracts/KA')).toMatchObject({
      enterprise: 'A',
      passed_from: null,
      former_employers: null,
    });
  });
});

describe('A is split, and keeps its contracts after all', () => {
  let they: Concord;
  beforeAll(async () => {
    they = await begun('S1', 'S2');
    const split = { successors: ['S1', 'S2'], contractsTo: 'S2', origin: 'remains' };
    await they.send('enterprises', 'A', 'SplitInto', { on: first, ...split });
  });
  afterAll(() => they.close());

  it('covers A again when the split is corrected', async () => {
    expect(await covered(they, first)).toStrictEqual(['S2']);
    const corrects = await they.fact('enterprises', 'A', 'EnterpriseSplitInto');
    const kept = { successors: ['S1', 'S2'], contractsTo: 'A', origin: 'remains' };
    const correction = { corrects, reason, on: first, ...kept };
    await they.send('enterprises', 'A', 'CorrectSplit', correction);
    expect(await covered(they, first)).toStrictEqual(['A']);
    expect(await they.get('contracts/KA')).toMatchObject({ enterprise: 'A' });
    expect(await refusedOrders(they)).toStrictEqual([]);
  });
});

describe('A is deregistered on another day than was recorded', () => {
  it('closed its case that day', async () => {
    const they = await begun();
    const about = { ...prepared, enterprise: 'A', contract: 'SA' };
    await they.send('bargaining-cases', 'case-A', 'PrepareOffer', about);
    await they.send('enterprises', 'A', 'Deregister', { on: '2026-06-30' });
    const corrects = await they.fact('enterprises', 'A', 'EnterpriseDeregistered');
    const moved = { corrects, reason, on: '2026-06-29' };
    await they.send('enterprises', 'A', 'CorrectDeregistration', moved);
    expect(await they.get('bargaining-cases/case-A')).toMatchObject({
      phase: 'closed',
      closed_on: '2026-06-29',
    });
    await they.close();
  });
});
