import { describe, expect, it } from 'vitest';
import type { DisputeCommand } from '../../../domain/dispute-case/commands.ts';
import {
  accept,
  after,
  agreed,
  agreeTo,
  assign,
  claimed,
  conclude,
  declineIt,
  dueAfter,
  extend,
  failed,
  interest,
  join,
  mediating,
  receive,
  receiveUnder,
  reopen,
  resume,
  session,
  settled,
  stateAfter,
  story,
  suspend,
  transfer,
} from '../../support/stories/disputes.ts';

const types = (...commands: readonly DisputeCommand[]) =>
  after(...commands).map(({ type }) => type);

describe('mediation', () => {
  it('needs the consent of both sides', () => {
    story(...claimed)
      .when(accept())
      .thenRefuses('both-consent', '企业劳动争议协商调解规定 Art 22');
    story(...agreed)
      .when(accept({ on: '2026-03-02' }))
      .thenRefuses('both-consent');
    story(...agreed)
      .when(accept({ on: '2026-03-03' }))
      .thenRecordsTypes('MediationAccepted');
    story(receiveUnder('us-nlra')).when(accept()).thenRecordsTypes('MediationAccepted');
  });
  it('runs fifteen days from the receipt and fifteen from the acceptance', () => {
    const clocks = (clock: string) => dueAfter(clock, ...mediating);
    expect(clocks('mediation-from-receipt:street')).toBe('2026-03-17');
    expect(clocks('mediation-from-acceptance:street')).toBe('2026-03-19');
    expect(clocks('acceptance:street')).toBeUndefined();
  });
  it('that the other side refuses is concluded, and the refusal told in three days', () => {
    expect(types(...claimed, declineIt()).slice(-2)).toStrictEqual([
      'ConsentRefused',
      'DisputeConcluded',
    ]);
    expect(stateAfter(...claimed, declineIt()).conclusion).toMatchObject({
      outcome: 'refused',
      ending: 'other-side-refused',
    });
    expect(dueAfter('refusal-notice:street', ...claimed, declineIt())).toBe('2026-03-09');
    const tell: DisputeCommand = {
      type: 'NotifyRefusal',
      data: { proceeding: 'street', on: '2026-03-09' },
    };
    story(...claimed, declineIt())
      .when(tell)
      .thenRecordsTypes('RefusalNotified');
    story(...failed)
      .when(tell)
      .thenRefuses('refused-first');
  });
  it('may be refused by the body, with a reason, before it has accepted', () => {
    const refuse: DisputeCommand = {
      type: 'RefuseAcceptance',
      data: { proceeding: 'street', on: '2026-03-04', because: '不属于劳动争议' },
    };
    story(...claimed)
      .when(refuse)
      .thenRecordsTypes('AcceptanceRefused', 'DisputeConcluded');
    story(...claimed, refuse)
      .when(refuse)
      .thenRecords();
    story(...mediating)
      .when(refuse)
      .thenRefuses('not-now');
  });
  it('is led by nobody who has an interest in it, or is a party', () => {
    story(...agreed, accept(), interest())
      .when(assign())
      .thenRefuses('mediator-has-interest', '劳动争议调解仲裁法 Art 33');
    story(...agreed, accept())
      .when(assign({ mediator: 'wang' }))
      .thenRefuses('mediator-is-no-party');
    story(...mediating, interest())
      .when(session())
      .thenRefuses('mediator-has-interest');
  });
  it('goes on without a mediator who was recused', () => {
    const recuse = (mediator: string): DisputeCommand => ({
      type: 'RecuseMediator',
      data: { proceeding: 'street', mediator, on: '2026-03-05', askedBy: 'employer' },
    });
    story(...mediating)
      .when(recuse('zhao'))
      .thenRecordsTypes('MediatorRecused');
    story(...mediating)
      .when(recuse('qian'))
      .thenRefuses('assigned-mediators');
    story(...mediating, recuse('zhao'))
      .when(assign({ on: '2026-03-06' }))
      .thenRefuses('mediator-has-interest');
  });
  it('is held in sessions, by the mediators assigned, after the acceptance', () => {
    story(...mediating)
      .when(session())
      .thenRecordsTypes('SessionHeld');
    story(...mediating, session())
      .when(session())
      .thenRecords();
    story(...mediating, session())
      .when(session({ on: '2026-03-10' }))
      .thenRefuses('session-once');
    story(...mediating)
      .when(session({ mediators: ['qian'] }))
      .thenRefuses('assigned-mediators');
    story(...mediating)
      .when(session({ on: '2026-03-03' }))
      .thenRefuses('days-run-forward');
    story(...agreed, assign())
      .when(session())
      .thenRefuses('accept-first');
  });
  it('has notes that the parties see, and notes for mediators only', () => {
    const note = (on: string): DisputeCommand => ({
      type: 'TakeNote',
      data: { session: on, person: 'wang', note: 'n1', visibility: 'mediators' },
    });
    story(...mediating, session())
      .when(note('s1'))
      .thenRecordsTypes('NoteTaken');
    story(...mediating)
      .when(note('s1'))
      .thenRefuses('session-on-file');
  });
  it('is lengthened by consent of both, before its last day', () => {
    story(...mediating)
      .when(extend({ consents: ['workers'] }))
      .thenRefuses('extend-by-consent', '企业劳动争议协商调解规定 Art 29');
    story(...mediating)
      .when(extend({ on: '2026-03-19' }))
      .thenRecordsTypes('MediationExtended');
    story(...mediating)
      .when(extend({ on: '2026-03-20' }))
      .thenRefuses('extend-in-time');
    story(...mediating)
      .when(extend({ until: '2026-03-19' }))
      .thenRefuses('extend-in-time');
    story(...agreed)
      .when(extend())
      .thenRefuses('accept-first');
    const longer = (clock: string) => dueAfter(clock, ...mediating, extend());
    expect(longer('mediation-from-acceptance:street')).toBe('2026-04-10');
    // Nationally the fifteen days from the receipt open the way to arbitration, agreed or not.
    expect(longer('mediation-from-receipt:street')).toBe('2026-03-17');
    const zhejiang = [receiveUnder('zhejiang-2011'), agreeTo(), accept(), extend()];
    expect(dueAfter('mediation-from-receipt:street', ...zhejiang)).toBe('2026-04-10');
    story(receiveUnder('us-nlra'), accept()).when(extend()).thenRefuses('extend-by-consent');
  });
  it('stands still while it is suspended', () => {
    const stood = [...mediating, suspend(), resume()];
    expect(dueAfter('mediation-from-receipt:street', ...stood)).toBe('2026-03-27');
    expect(dueAfter('mediation-from-acceptance:street', ...stood)).toBe('2026-03-30');
    story(...mediating, suspend())
      .when(session())
      .thenRefuses('not-now');
    story(...stood)
      .when(resume())
      .thenRecords();
  });
});

