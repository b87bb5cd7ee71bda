import { optional, recount, daysStood } from '../clocks.ts';
import { ensureOutcome } from './closing.ts';
import { correcting } from './correcting.ts';
import { ensureHistory, receiptOf } from './intake.ts';
import { limitationOf } from './limitation.ts';
import { acceptanceOf } from './mediation.ts';
import { extensionOf, joiningOf, reopeningOf, resumedClocks, transferOf } from './proceedings.ts';
import { ensure } from '../rules.ts';
import {
  ensureParties,
  inOrder,
  placeOf,
  recorded,
  type Ask,
  type Said,
  type State,
  type Steps,
} from '../state.ts';
import type { Deadline } from '../../shared/values.ts';

/** A clock said anew still does not count the days it stood. */
const stood = (state: State, name: string, counted: Deadline | undefined): Deadline | undefined =>
  counted && recount(placeOf(state), counted, daysStood(state, name));

/** The same fields but for clocks that stood still. */
const withStood = <
  D extends { readonly proceeding: string; readonly mediation?: Deadline | undefined },
>(
  state: State,
  kind: 'mediation-from-receipt' | 'mediation-from-acceptance',
  said: D,
): D => ({
  ...said,
  ...optional('mediation', stood(state, `${kind}:${said.proceeding}`, said.mediation)),
});

type Corrections =
  | 'CorrectReceipt'
  | 'CorrectHistory'
  | 'CorrectClaim'
  | 'CorrectJoining'
  | 'CorrectTransfer'
  | 'CorrectAcceptance'
  | 'CorrectExtension'
  | 'CorrectSuspension'
  | 'CorrectResumption'
  | 'CorrectConclusion'
  | 'CorrectReopening'
  | 'CorrectLimitation';

const ensureAfterReceipt = ({ about }: State, on: string): void => inOrder(about.on, on);

/** The receipt comes before all that followed from it, and keeps whoever has acted since. */
const ensureReceipt = (
  data: Omit<Ask<'CorrectReceipt'>, 'corrects' | 'reason'>,
  state: State,
): void => {
  const { acceptedOn = '' } = state.proceedings[data.proceeding] ?? {};
  const followed = [acceptedOn, state.conclusion?.on ?? '', state.arbitration.filedOn];
  for (const day of followed) if (day !== '') inOrder(data.on, day);
  const gone = state.about.claimants.filter((person) => !data.claimants.includes(person));
  const acted = new Set([
    ...Object.values(state.claims).map(({ claimant }) => claimant),
    ...Object.values(state.settlements).flatMap(({ claimants }) => claimants),
    ...state.representatives,
  ]);
  ensure(!gone.some((person) => acted.has(person)), 'claimants-who-acted-stay');
};

/** A conclusion by an agreement stays one, and no other becomes one. */
const ensureConclusion = (
  state: State,
  data: Said<'DisputeConcluded'>,
  before: Said<'DisputeConcluded'>,
): void => {
  inOrder(state.proceedings[data.proceeding]?.on ?? '', data.on);
  ensureOutcome(data);
  const isInterest = state.about.cause === 'contract-conclusion';
  const isKept = (data.outcome === 'settled') === (before.outcome === 'settled');
  ensure(isInterest || isKept, 'settlement-stands');
};

