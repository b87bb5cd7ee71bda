import { describe, expect, it } from 'vitest';
import type { DisputeCommand } from '../../../domain/dispute-case/commands.ts';
import {
  accept,
  agreeTo,
  assign,
  collective,
  confirm,
  dueAfter,
  mediating,
  pay,
  session,
  settle,
  settled,
  settling,
  sign,
  signAll,
  stateAfter,
  story,
} from '../../support/stories/disputes.ts';

const many = [...collective, agreeTo(), accept(), assign(), session()];
const four = ['w9', 'w10', 'w11', 'w12'];
const own = [
  { item: 'i1', claim: 'c9', ground: 'pay' as const, fen: 2_000_000, due: '2026-04-30' },
];

describe('an agreement', () => {
  it('is reached in a proceeding that was accepted, over claims on file', () => {
    story(...mediating)
      .when(settle())
      .thenRecordsTypes('SettlementReached');
    story(...settling)
      .when(settle())
      .thenRecords();
    story(...settling)
      .when(settle({ on: '2026-03-13' }))
      .thenRefuses('settlement-once');
    story(...mediating)
      .when(settle({ on: '2026-03-03' }))
      .thenRefuses('days-run-forward');
    const item = { item: 'i1', ground: 'pay', fen: 100, due: '2026-04-30' } as const;
    story(...mediating)
      .when(settle({ items: [{ ...item, claim: 'c7' }] }))
      .thenRefuses('claim-on-file');
    story(...mediating)
      .when(settle({ items: [item, item] }))
      .thenRefuses('items-once');
    story(...mediating)
      .when(settle({ items: [{ ...item, due: '2026-03-11' }] }))
      .thenRefuses('items-once');
    story(...mediating)
      .when(settle({ claimants: ['li'] }))
      .thenRefuses('party-of-the-dispute');
  });
  it('of represented workers needs the consent of each', () => {
    story(...many)
      .when(settle({ claimants: four, consents: four.slice(1), items: own }))
      .thenRefuses('represented-consents');
    story(...many)
      .when(settle({ claimants: four, consents: four, items: own }))
      .thenRecordsTypes('SettlementReached');
    story(...many)
      .when(settle())
      .thenRefuses('represented-consents');
  });
  it('is in force when both sides, the mediator and the body have signed, on the last day', () => {
    story(...settling)
      .when(sign('employer'))
      .thenRecordsTypes('SettlementSigned');
    story(...settling, sign('employer'))
      .when(sign('employer'))
      .thenRecords();
    story(...settling, sign('employer'))
      .when(sign('employer', { on: '2026-03-14' }))
      .thenRefuses('signed-once');
    const three = signAll().slice(0, 3);
    story(...settling, ...three)
      .when(sign('body', { on: '2026-03-16' }))
      .thenRecordsTypes('SettlementSigned', 'SettlementTookEffect', 'DisputeConcluded');
    const { conclusion, phase } = stateAfter(
      ...settling,
      ...three,
      sign('body', { on: '2026-03-16' }),
    );
    expect([phase, conclusion?.on, conclusion?.outcome]).toStrictEqual([
      'settled',
      '2026-03-16',
      'settled',
    ]);
  });
  it('is signed by those who settle or a representative, and by the mediators assigned', () => {
    story(...settling)
      .when(sign('workers', { persons: ['li'] }))
      .thenRefuses('sides-sign');
    story(...settling)
      .when(sign('mediator', { persons: ['qian'] }))
      .thenRefuses('assigned-mediators');
    story(...settling)
      .when(sign('mediator', { persons: [] }))
      .thenRefuses('assigned-mediators');
    story(...many, settle({ claimants: four, consents: four, items: own }))
      .when(sign('workers', { persons: ['w1'] }))
      .thenRecordsTypes('SettlementSigned');
    story(...mediating)
      .when(sign('body'))
      .thenRefuses('settlement-on-file');
  });
});

describe('performance', () => {
  it('is of an item of an agreement in force', () => {
    story(...settled)
      .when(pay())
      .thenRecordsTypes('PerformanceRecorded');
    story(...settled, pay())
      .when(pay())
      .thenRecords();
    story(...settled, pay())
      .when(pay({ on: '2026-04-21' }))
      .thenRefuses('part-once');
    story(...settled)
      .when(pay({ item: 'i9' }))
      .thenRefuses('item-on-file');
    story(...settling)
      .when(pay())
      .thenRefuses('in-force-first', '劳动争议调解仲裁法 Art 14');
    story(...settled)
      .when(pay({ fen: undefined }))
      .thenRefuses('money-in-fen');
    story(...settled)
      .when(pay({ item: 'i2' }))
      .thenRefuses('money-in-fen');
    story(...settled)
      .when(pay({ item: 'i2', fen: undefined }))
      .thenRecordsTypes('PerformanceRecorded');
  });
  it('of everything leaves nothing to review, confirm or claim: those clocks stop', () => {
    const letter = pay({ item: 'i2', fen: undefined });
    story(...settled, letter)
      .when(pay({ fen: 1_999_999 }))
      .thenRecordsTypes('PerformanceRecorded');
    story(...settled, letter)
      .when(pay())
      .thenRecordsTypes('PerformanceRecorded', 'ClocksStopped');
    const clocks = Object.keys(stateAfter(...settled, letter, pay()).clocks);
    expect(clocks.filter((name) => /^(review|confirmation|performance):/.test(name))).toStrictEqual(
      [],
    );
    // What was in time before is recorded later all the same.
    story(...settled, letter, pay())
      .when(confirm())
      .thenRecordsTypes('ConfirmationApplied');
  });
  it('of more than was agreed says why', () => {
    story(...settled)
      .when(pay({ fen: 2_000_001 }))
      .thenRefuses('paid-more-than-agreed');
    story(...settled)
      .when(pay({ fen: 2_000_001, because: '含利息' }))
      .thenRecordsTypes('PerformanceRecorded');
    story(...settled, pay())
      .when(pay({ part: 'p2', fen: 1 }))
      .thenRefuses('paid-more-than-agreed');
  });
  it('is overdue from the day after, unless it was in time after all', () => {
    const fell: DisputeCommand = { type: 'RecordDefault', data: { settlement: 'a1', item: 'i1' } };
    story(...settled)
      .when(fell, '2026-04-30T15:59:59.000Z')
      .thenRefuses('clock-must-run');
    story(...settled)
      .when(fell, '2026-04-30T16:00:00.000Z')
      .thenRecords({
        type: 'PerformanceFellOverdue',
        data: { settlement: 'a1', item: 'i1', due: '2026-04-30' },
      });
    story(...settled, fell)
      .when(fell)
      .thenRecords();
    story(...settled, pay())
      .when(fell)
      .thenRecords();
    story(...settled, fell)
      .when(pay({ on: '2026-04-30' }))
      .thenRecordsTypes('PerformanceRecorded', 'DefaultTakenBack');
    story(...settled, fell)
      .when(pay({ on: '2026-05-01' }))
      .thenRecordsTypes('PerformanceRecorded');
  });
});

