import { optional, recount, daysStood, hasStood, stopping } from '../clocks.ts';
import type { DisputeEvent } from '../events.ts';
import { passingOf } from './mediation/closing.ts';
import { correcting, type Made } from './correcting.ts';
import { ensureNoMediator } from './receipt/parties.ts';
import { ensureHistory, receiptLimitation, receiptOf } from './receipt/intake.ts';
import { acceptanceOf } from './mediation/mediation.ts';
import { extensionOf, joiningOf, reopeningOf, transferOf } from './mediation/proceedings.ts';
import { clocksAnew } from './mediation/suspensions.ts';
import { ensure } from '../rules.ts';
import { lastSaid } from '../saying.ts';
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
import { same } from '../../shared/same.ts';
import type { Deadline } from '../../shared/values.ts';

/** A clock said anew still does not count the days it stood, and a day that both sides agreed to stays. */
const stood = (state: State, name: string, counted: Deadline | undefined): Deadline | undefined => {
  const before = state.everWound[name];
  if (counted && before?.period === '') return { ...before, from: counted.from };
  return counted && recount(placeOf(state), counted, daysStood(state, name, counted));
};

type Mediated = { readonly proceeding: string; readonly mediation?: Deadline | undefined };

/** The same fields but for clocks that stood still. */
const withStood = <D extends Mediated>(
  state: State,
  kind: 'mediation-from-receipt' | 'mediation-from-acceptance',
  said: D,
): D => ({
  ...said,
  ...optional('mediation', stood(state, `${kind}:${said.proceeding}`, said.mediation)),
});

/** Where the clock stood still since, its days are said once more: the resumption had said others. */
const stoodFollows =
  (kind: 'mediation-from-receipt' | 'mediation-from-acceptance') =>
  ({ said, state }: { readonly said: Mediated; readonly state: State }): DisputeEvent[] => {
    const clock = `${kind}:${said.proceeding}`;
    return hasStood(state, clock) && said.mediation
      ? [{ type: 'DeadlineRecomputed', data: { clock, deadline: said.mediation } }]
      : [];
  };

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
  | 'CorrectReopening';

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
  const hasActed = (person: string) => acted.has(person) || state.claimants[person] === 'left';
  ensure(!gone.some(hasActed), 'claimants-who-acted-stay');
  const come = data.claimants.filter((person) => !state.about.claimants.includes(person));
  ensure(
    come.every((person) => state.claimants[person] === undefined),
    'claimant-once',
  );
  ensureNoMediator(state, come);
};

/** The day on which a dispute passes on because the earlier body ended follows from that end. */
const ensurePassesAsItEnded = (state: State, data: Said<'DisputeTransferred'>): void => {
  const end = lastSaid(state, 'ProceedingEnded', { proceeding: data.from });
  const on = end ? passingOf(state, end, data.proceeding).on : data.on;
  ensure(data.on === on, 'passes-as-it-ended');
};

/** The clocks with an agreed day that moved when this suspension was over. */
const agreedOf = (resumed: Said<'HandlingResumed'> | undefined): string[] =>
  (resumed?.clocks ?? []).flatMap(({ clock, deadline }) => (deadline.period === '' ? [clock] : []));

/** The limitation follows the receipt that interrupted it, unless something else has moved it since. */
const limitationFollows = ({ said, state }: Made<'ReceiptCorrected'>): DisputeEvent[] => {
  const { on, knewOn } = state.about;
  if (said.on === on && said.knewOn === knewOn) return [];
  const dueBy = (events: readonly DisputeEvent[]) =>
    events.flatMap(({ data }) => ('limitation' in data ? (data.limitation ?? []) : [])).at(-1);
  const isUntouched = same(
    state.clocks.limitation ?? null,
    dueBy(receiptLimitation(state.about)) ?? null,
  );
  if (!isUntouched || state.arbitration.filedOn !== '') return [];
  const anew = receiptLimitation(said);
  return anew.length > 0 ? anew : stopping(state, 'limitation');
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
    follows: (made) => [
      ...stoodFollows('mediation-from-receipt')(made),
      ...limitationFollows(made),
    ],
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
    follows: stoodFollows('mediation-from-receipt'),
  }),
  CorrectTransfer: correcting<Ask<'CorrectTransfer'>, 'DisputeTransferred', 'TransferCorrected'>({
    fact: 'DisputeTransferred',
    as: 'TransferCorrected',
    about: ['from', 'proceeding'],
    says: (data, state, before) => {
      ensureAfterReceipt(state, data.on);
      const isAtEnd = before.because === 'earlier-body-ended';
      if (isAtEnd) ensurePassesAsItEnded(state, data);
      ensure((data.because === 'earlier-body-ended') === isAtEnd, 'passes-as-it-ended');
      if (isAtEnd) return data;
      return withStood(state, 'mediation-from-receipt', transferOf(state, data));
    },
    follows: stoodFollows('mediation-from-receipt'),
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
    follows: stoodFollows('mediation-from-acceptance'),
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
    follows: ({ said, corrects, state, moment }) => {
      const { resumption = '' } = state.suspensions.find(({ id }) => id === corrects) ?? {};
      const resumed = moment.past(resumption)?.data as Said<'HandlingResumed'> | undefined;
      return clocksAnew(state, corrects, { on: said.on }, agreedOf(resumed)).follow;
    },
  }),
  CorrectResumption: correcting<Ask<'CorrectResumption'>, 'HandlingResumed', 'ResumptionCorrected'>(
    {
      fact: 'HandlingResumed',
      as: 'ResumptionCorrected',
      about: [],
      says: (data, state, before, corrects) => {
        const { clocks } = clocksAnew(state, corrects, { resumedOn: data.on }, agreedOf(before));
        const stopped = before.clocks.map(({ clock }) => clock);
        return { ...data, clocks: clocks.filter(({ clock }) => stopped.includes(clock)) };
      },
      follows: ({ said, corrects, state, moment }) => {
        const before = moment.past(corrects)?.data as Said<'HandlingResumed'> | undefined;
        const days = { resumedOn: said.on };
        return clocksAnew(state, corrects, days, agreedOf(before)).follow;
      },
    },
  ),
  CorrectReopening: correcting<Ask<'CorrectReopening'>, 'DisputeReopened', 'ReopeningCorrected'>({
    fact: 'DisputeReopened',
    as: 'ReopeningCorrected',
    about: ['proceeding'],
    says: (data, state) => {
      ensureAfterReceipt(state, data.on);
      return withStood(state, 'mediation-from-receipt', reopeningOf(state, data));
    },
    follows: stoodFollows('mediation-from-receipt'),
  }),
};
