import { beforeAll, describe, expect, it } from 'vitest';
import { readModels } from '../../src/things.ts';
import { bookkeeping, inOrder, type Told } from '../support/books/bookkeeping.ts';

const kept = bookkeeping(':memory:', readModels);
const { desk } = kept;
const on = '2026-06-30';

const firm = (subject: string, workers?: number): Told[] =>
  [
    {
      type: 'EnterpriseRegistered',
      data: {
        registeredOn: '2020-01-01',
        name: subject,
        division: '320681',
        industry: 'C17',
        industryScheme: 'gb4754-2017',
      },
    },
    { type: 'UnionFounded', data: { on: '2021-01-01' } },
    ...(workers === undefined
      ? []
      : [{ type: 'HeadcountReported', data: { asOf: '2025-12-31', workers } }]),
  ].map((event) => ({ ...event, category: 'enterprise', subject }));

/** An old contract of a firm: without a last day, and its size, as the source has it. */
const contract = (subject: string, enterprise: string, over: object): Told => ({
  category: 'contract',
  subject,
  type: 'ContractRegisteredAsHistory',
  data: {
    kind: 'wage',
    level: 'enterprise',
    coverage: 'ALL_IN_SCOPE',
    enterprise,
    profile: 'national-2004',
    source: '台账',
    registeredOn: '2026-01-01',
    effectiveOn: '2026-01-01',
    termStart: '2026-01-01',
    steps: [],
    clauses: [],
    ...over,
  },
});
const inWords = [{ by: 'not-quantifiable', effectiveOn: '2026-01-01', text: '随效益增长' }];

beforeAll(async () => {
  const termEnd = '2026-12-31';
  await kept.take(
    inOrder([
      ...firm('counted', 100),
      ...firm('uncounted'),
      ...firm('unknown-in-both'),
      contract('open', 'unknown-in-both', {}),
      contract('words', 'counted', { termEnd, steps: inWords }),
      contract('sized-words', 'counted', { termEnd, steps: inWords, workers: 80 }),
      contract('unsized', 'counted', {
        termEnd,
        steps: [{ by: 'percent', effectiveOn: '2026-01-01', basisPoints: 300 }],
      }),
    ]),
  );
  kept.setNow('2026-07-01T01:00:00.000Z');
});

const reasons = async (figure: string, asking: Record<string, string>) => {
  const { items } = await desk.members(figure, { ...asking, side: 'excluded' });
  return items.map(({ id, reason }) => `${id}: ${String(reason)}`).sort();
};
const published = (figure: string) =>
  desk.catalogue.find(({ id }) => id === figure)?.excludes ?? [];

describe('a unit that is left out', () => {
  it.each([{}, { minWorkers: '1' }])(
    'for two reasons is left out for the first that is published (%o)',
    async (asked) => {
      const asking = { on, ...asked };
      expect(published('worker-coverage')).toStrictEqual(['unknown-term', 'unknown-headcount']);
      expect((await desk.cell('worker-coverage', asking)).total.excluded).toStrictEqual({
        'unknown-term': 1,
        'unknown-headcount': 1,
      });
      expect(await reasons('worker-coverage', asking)).toStrictEqual([
        'uncounted: unknown-headcount',
        'unknown-in-both: unknown-term',
      ]);
    },
  );

  it('that is neither in numbers nor of known size is left out because it is not in numbers', async () => {
    const year = { from: '2026-01-01', to: '2026-12-31' };
    expect(published('wage-increase')).toStrictEqual(['not-quantifiable', 'unknown-size']);
    expect((await desk.cell('wage-increase', year)).total.excluded).toStrictEqual({
      'not-quantifiable': 2,
      'unknown-size': 1,
    });
    expect(await reasons('wage-increase', year)).toStrictEqual([
      'sized-words: not-quantifiable',
      'unsized: unknown-size',
      'words: not-quantifiable',
    ]);
  });

  it('is a member of what its figure leaves out, as often as the figure says', async () => {
    for (const { id, takes, excludes } of desk.catalogue) {
      const days: Record<string, string> =
        takes === 'on' ? { on } : { from: '2026-01-01', to: '2026-12-31' };
      const { excluded } = (await desk.cell(id, days)).total;
      const { items } = await desk.members(id, { ...days, side: 'excluded' });
      const counted = excludes.map((reason) => [
        reason,
        items.filter((one) => one.reason === reason).length,
      ]);
      expect([id, Object.fromEntries(counted.filter(([, count]) => count !== 0))]).toStrictEqual([
        id,
        excluded,
      ]);
    }
  });
});
