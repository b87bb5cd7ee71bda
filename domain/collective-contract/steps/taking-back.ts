import type { Deadline } from '../../shared/values.ts';
import type { ContractEvent } from '../events.ts';
import { binding, employerEndOf, supersessionOf, type End, type State } from '../state.ts';
import { recorded, type Ask, type Steps } from '../terms.ts';
import { termClocks } from './review.ts';

type Clocks = Readonly<Record<string, Deadline>>;

const clocksOf = (state: State, name: string, rule = name): Clocks => {
  const set = state.deadlines[rule];
  return set ? { [name]: set } : {};
};

/** The clocks of a text in force: its publication while it is due, and those of its term. */
const inForce = (state: State): Clocks => {
  const { renewal, term, notice } = termClocks(state, binding(state));
  return {
    ...(state.publishedOn === '' && clocksOf(state, 'publication')),
    ...clocksOf(state, 'fulfilment-report'),
    ...(notice && { 'notice-to-other-side': notice }),
    ...(renewal && { 'renewal-opens': renewal }),
    ...(term && { 'term-end': term }),
  };
};

/** The clocks that ran when the contract ended. */
const clocksBefore = (state: State): Clocks => {
  const { before, effects } = state;
  const force = effects.length > 0 && before !== 'expired' ? inForce(state) : {};
  if (before === 'signed' || before === 'amending')
    return { ...force, ...clocksOf(state, 'filing') };
  if (before.endsWith('under-review'))
    return { ...force, ...clocksOf(state, state.filing.clock || 'review', 'review') };
  return force;
};

/** The clocks that run again without this end; what had ended in another way as well is ended still. */
const clocksWithout = (state: State, end: End): Clocks =>
  state.ends.every(({ by, other }) => by === end.by && other === end.other)
    ? clocksBefore(state)
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

/** What was agreed as its end is set aside, for an act that came before it. */
export const agreedEndTakenBack = (state: State, end: End, reason: string): ContractEvent => ({
  type: 'AgreedEndTakenBack',
  data: { takesBack: [end.id], reason, clocks: clocksWithout(state, end) },
});

/** The contract that stood in its place does not, or from another day. */
export const supersessionTakenBack = (state: State, by: string): ContractEvent => {
  const clocks = clocksWithout(state, supersessionOf(state, by));
  return { type: 'SupersessionTakenBack', data: { by, clocks } };
};

/** What was recorded because an employer ended, and did not after all. */
export const takingBackSteps: Pick<Steps, 'TakeBackEmployerEnd'> = {
  TakeBackEmployerEnd: {
    already: ({ enterprise }, state) =>
      state.phase === 'void' || employerEndOf(state).other !== enterprise,
    in: recorded,
    otherwise: 'contract-on-record',
    record: (data, state) => [employerEndTakenBack(state, data)],
  },
};
