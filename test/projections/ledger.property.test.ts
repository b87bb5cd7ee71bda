import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWithin } from '../../domain/shared/codes.ts';
import { dayNumber } from '../../domain/shared/calendar.ts';
import { accounts } from '../../projections/accounts/accounts.ts';
import { balancesFrom, movements } from '../../projections/balance/balances.ts';
import { SUMS } from '../../projections/ledger.ts';
import type { Seen } from '../../projections/projection.ts';
import { bookkeeping } from '../support/books/bookkeeping.ts';
import { expectExplained } from '../support/books/explained.ts';
import { expectSameOneByOne } from '../support/books/one-by-one.ts';
import { plainTruth, type Truth } from '../support/books/plain-truth.ts';
import { anyDay, anyHistory } from '../support/books/random-history.ts';

const runs = { numRuns: 30 };

type Asked = {
  readonly kind?: string;
  readonly region?: string;
  readonly least?: number;
  readonly all?: boolean;
};

const counted = ({ firms }: Truth, { kind, region, least, all = false }: Asked) => {
  const population = firms.filter(
    ({ spell }) =>
      (all || spell.unionised !== 'none') &&
      (region === undefined || isWithin(spell.division, region)) &&
      (least === undefined || (spell.workers ?? -1) >= least),
  );
  const fits = (one: { readonly kind: string }) => kind === undefined || one.kind === kind;
  const covered = population.filter(({ over }) => over.some(fits));
  const workers = ({ spell, over }: (typeof firms)[number]) =>
    over.filter(fits).every((one) => one.kind === 'women')
      ? (spell.women ?? 0)
      : (spell.workers ?? 0);
  return {
    enterprises: { numerator: covered.length, denominator: population.length },
    workers: {
      numerator: covered.reduce((sum, firm) => sum + workers(firm), 0),
      denominator: population.reduce(
        (sum, { spell }) => sum + ((kind === 'women' ? spell.women : spell.workers) ?? 0),
        0,
      ),
    },
    unknownTerm: population.filter(({ over, perhaps }) => !over.some(fits) && perhaps.some(fits))
      .length,
  };
};

const asking = ({ kind, region, least, all = false }: Asked): Record<string, string> => ({
  ...(kind === undefined ? {} : { contractKind: kind }),
  ...(region === undefined ? {} : { region }),
  ...(least === undefined ? {} : { minWorkers: String(least) }),
  ...(all ? { population: 'all' } : {}),
});

const anyAsked: fc.Arbitrary<Asked> = fc.record(
  {
    kind: fc.constantFrom('wage', 'women', 'comprehensive'),
    region: fc.constantFrom('32', '3206', '320681', 'CN', 'US', 'US-NY'),
    least: fc.constantFrom(1, 100),
    all: fc.boolean(),
  },
  { requiredKeys: [] },
);
const anyMoment = fc.double({ min: 0, max: 1, noNaN: true });
const momentIn = (facts: readonly Seen[], share: number): Seen =>
  facts[Math.floor(share * (facts.length - 1))] as Seen;

const kept = async (facts: readonly Seen[]) => {
  const books = bookkeeping();
  await books.take(facts);
  books.setNow('2026-06-01T01:00:00.000Z');
  return books;
};

const everyMember = async (
  { desk }: ReturnType<typeof bookkeeping>,
  figure: string,
  question: Record<string, string>,
) => {
  const found = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: Awaited<ReturnType<typeof desk.members>> = await desk.members(figure, {
      ...question,
      limit: '2',
      ...(cursor === '' ? {} : { cursor }),
    });
    found.push(...page.items);
    cursor = page.next;
  }
  return found;
};

