import { describe, expect, test } from 'vitest';
import type { DisputeEvent } from '../../domain/dispute-case/events.ts';
import type { EnterpriseEvent } from '../../domain/enterprise/events.ts';
import { bookkeeping, inOrder, type Told } from '../support/books/bookkeeping.ts';
import { kept, told, YEAR } from '../support/books/dispute-books.ts';
import {
  after,
  agreed,
  claimed,
  conclude,
  declineIt,
  extend,
  idOf,
  mediating,
  reopen,
  resume,
  suspend,
  transfer,
} from '../support/stories/disputes.ts';

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

describe('where a dispute is counted, for what, and as one or of many', () => {
  const plant = {
    registeredOn: '2015-01-01',
    name: '阜新棉纺厂',
    division: '210902',
    industry: 'C17',
    industryScheme: 'gb4754-2017',
  } as const;
  const firm = (event: EnterpriseEvent): Told => ({
    ...event,
    category: 'enterprise',
    subject: 'mill',
  });
  const cells = async (...later: readonly Told[]) => {
    const books = bookkeeping();
    const disputes = told('d1', after(...mediating));
    const first = firm({ type: 'EnterpriseRegistered', data: plant });
    await books.take(inOrder([first, ...disputes, ...later]));
    books.setNow('2026-12-31T01:00:00.000Z');
    const groupBy = async (dimension: string) => {
      const { groups } = await books.desk.cell('dispute-ledger', { ...YEAR, groupBy: dimension });
      return groups.map(({ key, received }) => [key, received]);
    };
    const found = [
      ...(await groupBy('region')),
      ...(await groupBy('cause')),
      ...(await groupBy('collective')),
    ];
    books.close();
    return found;
  };
  const frozen = [
    ['210902', 1],
    ['remuneration', 1],
    ['individual', 1],
  ];

  test('stays as it was received when its employer turns out to have been elsewhere', async () => {
    const reason = '登记地有误';
    expect(await cells()).toStrictEqual(frozen);
    expect(
      await cells(
        firm({ type: 'EnterpriseMoved', data: { on: '2026-01-05', division: '210904' } }),
      ),
    ).toStrictEqual(frozen);
    expect(
      await cells(
        firm({
          type: 'RegistrationCorrected',
          data: { ...plant, division: '210905', corrects: 'fact-1', reason },
        }),
      ),
    ).toStrictEqual(frozen);
  });

  test('stays as it was received when others join, and claim something else', async () => {
    const joined = Array.from({ length: 10 }, (_, i): DisputeEvent => ({
      type: 'ClaimantJoined',
      data: { claimant: `w${String(i)}`, on: '2026-03-05' },
    }));
    const more: DisputeEvent = {
      type: 'ClaimMade',
      data: { claim: 'c2', item: 'social-insurance', on: '2026-03-05' },
    };
    const later = [...joined, more].map((event, i): Told => ({
      ...event,
      category: 'dispute',
      subject: 'd1',
      id: `later-${String(i)}`,
    }));
    expect(await cells(...later)).toStrictEqual(frozen);
  });
});
