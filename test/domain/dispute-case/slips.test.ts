import { describe, it } from 'vitest';
import type { DisputeCommand } from '../../../domain/dispute-case/commands.ts';
import { award, file, hearing, serve, take } from '../../support/stories/arbitrations.ts';
import {
  accept,
  after,
  agreed,
  agreeTo,
  assign,
  claim,
  claimed,
  conclude,
  failed,
  idOf,
  mediating,
  pay,
  receive,
  received,
  resume,
  settle,
  settled,
  signAll,
  story,
  suspend,
  transfer,
  type Ask,
} from '../../support/stories/disputes.ts';

const two = [
  receive({ claimants: ['wang', 'li'] }),
  claim(),
  claim({ claim: 'c2', claimant: 'li' }),
];
const open = [...two, agreeTo(), accept(), assign()];
const item = { item: 'i1', ground: 'pay' as const, fen: 1000, due: '2026-04-30' };
const ofWang = settle({ claimants: ['wang'], items: [{ ...item, claim: 'c1' }] });
const join = (claimant: string): DisputeCommand => ({
  type: 'JoinClaimant',
  data: { claimant, on: '2026-03-06' },
});
const succeed = (...successors: string[]): DisputeCommand => ({
  type: 'SucceedClaimant',
  data: { claimant: 'wang', successors, on: '2026-03-06' },
});

describe('said a second time with another day', () => {
  it('an acceptance does not start its clock anew', () =>
    story(...mediating)
      .when(accept({ on: '2026-03-05' }))
      .thenRefuses('accepted-once'));
  it('a consent is not moved behind the acceptance', () =>
    story(...mediating)
      .when(agreeTo({ on: '2026-03-05' }))
      .thenRefuses('accepted-once'));
  it('a consent may be said anew until then', () =>
    story(...agreed)
      .when(agreeTo({ on: '2026-03-04' }))
      .thenRecordsTypes('ConsentGiven'));
  it('a mediator is not assigned twice', () =>
    story(...mediating)
      .when(assign({ on: '2026-03-06' }))
      .thenRefuses('assigned-once'));
});

describe('who is who', () => {
  it('a mediator of the dispute does not become a party to it', () => {
    story(...mediating)
      .when(join('zhao'))
      .thenRefuses('mediator-is-no-party', '劳动争议调解仲裁法 Art 33');
    story(...mediating)
      .when(succeed('zhao'))
      .thenRefuses('mediator-is-no-party');
  });
  it('nobody is succeeded by the same person twice', () =>
    story(...mediating)
      .when(succeed('son', 'son'))
      .thenRefuses('claimant-once'));
});

describe('an agreement of some', () => {
  it('grants nothing to others, and nothing on their claims', () => {
    const others = [{ ...item, claimant: 'li' }];
    story(...open)
      .when(settle({ claimants: ['wang'], items: others }))
      .thenRefuses('items-of-those-who-settle');
    story(...open)
      .when(settle({ claimants: ['wang'], items: [{ ...item, claim: 'c2' }] }))
      .thenRefuses('items-of-those-who-settle');
    story(...open)
      .when(ofWang)
      .thenRecordsTypes('SettlementReached');
  });
  it('is reached and signed once, while it stands', () => {
    const another = settle({
      settlement: 'a2',
      claimants: ['wang'],
      items: [{ ...item, claim: 'c1' }],
    });
    story(...open, ofWang, ...signAll())
      .when(another)
      .thenRefuses('settled-already');
    const [byWorkers] = signAll({ settlement: 'a2' });
    if (!byWorkers) throw new Error('Nobody signs.');
    story(...open, ofWang, another, ...signAll())
      .when(byWorkers)
      .thenRefuses('settled-already');
  });
  it('is not performed by paying nothing', () =>
    story(...settled)
      .when(pay({ fen: 0 }))
      .thenRefuses('money-in-fen'));
});

describe('days that cannot be', () => {
  it('a claim is not made before the dispute was received', () => {
    story(receive())
      .when(claim({ on: '2026-03-01' }))
      .thenRefuses('days-run-forward');
    story(receive())
      .when(claim({ on: '2026-03-02' }))
      .thenRecordsTypes('ClaimMade');
  });
  it('no limitation runs from a day that has not come', () => {
    const start = (from: string): DisputeCommand => ({
      type: 'StartLimitation',
      data: { from, runs: 'one-year' },
    });
    story(...claimed)
      .when(start('2026-03-11'), '2026-03-10T01:00:00.000Z')
      .thenRefuses('not-in-the-future');
    story(...claimed)
      .when(start('2026-03-10'), '2026-03-10T01:00:00.000Z')
      .thenRecordsTypes('LimitationStarted');
  });
  it('a receipt is not corrected to a day after the acceptance or the conclusion', () => {
    const past = after(...failed);
    const anew = (over: Partial<Ask<'ReceiveDispute'>>): DisputeCommand => ({
      type: 'CorrectReceipt',
      data: {
        ...received,
        ...over,
        corrects: idOf(past, 'DisputeReceived'),
        reason: '录入有误',
      },
    });
    story(...failed)
      .when(anew({ on: '2026-03-05' }))
      .thenRefuses('days-run-forward');
    story(...failed)
      .when(anew({ on: '2026-03-04' }))
      .thenRecordsTypes('ReceiptCorrected');
    story(...claimed, conclude({ on: '2026-03-05', outcome: 'withdrawn', ending: 'cancelled' }))
      .when(anew({ on: '2026-03-06' }))
      .thenRefuses('days-run-forward');
    story(...failed)
      .when(anew({ claimants: ['li'] }))
      .thenRefuses('claimants-who-acted-stay');
  });
});

