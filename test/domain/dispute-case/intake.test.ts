import { describe, expect, it } from 'vitest';
import type { DisputeCommand } from '../../../domain/dispute-case/commands.ts';
import { disputeCase } from '../../../domain/dispute-case/decider.ts';
import {
  after,
  amend,
  claim,
  claimed,
  collective,
  received,
  receive,
  stateAfter,
  story,
  twelve,
} from '../../support/stories/disputes.ts';
import { given } from '../../support/stories/given.ts';

const nothing = given(disputeCase);
const when = (command: DisputeCommand, at = '2026-06-01T01:00:00.000Z') =>
  nothing.when(command, at);

const deadline = (rule: string, due: string, period: string, article: string) => ({
  rule,
  from: '2026-03-02',
  due,
  period,
  article,
  calendar: 'final' as const,
  calendarVersion: 'CN-2026a',
});

describe('a dispute', () => {
  it('is received with both clocks that the receipt starts', () => {
    when(receive()).thenRecords({
      type: 'DisputeReceived',
      data: {
        ...received,
        collective: 'individual',
        acceptance: deadline(
          'acceptance',
          '2026-03-05',
          '3 working-days',
          '企业劳动争议协商调解规定 Art 22',
        ),
        mediation: deadline(
          'mediation-from-receipt',
          '2026-03-17',
          '15 calendar-days',
          '劳动争议调解仲裁法 Art 14',
        ),
      },
    });
    story(receive()).when(receive()).thenRecords();
    story(receive())
      .when(receive({ cause: 'other' }))
      .thenRefuses('received-once');
  });
  it('is received under a law of its day, on a day that has come', () => {
    when(receive({ on: '2004-04-30' })).thenRefuses('profile-fits');
    when(receive({ on: '2026-06-01' })).thenRecordsTypes('DisputeReceived');
    when(receive({ on: '2026-06-02' })).thenRefuses('not-in-the-future');
  });
  it('is counted in a division that can be: a retired one, too', () => {
    when(receive({ division: '999999' })).thenRefuses('division-exists');
    when(receive({ division: '320602' })).thenRecordsTypes('DisputeReceived');
  });
  it('about concluding a contract is coordinated in China, and mediated in the United States', () => {
    when(receive({ cause: 'contract-conclusion', union: '纺织厂工会' })).thenRefuses(
      'conclusion-is-coordinated',
      '劳动法 Art 84',
    );
    when(
      receive({ cause: 'contract-conclusion', profile: 'us-nlra', claimants: [], union: 'FBEU' }),
    ).thenRecordsTypes('DisputeReceived');
  });
  it('about performing a contract is a dispute, with the union as a party', () => {
    const [fact] = after(
      receive({ cause: 'contract-performance', claimants: [], union: '纺织厂工会' }),
    );
    expect(fact?.data).toMatchObject({ collective: 'collective' });
  });
  it('has a party on the workers’ side, each person once', () => {
    when(receive({ claimants: [] })).thenRefuses('someone-applies');
    when(receive({ claimants: ['wang', 'wang'] })).thenRefuses('someone-applies');
  });
  it('names every employer, and with dispatched labor both of them', () => {
    when(receive({ employers: [{ role: 'employer' }] })).thenRefuses('employer-is-named');
    const agency = { name: '某劳务派遣公司', role: 'dispatch-agency' } as const;
    when(receive({ employers: [agency] })).thenRefuses(
      'dispatch-is-joint',
      '劳动争议调解仲裁法 Art 22',
    );
    const user = { enterprise: 'mill', role: 'user' } as const;
    when(receive({ employers: [agency, user] })).thenRecordsTypes('DisputeReceived');
    story(receive())
      .when({ type: 'JoinEmployer', data: { on: '2026-03-03', employer: user } })
      .thenRefuses('dispatch-is-joint');
    story(receive())
      .when({
        type: 'JoinEmployer',
        data: { on: '2026-03-03', employer: { name: '某股东', role: 'investor' } },
      })
      .thenRecordsTypes('EmployerJoined');
  });
  it('that is brought orally is taken down on the spot', () => {
    when(receive({ form: 'oral' })).thenRefuses('oral-is-taken-down');
    when(receive({ form: 'oral', takenDownBy: 'clerk-7', note: 'n1' })).thenRecordsTypes(
      'DisputeReceived',
    );
  });
  it('is collective from ten workers with a common claim', () => {
    const by = (n: number, common: 'common' | 'separate' = 'common') =>
      stateAfter(receive({ claimants: twelve.slice(0, n), claim: common })).about.collective;
    expect([by(9), by(10), by(10, 'separate')]).toStrictEqual([
      'individual',
      'collective',
      'individual',
    ]);
  });
});

describe('a dispute from an older register', () => {
  const history: DisputeCommand = {
    type: 'RegisterAsHistory',
    data: {
      receivedOn: '2021-03-01',
      profile: 'us-nlra',
      division: 'US-NY',
      cause: 'contract-conclusion',
      proceeding: 'fmcs',
      level: 'national',
      body: 'FMCS',
      employers: [{ name: 'Acme', role: 'employer' }],
      union: 'SEIU 1199',
      workers: 40,
      collective: 'collective',
      source: 'FMCS first contract',
    },
  };
  it('starts no clock; it is open, or concluded with its day and outcome', () => {
    when(history).thenRecords({ type: 'DisputeRegisteredAsHistory', data: history.data });
    story(history).when(history).thenRecords();
    expect(stateAfter(history)).toMatchObject({ phase: 'history', clocks: {} });
    const over = { ...history.data, concludedOn: '2021-09-01', outcome: 'settled' } as never;
    expect(stateAfter({ type: 'RegisterAsHistory', data: over }).phase).toBe('settled');
    const undated = { ...history.data, outcome: 'settled' } as never;
    when({ type: 'RegisterAsHistory', data: undated }).thenRefuses('outcome-is-dated');
  });
  it('may be concluded later', () => {
    story(history)
      .when({
        type: 'ConcludeDispute',
        data: { proceeding: 'fmcs', on: '2022-01-01', outcome: 'settled', ending: 'agreement' },
      })
      .thenRecordsTypes('DisputeConcluded');
  });
});

