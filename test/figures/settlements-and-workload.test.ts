import { describe, expect, test } from 'vitest';
import type { DisputeCommand } from '../../domain/dispute-case/commands.ts';
import { lifelineOf } from '../../projections/lifeline.ts';
import { expectExplained } from '../support/books/explained.ts';
import { bookkeeping, inOrder, type Told } from '../support/books/bookkeeping.ts';
import { kept, told, YEAR } from '../support/books/dispute-books.ts';
import {
  after,
  agreed,
  assign,
  conclude,
  idOf,
  mediating,
  pay,
  receive,
  reopen,
  settled,
} from '../support/stories/disputes.ts';

/** Something else that is owed is done on its day. */
const certificate = pay({ item: 'i2', part: 'p2', on: '2026-04-10', fen: undefined });

describe('settlements', () => {
  test('the last day to pay is in time, the day after is not', async () => {
    const { total } = await kept(
      [...settled, certificate, pay({ on: '2026-04-30' })],
      [...settled, certificate, pay({ on: '2026-05-01' })],
      settled,
    );
    expect(await total('settlement-performance')).toMatchObject({
      numerator: 1,
      denominator: 3,
      rate: 0.333333,
      claimed: 7_500_000,
      agreed: 6_000_000,
      paid: 4_000_000,
    });
  });

  test('paid in time but one item late is not performed by its day', async () => {
    const late = pay({ item: 'i2', part: 'p2', on: '2026-04-11', fen: undefined });
    const { total } = await kept([...settled, late, pay({ on: '2026-04-20' })]);
    expect(await total('settlement-performance')).toMatchObject({ numerator: 0, denominator: 1 });
  });

  test('two payments that make up the sum perform it on the day of the second', async () => {
    const { total } = await kept([
      ...settled,
      certificate,
      pay({ on: '2026-04-20', fen: 1_500_000 }),
      pay({ part: 'p3', on: '2026-04-30', fen: 500_000 }),
    ]);
    expect(await total('settlement-performance')).toMatchObject({
      numerator: 1,
      paid: 2_000_000,
    });
  });

  test('one that may still be performed is not there on its last day, and is outstanding the day after', async () => {
    const books = bookkeeping();
    await books.take(inOrder(told('d1', after(...settled))));
    const due = async (knownAt: string) =>
      (await books.desk.cell('settlement-performance', { ...YEAR, knownAt })).total['denominator'];
    books.setNow('2026-05-01T03:00:00.000Z');
    expect(await due('2026-04-30T15:00:00.000Z')).toBe(0);
    expect(await due('2026-05-01T00:00:00.000+08:00')).toBe(0);
    const { total } = await books.desk.cell('settlement-performance', YEAR);
    expect(total).toMatchObject({ numerator: 0, denominator: 1 });
  });

  test('an agreement that turned out void is left out by name', async () => {
    const { total } = await kept([
      ...settled,
      reopen({ on: '2026-04-20', because: 'agreement-void' }),
    ]);
    expect(await total('settlement-performance')).toMatchObject({
      denominator: 0,
      agreed: 0,
      excluded: { 'agreement-void': 1 },
    });
  });

  test('its members are the disputes', async () => {
    const { desk } = await kept([...settled, certificate, pay()]);
    const { items } = await desk.members('settlement-performance', YEAR);
    expect(items).toMatchObject([{ id: 'd1', weights: { numerator: 1, denominator: 1 } }]);
  });

  test('what it says anew, the money too, is explained by its facts', async () => {
    const { desk, position } = await kept([...settled, certificate, pay()]);
    const period = `${YEAR.from}/${YEAR.to}`;
    for (let at = 0n; at < position(); at += 1n) {
      const between = { period, from: String(at), to: String(at + 1n) };
      await expectExplained(desk, 'settlement-performance', between);
    }
  });
});