describe('whatever happens, in whatever order it is recorded', () => {
  test('a rate of any day, as known at any moment, is what counting the folded facts gives', async () => {
    await fc.assert(
      fc.asyncProperty(anyHistory, anyDay, anyMoment, anyAsked, async (facts, on, share, asked) => {
        const books = await kept(facts);
        const { position, at } = momentIn(facts, share);
        const truth = counted(plainTruth(facts, position, dayNumber(on)), asked);
        const question = { ...asking(asked), on, knownAt: at };
        for (const [figure, numbers] of [
          ['contract-rate', truth.enterprises],
          ['worker-coverage', truth.workers],
        ] as const) {
          const { total } = await books.desk.cell(figure, question);
          expect(total).toMatchObject(numbers);
          expect(total.excluded['unknown-term'] ?? 0).toBe(
            asked.least === undefined ? truth.unknownTerm : (total.excluded['unknown-term'] ?? 0),
          );
        }
        books.close();
      }),
      runs,
    );
  });

  test('the contracts in force are those whose days hold, wherever they are counted', async () => {
    await fc.assert(
      fc.asyncProperty(anyHistory, anyDay, anyMoment, async (facts, on, share) => {
        const books = await kept(facts);
        const { position, at } = momentIn(facts, share);
        const { inForce } = plainTruth(facts, position, dayNumber(on));
        const body = await books.desk.cell('contract-stock', {
          on,
          knownAt: at,
          groupBy: 'region:city',
        });
        const workers = inForce.reduce((sum, life) => sum + (life.workers ?? 0), 0);
        expect(body.total).toMatchObject({ count: inForce.length, workers });
        expect(body.groups.reduce((sum, { count }) => sum + Number(count), 0)).toBe(inForce.length);
        books.close();
      }),
      runs,
    );
  });

  test('a flow is what took effect from the first day to the last', async () => {
    await fc.assert(
      fc.asyncProperty(anyHistory, anyDay, anyDay, anyMoment, async (facts, a, b, share) => {
        const books = await kept(facts);
        const { position, at } = momentIn(facts, share);
        const [from = '', to = ''] = [a, b].sort();
        const { lives } = plainTruth(facts, position, 0);
        const came = lives.filter(
          ({ tookEffectOn: on }) => on !== null && on >= dayNumber(from) && on <= dayNumber(to),
        );
        const { total } = await books.desk.cell('contract-flow', { from, to, knownAt: at });
        expect(total).toMatchObject({ count: came.length });
        const { series } = await books.desk.series('contract-flow', {
          from,
          to,
          knownAt: at,
          step: 'month',
        });
        expect(series.reduce((sum, { count }) => sum + Number(count), 0)).toBe(came.length);
        books.close();
      }),
      runs,
    );
  });

  test('the members of a figure are as many as it says, page by page, each with its facts', async () => {
    await fc.assert(
      fc.asyncProperty(anyHistory, anyDay, anyMoment, anyAsked, async (facts, on, share, asked) => {
        const books = await kept(facts);
        const question = { ...asking(asked), on, knownAt: momentIn(facts, share).at };
        const { total } = await books.desk.cell('contract-rate', question);
        const sides = { numerator: total['numerator'], denominator: total['denominator'] };
        for (const [side, count] of Object.entries(sides)) {
          const members = await everyMember(books, 'contract-rate', { ...question, side });
          expect(members.length).toBe(count);
          expect(new Set(members.map(({ id }) => id)).size).toBe(count);
          for (const { facts: because, label } of members) {
            expect(because.length).toBeGreaterThan(0);
            expect(label).toMatch(/^企业/);
          }
        }
        const excluded = await everyMember(books, 'contract-rate', {
          ...question,
          side: 'excluded',
        });
        expect(excluded.length).toBe(Object.values(total.excluded).reduce((a, b) => a + b, 0));
        const covered = await books.desk.cell('worker-coverage', question);
        const weighed = await everyMember(books, 'worker-coverage', question);
        expect(weighed.reduce((sum, { weights }) => sum + weights.numerator, 0)).toBe(
          covered.total['numerator'],
        );
        books.close();
      }),
      runs,
    );
  });

  test('what changed between two moments, cause by cause, sums to the difference', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyHistory,
        anyDay,
        fc.tuple(anyMoment, anyMoment),
        anyAsked,
        async (facts, on, shares, asked) => {
          const books = await kept(facts);
          const [from = 0n, to = 0n] = shares
            .map((share) => momentIn(facts, share).position)
            .sort((a, b) => Number(a - b));
          const between = { on, from: String(from), to: String(to) };
          for (const figure of ['contract-rate', 'worker-coverage', 'union-rate', 'contract-stock'])
            await expectExplained(books.desk, figure, between);
          for (const figure of ['contract-rate', 'worker-coverage']) {
            await expectExplained(books.desk, figure, { ...asking(asked), ...between });
            const { before, after, groups } = await books.desk.changes(figure, {
              ...asking(asked),
              ...between,
            });
            for (const side of ['numerator', 'denominator'] as const) {
              const moved = groups.reduce((sum, group) => sum + group[side], 0);
              expect(moved).toBe(Number(after[side]) - Number(before[side]));
            }
            const areBetween = groups
              .flatMap((group) => group.facts)
              .every(({ position }) => BigInt(position) > from && BigInt(position) <= to);
            expect(areBetween || asked.least !== undefined).toBe(true);
          }
          books.close();
        },
      ),
      runs,
    );
  });

  test('the sums by year and month say what the entries say, in one pass or day by day', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyHistory,
        fc.array(anyDay, { minLength: 1, maxLength: 4 }),
        anyMoment,
        async (facts, some, share) => {
          const books = await kept(facts);
          const { position: known } = momentIn(facts, share);
          const head = books.position();
          const days = [...new Set(some)].sort().map(dayNumber);
          const wanted = {
            account: accounts.registered,
            filters: [],
            groupBy: [{ dimension: 'region' as const }, { dimension: 'industry' as const }],
            weighs: SUMS,
            known,
          };
          const balances = (over: { readonly head: bigint; readonly days: readonly number[] }) =>
            balancesFrom({ ...wanted, ...over }, books.all(movements({ ...wanted, ...over }))).map(
              (balance) => [...balance].filter(([, { count }]) => count !== 0).sort(),
            );
          // Far from the head every entry is read; near it the sums are, less what came later.
          const fromEntries = balances({ head: known * 4n + 4n, days });
          expect(balances({ head: known, days }).length).toBe(days.length);
          expect(balances({ head: known, days })).toStrictEqual(fromEntries);
          expect(days.flatMap((day) => balances({ head: known, days: [day] }))).toStrictEqual(
            fromEntries,
          );
          expect(head >= known).toBe(true);
          books.close();
        },
      ),
      runs,
    );
  });

  test('taken one by one or all at once, the books say the same', async () => {
    await fc.assert(fc.asyncProperty(anyHistory, expectSameOneByOne), { numRuns: 20 });
  });
});