describe('claims', () => {
  it('are made once, by a party', () => {
    story(receive()).when(claim()).thenRecordsTypes('ClaimMade');
    story(...claimed)
      .when(claim())
      .thenRecords();
    story(...claimed)
      .when(claim({ fen: 1 }))
      .thenRefuses('claim-once');
    story(receive())
      .when(claim({ claimant: 'li' }))
      .thenRefuses('party-of-the-dispute');
  });
  it('are changed or waived while they stand', () => {
    story(...claimed)
      .when(amend())
      .thenRecordsTypes('ClaimAmended');
    story(...claimed, amend())
      .when(amend())
      .thenRecords();
    story(...claimed, amend())
      .when(amend({ becomes: 'changed', fen: 1 }))
      .thenRefuses('claim-on-file');
    story(receive()).when(amend()).thenRefuses('claim-on-file');
  });
  it('of the represented are not waived without their consent', () => {
    story(...collective)
      .when(amend({ claim: 'c9' }))
      .thenRefuses('represented-consents', '劳动争议调解仲裁法 Art 7');
    story(...collective)
      .when(amend({ claim: 'c9', consents: ['w9'] }))
      .thenRecordsTypes('ClaimAmended');
    story(...collective)
      .when(amend({ claim: 'c1' }))
      .thenRecordsTypes('ClaimAmended');
  });
  it('lead for others in a collective dispute only', () => {
    const lead: DisputeCommand = {
      type: 'ChooseLeadClaims',
      data: { on: '2026-03-05', claims: ['c1'] },
    };
    story(...collective)
      .when(lead)
      .thenRecordsTypes('LeadClaimsChosen');
    story(...claimed)
      .when(lead)
      .thenRefuses('collective-only');
  });
});

describe('the parties', () => {
  const elect = (...representatives: string[]): DisputeCommand => ({
    type: 'ElectRepresentatives',
    data: { on: '2026-03-03', representatives },
  });
  const many = receive({ claimants: twelve, claim: 'common' });
  it('of a collective dispute elect three to five representatives among themselves', () => {
    story(many).when(elect('w1', 'w2')).thenRefuses('three-to-five-representatives');
    story(many)
      .when(elect('w1', 'w2', 'w3'))
      .thenRecordsTypes('RepresentativesElected');
    story(many)
      .when(elect('w1', 'w2', 'w3', 'w4', 'w5'))
      .thenRecordsTypes('RepresentativesElected');
    story(many)
      .when(elect('w1', 'w2', 'w3', 'w4', 'w5', 'w6'))
      .thenRefuses('three-to-five-representatives');
    story(many)
      .when(elect('w1', 'w2', 'w2'))
      .thenRefuses('three-to-five-representatives');
    story(many)
      .when(elect('w1', 'w2', 'li'))
      .thenRefuses('party-of-the-dispute');
    story(receive())
      .when(elect('w1', 'w2', 'w3'))
      .thenRefuses('collective-only');
  });
  it('join, leave, and are succeeded', () => {
    const joins = (claimant: string): DisputeCommand => ({
      type: 'JoinClaimant',
      data: { claimant, on: '2026-03-04' },
    });
    story(receive()).when(joins('li')).thenRecordsTypes('ClaimantJoined');
    story(receive()).when(joins('wang')).thenRefuses('claimant-once');
    const leaves: DisputeCommand = {
      type: 'RecordClaimantLeaving',
      data: { claimant: 'wang', on: '2026-03-05' },
    };
    story(receive()).when(leaves).thenRecordsTypes('ClaimantLeft');
    story(receive(), leaves).when(leaves).thenRecords();
    const heirs: DisputeCommand = {
      type: 'SucceedClaimant',
      data: { claimant: 'wang', successors: ['son', 'wife'], on: '2026-03-05' },
    };
    expect(stateAfter(receive(), heirs).claimants).toStrictEqual({
      wang: 'left',
      son: 'open',
      wife: 'open',
    });
    story(receive(), leaves).when(heirs).thenRefuses('party-of-the-dispute');
  });
});

describe('negotiation', () => {
  const ask: DisputeCommand = {
    type: 'RequestNegotiation',
    data: { on: '2026-03-03', by: 'workers' },
  };
  const answer: DisputeCommand = {
    type: 'AnswerNegotiation',
    data: { on: '2026-03-05', answer: 'unwilling' },
  };
  const silent: DisputeCommand = { type: 'RecordNoNegotiation', data: {} };
  it('is answered in five days, or silence is unwillingness', () => {
    story(receive()).when(answer).thenRefuses('applied-first');
    story(receive(), ask).when(answer).thenRecordsTypes('NegotiationAnswered');
    story(receive(), ask).when(silent, '2026-03-09T15:59:59.000Z').thenRefuses('clock-must-run');
    story(receive(), ask)
      .when(silent, '2026-03-09T16:00:00.000Z')
      .thenRecords({ type: 'NegotiationWentUnanswered', data: { due: '2026-03-09' } });
    story(receive(), ask, answer).when(silent).thenRecords();
  });
});
