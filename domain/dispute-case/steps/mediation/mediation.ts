import { clock, ofMediation, optional, stopping, without, wound } from '../../clocks.ts';
import { ended } from './closing.ts';
import type { DisputeEvent } from '../../events.ts';
import { DisputeSide } from '../../particulars.ts';
import { ensure } from '../../rules.ts';
import { lastSaid, once } from '../../saying.ts';
import {
  inOrder,
  known,
  lawOf,
  pending,
  working,
  type After,
  type Ask,
  type Proceeding,
  type Said,
  type State,
  type Steps,
} from '../../state.ts';

/** The open proceeding of this id, begun on or before the day. */
export const openOne = ({ proceedings }: State, id: string, on: string): Proceeding => {
  const found = proceedings[id];
  ensure(found?.ended === '', 'proceeding-open');
  inOrder((found as Proceeding).on, on);
  return found as Proceeding;
};

/** Nobody who has an interest in the dispute, or is a party to it, handles it. */
export const ensureNeutral = (state: State, persons: readonly string[]): void => {
  const { article } = lawOf(state).recusal;
  ensure(
    persons.every((person) => !state.interests.includes(person)),
    'mediator-has-interest',
    article,
  );
  ensure(
    persons.every((person) => state.claimants[person] === undefined),
    'mediator-is-no-party',
    article,
  );
};

/** They are the mediators of this proceeding, and no interest of theirs is on record. */
export const ensureAssigned = (
  state: State,
  { mediators }: Proceeding,
  persons: readonly string[],
): void => {
  ensureNeutral(state, persons);
  ensure(
    persons.every((person) => mediators.includes(person)),
    'assigned-mediators',
  );
};

/** The clock of mediation from its acceptance. */
export const acceptanceOf = (
  state: State,
  data: Pick<Said<'MediationAccepted'>, 'proceeding' | 'on'>,
): Said<'MediationAccepted'> => {
  const { acceptance } = lawOf(state).mediation;
  const mediation = clock(state, 'mediation-from-acceptance', data.on, acceptance);
  return { ...data, ...optional('mediation', mediation) };
};

/** The clock of telling the other side of the refusal. */
export const refusalOf = (state: State, data: Ask<'RefuseConsent'>): Said<'ConsentRefused'> => {
  const notice = clock(state, 'refusal-notice', data.on, lawOf(state).refusalNotice);
  return { ...data, ...optional('notice', notice) };
};

type End = Pick<Said<'ProceedingEnded'>, 'proceeding' | 'on' | 'outcome'>;

/** What ended because a consent was refused stays that, on that day; what the body refused stays refused. */
export const ensureRefusalStands = (state: State, { proceeding, on, outcome }: End): void => {
  const consent = DisputeSide.options
    .map((side) => lastSaid(state, 'ConsentRefused', { proceeding, side }))
    .find((refusal) => refusal !== undefined);
  if (consent) ensure(on === consent.on, 'refusal-stands');
  const isRefused = consent ?? lastSaid(state, 'AcceptanceRefused', { proceeding });
  if (isRefused) ensure(outcome === 'refused', 'refusal-stands');
};

const refused = (
  state: State,
  data: { readonly proceeding: string; readonly on: string },
  ending: 'other-side-refused' | 'body-refused',
): DisputeEvent[] =>
  ended(
    { ...state, clocks: without(state, `acceptance:${data.proceeding}`) },
    { proceeding: data.proceeding, on: data.on, outcome: 'refused', ending },
  );

export const mediationSteps: Steps<
  | 'GiveConsent'
  | 'RefuseConsent'
  | 'NotifyRefusal'
  | 'AcceptMediation'
  | 'RefuseAcceptance'
  | 'RecordInterest'
  | 'AssignMediator'
  | 'RecuseMediator'
  | 'HoldSession'
  | 'TakeNote'
