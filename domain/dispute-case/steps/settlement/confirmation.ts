import { payableByOrder } from '../../../law/disputes.ts';
import type { Deadline } from '../../../shared/values.ts';
import { clock, optional, without, wound } from '../../clocks.ts';
import { ensure } from '../../rules.ts';
import { lastSaid, once } from '../../saying.ts';
import { isDone } from './performance.ts';
import { amendedSettlement, inForce, settlementOf } from './settlement.ts';
import {
  inOrder,
  known,
  lawOf,
  type After,
  type Ask,
  type Said,
  type Settlement,
  type State,
  type Steps,
} from '../../state.ts';

/** The clock as the agreement's effect started it: it stops with full performance, but what was in time before may be recorded later. */
const beforePerformance = (
  state: State,
  { settlement }: Ask<'ApplyForReview'>,
  kind: 'review' | 'confirmation',
): Deadline | undefined => {
  if (settlementOf(state, settlement)[kind] !== '') return undefined;
  return lastSaid(state, 'SettlementTookEffect', { settlement })?.[kind];
};

/** Both sides apply, within the time that runs from the agreement's effect. */
const ensureApplication = (
  state: State,
  data: Ask<'ApplyForReview'>,
  kind: 'review' | 'confirmation',
): void => {
  inForce(state, data.settlement, data.on);
  const running = state.clocks[`${kind}:${data.settlement}`];
  ensureBothSides(state, data, kind, running ?? beforePerformance(state, data, kind));
};

/** Both sides apply, by the last day of the clock. */
export const ensureBothSides = (
  state: State,
  data: Ask<'ApplyForReview'>,
  kind: 'review' | 'confirmation',
  running: Deadline | undefined,
): void => {
  const late = kind === 'review' ? 'review-in-time' : 'confirm-in-time';
  const areBoth = data.by.includes('workers') && data.by.includes('employer');
  ensure(areBoth, 'both-sides-apply', lawOf(state)[kind]?.article);
  ensure(running !== undefined && data.on <= running.due, late, lawOf(state)[kind]?.article);
};

const ensureApplied = (
  state: State,
  { settlement, on }: { readonly settlement: string; readonly on: string },
  kind: 'review' | 'confirmation',
): Settlement => {
  const found = settlementOf(state, settlement);
  ensure(found[kind] === 'applied', 'applied-first');
  const fact = kind === 'review' ? 'ReviewApplied' : 'ConfirmationApplied';
  inOrder(lastSaid(state, fact, { settlement })?.on ?? found.effectOn, on);
  return found;
};

/** Enforcement is applied for within its time, counted from the last day to perform. */
export const enforcementOf = (
  state: State,
  { items }: Settlement,
  on: string,
): { readonly enforcement?: Deadline } => {
  const last = [on, ...Object.values(items).map(({ due }) => due)].toSorted().at(-1) ?? on;
  return optional('enforcement', clock(state, 'enforcement', last, lawOf(state).enforcement));
};

/** The items are due, unpaid, and of the kinds that a payment order is for. */
export const ensureArrears = (state: State, data: Ask<'ApplyForPaymentOrder'>): void => {
  const { items } = inForce(state, data.settlement, data.on);
  const { paymentOrder } = lawOf(state);
  for (const id of data.items) {
    const owed = items[id];
    ensure(owed !== undefined, 'item-on-file');
    ensure(owed === undefined || (owed.due < data.on && !isDone(owed, data.on)), 'default-first');
    const isPayable = paymentOrder !== null && payableByOrder.includes(owed?.ground ?? '');
    ensure(isPayable, 'payment-order-grounds', paymentOrder?.article);
  }
};

/** A payment order was applied for, by that day, and is where it can be decided. */
const ensureOrder = (
  state: State,
  { settlement, on }: { readonly settlement: string; readonly on: string },
  open: readonly Settlement['paymentOrder'][],
): void => {
  ensure(open.includes(settlementOf(state, settlement).paymentOrder), 'applied-first');
  inOrder(lastSaid(state, 'PaymentOrderApplied', { settlement })?.on ?? '', on);
};

export const applicationOf = (
  state: State,
  data: Ask<'ApplyForPaymentOrder'>,
): Said<'PaymentOrderApplied'> => {
  const answer = clock(state, 'payment-order', data.on, lawOf(state).paymentOrder?.answer);
  return { ...data, ...optional('answer', answer) };
};

export const orderOf = (
  state: State,
  data: Ask<'IssuePaymentOrder'>,
): Said<'PaymentOrderIssued'> => {
  const pay = clock(state, 'payment', data.on, lawOf(state).paymentOrder?.pay);
  return { ...data, ...optional('pay', pay) };
};

