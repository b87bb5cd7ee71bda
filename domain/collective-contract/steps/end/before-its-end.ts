import { plusDays } from '../../../shared/calendar.ts';
import type { Moment, Step } from '../../../shared/decider.ts';
import type { ContractEvent } from '../../events.ts';
import { ensure, type Rule } from '../../rules.ts';
import { forceFrom, latest, noEnd, type End, type State } from '../../state.ts';
import type { Ask, Said, Steps } from '../../terms.ts';
import { alsoBeforeItRanOut, termAfter } from './before-it-ran-out.ts';
import { alsoOnceOver } from './once-over.ts';
import { noticeSteps } from '../text/notice.ts';
import { effectBySilence, reviewOpen, reviewSteps } from '../text/review.ts';
import { signingSteps } from '../text/signing.ts';
import { agreedEndTakenBack, employerEndTakenBack, supersessionTakenBack } from './taking-back.ts';

const REASON = '终止前的行为，迟登记 / of a day before the contract ended, recorded late';

/** The contract as it stood before it ended. */
export const asItStood = (state: State): State =>
  state.phase === 'ended' ? { ...state, phase: state.before, end: noEnd, ends: [] } : state;

const takenBack = (state: State, end: End): ContractEvent => {
  const { by, other } = end;
  if (by === 'employer') return employerEndTakenBack(state, { enterprise: other, reason: REASON });
  return by === 'supersession'
    ? supersessionTakenBack(state, other)
    : agreedEndTakenBack(state, end, REASON);
};

/** The end as it was recorded; one that was reported since is not to be reported again. */
const again = ({ endReportedOn }: State, { id, on }: End, { past }: Moment): ContractEvent => {
  const { type, data } = past(id) as ContractEvent;
  if (endReportedOn < on || !('report' in data)) return { type, data } as ContractEvent;
  const { report: _, ...said } = data as Said<'ContractRescinded'>;
  return { type, data: said } as ContractEvent;
};

/**
 * The act, and then what ended the contract. Where the term that binds then had run out before, an employer
 * or a renewal ended nothing; what was agreed for a day that it does not reach is corrected first.
 */
export const around = (
  state: State,
  acts: readonly ContractEvent[],
  moment: Moment,
): readonly ContractEvent[] => {
  if (acts.length === 0) return [];
  const term = termAfter(state, acts);
  const stand = state.ends.filter(({ on }) => term === '' || on <= term);
  const gone = state.ends.filter((end) => !stand.includes(end));
  const agreed = gone.some(({ by }) => by === 'rescission' || by === 'condition');
  ensure(!agreed, 'end-rests-on-term');
  return [
    ...state.ends.map((end) => takenBack(state, end)),
    ...acts,
    ...stand.map((end) => again(state, end, moment)),
  ];
};

/** What an act came to by itself before the contract ended. */
type Since = (stood: State, act: ContractEvent, endedOn: string) => readonly ContractEvent[];

type Late<Data> = {
  readonly dayOf: (data: Data) => string;
  /** The first day it can be of, as the contract stood; undefined where there is none. */
  readonly from?: (stood: State) => string | undefined;
  readonly since?: Since;
};

/** The act of a day before the contract ended, whenever it is recorded; it is offered where there can be such a day. */
const alsoBeforeItsEnd = <Data>(
  step: Step<State, Data, ContractEvent, Rule>,
  { dayOf, from = () => '', since = () => [] }: Late<Data>,
): Step<State, Data, ContractEvent, Rule> => {
  const late = alsoOnceOver(step, 'ended', asItStood);
  const offered = (state: State): boolean => {
    if (!late.offered(state)) return false;
    const first = from(asItStood(state));
    return state.phase !== 'ended' || (first !== undefined && first < state.end.on);
  };
  const record: typeof step.record = (data, state, moment) => {
    if (state.phase !== 'ended') return step.record(data, state, moment);
    const stood = asItStood(state);
    ensure(step.in.includes(stood.phase), step.otherwise);
    ensure(dayOf(data) < state.end.on, 'before-its-end');
    const acts = step.record(data, stood, moment);
    const followed = acts.flatMap((act) => [act, ...since(stood, act, state.end.on)]);
    return around(state, followed, moment);
  };
  return { ...late, offered, record };
};

/** What nobody objected to in its review took effect; nothing where the review outlasted the contract. */
const silence: Since = (stood, { type, data }, endedOn) => {
  const due = ('review' in data && typeof data.review === 'object' && data.review.due) || '';
  if (due === '' || plusDays(due, 1) >= endedOn) return [];
  const clock = type === 'ContractFiled' ? 'review' : 'review:refiled';
  return [effectBySilence({ ...stood, filing: { ...stood.filing, due, clock } })];
};

const on = (data: { readonly on: string }): string => data.on;
const received = (data: Ask<'File'>): string => data.receivedOn;
const signed = (data: Ask<'SignAmendment'>): string => data.signedOn;

const opinion: Late<{ readonly on: string }> = {
  dayOf: on,
  from: (stood) => reviewOpen(stood)?.receivedOn,
};

/** What was done with a text, or said of it, before the contract ended or its term ran out. */
export const beforeItsEndSteps: Pick<
  Steps,
  'File' | 'Refile' | 'Object' | 'Approve' | 'SignAmendment' | 'GiveNotice'
> = {
  File: alsoBeforeItsEnd(alsoBeforeItRanOut(reviewSteps.File, received), {
    dayOf: received,
    from: (stood) => latest(stood).signedOn,
    since: silence,
  }),
  Refile: alsoBeforeItsEnd(alsoBeforeItRanOut(reviewSteps.Refile, received), {
    dayOf: received,
    from: ({ objectedOn }) => objectedOn,
    since: silence,
  }),
  Object: alsoBeforeItsEnd(reviewSteps.Object, opinion),
  Approve: alsoBeforeItsEnd(reviewSteps.Approve, opinion),
  SignAmendment: alsoBeforeItsEnd(alsoBeforeItRanOut(signingSteps.SignAmendment, signed), {
    dayOf: signed,
  }),
  GiveNotice: alsoBeforeItsEnd(noticeSteps.GiveNotice, {
    dayOf: on,
    from: (stood) => forceFrom(stood) || undefined,
  }),
};
