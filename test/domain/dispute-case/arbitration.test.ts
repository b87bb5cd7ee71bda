import { describe, expect, it } from 'vitest';
import type { DisputeCommand } from '../../../domain/dispute-case/commands.ts';
import { disputeCase } from '../../../domain/dispute-case/decider.ts';
import { openTo } from '../../../domain/shared/decider.ts';
import {
  arbitrating,
  award,
  file,
  filed,
  hearing,
  sue,
  take,
} from '../../support/stories/arbitrations.ts';
import {
  collective,
  conclude,
  dueAfter,
  failed,
  interest,
  mediating,
  receiveUnder,
  resume,
  stateAfter,
  story,
  suspend,
} from '../../support/stories/disputes.ts';

const on = (type: string, day: string, more: object = {}): DisputeCommand =>
  ({ type, data: { arbitration: 'arb', on: day, ...more } }) as DisputeCommand;

describe('arbitration', () => {
  it('is filed after mediation, or ends it: failed when its time has run out, else referred', () => {
    story(...failed)
      .when(file())
      .thenRecordsTypes('ArbitrationFiled');
    story(...filed)
      .when(file())
      .thenRecords();
    story(...filed)
      .when(file({ arbitration: 'two' }))
      .thenRefuses('one-arbitration');
    expect(stateAfter(...mediating, file()).conclusion).toMatchObject({
      outcome: 'failed',
      ending: 'time-over',
    });
    expect(stateAfter(...mediating, file({ on: '2026-03-17' })).conclusion).toMatchObject({
      outcome: 'referred',
      ending: 'arbitration',
    });
    story(receiveUnder('us-nlra')).when(file()).thenRefuses('arbitrated-here');
    const menu = (past: DisputeCommand) => openTo(disputeCase, stateAfter(past));
    expect(menu(receiveUnder('us-nlra'))).not.toContain('FileArbitration');
    expect(menu(receiveUnder('national-2004'))).toContain('FileArbitration');
  });
  it('is accepted in five working days, or silence opens the court', () => {
    expect(dueAfter('arbitration-acceptance', ...filed)).toBe('2026-05-12');
    const silent: DisputeCommand = { type: 'RecordAcceptanceSilence', data: {} };
    story(...filed)
      .when(silent, '2026-05-12T15:59:59.000Z')
      .thenRefuses('clock-must-run');
    story(...filed)
      .when(silent, '2026-05-12T16:00:00.000Z')
      .thenRecordsTypes('AcceptanceFellSilent');
    story(...filed, silent)
      .when(silent)
      .thenRecords();
    story(...filed, silent)
      .when(take({ on: '2026-05-12' }))
      .thenRecordsTypes('SilenceTakenBack', 'ArbitrationAccepted');
    story(...filed, silent)
      .when(take({ on: '2026-05-13' }))
      .thenRecordsTypes('ArbitrationAccepted');
    const straight = sue({ ground: 'no-decision-to-accept', award: undefined, on: '2026-05-13' });
    story(...filed, silent)
      .when(straight)
      .thenRecordsTypes('SuitFiled');
    story(...filed)
      .when(straight)
      .thenRefuses('court-is-open');
  });
  it('may be refused before it is accepted', () => {
    const refuse = on('RefuseArbitration', '2026-05-08', { because: '不属于受案范围' });
    story(...filed)
      .when(refuse)
      .thenRecordsTypes('ArbitrationNotAccepted');
    story(...arbitrating)
      .when(refuse)
      .thenRefuses('not-now');
    story(...filed, refuse)
      .when(sue({ ground: 'not-accepted', award: undefined }))
      .thenRecordsTypes('SuitFiled');
    story(...filed, refuse)
      .when(file({ arbitration: 'arb', on: '2026-05-20' }))
      .thenRefuses('one-arbitration');
    story(...filed, refuse)
      .when(file({ arbitration: 'two', on: '2026-05-20' }))
      .thenRecordsTypes('ArbitrationFiled');
  });
  it('runs its clocks from the acceptance and the service', () => {
    const due = (clock: string, ...more: DisputeCommand[]) =>
      dueAfter(clock, ...arbitrating, ...more);
    expect(due('service')).toBe('2026-05-14');
    expect(due('tribunal')).toBe('2026-05-14');
    expect(due('award')).toBe('2026-06-22');
    const copy = on('ServeApplication', '2026-05-12');
    expect(due('defence', copy)).toBe('2026-05-26');
    expect(due('defence-forward', copy, on('FileDefence', '2026-05-20'))).toBe('2026-05-27');
    expect(
      due(
        'defence-forward',
        copy,
        on('FileDefence', '2026-05-20'),
        on('ForwardDefence', '2026-05-21'),
      ),
    ).toBeUndefined();
    expect(due('award', suspend({ on: '2026-05-20' }), resume('2026-05-30'))).toBe('2026-07-02');
  });
  it('is decided by neutral arbitrators: three in a collective dispute, else three or one', () => {
    const form = (...arbitrators: string[]) => on('FormTribunal', '2026-05-12', { arbitrators });
    story(...arbitrating)
      .when(form('qian'))
      .thenRecordsTypes('TribunalFormed');
    story(...arbitrating)
      .when(form('qian', 'sun'))
      .thenRefuses('three-arbitrators');
    story(...arbitrating)
      .when(form('wang'))
      .thenRefuses('mediator-is-no-party');
    story(...arbitrating, interest('qian'))
      .when(form('qian'))
      .thenRefuses('mediator-has-interest');
    const many = [...collective, conclude(), file(), take()];
    story(...many)
      .when(form('qian'))
      .thenRefuses('three-arbitrators');
    story(...many)
      .when(form('qian', 'sun', 'zhou'))
      .thenRecordsTypes('TribunalFormed');
    const recuse = on('RecuseArbitrator', '2026-05-13', { arbitrator: 'qian' });
    story(...arbitrating)
      .when(recuse)
      .thenRefuses('assigned-mediators');
    story(...arbitrating, form('qian'))
      .when(recuse)
      .thenRecordsTypes('ArbitratorRecused');
  });
  it('is heard on a day told five working days before, and postponed three before', () => {
    story(...arbitrating)
      .when(hearing({ on: '2026-05-25' }))
      .thenRecordsTypes('HearingScheduled');
    story(...arbitrating)
      .when(hearing({ on: '2026-05-26' }))
      .thenRefuses('hearing-told-in-time');
    const set = [...arbitrating, hearing()];
    story(...set)
      .when(hearing({ heldOn: '2026-06-02' }))
      .thenRefuses('hearing-on-file');
    const postpone = (day: string, id = 'h1') => on('PostponeHearing', day, { hearing: id });
    story(...set)
      .when(postpone('2026-05-27'))
      .thenRecordsTypes('HearingPostponed');
    story(...set)
      .when(postpone('2026-05-28'))
      .thenRefuses('postpone-in-time');
    story(...set)
      .when(postpone('2026-05-27', 'h2'))
      .thenRefuses('hearing-on-file');
    story(...set)
      .when(on('HoldHearing', '2026-06-01', { hearing: 'h1' }))
      .thenRecordsTypes('HearingHeld');
  });
  it('has sixty days instead of forty-five once the director approves in time', () => {
    const longer = (day: string) =>
      on('ExtendAwardPeriod', day, { because: 'complex', approvedBy: 'director' });
    story(...arbitrating)
      .when(longer('2026-06-22'))
      .thenRecordsTypes('AwardPeriodExtended');
    story(...arbitrating)
      .when(longer('2026-06-23'))
      .thenRefuses('award-period-longer-once');
    expect(dueAfter('award', ...arbitrating, longer('2026-06-20'))).toBe('2026-07-07');
    story(...arbitrating, longer('2026-06-20'))
      .when(longer('2026-06-21'))
      .thenRefuses('award-period-longer-once');
  });
  it('that is not decided in time opens the court, unless the award was in time', () => {
    const late: DisputeCommand = { type: 'RecordAwardOverdue', data: {} };
    story(...arbitrating)
      .when(late, '2026-06-22T15:59:59.000Z')
      .thenRefuses('clock-must-run');
    story(...arbitrating)
      .when(late, '2026-06-22T16:00:00.000Z')
      .thenRecordsTypes('AwardFellOverdue');
    story(...arbitrating, late)
      .when(late)
      .thenRecords();
    story(...arbitrating, late)
      .when(sue({ ground: 'award-overdue', award: undefined, on: '2026-06-23' }))
      .thenRecordsTypes('SuitFiled');
    story(...arbitrating, late)
      .when(award({ on: '2026-06-22' }))
      .thenRecordsTypes('AwardOverdueTakenBack', 'AwardMade', 'ClocksStopped', 'AwardTookEffect');
  });
  it('may end in a mediation document, or by the applicant’s withdrawal or absence', () => {
    const end = on('EndArbitration', '2026-06-01', { how: 'mediated', fen: 1_000_000 });
    story(...arbitrating)
      .when(end)
      .thenRecordsTypes('ArbitrationEnded', 'ClocksStopped');
    story(...arbitrating, end)
      .when(end)
      .thenRecords();
    story(...arbitrating, end)
      .when({
        type: 'ApplyForEnforcement',
        data: { on: '2026-07-01', of: 'arbitration-document', title: 'arb' },
      })
      .thenRecordsTypes('EnforcementApplied');
  });
  it('orders enforcement before the award for claims on file', () => {
    const prior = (claim: string) => on('OrderPriorEnforcement', '2026-05-20', { claims: [claim] });
    story(...arbitrating)
      .when(prior('c1'))
      .thenRecordsTypes('PriorEnforcementOrdered');
    story(...arbitrating)
      .when(prior('c9'))
      .thenRefuses('claim-on-file');
  });
});
