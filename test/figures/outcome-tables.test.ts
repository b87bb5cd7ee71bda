import { describe, expect, test } from 'vitest';
import { daysToResolution } from '../../projections/figures/days-to-resolution.ts';
import type { Question, UnitOfFigure } from '../../projections/figures/figure.ts';
import { fromRows } from '../../src/figures/from-rows.ts';

// Early conciliation of Acas (Great Britain), as published: Apr–Jun 2014 and Apr–Sep 2018.

const some = (count: number, outcome: string, workers: number | null = 1): UnitOfFigure[] =>
  Array.from({ length: count }, (_, i) => ({
    unit: `${outcome}-${String(i)}`,
    label: '',
    region: 'GB',
    industry: '',
    registration_type: '',
    size_class: '',
    unionised: '',
    contract_kind: '',
    contract_level: '',
    age: '',
    outcome,
    day: '2014-06-30',
    numerator: 1,
    denominator: 1,
    reason: '',
    value: 1,
    workers,
    since: '1',
    until: null,
  }));

/** How many disputes there are by outcome, as the figure groups them. */
const table = async (rows: readonly UnitOfFigure[]) => {
  const question: Question = {
    where: {},
    groupBy: [{ dimension: 'outcome' }],
    parameters: {},
    today: '2014-12-31',
  };
  const reckoning = daysToResolution.answer(question);
  if (reckoning.by !== 'rows') throw new Error('Days are read from rows.');
  const engine = fromRows(reckoning, question, 'from-to');
  const read = { at: { known: 1n, head: 1n }, rows: <R>() => rows as unknown as R[] };
  const { total, groups } = await engine.cells(read, { from: 0, to: 1 });
  return {
    total: total['count'],
    groups: Object.fromEntries<unknown>(
      groups.map(({ values, fields }) => [values[0] ?? '', fields['count']]),
    ),
  };
};

describe('outcome tables that others published', () => {
  test('a cohort of 17,162: 17.7 % settled, 24.5 % to the tribunal, 57.8 % nobody knows how', async () => {
    const { total, groups } = await table([
      ...some(3_046, 'settled'),
      ...some(4_198, 'referred'),
      ...some(9_918, 'unknown'),
    ]);
    expect(total).toBe(17_162);
    expect(groups).toEqual({ settled: 3_046, referred: 4_198, unknown: 9_918 });
    const shares = Object.values(groups).map((count) =>
      Math.round((Number(count) * 1_000) / Number(total)),
    );
    expect(shares.toSorted()).toEqual([177, 245, 578]);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBe(1_000);
  });

  test('66,762 notifications of some 85,400 people are counted as notifications', async () => {
    const employees = [29_441, 12_974, 17_754, 4_452];
    expect(employees.reduce((sum, count) => sum + count, 0)).toBe(64_621);
    const { total } = await table([
      ...some(29_441, 'a'),
      ...some(12_974, 'b'),
      ...some(17_754, 'c'),
      ...some(4_452, 'd'),
      // Employers notify as well; groups of people are one notification each.
      ...some(2_141, 'e', 9),
    ]);
    expect(total).toBe(66_762);
  });
});
