import { same } from '../../shared/same.ts';
import type { Moment } from '../../shared/decider.ts';
import { optional, stopping } from '../clocks.ts';
import { isChief } from '../composition.ts';
import type { BargainingEvent } from '../events.ts';
import { ensure } from '../rules.ts';
import { repeats } from '../saying.ts';
import {
  inOrder,
  lawOf,
  type After,
  type Ask,
  type Said,
  type State,
  type Steps,
} from '../state.ts';

const last = (...days: string[]): string => days.reduce((a, b) => (a > b ? a : b));

/** All that makes a contract of the case: the vote and both signatures, in either order. */
const isComplete = (state: State): boolean => {
  const { employer, employees } = state.signedOn;
  const isVoted = !lawOf(state).congress.required || state.approvedOn !== '';
  return employer !== '' && employees !== '' && isVoted;
};

/** What is signed: whom it is for from the preparation, what it says from the draft. */
const signed = (state: State): Said<'CaseSigned'> => {
  const { about, draft, signedOn, approvedOn, notifiedOn } = state;
  return {
    kind: about.kind,
    level: about.level,
    ...optional('enterprise', about.enterprise),
    ...optional('scope', about.scope),
    coverage: lawOf(state).coverage.mode,
    ...optional('employersBody', about.employersBody),
    ...optional('union', about.union),
    ...optional('workers', draft.workers ?? about.employees),
    ...optional('women', draft.women ?? about.women),
    ...draft.terms,
    profile: about.profile,
    purpose: about.purpose,
    contract: about.contract,
    ...optional('predecessor', about.predecessor),
    draft: draft.id,
    signedOn: last(signedOn.employer, signedOn.employees),
    ...optional('approvedOn', approvedOn || undefined),
    ...optional('notifiedOn', notifiedOn || undefined),
  };
};

/** The signed case, once everything is there. */
export const completion = (state: State): BargainingEvent[] =>
  isComplete(state) ? [{ type: 'CaseSigned', data: signed(state) }, ...stopping(state)] : [];

/** What a correction changes in the signed case; nothing while it is not signed or says the same. */
export const resigned = (state: State, { past }: Moment, reason: string): BargainingEvent[] => {
  const before = past(state.signing)?.data;
  const data = signed(state);
  if (state.signing === '' || same(before, data)) return [];
  return [{ type: 'SigningCorrected', data: { corrects: state.signing, reason, ...data } }];
};

/** Whoever signs is the chief that day, and signs what the congress has approved where it votes first. */
export const ensureSignature = (state: State, { side, person, on }: Ask<'SignDraft'>): void => {
  const { signing, congress } = lawOf(state);
  ensure(isChief(state, side, person, on), 'chief-signs', signing.article);
  inOrder(state.draft.on, on);
  if (signing.order === 'before-congress' || !congress.required) return;
  ensure(
    state.approvedOn !== '' && state.approvedOn <= on,
    'congress-before-signature',
    signing.article,
  );
};

/** Why what was signed is said anew: filing counts from the day that the notice tells. */
const ARRIVED = '审议通过通知送达 / the notice of approval arrived';

export const signingSteps: Steps<'SignDraft' | 'RecordApprovalNotice'> = {
  SignDraft: {
    already: (data, state) => {
      const { draft, side, person, on } = data;
      const signs =
        state.draft.id === draft &&
        state.signedOn[side] === on &&
        state.said[`signature ${side}`] === person;
      return repeats(signs, state, 'ChiefSigned', data);
    },
    in: ['drafted', 'approved'],
    otherwise: 'not-now',
    record: (data, state) => {
      ensure(state.draft.id === data.draft, 'current-draft');
      ensure(state.signedOn[data.side] === '', 'signed-once');
      ensureSignature(state, data);
      const signedOn = { ...state.signedOn, [data.side]: data.on };
      return [{ type: 'ChiefSigned', data }, ...completion({ ...state, signedOn })];
    },
  },
  RecordApprovalNotice: {
    already: (data, state) => {
      const notified = state.draft.id === data.draft && state.notifiedOn === data.on;
      return repeats(notified, state, 'ApprovalNotified', data);
    },
    // What was approved before it was signed is a contract once it is signed: the notice may come after that.
    in: ['approved', 'signed'],
    otherwise: 'not-now',
    law: {
      knows: (state) => lawOf(state).filing?.from === 'approval-notice',
      otherwise: 'no-approval-notice-here',
    },
    record: (data, state, moment) => {
      ensure(state.draft.id === data.draft, 'current-draft');
      ensure(state.notifiedOn === '', 'notified-once');
      inOrder(state.approvedOn, data.on);
      const notified = { ...state, notifiedOn: data.on };
      const follows =
        state.phase === 'signed' ? resigned(notified, moment, ARRIVED) : completion(notified);
      return [{ type: 'ApprovalNotified', data }, ...follows];
    },
  },
};

export const afterSigning: After<'ChiefSigned' | 'ApprovalNotified' | 'CaseSigned'> = {
  ChiefSigned: (state, { side, person, on }) => ({
    ...state,
    said: { ...state.said, [`signature ${side}`]: person },
    signedOn: { ...state.signedOn, [side]: on },
  }),
  ApprovalNotified: (state, { on }) => ({ ...state, notifiedOn: on }),
  CaseSigned: (state, _, { id }) => ({ ...state, phase: 'signed', signing: id }),
};
