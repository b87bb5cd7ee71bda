import { describe, it } from 'vitest';
import { collectiveContract } from '../../../domain/collective-contract/decider.ts';
import type { ContractEvent } from '../../../domain/collective-contract/events.ts';
import { given } from '../../support/stories/given.ts';
import { inForce } from './facts.ts';

const later = '2026-10-01T01:00:00.000Z';

describe('a day after a breach', () => {
  const facts: readonly ContractEvent[] = [
    ...inForce,
    {
      type: 'BreachFound',
      data: { breach: 'b1', on: '2026-09-01', clause: 'payday', finding: 'paid late' },
    },
    { type: 'RectificationDemanded', data: { breach: 'b1', on: '2026-09-05', due: '2026-09-20' } },
    { type: 'BreachRectified', data: { breach: 'b1', on: '2026-09-18' } },
  ];
  const demand = (on: string, due = '2026-09-20', breach = 'b1') =>
    ({
      type: 'CorrectRectificationDemand',
      data: { corrects: 'fact-4', reason: 'a slip', breach, on, due },
    }) as const;
  const rectified = (on: string) =>
    ({
      type: 'CorrectRectification',
      data: { corrects: 'fact-5', reason: 'a slip', breach: 'b1', on },
    }) as const;

  it('is corrected, once', () => {
    given(collectiveContract, ...facts)
      .when(demand('2026-09-06', '2026-09-30'), later)
      .thenRecordsTypes('RectificationDemandCorrected');
    given(collectiveContract, ...facts)
      .when(rectified('2026-09-17'), later)
      .thenRecordsTypes('RectificationCorrected');
    given(collectiveContract, ...facts)
      .when(rectified('2026-09-18'), later)
      .thenRecords();
  });
  it('stays between the days before and after, and is about the same breach', () => {
    const refused = (command: Parameters<ReturnType<typeof given>['when']>[0], rule: string) =>
      given(collectiveContract, ...facts)
        .when(command as never, later)
        .thenRefuses(rule);
    refused(demand('2026-08-31'), 'breach-in-order');
    refused(demand('2026-09-19'), 'breach-in-order');
    refused(rectified('2026-09-04'), 'breach-in-order');
    refused(demand('2026-09-06', '2026-09-20', 'b2'), 'correct-what-is-recorded');
    refused(rectified('2026-10-02'), 'not-in-the-future');
  });
  it('is not recorded before it came', () => {
    given(collectiveContract, ...facts.slice(0, 4))
      .when(
        {
          type: 'DemandRectification',
          data: { breach: 'b1', on: '2026-10-02', due: '2026-10-09' },
        },
        later,
      )
      .thenRefuses('not-in-the-future');
    given(collectiveContract, ...facts.slice(0, 5))
      .when({ type: 'RecordRectification', data: { breach: 'b1', on: '2026-10-02' } }, later)
      .thenRefuses('not-in-the-future');
    given(collectiveContract, ...inForce)
      .when(
        {
          type: 'ReportFulfilment',
          data: { on: '2026-10-02', from: '2026-07-01', to: '2026-09-30' },
        },
        later,
      )
      .thenRefuses('not-in-the-future');
  });
});

describe('the report of an end', () => {
  const terminated: ContractEvent = {
    type: 'ContractTerminated',
    data: { on: '2026-09-01', condition: 'relocation' },
  };
  it.each([
    ['2026-08-31', 'report-what-ended'],
    ['2026-09-11', 'not-in-the-future'],
  ] as const)(
    'is not reported on %s, before it came about or before that day comes',
    (on, rule) => {
      const at = '2026-09-10T01:00:00.000Z';
      given(collectiveContract, ...inForce, terminated)
        .when({ type: 'ReportEnd', data: { on } }, at)
        .thenRefuses(rule);
      const reported: ContractEvent = { type: 'EndReported', data: { on: '2026-09-05' } };
      const anew = (day: string) =>
        given(collectiveContract, ...inForce, terminated, reported).when(
          { type: 'CorrectEndReport', data: { corrects: 'fact-4', reason: 'a slip', on: day } },
          at,
        );
      anew(on).thenRefuses(rule);
      anew('2026-09-05').thenRecords();
      anew('2026-09-08').thenRecordsTypes('EndReportCorrected');
    },
  );
});
