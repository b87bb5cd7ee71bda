import type { Profile } from '../../law/profile.ts';
import { daysBetween } from '../../shared/calendar.ts';
import { daysStood, recount, wound } from '../clocks.ts';
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
  type Suspension,
} from '../state.ts';

type Asked = Ask<'SuspendBargaining'>;

/** Whom the place wants to agree to a suspension; force majeure asks nobody where it is the ground. */
const hasConsent = (
  { needs }: NonNullable<Profile['suspension']>,
  { ground, consents }: Asked,
): boolean => {
  const both = consents.includes('employer') && consents.includes('employees');
  switch (needs) {
    case 'both-sides':
      return both;
    case 'employees-consent':
      return consents.includes('employees');
    case 'force-majeure':
      return both || ground === 'force-majeure';
    case 'not-set':
      return true;
  }
};

/** Days of the other suspensions of the case that are over. */
const daysBefore = ({ suspensions }: State, but: string): number =>
  suspensions
    .filter(({ id, resumedOn }) => id !== but && resumedOn !== '')
    .reduce((sum, { on, resumedOn }) => sum + daysBetween(on, resumedOn), 0);

/** The suspension is agreed as the law asks and no longer than it allows; `but` is the one corrected. */
export const ensureSuspension = (state: State, data: Asked, but = ''): void => {
  inOrder(state.acceptedOn, data.on);
  inOrder(data.on, data.until);
  const rule = lawOf(state).suspension;
  if (!rule) return;
  const { cap, cumulative, beyondByAgreement, article } = rule;
  ensure(hasConsent(rule, data), 'suspension-consent', article);
  if (!cap || (beyondByAgreement && new Set(data.consents).size === 2)) return;
  const days = daysBetween(data.on, data.until) + (cumulative ? daysBefore(state, but) : 0);
  ensure(days <= cap.n, 'suspension-cap', cap.article);
};

/** The clocks that a suspension on this ground stops in this place. */
export const stopped = (state: State, ground: Asked['ground']): string[] => {
  const excludes = lawOf(state).window?.excludes ?? 'none';
  const stops =
    excludes === 'every-suspension' || (excludes === 'force-majeure' && ground === 'force-majeure');
  return stops && state.clocks.window ? ['window'] : [];
};

/** What resuming says about the window: the days it did not count, and its new end. */
export const resumed = (
  state: State,
  suspension: Suspension,
  on: string,
): Pick<Said<'BargainingResumed'>, 'excluded' | 'window'> => {
  const { window } = state.clocks;
  if (!suspension.stops.includes('window') || !window) return { excluded: 0 };
  const excluded = daysBetween(suspension.on, on);
  const others = daysStood({
    ...state,
    suspensions: state.suspensions.filter(({ id }) => id !== suspension.id),
  });
  return { excluded, window: recount(lawOf(state), window, others + excluded) };
};

export const suspensionSteps: Steps<'SuspendBargaining' | 'ResumeBargaining'> = {
  SuspendBargaining: {
    already: (data, state) => {
      const stands = state.phase === 'suspended' && state.suspensions.at(-1)?.on === data.on;
      return repeats(stands, state, 'BargainingSuspended', data);
    },
    in: ['accepted', 'bargaining'],
    otherwise: 'not-now',
    record: (data, state) => {
      ensureSuspension(state, data);
      const stops = stopped(state, data.ground);
      return [{ type: 'BargainingSuspended', data: { ...data, stops } }];
    },
  },
  ResumeBargaining: {
    already: ({ on }, { phase, suspensions }) =>
      phase !== 'suspended' && suspensions.at(-1)?.resumedOn === on,
    in: ['suspended'],
    otherwise: 'not-now',
    record: ({ on }, state) => {
      const suspension = state.suspensions.at(-1) ?? none;
      inOrder(suspension.on, on);
      return [{ type: 'BargainingResumed', data: { on, ...resumed(state, suspension, on) } }];
    },
  },
};

const none: Suspension = { id: '', on: '', stops: [], resumedOn: '', resumption: '' };

export const afterSuspension: After<'BargainingSuspended' | 'BargainingResumed'> = {
  BargainingSuspended: (state, { on, stops }, { id }) => ({
    ...state,
    phase: 'suspended',
    before: state.phase,
    suspensions: [...state.suspensions, { id, on, stops, resumedOn: '', resumption: '' }],
  }),
  BargainingResumed: (state, { on, window }, { id }) => ({
    ...state,
    phase: state.before,
    suspensions: state.suspensions.map((suspension, i) =>
      i === state.suspensions.length - 1
        ? { ...suspension, resumedOn: on, resumption: id }
        : suspension,
    ),
    windowRanOut: window ? '' : state.windowRanOut,
    clocks: wound(state, window ? { window } : {}),
  }),
};
