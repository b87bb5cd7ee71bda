import type { Step } from '../../../shared/decider.ts';
import type { ContractEvent } from '../../events.ts';
import type { Rule } from '../../rules.ts';
import type { Phase, State } from '../../state.ts';

/** A step that is open once the contract is over, too, where it was open to the contract as it stood before. */
export const alsoOnceOver = <Data>(
  step: Step<State, Data, ContractEvent, Rule>,
  over: Phase,
  before: (state: State) => State,
) => ({
  ...step,
  already: (...[data, state, moment]: Parameters<typeof step.record>): boolean =>
    [state, before(state)].some((stood) => step.already?.(data, stood, moment) ?? false),
  in: [...step.in, over],
  offered: (state: State): boolean => {
    const stood = before(state);
    return step.in.includes(stood.phase) && (step.offered?.(stood) ?? true);
  },
});
