import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { concord, old, register, type Concord } from '../support/concord.ts';

const term = ['2025-01-01', '2027-12-31'] as const;
const [eve, day] = ['2026-06-29', '2026-06-30'];
const comprehensive = { contractKind: 'comprehensive' };

describe('A, with a contract to 2027, is absorbed by B', () => {
  let they: Concord;
  beforeAll(async () => {
    they = await concord(day);
    await register(they, 'A', { workers: 100 });
    await register(they, 'B', { workers: 200 });
    const own = (enterprise: string) => old('comprehensive', term, { enterprise });
    await they.send('contracts', 'KA', 'RegisterAsHistory', own('A'));
    await they.send('contracts', 'WB', 'RegisterAsHistory', old('wage', term, { enterprise: 'B' }));
    await they.send('enterprises', 'A', 'MergeInto', { on: day, successor: 'B' });
  });
  afterAll(() => they.close());

  it('passes the contract to B that day, and keeps its history', async () => {
    expect(await they.history('contracts', 'KA')).toStrictEqual([
      'ContractRegisteredAsHistory',
      'ContractPassedToSuccessor',
    ]);
    expect(await they.get('contracts/KA')).toMatchObject({ enterprise: 'B', passed_from: 'A' });
    expect(await they.members('contract-rate', { on: eve, ...comprehensive })).toStrictEqual(['A']);
    expect(await they.members('contract-rate', { on: day, ...comprehensive })).toStrictEqual(['B']);
  });

  it('leaves the history of A under its old name', async () => {
    expect(await they.history('enterprises', 'A')).toContain('EnterpriseRegistered');
    expect((await they.history('enterprises', 'A')).at(-1)).toBe('EnterpriseMergedInto');
    await they.isRefused('not-after-the-end', ['enterprises', 'A', 'ReportHeadcount'], {
      asOf: day,
      workers: 100,
    });
  });

  it('moves the workers only when B reports them', async () => {
    expect(await they.ratio('worker-coverage', { on: eve, ...comprehensive })).toBe('100 of 300');
    expect(await they.ratio('worker-coverage', { on: day, ...comprehensive })).toBe('200 of 200');
    await they.send('enterprises', 'B', 'ReportHeadcount', { asOf: day, workers: 295, women: 0 });
    expect(await they.ratio('worker-coverage', { on: day, ...comprehensive })).toBe('295 of 295');
    expect(await they.ratio('worker-coverage', { on: eve, ...comprehensive })).toBe('100 of 300');
  });

  it('passes it on another day when the day of the merger is corrected', async () => {
    const corrects = await they.fact('enterprises', 'A', 'EnterpriseMergedInto');
    const on = '2026-06-15';
    const data = { corrects, reason: '登记机关核准日为准', on, successor: 'B' };
    await they.send('enterprises', 'A', 'CorrectMerger', data);
    expect((await they.history('contracts', 'KA')).at(-1)).toBe('SuccessionCorrected');
    expect(await they.members('contract-rate', { on, ...comprehensive })).toStrictEqual(['B']);
    expect(
      await they.members('contract-rate', { on: '2026-06-14', ...comprehensive }),
    ).toStrictEqual(['A']);
  });

  it('has not ended the contract, which B may rescind (O22 40)', async () => {
    expect(await they.get('contracts/KA')).toMatchObject({
      ...{ phase: 'in-force', enterprise: 'B', ended_on: null, force_to: '2027-12-31' },
    });
    const rescission = { on: day, ground: 'merger', because: '合并后适用本单位集体合同' };
    await they.send('contracts', 'KA', 'Rescind', rescission);
    expect(await they.get('contracts/KA')).toMatchObject({
      ...{ phase: 'ended', enterprise: 'B', ended_on: day, ended_by: 'rescission', force_to: eve },
    });
    expect(await they.members('contract-rate', { on: eve, ...comprehensive })).toStrictEqual(['B']);
    expect(await they.members('contract-rate', { on: day, ...comprehensive })).toStrictEqual([]);
    expect(await they.history('contracts', 'KA')).not.toContain('ContractEndedWithEmployer');
  });
});

describe('C is split into D and E, and D takes the contracts', () => {
  let they: Concord;
  beforeAll(async () => {
    they = await concord(day);
    await register(they, 'C', { workers: 100 });
    const contract = old('comprehensive', term, { enterprise: 'C' });
    await they.send('contracts', 'KC', 'RegisterAsHistory', contract);
    const born = { name: '分立企业', registeredOn: day, division: '310104', industry: 'C17' };
    for (const id of ['D', 'E']) {
      await they.send('enterprises', id, 'Register', { ...born, industryScheme: 'gb4754-2017' });
      await they.send('enterprises', id, 'RecordSplitFrom', { on: day, origin: 'C' });
    }
    const split = { on: day, successors: ['D', 'E'], contractsTo: 'D', origin: 'ceases' };
    await they.send('enterprises', 'C', 'SplitInto', split);
  });
  afterAll(() => they.close());

  it('counts C to the eve, then D of two', async () => {
    const all = { population: 'all' };
    expect(await they.ratio('contract-rate', { on: eve, ...all })).toBe('1 of 1');
    expect(await they.members('contract-rate', { on: eve, ...all })).toStrictEqual(['C']);
    expect(await they.ratio('contract-rate', { on: day, ...all })).toBe('1 of 2');
    expect(await they.members('contract-rate', { on: day, ...all })).toStrictEqual(['D']);
  });

  it('knows no workers of D and E before they report', async () => {
    const coverage = () => they.figure('worker-coverage', { on: day, population: 'all' });
    expect(await coverage()).toMatchObject({
      numerator: 0,
      denominator: 0,
      rate: null,
      excluded: { 'unknown-headcount': 2 },
    });
    await they.send('enterprises', 'D', 'ReportHeadcount', { asOf: day, workers: 70 });
    await they.send('enterprises', 'E', 'ReportHeadcount', { asOf: day, workers: 30 });
    expect(await coverage()).toMatchObject({ numerator: 70, denominator: 100, rate: 0.7 });
  });
});
