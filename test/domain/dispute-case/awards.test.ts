import { describe, expect, it } from 'vitest';
import type { DisputeCommand } from '../../../domain/dispute-case/commands.ts';
import {
  arbitrating,
  award,
  awarded,
  file,
  filed,
  mixed,
  serve,
  served,
  setAside,
  sue,
  take,
} from '../../support/stories/arbitrations.ts';
import {
  accept,
  agreeTo,
  claim,
  claimed,
  conclude,
  dueAfter,
  failed,
  pay,
  receive,
  settled,
  stateAfter,
  story,
} from '../../support/stories/disputes.ts';

describe('an award', () => {
  it('of a dispute that was never accepted is refused', () => {
    story(...filed)
      .when(award())
      .thenRefuses('award-needs-acceptance', '劳动争议调解仲裁法 Art 29');
    story(...failed)
      .when(award())
      .thenRefuses('not-now');
    story(...arbitrating)
      .when(award({ arbitration: 'x' }))
      .thenRefuses('this-arbitration');
  });
  it('is made once, over claims on file, with the minimum wage where money is awarded', () => {
    story(...arbitrating, award({ part: 'partial', on: '2026-06-01' }))
      .when(award())
      .thenRefuses('award-once');
    story(...arbitrating)
      .when(award({ minimumWageFen: undefined }))
      .thenRefuses('minimum-wage-is-named', '劳动争议调解仲裁法 Art 47');
    story(...arbitrating)
      .when(award({ items: [{ claim: 'c9', result: 'granted' }] }))
      .thenRefuses('claim-on-file');
  });
  describe('where the union applied alone, over the collective contract', () => {
    const over = receive({ claimants: [], union: '纺织厂工会', cause: 'contract-performance' });
    const asked = (item: 'pay' | 'collective-contract') => [
      over,
      claim({ claimant: undefined, item }),
      agreeTo(),
      accept(),
      conclude(),
      file(),
      take(),
      award(),
    ];
    const enforce: DisputeCommand = {
      type: 'ApplyForEnforcement',
      data: { on: '2026-09-01', of: 'award', title: 'w1' },
    };
    const passed = (service: string): DisputeCommand => ({
      type: 'RecordNoSuit',
      data: { service },
    });
    const lapsed = [
      ...asked('collective-contract'),
      serve(),
      serve({ service: 'v2', to: 'employer', on: '2026-06-17' }),
      passed('v1'),
      passed('v2'),
    ];
    it('binds at once where it is final, and can be enforced', () =>
      story(...asked('pay'))
        .when(enforce)
        .thenRecordsTypes('EnforcementApplied'));
    it('binds when both sides let their time pass where it is not', () => {
      story(...asked('collective-contract'))
        .when(enforce)
        .thenRefuses('title-on-file');
      story(...lapsed)
        .when(enforce)
        .thenRecordsTypes('EnforcementApplied');
    });
    it('binds no more once the union turns out to have sued in time', () => {
      story(...lapsed)
        .when(sue())
        .thenRecordsTypes('SuitFiled', 'AwardEffectTakenBack');
      story(...lapsed, sue())
        .when(enforce)
        .thenRefuses('title-on-file');
    });
  });
  it('that is final binds at once; the employer can only have it set aside, in thirty days', () => {
    expect(stateAfter(...awarded).awards.w1).toMatchObject({
      finality: 'final',
      effective: { wang: '2026-06-15' },
    });
    story(...awarded)
      .when(serve({ award: 'w9' }))
      .thenRefuses('award-on-file');
    story(...served)
      .when(serve({ on: '2026-06-18' }))
      .thenRefuses('service-once');
    story(...served)
      .when(sue({ by: 'employer' }))
      .thenRefuses('employer-sets-aside');
    expect(dueAfter('annulment:v2', ...served)).toBe('2026-07-17');
    story(...served)
      .when(setAside({ on: '2026-07-17' }))
      .thenRecordsTypes('AnnulmentApplied', 'ClocksStopped');
    story(...served)
      .when(setAside({ on: '2026-07-18' }))
      .thenRefuses('set-aside-in-time');
    story(...awarded)
      .when(setAside())
      .thenRefuses('set-aside-in-time');
  });
  it('is taken to court by a worker in fifteen days of receiving it', () => {
    expect(dueAfter('suit:v1', ...served)).toBe('2026-07-01');
    story(...served)
      .when(sue({ on: '2026-07-01' }))
      .thenRecordsTypes('SuitFiled', 'AwardEffectTakenBack', 'ClocksStopped');
    story(...served)
      .when(sue({ on: '2026-07-02' }))
      .thenRefuses('sue-in-time');
    story(...awarded)
      .when(sue())
      .thenRefuses('sue-in-time');
    story(...served, sue())
      .when(sue({ on: '2026-06-26' }))
      .thenRefuses('suit-on-file');
    story(...served, sue())
      .when({
        type: 'DecideSuit',
        data: { suit: 'u9', on: '2026-09-01', instance: 'first', result: 'workers', items: [] },
      })
      .thenRefuses('suit-on-file');
  });
  it('that a worker has sued over is not set aside', () => {
    story(...served, sue())
      .when(setAside())
      .thenRefuses('worker-has-sued', '最高法劳动争议司法解释（一） Art 21');
  });
  it('that was set aside may be taken to court by either side', () => {
    const decide = (result: 'annulled' | 'dismissed'): DisputeCommand => ({
      type: 'DecideAnnulment',
      data: { award: 'w1', on: '2026-09-01', result },
    });
    const applied = [...served, setAside()];
    story(...served)
      .when(decide('annulled'))
      .thenRefuses('applied-first');
    story(...applied)
      .when(decide('annulled'))
      .thenRecordsTypes('AnnulmentDecided', 'AwardEffectTakenBack');
    const again = (day: string) => sue({ by: 'employer', ground: 'award-annulled', on: day });
    story(...applied, decide('annulled'))
      .when(again('2026-09-16'))
      .thenRecordsTypes('SuitFiled');
    story(...applied, decide('annulled'))
      .when(again('2026-09-17'))
      .thenRefuses('court-is-open');
    story(...applied, decide('dismissed'))
      .when(again('2026-09-10'))
      .thenRefuses('court-is-open');
  });
  it('that is not final binds when both sides have let their time pass', () => {
    const both = [...mixed, serve(), serve({ service: 'v2', to: 'employer', on: '2026-06-17' })];
    const passed = (service: string): DisputeCommand => ({
      type: 'RecordNoSuit',
      data: { service },
    });
    story(...both)
      .when(passed('v1'), '2026-07-01T15:59:59.000Z')
      .thenRefuses('clock-must-run');
    story(...both)
      .when(passed('v1'), '2026-07-01T16:00:00.000Z')
      .thenRecordsTypes('ClocksStopped');
    story(...both, passed('v1'))
      .when(passed('v2'), '2026-07-03T01:00:00.000Z')
      .thenRecordsTypes('ClocksStopped', 'AwardTookEffect');
    const effect = stateAfter(...both, passed('v1'), passed('v2'));
    expect(effect.awards.w1?.effective).toStrictEqual({ wang: '2026-07-03' });
    story(...both, passed('v1'))
      .when(passed('v1'))
      .thenRecords();
    // A suit dated in time, recorded late, takes the effect back.
    story(...both, passed('v1'), passed('v2'))
      .when(sue({ on: '2026-07-01' }))
      .thenRecordsTypes('SuitFiled', 'AwardEffectTakenBack');
    story(...both, passed('v1'), sue({ on: '2026-07-01' }))
      .when(passed('v2'))
      .thenRecordsTypes('ClocksStopped');
  });
  it('is enforced when it binds', () => {
    const enforce = (title: string): DisputeCommand => ({
      type: 'ApplyForEnforcement',
      data: { on: '2026-08-03', of: 'award', title },
    });
    expect(dueAfter('enforcement:w1', ...awarded)).toBe('2028-06-15');
    story(...awarded)
      .when(enforce('w1'))
      .thenRecordsTypes('EnforcementApplied');
    story(...awarded)
      .when(enforce('w2'))
      .thenRefuses('title-on-file');
  });
});

it('an agreement in default may go to arbitration, and payments on it still count', () => {
  story(...settled)
    .when(file())
    .thenRecordsTypes('ArbitrationFiled');
  story(...settled, file())
    .when(pay())
    .thenRecordsTypes('PerformanceRecorded');
  story(...settled, file())
    .when(sue({ ground: 'settlement', award: undefined }))
    .thenRecordsTypes('SuitFiled');
  story(...claimed)
    .when(sue({ ground: 'settlement', award: undefined }))
    .thenRefuses('court-is-open');
});
