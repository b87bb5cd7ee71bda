import { describe, expect, it } from 'vitest';
import type { DisputeCommand } from '../../../domain/dispute-case/commands.ts';
import { disputeDocket } from '../../../projections/disputes/dispute-docket.ts';
import { proceedings } from '../../../projections/disputes/proceedings.ts';
import { settlements } from '../../../projections/disputes/settlements.ts';
import {
  accept,
  after,
  agreed,
  agreeTo,
  assign,
  claimed,
  collective,
  conclude,
  confirm,
  declineIt,
  join,
  mediating,
  receiveUnder,
  session,
  settled,
  stateAfter,
  story,
} from '../../support/stories/disputes.ts';
import { rowAfter, rowsAfter } from '../../support/stories/row-after.ts';
import { clockOf, whenSaidAnew, withSaidAnew } from '../../support/stories/said-anew.ts';

type Commands = readonly DisputeCommand[];
const runsForward = 'days-run-forward';
const proceeding = (commands: Commands) =>
  rowsAfter(proceedings, after(...commands)).get('c1/street');

describe('the answer to a request to negotiate', () => {
  const asked: Commands = [
    ...claimed,
    { type: 'RequestNegotiation', data: { on: '2026-03-02', by: 'workers' } },
    { type: 'AnswerNegotiation', data: { on: '2026-03-06', answer: 'unwilling' } },
  ];
  const answer = (on: string, said: string) =>
    ['NegotiationAnswered', 'CorrectNegotiationAnswer', { on, answer: said }] as const;

  it('is said anew on the day of the request or later, and meets the clock on its day', () => {
    whenSaidAnew(asked, ...answer('2026-03-02', 'willing')).thenRecordsTypes(
      'NegotiationAnswerCorrected',
    );
    whenSaidAnew(asked, ...answer('2026-03-01', 'willing')).thenRefuses(runsForward);
    whenSaidAnew(asked, ...answer('2026-03-06', 'unwilling')).thenRecords();
    const said = withSaidAnew(asked, ...answer('2026-03-05', 'willing'));
    expect(stateAfter(...said).negotiation).toBe('willing');
    expect(clockOf('negotiation-reply', said)).toMatchObject({
      status: 'met',
      met_on: '2026-03-05',
    });
  });
  it('is not said anew once it was asked again', () => {
    const again: Commands = [
      ...asked,
      { type: 'RequestNegotiation', data: { on: '2026-03-09', by: 'workers' } },
    ];
    whenSaidAnew(again, ...answer('2026-03-05', 'willing')).thenRefuses('not-now');
  });
});

describe('a consent', () => {
  const consent = (past: Commands, on: string) =>
    whenSaidAnew(past, 'ConsentGiven', 'CorrectConsent', agreeTo({ on }).data);
  it('lies between the application and the acceptance', () => {
    consent(mediating, '2026-03-02').thenRecordsTypes('ConsentCorrected');
    consent(mediating, '2026-03-01').thenRefuses(runsForward);
    consent(mediating, '2026-03-04').thenRecordsTypes('ConsentCorrected');
    consent(mediating, '2026-03-05').thenRefuses(runsForward);
    consent(agreed, '2026-03-05').thenRecordsTypes('ConsentCorrected');
    whenSaidAnew(
      mediating,
      'ConsentGiven',
      'CorrectConsent',
      agreeTo({ side: 'workers' }).data,
    ).thenRefuses('corrects-a-fact');
  });
  it('counts from its new day for what comes next, and in the list', () => {
    const said = withSaidAnew(
      agreed,
      'ConsentGiven',
      'CorrectConsent',
      agreeTo({ on: '2026-03-05' }).data,
    );
    story(...said)
      .when(accept())
      .thenRefuses('both-consent');
    story(...said)
      .when(accept({ on: '2026-03-05' }))
      .thenRecordsTypes('MediationAccepted');
    expect(proceeding(said)?.employer_consented_on).toBe('2026-03-05');
  });
});

