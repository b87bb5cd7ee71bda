import type { Deadline } from '../../../shared/values.ts';
import type { ContractEvent } from '../../events.ts';
import {
  binding,
  employerEndOf,
  supersessionOf,
  noEnd,
  type End,
  type State,
} from '../../state.ts';
import { original, recorded, type Ask, type Said, type Steps } from '../../terms.ts';
import { expiryOf } from '../text/force.ts';
import { termClocks } from '../text/review.ts';

type Clocks = Readonly<Record<string, Deadline>>;

const clocksOf = (state: State, name: string, rule = name): Clocks => {
  const set = state.deadlines[rule];
  return set ? { [name]: set } : {};
};

/** What a text in force owes, also when its term has run out: its publication while it is due, and a report. */
const owed = (state: State): Clocks => ({
  ...(state.publishedOn === '' && clocksOf(state, 'publication')),
  ...clocksOf(state, 'fulfilment-report'),
});

/** The clocks of a text in force, with those of its term. */
const inForce = (state: State): Clocks => {
  const { renewal, term, notice } = termClocks(state, binding(state));
  return {
    ...owed(state),
    ...(notice && { 'notice-to-other-side': notice }),
    ...(renewal && { 'renewal-opens': renewal }),
    ...(term && { 'term-end': term }),
  };
};

/** The clocks that run, or ran, where the contract stands so. */
export const clocksAs = (state: State, before: State['phase']): Clocks => {
  const { effects } = state;
  if (before === 'expired') return owed(state);
  const force = effects.length > 0 ? inForce(state) : {};
  if (before === 'signed' || before === 'amending')
    return { ...force, ...clocksOf(state, 'filing') };
  if (before.endsWith('under-review'))
    return { ...force, ...clocksOf(state, state.filing.clock || 'review', 'review') };
  return force;
};

/** The clocks that run again without this end; what had ended in another way as well is ended still. */
const clocksWithout = (state: State, end: End): Clocks =>
  state.ends.every(({ by, other }) => by === end.by && other === end.other)
    ? clocksAs(state, state.before)
    : {};

/** The employer did not end, or it never had the contract: the contract goes on. */
export const employerEndTakenBack = (
  state: State,
  { enterprise, reason }: Ask<'TakeBackEmployerEnd'>,
): ContractEvent => {
  const end = employerEndOf(state);
  const data = { takesBack: [end.id], reason, enterprise, clocks: clocksWithout(state, end) };
  return { type: 'EmployerEndTakenBack', data };
};

/** What runs again without an end that people agreed; what had run out by then has its end to report again. */
const clocksWithoutAgreed = (state: State, end: End): Clocks => {
  const clocks = clocksWithout(state, end);
  if (state.ends.length > 1 || state.before !== 'expired') return clocks;
  const { report } = expiryOf(binding(state).termEnd, state).data;
  return report ? { ...clocks, 'report-end': report } : clocks;
};

/** What was agreed as its end is set aside, for an act that came before it. */
export const agreedEndTakenBack = (state: State, end: End, reason: string): ContractEvent => ({
  type: 'AgreedEndTakenBack',
  data: { takesBack: [end.id], reason, clocks: clocksWithout(state, end) },
});

/** An end that people agreed, and that never was: the contract goes on. */
const neverAgreed = (
  { takesBack, reason }: Ask<'TakeBackRescission'>,
  state: State,
  { on }: { readonly on: string },
): Said<'RescissionTakenBack'> => {
  const end = state.ends.find(({ id }) => id === takesBack) ?? noEnd;
  return { takesBack: [takesBack], reason, on, clocks: clocksWithoutAgreed(state, end) };
};

/** The contract that stood in its place does not, or from another day. */
export const supersessionTakenBack = (state: State, by: string): ContractEvent => {
  const clocks = clocksWithout(state, supersessionOf(state, by));
  return { type: 'SupersessionTakenBack', data: { by, clocks } };
};

const onceOnly = {
  already: ({ takesBack }: Ask<'TakeBackRescission'>, state: State) =>
    state.takenBack.includes(takesBack),
  in: recorded,
  otherwise: 'contract-on-record',
} as const;

/** What ended the contract, by its employer or by the word of people, and did not after all. */
export const takingBackSteps: Pick<
  Steps,
  'TakeBackEmployerEnd' | 'TakeBackRescission' | 'TakeBackTermination'
> = {
  TakeBackRescission: {
    ...onceOnly,
    record: (data, state, moment) => {
      const was = original(moment, data.takesBack, 'ContractRescinded');
      return [{ type: 'RescissionTakenBack', data: neverAgreed(data, state, was) }];
    },
  },
  TakeBackTermination: {
    ...onceOnly,
    record: (data, state, moment) => {
      const was = original(moment, data.takesBack, 'ContractTerminated');
      return [{ type: 'TerminationTakenBack', data: neverAgreed(data, state, was) }];
    },
  },
  TakeBackEmployerEnd: {
    already: ({ enterprise }, state) =>
      state.phase === 'void' || employerEndOf(state).other !== enterprise,
    in: recorded,
    otherwise: 'contract-on-record',
    record: (data, state) => [employerEndTakenBack(state, data)],
  },
};
