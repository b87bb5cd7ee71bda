import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Seen } from '../../projections/projection.ts';
import { bookkeeping } from '../support/books/bookkeeping.ts';
import { expectExplained } from '../support/books/explained.ts';
import { expectSameOneByOne } from '../support/books/one-by-one.ts';
import {
  anyDisputeDay,
  anyDisputes,
  BODIES,
  CAUSES,
  REGIONS,
} from '../support/books/random-disputes.ts';

const runs = { numRuns: 60 };
const LINES = ['opening', 'received', 'reopened', 'transferredIn', 'transferredOut'] as const;
type Line = (typeof LINES)[number] | 'concluded' | 'closing';
type Cell = Readonly<Record<Line, number>> & { readonly outcomes: Record<string, number> };

const kept = async (facts: readonly Seen[]) => {
  const books = bookkeeping();
  await books.take(facts);
  books.setNow('2026-08-01T01:00:00.000Z');
  const ledger = async (asking: Record<string, string>) => {
    const body = await books.desk.cell('dispute-ledger', asking);
    return {
      total: body.total as unknown as Cell,
      groups: body.groups as unknown as (Cell & { readonly key: string })[],
    };
  };
  return { ...books, ledger };
};

const expectBalance = ({ outcomes, ...line }: Cell): void => {
  const came = line.received + line.reopened + line.transferredIn;
  expect(line.opening + came - line.transferredOut - line.concluded).toBe(line.closing);
  expect(Object.values(outcomes).reduce((sum, count) => sum + count, 0)).toBe(line.concluded);
  for (const name of LINES) expect(line[name]).toBeGreaterThanOrEqual(0);
};

const anyPeriod = fc.tuple(anyDisputeDay, anyDisputeDay).map((days) => {
  const [from = '', to = ''] = days.toSorted();
  return { from, to };
});
const anyAsked = fc.record(
  {
    region: fc.constantFrom(...REGIONS, '3206', 'CN'),
    cause: fc.constantFrom(...CAUSES),
    level: fc.constantFrom(...BODIES.map(({ level }) => level)),
    body: fc.constantFrom(...BODIES.map(({ body }) => body)),
    collective: fc.constantFrom('collective', 'individual'),
  },
  { requiredKeys: [] },
);
const anyMoment = fc.nat(40);
const momentIn = (facts: readonly Seen[], nth: number): string =>
  facts[nth % facts.length]?.at ?? '';

describe('whatever happens to disputes, in whatever order it is recorded', () => {
  test('the ledger balances for every period, place, cause, level and body, as known at any moment', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyDisputes,
        anyPeriod,
        anyAsked,
        anyMoment,
        async (facts, days, ask, nth) => {
          const books = await kept(facts);
          const knownAt = momentIn(facts, nth);
          const { total } = await books.ledger({ ...days, ...ask, knownAt });
          expectBalance(total);
          for (const groupBy of ['body', 'region:city', 'cause,level']) {
            const { groups } = await books.ledger({ ...days, ...ask, knownAt, groupBy });
            groups.forEach(expectBalance);
            for (const line of [...LINES, 'concluded', 'closing'] as const) {
              expect(groups.reduce((sum, group) => sum + group[line], 0)).toBe(total[line]);
            }
          }
          books.close();
        },
      ),
      runs,
    );
  });

  test('what is in hand at the end of a period is what the next one opens with', async () => {
    await fc.assert(
      fc.asyncProperty(anyDisputes, anyAsked, async (facts, ask) => {
        const books = await kept(facts);
        const question = { from: '2026-01-01', to: '2026-07-31', ...ask };
        const { series } = await books.desk.series('dispute-ledger', question);
        const cells = series as unknown as Cell[];
        cells.forEach(expectBalance);
        cells.slice(1).forEach(({ opening }, i) => {
          expect(opening).toBe(cells[i]?.closing);
        });
        books.close();
      }),
      runs,
    );
  });

  test('what leaves one body comes to another, and every line lists its disputes', async () => {
    await fc.assert(
      fc.asyncProperty(anyDisputes, anyPeriod, async (facts, days) => {
        const books = await kept(facts);
        const { total } = await books.ledger(days);
        expect(total.transferredIn).toBe(total.transferredOut);
        for (const line of [...LINES, 'concluded', 'closing'] as const) {
          const { items } = await books.desk.members('dispute-ledger', { ...days, line });
          expect(items.reduce((sum, { weights }) => sum + weights.numerator, 0)).toBe(total[line]);
          for (const { facts: because } of items) expect(because.length).toBeGreaterThan(0);
        }
        books.close();
      }),
      runs,
    );
  });

  test('mediations and their days are counted over the disputes that the ledger has', async () => {
    await fc.assert(
      fc.asyncProperty(anyDisputes, anyPeriod, anyAsked, async (facts, days, ask) => {
        const books = await kept(facts);
        const question = { ...days, ...ask };
        const { total } = await books.ledger(question);
        const took = await books.desk.cell('days-to-resolution', question);
        expect(took.total['open']).toBe(total.closing);
        expect(took.total['count']).toBeLessThanOrEqual(total.concluded);
        const success = await books.desk.cell('mediation-success', question);
        const left = Object.values(success.total.excluded).reduce((sum, count) => sum + count, 0);
        expect(Number(success.total['denominator']) + left).toBe(took.total['count']);
        const { items } = await books.desk.members('mediation-success', question);
        expect(items.length).toBe(success.total['numerator']);
        expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
        books.close();
      }),
      runs,
    );
  });

  test('what changed between two moments sums to the difference, number by number', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyDisputes,
        anyPeriod,
        fc.tuple(anyMoment, anyMoment),
        async (facts, days, moments) => {
          const books = await kept(facts);
          const [from = 0, to = 0] = moments
            .map((n) => n % (facts.length + 1))
            .sort((a, b) => a - b);
          const between = { from: String(from), to: String(to) };
          const period = { ...between, period: `${days.from}/${days.to}` };
          for (const figure of ['dispute-ledger', 'mediation-success', 'days-to-resolution'])
            await expectExplained(books.desk, figure, period);
          await expectExplained(books.desk, 'mediation-workload', { ...between, on: days.to });
          books.close();
        },
      ),
      runs,
    );
  });

  test('taken one by one or all at once, the books say the same', async () => {
    await fc.assert(fc.asyncProperty(anyDisputes, expectSameOneByOne), { numRuns: 20 });
  });
});
