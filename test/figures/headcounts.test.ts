import { describe, expect, it } from 'vitest';
import type { EnterpriseEvent } from '../../domain/enterprise/events.ts';
import { bookkeeping, inOrder, type Told } from '../support/books/bookkeeping.ts';

const registered: EnterpriseEvent = {
  type: 'EnterpriseRegistered',
  data: {
    registeredOn: '2020-01-01',
    name: '海门纺织厂',
    division: '320681',
    industry: 'C17',
    industryScheme: 'gb4754-2017',
  },
};
const founded: EnterpriseEvent = { type: 'UnionFounded', data: { on: '2021-01-01' } };
const report = (asOf: string, workers: number, women?: number): EnterpriseEvent => ({
  type: 'HeadcountReported',
  data: { asOf, workers, ...(women === undefined ? {} : { women }) },
});
const firm = (subject: string, ...facts: readonly EnterpriseEvent[]): Told[] =>
  [registered, founded, ...facts].map((event) => ({ ...event, category: 'enterprise', subject }));

const contract = (subject: string, kind: 'wage' | 'women', over: object): Told => ({
  category: 'contract',
  subject,
  type: 'ContractRegisteredAsHistory',
  data: {
    kind,
    level: 'enterprise',
    coverage: 'ALL_IN_SCOPE',
    profile: 'national-2004',
    source: '台账',
    registeredOn: '2026-01-01',
    effectiveOn: '2026-01-01',
    termStart: '2026-01-01',
    termEnd: '2027-12-31',
    steps: [],
    clauses: [],
    ...over,
  },
});

const total = async (
  facts: readonly Told[],
  figure: string,
  asking: Readonly<Record<string, string>>,
) => {
  const books = bookkeeping();
  await books.take(inOrder(facts));
  books.setNow('2026-07-01T01:00:00.000Z');
  const { total: found } = await books.desk.cell(figure, asking);
  books.close();
  return found;
};
/** How many workers there are to cover, and who has none on record. */
const workers = async (facts: readonly Told[], on: string) => {
  const { denominator, excluded } = await total(facts, 'worker-coverage', { on });
  return [denominator, excluded];
};

describe('a headcount', () => {
  const unknown = { 'unknown-headcount': 1 };
  it('holds from the day that it is of; before the first it is unknown, not nought', async () => {
    const facts = firm('mill', report('2025-12-31', 100));
    expect(await workers(facts, '2025-12-30')).toStrictEqual([0, unknown]);
    expect(await workers(facts, '2025-12-31')).toStrictEqual([100, {}]);
  });
  it('of nobody is nought, and known', async () =>
    expect(await workers(firm('mill', report('2025-12-31', 0)), '2026-06-30')).toStrictEqual([
      0,
      {},
    ]));
  it('holds until the next, in whatever order they are recorded', async () => {
    const facts = firm('mill', report('2026-03-31', 80), report('2025-12-31', 100));
    expect(await workers(facts, '2026-03-30')).toStrictEqual([100, {}]);
    expect(await workers(facts, '2026-03-31')).toStrictEqual([80, {}]);
  });
  it('of the same day gives way to the one recorded later', async () => {
    const [first, second] = [report('2025-12-31', 100), report('2025-12-31', 90)];
    expect(await workers(firm('mill', first, second), '2026-06-30')).toStrictEqual([90, {}]);
    expect(await workers(firm('mill', second, first), '2026-06-30')).toStrictEqual([100, {}]);
  });
});

describe('what workers are counted', () => {
  const on = '2026-06-30';
  const facts = [
    ...firm('mill', report('2025-12-31', 500, 200)),
    ...firm('dye', report('2025-12-31', 49, 20)),
    contract('K', 'wage', { enterprise: 'mill', workers: 120 }),
    contract('W', 'women', { enterprise: 'dye', workers: 20 }),
  ];
  it('in coverage are those of the enterprise, in the stock those of the contract', async () => {
    const wage = { on, contractKind: 'wage' };
    expect(await total(facts, 'worker-coverage', wage)).toMatchObject({
      numerator: 500,
      denominator: 549,
    });
    expect(await total(facts, 'contract-stock', wage)).toMatchObject({ count: 1, workers: 120 });
  });
  it('of the women’s kind are women, above the line and below', async () =>
    expect(await total(facts, 'worker-coverage', { on, contractKind: 'women' })).toMatchObject({
      numerator: 20,
      denominator: 220,
    }));
  it.each([
    { minWorkers: '49', rate: [2, 2], coverage: [520, 549] },
    { minWorkers: '50', rate: [1, 1], coverage: [500, 500] },
  ])('are those of enterprises of $minWorkers and more', async ({ minWorkers, ...is }) => {
    const ratio = async (figure: string) => {
      const { numerator, denominator } = await total(facts, figure, { on, minWorkers });
      return [numerator, denominator];
    };
    expect(await ratio('contract-rate')).toStrictEqual(is.rate);
    expect(await ratio('worker-coverage')).toStrictEqual(is.coverage);
  });
});
