import { bargainingPipeline } from './bargaining-pipeline.ts';
import { contractFlow } from './contract-flow.ts';
import { contractRate } from './contract-rate.ts';
import { contractStock } from './contract-stock.ts';
import type { Figure } from './figure.ts';
import { daysToResolution } from './days-to-resolution.ts';
import { disputeLedger } from './dispute-ledger.ts';
import { fulfilmentRate } from './fulfilment-rate.ts';
import { mediationOnTime } from './mediation-on-time.ts';
import { mediationSuccess } from './mediation-success.ts';
import { mediationWorkload } from './mediation-workload.ts';
import { replyOnTime } from './reply-on-time.ts';
import { resolutionFollowUp } from './resolution-follow-up.ts';
import { settlementPerformance } from './settlement-performance.ts';
import { unionRate } from './union-rate.ts';
import { wageIncrease } from './wage-increase.ts';
import { workerCoverage } from './worker-coverage.ts';

/** Every published figure. */
export const figures: readonly Figure[] = [
  contractRate,
  workerCoverage,
  contractStock,
  contractFlow,
  fulfilmentRate,
  wageIncrease,
  replyOnTime,
  bargainingPipeline,
  unionRate,
  mediationSuccess,
  mediationOnTime,
  daysToResolution,
  disputeLedger,
  mediationWorkload,
  settlementPerformance,
  resolutionFollowUp,
];
