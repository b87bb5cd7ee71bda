import type { Period, Profile } from '../../law/profile.ts';
import { plusDays } from '../../shared/calendar.ts';
import type { Deadline } from '../../shared/values.ts';
import { clock, ensurePassed, optional, stopping, wound } from '../clocks.ts';
import { ensure } from '../rules.ts';
import { repeats } from '../saying.ts';
import {
  ended,
  inOrder,
  lawOf,
  type After,
  type Done,
  type Said,
  type State,
  type Steps,
} from '../state.ts';

/** The clock to apply for coordination after a deadlock. */
export const applicationClock = (
  state: State,
  on: string,
): Pick<Said<'DeadlockDeclared'>, 'application'> => {
  const profile = lawOf(state);
  const within = profile.coordination?.applyWithin ?? null;
  return optional('application', clock(profile, 'application', on, within));
};

/** The clock to take up an application. */
export const acceptanceClock = (
  state: State,
  on: string,
): Pick<Said<'CoordinationApplied'>, 'acceptance'> => {
  const profile = lawOf(state);
  const within = profile.coordination?.acceptWithin ?? null;
  return optional('acceptance', clock(profile, 'acceptance', on, within));
};

/** The clock of the coordination itself. */
export const coordinationClock = (
  state: State,
  on: string,
): Pick<Said<'CoordinationAccepted'>, 'coordination'> => {
  const profile = lawOf(state);
  const period = profile.coordination?.period ?? null;
  return optional('coordination', clock(profile, 'coordination', on, period));
};

/** 30 (+15): both counted from the day the coordination was taken up. */
const together = ({ period, extension }: NonNullable<Profile['coordination']>): Period => ({
  ...extension,
  n: period.n + extension.n,
});

/** The coordination's clock with its extension; refuses where there is nothing to extend. */
export const extendedClock = (state: State, from = state.clocks.coordination?.from): Deadline => {
  const profile = lawOf(state);
  const { coordination: rule } = profile;
  const longer = rule && from && clock(profile, 'coordination', from, together(rule));
  ensure(Boolean(longer), 'extend-once', rule?.extension.article);
  return longer as Deadline;
};

/** One more fact of the deadlock that was declared last. */
const withDone = ({ rounds }: State, done: Done): State['rounds'] => [
  ...rounds.slice(0, -1),
  [...(rounds.at(-1) ?? []), done],
];

/** Elsewhere a deadlock is mediated as a dispute. */
const coordinated = {
  knows: (state: State) => lawOf(state).interestDisputes === 'coordination',
  otherwise: 'coordinated-here',
} as const;

/** An application in time opens a case again that only closed for want of one. */
const isOpenOrWaits = ({ phase, ground }: State): boolean =>
  phase !== 'closed' || ground === 'no-application';

export const coordinationSteps: Steps<
  | 'DeclareDeadlock'
  | 'ApplyForCoordination'
  | 'RecordNoApplication'
  | 'AcceptCoordination'
  | 'ExtendCoordination'
  | 'RecordCoordinationAgreed'
  | 'RecordCoordinationFailed'
