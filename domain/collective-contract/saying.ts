import type { Decider } from '../shared/decider.ts';
import * as saying from '../shared/saying.ts';
import type { ContractCommand } from './commands.ts';
import type { ContractEvent } from './events.ts';
import { ensure } from './rules.ts';
import type { State } from './state.ts';

/** The fields that say which thing a fact is about; the others are about the contract. */
const about: Readonly<Record<string, readonly string[]>> = {
  AmendmentSigned: ['case'],
  EnterpriseAcceded: ['enterprise', 'from'],
  EnterpriseWithdrew: ['enterprise', 'on'],
  RectificationDemanded: ['breach'],
  BreachRectified: ['breach'],
};
const ids = (type: string): readonly string[] => about[type] ?? [];

type After = Decider<State, ContractCommand, ContractEvent>['after'];

/** `after` that also remembers what was said. */
export const remembering = (after: After): After => saying.remembering(after, ids);

/** Whether a command that finds its thing done asks for just that; refuses what says something else. */
export const repeats = saying.repeats<ContractEvent>(ids, () => {
  ensure(false, 'said-otherwise');
});
