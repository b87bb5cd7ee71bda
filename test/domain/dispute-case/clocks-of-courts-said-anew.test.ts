import { describe, expect, it } from 'vitest';
import type { DisputeCommand } from '../../../domain/dispute-case/commands.ts';
import { deadlines } from '../../../projections/deadlines/deadlines.ts';
import { disputeDocket } from '../../../projections/disputes/dispute-docket.ts';
import { settlements } from '../../../projections/disputes/settlements.ts';
import { awarded, serve, setAside, sue } from '../../support/stories/arbitrations.ts';
import {
  after,
  declineIt,
  dueAfter,
  failed,
  receive,
  saidAnew,
  settled,
  stateAfter,
  story,
} from '../../support/stories/disputes.ts';
import { rowsAfter } from '../../support/stories/row-after.ts';

const listed = (clock: string, ...commands: readonly DisputeCommand[]) =>
  [
    ...rowsAfter({ ...deadlines, categories: ['dispute'] as const }, after(...commands)).values(),
  ].find(({ id }) => id.endsWith(`/${clock}`))?.due_on;

/** The last day of a clock by the state, and by the list of deadlines: they never differ. */
const due = (clock: string, ...commands: readonly DisputeCommand[]) => {
  const counted = dueAfter(clock, ...commands);
  expect(listed(clock, ...commands)).toBe(counted);
  return counted;
};

describe('before mediation, said anew', () => {
  it('a request to negotiate is answered within days from its own day, and after it', () => {
    const ask = { on: '2026-03-03', by: 'workers' } as const;
    const past: DisputeCommand[] = [receive(), { type: 'RequestNegotiation', data: ask }];
    const correction = (on: string, before = past) =>
      saidAnew(before, 'NegotiationRequested', 'CorrectNegotiationRequest', { ...ask, on });
    expect(due('negotiation-reply', ...past)).toBe('2026-03-09');
    expect(due('negotiation-reply', ...past, correction('2026-03-05'))).toBe('2026-03-10');
    const answered: DisputeCommand[] = [
      ...past,
      { type: 'AnswerNegotiation', data: { on: '2026-03-04', answer: 'willing' } },
    ];
    story(...answered)
      .when(correction('2026-03-05', answered))
      .thenRefuses('days-run-forward');
  });
  it('a refused consent moves the telling of it, and the conclusion it was', () => {
    const past = [receive(), declineIt()];
    const correction = (on: string) =>
      saidAnew(past, 'ConsentRefused', 'CorrectConsentRefusal', { ...declineIt().data, on });
    story(...past)
      .when(correction('2026-03-05'))
      .thenRecordsTypes('ConsentRefusalCorrected', 'ConclusionCorrected');
    const clock = 'refusal-notice:street';
    expect(due(clock, ...past, correction('2026-03-05'))).not.toBe(due(clock, ...past));
    expect(stateAfter(...past, correction('2026-03-05')).conclusion?.on).toBe('2026-03-05');
    story(...past, correction('2026-03-05'))
      .when(correction('2026-03-05'))
      .thenRecords();
    story(...past)
      .when(correction('2026-03-01'))
      .thenRefuses('days-run-forward');
  });
});

