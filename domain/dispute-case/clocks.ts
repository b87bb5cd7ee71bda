import { before, deadline } from '../law/deadlines.ts';
import { currentCalendar, type Calendar } from '../law/holidays.ts';
import type { Period, Profile } from '../law/profile.ts';
import { dayOf, daysBetween, plusDays } from '../shared/calendar.ts';
import { same } from '../shared/same.ts';
import type { Deadline } from '../shared/values.ts';
import type { DisputeEvent } from './events.ts';
import { ensure } from './rules.ts';
import { placeOf, type After, type State, type Steps } from './state.ts';

/** `{ [key]: value }`, or nothing where there is no value: facts leave out what they do not say. */
export const optional = <K extends string, V>(key: K, value: V | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { readonly [k in K]?: V };

type Place = Pick<State, 'about'>;

/** The clock the law sets from a day, under this name; nothing where the law sets none. */
export const clock = (
  state: Place,
  rule: string,
  from: string,
  period: Period | null | undefined,
): Deadline | undefined =>
  period ? deadline({ rule, from, period, profile: placeOf(state) }) : undefined;

/** The last day before a coming day; nothing where the law sets none. */
export const backwards = (
  state: Place,
  rule: string,
  from: string,
  period: Period | undefined,
): Deadline | undefined =>
  period ? before({ rule, from, period, profile: placeOf(state) }) : undefined;

/** A day that was agreed, not counted: no calendar has a say. */
export const agreedDay = (rule: string, from: string, due: string): Deadline => ({
  rule,
  from,
  due,
  period: '',
  article: '',
  calendar: 'final',
  calendarVersion: '',
});

/** Sets clocks running; undefined stops one. */
export const wound = (
  { clocks }: Pick<State, 'clocks'>,
  changes: Readonly<Record<string, Deadline | undefined>>,
): State['clocks'] =>
  Object.fromEntries(
    Object.entries({ ...clocks, ...changes }).flatMap(([name, set]) => (set ? [[name, set]] : [])),
  );

/** The clocks without those that are met or stopped. */
export const without = (state: Pick<State, 'clocks'>, ...names: readonly string[]) =>
  wound(state, Object.fromEntries(names.map((name) => [name, undefined])));

/** Days this clock stood still since it began, in suspensions that are over. */
export const daysStood = (
  { suspensions }: Pick<State, 'suspensions'>,
  name: string,
  { from }: Pick<Deadline, 'from'>,
): number =>
  suspensions
    .filter(({ stops, resumedOn }) => stops.includes(name) && resumedOn !== '')
    .reduce(
      (sum, { on, resumedOn }) => sum + Math.max(0, daysBetween(on > from ? on : from, resumedOn)),
      0,
    );

/** Whether this clock stood still in a suspension that is over. */
export const hasStood = ({ suspensions }: Pick<State, 'suspensions'>, name: string): boolean =>
  suspensions.some(({ stops, resumedOn }) => stops.includes(name) && resumedOn !== '');

/** A running clock counted anew, without the days it stood still; an agreed day moves by those. */
export const recount = (
  profile: Profile,
  running: Deadline,
  suspendedDays = 0,
  calendar: Calendar = currentCalendar,
): Deadline => {
  const { rule, from, article } = running;
  if (running.period === '') return { ...running, due: plusDays(running.due, suspendedDays) };
  const [n = '', unit = ''] = running.period.split(' ');
  const period = { n: Number(n), unit: unit as Period['unit'], article };
  return deadline({ rule, from, period, profile, suspendedDays, calendar });
};

/** The place's day of recording is later than the last day. */
export const ensurePassed = (state: State, due: string | undefined, at: string): void =>
  ensure(due !== undefined && dayOf(at, placeOf(state).zone) > due, 'clock-must-run');

const prefixed = (name: string, prefixes: readonly string[]): boolean =>
  prefixes.some((prefix) => name === prefix || name.startsWith(`${prefix}:`));

/** The fact that stops the running clocks of these kinds; nothing when none runs. */
export const stopping = (
  { clocks }: Pick<State, 'clocks'>,
  ...kinds: readonly string[]
): DisputeEvent[] => {
  const names = Object.keys(clocks).filter((name) => prefixed(name, kinds));
  return names.length > 0 ? [{ type: 'ClocksStopped', data: { clocks: names } }] : [];
};

/** Clocks of the mediation itself: they end with it and stand still in a suspension. */
export const ofMediation = [
  'acceptance',
  'mediation-from-receipt',
  'mediation-from-acceptance',
  'negotiation-reply',
];
/** Clocks of an agreement: they end with it. */
export const ofAgreements = [
  'performance',
  'review',
  'confirmation',
  'enforcement',
  'payment-order',
  'payment',
];
export const ofArbitration = [
  'arbitration-acceptance',
  'service',
  'tribunal',
  'defence',
  'defence-forward',
  'hearing-notice',
  'postponement',
  'award',
];

/** The clocks that a suspension stops. */
export const standing = ({ clocks }: State): string[] =>
  Object.keys(clocks).filter((name) =>
    prefixed(name, ['mediation-from-receipt', 'mediation-from-acceptance', 'award']),
  );

/** What a newer calendar makes of a running clock; those that are backwards or agreed stay. */
const recomputed = (state: State, name: string): DisputeEvent[] => {
  const running = state.clocks[name];
  if (!running || running.period === '') return [];
  if (prefixed(name, ['hearing-notice', 'postponement'])) return [];
  const stood = name === 'limitation' ? state.limitation.stood : daysStood(state, name, running);
  const now = recount(placeOf(state), running, stood);
  return same(now, running)
    ? []
    : [{ type: 'DeadlineRecomputed', data: { clock: name, deadline: now } }];
};

export const clockSteps: Steps<'RecomputeDeadlines'> = {
  RecomputeDeadlines: {
    already: (_, { phase }) => phase === 'void' || phase === 'history',
    in: ['received', 'mediating', 'suspended', 'settled', 'concluded', 'arbitrating', 'decided'],
    otherwise: 'not-now',
    record: (_, state) => Object.keys(state.clocks).flatMap((name) => recomputed(state, name)),
  },
};

export const afterClocks: After<'DeadlineRecomputed' | 'ClocksStopped'> = {
  DeadlineRecomputed: (state, { clock: name, deadline: now }) => ({
    ...state,
    everWound: { ...state.everWound, [name]: now },
    clocks: state.clocks[name] ? wound(state, { [name]: now }) : state.clocks,
  }),
  ClocksStopped: (state, { clocks }) => ({ ...state, clocks: without(state, ...clocks) }),
};
