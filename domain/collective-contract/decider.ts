import type { Decider } from '../shared/decider.ts';
import { corrects } from './corrects.ts';
import { after } from './after.ts';
import { noting } from './came.ts';
import { ContractCommand } from './commands.ts';
import { ContractEvent } from './events.ts';
import { rules, type Rule } from './rules.ts';
import { remembering } from './saying.ts';
import { initial, type State } from './state.ts';
import { amendmentSteps } from './steps/end/amendment-taken-back.ts';
import { beforeItsEndSteps } from './steps/end/before-its-end.ts';
import { correctionSteps } from './steps/corrections.ts';
import { endingSteps } from './steps/end/ending.ts';
import { followingEmployerSteps } from './steps/end/following-employer.ts';
import { followingRenewalSteps } from './steps/end/following-renewal.ts';
import { forceSteps } from './steps/text/force.ts';
import { historyCorrections } from './steps/history-corrections.ts';
import { noticeSteps } from './steps/text/notice.ts';
import { performanceCorrections } from './steps/performance/performance-corrections.ts';
import { performanceSteps } from './steps/performance/performance.ts';
import { reviewSteps } from './steps/text/review.ts';
import { rosterSteps } from './steps/roster.ts';
import { signingSteps } from './steps/text/signing.ts';
import { successionSteps } from './steps/end/succession.ts';
import { takingBackSteps } from './steps/end/taking-back.ts';
import { followingSteps, textCorrections } from './steps/text/text-corrections.ts';

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
