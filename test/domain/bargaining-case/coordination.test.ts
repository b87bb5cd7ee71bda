import { describe, expect, it } from 'vitest';
import type { BargainingCommand } from '../../../domain/bargaining-case/commands.ts';
import { bargainingCase } from '../../../domain/bargaining-case/decider.ts';
import { openTo } from '../../../domain/shared/decider.ts';
import {
  after,
  agree,
  bargaining,
  bargainingUnder,
  deadlock,
  end,
  minutes,
  open,
  stateAfter,
  story,
} from '../../support/stories/bargaining.ts';

const apply = (on = '2026-04-20') =>
  ({ type: 'ApplyForCoordination', data: { on, by: 'employees' } }) as const;
const accept = (on = '2026-04-22', mode: 'applied' | 'ex-officio' = 'applied') =>
  ({ type: 'AcceptCoordination', data: { on, mode } }) as const;
const extend = (on = '2026-05-20') => ({ type: 'ExtendCoordination', data: { on } }) as const;
const settled: BargainingCommand = {
  type: 'RecordCoordinationAgreed',
  data: { on: '2026-05-20', agreement: [minutes] },
};
const failed = {
  type: 'RecordCoordinationFailed',
  data: { on: '2026-05-20', note: '双方分歧较大' },
} as const;
const silent = { type: 'RecordNoApplication', data: {} } as const;
const henan = [...bargainingUnder('henan-wage-2014'), deadlock()];
const stuck = [...bargaining, deadlock()];

const deadline = (from: string, due: string, n: number) => ({
  rule: 'coordination',
  from,
  due,
  period: `${String(n)} days`,
  article: '集体合同规定 Art 52',
  calendar: 'final' as const,
  calendarVersion: 'CN-2026a',
});

describe('a deadlock', () => {
  it('is declared once, after the consent to bargain', () => {
    story(...bargaining)
      .when(deadlock())
      .thenRecordsTypes('DeadlockDeclared');
    story(...stuck)
      .when(deadlock())
      .thenRecords();
    story(...bargaining)
      .when(deadlock('2026-03-09'))
      .thenRefuses('days-run-forward');
  });
  it('ends when the sides talk or agree again by themselves', () => {
    story(...stuck)
      .when(open({ session: 'session-2', on: '2026-04-13', chairedBy: 'employer' }))
      .thenRecordsTypes('SessionOpened');
    story(...stuck)
      .when(agree())
      .thenRecordsTypes('DraftAgreed');
  });
});

