import type { Step } from '../../shared/decider.ts';
import { same } from '../../shared/same.ts';
import { ensureBothSides } from './settlement/confirmation.ts';
import { correcting, ensureLast, type Anew, type Correction } from './correcting.ts';
import type { DisputeEvent } from '../events.ts';
import { ensureAssigned } from './mediation/mediation.ts';
import { concerned, ensureElection, ensureRepresented } from './receipt/parties.ts';
import { ensure, type Rule } from '../rules.ts';
import { lastSaid } from '../saying.ts';
import { inForce, settlementOf } from './settlement/settlement.ts';
import { inOrder, type Said, type State, type Steps } from '../state.ts';

type Type = DisputeEvent['type'];
type Obeys<As extends Correction, F extends Type> = (
  data: Anew<As>,
  state: State,
  before: Said<F>,
) => void;

/**
 * The row of the state table by which a fact is said anew that nothing else follows from. `about`
 * stays; `obeys` is what its act obeyed, and what came after it.
 */
export const anew = <As extends Correction, F extends Type>(
  fact: F,
  as: As,
  about: readonly (keyof Said<F> & string)[],
  ...obeys: readonly Obeys<As, F>[]
): Step<State, Said<As>, DisputeEvent, Rule> =>
  correcting<Said<As>, F, As>({
    fact,
    as,
    about,
    says: (data, state, before) => {
      for (const each of obeys) each(data, state, before);
      return data;
    },
  });

type Dated = { readonly on: string };

/** On a day between these; '' is none. */
export const between = (first: string, { on }: Dated, last = ''): void => {
  inOrder(first, on);
  inOrder(on, last || on);
};

const sinceReceipt = (data: Dated, { about }: State): void => inOrder(about.on, data.on);

/** The day this body's proceeding ended; '' while it goes on. */
const endOf = (state: State, proceeding: string): string => {
  const { conclusion } = state;
  const ended = lastSaid(state, 'ProceedingEnded', { proceeding })?.on;
  return ended ?? (conclusion?.proceeding === proceeding ? conclusion.on : '');
};

/** Who joined and left is said anew while it was the last that is known of him. */
const partiesAnew = {
  CorrectClaimAmendment: anew(
    'ClaimAmended',
    'ClaimAmendmentCorrected',
    ['claim', 'becomes'],
    sinceReceipt,
    (data, state, before) => {
      const { claim } = data;
      ensureLast(state, 'ClaimAmended', { claim }, before);
      ensure((data.fen === undefined) === (before.fen === undefined), 'corrects-a-fact');
      const found = state.claims[claim];
      if (found) ensureRepresented(state, concerned(state, found), data.consents);
    },
  ),
  CorrectClaimantJoining: anew(
    'ClaimantJoined',
    'ClaimantJoiningCorrected',
    ['claimant'],
    sinceReceipt,
    (data, state, before) => {
      const { claimant } = data;
      ensureLast(state, 'ClaimantJoined', { claimant }, before);
      const left = lastSaid(state, 'ClaimantLeft', { claimant })?.on ?? '';
      between('', data, left < before.on ? '' : left);
    },
  ),
  CorrectClaimantLeaving: anew(
    'ClaimantLeft',
    'ClaimantLeavingCorrected',
    ['claimant'],
    sinceReceipt,
    (data, state, before) => {
      const { claimant } = data;
      ensureLast(state, 'ClaimantLeft', { claimant }, before);
      const joined = lastSaid(state, 'ClaimantJoined', { claimant })?.on ?? '';
      const isBack = state.claimants[claimant] !== 'left';
      between(isBack ? '' : joined, data, isBack ? joined : '');
    },
  ),
  CorrectRepresentatives: anew(
    'RepresentativesElected',
    'RepresentativesCorrected',
    [],
    (data, state, before) => {
      ensureLast(state, 'RepresentativesElected', {}, before);
      ensureElection(state, data, before.representatives);
    },
  ),
  CorrectNegotiationAnswer: anew(
    'NegotiationAnswered',
    'NegotiationAnswerCorrected',
    [],
    (data, state, before) => {
      ensureLast(state, 'NegotiationAnswered', {}, before);
      ensure(state.negotiation === before.answer, 'not-now');
      between(lastSaid(state, 'NegotiationRequested', {})?.on ?? '', data);
    },
  ),
};

