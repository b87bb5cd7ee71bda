import { describe, expect, it } from 'vitest';
import type { DisputeCommand } from '../../../domain/dispute-case/commands.ts';
import {
  arbitrating,
  award,
  awarded,
  file,
  mixed,
  serve,
  setAside,
  sue,
  take,
} from '../../support/stories/arbitrations.ts';
import {
  accept,
  agreeTo,
  assign,
  claim,
  conclude,
  receive,
  settled,
  stateAfter,
  story,
} from '../../support/stories/disputes.ts';

const arb = { arbitration: 'arb' } as const;
const annulled = (on: string): DisputeCommand => ({
  type: 'DecideAnnulment',
  data: { award: 'w1', on, result: 'annulled' },
});
const passed = (service: string): DisputeCommand => ({ type: 'RecordNoSuit', data: { service } });
const dies = (claimant: string, ...successors: string[]): DisputeCommand => ({
  type: 'SucceedClaimant',
  data: { claimant, successors, on: '2026-06-20' },
});
const twoFinal = [
  receive({ claimants: ['wang', 'li'] }),
  claim(),
  claim({ claim: 'c2', claimant: 'li' }),
  agreeTo(),
  accept(),
  assign(),
  conclude(),
  file(),
  take(),
  award({
    items: [
      { claim: 'c1', result: 'granted', fen: 1_000_000 },
      { claim: 'c2', result: 'granted', fen: 1_000_000 },
    ],
  }),
];

describe('the days in court', () => {
  it('begin with the service: nobody sues over an award he has not received', () => {
    for (const on of ['2026-03-05', '2026-06-15'])
      story(...mixed, serve())
        .when(sue({ on }))
        .thenRefuses('sue-in-time', '劳动争议调解仲裁法 Art 48, 50');
    story(...mixed, serve())
      .when(sue({ on: '2026-06-16' }))
      .thenRecordsTypes('SuitFiled', 'ClocksStopped');
  });
  it('nor is it set aside before the employer received it', () => {
    story(...awarded, serve({ to: 'employer', on: '2026-06-17' }))
      .when(setAside({ on: '2026-06-16' }))
      .thenRefuses('set-aside-in-time', '劳动争议调解仲裁法 Art 49');
  });
  it('after an annulment are open to each claimant, not to the first alone', () => {
    const annulment = [
      ...twoFinal,
      serve({ to: 'employer', on: '2026-06-17' }),
      setAside(),
      annulled('2026-08-03'),
    ];
    const again = (suit: string, claimant: string, on: string) =>
      sue({ suit, claimants: [claimant], on, ground: 'award-annulled' });
    story(...annulment, again('u1', 'wang', '2026-08-10'))
      .when(again('u2', 'li', '2026-08-12'))
      .thenRecordsTypes('SuitFiled', 'ClocksStopped');
    story(...annulment, again('u1', 'wang', '2026-08-10'))
      .when(again('u2', 'li', '2026-08-19'))
      .thenRefuses('court-is-open');
    expect(
      stateAfter(...annulment, again('u1', 'wang', '2026-08-10')).clocks['suit-after-annulment:w1']
        ?.due,
    ).toBe('2026-08-18');
    expect(
      stateAfter(...annulment, again('u1', 'wang', '2026-08-10'), again('u2', 'li', '2026-08-12'))
        .clocks['suit-after-annulment:w1'],
    ).toBeUndefined();
  });
  it('an annulment is decided on a day after it was asked for', () => {
    story(...twoFinal, serve({ to: 'employer', on: '2026-06-17' }), setAside())
      .when(annulled('2026-06-30'))
      .thenRefuses('days-run-forward');
  });
  it('a judgment is about claims on file', () => {
    story(...mixed, serve(), sue())
      .when({
        type: 'DecideSuit',
        data: {
          suit: 'u1',
          on: '2026-09-01',
          instance: 'first',
          result: 'workers',
          items: [{ claim: 'nowhere', fen: 1 }],
        },
      })
      .thenRefuses('claim-on-file');
  });
  it('are those of whoever takes over from a worker who died after the award', () => {
    const split = [
      ...twoFinal.slice(0, -1),
      award({
        items: [
          { claim: 'c1', result: 'granted', fen: 9_000_000 },
          { claim: 'c2', result: 'granted', fen: 9_000_000 },
        ],
      }),
      serve(),
      serve({ service: 'v2', to: 'employer' }),
      dies('wang', 'wife'),
    ];
    const { awards } = stateAfter(
      ...split,
      sue({ claimants: ['wife'] }),
      passed('v1'),
      passed('v2'),
    );
    expect(awards.w1?.claimants).toStrictEqual(['wife', 'li']);
    expect(Object.keys(awards.w1?.effective ?? {})).toStrictEqual(['li']);
  });
  it('an award about the claim of somebody who died binds whoever took over', () => {
    const { awards } = stateAfter(
      ...twoFinal.slice(0, -3),
      {
        type: 'SucceedClaimant',
        data: { claimant: 'wang', successors: ['wife'], on: '2026-04-01' },
      },
      ...twoFinal.slice(-3),
    );
    expect(awards.w1?.effective).toStrictEqual({ wife: '2026-06-15', li: '2026-06-15' });
  });
});

