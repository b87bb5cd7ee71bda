import type { Step } from '../../shared/decider.ts';
import { same } from '../../shared/same.ts';
import { ensureAuthorised, isChief, seated } from '../composition.ts';
import { correcting, type Anew, type Correction } from './correcting.ts';
import type { BargainingEvent } from '../events.ts';
import { ensure, type Rule } from '../rules.ts';
import { lastSaid } from '../saying.ts';
import { inOrder, type Said, type State, type Steps } from '../state.ts';
import { ensureSession, ensureSigners, speaksFor } from './table.ts';

type Type = BargainingEvent['type'];
type Obeys<As extends Correction, F extends Type> = (
  data: Anew<As>,
  state: State,
  before: Said<F>,
) => void;

/**
 * The row of the state table by which a fact is said anew that nothing else follows from. `about`
 * stays; `obeys` is what its act obeyed, and what came after it.
 */
const anew = <As extends Correction, F extends Type>(
  fact: F,
  as: As,
  about: readonly (keyof Said<F> & string)[],
  obeys: Obeys<As, F>,
): Step<State, Said<As>, BargainingEvent, Rule> =>
  correcting<Said<As>, F, As>({
    fact,
    as,
    about,
    says: (data, state, before) => {
      obeys(data, state, before);
      return data;
    },
  });

type OfProposal = { readonly proposal: string; readonly on: string };

/** A proposal is answered on its day or later. */
const answered = ({ proposal, on }: OfProposal, { proposals }: State): void =>
  inOrder(proposals[proposal]?.on ?? '', on);

const tableAnew = {
  CorrectSessionClosing: anew(
    'SessionClosed',
    'SessionClosingCorrected',
    ['session'],
    (data, state) => {
      const place = state.sessions.findIndex(({ id }) => id === data.session);
      inOrder(state.sessions[place]?.on ?? '', data.on);
      inOrder(data.on, state.sessions[place + 1]?.on ?? data.on);
      ensureSigners(state, data);
    },
  ),
  CorrectPosition: anew(
    'PositionTabled',
    'PositionCorrected',
    ['session', 'side', 'item'],
    ({ session }, state) => ensureSession(state, session),
  ),
  CorrectWithdrawal: anew('ProposalWithdrawn', 'WithdrawalCorrected', ['proposal'], answered),
  CorrectTentativeAgreement: anew(
    'ProposalTentativelyAgreed',
    'TentativeAgreementCorrected',
    ['proposal'],
    answered,
  ),
  CorrectPackage: anew(
    'ProposalsPackaged',
    'PackageCorrected',
    ['package', 'side'],
    (data, state, before) => {
      ensure(same(data.proposals, before.proposals), 'corrects-a-fact');
      for (const proposal of data.proposals) answered({ proposal, on: data.on }, state);
    },
  ),
};

type OfPerson = Pick<Said<'ChiefAppointed'>, 'side' | 'person' | 'on'>;

/** Whoever spoke for the side at a session, or signed as its chief, still could. */
const ensureStillSpeaks = (state: State, { side, person }: OfPerson): void => {
  for (const { id } of state.sessions) {
    const opened = lastSaid(state, 'SessionOpened', { session: id });
    const speaks = opened === undefined || speaksFor(state, side, opened);
    ensure(speaks, 'chiefs-present');
  }
  const signed = state.said[`signature ${side}`] === person ? state.signedOn[side] : '';
  ensure(signed === '' || isChief(state, side, person, signed), 'chief-signs');
};

/** The state as it would be had he become chief on that day. */
const appointedOn = (state: State, { side, person, on }: OfPerson, before: string): State => ({
  ...state,
  mandates: state.mandates.map((one) => {
    if (one.side !== side || one.person !== person) return one;
    if (one.standing === 'chief' && one.from === before) return { ...one, from: on };
    return one.to === before ? { ...one, to: on } : one;
  }),
});

const peopleAnew = {
  CorrectChief: anew(
    'ChiefAppointed',
    'ChiefCorrected',
    ['side', 'person'],
    (data, state, before) => {
      const { side, person, on } = data;
      const then = appointedOn(state, data, before.on);
      const sat = then.mandates.some(
        (one) => one.side === side && one.person === person && one.to === on && one.from <= on,
      );
      ensure(sat, 'delegate-of-the-side');
      const others = seated(then, side, on).filter((one) => one.person !== person);
      ensure(!others.some(({ standing }) => standing === 'chief'), 'one-chief');
      ensureAuthorised(data);
      ensureStillSpeaks(then, data);
    },
  ),
  CorrectDeputy: anew(
    'DeputyAuthorised',
    'DeputyCorrected',
    ['side', 'person'],
    (data, state, before) => {
      const { side, person, on: from, until } = data;
      inOrder(from, until);
      const sits = seated(state, side, from).some((one) => one.person === person);
      ensure(sits, 'delegate-of-the-side');
      ensure(!isChief(state, side, person, from), 'deputy-is-another');
      const was = { side, person, from: before.on, until: before.until };
      const deputies = state.deputies.map((one) =>
        same(one, was) ? { side, person, from, until } : one,
      );
      ensureStillSpeaks({ ...state, deputies }, data);
    },
  ),
};

/** Corrections of what has a day or a number but no clock. */
export const saidAnew: Steps<keyof typeof tableAnew | keyof typeof peopleAnew> = {
  ...tableAnew,
  ...peopleAnew,
};
