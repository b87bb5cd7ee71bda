import { currentCalendar, type Calendar } from '../law/holidays.ts';
import { isCountedBack } from '../law/clocks.ts';
import { before, deadline } from '../law/deadlines.ts';
import type { Period, Profile } from '../law/profile.ts';
import { dayOf, daysBetween } from '../shared/calendar.ts';
import { same } from '../shared/same.ts';
import { mapValues } from '../shared/map-values.ts';
import type { Deadline } from '../shared/values.ts';
import { ensure } from './rules.ts';
import type { BargainingEvent } from './events.ts';
import { ended, lawOf, open, talking, type After, type State, type Steps } from './state.ts';

/** `{ [key]: value }`, or nothing where there is no value: facts leave out what they do not say. */
export const optional = <K extends string, V>(key: K, value: V | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { readonly [k in K]?: V };

/** The clock the law sets, or undefined where it sets none. */
export const clock = (
  profile: Profile,
  rule: string,
  from: string,
  period: Period | null,
): Deadline | undefined => (period ? deadline({ rule, from, period, profile }) : undefined);

/** The period that a stored deadline was counted with. */
const periodOf = ({ period, article }: Deadline): Period => {
  const [n = '', unit = ''] = period.split(' ');
  return { n: Number(n), unit: unit as Period['unit'], article };
};

/** A running clock counted anew: by the calendar, and without the days it stood still. */
export const recount = (
  profile: Profile,
  running: Deadline,
  suspendedDays = 0,
  calendar: Calendar = currentCalendar,
): Deadline => {
  const { rule, from } = running;
  const clock = { rule, from, period: periodOf(running), profile, calendar };
  return isCountedBack(rule) ? before(clock) : deadline({ ...clock, suspendedDays });
};

/** Days that the window does not count: of every suspension that stopped it and is over. */
export const daysStood = ({ suspensions }: State): number =>
  suspensions
    .filter(({ stops, resumedOn }) => stops.includes('window') && resumedOn !== '')
    .reduce((sum, { on, resumedOn }) => sum + daysBetween(on, resumedOn), 0);

/** Sets clocks running; undefined stops one. */
export const wound = (
  { clocks }: Pick<State, 'clocks'>,
  changes: Readonly<Record<string, Deadline | undefined>>,
): State['clocks'] =>
  Object.fromEntries(
    Object.entries({ ...clocks, ...changes }).flatMap(([name, set]) => (set ? [[name, set]] : [])),
  );

/** A window clock for the event that starts it, unless one runs or has run. */
export const windowFrom = (
  state: State,
  event: NonNullable<Profile['window']>['from'],
  from: string,
): Deadline | undefined => {
  const profile = lawOf(state);
  if (profile.window?.from !== event || state.clocks.window) return undefined;
  return clock(profile, 'window', from, profile.window.period);
};

/** Whether the window stands still now. */
const windowStands = ({ phase, suspensions }: State): boolean =>
  phase === 'suspended' && suspensions.at(-1)?.stops.includes('window') === true;

/** The legal day has passed: the place's day of recording is later than the last day. */
export const ensurePassed = (state: State, due: string | undefined, at: string): void =>
  ensure(due !== undefined && due !== '' && dayOf(at, lawOf(state).zone) > due, 'clock-must-run');

/** The clocks of single offers, seats and drafts that still run, as the fact that stops them; nothing when none does. */
export const stopping = (
  { clocks }: State,
  which: (name: string) => boolean = () => true,
): BargainingEvent[] => {
  const names = Object.keys(clocks).filter(
    (name) => /^(reply|vacancy|congress):/.test(name) && which(name),
  );
  return names.length > 0 ? [{ type: 'ClocksStopped', data: { clocks: names } }] : [];
};

const isOverdue = (state: State, name: string, at: string, due: string): boolean =>
  state.offers[name.replace('reply:', '')]?.overdue === true && dayOf(at, lawOf(state).zone) <= due;

/** What a newer calendar makes of one running clock; a reply that is not yet late any more is no longer overdue. */
const recomputed = (state: State, name: string, at: string): readonly BargainingEvent[] => {
  const running = state.clocks[name];
  // No calendar has a say in what was set without one.
  if (!running || running.calendarVersion === '') return [];
  const now = recount(lawOf(state), running, name === 'window' ? daysStood(state) : 0);
  if (same(now, running)) return [];
  const moved = { type: 'DeadlineRecomputed', data: { clock: name, deadline: now } } as const;
  if (!name.startsWith('reply:') || !isOverdue(state, name, at, now.due)) return [moved];
  const offer = name.slice('reply:'.length);
  return [moved, { type: 'OverdueTakenBack', data: { offer, because: 'calendar' } }];
};

/** The window counted anew after its start or a suspension was corrected; nothing when it says the same. */
export const rewound = (state: State, window: Deadline | undefined): readonly BargainingEvent[] => {
  if (!window || !state.clocks.window) return [];
  const now = recount(lawOf(state), window, daysStood(state));
  return [{ type: 'DeadlineRecomputed', data: { clock: 'window', deadline: now } }];
};

export const clockSteps: Steps<'RecordWindowOver' | 'RecomputeDeadlines'> = {
  RecordWindowOver: {
    already: (_, { phase, windowRanOut, clocks }) =>
      ended.includes(phase) || (windowRanOut !== '' && windowRanOut === clocks.window?.due),
    in: talking,
    otherwise: 'clock-must-run',
    record: (_, state, { at }) => {
      ensure(!windowStands(state), 'clock-must-run');
      const due = state.clocks.window?.due ?? '';
      ensurePassed(state, due, at);
      return [{ type: 'WindowRanOut', data: { due } }];
    },
  },
  RecomputeDeadlines: {
    already: (_, { phase }) => ended.includes(phase),
    in: open,
    otherwise: 'not-now',
    record: (_, state, { at }) =>
      Object.keys(state.clocks).flatMap((name) => recomputed(state, name, at)),
  },
};

const mapNames = <V>(names: readonly string[], see: (name: string) => V): Record<string, V> =>
  Object.fromEntries(names.map((name) => [name, see(name)]));

export const afterClocks: After<'WindowRanOut' | 'DeadlineRecomputed' | 'ClocksStopped'> = {
  WindowRanOut: (state, { due }) => ({ ...state, windowRanOut: due }),
  ClocksStopped: (state, { clocks }, { id }) => ({
    ...state,
    stopped: {
      id,
      clocks: wound(
        { clocks: {} },
        mapNames(clocks, (name) => state.clocks[name]),
      ),
    },
    clocks: wound(
      state,
      mapNames(clocks, () => undefined),
    ),
  }),
  DeadlineRecomputed: (state, { clock: name, deadline: now }) => ({
    ...state,
    clocks: wound(state, { [name]: now }),
    offers: mapValues(state.offers, (offer, id) =>
      name === `reply:${id}` ? { ...offer, due: now.due } : offer,
    ),
    vacancies: state.vacancies.map((seat) =>
      name === `vacancy:${seat.person}` && seat.filledOn === '' ? { ...seat, due: now.due } : seat,
    ),
  }),
};
