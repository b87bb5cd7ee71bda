import { describe, expect, it } from 'vitest';
import {
  confirm,
  dueAfter,
  settled,
  settling,
  signAll,
  story,
} from '../support/stories/disputes.ts';

describe('15. A joint application with one signature', () => {
  it('on day 30, signed by the worker alone, is not acceptable', () => {
    expect(dueAfter('confirmation:a1', ...settled)).toBe('2026-04-13');
    story(...settled)
      .when(confirm({ on: '2026-04-13', by: ['workers'] }))
      .thenRefuses('both-sides-apply', '民事诉讼法 Art 205');
    story(...settled)
      .when(confirm({ on: '2026-04-13' }))
      .thenRecordsTypes('ConfirmationApplied');
  });
  it('on day 31, signed by both, is out of time', () => {
    story(...settled)
      .when(confirm({ on: '2026-04-14' }))
      .thenRefuses('confirm-in-time', '民事诉讼法 Art 205');
  });
  it('thirty days that end in the National Day holiday end after it', () => {
    const autumn = [...settling, ...signAll({ on: '2026-09-01' })];
    expect(dueAfter('confirmation:a1', ...autumn)).toBe('2026-10-08');
  });
  it('for the arrears the payment order is still open', () => {
    story(...settled)
      .when({
        type: 'ApplyForPaymentOrder',
        data: { settlement: 'a1', on: '2026-05-06', items: ['i1'] },
      })
      .thenRecordsTypes('PaymentOrderApplied');
  });
});
