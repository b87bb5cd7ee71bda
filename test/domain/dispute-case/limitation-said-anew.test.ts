import { describe, expect, it } from 'vitest';
import type { DisputeCommand } from '../../../domain/dispute-case/commands.ts';
import { file } from '../../support/stories/arbitrations.ts';
import {
  after,
  dueAfter,
  failed,
  receive,
  saidAnew,
  stateAfter,
  story,
} from '../../support/stories/disputes.ts';
import { clockOf } from '../../support/stories/said-anew.ts';

type Told = readonly DisputeCommand[];

/** The last day of the limitation by the state, and by the list of deadlines: they never differ. */
const due = (...commands: Told) => {
  const counted = dueAfter('limitation', ...commands);
  const row = clockOf('limitation', commands);
  expect(row?.status === 'cancelled' ? undefined : row?.due_on).toBe(counted);
  return counted;
};

const started = (from: string) => ({ from, runs: 'one-year' }) as const;
const start: DisputeCommand = { type: 'StartLimitation', data: started('2026-02-02') };
const promise = (on: string) => ({ on, by: 'promise' }) as const;
const interrupt = (on: string): DisputeCommand => ({
  type: 'InterruptLimitation',
  data: promise(on),
});
const force = (on: string) => ({ on, because: 'force-majeure' }) as const;
const stop = (on: string): DisputeCommand => ({ type: 'SuspendLimitation', data: force(on) });
const goOn = (on: string): DisputeCommand => ({ type: 'ResumeLimitation', data: { on } });

const beganAnew = (past: Told, from: string) =>
  saidAnew(past, 'LimitationStarted', 'CorrectLimitation', started(from));
const interruptedAnew = (past: Told, on: string) =>
  saidAnew(past, 'LimitationInterrupted', 'CorrectInterruption', promise(on));
const stoppedAnew = (past: Told, on: string) =>
  saidAnew(past, 'LimitationSuspended', 'CorrectLimitationSuspension', force(on));
const resumedAnew = (past: Told, on: string) =>
  saidAnew(past, 'LimitationResumed', 'CorrectLimitationResumption', { on });

const runs = [receive(), start];
const interrupted = [...runs, interrupt('2026-05-06')];
const stood = [...interrupted, stop('2026-06-01'), goOn('2026-06-11')];

describe('an interruption of the limitation said anew', () => {
  it('gives a year from its own day', () => {
    expect(due(...interrupted, interruptedAnew(interrupted, '2026-05-12'))).toBe('2027-05-12');
    story(...interrupted, interruptedAnew(interrupted, '2026-05-08'))
      .when(interruptedAnew(interrupted, '2026-05-08'))
      .thenRecords();
    story(...interrupted)
      .when(interruptedAnew(interrupted, '2026-02-01'))
      .thenRefuses('days-run-forward');
    story(...interrupted)
      .when(interruptedAnew(interrupted, '2027-02-03'))
      .thenRefuses('limitation-runs', '劳动争议调解仲裁法 Art 27');
  });
  it('leaves what a later interruption gives', () => {
    const twice = [...interrupted, interrupt('2026-06-08')];
    expect(due(...twice, interruptedAnew(twice, '2026-05-08'))).toBe('2027-06-08');
    story(...twice)
      .when(interruptedAnew(twice, '2026-06-09'))
      .thenRefuses('days-run-forward');
  });
  it('does not count the days it stood since', () => {
    expect(due(...stood)).toBe('2027-05-17');
    expect(due(...stood, interruptedAnew(stood, '2026-05-08'))).toBe('2027-05-18');
    expect(due(...stood, resumedAnew(stood, '2026-06-13'))).toBe('2027-05-18');
    story(...stood)
      .when(resumedAnew(stood, '2026-05-31'))
      .thenRefuses('days-run-forward');
    const again = [...stood, stop('2026-07-01'), goOn('2026-07-03')];
    expect(due(...again)).toBe('2027-05-18');
    expect(due(...again, resumedAnew(again, '2026-06-25'))).toBe('2027-06-01');
  });
  it('and then its resumption, is counted by both', () => {
    const once = [...stood, interruptedAnew(stood, '2026-05-08')];
    expect(due(...once, resumedAnew(once, '2026-06-21'))).toBe('2027-05-28');
  });
  it('cannot leave a later one after the limitation had run out', () => {
    const atLast = [...interrupted, interrupt('2027-05-06')];
    expect(due(...atLast)).toBe('2028-05-08');
    story(...atLast)
      .when(interruptedAnew(atLast, '2026-05-05'))
      .thenRefuses('limitation-runs', '劳动争议调解仲裁法 Art 27');
  });
});

