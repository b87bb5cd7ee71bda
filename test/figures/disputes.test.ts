import { describe, expect, test } from 'vitest';
import type { DisputeCommand } from '../../domain/dispute-case/commands.ts';
import type { DisputeEvent } from '../../domain/dispute-case/events.ts';
import { lifelineOf } from '../../projections/lifeline.ts';
import { bookkeeping, inOrder, type Told } from '../support/bookkeeping.ts';
import {
  after,
  agreed,
  assign,
  claimed,
  conclude,
  declineIt,
  extend,
  idOf,
  mediating,
  pay,
  receive,
  reopen,
  resume,
  settled,
  suspend,
  transfer,
} from '../support/disputes.ts';

const YEAR = { from: '2026-01-01', to: '2026-12-31' };

const told = (subject: string, facts: readonly DisputeEvent[]): Told<DisputeEvent>[] =>
  facts.map((fact, i) => ({ ...fact, category: 'dispute', subject, id: `fact-${String(i)}` }));

/** The books after some disputes, each told by its commands, on a day after all of them. */
const kept = async (...disputes: readonly (readonly DisputeCommand[])[]) => {
  const books = bookkeeping();
  const facts = disputes.flatMap((commands, i) => told(`d${String(i + 1)}`, after(...commands)));
  await books.take(inOrder(facts));
  books.setNow('2027-01-31T01:00:00.000Z');
  const total = async (figure: string, asking: Record<string, string> = {}) =>
    (await books.desk.cell(figure, { ...YEAR, ...asking })).total;
  return { ...books, total };
};

/** Something else that is owed is done on its day. */
const certificate = pay({ item: 'i2', part: 'p2', on: '2026-04-10', fen: undefined });

describe('mediation on time', () => {
  test('the fifteenth day after the receipt is in time, the sixteenth is not', async () => {
    const { total } = await kept(
      [...mediating, conclude({ on: '2026-03-17' })],
      [...mediating, conclude({ on: '2026-03-18' })],
    );
    expect(await total('mediation-on-time')).toMatchObject({ numerator: 1, denominator: 2 });
  });

  test('by the acceptance two days later, two days more are in time', async () => {
    const { total } = await kept(
      [...mediating, conclude({ on: '2026-03-19' })],
      [...mediating, conclude({ on: '2026-03-20' })],
    );
    const acceptance = await total('mediation-on-time', { clock: 'acceptance' });
    expect(acceptance).toMatchObject({ numerator: 1, denominator: 2 });
    expect(await total('mediation-on-time')).toMatchObject({ numerator: 0, denominator: 2 });
  });

  test('what was never accepted has no limit from its acceptance', async () => {
    const { total } = await kept([...claimed, declineIt()]);
    expect(await total('mediation-on-time', { clock: 'acceptance' })).toMatchObject({
      denominator: 0,
      rate: null,
      excluded: { 'no-limit': 1 },
    });
  });

  test('a limit that both sides lengthened is the longer one', async () => {
    const { total } = await kept([...mediating, extend(), conclude({ on: '2026-04-10' })]);
    const acceptance = await total('mediation-on-time', { clock: 'acceptance' });
    expect(acceptance).toMatchObject({ numerator: 1, denominator: 1 });
  });
});

describe('days to resolution', () => {
  test('days of suspension are left out and shown, and the fifteenth day is within 15', async () => {
    const { total } = await kept([
      ...mediating,
      suspend({ on: '2026-03-09' }),
      resume('2026-03-19'),
      conclude({ on: '2026-03-27' }),
    ]);
    expect(await total('days-to-resolution')).toMatchObject({
      count: 1,
      median: 15,
      p90: 15,
      within15: 1,
      within45: 1,
      suspendedDays: 10,
    });
  });

  test('of two, the median is between them and the 90th percentile is the longer', async () => {
    const { total } = await kept(
      [...mediating, conclude({ on: '2026-03-12' })],
      [...mediating, conclude({ on: '2026-04-17' })],
      agreed,
    );
    expect(await total('days-to-resolution')).toMatchObject({
      count: 2,
      median: 28,
      p90: 46,
      within15: 1,
      within45: 1,
      open: 1,
    });
  });

  test('nothing concluded has no median', async () => {
    const { total } = await kept(agreed);
    expect(await total('days-to-resolution')).toMatchObject({ count: 0, median: null, p90: null });
  });
});