describe('workload', () => {
  test('a mediator written down by mistake never had it once the assignment is said anew', async () => {
    const anew = {
      type: 'CorrectAssignment',
      data: {
        ...{ corrects: idOf(after(...mediating), 'MediatorAssigned'), reason: '录入有误' },
        ...{ proceeding: 'street', mediator: 'qian', on: '2026-03-04' },
      },
    } as const;
    const { desk } = await kept([...mediating, anew]);
    const asking = { on: '2026-03-10', groupBy: 'mediator' };
    const { groups } = await desk.cell('mediation-workload', asking);
    expect(groups.map(({ key, count }) => [key, count])).toStrictEqual([['qian', 1]]);
  });

  test('one whose workers nobody counted is named as of unknown size', async () => {
    const books = bookkeeping();
    const [receipt, ...rest] = told('d1', after(...mediating));
    const uncounted: Told = { ...(receipt as Told), data: { ...receipt?.data, claimants: [] } };
    const facts: readonly Told[] = [uncounted, ...rest, ...told('d2', after(...mediating))];
    await books.take(inOrder(facts));
    const { total } = await books.desk.cell('mediation-workload', { on: '2026-03-10' });
    expect(total).toMatchObject({ count: 2, excluded: { 'unknown-size': 1 } });
    const excluded = { on: '2026-03-10', side: 'excluded' };
    const { items } = await books.desk.members('mediation-workload', excluded);
    expect(items).toMatchObject([{ id: 'd1', reason: 'unknown-size' }]);
    books.close();
  });

  const shared = [...mediating, assign({ mediator: 'qian', on: '2026-03-06' })];

  test('each mediator has a dispute in hand from the assignment until it leaves', async () => {
    const { desk } = await kept(
      [...shared, conclude({ on: '2026-03-17' })],
      [...mediating],
      agreed,
    );
    const of = async (on: string) => {
      const asking = { on, groupBy: 'mediator' };
      const { total, groups } = await desk.cell('mediation-workload', asking);
      return [total['count'], groups.map(({ key, count }) => [key, count])];
    };
    expect(await of('2026-03-05')).toEqual([
      3,
      [
        ['', 1],
        ['zhao', 2],
      ],
    ]);
    expect(await of('2026-03-16')).toEqual([
      3,
      [
        ['', 1],
        ['qian', 1],
        ['zhao', 2],
      ],
    ]);
    expect(await of('2026-03-17')).toEqual([
      2,
      [
        ['', 1],
        ['zhao', 1],
      ],
    ]);
  });

  test('a body has a dispute once, however many mediators', async () => {
    const { desk } = await kept(shared);
    const { groups } = await desk.cell('mediation-workload', {
      on: '2026-03-16',
      groupBy: 'body',
    });
    expect(groups).toMatchObject([{ key: '新华街道调解中心', count: 1, workers: 1 }]);
    const { items } = await desk.members('mediation-workload', {
      on: '2026-03-16',
      mediator: 'qian',
    });
    expect(items).toMatchObject([{ id: 'd1' }]);
  });

  test('a mediator who is recused has it no more from that day', async () => {
    const recusal: DisputeCommand = {
      type: 'RecuseMediator',
      data: { proceeding: 'street', mediator: 'zhao', on: '2026-03-10', askedBy: 'workers' },
    };
    const { desk } = await kept([...mediating, recusal]);
    const has = async (on: string) =>
      (await desk.cell('mediation-workload', { on, mediator: 'zhao' })).total['count'];
    expect([await has('2026-03-09'), await has('2026-03-10')]).toEqual([1, 0]);
  });
});

test('an enterprise’s lifeline has the disputes in which it is employer', async () => {
  const { all } = await kept(mediating, [
    receive({ employers: [{ name: '织布厂', role: 'employer' }] }),
  ]);
  const subjects = all(lifelineOf('mill', 0n, 50)).map(({ subject }) => subject);
  expect(new Set(subjects)).toEqual(new Set(['d1']));
});
