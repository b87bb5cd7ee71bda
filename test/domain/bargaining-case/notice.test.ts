import { describe, expect, it } from 'vitest';
import type { BargainingCommand } from '../../../domain/bargaining-case/commands.ts';
import { offerGivesNoticeOfItsContract } from '../../../domain/policies/offer-gives-notice-of-its-contract.ts';
import { deadlines } from '../../../projections/deadlines/deadlines.ts';
import { recorded } from '../../support/stories/given.ts';
import { after, end, issue, receive, story, under } from '../../support/stories/bargaining.ts';
import { corrected } from '../../support/stories/correcting.ts';
import { rowsAfter } from '../../support/stories/row-after.ts';

const renewal = { purpose: 'renewal', predecessor: 'contract-0' } as const;
const talks = [under('us-nlra', renewal), issue(), receive()];
const notify = (on: string, service = 'FMCS'): BargainingCommand => ({
  type: 'NotifyMediationService',
  data: { on, service },
});
const rowOf = (past: ReturnType<typeof after>) => {
  const row = [...rowsAfter(deadlines, past as never).values()].find(
    ({ rule }) => rule === 'notice-to-mediation',
  );
  return row && [row.due_on, row.status, row.met_on].filter((said) => said !== null).join(' ');
};
const clockAfter = (...commands: readonly BargainingCommand[]) => rowOf(after(...commands));
const ordersOf = (past: ReturnType<typeof after>) =>
  recorded(past).flatMap((fact) => offerGivesNoticeOfItsContract.orders(fact, 'case-1', []));

describe('the notice to the mediation service', () => {
  it('is due thirty days after the other side received the offer to renew or amend', () => {
    expect(clockAfter(...talks)).toBe('2026-04-02 running');
    expect(after(...talks).at(-1)).toMatchObject({
      data: { mediation: { from: '2026-03-03', period: '30 days', article: 'NLRA § 8(d)(3)' } },
    });
    const amending = under('us-nlra', { purpose: 'amendment' });
    expect(clockAfter(amending, issue(), receive())).toBe('2026-04-02 running');
  });

  it('is not due in talks about a first contract, nor where the law knows none', () => {
    expect(clockAfter(under('us-nlra'), issue(), receive())).toBeUndefined();
    expect(clockAfter(under('national-wage-2000', renewal), issue(), receive())).toBeUndefined();
    story(under('national-wage-2000', renewal), issue())
      .when(notify('2026-03-20'))
      .thenRefuses('no-mediation-notice-here');
  });

  it('meets the clock on its last day, and a day later it comes late', () => {
    expect(clockAfter(...talks, notify('2026-04-02'))).toBe('2026-04-02 met 2026-04-02');
    expect(clockAfter(...talks, notify('2026-04-03'))).toBe('2026-04-02 met 2026-04-03');
  });

  it('is on record once, and comes after the case was prepared', () => {
    story(...talks, notify('2026-04-02'))
      .when(notify('2026-04-02'))
      .thenRecords();
    story(...talks, notify('2026-04-02'))
      .when(notify('2026-04-02', 'State agency'))
      .thenRefuses('said-otherwise');
    story(...talks)
      .when(notify('2026-02-28'))
      .thenRefuses('days-run-forward');
    story(...talks, end())
      .when(notify('2026-04-02'))
      .thenRefuses('not-now');
  });

  it('is owed once, however many offers cross', () => {
    const counter = [
      issue({ offer: 'offer-2', by: 'employer' }),
      receive({ offer: 'offer-2', on: '2026-03-20' }),
    ];
    expect(clockAfter(...talks, ...counter)).toBe('2026-04-02 running');
    expect(clockAfter(...talks, notify('2026-03-10'), ...counter)).toBe(
      '2026-04-02 met 2026-03-10',
    );
  });

  it('moves with the receipt, and can be corrected itself', () => {
    const moved = corrected(
      talks,
      'OfferReceived',
      'CorrectReceipt',
      receive({ on: '2026-03-05' }),
    );
    expect(rowOf(moved.story())).toBe('2026-04-04 running');
    const anew = corrected(
      [...talks, notify('2026-04-03')],
      'MediationServiceNotified',
      'CorrectMediationNotice',
      notify('2026-04-02'),
    );
    expect(rowOf(anew.story())).toBe('2026-04-02 met 2026-04-02');
    anew.again().thenRecords();
  });

  it('is not due any more when the case is closed', () =>
    expect(clockAfter(...talks, end())).toBe('2026-04-02 cancelled'));
});

describe('the offer to renew or amend a contract under the NLRA', () => {
  it('is the notice to the other side, from the day it is received', () => {
    const order = (on: string, contract: string) => ({
      category: 'contract',
      id: contract,
      command: { type: 'GiveNotice', data: { on, by: 'employees', case: 'case-1' } },
    });
    expect(ordersOf(after(...talks))).toStrictEqual([order('2026-03-03', 'contract-0')]);
    const amending = under('us-nlra', { purpose: 'amendment' });
    expect(ordersOf(after(amending, issue(), receive()))).toStrictEqual([
      order('2026-03-03', 'contract-1'),
    ]);
    const moved = corrected(
      talks,
      'OfferReceived',
      'CorrectReceipt',
      receive({ on: '2026-03-05' }),
    );
    expect(ordersOf(moved.said())).toStrictEqual([order('2026-03-05', 'contract-0')]);
  });

  it('orders nothing elsewhere', () =>
    expect(ordersOf(after(under('national-wage-2000', renewal), issue(), receive()))).toStrictEqual(
      [],
    ));
});
