import { policy, type AnyPolicy, type Category } from '../shared/policy.ts';
import { contractGoesTheWayOfItsEmployer } from './employers/contract-goes-the-way-of-its-employer.ts';
import { correctedEndMovesTheClosingOfItsCases } from './employers/corrected-end-moves-the-closing-of-its-cases.ts';
import { correctedCaseCorrectsItsContract } from './corrected-case-corrects-its-contract.ts';
import { deregisteredEmployerEndsItsContracts } from './employers/deregistered-employer-ends-its-contracts.ts';
import {
  changedEmployerIsFollowedInItsDisputes,
  disputeFollowsItsEmployers,
} from './employers/dispute-follows-its-employers.ts';
import { dissolvedEmployerClosesItsCases } from './employers/dissolved-employer-closes-its-cases.ts';
import { employerThatGoesOnBargainsOn } from './employers/employer-that-goes-on-bargains-on.ts';
import { employerThatGoesOnHasItsContractsAgain } from './employers/employer-that-goes-on-has-its-contracts-again.ts';
import { mergedEmployerPassesItsContractsOn } from './employers/merged-employer-passes-its-contracts-on.ts';
import { mergerOrSplitUndoneReturnsContracts } from './employers/merger-or-split-undone-returns-contracts.ts';
import { nextMeetingReportsOnTheLast } from './next-meeting-reports-on-the-last.ts';
import { offerGivesNoticeOfItsContract } from './offer-gives-notice-of-its-contract.ts';
import { renewedContractIsSuperseded } from './renewed-contract-is-superseded.ts';
import { signedCaseBecomesContract } from './signed-case-becomes-contract.ts';
import { splitEmployerPassesItsContractsOn } from './employers/split-employer-passes-its-contracts-on.ts';
import { voidedCaseTakesItsAmendmentBack } from './voided-case-takes-its-amendment-back.ts';
import { voidedCaseVoidsItsContract } from './voided-case-voids-its-contract.ts';

/** Orders nothing any more: a later one does, and what was ordered under its name stays known by it. */
const retired = (name: string, on: Category): AnyPolicy => ({ name, on, orders: () => [] });

/** Every policy there is. Add to the end only: an order's id is made of the fact, the policy's name and its place. */
export const policies: readonly AnyPolicy[] = [
  policy(signedCaseBecomesContract),
  policy(renewedContractIsSuperseded),
  policy(deregisteredEmployerEndsItsContracts),
  policy(mergedEmployerPassesItsContractsOn),
  policy(splitEmployerPassesItsContractsOn),
  policy(dissolvedEmployerClosesItsCases),
  policy(nextMeetingReportsOnTheLast),
  retired('merged-employer-is-succeeded-in-its-disputes', 'enterprise'),
  policy(correctedCaseCorrectsItsContract),
  policy(employerThatGoesOnHasItsContractsAgain),
  policy(mergerOrSplitUndoneReturnsContracts),
  policy(employerThatGoesOnBargainsOn),
  retired('merger-undone-releases-its-disputes', 'enterprise'),
  policy(voidedCaseVoidsItsContract),
  policy(correctedEndMovesTheClosingOfItsCases),
  policy(offerGivesNoticeOfItsContract),
  policy(voidedCaseTakesItsAmendmentBack),
  policy(contractGoesTheWayOfItsEmployer),
  policy(changedEmployerIsFollowedInItsDisputes),
  policy(disputeFollowsItsEmployers),
];