describe('a dispute', () => {
  it('is concluded once: who comes second with another outcome is refused', () => {
    story(...mediating)
      .when(conclude())
      .thenRecordsTypes('DisputeConcluded');
    story(...failed)
      .when(conclude())
      .thenRecords();
    story(...failed)
      .when(conclude({ outcome: 'withdrawn', ending: 'applicant-withdrew' }))
      .thenRefuses('concluded-once');
    story(...settled)
      .when(conclude())
      .thenRefuses('concluded-once');
  });
  it('is concluded for a reason that goes with the outcome', () => {
    story(...mediating)
      .when(conclude({ outcome: 'withdrawn' }))
      .thenRefuses('outcome-fits');
    story(...mediating)
      .when(conclude({ outcome: 'settled', ending: 'agreement' }))
      .thenRefuses('settle-by-agreement');
    story(...mediating)
      .when(conclude({ proceeding: 'city' }))
      .thenRefuses('proceeding-open');
  });
  it('is reopened with a proceeding of its own', () => {
    story(...failed)
      .when(reopen())
      .thenRecordsTypes('DisputeReopened');
    story(...failed, reopen())
      .when(reopen())
      .thenRecords();
    story(...failed)
      .when(reopen({ on: '2026-03-16' }))
      .thenRefuses('days-run-forward');
    story(...failed)
      .when(reopen({ proceeding: 'street' }))
      .thenRefuses('proceeding-once');
    story(...mediating)
      .when(reopen())
      .thenRefuses('not-now');
    expect(stateAfter(...failed, reopen())).toMatchObject({ phase: 'received', standing: 'again' });
  });
  it('is passed on from where it stands, out of the one body and in to the other', () => {
    story(...mediating)
      .when(transfer())
      .thenRecordsTypes('DisputeTransferred', 'ClocksStopped');
    story(...mediating, join())
      .when(transfer({ from: 'committee' }))
      .thenRefuses('where-it-stands');
    story(...mediating)
      .when(transfer({ proceeding: 'street' }))
      .thenRefuses('proceeding-once');
    expect(stateAfter(...mediating, transfer())).toMatchObject({
      phase: 'received',
      standing: 'city',
    });
    story(...mediating, transfer())
      .when(accept({ proceeding: 'city', on: '2026-03-11' }))
      .thenRefuses('both-consent');
  });
  it('may be void, and then nothing more', () => {
    const strike: DisputeCommand = { type: 'Void', data: { reason: '重复', duplicateOf: 'd0' } };
    story(...mediating)
      .when(strike)
      .thenRecordsTypes('DisputeVoided', 'ClocksStopped');
    story(...mediating, strike)
      .when(strike)
      .thenRecords();
    story(...mediating, strike)
      .when(session())
      .thenRefuses('not-now');
  });
  it('is linked to a contract, a clause, a bargaining case or another dispute', () => {
    const link = (contract?: string): DisputeCommand => ({
      type: 'LinkTo',
      data: { to: 'clause', id: 'wage-floor', contract },
    });
    story(receive()).when(link()).thenRefuses('clause-names-contract');
    story(receive()).when(link('k1')).thenRecordsTypes('DisputeLinked');
    story(receive(), link('k1')).when(link('k1')).thenRecords();
  });
});