describe('what makes an agreement enforceable, said anew', () => {
  const of = (on: string) => ({ settlement: 'a1', on });
  const by = ['workers', 'employer'] as ('workers' | 'employer')[];
  const row = (...commands: readonly DisputeCommand[]) =>
    [...rowsAfter(settlements, after(...commands)).values()][0];

  it('is confirmed on its day, not before it was applied for', () => {
    const past: DisputeCommand[] = [
      ...settled,
      { type: 'ApplyForConfirmation', data: { ...of('2026-03-20'), by, court: '区法院' } },
      { type: 'ConfirmSettlement', data: of('2026-05-06') },
    ];
    const correction = (on: string) =>
      saidAnew(past, 'SettlementConfirmed', 'CorrectConfirmation', of(on));
    expect(row(...past, correction('2026-05-08'))?.confirmation_on).toBe('2026-05-08');
    expect(due('enforcement:a1', ...past, correction('2026-05-08'))).toBe('2028-05-08');
    story(...past)
      .when(correction('2026-03-19'))
      .thenRefuses('days-run-forward');
  });
  it('has its payment order applied for and issued in this order', () => {
    const asked: DisputeCommand[] = [
      ...settled,
      { type: 'ApplyForPaymentOrder', data: { ...of('2026-05-06'), items: ['i1'] } },
    ];
    const issued: DisputeCommand[] = [
      ...asked,
      { type: 'IssuePaymentOrder', data: of('2026-05-12') },
    ];
    const askedAnew = (past: readonly DisputeCommand[], on: string) =>
      saidAnew(past, 'PaymentOrderApplied', 'CorrectPaymentOrderApplication', {
        ...of(on),
        items: ['i1'],
      });
    const issuedAnew = (on: string) =>
      saidAnew(issued, 'PaymentOrderIssued', 'CorrectPaymentOrder', of(on));
    const correction = askedAnew(asked, '2026-05-07');
    expect(due('payment-order:a1', ...asked, correction)).toBeDefined();
    expect(row(...asked, correction)?.payment_order_on).toBe('2026-05-07');
    expect(row(...issued, askedAnew(issued, '2026-05-07'))?.payment_order_on).toBe('2026-05-12');
    story(...issued)
      .when(askedAnew(issued, '2026-05-13'))
      .thenRefuses('days-run-forward');
    story(...asked)
      .when(askedAnew(asked, '2026-04-30'))
      .thenRefuses('default-first');
    expect(due('payment:a1', ...issued, issuedAnew('2026-05-13'))).toBeDefined();
    expect(row(...issued, issuedAnew('2026-05-13'))?.payment_order_on).toBe('2026-05-13');
    story(...issued)
      .when(issuedAnew('2026-05-05'))
      .thenRefuses('days-run-forward');
  });
});

describe('after an award, said anew', () => {
  it('an annulment gives its days to sue, and whoever sued did so within them', () => {
    const decided = (on: string) => ({ award: 'w1', on, result: 'annulled' }) as const;
    const past: DisputeCommand[] = [
      ...awarded,
      serve({ service: 'v2', to: 'employer', on: '2026-06-17' }),
      setAside(),
      { type: 'DecideAnnulment', data: decided('2026-07-20') },
    ];
    const correction = (before: readonly DisputeCommand[], on: string) =>
      saidAnew(before, 'AnnulmentDecided', 'CorrectAnnulmentDecision', decided(on));
    const clock = 'suit-after-annulment:w1';
    expect(due(clock, ...past)).toBe('2026-08-04');
    expect(due(clock, ...past, correction(past, '2026-07-21'))).toBe('2026-08-05');
    story(...past)
      .when(correction(past, '2026-06-30'))
      .thenRefuses('days-run-forward');
    const sued = [...past, sue({ on: '2026-07-22', ground: 'award-annulled' })];
    story(...sued)
      .when(correction(sued, '2026-07-23'))
      .thenRefuses('court-is-open');
  });
  it('a file is kept from the day it was archived, once the dispute was over', () => {
    const filed = (on: string) => ({ on, fileNumber: '2026-调-1', secondary: 'with' }) as const;
    const past: DisputeCommand[] = [
      ...failed,
      { type: 'ArchiveDispute', data: filed('2026-08-03') },
    ];
    const correction = (on: string) =>
      saidAnew(past, 'DisputeArchived', 'CorrectArchiving', filed(on));
    const row = [...rowsAfter(disputeDocket, after(...past, correction('2026-08-04'))).values()][0];
    expect(row?.archived_on).toBe('2026-08-04');
    story(...past)
      .when(correction('2026-03-16'))
      .thenRefuses('days-run-forward');
  });
});
