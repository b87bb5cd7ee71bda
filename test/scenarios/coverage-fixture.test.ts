import { beforeAll, describe, expect, test } from 'vitest';
import { bookkeeping, inOrder } from '../support/books/bookkeeping.ts';
import { DAY, effective, eightFirms, of, type Coverage } from '../support/books/eight-firms.ts';

const settled = async (coverage: Coverage) => {
  const kept = bookkeeping();
  await kept.take(inOrder(eightFirms(coverage)));
  kept.setNow('2026-07-01T01:00:00.000Z');
  const cell = async (figure: string, asking: Record<string, string> = {}) =>
    (await kept.desk.cell(figure, { on: DAY, ...asking })).total;
  return { ...kept, cell };
};

const ALL = { population: 'all' };

describe.each(['ACCEDED_ONLY', 'ALL_IN_SCOPE'] as const)(
  'on 2026-06-30, R1 covering %s',
  (mode) => {
    let fixture: Awaited<ReturnType<typeof settled>>;
    beforeAll(async () => {
      fixture = await settled(mode);
    });
    const isAcceded = mode === 'ACCEDED_ONLY';

    test('the population is 7 firms with 2,065 workers, 860 of them women; 6 firms with 2,025 are unionised', async () => {
      expect(await fixture.cell('union-rate')).toMatchObject({ numerator: 6, denominator: 7 });
      expect(await fixture.cell('worker-coverage', ALL)).toMatchObject({ denominator: 2065 });
      expect(await fixture.cell('worker-coverage')).toMatchObject({ denominator: 2025 });
      expect(
        await fixture.cell('worker-coverage', { ...ALL, contractKind: 'women' }),
      ).toMatchObject({ denominator: 860 });
    });

    test('five contracts are in force', async () => {
      expect(await fixture.cell('contract-stock')).toMatchObject({ count: 5 });
    });

    test('the comprehensive contracts cover each firm and each worker once', async () => {
      const comprehensive = { contractKind: 'comprehensive' };
      const unionised = await fixture.cell('contract-rate', comprehensive);
      const all = await fixture.cell('contract-rate', { ...comprehensive, ...ALL });
      const workers = await fixture.cell('worker-coverage', { ...comprehensive, ...ALL });
      expect(unionised).toMatchObject({ numerator: 3, denominator: 6, rate: 0.5 });
      expect(all).toMatchObject(
        isAcceded
          ? { numerator: 3, denominator: 7, rate: 0.428571 }
          : { numerator: 4, denominator: 7, rate: 0.571429 },
      );
      expect(workers).toMatchObject(
        isAcceded
          ? { numerator: 700, denominator: 2065, rate: 0.338983 }
          : { numerator: 740, denominator: 2065, rate: 0.358354 },
      );
      expect(await fixture.cell('worker-coverage', comprehensive)).toMatchObject({
        numerator: 700,
        rate: 0.345679,
      });
    });

    test('the wage contracts cover 2 firms with 620 workers', async () => {
      const wage = { contractKind: 'wage' };
      expect(await fixture.cell('contract-rate', wage)).toMatchObject({
        numerator: 2,
        rate: 0.333333,
      });
      expect(await fixture.cell('worker-coverage', wage)).toMatchObject({
        numerator: 620,
        rate: 0.306173,
      });
    });

    test('any agreement covers the workers of the firms, and of E7 only the women', async () => {
      expect(await fixture.cell('worker-coverage', ALL)).toMatchObject(
        isAcceded ? { numerator: 720, rate: 0.348668 } : { numerator: 760, rate: 0.368039 },
      );
    });

    test('the women’s contract is women over women', async () => {
      const women = { contractKind: 'women' };
      expect(await fixture.cell('worker-coverage', { ...women, ...ALL })).toMatchObject({
        numerator: 20,
        denominator: 860,
        rate: 0.023256,
      });
      expect(await fixture.cell('worker-coverage', women)).toMatchObject({
        numerator: 20,
        denominator: 850,
        rate: 0.023529,
      });
    });

    test('counting firms contract by contract counts some twice; the figure does not', async () => {
      const [found] = fixture.all<{ pairs: number }>({
        text: `SELECT count(*) AS pairs FROM coverage
        WHERE from_on <= ? AND (to_on IS NULL OR to_on >= ?)`,
        values: [DAY, DAY],
      });
      expect(found?.pairs).toBe(isAcceded ? 6 : 7);
      expect(await fixture.cell('contract-rate', ALL)).toMatchObject({
        numerator: isAcceded ? 4 : 5,
      });
      const byKind = await fixture.desk.cell('contract-rate', {
        ...ALL,
        on: DAY,
        groupBy: 'contractKind',
      });
      expect(byKind.overlapping).toBe(true);
      expect(
        byKind.groups.map(({ key, numerator, denominator }) => [key, numerator, denominator]),
      ).toStrictEqual([
        ['comprehensive', isAcceded ? 3 : 4, 7],
        ['wage', 2, 7],
        ['women', 1, 7],
      ]);
    });

    test('E8 leaves both sides on the day it is deregistered', async () => {
      const before = await fixture.cell('contract-rate', { ...ALL, on: '2026-05-30' });
      const after = await fixture.cell('contract-rate', { ...ALL, on: '2026-05-31' });
      expect([before['denominator'], after['denominator']]).toStrictEqual([8, 7]);
      expect(Number(before['numerator']) - Number(after['numerator'])).toBe(1);
    });
  },
);

describe('the contract of E5, received on Friday 2026-06-26', () => {
  const deemed = { ...of('C5')(effective('2026-07-14', 'deemed')), at: '2026-07-16T03:00:00.000Z' };
  let fixture: Awaited<ReturnType<typeof settled>>;
  beforeAll(async () => {
    fixture = await settled('ACCEDED_ONLY');
    await fixture.take(inOrder([deemed], fixture.position()));
  });
  const asked = (on: string, more: Record<string, string> = {}) =>
    fixture.cell('worker-coverage', { on, contractKind: 'comprehensive', ...more });

  test('covers from the legal day, 07-14, not from the day the clock woke', async () => {
    expect(await asked('2026-07-13', ALL)).toMatchObject({ numerator: 700 });
    expect(await asked('2026-07-14', ALL)).toMatchObject({ numerator: 1700, rate: 0.823245 });
    expect(await asked('2026-07-14')).toMatchObject({
      numerator: 1700,
      denominator: 2025,
      rate: 0.839506,
    });
  });

  test('as known before the late entry, the figure published then is still there', async () => {
    const then = { ...ALL, knownAt: '2026-07-15' };
    expect(await asked('2026-07-14', then)).toMatchObject({ numerator: 700 });
    expect(
      await asked('2026-07-14', { ...ALL, knownAt: '2026-07-16T11:00:00+08:00' }),
    ).toMatchObject({ numerator: 1700 });
  });

  test('why it changed: one late fact about one firm', async () => {
    const { before, after, groups } = await fixture.desk.changes('worker-coverage', {
      on: '2026-07-14',
      contractKind: 'comprehensive',
      from: '2026-07-15',
      to: '2026-07-17',
    });
    expect([before['numerator'], after['numerator']]).toStrictEqual([700, 1700]);
    expect(groups).toMatchObject([
      {
        cause: 'ContractTookEffect:late',
        numerator: 1000,
        denominator: 0,
        facts: [{ unit: 'E5', type: 'ContractTookEffect', at: '2026-07-16T03:00:00.000Z' }],
      },
    ]);
  });
});
