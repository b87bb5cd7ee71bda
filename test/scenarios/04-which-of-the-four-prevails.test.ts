import { afterAll, beforeAll, expect, it } from 'vitest';
import { concord, old, receipt, register, type Concord } from '../support/concord.ts';

const term = ['2026-01-01', '2026-12-31'] as const;
const scope = { divisions: ['330106'], industries: [] };
const profile = 'zhejiang-2011';
const zj18 = '浙江省集体合同条例 Art 18';
const on = '2026-06-01';

const floor = (value: number) => ({
  id: 'floor',
  topic: 'wage-floor',
  title: '最低工资',
  value,
  unit: 'fen-per-month',
});
const hours = (value: number) => ({
  id: 'hours',
  topic: 'working-hours',
  title: '每周工时',
  value,
  unit: 'hours',
});

type Item = Readonly<Record<string, unknown>>;
type Terms = { readonly contracts: readonly Item[]; readonly items: readonly Item[] };

let they: Concord;
const terms = async (query: Readonly<Record<string, string>>): Promise<Terms> =>
  (await they.get('enterprises/silk/terms', query)) as Terms;
const prevailing = async (topic: string, query: Readonly<Record<string, string>> = { on }) =>
  (await terms(query)).items
    .filter((one) => one.topic === topic && one.prevails === true)
    .map(({ contract, value }) => `${String(contract)} ${String(value)}`);

beforeAll(async () => {
  they = await concord(on);
  await register(they, 'silk', { workers: 300, division: '330106' });
  const registers = (id: string, kind: 'comprehensive' | 'wage', data: object) =>
    they.send('contracts', id, 'RegisterAsHistory', old(kind, term, { profile, ...data }));
  const enterprise = 'silk';
  const steps = [{ by: 'percent', effectiveOn: '2026-01-01', basisPoints: 500 }];
  await registers('own', 'comprehensive', { enterprise, clauses: [floor(260_000), hours(40)] });
  await registers('own-wage', 'wage', { enterprise, steps, clauses: [floor(270_000), hours(38)] });
  await registers('street', 'comprehensive', {
    ...{ level: 'regional', scope },
    clauses: [floor(280_000)],
  });
  await registers('trade-wage', 'wage', {
    ...{ level: 'industry', scope: { ...scope, industries: ['C17'] } },
    clauses: [floor(255_000)],
  });
});
afterAll(() => they.close());

it('names the four contracts over the enterprise, and how each comes to be over it', async () => {
  const { contracts } = await terms({ on });
  expect(contracts.map(({ contract, how }) => `${String(contract)} ${String(how)}`)).toStrictEqual([
    'own own',
    'own-wage own',
    'street in-scope',
    'trade-wage in-scope',
  ]);
});

it('lets the higher wage floor win, whatever its level', async () => {
  expect(await prevailing('wage-floor')).toStrictEqual(['street 280000']);
  const { items } = await terms({ on });
  const floors = items.filter(({ topic }) => topic === 'wage-floor');
  expect(floors).toHaveLength(4);
  for (const { contract, rule, against } of floors) {
    expect(rule).toBe('higher-wage-floor');
    if (contract !== 'street') expect(against).toStrictEqual(['street']);
  }
});

it('lets the special contract prevail over the comprehensive one (ZJ 18)', async () => {
  expect(await prevailing('working-hours')).toStrictEqual(['own-wage 38']);
  const { items } = await terms({ on });
  const rule = { rule: 'special-over-comprehensive', article: zj18 };
  expect(items.filter(({ topic }) => topic === 'working-hours')).toMatchObject([
    { contract: 'own', prevails: false, against: ['own-wage'], ...rule },
    { contract: 'own-wage', prevails: true, against: ['own'], ...rule },
  ]);
});

it('shows what nothing stands against: the agreed increase, from its day', async () => {
  const { items } = await terms({ on });
  expect(items.filter(({ part }) => part === 'step')).toMatchObject([
    {
      ...{ contract: 'own-wage', topic: 'wage-increase', value: 500, unit: 'basis-points' },
      ...{ from: '2026-01-01', prevails: true, rule: null, article: null, against: [] },
    },
  ]);
});

it('asks the text that binds that day: an amendment speaks from its effect', async () => {
  await they.itIs('2026-07-01');
  const amended = { termStart: '2026-07-01', termEnd: '2026-12-31', signedOn: '2026-07-01' };
  await they.send('contracts', 'own-wage', 'SignAmendment', {
    ...{ case: 'case-2', ...amended, steps: [], clauses: [floor(290_000)], text: [] },
  });
  await they.itIs('2026-07-06');
  await they.send('contracts', 'own-wage', 'File', receipt('2026-07-02'));
  await they.send('contracts', 'own-wage', 'Approve', { on: '2026-07-06' });
  expect(await prevailing('wage-floor', { on: '2026-07-05' })).toStrictEqual(['street 280000']);
  expect(await prevailing('wage-floor', { on: '2026-07-06' })).toStrictEqual(['own-wage 290000']);
  expect(await prevailing('working-hours', { on: '2026-07-06' })).toStrictEqual(['own 40']);
});

it('answers as it was known, too', async () => {
  const moment = they.now();
  const agreed = { on: '2026-07-05', ground: 'agreement', because: '双方协商一致' };
  await they.itIs('2026-07-07');
  await they.send('contracts', 'street', 'Rescind', agreed);
  const day = { on: '2026-07-05' };
  expect(await prevailing('wage-floor', day)).toStrictEqual(['own-wage 270000']);
  expect(await prevailing('wage-floor', { ...day, knownAt: moment })).toStrictEqual([
    'street 280000',
  ]);
});
