import { same } from '../../../shared/same.ts';
import {
  applicationOf,
  enforcementOf,
  ensureArrears,
  orderOf,
} from '../settlement/confirmation.ts';
import { correcting, ensureLast, type Made } from '../correcting.ts';
import { annulmentOf } from '../tribunal/courts.ts';
import type { DisputeEvent } from '../../events.ts';
import { ensure } from '../../rules.ts';
import { lastSaid } from '../../saying.ts';
import { settlementOf } from '../settlement/settlement.ts';
import { inOrder, type Ask, type Said, type State, type Steps } from '../../state.ts';

type Granted = Said<'ReviewGranted'>;

const grantOf = (
  state: State,
  data: Pick<Granted, 'settlement' | 'on'>,
  applied: 'ReviewApplied' | 'ConfirmationApplied',
): Granted => {
  const { settlement, on } = data;
  inOrder(lastSaid(state, applied, { settlement })?.on ?? '', on);
  return { ...data, ...enforcementOf(state, settlementOf(state, settlement), on) };
};

/** Reviewed and confirmed, an agreement is enforced in the time that was counted last. */
const enforcementFollows = ({
  said: { settlement },
  corrects,
  state,
  moment,
}: Made<'ReviewGrantCorrected' | 'ConfirmationCorrected'>): DisputeEvent[] => {
  const clock = `enforcement:${settlement}`;
  const { review, confirmation } = settlementOf(state, settlement);
  const areBoth = review === 'granted' && confirmation === 'granted';
  const { enforcement: before } = (moment.past(corrects)?.data ?? {}) as Partial<Granted>;
  const deadline = state.everWound[clock];
  return areBoth && deadline && before && !same(deadline, before)
    ? [{ type: 'DeadlineRecomputed', data: { clock, deadline } }]
    : [];
};

/** The order was issued, or fell away, on this day or later. */
const ensureBeforeItsEnd = (
  state: State,
  { settlement, on }: Pick<Granted, 'settlement' | 'on'>,
): void => {
  const { paymentOrder } = settlementOf(state, settlement);
  const since = {
    ...{ '': undefined, applied: undefined },
    issued: 'PaymentOrderIssued',
    lapsed: 'PaymentOrderLapsed',
  } as const;
  const fact = since[paymentOrder];
  if (fact) inOrder(on, lastSaid(state, fact, { settlement })?.on ?? on);
};

/** Whoever sued since the annulment did so within its time. */
const ensureSuits = (state: State, { award, on, suit }: Said<'AnnulmentDecided'>): void => {
  const since = Object.values(state.suits).filter(
    (one) => one.award === award && one.ground === 'award-annulled',
  );
  ensure(
    since.every((one) => on <= one.on && one.on <= (suit?.due ?? '')),
    'court-is-open',
  );
};

/** Corrections of what makes an agreement enforceable, and of what a court says of an award. */
export const titleCorrections: Steps<
  | 'CorrectReviewGrant'
  | 'CorrectConfirmation'
  | 'CorrectPaymentOrderApplication'
  | 'CorrectPaymentOrder'
  | 'CorrectAnnulmentDecision'
> = {
  CorrectReviewGrant: correcting<
    Ask<'CorrectReviewGrant'>,
    'ReviewGranted',
    'ReviewGrantCorrected'
  >({
    fact: 'ReviewGranted',
    as: 'ReviewGrantCorrected',
    about: ['settlement'],
    says: (data, state) => grantOf(state, data, 'ReviewApplied'),
    follows: enforcementFollows,
  }),
  CorrectConfirmation: correcting<
    Ask<'CorrectConfirmation'>,
    'SettlementConfirmed',
    'ConfirmationCorrected'
  >({
    fact: 'SettlementConfirmed',
    as: 'ConfirmationCorrected',
    about: ['settlement'],
    says: (data, state) => grantOf(state, data, 'ConfirmationApplied'),
    follows: enforcementFollows,
  }),
  CorrectPaymentOrderApplication: correcting<
    Ask<'CorrectPaymentOrderApplication'>,
    'PaymentOrderApplied',
    'PaymentOrderApplicationCorrected'
  >({
    fact: 'PaymentOrderApplied',
    as: 'PaymentOrderApplicationCorrected',
    about: ['settlement'],
    says: (data, state, before) => {
      const { settlement } = data;
      ensureLast(state, 'PaymentOrderApplied', { settlement }, before);
      ensureArrears(state, data);
      ensureBeforeItsEnd(state, data);
      return applicationOf(state, data);
    },
  }),
  CorrectPaymentOrder: correcting<
    Ask<'CorrectPaymentOrder'>,
    'PaymentOrderIssued',
    'PaymentOrderCorrected'
  >({
    fact: 'PaymentOrderIssued',
    as: 'PaymentOrderCorrected',
    about: ['settlement'],
    says: (data, state, before) => {
      const { settlement, on } = data;
      ensureLast(state, 'PaymentOrderIssued', { settlement }, before);
      const { paymentOrder } = settlementOf(state, settlement);
      ensure(paymentOrder !== 'applied', 'not-now');
      inOrder(lastSaid(state, 'PaymentOrderApplied', { settlement })?.on ?? '', on);
      if (paymentOrder === 'lapsed') ensureBeforeItsEnd(state, data);
      return orderOf(state, data);
    },
  }),
  CorrectAnnulmentDecision: correcting<
    Ask<'CorrectAnnulmentDecision'>,
    'AnnulmentDecided',
    'AnnulmentDecisionCorrected'
  >({
    fact: 'AnnulmentDecided',
    as: 'AnnulmentDecisionCorrected',
    // What the court decided has taken the award back from those it bound: only its day is a slip.
    about: ['award', 'result'],
    says: (data, state) => {
      inOrder(lastSaid(state, 'AnnulmentApplied', { award: data.award })?.on ?? '', data.on);
      const said = annulmentOf(state, data);
      ensureSuits(state, said);
      return said;
    },
  }),
};
