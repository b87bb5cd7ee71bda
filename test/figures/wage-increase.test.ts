import { describe, expect, test } from 'vitest';
import type { UnitOfFigure } from '../../projections/figures/figure.ts';
import { increaseOf } from '../../projections/figures/wage-increase.ts';
import { bookkeeping, inOrder, type Told } from '../support/books/bookkeeping.ts';

type Step = Record<string, unknown>;
const percent = (effectiveOn: string, basisPoints: number): Step => ({
  by: 'percent',
  effectiveOn,
  basisPoints,
});

const contract = (subject: string, steps: readonly Step[], workers?: number): Told[] => [
  {
    category: 'contract',
    subject,
    type: 'ContractRegisteredAsHistory',
    data: {
      kind: 'wage',
      level: 'regional',
      coverage: 'ALL_IN_SCOPE',
      scope: { divisions: ['3206'], industries: [] },
      profile: 'national-wage-2000',
      source: '台账',
      registeredOn: '2025-01-01',
      termStart: '2025-01-01',
      termEnd: '2026-06-30',
      ...(workers === undefined ? {} : { workers }),
      steps,
      clauses: [],
    },
  },
];

/** 2.5 % and 2.0 % over 18 months. */
const twoSteps = [percent('2025-01-01', 250), percent('2026-01-01', 200)];
const year = { from: '2025-01-01', to: '2025-12-31' };

describe('contracts that took effect in 2025', () => {
  const kept = bookkeeping();
  const ready = kept.take(
    inOrder([
      ...contract('two-steps', twoSteps, 100),
      ...contract('unsized', [percent('2025-01-01', 450)]),
      ...contract(
        'in-words',
        [{ by: 'not-quantifiable', effectiveOn: '2025-01-01', text: '随效益增长' }],
        80,
      ),
      ...contract('no-wages', [], 50),
    ]),
  );

  test('2.5 % and 2.0 % over 18 months are 3.00 % a year, or 3.01 % compounded', async () => {
    await ready;
    const only = async (method: string) => {
      const { items } = await kept.desk.members('wage-increase', { ...year, method });
      return items.find(({ id }) => id === 'two-steps')?.weights.value;
    };
    expect(await only('simple')).toBe(300_000);
    expect(Math.round(((await only('compound')) ?? 0) / 1000) / 100).toBe(3.01);
  });

  test('words stay out of the means, an unknown size out of the weighted one; no wage step is no unit', async () => {
    await ready;
    const { total } = await kept.desk.cell('wage-increase', year);
    expect(total).toMatchObject({
      count: 2,
      mean: 3,
      weightedMean: 3,
      notQuantifiable: 0.333333,
      excluded: { 'unknown-size': 1, 'not-quantifiable': 1 },
    });
    const { items } = await kept.desk.members('wage-increase', { ...year, side: 'excluded' });
    expect(items.map(({ id, reason }) => [id, reason])).toStrictEqual([
      ['in-words', 'not-quantifiable'],
      ['unsized', 'unknown-size'],
    ]);
  });
});

describe('Canadian settlements of 2024', () => {
  const agreement = (n: number, workers: number, value: number): UnitOfFigure => ({
    unit: `a${String(n)}`,
    label: `a${String(n)}`,
    region: 'CA',
    industry: '',
    registration_type: '',
    size_class: '',
    unionised: '',
    contract_kind: 'wage',
    contract_level: 'enterprise',
    age: '',
    day: '2024-06-30',
    numerator: 1,
    denominator: 1,
    reason: '',
    value,
    workers,
    since: '1',
    until: null,
  });

  test('151 agreements at 3.3 % and 29 at 3.7 % are 3.49 % by workers and 3.36 % by agreements', () => {
    const without = Array.from({ length: 151 }, (_, n) => agreement(n, 634_791 / 151, 330_000));
    const withCola = Array.from({ length: 29 }, (_, n) =>
      agreement(200 + n, 580_765 / 29, 370_000),
    );
    const cell = increaseOf([...without, ...withCola]);
    expect(cell['count']).toBe(180);
    expect(Number(cell['weightedMean']).toFixed(2)).toBe('3.49');
    expect(Number(cell['mean']).toFixed(2)).toBe('3.36');
  });
});