export const confirmationSteps: Steps<
  | 'ApplyForReview'
  | 'GrantReview'
  | 'RejectReview'
  | 'ApplyForConfirmation'
  | 'ConfirmSettlement'
  | 'RejectConfirmation'
  | 'ApplyForPaymentOrder'
  | 'IssuePaymentOrder'
  | 'RecordPaymentOrderLapsed'
> = {
  ApplyForReview: once('ReviewApplied', known, (data, state) => {
    ensureApplication(state, data, 'review');
    return [{ type: 'ReviewApplied', data }];
  }),
  GrantReview: once('ReviewGranted', known, (data, state) => {
    const found = ensureApplied(state, data, 'review');
    return [{ type: 'ReviewGranted', data: { ...data, ...enforcementOf(state, found, data.on) } }];
  }),
  RejectReview: once('ReviewRejected', known, (data, state) => {
    ensureApplied(state, data, 'review');
    return [{ type: 'ReviewRejected', data }];
  }),
  ApplyForConfirmation: once('ConfirmationApplied', known, (data, state) => {
    ensureApplication(state, data, 'confirmation');
    return [{ type: 'ConfirmationApplied', data }];
  }),
  ConfirmSettlement: once('SettlementConfirmed', known, (data, state) => {
    const found = ensureApplied(state, data, 'confirmation');
    return [
      { type: 'SettlementConfirmed', data: { ...data, ...enforcementOf(state, found, data.on) } },
    ];
  }),
  RejectConfirmation: once('ConfirmationRejected', known, (data, state) => {
    ensureApplied(state, data, 'confirmation');
    return [{ type: 'ConfirmationRejected', data }];
  }),
  ApplyForPaymentOrder: once('PaymentOrderApplied', known, (data, state) => {
    ensureArrears(state, data);
    return [{ type: 'PaymentOrderApplied', data: applicationOf(state, data) }];
  }),
  IssuePaymentOrder: once('PaymentOrderIssued', known, (data, state) => {
    ensureOrder(state, data, ['applied']);
    return [{ type: 'PaymentOrderIssued', data: orderOf(state, data) }];
  }),
  RecordPaymentOrderLapsed: once('PaymentOrderLapsed', known, (data, state) => {
    ensureOrder(state, data, ['applied', 'issued']);
    return [{ type: 'PaymentOrderLapsed', data }];
  }),
};

type Decided = Partial<Pick<Settlement, 'review' | 'confirmation' | 'paymentOrder'>>;

const now = (state: State, id: string, decided: Decided): State => ({
  ...state,
  settlements: amendedSettlement(state, id, () => decided),
});

const enforceable = (state: State, id: string, enforcement: Deadline | undefined): State => ({
  ...state,
  clocks: enforcement ? wound(state, { [`enforcement:${id}`]: enforcement }) : state.clocks,
});

export const afterConfirmation: After<
  | 'ReviewApplied'
  | 'ReviewGranted'
  | 'ReviewRejected'
  | 'ConfirmationApplied'
  | 'SettlementConfirmed'
  | 'ConfirmationRejected'
  | 'PaymentOrderApplied'
  | 'PaymentOrderIssued'
  | 'PaymentOrderLapsed'
> = {
  ReviewApplied: (state, { settlement }) => ({
    ...now(state, settlement, { review: 'applied' }),
    clocks: without(state, `review:${settlement}`),
  }),
  ReviewGranted: (state, { settlement, enforcement }) =>
    enforceable(now(state, settlement, { review: 'granted' }), settlement, enforcement),
  ReviewRejected: (state, { settlement }) => now(state, settlement, { review: 'rejected' }),
  ConfirmationApplied: (state, { settlement }) => ({
    ...now(state, settlement, { confirmation: 'applied' }),
    clocks: without(state, `confirmation:${settlement}`),
  }),
  SettlementConfirmed: (state, { settlement, enforcement }) =>
    enforceable(now(state, settlement, { confirmation: 'granted' }), settlement, enforcement),
  ConfirmationRejected: (state, { settlement }) =>
    now(state, settlement, { confirmation: 'rejected' }),
  PaymentOrderApplied: (state, { settlement, answer }) => ({
    ...now(state, settlement, { paymentOrder: 'applied' }),
    clocks: wound(state, { [`payment-order:${settlement}`]: answer }),
  }),
  PaymentOrderIssued: (state, { settlement, pay }) => ({
    ...now(state, settlement, { paymentOrder: 'issued' }),
    clocks: wound(state, {
      [`payment-order:${settlement}`]: undefined,
      [`payment:${settlement}`]: pay,
    }),
  }),
  PaymentOrderLapsed: (state, { settlement }) => ({
    ...now(state, settlement, { paymentOrder: 'lapsed' }),
    clocks: without(state, `payment-order:${settlement}`, `payment:${settlement}`),
  }),
};
