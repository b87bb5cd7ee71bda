import type { Deadline } from '../../shared/values.ts';
import type { ContractEvent } from '../events.ts';
import { binding, type State } from '../state.ts';
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

/** The employer did not end, or it never had the contract: the contract goes on. */
export const employerEndTakenBack = (
  state: State,
  { enterprise, reason }: Ask<'TakeBackEmployerEnd'>,
): ContractEvent => {
  // What had ended in another way as well is ended still.
  const clocks = state.ends.length < 2 ? clocksBefore(state) : {};
  const data = { takesBack: [state.end.id], reason, enterprise, clocks };
  return { type: 'EmployerEndTakenBack', data };
};

/** What was recorded because an employer ended, and did not after all. */
export const takingBackSteps: Pick<Steps, 'TakeBackEmployerEnd'> = {
  TakeBackEmployerEnd: {
    already: ({ enterprise }, { phase, end }) =>
      phase === 'void' || end.by !== 'employer' || end.other !== enterprise,
    in: recorded,
    otherwise: 'contract-on-record',
    record: (data, state) => [employerEndTakenBack(state, data)],
  },
};