describe('review and confirmation', () => {
  const review = (on: string, by: ('workers' | 'employer')[] = ['workers', 'employer']) =>
    ({ type: 'ApplyForReview', data: { settlement: 'a1', on, by } }) as const;
  const decided = (type: 'GrantReview' | 'ConfirmSettlement'): DisputeCommand => ({
    type,
    data: { settlement: 'a1', on: '2026-04-10' },
  });
  it('are applied for by both sides, within fifteen and thirty days of the effect', () => {
    expect(dueAfter('review:a1', ...settled)).toBe('2026-03-30');
    expect(dueAfter('confirmation:a1', ...settled)).toBe('2026-04-13');
    story(...settled)
      .when(review('2026-03-30'))
      .thenRecordsTypes('ReviewApplied');
    story(...settled)
      .when(review('2026-03-31'))
      .thenRefuses('review-in-time');
    story(...settled)
      .when(review('2026-03-30', ['employer']))
      .thenRefuses('both-sides-apply');
    story(...settled)
      .when(confirm({ on: '2026-04-13' }))
      .thenRecordsTypes('ConfirmationApplied');
    story(...settled)
      .when(confirm({ on: '2026-04-14' }))
      .thenRefuses('confirm-in-time', '民事诉讼法 Art 205');
  });
  it('are decided once there is an application, and make the agreement enforceable', () => {
    story(...settled)
      .when(decided('GrantReview'))
      .thenRefuses('applied-first');
    story(...settled, review('2026-03-20'))
      .when(decided('GrantReview'))
      .thenRecordsTypes('ReviewGranted');
    const confirmed = [...settled, confirm(), decided('ConfirmSettlement')];
    expect(dueAfter('enforcement:a1', ...confirmed)).toBe('2028-05-01');
    const enforce: DisputeCommand = {
      type: 'ApplyForEnforcement',
      data: { on: '2026-05-06', of: 'settlement', title: 'a1', fen: 2_000_000 },
    };
    story(...confirmed)
      .when(enforce)
      .thenRecordsTypes('EnforcementApplied');
    story(...settled)
      .when(enforce)
      .thenRefuses('title-on-file');
    for (const type of ['RejectReview', 'RejectConfirmation'] as const)
      story(...settled)
        .when({ type, data: { settlement: 'a1', on: '2026-04-10', because: '内容违法' } })
        .thenRefuses('applied-first');
  });
});

describe('a payment order', () => {
  const order = (items: string[], on = '2026-05-01'): DisputeCommand => ({
    type: 'ApplyForPaymentOrder',
    data: { settlement: 'a1', on, items },
  });
  it('is for arrears that are due, of the kinds the law names', () => {
    story(...settled)
      .when(order(['i1']))
      .thenRecordsTypes('PaymentOrderApplied');
    story(...settled)
      .when(order(['i1'], '2026-04-30'))
      .thenRefuses('default-first');
    story(...settled, pay())
      .when(order(['i1']))
      .thenRefuses('default-first');
    story(...settled)
      .when(order(['i2']))
      .thenRefuses('payment-order-grounds', '劳动争议调解仲裁法 Art 16');
    story(...settled)
      .when(order(['i9']))
      .thenRefuses('item-on-file');
  });
  it('is answered in five days, paid in fifteen, or lapses', () => {
    const applied = [...settled, order(['i1'])];
    const issue: DisputeCommand = {
      type: 'IssuePaymentOrder',
      data: { settlement: 'a1', on: '2026-05-06' },
    };
    const lapse: DisputeCommand = {
      type: 'RecordPaymentOrderLapsed',
      data: { settlement: 'a1', on: '2026-05-12', because: 'objection-upheld' },
    };
    expect(dueAfter('payment-order:a1', ...applied)).toBe('2026-05-06');
    expect(dueAfter('payment:a1', ...applied, issue)).toBe('2026-05-21');
    story(...settled)
      .when(issue)
      .thenRefuses('applied-first');
    story(...settled)
      .when(lapse)
      .thenRefuses('applied-first');
    expect(stateAfter(...applied, issue, lapse).clocks['payment:a1']).toBeUndefined();
  });
});
