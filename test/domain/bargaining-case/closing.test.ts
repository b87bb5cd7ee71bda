import { describe, it } from 'vitest';
import {
  accepted,
  bargaining,
  bargainingUnder,
  end,
  hold,
  issue,
  offered,
  prepare,
  receive,
  refuse,
  signed,
  story,
} from '../../support/stories/bargaining.ts';
import { corrected } from '../../support/stories/correcting.ts';

const overdue = { type: 'RecordReplyOverdue', data: { offer: 'offer-1' } } as const;
const cancel = (duplicateOf?: string) =>
  ({ type: 'Void', data: { reason: '重复立案', ...(duplicateOf && { duplicateOf }) } }) as const;

describe('a case is closed without a contract', () => {
  it('when both sides agree, once', () => {
    story(...bargaining)
      .when(end())
      .thenRecords({ type: 'CaseClosed', data: { on: '2026-06-01', ground: 'both-agree' } });
    story(...bargaining, end())
      .when(end())
      .thenRecords();
    story(...signed)
      .when(end())
      .thenRefuses('not-now');
    story(prepare())
      .when(end({ on: '2026-02-28' }))
      .thenRefuses('days-run-forward');
  });
  it('when the offer is withdrawn before there is consent', () => {
    story(...offered)
      .when(end({ ground: 'offer-withdrawn', by: 'employees' }))
      .thenRecordsTypes('CaseClosed', 'ClocksStopped');
    story(...accepted)
      .when(end({ ground: 'offer-withdrawn' }))
      .thenRefuses('ground-holds');
  });
  it('when every offer was refused or met with silence', () => {
    const refused = end({ ground: 'offer-refused' });
    story(prepare()).when(refused).thenRefuses('ground-holds');
    story(...offered)
      .when(refused)
      .thenRefuses('ground-holds');
    story(...offered, refuse())
      .when(refused)
      .thenRecordsTypes('CaseClosed');
    story(...offered, overdue)
      .when(refused)
      .thenRecordsTypes('CaseClosed', 'ClocksStopped');
    story(...offered, refuse(), issue({ offer: 'offer-2' }), receive({ offer: 'offer-2' }))
      .when(refused)
      .thenRefuses('ground-holds');
  });
  it('when the window is over, from the day after its last day', () => {
    const over = (on: string) =>
      story(...bargainingUnder('shandong-wage-2017')).when(end({ ground: 'window-over', on }));
    over('2026-05-09').thenRefuses('ground-holds');
    over('2026-05-10').thenRecordsTypes('CaseClosed');
    story(...bargaining)
      .when(end({ ground: 'window-over' }))
      .thenRefuses('ground-holds');
  });
  it('when the employer is dissolved; cases that are over stay as they are', () => {
    const dissolved = end({ ground: 'employer-dissolved' });
    story(...bargaining)
      .when(dissolved)
      .thenRecordsTypes('CaseClosed');
    story(...signed)
      .when(dissolved)
      .thenRecords();
    story(...bargaining, end())
      .when(dissolved)
      .thenRecords();
  });
});

describe('a case that should not be there', () => {
  it('is void, once, whatever its phase', () => {
    story(...signed)
      .when(cancel('case-0'))
      .thenRecordsTypes('CaseVoided');
    story(...bargaining, cancel())
      .when(cancel())
      .thenRecords();
    story(...offered)
      .when(cancel())
      .thenRecordsTypes('CaseVoided', 'ClocksStopped');
    story().when(cancel()).thenRefuses('not-now');
    story(...bargaining, cancel())
      .when(end())
      .thenRefuses('not-now');
  });
});

describe('a signed case that is struck out', () => {
  const strikeOut = { type: 'Void', data: { reason: '重复立案' } } as const;
  it('names the contract that is void with it', () =>
    story(...signed)
      .when(strikeOut)
      .thenRecords({ type: 'CaseVoided', data: { reason: '重复立案', contract: 'contract-1' } }));
  it('names none when it was not signed', () =>
    story(prepare())
      .when(strikeOut)
      .thenRecords({ type: 'CaseVoided', data: { reason: '重复立案' } }));
  it('names the contract that goes on as before when it amended one; its vote stands', () => {
    const [, ...others] = signed;
    const amending = [prepare({ purpose: 'amendment' }), ...others];
    story(...amending)
      .when(strikeOut)
      .thenRecords({ type: 'CaseVoided', data: { reason: '重复立案', amended: 'contract-1' } });
    story(...amending, strikeOut)
      .when(strikeOut)
      .thenRecords();
    corrected(amending, 'CongressHeld', 'CorrectCongress', hold({ yes: 49 })).thenRefuses(
      'signed-stands',
    );
  });
});