const mediationAnew = {
  CorrectConsent: anew(
    'ConsentGiven',
    'ConsentCorrected',
    ['proceeding', 'side'],
    (data, state) => {
      const { on = '', acceptedOn = '' } = state.proceedings[data.proceeding] ?? {};
      between(on, data, acceptedOn || endOf(state, data.proceeding));
    },
  ),
  CorrectRefusalNotice: anew(
    'RefusalNotified',
    'RefusalNoticeCorrected',
    ['proceeding'],
    (data, { everWound }) =>
      between(everWound[`refusal-notice:${data.proceeding}`]?.from ?? '', data),
  ),
  CorrectInterest: anew('InterestRecorded', 'InterestCorrected', [], sinceReceipt),
  CorrectSession: anew(
    'SessionHeld',
    'SessionCorrected',
    ['proceeding', 'session'],
    (data, state, before) => {
      const found = state.proceedings[data.proceeding];
      between(found?.acceptedOn ?? '', data, endOf(state, data.proceeding));
      // Whoever led it may have been recused since.
      const others = data.mediators.filter((person) => !before.mediators.includes(person));
      if (found) ensureAssigned(state, found, others);
    },
  ),
};

/** The day that the review or confirmation was decided; '' before. */
const decidedOn = (
  state: State,
  settlement: string,
  ...facts: readonly (
    'ReviewGranted' | 'ReviewRejected' | 'SettlementConfirmed' | 'ConfirmationRejected'
  )[]
): string => {
  const days = facts.map((fact) => lastSaid(state, fact, { settlement })?.on ?? '');
  return days.find((day) => day !== '') ?? '';
};

type Applied = Anew<'ReviewApplicationCorrected'>;

/** Both sides applied in the time that runs from the agreement's effect, and before it was decided. */
const appliedInTime = (
  state: State,
  data: Applied,
  kind: 'review' | 'confirmation',
  decided: string,
): void => {
  const { settlement } = data;
  inForce(state, settlement, data.on);
  const counted = lastSaid(state, 'SettlementTookEffect', { settlement })?.[kind];
  ensureBothSides(state, data, kind, state.clocks[`${kind}:${settlement}`] ?? counted);
  between('', data, decided);
};

const titlesAnew = {
  CorrectReviewApplication: anew(
    'ReviewApplied',
    'ReviewApplicationCorrected',
    ['settlement'],
    (data, state) =>
      appliedInTime(
        state,
        data,
        'review',
        decidedOn(state, data.settlement, 'ReviewGranted', 'ReviewRejected'),
      ),
  ),
  CorrectReviewRejection: anew(
    'ReviewRejected',
    'ReviewRejectionCorrected',
    ['settlement'],
    (data, state) => between(lastSaid(state, 'ReviewApplied', data)?.on ?? '', data),
  ),
  CorrectConfirmationApplication: anew(
    'ConfirmationApplied',
    'ConfirmationApplicationCorrected',
    ['settlement'],
    (data, state) =>
      appliedInTime(
        state,
        data,
        'confirmation',
        decidedOn(state, data.settlement, 'SettlementConfirmed', 'ConfirmationRejected'),
      ),
  ),
  CorrectConfirmationRejection: anew(
    'ConfirmationRejected',
    'ConfirmationRejectionCorrected',
    ['settlement'],
    (data, state) => between(lastSaid(state, 'ConfirmationApplied', data)?.on ?? '', data),
  ),
  CorrectPaymentOrderLapse: anew(
    'PaymentOrderLapsed',
    'PaymentOrderLapseCorrected',
    ['settlement'],
    (data, state, before) => {
      const { settlement } = data;
      ensureLast(state, 'PaymentOrderLapsed', { settlement }, before);
      ensure(settlementOf(state, settlement).paymentOrder === 'lapsed', 'not-now');
      for (const fact of ['PaymentOrderApplied', 'PaymentOrderIssued'] as const) {
        const on = lastSaid(state, fact, { settlement })?.on ?? '';
        if (on <= before.on) between(on, data);
      }
    },
  ),
  CorrectEnforcementApplication: anew(
    'EnforcementApplied',
    'EnforcementApplicationCorrected',
    ['of', 'title'],
    sinceReceipt,
  ),
};

/** Corrections of what has a day but no clock, until the mediation and its agreement are over. */
export const saidAnew: Steps<
  keyof typeof partiesAnew | keyof typeof mediationAnew | keyof typeof titlesAnew
> = { ...partiesAnew, ...mediationAnew, ...titlesAnew };

/** Whether the fact names the same persons as before. */
export const ensureSamePersons = (a: readonly string[], b: readonly string[]): void =>
  ensure(same(a, b), 'corrects-a-fact');
