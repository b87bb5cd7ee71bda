import { daysBetween, plusDays } from '../../../shared/calendar.ts';
import { same } from '../../../shared/same.ts';
import type { Deadline } from '../../../shared/values.ts';
import { daysStood, recount, standing, wound } from '../../clocks.ts';
import type { DisputeEvent } from '../../events.ts';
import { once } from '../../saying.ts';
import {
  inOrder,
  placeOf,
  working,
  type After,
  type Said,
  type State,
  type Steps,
  type Suspension,
} from '../../state.ts';

type Clocks = Said<'HandlingResumed'>['clocks'];

/** The clocks that stood still, counted without those days. */
const resumedClocks = ({ suspensions, ...state }: State, on: string): Clocks => {
  const last = suspensions.at(-1);
  if (!last) return [];
  const over = [...suspensions.slice(0, -1), { ...last, resumedOn: on }];
  return last.stops.flatMap((name) => {
    const running = state.clocks[name];
    if (!running) return [];
    // An agreed day has moved by the earlier suspensions already.
    const which = running.period === '' ? over.slice(-1) : over;
    const stood = daysStood({ suspensions: which }, name, running);
    return [{ clock: name, deadline: recount(placeOf(state), running, stood) }];
  });
};

export const suspensionSteps: Steps<'SuspendHandling' | 'ResumeHandling'> = {
  SuspendHandling: once('HandlingSuspended', [...working, 'arbitrating'], (data, state) => {
    inOrder(state.suspensions.at(-1)?.resumedOn ?? state.about.on, data.on);
    return [{ type: 'HandlingSuspended', data: { ...data, stops: standing(state) } }];
  }),
  ResumeHandling: once('HandlingResumed', ['suspended'], (data, state) => {
    inOrder(state.suspensions.at(-1)?.on ?? '', data.on);
    const clocks = resumedClocks(state, data.on);
    return [{ type: 'HandlingResumed', data: { ...data, clocks } }];
  }),
};

type Days = Partial<Pick<Suspension, 'on' | 'resumedOn'>>;

/** The suspensions with the days of one of them said anew; each ends before the next begins. */
const saidAnew = (state: State, fact: string, days: Days): readonly Suspension[] => {
  const anew = state.suspensions.map((one) =>
    one.id === fact || one.resumption === fact ? { ...one, ...days } : one,
  );
  anew.forEach(({ on, resumedOn }, i) => {
    inOrder(anew[i - 1]?.resumedOn ?? state.about.on, on);
    if (resumedOn !== '') inOrder(on, resumedOn);
  });
  return anew;
};

/** What a clock says once the days it stood are said anew; `moved` by how many an agreed day moves. */
const countedAnew = (state: State, name: string, counted: Deadline, moved: number): Deadline =>
  counted.period === ''
    ? { ...counted, due: plusDays(counted.due, moved) }
    : recount(placeOf(state), counted, daysStood(state, name, counted));

const lengthOf = ({ on, resumedOn }: Suspension): number =>
  resumedOn === '' ? 0 : daysBetween(on, resumedOn);

/**
 * Every clock that stood still, counted anew with the days of one suspension said anew, whether it
 * runs or has been stopped. `agreed` are the agreed days that moved by this suspension.
 */
export const clocksAnew = (
  state: State,
  fact: string,
  days: Days,
  agreed: readonly string[],
): { readonly clocks: Clocks; readonly follow: readonly DisputeEvent[] } => {
  const suspensions = saidAnew(state, fact, days);
  const lengths = (list: readonly Suspension[]): number =>
    list.reduce((sum, one) => sum + lengthOf(one), 0);
  const moved = lengths(suspensions) - lengths(state.suspensions);
  const names = [...new Set(suspensions.flatMap(({ stops }) => stops))];
  const clocks = names.flatMap((name) => {
    const counted = state.everWound[name];
    const by = agreed.includes(name) ? moved : 0;
    return counted
      ? [{ clock: name, deadline: countedAnew({ ...state, suspensions }, name, counted, by) }]
      : [];
  });
  const changed = clocks.filter(
    ({ clock, deadline }) => !same(deadline, state.everWound[clock] as Deadline),
  );
  return {
    clocks,
    follow: changed.map((data) => ({ type: 'DeadlineRecomputed', data })),
  };
};

export const afterSuspensions: After<'HandlingSuspended' | 'HandlingResumed'> = {
  HandlingSuspended: (state, { on, stops }, { id }) => ({
    ...state,
    phase: 'suspended',
    before: state.phase === 'suspended' ? state.before : state.phase,
    suspensions: [...state.suspensions, { id, on, stops, resumedOn: '', resumption: '' }],
  }),
  HandlingResumed: (state, { on, clocks }, { id }) => ({
    ...state,
    phase: state.phase === 'suspended' ? state.before : state.phase,
    suspensions: state.suspensions.map((one, i) =>
      i === state.suspensions.length - 1 ? { ...one, resumedOn: on, resumption: id } : one,
    ),
    clocks: wound(
      state,
      Object.fromEntries(clocks.map(({ clock: name, deadline }) => [name, deadline])),
    ),
  }),
};
