import { afterEach, beforeEach, expect, it } from 'vitest';
import { thingNamed } from '../../src/import/rows/decide-row.ts';
import { contracts } from '../../src/import/profiles/contracts.ts';
import { templateFile } from '../../src/import/template.ts';
import { openRig, type Rig } from './rig.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await openRig();
});
afterEach(() => rig.close());

type Term = readonly [from: string, to: string];

/** A wage contract of a town whose row says 5 % a year. */
const imported = async ([from, to]: Term, increase = '5%', header = '年工资增幅') => {
  const lines = [
    `合同编号,合同类别,合同层级,行政区划代码,适用区域,企业方组织,工会,登记日期,期限起,期限止,${header}`,
    `W-1,工资专项,区域,320681,320681,企业家协会,总工会,2024-01-01,${from},${to},${increase}`,
  ];
  const file = rig.file('c.csv', lines.join('\n'));
  expect(await rig.run(file, contracts)).toMatchObject({ recorded: 1, ignoredColumns: [] });
  const [fact] = await rig.app.history(thingNamed(rig.app, 'contracts'), 'W-1');
  const { steps } = fact?.data as {
    steps: readonly { effectiveOn: string; basisPoints: number }[];
  };
  return steps.map(({ effectiveOn, basisPoints }) => [effectiveOn, basisPoints]);
};

/** The agreed increase a year, in per cent, as the figure of that year's contracts has it. */
const published = async (method: 'simple' | 'compound'): Promise<unknown> => {
  const { total } = await rig.app.figures.cell('wage-increase', {
    from: '2024-01-01',
    to: '2024-12-31',
    method,
  });
  return 'mean' in total ? total.mean : undefined;
};

it('takes an annual increase for every year of the term, so that the figure says what the row says', async () => {
  expect(await imported(['2024-01-01', '2026-12-31'])).toStrictEqual([
    ['2024-01-01', 500],
    ['2025-01-01', 500],
    ['2026-01-01', 500],
  ]);
  expect([await published('simple'), await published('compound')]).toStrictEqual([5, 5]);
});

it('takes it once for a term of a year', async () => {
  expect(await imported(['2024-01-01', '2024-12-31'])).toStrictEqual([['2024-01-01', 500]]);
  expect(await published('simple')).toBe(5);
});

it('gives a broken year its part, and a term of half a year the half', async () => {
  expect(await imported(['2024-01-01', '2025-06-30'])).toStrictEqual([
    ['2024-01-01', 500],
    ['2025-01-01', 250],
  ]);
  expect(await published('simple')).toBe(5);
});

it('counts the years of a term that began on a leap day', async () => {
  expect(await imported(['2024-02-29', '2026-02-27'])).toStrictEqual([
    ['2024-02-29', 500],
    ['2025-02-28', 500],
  ]);
});

it('takes it once where the end of the term is unknown', async () => {
  expect(await imported(['2024-01-01', ''])).toStrictEqual([['2024-01-01', 500]]);
});

it('is no step where the row says nothing of an increase', async () => {
  expect(await imported(['2024-01-01', '2026-12-31'], '')).toStrictEqual([]);
});

it('is asked for as an annual increase in either language, and the former header is known', async () => {
  expect(String(await templateFile(contracts, 'csv', 'en'))).toContain(',Annual wage increase,');
  expect(String(await templateFile(contracts, 'csv', 'zh'))).toContain(',年工资增幅,');
  expect(await imported(['2024-01-01', '2024-12-31'], '5%', 'Wage increase')).toHaveLength(1);
});
