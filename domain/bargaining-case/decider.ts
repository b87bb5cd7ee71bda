import { afterClocks, clockSteps } from './clocks.ts';
import { afterClosing, closingSteps } from './closing.ts';
import { BargainingCommand } from './commands.ts';
import { afterCongress, congressSteps } from './congress.ts';
import { afterCoordination, coordinationSteps } from './coordination.ts';
import { corrections } from './corrections.ts';
import { afterDelegates, delegateSteps } from './delegates.ts';
import { BargainingEvent } from './events.ts';
import { afterOffers, offerSteps } from './offers.ts';
import { afterOpening, openingSteps } from './opening.ts';
import { afterProposals, proposalSteps } from './proposals.ts';
import { rules } from './rules.ts';
import { afterSigning, signingSteps } from './signing.ts';
import { initial, type Case } from './state.ts';
import { afterSuspension, suspensionSteps } from './suspension.ts';
import { afterTable, tableSteps } from './table.ts';
import { tableCorrections } from './table-corrections.ts';

/**
 * A bargaining case, from the offer to the signatures: each stage has its file with its rows of
 * the state table and what its facts leave behind.
 */
export const bargainingCase: Case = {
  category: 'bargainingCase',
  command: BargainingCommand,
  event: BargainingEvent,
  rules,
  initial,
  steps: {
    ...openingSteps,
    ...offerSteps,
    ...delegateSteps,
    ...tableSteps,
    ...proposalSteps,
    ...suspensionSteps,
    ...coordinationSteps,
    ...congressSteps,
    ...signingSteps,
    ...closingSteps,
    ...clockSteps,
    ...corrections,
    ...tableCorrections,
  },
  after: {
    ...afterOpening,
    ...afterOffers,
    ...afterDelegates,
    ...afterTable,
    ...afterProposals,
    ...afterSuspension,
    ...afterCoordination,
    ...afterCongress,
    ...afterSigning,
    ...afterClosing,
    ...afterClocks,
  },
};