describe('what follows from something comes after it', () => {
  it('a defence is passed on when there is one, and not before', () => {
    const forward = (on: string): DisputeCommand => ({
      type: 'ForwardDefence',
      data: { ...arb, on },
    });
    story(...arbitrating)
      .when(forward('2026-05-20'))
      .thenRefuses('defence-first', '劳动争议调解仲裁法 Art 30');
    const defended = [
      ...arbitrating,
      { type: 'FileDefence', data: { ...arb, on: '2026-05-18' } } as const,
    ];
    story(...defended)
      .when(forward('2026-05-15'))
      .thenRefuses('days-run-forward');
    story(...defended)
      .when(forward('2026-05-20'))
      .thenRecordsTypes('DefenceForwarded');
  });
  it('an answer to a request to negotiate comes after the request', () => {
    const asked = [
      receive(),
      { type: 'RequestNegotiation', data: { on: '2026-03-03', by: 'workers' } } as const,
    ];
    story(...asked)
      .when({ type: 'AnswerNegotiation', data: { on: '2026-03-02', answer: 'willing' } })
      .thenRefuses('days-run-forward');
  });
  it('a payment order is issued, or lapses, after it was applied for', () => {
    const order: DisputeCommand = {
      type: 'ApplyForPaymentOrder',
      data: { settlement: 'a1', on: '2026-05-06', items: ['i1'] },
    };
    const applied = [...settled, order];
    const on = { settlement: 'a1', on: '2026-05-05' } as const;
    story(...applied)
      .when({ type: 'IssuePaymentOrder', data: on })
      .thenRefuses('days-run-forward');
    story(...applied)
      .when({ type: 'RecordPaymentOrderLapsed', data: { ...on, because: 'not-accepted' } })
      .thenRefuses('days-run-forward');
  });
  it('an old dispute was not taken by a body on a day to come', () => {
    const old = (over: object): DisputeCommand => ({
      type: 'RegisterAsHistory',
      data: {
        receivedOn: '2025-03-10',
        profile: 'national-2004',
        division: '210902',
        cause: 'other',
        proceeding: 'street',
        level: 'street',
        body: '新华街道调解中心',
        employers: [{ name: '纺织厂', role: 'employer' }],
        collective: 'individual',
        source: '台账',
        ...over,
      },
    });
    story()
      .when(old({ acceptedOn: '2028-01-01' }))
      .thenRefuses('not-in-the-future');
    story()
      .when(old({ initiatedOn: '2028-01-01' }))
      .thenRefuses('not-in-the-future');
    story()
      .when(old({ acceptedOn: '2025-03-12' }))
      .thenRecordsTypes('DisputeRegisteredAsHistory');
  });
});
