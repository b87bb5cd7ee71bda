import type { Moment } from '../../shared/decider.ts';
import { stopping } from '../clocks.ts';
import { ensure } from '../rules.ts';
import { repeats } from '../saying.ts';
import {
  ended,
  inOrder,
  open,
  type After,
  type Ask,
  type Said,
  type State,
  type Steps,
} from '../state.ts';

const unanswered = ({ offers }: State): boolean =>
  Object.keys(offers).length > 0 &&
  Object.values(offers).every(({ answer, overdue }) => answer === 'refused' || overdue);

const isOver = (state: State, clock: string, on: string): boolean =>
  on > (state.clocks[clock]?.due ?? on);

/** Whether the case shows what it is said to be closed for. */
const groundHolds = (state: State, { ground, on }: Ask<'CloseCase'>): boolean => {
  switch (ground) {
    case 'both-agree':
    case 'employer-dissolved':
      return true;
    case 'offer-withdrawn':
      return state.acceptedOn === '';
    case 'offer-refused':
      return state.acceptedOn === '' && unanswered(state);
    case 'window-over':
      return isOver(state, 'window', on);
    case 'no-application':
      return isOver(state, 'application', on);
    case 'coordination-failed':
      return state.coordinationFailed !== '';
  }
};

const closingOf = (id: string, past: Moment['past']): Said<'CaseClosed'> | undefined =>
  past(id)?.data as Said<'CaseClosed'> | undefined;

export const closingSteps: Steps<'CloseCase' | 'ReopenCase' | 'FollowEmployerEnd' | 'Void'> = {
  CloseCase: {
    // An employer's end reaches cases that are over, too: there it changes nothing.
    already: (data, state) => {
      if (data.ground === 'employer-dissolved') return ended.includes(state.phase);
      const closed = state.phase === 'closed' && state.ground === data.ground;
      return repeats(closed, state, 'CaseClosed', data);
    },
    in: open,
    otherwise: 'not-now',
    record: (data, state) => {
      inOrder(state.about.on, data.on);
      ensure(groundHolds(state, data), 'ground-holds');
      return [{ type: 'CaseClosed', data }, ...stopping(state)];
    },
  },
  ReopenCase: {
    already: (_, { phase, ground }) => phase !== 'closed' || ground !== 'employer-dissolved',
    in: ['closed'],
    otherwise: 'not-now',
    record: ({ reason }, { closing, stood, stopped, clocks }) => {
      const takesBack = [closing, ...(stopped.id === '' ? [] : [stopped.id])];
      const data = { takesBack, reason, phase: stood, clocks: { ...clocks, ...stopped.clocks } };
      return [{ type: 'CaseReopened', data }];
    },
  },
  // The register may correct the day its enterprise ended; the case that closed with it follows.
  FollowEmployerEnd: {
    already: ({ on }, { phase, ground, closing }, { past }) =>
      phase !== 'closed' || ground !== 'employer-dissolved' || closingOf(closing, past)?.on === on,
    in: ['closed'],
    otherwise: 'not-now',
    record: ({ on, reason }, { about, closing }, { past }) => {
      const said = closingOf(closing, past);
      inOrder(about.on, on);
      return said
        ? [{ type: 'ClosingCorrected', data: { ...said, corrects: closing, reason, on } }]
        : [];
    },
  },
  Void: {
    already: (data, state) => repeats(state.phase === 'void', state, 'CaseVoided', data),
    in: [...open, 'history', 'signed', 'closed'],
    otherwise: 'not-now',
    record: (data, state) => {
      const { phase, about } = state;
      // What was signed in it goes with it: the contract that it made, or the amendment of another.
      const { purpose, contract } = about;
      const signed = purpose === 'amendment' ? { amended: contract } : { contract };
      const voided = { ...data, ...(phase === 'signed' && signed) };
      return [{ type: 'CaseVoided', data: voided }, ...stopping(state)];
    },
  },
};

export const afterClosing: After<
  'CaseClosed' | 'CaseReopened' | 'ClosingTakenBack' | 'CaseVoided'
> = {
  CaseClosed: (state, { ground }, { id }) => ({
    ...state,
    phase: 'closed',
    ground,
    closing: id,
    stood: state.phase,
    // What stopped before belongs to another fact.
    stopped: { id: '', clocks: {} },
  }),
  // The closing that it takes back is not folded.
  CaseReopened: (state) => state,
  ClosingTakenBack: (state) => ({ ...state, phase: 'deadlocked', ground: '' }),
  CaseVoided: (state) => ({ ...state, phase: 'void' }),
};
