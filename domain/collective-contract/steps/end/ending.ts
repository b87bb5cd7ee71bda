import { law } from '../../../law/profiles.ts';
import { reaches } from '../../../law/votes.ts';
import { mayReplace } from '../../../law/whose.ts';
import type { ContractEvent } from '../../events.ts';
import { ensure } from '../../rules.ts';
import { repeats } from '../../saying.ts';
import {
  binding,
  employerEndOf,
  latest,
  supersessionOf,
  type End,
  type State,
} from '../../state.ts';
import {
  ensureAnother,
  ensurePast,
  recorded,
  reportOfEnd,
  standing,
  type Ask,
  type Said,
  type Steps,
} from '../../terms.ts';
import { employerEnd } from './employer-end.ts';
import { effectOf } from '../text/review.ts';
import { supersessionTakenBack } from './taking-back.ts';

const ensureWithinTerm = (on: string, state: State): void => {
  const { termEnd } = binding(state);
  const begun = on >= (state.texts[0]?.signedOn ?? '');
  ensure(begun && (termEnd === '' || on <= termEnd), 'end-within-term');
};

export const rescission = (data: Ask<'Rescind'>, state: State): Said<'ContractRescinded'> => {
  const profile = law(state.profile);
  ensureWithinTerm(data.on, state);
  const vote = profile.rescissionVote;
  const { inFavour = 0, delegates = 0 } = data.congress ?? {};
  ensure(inFavour <= delegates, 'votes-add-up');
  if (vote && data.ground === 'agreement') {
    const consents = reaches(vote.majority, inFavour, delegates);
    ensure(consents, 'congress-consents-to-rescission', vote.article);
  }
  return { ...data, ...reportOfEnd(data.on, profile) };
};

export const termination = (data: Ask<'Terminate'>, state: State): Said<'ContractTerminated'> => {
  ensureWithinTerm(data.on, state);
  return { ...data, ...reportOfEnd(data.on, law(state.profile)) };
};

/** Nothing is left to end on that day: it ran out or was ended before. */
export const overBefore = (on: string, state: State): boolean => {
  const { termEnd } = latest({ ...state, texts: state.texts.slice(0, state.effects.length || 1) });
  return (termEnd !== '' && termEnd < on) || (state.end.on !== '' && state.end.on <= on);
};

/** A report comes once the contract has ended: from the day it is out, or after the last day of its term. */
export const ensureReport = ({ on }: Ask<'ReportEnd'>, state: State): void => {
  const { end, phase } = state;
  ensure(phase === 'expired' ? binding(state).termEnd < on : end.on <= on, 'report-what-ended');
};

/** The end, or the expiry, was not reported yet. */
const isUnreported = (state: State): boolean => {
  const { end, endReportedOn, phase } = state;
  return phase === 'expired' ? endReportedOn <= binding(state).termEnd : endReportedOn < end.on;
};

const agreed: readonly End['by'][] = ['rescission', 'condition'];

const hasEnd = ({ ends }: State, by: End['by'], day: string): boolean =>
  ends.some((end) => end.by === by && end.on === day);

/** It was not ended by an act yet. */
const mayEnd = ({ ends }: State): boolean => !ends.some(({ by }) => agreed.includes(by));

/** What ended with its employer, or by its renewal, may have been ended by an act of an earlier day. */
const ensureNotEnded = (on: string, state: State): void => {
  const { end } = state;
  ensure(end.on === '' || (on < end.on && mayEnd(state)), 'end-what-lives');
};

/** The record struck out, with what it had superseded given back. */
const voided = (data: Ask<'Void'>, state: State): ContractEvent[] => {
  const [first] = state.effects;
  const { replaces } = first ? effectOf({ ...state, number: 1 }, first) : {};
  return [{ type: 'ContractVoided', data: { ...data, ...(replaces && { replaces }) } }];
};

