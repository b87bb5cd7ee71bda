import { approved } from '../../law/votes.ts';
import type { Profile } from '../../law/profile.ts';
import { plusDays, plusMonths } from '../../shared/calendar.ts';
import { same } from '../../shared/same.ts';
import { ensureParts, ensureSound } from '../../shared/sound-terms.ts';
import { clock, optional, stopping, wound } from '../clocks.ts';
import type { BargainingEvent } from '../events.ts';
import { ensure } from '../rules.ts';
import { completion } from './signing.ts';
import {
  inOrder,
  lawOf,
  type After,
  type Ask,
  type Draft,
  type Said,
  type State,
  type Steps,
} from '../state.ts';

/** The last day of a term of so many months; both its ends are in it. */
const termOf = (start: string, months: number): string => plusDays(plusMonths(start, months), -1);

/** The term runs forward and is as long as the place wants; an amendment may bind for the rest of one. */
export const ensureTerm = (state: State, data: Ask<'AgreeDraft'>): void => {
  const { termStart, termEnd, workers, women } = data;
  const { employees, women: prepared } = state.about;
  ensureSound(data, ensure);
  // What the draft leaves out stands as it was prepared.
  ensureParts(workers ?? employees, [women ?? prepared], ensure);
  const { minMonths, maxMonths }: Profile['term'] = lawOf(state).term;
  ensure(termStart < termEnd, 'term-runs-forward');
  if (minMonths && state.about.purpose !== 'amendment')
    ensure(termEnd >= termOf(termStart, minMonths.n), 'term-too-short', minMonths.article);
  if (maxMonths)
    ensure(termEnd <= termOf(termStart, maxMonths.n), 'term-too-long', maxMonths.article);
};

/** By when a draft goes to the congress; after a draft was rejected some places are quicker. */
export const congressClock = (state: State, on: string): Pick<Said<'DraftAgreed'>, 'congress'> => {
  const profile = lawOf(state);
  const again = state.rejected !== '' && profile.revote !== null;
  return optional(
    'congress',
    again
      ? clock(profile, 'revote', on, profile.revote)
      : clock(profile, 'congress', on, profile.draftToCongress),
  );
};

/** There is a congress, and its counts add up. */
export const ensureVotes = ({ total, present, yes, no, abstain }: Ask<'HoldCongress'>): void => {
  ensure(total > 0, 'congress-of-nobody');
  ensure(present <= total && yes + no + abstain <= present, 'votes-add-up');
};

/** What the vote makes of the draft. */
export const outcomeOf = (
  state: State,
  { draft, on, ...count }: Ask<'HoldCongress'>,
): Extract<BargainingEvent, { type: 'DraftApproved' | 'DraftRejected' }> => {
  const outcome = approved(count, lawOf(state).congress, state.about.level);
  if (outcome === 'approved') return { type: 'DraftApproved', data: { draft, on } };
  const cause = outcome === 'no-quorum' ? 'quorum' : 'votes';
  return { type: 'DraftRejected', data: { draft, on, cause } };
};

export const ensureCurrent = ({ draft }: State, id: string): void =>
  ensure(draft.id === id, 'current-draft');

/** Where the chiefs sign first, both have, and no later than the congress meets. */
export const ensureSignedFirst = (state: State, on: string): void => {
  const { order, article } = lawOf(state).signing;
  if (order === 'after-congress') return;
  const signed = Object.values(state.signedOn).every((day) => day !== '' && day <= on);
  ensure(signed, 'sign-before-congress', article);
};

/** The sides talk again after the vote, not before it. */
export const ensureReopened = ({ said }: State, { on }: Ask<'ReopenNegotiation'>): void =>
  inOrder((said.congress as Partial<Ask<'HoldCongress'>> | undefined)?.on ?? '', on);

export const congressSteps: Steps<'AgreeDraft' | 'HoldCongress' | 'ReopenNegotiation'> = {
  AgreeDraft: {
    already: (data, { said }) => same(said[`draft ${data.draft}`], data),
    in: ['bargaining', 'deadlocked', 'drafted'],
    otherwise: 'not-now',
    record: (data, state) => {
      ensure(!state.drafts.includes(data.draft), 'draft-once');
      inOrder(state.sessions.at(-1)?.on ?? state.acceptedOn, data.on);
      ensureTerm(state, data);
      const version = state.drafts.length + 1;
      const clocks = congressClock(state, data.on);
      return [
        ...stopping(state, (name) => name.startsWith('congress:')),
        { type: 'DraftAgreed', data: { ...data, version, ...clocks } },
      ];
    },
  },
  HoldCongress: {
    already: (data, { said }) => same(said.congress, data),
    in: ['drafted', 'rejected'],
    otherwise: 'not-now',
    record: (data, state) => {
      ensureCurrent(state, data.draft);
      ensureVotes(data);
      inOrder(state.draft.on, data.on);
      ensure(state.rejected !== 'votes' || state.phase === 'drafted', 'voted-down');
      ensureSignedFirst(state, data.on);
      const outcome = outcomeOf(state, data);
      const signed =
        outcome.type === 'DraftApproved' ? completion({ ...state, approvedOn: data.on }) : [];
      return [{ type: 'CongressHeld', data }, outcome, ...signed];
    },
  },
  ReopenNegotiation: {
    already: ({ on }, { phase, said }) => phase === 'bargaining' && said.reopened === on,
    in: ['rejected'],
    otherwise: 'not-now',
    record: (data, state) => {
      ensureReopened(state, data);
      return [{ type: 'NegotiationReopened', data }];
    },
  },
};

/** The draft on the table, as it was agreed. */
export const draftOf = ({ draft, on, workers, women, ...data }: Ask<'AgreeDraft'>): Draft => {
  const { termStart, termEnd, steps, clauses, text } = data;
  return { id: draft, on, workers, women, terms: { termStart, termEnd, steps, clauses, text } };
};

export const afterCongress: After<
  'DraftAgreed' | 'CongressHeld' | 'DraftApproved' | 'DraftRejected' | 'NegotiationReopened'
> = {
  DraftAgreed: (state, { version: _, congress, ...data }) => ({
    ...state,
    phase: 'drafted',
    said: { ...state.said, [`draft ${data.draft}`]: data },
    drafts: [...state.drafts, data.draft],
    draft: draftOf(data),
    approvedOn: '',
    notifiedOn: '',
    signedOn: { employer: '', employees: '' },
    clocks: wound(state, { application: undefined, [`congress:${data.draft}`]: congress }),
  }),
  CongressHeld: (state, data) => ({
    ...state,
    said: { ...state.said, congress: data },
    clocks: wound(state, { [`congress:${data.draft}`]: undefined }),
  }),
  DraftApproved: (state, { on }) => ({
    ...state,
    phase: state.signing === '' ? 'approved' : state.phase,
    approvedOn: on,
    rejected: '',
  }),
  DraftRejected: (state, { cause }) => ({
    ...state,
    phase: 'rejected',
    approvedOn: '',
    rejected: cause,
  }),
  NegotiationReopened: (state, { on }) => ({
    ...state,
    phase: 'bargaining',
    said: { ...state.said, reopened: on },
  }),
};