> = {
  DeclareDeadlock: {
    already: (data, state) => {
      const declared = state.phase === 'deadlocked' && state.said.deadlock === data.on;
      return repeats(declared, state, 'DeadlockDeclared', data);
    },
    in: ['accepted', 'bargaining', 'rejected'],
    otherwise: 'not-now',
    record: (data, state) => {
      inOrder(state.acceptedOn, data.on);
      return [{ type: 'DeadlockDeclared', data: { ...data, ...applicationClock(state, data.on) } }];
    },
  },
  ApplyForCoordination: {
    already: (data, state) => {
      const applied = state.phase === 'applied' && state.said.application === data.on;
      return repeats(applied, state, 'CoordinationApplied', data);
    },
    in: ['deadlocked', 'closed'],
    otherwise: 'not-now',
    law: coordinated,
    offered: isOpenOrWaits,
    record: (data, state) => {
      const { application } = state.clocks;
      const closed = state.phase === 'closed';
      ensure(isOpenOrWaits(state), 'not-now');
      ensure(!application || data.on <= application.due, 'apply-in-time', application?.article);
      inOrder(String(state.said.deadlock), data.on);
      const applied = { ...data, ...acceptanceClock(state, data.on) };
      return [
        ...(closed
          ? [{ type: 'ClosingTakenBack', data: { because: 'application-in-time' } } as const]
          : []),
        { type: 'CoordinationApplied', data: applied },
      ];
    },
  },
  RecordNoApplication: {
    already: (_, { phase }) => ended.includes(phase),
    in: ['deadlocked'],
    otherwise: 'clock-must-run',
    record: (_, state, { at }) => {
      const due = state.clocks.application?.due ?? '';
      ensurePassed(state, due, at);
      return [
        { type: 'CaseClosed', data: { on: plusDays(due, 1), ground: 'no-application' } },
        ...stopping(state),
      ];
    },
  },
  AcceptCoordination: {
    already: (data, state) => {
      const accepted = state.phase === 'coordinating' && state.said.coordination === data.on;
      return repeats(accepted, state, 'CoordinationAccepted', data);
    },
    in: ['deadlocked', 'applied'],
    otherwise: 'not-now',
    law: coordinated,
    record: (data, state) => {
      ensure(data.mode === 'ex-officio' || state.phase === 'applied', 'apply-first');
      inOrder(String(state.said.application ?? state.said.deadlock), data.on);
      return [
        { type: 'CoordinationAccepted', data: { ...data, ...coordinationClock(state, data.on) } },
      ];
    },
  },
  ExtendCoordination: {
    already: ({ on }, { phase, extended }) => phase === 'coordinating' && extended === on,
    in: ['coordinating'],
    otherwise: 'not-now',
    record: ({ on }, state) => {
      const coordination = extendedClock(state);
      const due = state.clocks.coordination?.due ?? '';
      inOrder(String(state.said.coordination), on);
      ensure(state.extended === '' && on <= due, 'extend-once', coordination.article);
      return [{ type: 'CoordinationExtended', data: { on, coordination } }];
    },
  },
  RecordCoordinationAgreed: {
    already: (data, state) =>
      repeats(state.said.agreement === data.on, state, 'CoordinationAgreed', data),
    in: ['coordinating'],
    otherwise: 'not-now',
    record: (data, state) => {
      inOrder(String(state.said.coordination), data.on);
      return [{ type: 'CoordinationAgreed', data }];
    },
  },
  RecordCoordinationFailed: {
    already: (data, state) =>
      repeats(state.coordinationFailed === data.on, state, 'CoordinationFailed', data),
    in: ['coordinating'],
    otherwise: 'not-now',
    record: (data, state) => {
      inOrder(String(state.said.coordination), data.on);
      return [{ type: 'CoordinationFailed', data }];
    },
  },
};

export const afterCoordination: After<
  | 'DeadlockDeclared'
  | 'CoordinationApplied'
  | 'CoordinationAccepted'
  | 'CoordinationExtended'
  | 'CoordinationAgreed'
  | 'CoordinationFailed'
> = {
  DeadlockDeclared: (state, { on, application }, { id }) => ({
    ...state,
    rounds: [...state.rounds, [{ id, on }]],
    phase: 'deadlocked',
    said: { ...state.said, deadlock: on, application: undefined },
    clocks: wound(state, { application }),
  }),
  CoordinationApplied: (state, { on, acceptance }, { id }) => ({
    ...state,
    rounds: withDone(state, { id, on }),
    phase: 'applied',
    said: { ...state.said, application: on },
    clocks: wound(state, { application: undefined, acceptance }),
  }),
  CoordinationAccepted: (state, { on, coordination }, { id }) => ({
    ...state,
    rounds: withDone(state, { id, on }),
    phase: 'coordinating',
    extended: '',
    said: { ...state.said, coordination: on },
    clocks: wound(state, { application: undefined, acceptance: undefined, coordination }),
  }),
  CoordinationExtended: (state, { on, coordination }, { id }) => ({
    ...state,
    rounds: withDone(state, { id, on }),
    extended: on,
    clocks: wound(state, { coordination }),
  }),
  CoordinationAgreed: (state, { on }, { id }) => ({
    ...state,
    rounds: withDone(state, { id, on }),
    phase: 'bargaining',
    said: { ...state.said, agreement: on },
    clocks: wound(state, { coordination: undefined }),
  }),
  CoordinationFailed: (state, { on }, { id }) => ({
    ...state,
    rounds: withDone(state, { id, on }),
    phase: 'deadlocked',
    coordinationFailed: on,
    clocks: wound(state, { coordination: undefined }),
  }),
};