/** Corrections of the receipt and the mediation; those of agreements and awards have a file of their own. */
export const corrections: Steps<Corrections> = {
  CorrectReceipt: correcting<Ask<'CorrectReceipt'>, 'DisputeReceived', 'ReceiptCorrected'>({
    fact: 'DisputeReceived',
    as: 'ReceiptCorrected',
    about: [],
    says: (data, state, before) => {
      const stays = data.profile === before.profile && data.proceeding === before.proceeding;
      ensure(stays, 'identity-stays');
      ensureReceipt(data, state);
      return withStood(state, 'mediation-from-receipt', receiptOf(data));
    },
  }),
  CorrectHistory: correcting<
    Ask<'CorrectHistory'>,
    'DisputeRegisteredAsHistory',
    'HistoryCorrected'
  >({
    fact: 'DisputeRegisteredAsHistory',
    as: 'HistoryCorrected',
    about: [],
    in: recorded,
    says: (data, _, before) => {
      const stays = data.profile === before.profile && data.proceeding === before.proceeding;
      ensure(stays, 'identity-stays');
      ensureHistory(data);
      return data;
    },
  }),
  CorrectClaim: correcting<Ask<'CorrectClaim'>, 'ClaimMade', 'ClaimCorrected'>({
    fact: 'ClaimMade',
    as: 'ClaimCorrected',
    about: ['claim'],
    says: (data, state) => {
      ensureParties(state, data.claimant === undefined ? [] : [data.claimant]);
      return data;
    },
  }),
  CorrectJoining: correcting<Ask<'CorrectJoining'>, 'ProceedingJoined', 'JoiningCorrected'>({
    fact: 'ProceedingJoined',
    as: 'JoiningCorrected',
    about: ['proceeding'],
    says: (data, state) => {
      ensureAfterReceipt(state, data.on);
      return withStood(state, 'mediation-from-receipt', joiningOf(state, data));
    },
  }),
  CorrectTransfer: correcting<Ask<'CorrectTransfer'>, 'DisputeTransferred', 'TransferCorrected'>({
    fact: 'DisputeTransferred',
    as: 'TransferCorrected',
    about: ['from', 'proceeding'],
    says: (data, state, before) => {
      ensureAfterReceipt(state, data.on);
      if (before.because === 'earlier-body-ended') return data;
      return withStood(state, 'mediation-from-receipt', transferOf(state, data));
    },
  }),
  CorrectAcceptance: correcting<
    Ask<'CorrectAcceptance'>,
    'MediationAccepted',
    'AcceptanceCorrected'
  >({
    fact: 'MediationAccepted',
    as: 'AcceptanceCorrected',
    about: ['proceeding'],
    says: (data, state) => {
      inOrder(state.proceedings[data.proceeding]?.on ?? '', data.on);
      return withStood(state, 'mediation-from-acceptance', acceptanceOf(state, data));
    },
  }),
  CorrectExtension: correcting<Ask<'CorrectExtension'>, 'MediationExtended', 'ExtensionCorrected'>({
    fact: 'MediationExtended',
    as: 'ExtensionCorrected',
    about: ['proceeding'],
    says: (data, state) => {
      ensureAfterReceipt(state, data.on);
      const areBoth = data.consents.includes('workers') && data.consents.includes('employer');
      ensure(areBoth, 'extend-by-consent');
      return extensionOf(state, data);
    },
  }),
  CorrectSuspension: correcting<
    Ask<'CorrectSuspension'>,
    'HandlingSuspended',
    'SuspensionCorrected'
  >({
    fact: 'HandlingSuspended',
    as: 'SuspensionCorrected',
    about: [],
    says: (data, state, { stops }) => {
      ensureAfterReceipt(state, data.on);
      return { ...data, stops };
    },
    follows: ({ said, state }) => {
      const last = state.suspensions.at(-1);
      if (!last || last.resumedOn === '') return [];
      inOrder(said.on, last.resumedOn);
      const suspensions = [...state.suspensions.slice(0, -1), { ...last, on: said.on }];
      return resumedClocks({ ...state, suspensions }, last.resumedOn)
        .filter(({ deadline }) => deadline.period !== '')
        .map((data) => ({ type: 'DeadlineRecomputed', data }));
    },
  }),
  CorrectResumption: correcting<Ask<'CorrectResumption'>, 'HandlingResumed', 'ResumptionCorrected'>(
    {
      fact: 'HandlingResumed',
      as: 'ResumptionCorrected',
      about: [],
      says: (data, state, before) => {
        inOrder(state.suspensions.at(-1)?.on ?? '', data.on);
        const agreed = before.clocks.filter(({ deadline }) => deadline.period === '');
        const counted = resumedClocks(state, data.on).filter(
          ({ deadline }) => deadline.period !== '',
        );
        return { ...data, clocks: [...agreed, ...counted] };
      },
    },
  ),
  CorrectConclusion: correcting<
    Ask<'CorrectConclusion'>,
    'DisputeConcluded',
    'ConclusionCorrected'
  >({
    fact: 'DisputeConcluded',
    as: 'ConclusionCorrected',
    about: ['proceeding'],
    says: (data, state, before) => {
      ensureConclusion(state, data, before);
      return { ...data, ...optional('alongside', before.alongside) };
    },
  }),
  CorrectReopening: correcting<Ask<'CorrectReopening'>, 'DisputeReopened', 'ReopeningCorrected'>({
    fact: 'DisputeReopened',
    as: 'ReopeningCorrected',
    about: ['proceeding'],
    says: (data, state) => {
      ensureAfterReceipt(state, data.on);
      return withStood(state, 'mediation-from-receipt', reopeningOf(state, data));
    },
  }),
  CorrectLimitation: correcting<
    Ask<'CorrectLimitation'>,
    'LimitationStarted',
    'LimitationCorrected'
  >({
    fact: 'LimitationStarted',
    as: 'LimitationCorrected',
    about: [],
    says: (data, state) => limitationOf(state, data),
  }),
};