type EndingSteps = Pick<
  Steps,
  | 'Rescind'
  | 'Terminate'
  | 'EndWithEmployer'
  | 'Supersede'
  | 'TakeBackSupersession'
  | 'ReportEnd'
  | 'VoidWithCase'
  | 'Void'
>;

export const endingSteps: EndingSteps = {
  Rescind: {
    already: (data, state) =>
      repeats(hasEnd(state, 'rescission', data.on), state, 'ContractRescinded', data),
    in: recorded,
    otherwise: 'end-what-lives',
    offered: mayEnd,
    record: (data, state) => {
      ensureNotEnded(data.on, state);
      return [{ type: 'ContractRescinded', data: rescission(data, state) }];
    },
  },
  Terminate: {
    already: (data, state) =>
      repeats(hasEnd(state, 'condition', data.on), state, 'ContractTerminated', data),
    in: recorded,
    otherwise: 'end-what-lives',
    offered: mayEnd,
    record: (data, state) => {
      ensureNotEnded(data.on, state);
      return [{ type: 'ContractTerminated', data: termination(data, state) }];
    },
  },
  // The register may correct the day its enterprise ended; the contract follows.
  EndWithEmployer: {
    already: ({ on, enterprise }, state) => {
      const { phase, passed } = state;
      const hadPassed =
        enterprise !== state.enterprise && passed.some((p) => p.from === enterprise);
      if (phase === 'void' || hadPassed) return true;
      const end = employerEndOf(state);
      return end.id ? end.on === on : overBefore(on, state);
    },
    in: recorded,
    otherwise: 'contract-on-record',
    record: (data, state) => {
      ensure(state.enterprise === data.enterprise, 'employer-of-contract');
      ensure(data.on >= (state.passed.at(-1)?.on ?? ''), 'end-after-succession');
      return employerEnd(data, state);
    },
  },
  Supersede: {
    already: ({ on, by }, state) => {
      if (state.phase === 'void') return true;
      const end = supersessionOf(state, by);
      return end.id ? end.on === on : overBefore(on, state);
    },
    in: recorded,
    otherwise: 'contract-on-record',
    record: ({ whose, ...data }, state, moment) => {
      ensureAnother(data.by, moment);
      const superseded: ContractEvent = { type: 'ContractSuperseded', data };
      const isAnew = supersessionOf(state, data.by).id !== '';
      // On another day it is still the renewal that it was, whoever has either of them since.
      ensure(isAnew || !whose || mayReplace(whose, standing(state)), 'parties-of-contract');
      return isAnew ? [supersessionTakenBack(state, data.by), superseded] : [superseded];
    },
  },
  TakeBackSupersession: {
    already: ({ by }, state) => state.phase === 'void' || supersessionOf(state, by).id === '',
    in: recorded,
    otherwise: 'contract-on-record',
    record: ({ by }, state) => [supersessionTakenBack(state, by)],
  },
  ReportEnd: {
    already: (data, state) => repeats(state.endReportedOn === data.on, state, 'EndReported', data),
    in: ['expired', 'ended'],
    otherwise: 'report-what-ended',
    offered: isUnreported,
    record: (data, state, moment) => {
      ensure(isUnreported(state), 'end-reported-once');
      ensurePast(data.on, moment, law(state.profile));
      ensureReport(data, state);
      return [{ type: 'EndReported', data }];
    },
  },
  VoidWithCase: {
    // Another case made it, or none: then it is nobody’s to strike out with this one.
    already: (data, { phase, origin, source }) =>
      phase === 'void' || origin !== 'signed' || source !== data.case,
    in: recorded,
    otherwise: 'contract-on-record',
    record: ({ reason }, state) => voided({ reason }, state),
  },
  Void: {
    already: (data, state) => repeats(state.phase === 'void', state, 'ContractVoided', data),
    in: recorded,
    otherwise: 'contract-on-record',
    record: (data, state) => voided(data, state),
  },
};