describe('coordination', () => {
  it('is applied for in time: fifteen days in Henan', () => {
    story(...henan)
      .when(apply('2026-04-27'))
      .thenRecordsTypes('CoordinationApplied');
    story(...henan)
      .when(apply('2026-04-28'))
      .thenRefuses('apply-in-time', '河南省企业工资集体协商条例 Art 37');
    story(...henan)
      .when(apply('2026-04-09'))
      .thenRefuses('days-run-forward');
    story(...stuck)
      .when(apply('2026-09-01'))
      .thenRecordsTypes('CoordinationApplied');
    story(...stuck, apply())
      .when(apply())
      .thenRecords();
  });
  it('is for China: elsewhere the dispute is mediated', () => {
    story(...bargainingUnder('us-nlra'), deadlock())
      .when(apply())
      .thenRefuses('coordinated-here');
    story(...bargainingUnder('us-nlra'), deadlock())
      .when(accept('2026-04-22', 'ex-officio'))
      .thenRefuses('coordinated-here');
    const menu = (...past: readonly BargainingCommand[]) =>
      openTo(bargainingCase, stateAfter(...past)).filter((one) => /^(Apply|Accept)/.test(one));
    expect(menu(...bargainingUnder('us-nlra'), deadlock())).toStrictEqual([]);
    expect(menu(...stuck)).toStrictEqual(['ApplyForCoordination', 'AcceptCoordination']);
    expect(menu(...stuck, end())).toStrictEqual([]);
  });
  it('is taken up on application or ex officio, for thirty days', () => {
    story(...stuck)
      .when(accept())
      .thenRefuses('apply-first');
    story(...stuck)
      .when(accept('2026-04-22', 'ex-officio'))
      .thenRecordsTypes('CoordinationAccepted');
    story(...stuck, apply())
      .when(accept())
      .thenRecords({
        type: 'CoordinationAccepted',
        data: {
          on: '2026-04-22',
          mode: 'applied',
          coordination: deadline('2026-04-22', '2026-05-22', 30),
        },
      });
    story(...stuck, apply(), accept())
      .when(accept())
      .thenRecords();
    story(...stuck, apply())
      .when(accept('2026-04-19'))
      .thenRefuses('days-run-forward');
  });
  it('is extended once by fifteen days, before it runs out', () => {
    const running = [...stuck, apply(), accept()];
    story(...running)
      .when(extend('2026-05-22'))
      .thenRecords({
        type: 'CoordinationExtended',
        data: { on: '2026-05-22', coordination: deadline('2026-04-22', '2026-06-08', 45) },
      });
    story(...running)
      .when(extend('2026-05-23'))
      .thenRefuses('extend-once');
    story(...running, extend())
      .when(extend())
      .thenRecords();
    story(...running, extend())
      .when(extend('2026-05-21'))
      .thenRefuses('extend-once');
    story(...bargainingUnder('shanghai-2015'), deadlock(), apply(), accept())
      .when(extend())
      .thenRefuses('extend-once');
  });
  it('ends in an agreement and bargaining goes on, or fails and the case may be closed', () => {
    const running = [...stuck, apply(), accept()];
    story(...running)
      .when(settled)
      .thenRecordsTypes('CoordinationAgreed');
    story(...running, settled)
      .when(settled)
      .thenRecords();
    expect(stateAfter(...running, settled).phase).toBe('bargaining');
    story(...running)
      .when(failed)
      .thenRecordsTypes('CoordinationFailed');
    story(...running, failed)
      .when(failed)
      .thenRecords();
    story(...running, failed)
      .when(end({ ground: 'coordination-failed' }))
      .thenRecordsTypes('CaseClosed');
    story(...stuck)
      .when(end({ ground: 'coordination-failed' }))
      .thenRefuses('ground-holds');
    story(...running)
      .when({ ...failed, data: { ...failed.data, on: '2026-04-21' } })
      .thenRefuses('days-run-forward');
  });
});

describe('no application', () => {
  const closed = {
    type: 'CaseClosed',
    data: { on: '2026-04-28', ground: 'no-application' },
  } as const;
  it('ends the bargaining in Henan on the day after the last day, whenever the clock wakes', () => {
    story(...henan)
      .when(silent, '2026-04-27T15:59:59.999Z')
      .thenRefuses('clock-must-run');
    story(...henan)
      .when(silent, '2026-04-27T16:00:00.000Z')
      .thenRecords(closed);
    story(...henan)
      .when(silent, '2026-07-01T00:00:00.000Z')
      .thenRecords(closed);
    story(...henan, silent)
      .when(silent)
      .thenRecords();
    story(...stuck)
      .when(silent)
      .thenRefuses('clock-must-run');
    story(...bargaining)
      .when(silent)
      .thenRefuses('clock-must-run');
  });
  it('is taken back by an application in time that was recorded late', () => {
    story(...henan, silent)
      .when(apply('2026-04-27'))
      .thenRecordsTypes('ClosingTakenBack', 'CoordinationApplied');
    story(...henan, silent)
      .when(apply('2026-04-28'))
      .thenRefuses('apply-in-time');
    expect(stateAfter(...henan, silent, apply('2026-04-27')).phase).toBe('applied');
    story(...bargaining, deadlock(), end())
      .when(apply())
      .thenRefuses('not-now');
  });
  it('leaves no clock of an offer or a seat behind', () => {
    expect(Object.keys(stateAfter(...henan, silent).clocks)).not.toContain('reply:offer-1');
    expect(after(...henan, silent).map(({ type }) => type)).not.toContain('ClocksStopped');
  });
});
