import type { Decider } from '../shared/decider.ts';
import { corrects } from './corrects.ts';
import { after } from './after.ts';
import { noting } from './came.ts';
import { ContractCommand } from './commands.ts';
import { ContractEvent } from './events.ts';
import { rules, type Rule } from './rules.ts';
import { remembering } from './saying.ts';
import { initial, type State } from './state.ts';
import { amendmentSteps } from './steps/amendment-taken-back.ts';
import { beforeItsEndSteps } from './steps/before-its-end.ts';
import { correctionSteps } from './steps/corrections.ts';
import { endingSteps } from './steps/ending.ts';
import { followingEmployerSteps } from './steps/following-employer.ts';
import { followingRenewalSteps } from './steps/following-renewal.ts';
import { forceSteps } from './steps/force.ts';
import { historyCorrections } from './steps/history-corrections.ts';
import { noticeSteps } from './steps/notice.ts';
import { performanceCorrections } from './steps/performance-corrections.ts';
import { performanceSteps } from './steps/performance.ts';
import { reviewSteps } from './steps/review.ts';
import { rosterSteps } from './steps/roster.ts';
import { signingSteps } from './steps/signing.ts';
import { successionSteps } from './steps/succession.ts';
import { takingBackSteps } from './steps/taking-back.ts';
import { followingSteps, textCorrections } from './steps/text-corrections.ts';

export type { State as ContractState } from './state.ts';

/** A collective contract: signed, filed, reviewed, in force by word or by silence, performed, ended. */
export const collectiveContract: Decider<State, ContractCommand, ContractEvent, Rule> = {
  category: 'contract',
  command: ContractCommand,
  event: ContractEvent,
  rules,
  initial,
  corrects,
  steps: {
    ...signingSteps,
    ...reviewSteps,
    ...forceSteps,
    ...rosterSteps,
    ...performanceSteps,
    ...endingSteps,
    ...successionSteps,
    ...followingEmployerSteps,
    ...followingRenewalSteps,
    ...noticeSteps,
    ...takingBackSteps,
    ...amendmentSteps,
    ...textCorrections,
    ...historyCorrections,
    ...correctionSteps,
    ...performanceCorrections,
    ...followingSteps,
    ...beforeItsEndSteps,
  },
  after: remembering(noting(after)),
};