> = {
  GiveConsent: once('ConsentGiven', working, (data, state) => {
    const { acceptedOn } = openOne(state, data.proceeding, data.on);
    ensure(acceptedOn === '', 'accepted-once');
    return [{ type: 'ConsentGiven', data }];
  }),
  RefuseConsent: once('ConsentRefused', working, (data, state) => {
    const { acceptedOn } = openOne(state, data.proceeding, data.on);
    ensure(acceptedOn === '', 'not-now');
    return [
      { type: 'ConsentRefused', data: refusalOf(state, data) },
      ...refused(state, data, 'other-side-refused'),
    ];
  }),
  NotifyRefusal: once('RefusalNotified', known, (data, state) => {
    const refusal = state.clocks[`refusal-notice:${data.proceeding}`];
    ensure(refusal !== undefined, 'refused-first');
    inOrder(refusal?.from ?? '', data.on);
    return [{ type: 'RefusalNotified', data }];
  }),
  AcceptMediation: once('MediationAccepted', working, (data, state) => {
    const { consents, acceptedOn } = openOne(state, data.proceeding, data.on);
    ensure(acceptedOn === '', 'accepted-once');
    const { consent } = lawOf(state);
    const areGiven = [consents.workers, consents.employer].every(
      (given) => given !== '' && given <= data.on,
    );
    ensure(consent === null || areGiven, 'both-consent', consent?.article);
    return [{ type: 'MediationAccepted', data: acceptanceOf(state, data) }];
  }),
  RefuseAcceptance: once('AcceptanceRefused', working, (data, state) => {
    const { acceptedOn } = openOne(state, data.proceeding, data.on);
    ensure(acceptedOn === '', 'not-now');
    return [{ type: 'AcceptanceRefused', data }, ...refused(state, data, 'body-refused')];
  }),
  RecordInterest: once('InterestRecorded', pending, (data) => [{ type: 'InterestRecorded', data }]),
  AssignMediator: once('MediatorAssigned', working, (data, state) => {
    const { mediators } = openOne(state, data.proceeding, data.on);
    ensure(!mediators.includes(data.mediator), 'assigned-once');
    ensureNeutral(state, [data.mediator]);
    return [{ type: 'MediatorAssigned', data }];
  }),
  RecuseMediator: once('MediatorRecused', pending, (data, state) => {
    const { mediators } = openOne(state, data.proceeding, data.on);
    ensure(mediators.includes(data.mediator), 'assigned-mediators');
    return [{ type: 'MediatorRecused', data }];
  }),
  HoldSession: once('SessionHeld', working, (data, state) => {
    const proceeding = openOne(state, data.proceeding, data.on);
    ensure(proceeding.acceptedOn !== '', 'accept-first');
    inOrder(proceeding.acceptedOn, data.on);
    ensure(!state.sessions.includes(data.session), 'session-once');
    ensureAssigned(state, proceeding, data.mediators);
    return [{ type: 'SessionHeld', data }];
  }),
  TakeNote: once('NoteTaken', known, (data, state) => {
    ensure(state.sessions.includes(data.session), 'session-on-file');
    return [{ type: 'NoteTaken', data }];
  }),
};

/** The state with one proceeding changed; nothing changes where there is none. */
export const changed = (
  { proceedings }: State,
  id: string,
  change: Partial<Proceeding>,
): State['proceedings'] => {
  const found = proceedings[id];
  return found ? { ...proceedings, [id]: { ...found, ...change } } : proceedings;
};

export const afterMediation: After<
  | 'ConsentGiven'
  | 'ConsentRefused'
  | 'RefusalNotified'
  | 'MediationAccepted'
  | 'AcceptanceRefused'
  | 'InterestRecorded'
  | 'MediatorAssigned'
  | 'MediatorRecused'
  | 'SessionHeld'
  | 'NoteTaken'
> = {
  ConsentGiven: (state, { proceeding, side, on }) => {
    const consents = state.proceedings[proceeding]?.consents ?? { workers: '', employer: '' };
    return {
      ...state,
      proceedings: changed(state, proceeding, { consents: { ...consents, [side]: on } }),
    };
  },
  ConsentRefused: (state, { proceeding, notice }) => ({
    ...state,
    clocks: wound(state, {
      [`acceptance:${proceeding}`]: undefined,
      [`refusal-notice:${proceeding}`]: notice,
    }),
  }),
  RefusalNotified: (state, { proceeding }) => ({
    ...state,
    clocks: without(state, `refusal-notice:${proceeding}`),
  }),
  MediationAccepted: (state, { proceeding, on, mediation }) => ({
    ...state,
    phase: state.phase === 'received' ? 'mediating' : state.phase,
    proceedings: changed(state, proceeding, { acceptedOn: on }),
    clocks: wound(state, {
      [`acceptance:${proceeding}`]: undefined,
      [`mediation-from-acceptance:${proceeding}`]: mediation,
    }),
  }),
  AcceptanceRefused: (state, { proceeding }) => ({
    ...state,
    clocks: without(state, `acceptance:${proceeding}`),
  }),
  InterestRecorded: (state, { person }) => ({
    ...state,
    interests: [...new Set([...state.interests, person])],
  }),
  MediatorAssigned: (state, { proceeding, mediator }) => ({
    ...state,
    proceedings: changed(state, proceeding, {
      mediators: [...(state.proceedings[proceeding]?.mediators ?? []), mediator],
    }),
  }),
  MediatorRecused: (state, { proceeding, mediator }) => ({
    ...state,
    interests: [...new Set([...state.interests, mediator])],
    proceedings: changed(state, proceeding, {
      mediators: (state.proceedings[proceeding]?.mediators ?? []).filter(
        (person) => person !== mediator,
      ),
    }),
  }),
  SessionHeld: (state, { session }) => ({ ...state, sessions: [...state.sessions, session] }),
  NoteTaken: (state) => state,
};

/** The clocks of one proceeding that nobody waits for any more. */
export const stoppingOf = (state: State, proceeding: string): DisputeEvent[] =>
  stopping(state, ...ofMediation.map((kind) => `${kind}:${proceeding}`));
