import { afterAll, beforeAll, expect, it } from 'vitest';
import { concord, old, register, type Concord } from '../support/concord.ts';

const on = '2025-12-31';
let they: Concord;
beforeAll(async () => {
  they = await concord('2026-01-05');
  await register(they, 'looms', { workers: 680 });
  await register(they, 'dyers', { workers: 200 });
  await they.itIs('2026-03-10');
  const found = old('comprehensive', ['2025-10-01', '2028-09-30'], { enterprise: 'looms' });
  await they.send('contracts', 'c1', 'RegisterAsHistory', found);
  await they.itIs('2026-04-02');
  const corrects = await they.fact('enterprises', 'looms', 'HeadcountReported');
  const data = { corrects, reason: '笔误：860 写成 680', asOf: on, workers: 860, women: 0 };
  await they.send('enterprises', 'looms', 'CorrectHeadcount', data);
});
afterAll(() => they.close());

it.each([
  { known: 'as published', knownAt: '2026-01-05', rate: '0 of 2', coverage: '0 of 880' },
  {
    known: 'with the late contract',
    knownAt: '2026-03-31',
    rate: '1 of 2',
    coverage: '680 of 880',
  },
  {
    known: 'with the true headcount',
    knownAt: '2026-04-02',
    rate: '1 of 2',
    coverage: '860 of 1060',
  },
])('the last day of 2025 $known: $rate enterprises, $coverage workers', async (then) => {
  const { knownAt, rate, coverage } = then;
  expect(await they.ratio('contract-rate', { on, knownAt })).toBe(rate);
  expect(await they.ratio('worker-coverage', { on, knownAt })).toBe(coverage);
});

it('explains the difference by facts, and the groups sum to it', async () => {
  const { before, after, groups } = await they.changes('worker-coverage', {
    on,
    from: '2026-01-05',
  });
  expect(before).toMatchObject({ numerator: 0, denominator: 880 });
  expect(after).toMatchObject({ numerator: 860, denominator: 1060 });
  const causes = groups.map(({ cause, numerator, denominator }) => [cause, numerator, denominator]);
  expect(causes.toSorted()).toStrictEqual([
    ['ContractRegisteredAsHistory:late', 680, 0],
    ['HeadcountCorrected:late', 180, 180],
  ]);
  const facts = groups.flatMap(({ facts: cited }) => cited);
  expect(new Set(facts.map(({ unit }) => unit))).toStrictEqual(new Set(['looms']));
});

it('explains by its fact a contract whose workers were counted anew, though the count stays', async () => {
  const corrects = await they.fact('contracts', 'c1', 'ContractRegisteredAsHistory');
  const found = old('comprehensive', ['2025-10-01', '2028-09-30'], { enterprise: 'looms' });
  const data = { ...found, corrects, reason: '人数漏填', workers: 850 };
  await they.send('contracts', 'c1', 'CorrectHistory', data);
  const { before, after, groups } = await they.changes('contract-stock', {
    on,
    from: '2026-04-01',
  });
  expect(before).toMatchObject({ count: 1, workers: 0, excluded: { 'unknown-size': 1 } });
  expect(after).toMatchObject({ count: 1, workers: 850, excluded: {} });
  expect(groups).toMatchObject([
    { cause: 'HistoryCorrected:late', numerator: 0, denominator: 0, workers: 850 },
  ]);
});

it('names the fact behind the number, then and now', async () => {
  const cited = async (knownAt: string) => {
    const { items } = (await they.get('figures/worker-coverage/members', { on, knownAt })) as {
      items: readonly { id: string; facts: readonly { type: string }[] }[];
    };
    return items.flatMap(({ id, facts }) => facts.map(({ type }) => `${id}: ${type}`));
  };
  expect(await cited('2026-01-05')).toStrictEqual([]);
  expect(await cited('2026-03-31')).toStrictEqual(['looms: ContractRegisteredAsHistory']);
  expect((await cited('2026-04-02')).at(-1)).toBe('looms: HeadcountCorrected');
});

it('edits no fact: the slip stays in the history', async () =>
  expect(await they.history('enterprises', 'looms')).toStrictEqual([
    ...['EnterpriseRegistered', 'HeadcountReported', 'UnionFounded', 'HeadcountCorrected'],
  ]));
