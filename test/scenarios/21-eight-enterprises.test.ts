import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { concord, old, receipt, register, signed, type Concord } from '../support/concord.ts';

const REGION = '310104';
const ELSEWHERE = '310115';

/** Seven enterprises in the register and one that left it, as they stand on 30 June 2026. */
const enterprises = async (they: Concord): Promise<void> => {
  const elsewhere = { division: ELSEWHERE };
  await register(they, 'E1', { workers: 500, women: 200, ...elsewhere });
  await register(they, 'E2', { workers: 120, women: 50, industry: 'C13' });
  await register(they, 'E3', { workers: 80, women: 30, union: 'federated' });
  await register(they, 'E4', { workers: 40, women: 10, union: 'none' });
  await register(they, 'E5', { workers: 1000, women: 400, ...elsewhere });
  await register(they, 'E6', { workers: 300, women: 150, ...elsewhere });
  await register(they, 'E7', { workers: 25, women: 20, ...elsewhere });
  await register(they, 'E8', { workers: 60, women: 20, ...elsewhere });
};

/** What was in force before; the profile decides whom the regional ones bind. */
const oldContracts = async (they: Concord, profile: string): Promise<void> => {
  const own = (id: string, data: object) => they.send('contracts', id, 'RegisterAsHistory', data);
  await own('K1', old('comprehensive', ['2025-01-01', '2027-12-31'], { enterprise: 'E1' }));
  await own('W1', old('wage', ['2026-03-01', '2027-02-28'], { enterprise: 'E1' }));
  await own('W3', old('wage', ['2025-04-01', '2026-03-31'], { enterprise: 'E3' }));
  await own('F7', old('women', ['2025-03-08', '2028-03-07'], { enterprise: 'E7' }));
  await own('K8', old('comprehensive', ['2025-01-01', '2027-12-31'], { enterprise: 'E8' }));
  const region = { level: 'regional', profile, scope: { divisions: [REGION], industries: [] } };
  const trade = { level: 'industry', profile, scope: { divisions: [REGION], industries: ['C13'] } };
  await own('R1', old('comprehensive', ['2025-07-01', '2028-06-30'], region));
  await own('I1', old('wage', ['2026-01-01', '2026-12-31'], trade));
};

/** The clerks' work of a month. */
const june = async (they: Concord): Promise<void> => {
  const term = ['2026-06-01', '2028-05-31'] as const;
  const e6 = signed(term, '2026-05-28', { enterprise: 'E6', case: 'case-6' });
  await they.send('contracts', 'K6', 'Sign', e6);
  await they.send('contracts', 'K6', 'File', receipt('2026-06-01', 'A-6'));
  await they.send('enterprises', 'E8', 'Deregister', { on: '2026-05-31' });
  await they.itIs('2026-06-10');
  await they.send('contracts', 'K6', 'Object', { on: '2026-06-10', items: ['加班工资基数'] });
  await they.itIs('2026-06-26');
  const e5 = signed(term, '2026-06-20', { enterprise: 'E5', case: 'case-5' });
  await they.send('contracts', 'K5', 'Sign', e5);
  await they.send('contracts', 'K5', 'File', receipt('2026-06-26', 'A-5'));
  await they.itIs('2026-06-30');
};

const on = '2026-06-30';
const all = { on, population: 'all' };
const comprehensive = { contractKind: 'comprehensive' };

describe('eight enterprises where only those that accede are bound', () => {
  let they: Concord;
  beforeAll(async () => {
    they = await concord('2026-06-01');
    await enterprises(they);
    await oldContracts(they, 'shanghai-2015');
    for (const enterprise of ['E2', 'E3'])
      await they.send('contracts', 'R1', 'Accede', { enterprise, from: '2025-07-01' });
    await they.send('contracts', 'I1', 'Accede', { enterprise: 'E2', from: '2026-01-01' });
    await june(they);
  });
  afterAll(() => they.close());

  it('has five contracts in force', async () => {
    expect(await they.members('contract-stock', { on })).toStrictEqual([
      ...['F7', 'I1', 'K1', 'R1', 'W1'],
    ]);
  });

  it.each([
    { query: { on, ...comprehensive }, enterprises: '3 of 6', workers: '700 of 2025' },
    { query: { ...all, ...comprehensive }, enterprises: '3 of 7', workers: '700 of 2065' },
    { query: { on, contractKind: 'wage' }, enterprises: '2 of 6', workers: '620 of 2025' },
    { query: all, enterprises: '4 of 7', workers: '720 of 2065' },
    { query: { ...all, contractKind: 'women' }, enterprises: '1 of 7', workers: '20 of 860' },
    { query: { on, contractKind: 'women' }, enterprises: '1 of 6', workers: '20 of 850' },
  ])('counts each enterprise and each worker once: $query', async (expected) => {
    expect(await they.ratio('contract-rate', expected.query)).toBe(expected.enterprises);
    expect(await they.ratio('worker-coverage', expected.query)).toBe(expected.workers);
  });

  it('lets the contract of the deregistered E8 end with its employer', async () => {
    expect((await they.history('contracts', 'K8')).at(-1)).toBe('ContractEndedWithEmployer');
    expect(await they.members('contract-rate', { on: '2026-05-30' })).toContain('E8');
    expect(await they.members('contract-rate', { on: '2026-05-31' })).not.toContain('E8');
  });

  it('leaps to 84.0 % the day after the last day of silence, and not a day before', async () => {
    const coverage = (day: string) => they.figure('worker-coverage', { on: day, ...comprehensive });
    await they.itIs('2026-07-13');
    expect(await they.history('contracts', 'K5')).toStrictEqual([
      'ContractSigned',
      'ContractFiled',
    ]);
    await they.itIs('2026-07-14');
    expect(await coverage('2026-07-13')).toMatchObject({ numerator: 700, rate: 0.345679 });
    const leapt = { numerator: 1700, denominator: 2025, rate: 0.839506 };
    expect(await coverage('2026-07-14')).toMatchObject(leapt);
    const ofAll = await they.figure('worker-coverage', { ...all, on: '2026-07-14' });
    expect(ofAll).toMatchObject({ numerator: 1720, denominator: 2065 });
    const day = { on: '2026-07-14', population: 'all', ...comprehensive };
    expect(await they.figure('worker-coverage', day)).toMatchObject({ rate: 0.823245 });
  });
});

describe('the same eight where a regional contract binds everyone in its scope', () => {
  let they: Concord;
  beforeAll(async () => {
    they = await concord('2026-06-01');
    await enterprises(they);
    await oldContracts(they, 'national-2004');
    await june(they);
  });
  afterAll(() => they.close());

  it.each([
    { query: { ...all, ...comprehensive }, enterprises: '4 of 7', workers: '740 of 2065' },
    { query: { on, ...comprehensive }, enterprises: '3 of 6', workers: '700 of 2025' },
    { query: all, enterprises: '5 of 7', workers: '760 of 2065' },
  ])('counts E4, that never acceded: $query', async (expected) => {
    expect(await they.ratio('contract-rate', expected.query)).toBe(expected.enterprises);
    expect(await they.ratio('worker-coverage', expected.query)).toBe(expected.workers);
  });

  it('takes nobody in by name', async () =>
    they.isRefused('accession-not-here', ['contracts', 'R1', 'Accede'], {
      enterprise: 'E4',
      from: '2026-06-01',
    }));
});
