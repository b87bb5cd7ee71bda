import type { Decider } from '../shared/decider.ts';
import { corrects } from './corrects.ts';
import { after } from './after.ts';
import { EnterpriseCommand } from './commands.ts';
import { corrections } from './corrections.ts';
import { EnterpriseEvent } from './events.ts';
import { rules, type Rule } from './rules.ts';
import { initial, type State } from './state.ts';
import { saidAnew } from './said-anew.ts';
import { steps } from './steps.ts';
import { takingBack } from './taking-back.ts';

/** An employer on the register, with its union; its id is its credit code where it has one. */
export const enterprise: Decider<State, EnterpriseCommand, EnterpriseEvent, Rule> = {
  category: 'enterprise',
  command: EnterpriseCommand,
  event: EnterpriseEvent,
  rules,
  initial,
  corrects,
  steps: { ...steps, ...corrections, ...saidAnew, ...takingBack },
  after,
};