describe('a refusal', () => {
  it('of the other side is told of on its day or later', () => {
    const refused: Commands = [
      receiveUnder('ningbo-wage-2014'),
      declineIt(),
      { type: 'NotifyRefusal', data: { proceeding: 'street', on: '2026-03-06' } },
    ];
    const told = (on: string) =>
      ['RefusalNotified', 'CorrectRefusalNotice', { proceeding: 'street', on }] as const;
    whenSaidAnew(refused, ...told('2026-03-04')).thenRecordsTypes('RefusalNoticeCorrected');
    whenSaidAnew(refused, ...told('2026-03-03')).thenRefuses(runsForward);
    expect(
      clockOf('refusal-notice:street', withSaidAnew(refused, ...told('2026-03-05')))?.met_on,
    ).toBe('2026-03-05');
  });
  const refuse: DisputeCommand = {
    type: 'RefuseAcceptance',
    data: { proceeding: 'street', on: '2026-03-06', because: '不属受案范围' },
  };
  const refusal = (on: string) =>
    ['AcceptanceRefused', 'CorrectAcceptanceRefusal', { ...refuse.data, on }] as const;

  it('of the body is the end of the dispute: both have one day', () => {
    const refused = [...claimed, refuse];
    whenSaidAnew(refused, ...refusal('2026-03-05')).thenRecordsTypes(
      'AcceptanceRefusalCorrected',
      'ConclusionCorrected',
    );
    whenSaidAnew(refused, ...refusal('2026-03-01')).thenRefuses(runsForward);
    const said = withSaidAnew(refused, ...refusal('2026-03-05'));
    expect(stateAfter(...said).conclusion).toMatchObject({ on: '2026-03-05', outcome: 'refused' });
    expect(clockOf('acceptance:street', said)?.met_on).toBe('2026-03-05');
    expect(rowAfter(disputeDocket, after(...said))?.concluded_on).toBe('2026-03-05');
  });
  it('of one body while another goes on moves the end of its proceeding', () => {
    const refused = [...claimed, join(), refuse];
    whenSaidAnew(refused, ...refusal('2026-03-07')).thenRecordsTypes(
      'AcceptanceRefusalCorrected',
      'ProceedingEndCorrected',
      'TransferCorrected',
    );
    expect(proceeding(withSaidAnew(refused, ...refusal('2026-03-07')))?.left_on).toBe('2026-03-07');
  });
});

describe('a session', () => {
  const held = [...mediating, session(), session({ session: 's2', on: '2026-03-12' }), conclude()];
  const said = (over: Parameters<typeof session>[0]) =>
    ['SessionHeld', 'CorrectSession', session(over).data] as const;

  it('lies between the acceptance and the end of the mediation', () => {
    whenSaidAnew(held, ...said({ on: '2026-03-04' })).thenRecordsTypes('SessionCorrected');
    whenSaidAnew(held, ...said({ on: '2026-03-03' })).thenRefuses(runsForward);
    whenSaidAnew(held, ...said({ on: '2026-03-17' })).thenRecordsTypes('SessionCorrected');
    whenSaidAnew(held, ...said({ on: '2026-03-18' })).thenRefuses(runsForward);
  });
  it('is led by mediators of the proceeding; who led it may have been recused since', () => {
    whenSaidAnew(held, ...said({ session: 's9' })).thenRefuses('corrects-a-fact');
    whenSaidAnew(held, ...said({ mediators: ['qian'] })).thenRefuses('assigned-mediators');
    const two = [...mediating, assign({ mediator: 'qian' }), session()];
    whenSaidAnew(two, ...said({ mediators: ['zhao', 'qian'] })).thenRecordsTypes(
      'SessionCorrected',
    );
    const recused: Commands = [
      ...two,
      {
        type: 'RecuseMediator',
        data: { proceeding: 'street', mediator: 'zhao', on: '2026-03-10', askedBy: 'workers' },
      },
    ];
    whenSaidAnew(recused, ...said({ on: '2026-03-06' })).thenRecordsTypes('SessionCorrected');
  });
  it('is the last one of the list while it was recorded last', () => {
    expect(proceeding(withSaidAnew(held, ...said({ on: '2026-03-06' })))).toMatchObject({
      sessions: 2,
      last_session_on: '2026-03-12',
    });
    const one = [...mediating, session()];
    expect(proceeding(withSaidAnew(one, ...said({ on: '2026-03-06' })))).toMatchObject({
      sessions: 1,
      last_session_on: '2026-03-06',
    });
  });
});

describe('claimants and their representatives', () => {
  const joined: Commands = [
    ...claimed,
    { type: 'JoinClaimant', data: { claimant: 'li', on: '2026-03-04' } },
    { type: 'RecordClaimantLeaving', data: { claimant: 'li', on: '2026-03-10' } },
  ];
  it('who joined and left did so in that order', () => {
    const joining = (on: string) =>
      whenSaidAnew(joined, 'ClaimantJoined', 'CorrectClaimantJoining', { claimant: 'li', on });
    joining('2026-03-02').thenRecordsTypes('ClaimantJoiningCorrected');
    joining('2026-03-01').thenRefuses(runsForward);
    joining('2026-03-10').thenRecordsTypes('ClaimantJoiningCorrected');
    joining('2026-03-11').thenRefuses(runsForward);
    const leaving = (on: string) =>
      whenSaidAnew(joined, 'ClaimantLeft', 'CorrectClaimantLeaving', { claimant: 'li', on });
    leaving('2026-03-04').thenRecordsTypes('ClaimantLeavingCorrected');
    leaving('2026-03-03').thenRefuses(runsForward);
    leaving('2026-03-10').thenRecords();
  });
  it('three to five of them are elected, and counted', () => {
    const elected = (...representatives: string[]) =>
      [
        'RepresentativesElected',
        'CorrectRepresentatives',
        { on: '2026-03-03', representatives },
      ] as const;
    whenSaidAnew(collective, ...elected('w1', 'w2', 'w4', 'w5')).thenRecordsTypes(
      'RepresentativesCorrected',
    );
    whenSaidAnew(collective, ...elected('w1', 'w2')).thenRefuses('three-to-five-representatives');
    whenSaidAnew(collective, ...elected('w1', 'w2', 'x')).thenRefuses('party-of-the-dispute');
    const said = withSaidAnew(collective, ...elected('w1', 'w2', 'w4', 'w5'));
    expect(stateAfter(...said).representatives).toStrictEqual(['w1', 'w2', 'w4', 'w5']);
    expect(rowAfter(disputeDocket, after(...said))?.representatives).toBe(4);
  });
});