describe('arbitration', () => {
  const both = [...open, conclude(), file({ claimants: ['wang'] })];
  const taken = [...both, take()];
  const decided = (...claims: string[]) =>
    award({ items: claims.map((one) => ({ claim: one, result: 'granted', fen: 1000 })) });
  const tribunal: DisputeCommand = {
    type: 'FormTribunal',
    data: { arbitration: 'arb', on: '2026-05-10', arbitrators: ['zhou'] },
  };
  const held = (on: string): DisputeCommand => ({
    type: 'HoldHearing',
    data: { arbitration: 'arb', hearing: 'h1', on },
  });
  it('is filed by parties, after the mediation it ends', () => {
    story(...open)
      .when(file({ claimants: ['nobody'] }))
      .thenRefuses('party-of-the-dispute');
    story(...open)
      .when(file({ on: '2026-03-03' }))
      .thenRefuses('days-run-forward');
    story(...open)
      .when(file({ on: '2026-03-04' }))
      .thenRecordsTypes('DisputeConcluded', 'ArbitrationFiled');
  });
  it('decides the claims of those who filed, each once, by a real minimum wage', () => {
    story(...taken)
      .when(decided('c1', 'c2'))
      .thenRefuses('filed-for-it');
    story(...taken)
      .when(decided('c1', 'c1'))
      .thenRefuses('one-result-a-claim');
    story(...taken)
      .when(award({ minimumWageFen: 0 }))
      .thenRefuses('minimum-wage-is-named');
  });
  it('decides what the relatives of one who filed claim in his place', () =>
    story(
      ...taken,
      {
        type: 'SucceedClaimant',
        data: { claimant: 'wang', successors: ['son'], on: '2026-05-11' },
      },
      claim({ claim: 'c3', claimant: 'son', on: '2026-05-11' }),
    )
      .when(decided('c3'))
      .thenRecordsTypes('AwardMade', 'ClocksStopped', 'AwardTookEffect'));
  it('has one tribunal, and another once an arbitrator was recused', () => {
    story(...taken, tribunal)
      .when({ ...tribunal, data: { ...tribunal.data, arbitrators: ['qian'] } })
      .thenRefuses('tribunal-once');
    story(...taken, tribunal, {
      type: 'RecuseArbitrator',
      data: { arbitration: 'arb', arbitrator: 'zhou', on: '2026-05-12' },
    })
      .when({ ...tribunal, data: { ...tribunal.data, arbitrators: ['qian'] } })
      .thenRecordsTypes('TribunalFormed');
  });
  it('is not heard before the day of the hearing, and not served on strangers', () => {
    story(...taken, hearing())
      .when(held('2026-05-31'))
      .thenRefuses('days-run-forward');
    story(...taken, hearing())
      .when(held('2026-06-01'))
      .thenRecordsTypes('HearingHeld');
    story(...taken, decided('c1'))
      .when(serve({ claimants: ['nobody'] }))
      .thenRefuses('party-of-the-dispute');
  });
});

describe('before the body had accepted it', () => {
  it('a dispute is not passed on, and not concluded', () => {
    story(...mediating)
      .when(transfer({ on: '2026-03-03' }))
      .thenRefuses('days-run-forward');
    story(...mediating)
      .when(conclude({ on: '2026-03-03' }))
      .thenRefuses('days-run-forward');
  });
  it('nor suspended within a suspension that is over', () => {
    story(...mediating, suspend(), resume())
      .when(suspend({ on: '2026-03-18' }))
      .thenRefuses('days-run-forward');
    story(...mediating, suspend(), resume())
      .when(suspend({ on: '2026-03-19' }))
      .thenRecordsTypes('HandlingSuspended');
  });
});

it('a dispute is no duplicate of itself, and is not linked to itself', () => {
  story(...claimed)
    .when({ type: 'LinkTo', data: { to: 'dispute', id: 'd1' } }, undefined, 'd1')
    .thenRefuses('another-dispute');
  story(...claimed)
    .when({ type: 'Void', data: { reason: '重复登记', duplicateOf: 'd1' } }, undefined, 'd1')
    .thenRefuses('another-dispute');
});