describe('a suspension of the limitation said anew', () => {
  it('moves the last day by the days it stood', () => {
    expect(due(...stood, stoppedAnew(stood, '2026-05-25'))).toBe('2027-05-24');
    story(...stood)
      .when(stoppedAnew(stood, '2026-05-25'))
      .thenRecordsTypes('LimitationSuspensionCorrected', 'DeadlineRecomputed');
    const later = [...stood, stoppedAnew(stood, '2026-06-03')];
    expect(stateAfter(...later).limitation.stood).toBe(8);
    expect(due(...later)).toBe('2027-05-14');
    story(...later)
      .when(stoppedAnew(stood, '2026-06-03'))
      .thenRecords();
  });
  it('moves no day where only its ground was wrong, or while it stands', () => {
    const other = { on: '2026-06-01', because: 'other' };
    story(...stood)
      .when(saidAnew(stood, 'LimitationSuspended', 'CorrectLimitationSuspension', other))
      .thenRecordsTypes('LimitationSuspensionCorrected');
    const stands = stood.slice(0, -1);
    story(...stands)
      .when(stoppedAnew(stands, '2026-05-25'))
      .thenRecordsTypes('LimitationSuspensionCorrected');
    const corrected = [...stands, stoppedAnew(stands, '2026-05-25')];
    expect(clockOf('limitation', corrected)?.status).toBe('suspended');
    expect(due(...corrected, goOn('2026-06-11'))).toBe('2027-05-24');
  });
  it('stays between what moved the limitation before and after it', () => {
    story(...stood)
      .when(stoppedAnew(stood, '2026-05-06'))
      .thenRecordsTypes('LimitationSuspensionCorrected', 'DeadlineRecomputed');
    story(...stood)
      .when(stoppedAnew(stood, '2026-05-05'))
      .thenRefuses('days-run-forward');
    story(...stood)
      .when(stoppedAnew(stood, '2026-06-12'))
      .thenRefuses('days-run-forward');
    const again = [...stood, stop('2026-07-01'), goOn('2026-07-03')];
    const second = `fact-${String(after(...again).length - 2)}`;
    const secondOn = (on: string): DisputeCommand => ({
      type: 'CorrectLimitationSuspension',
      data: { ...force(on), corrects: second, reason: '录入有误' },
    });
    expect(due(...again, secondOn('2026-06-11'))).toBe('2027-06-07');
    story(...again)
      .when(secondOn('2026-06-10'))
      .thenRefuses('days-run-forward');
  });
  it('is a day that has come, on which the limitation ran', () => {
    const stands = [...interrupted, stop('2026-06-01')];
    story(...stands)
      .when(stoppedAnew(stands, '2026-06-03'), '2026-06-02T01:00:00.000Z')
      .thenRefuses('not-in-the-future');
    const last = '2027-05-06';
    expect(due(...interrupted)).toBe(last);
    story(...stands)
      .when(stoppedAnew(stands, last))
      .thenRecordsTypes('LimitationSuspensionCorrected');
    story(...stands)
      .when(stoppedAnew(stands, '2027-05-07'))
      .thenRefuses('limitation-runs', '劳动争议调解仲裁法 Art 27');
  });
  it('leaves what a later interruption gives, which must have come in time', () => {
    const twice = [...stood, interrupt('2027-05-17')];
    const before = due(...twice);
    expect(due(...twice, stoppedAnew(twice, '2026-05-30'))).toBe(before);
    story(...twice)
      .when(stoppedAnew(twice, '2026-05-30'))
      .thenRecordsTypes('LimitationSuspensionCorrected');
    story(...twice)
      .when(stoppedAnew(twice, '2026-06-04'))
      .thenRefuses('limitation-runs');
    // Longer stood, it could have been interrupted later.
    const longer = [...twice, stoppedAnew(twice, '2026-05-25')];
    const last = `fact-${String(after(...twice).length - 1)}`;
    const interruptedOn = (on: string): DisputeCommand => ({
      type: 'CorrectInterruption',
      data: { ...promise(on), corrects: last, reason: '录入有误' },
    });
    story(...longer)
      .when(interruptedOn('2027-05-24'))
      .thenRecordsTypes('InterruptionCorrected');
    story(...longer)
      .when(interruptedOn('2027-05-25'))
      .thenRefuses('limitation-runs');
  });
  it('moves the day by which a filing would have been in time', () => {
    const filed = [...failed, ...stood.slice(1), file({ on: '2026-06-20' })];
    const corrected = [...filed, stoppedAnew(filed, '2026-05-25')];
    expect(clockOf('limitation', corrected)).toMatchObject({ due_on: '2027-05-24', status: 'met' });
    story(...filed)
      .when(resumedAnew(filed, '2026-06-20'))
      .thenRecordsTypes('LimitationResumptionCorrected');
    story(...filed)
      .when(resumedAnew(filed, '2026-06-21'))
      .thenRefuses('days-run-forward');
  });
  it('names a suspension of the limitation on record, since it was last said to run', () => {
    story(...stood)
      .when(
        saidAnew(stood, 'LimitationResumed', 'CorrectLimitationSuspension', force('2026-06-01')),
      )
      .thenRefuses('corrects-a-fact');
    const over = [...stood, { type: 'StartLimitation', data: started('2026-02-03') } as const];
    story(...over)
      .when(stoppedAnew(over, '2026-05-25'))
      .thenRefuses('not-now');
  });
});