describe('what a body or a court is asked about an agreement', () => {
  // In force on 2026-03-13: confirmation is applied for within 30 days.
  const settlement = (commands: Commands) =>
    rowsAfter(settlements, after(...commands)).get('c1/a1');
  const applied = [...settled, confirm()];
  const reject: DisputeCommand = {
    type: 'RejectConfirmation',
    data: { settlement: 'a1', on: '2026-04-08', because: '内容不明确' },
  };
  const application = (over: Parameters<typeof confirm>[0]) =>
    ['ConfirmationApplied', 'CorrectConfirmationApplication', confirm(over).data] as const;

  it('an application lies in its time, and before it was decided', () => {
    const due = clockOf('confirmation:a1', settled)?.due_on ?? '';
    whenSaidAnew(applied, ...application({ on: '2026-03-13' })).thenRecordsTypes(
      'ConfirmationApplicationCorrected',
    );
    whenSaidAnew(applied, ...application({ on: '2026-03-12' })).thenRefuses(runsForward);
    whenSaidAnew(applied, ...application({ on: due })).thenRecordsTypes(
      'ConfirmationApplicationCorrected',
    );
    whenSaidAnew(applied, ...application({ on: '2026-04-30' })).thenRefuses('confirm-in-time');
    whenSaidAnew(applied, ...application({ by: ['workers'] })).thenRefuses('both-sides-apply');
    const decided = [...applied, reject];
    whenSaidAnew(decided, ...application({ on: '2026-04-08' })).thenRecordsTypes(
      'ConfirmationApplicationCorrected',
    );
    whenSaidAnew(decided, ...application({ on: '2026-04-09' })).thenRefuses(runsForward);
  });
  it('is shown with its day, until it was decided', () => {
    const said = withSaidAnew(applied, ...application({ on: '2026-03-30' }));
    expect(clockOf('confirmation:a1', said)?.met_on).toBe('2026-03-30');
    expect(settlement(said)).toMatchObject({ confirmation_on: '2026-03-30' });
    const decided = withSaidAnew([...applied, reject], ...application({ on: '2026-03-30' }));
    expect(settlement(decided)).toMatchObject({
      confirmation: 'rejected',
      confirmation_on: '2026-04-08',
    });
  });
  it('a rejection lies on the day of the application or later', () => {
    const decided = [...applied, reject];
    const rejection = (on: string) =>
      ['ConfirmationRejected', 'CorrectConfirmationRejection', { ...reject.data, on }] as const;
    whenSaidAnew(decided, ...rejection('2026-04-01')).thenRecordsTypes(
      'ConfirmationRejectionCorrected',
    );
    whenSaidAnew(decided, ...rejection('2026-03-31')).thenRefuses(runsForward);
    expect(settlement(withSaidAnew(decided, ...rejection('2026-04-07')))?.confirmation_on).toBe(
      '2026-04-07',
    );
  });
  it('review by an arbitration body goes alike', () => {
    const review: DisputeCommand = {
      type: 'ApplyForReview',
      data: { settlement: 'a1', on: '2026-03-20', by: ['workers', 'employer'] },
    };
    const past: Commands = [
      ...settled,
      review,
      { type: 'RejectReview', data: { settlement: 'a1', on: '2026-03-25', because: '不予受理' } },
    ];
    const ask = (on: string) =>
      whenSaidAnew(past, 'ReviewApplied', 'CorrectReviewApplication', { ...review.data, on });
    ask('2026-03-25').thenRecordsTypes('ReviewApplicationCorrected');
    ask('2026-03-26').thenRefuses(runsForward);
    const decide = (on: string) =>
      whenSaidAnew(past, 'ReviewRejected', 'CorrectReviewRejection', {
        settlement: 'a1',
        on,
        because: '不予受理',
      });
    decide('2026-03-20').thenRecordsTypes('ReviewRejectionCorrected');
    decide('2026-03-19').thenRefuses(runsForward);
  });
});
