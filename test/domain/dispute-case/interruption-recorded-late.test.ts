import { describe, expect, it } from 'vitest';
import type { DisputeCommand } from '../../../domain/dispute-case/commands.ts';
import { disputeDocket } from '../../../projections/disputes/dispute-docket.ts';
import {
  after,
  conclude,
  dueAfter,
  mediating,
  receive,
  saidAnew,
  stateAfter,
  story,
} from '../../support/stories/disputes.ts';
import { rowAfter } from '../../support/stories/row-after.ts';
import { clockOf } from '../../support/stories/said-anew.ts';

type Told = readonly DisputeCommand[];

/** The last day by the state and by the list of deadlines: they never differ. */
const due = (...commands: Told) => {
  const counted = dueAfter('limitation', ...commands);
  expect(clockOf('limitation', commands)?.due_on).toBe(counted);
  return counted;
};

const start: DisputeCommand = {
  type: 'StartLimitation',
  data: { from: '2026-02-02', runs: 'one-year' },
};
const promise = (on: string): DisputeCommand => ({
  type: 'InterruptLimitation',
  data: { on, by: 'promise' },
});
const stop = (on: string): DisputeCommand => ({
  type: 'SuspendLimitation',
  data: { on, because: 'force-majeure' },
});
const goOn = (on: string): DisputeCommand => ({ type: 'ResumeLimitation', data: { on } });

const runs: Told = [receive(), start];
/** It stood still for ten days, from 1 June to 10 June. */
const stood: Told = [...runs, stop('2026-06-01'), goOn('2026-06-11')];
const law = '劳动争议调解仲裁法 Art 27';

describe('an interruption that is recorded after the limitation stood still', () => {
  it('gives a year from its day, without the days that it stood since', () => {
    // A year from 8 May 2026 is 8 May 2027, and ten days more are the 18th, a Tuesday.
    expect(due(...stood, promise('2026-05-08'))).toBe('2027-05-18');
    // A year from 6 May and ten days more are Sunday the 16th; it runs out on Monday.
    expect(due(...stood, promise('2026-05-06'))).toBe('2027-05-17');
  });

  it('gives what it would have given, had it been recorded in time', () => {
    const inTime = [...runs, promise('2026-05-08'), ...stood.slice(2)];
    const late = [...stood, promise('2026-05-08')];
    const told = (commands: Told) => {
      const { clocks, limitation } = stateAfter(...commands);
      const { runs: how, stoodOn, stood: days, moves } = limitation;
      const found = moves.map((move) => [move.is, move.on, move.found?.from, move.stood]);
      return { how, stoodOn, days, found, limitation: clocks.limitation };
    };
    expect(told(late)).toStrictEqual(told(inTime));
    story(...late)
      .when(promise('2026-05-08'))
      .thenRecords();
    story(...late)
      .when({ type: 'RecomputeDeadlines', data: {} })
      .thenRecords();
  });

  it('leaves out only the days that came after it', () => {
    const twice = [...stood, stop('2026-07-01'), goOn('2026-07-03')];
    // Twelve days after both, two between them, none after the last.
    expect(due(...twice, promise('2026-05-06'))).toBe('2027-05-18');
    expect(due(...twice, promise('2026-06-21'))).toBe('2027-06-23');
    expect(due(...twice, promise('2026-07-06'))).toBe('2027-07-06');
  });

  it('came on a day that it ran: until the first day it stood, and from the day it went on', () => {
    expect(due(...stood, promise('2026-06-01'))).toBe('2027-06-11');
    for (const day of ['2026-06-02', '2026-06-10'])
      story(...stood)
        .when(promise(day))
        .thenRefuses('limitation-runs', law);
    expect(due(...stood, promise('2026-06-11'))).toBe('2027-06-11');
    story(...stood)
      .when(promise('2026-02-01'))
      .thenRefuses('days-run-forward');
  });

  it('leaves it standing where it stands still, until it goes on', () => {
    const stands = [...runs, stop('2026-06-01')];
    const late = [...stands, promise('2026-05-06')];
    expect(clockOf('limitation', late)).toMatchObject({
      due_on: '2027-05-06',
      status: 'suspended',
    });
    expect(stateAfter(...late).limitation).toMatchObject({
      ...{ runs: 'suspended', stoodOn: '2026-06-01', stood: 0 },
    });
    const { clocks = '{}' } = rowAfter(disputeDocket, after(...late)) ?? {};
    expect(JSON.parse(clocks)).toMatchObject({ limitation: { status: 'suspended' } });
    expect(due(...late, goOn('2026-06-11'))).toBe('2027-05-17');
    story(...stands)
      .when(promise('2026-06-02'))
      .thenRefuses('limitation-runs', law);
  });

  it('is one by a mediation that failed, too, also on a day that it stood', () => {
    const before = [...mediating, start];
    const over = [...before, stop('2026-06-01'), goOn('2026-06-11')];
    // 20 May and ten days more are Sunday the 30th.
    expect(due(...over, conclude({ on: '2026-05-20' }))).toBe('2027-05-31');
    // Of the ten days six came after 5 June.
    expect(due(...over, conclude({ on: '2026-06-05' }))).toBe('2027-06-11');
    const stands = [...before, stop('2026-06-01'), conclude({ on: '2026-06-05' })];
    expect(clockOf('limitation', stands)?.status).toBe('suspended');
    expect(due(...stands, goOn('2026-06-11'))).toBe('2027-06-11');
  });
});

describe('what moved the limitation, said anew around such an interruption', () => {
  const late = [...stood, promise('2026-05-06')];
  const interruptedOn = (past: Told, on: string) =>
    saidAnew(past, 'LimitationInterrupted', 'CorrectInterruption', { on, by: 'promise' });

  it('counts the days it stood since, on whatever day before them', () => {
    expect(due(...late, interruptedOn(late, '2026-05-08'))).toBe('2027-05-18');
    const resumed = saidAnew(late, 'LimitationResumed', 'CorrectLimitationResumption', {
      on: '2026-06-13',
    });
    expect(due(...late, resumed)).toBe('2027-05-18');
  });

  it('may bring an interruption before the days it stood, but not among them', () => {
    const inTime = [...stood, promise('2026-06-22')];
    expect(due(...inTime)).toBe('2027-06-22');
    expect(due(...inTime, interruptedOn(inTime, '2026-05-08'))).toBe('2027-05-18');
    expect(due(...inTime, interruptedOn(inTime, '2026-06-01'))).toBe('2027-06-11');
    story(...inTime)
      .when(interruptedOn(inTime, '2026-06-02'))
      .thenRefuses('limitation-runs', law);
    expect(due(...inTime, interruptedOn(inTime, '2026-06-11'))).toBe('2027-06-11');
  });

  it('keeps the suspension after the interruption', () =>
    story(...late)
      .when(
        saidAnew(late, 'LimitationSuspended', 'CorrectLimitationSuspension', {
          ...{ on: '2026-05-05', because: 'force-majeure' },
        }),
      )
      .thenRefuses('days-run-forward'));
});