describe('a dispute that goes up', () => {
  test('leaves one body and comes to the other, and is settled or failed once', async () => {
    const { desk, total } = await kept([
      ...mediating,
      transfer({ on: '2026-03-10' }),
      conclude({ proceeding: 'city', on: '2026-03-17' }),
    ]);
    const { groups } = await desk.cell('dispute-ledger', { ...YEAR, groupBy: 'level' });
    expect(groups).toMatchObject([
      { key: 'city', received: 0, transferredIn: 1, concluded: 1, closing: 0 },
      { key: 'street', received: 1, transferredOut: 1, concluded: 0, closing: 0 },
    ]);
    expect(await total('mediation-success')).toMatchObject({ numerator: 0, denominator: 1 });
    expect(await total('mediation-success', { level: 'street' })).toMatchObject({
      denominator: 0,
    });
    // From the first receipt, whoever received it.
    expect(await total('days-to-resolution')).toMatchObject({ median: 15 });
  });

  test('is in hand of the one on the day before, and of the other on that day', async () => {
    const { total } = await kept([...mediating, transfer({ on: '2026-03-10' })]);
    const inHand = async (level: string, to: string) =>
      (await total('dispute-ledger', { from: '2026-03-01', to, level }))['closing'];
    expect([await inHand('street', '2026-03-09'), await inHand('city', '2026-03-09')]).toEqual([
      1, 0,
    ]);
    expect([await inHand('street', '2026-03-10'), await inHand('city', '2026-03-10')]).toEqual([
      0, 1,
    ]);
  });
});

describe('a dispute that comes again', () => {
  const again = [
    ...mediating,
    conclude({ on: '2026-03-17' }),
    reopen({ on: '2026-04-20' }),
    conclude({
      proceeding: 'again',
      on: '2026-05-06',
      outcome: 'withdrawn',
      ending: 'applicant-withdrew',
    }),
  ];

  test('counts in each period by how it stands at the end of that period', async () => {
    const { total } = await kept(again);
    expect(await total('mediation-success', { to: '2026-04-19' })).toMatchObject({
      denominator: 1,
      excluded: {},
    });
    // The day it is reopened, it is not concluded any more.
    expect(await total('mediation-success', { to: '2026-04-20' })).toMatchObject({
      denominator: 0,
      excluded: {},
    });
    expect(await total('mediation-success')).toMatchObject({
      denominator: 0,
      excluded: { withdrawn: 1 },
    });
  });

  test('is concluded twice and reopened once in the ledger', async () => {
    const { total } = await kept(again);
    expect(await total('dispute-ledger')).toMatchObject({
      received: 1,
      reopened: 1,
      concluded: 2,
      closing: 0,
      outcomes: { failed: 1, withdrawn: 1, settled: 0 },
    });
  });
});

test('a conclusion that is corrected restates the figure, and what was published stays', async () => {
  const books = bookkeeping();
  const facts = after(...mediating, conclude({ on: '2026-03-17' }));
  const correction: DisputeEvent = {
    type: 'ConclusionCorrected',
    data: {
      corrects: idOf(facts, 'DisputeConcluded'),
      reason: '误记为不成',
      proceeding: 'street',
      on: '2026-03-17',
      outcome: 'withdrawn',
      ending: 'applicant-withdrew',
    },
  };
  const published = told('d1', facts).map((fact) => ({ ...fact, at: '2026-04-01T01:00:00.000Z' }));
  const later = { ...told('d1', [correction])[0], id: 'fact-99', at: '2026-05-01T01:00:00.000Z' };
  await books.take(inOrder([...published, later as Told<DisputeEvent>]));
  const first = await books.desk.cell('mediation-success', { ...YEAR, knownAt: '2026-04-02' });
  expect(first.total).toMatchObject({ denominator: 1, excluded: {} });
  const second = await books.desk.cell('mediation-success', YEAR);
  expect(second.total).toMatchObject({ denominator: 0, excluded: { withdrawn: 1 } });
  const { groups } = await books.desk.changes('mediation-success', {
    period: '2026-01-01/2026-12-31',
    from: '2026-04-02',
    to: '2026-05-02',
  });
  expect(groups).toMatchObject([{ cause: 'ConclusionCorrected', numerator: 0, denominator: -1 }]);
});

test('a record that is void was never in hand', async () => {
  const { total } = await kept([...mediating, { type: 'Void', data: { reason: '重复登记' } }]);
  expect(await total('dispute-ledger')).toMatchObject({ received: 0, closing: 0 });
});

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
});

describe('workload', () => {
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
