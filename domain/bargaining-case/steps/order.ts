import { ensure } from '../rules.ts';
import { lastSaid } from '../saying.ts';
import { inOrder, lawOf, type Ask, type Said, type State } from '../state.ts';
import { ensureSignedFirst } from './congress.ts';
import { ensureSession } from './table.ts';

// A correction keeps to the order in which things happened: after what came before the act, before
// what came after it, and about what is on file.

type Anew = { readonly corrects: string; readonly on: string };

/** What was done about a deadlock keeps its place among what else was done about it. */
export const ensureInRound = ({ rounds, acceptedOn }: State, { corrects, on }: Anew): void => {
  const round = rounds.find((done) => done.some(({ id }) => id === corrects)) ?? [];
  const place = round.findIndex(({ id }) => id === corrects);
  inOrder(round[place - 1]?.on ?? acceptedOn, on);
  inOrder(on, round[place + 1]?.on ?? on);
};

/** The consent that opened the talks came before all of them. */
export const ensureBeforeTalks = (
  { on }: Ask<'CorrectAcceptance'>,
  state: State,
  before: Said<'OfferAccepted'>,
): void => {
  const { acceptedOn, sessions, rounds, suspensions, proposals, draft } = state;
  // Another consent opened them.
  if (before.on !== acceptedOn) return;
  const talks = [...sessions, ...rounds.flat(), ...suspensions, ...Object.values(proposals), draft];
  for (const talk of talks) inOrder(on, talk.on === '' ? on : talk.on);
};

/** Who leaves was there, and is not there when a session is held or a draft signed afterwards. */
export const ensureLeaving = (
  { side, person, on }: Ask<'CorrectLeaving'>,
  state: State,
  before: Said<'DelegateLeft'>,
): void => {
  const mandate = state.mandates.findLast(
    (one) => one.side === side && one.person === person && one.to === before.on,
  );
  ensure(mandate === undefined || mandate.from <= on, 'delegate-of-the-side');
  const seat = state.vacancies.findLast((one) => one.side === side && one.person === person);
  inOrder(on, seat?.filledOn || on);
  const sat = state.sessions.some(
    (session) =>
      on <= session.on &&
      session.on < before.on &&
      lastSaid(state, 'SessionOpened', { session: session.id })?.present.includes(person),
  );
  ensure(!sat, 'only-delegates-sit');
  const signed = state.said[`signature ${side}`] === person ? state.signedOn[side] : '';
  ensure(signed === '' || signed < on || before.on <= signed, 'chief-signs');
};

/** The days on which a proposal was countered, withdrawn, agreed or packaged. */
const answersTo = ({ said }: State, id: string): string[] =>
  Object.entries(said).flatMap(([name, data]) => {
    if (!/^Proposal(s?[A-Z])/.test(name)) return [];
    const { on, counters, proposal, proposals = [] } = data as Partial<Answer>;
    const answers = counters === id || proposals.includes(id);
    const ends = /^Proposal(Withdrawn|TentativelyAgreed)\|/.test(name) && proposal === id;
    return on !== undefined && (answers || ends) ? [on] : [];
  });
type Answer = Said<'ProposalCountered'> & Said<'ProposalsPackaged'>;

/** A proposal is made at the table, in a session on file, and before it is answered. */
export const ensureProposal = (
  data: Ask<'CorrectProposal'> | Ask<'CorrectCounter'>,
  state: State,
): void => {
  ensureSession(state, data.session);
  inOrder(state.acceptedOn, data.on);
  const countered = 'counters' in data ? state.proposals[data.counters] : undefined;
  inOrder(countered?.on ?? '', data.on);
  for (const answered of answersTo(state, data.proposal)) inOrder(data.on, answered);
};

/** A session is held after the one before it was closed, and before the next one; its minutes may bear the same slip. */
export const ensureSessionDay = (
  { session, on }: Ask<'CorrectSession'>,
  { sessions }: State,
): void => {
  const place = sessions.findIndex(({ id }) => id === session);
  inOrder(sessions[place - 1]?.closedOn ?? '', on);
  inOrder(on, sessions[place + 1]?.on ?? on);
};

/** A draft is agreed before it is voted on and signed. */
export const ensureDraftDay = ({ draft, on }: Ask<'CorrectDraft'>, state: State): void => {
  if (state.draft.id !== draft) return;
  const vote = state.said.congress as Ask<'HoldCongress'> | undefined;
  const { employer, employees } = state.signedOn;
  const days = [vote?.draft === draft ? vote.on : '', employer, employees];
  for (const day of days) inOrder(on, day || on);
};

/** The congress meets after the draft was agreed, and before or after the chiefs sign, as the place has it. */
export const ensureVoteDay = ({ draft, on }: Ask<'CorrectCongress'>, state: State): void => {
  if (state.draft.id !== draft) return;
  inOrder(state.draft.on, on);
  inOrder(on, state.notifiedOn || on);
  ensureSignedFirst(state, on);
  const { order, article } = lawOf(state).signing;
  const signed = Object.values(state.signedOn).every((day) => day === '' || on <= day);
  ensure(order === 'before-congress' || signed, 'congress-before-signature', article);
};