describe('the day from which the limitation runs, said anew', () => {
  it('gives a year from that day until something interrupts it', () => {
    expect(due(...runs, beganAnew(runs, '2026-02-09'))).toBe('2027-02-09');
    expect(due(...interrupted, beganAnew(interrupted, '2026-02-09'))).toBe('2027-05-06');
    const still = [...runs, stop('2026-06-01'), goOn('2026-06-11')];
    expect(due(...still)).toBe('2027-02-12');
    expect(due(...still, beganAnew(still, '2026-02-09'))).toBe('2027-02-19');
  });
  it('comes before whatever moved it, which came before it had run out', () => {
    story(...interrupted)
      .when(beganAnew(interrupted, '2026-05-07'))
      .thenRefuses('days-run-forward');
    story(...interrupted)
      .when(beganAnew(interrupted, '2025-05-01'))
      .thenRecordsTypes('LimitationCorrected', 'DeadlineRecomputed');
    // The first days of May 2026 are holidays: those of April are not.
    story(...interrupted)
      .when(beganAnew(interrupted, '2025-04-30'))
      .thenRefuses('limitation-runs');
  });
  it('is said of the limitation as it was started last', () => {
    const other = { from: '2026-02-02', runs: 'not-while-employed' } as const;
    story(...runs)
      .when(saidAnew(runs, 'LimitationStarted', 'CorrectLimitation', other))
      .thenRefuses('corrects-a-fact');
    const twice: Told = [...runs, { type: 'StartLimitation', data: other }];
    expect(due(...twice)).toBeUndefined();
    story(...twice)
      .when(beganAnew(twice, '2026-02-03'))
      .thenRefuses('not-now');
  });
});

it('the limitation stands still once at a time', () => {
  story(...stood)
    .when(stop('2026-06-10'))
    .thenRefuses('days-run-forward');
  story(...stood)
    .when(stop('2026-06-11'))
    .thenRecordsTypes('LimitationSuspended');
});
