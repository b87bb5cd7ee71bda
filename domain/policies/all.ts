import { policy, type AnyPolicy, type Category } from '../shared/policy.ts';
import {
  caseGoesTheWayOfItsEmployer,
  changedEmployerIsFollowedInItsCases,
} from './employers/case-goes-the-way-of-its-employer.ts';
import {
  changedEmployerIsFollowedInItsContracts,
  contractGoesTheWayOfItsEmployer,
} from './employers/contract-goes-the-way-of-its-employer.ts';
import { correctedCaseCorrectsItsContract } from './corrected-case-corrects-its-contract.ts';
import {
  changedEmployerIsFollowedInItsDisputes,
  disputeFollowsItsEmployers,
} from './employers/dispute-follows-its-employers.ts';
import { nextMeetingReportsOnTheLast } from './next-meeting-reports-on-the-last.ts';
import { offerGivesNoticeOfItsContract } from './offer-gives-notice-of-its-contract.ts';
import {
  renewalSupersedesWhatItsEmployerHas,
  renewedContractIsSuperseded,
} from './renewed-contract-is-superseded.ts';
import { signedCaseBecomesContract } from './signed-case-becomes-contract.ts';
import { voidedCaseTakesItsAmendmentBack } from './voided-case-takes-its-amendment-back.ts';
import { voidedCaseVoidsItsContract } from './voided-case-voids-its-contract.ts';

/** Orders nothing any more: a later one does, and what was ordered under its name stays known by it. */
const retired = (name: string, on: Category): AnyPolicy => ({ name, on, orders: () => [] });

/** Every policy there is. Add to the end only: an order's id is made of the fact, the policy's name and its place. */
export const policies: readonly AnyPolicy[] = [
  policy(signedCaseBecomesContract),
  policy(renewedContractIsSuperseded),
  retired('deregistered-employer-ends-its-contracts', 'enterprise'),
  retired('merged-employer-passes-its-contracts-on', 'enterprise'),
  retired('split-employer-passes-its-contracts-on', 'enterprise'),
  retired('dissolved-employer-closes-its-cases', 'enterprise'),
  policy(nextMeetingReportsOnTheLast),
  retired('merged-employer-is-succeeded-in-its-disputes', 'enterprise'),
  policy(correctedCaseCorrectsItsContract),
  retired('employer-that-goes-on-has-its-contracts-again', 'enterprise'),
  retired('merger-or-split-undone-returns-contracts', 'enterprise'),
  retired('employer-that-goes-on-bargains-on', 'enterprise'),
  retired('merger-undone-releases-its-disputes', 'enterprise'),
  policy(voidedCaseVoidsItsContract),
  retired('corrected-end-moves-the-closing-of-its-cases', 'enterprise'),
  policy(offerGivesNoticeOfItsContract),
  policy(voidedCaseTakesItsAmendmentBack),
  policy(contractGoesTheWayOfItsEmployer),
  policy(changedEmployerIsFollowedInItsDisputes),
  policy(disputeFollowsItsEmployers),
  policy(changedEmployerIsFollowedInItsContracts),
  policy(renewalSupersedesWhatItsEmployerHas),
  policy(changedEmployerIsFollowedInItsCases),
  policy(caseGoesTheWayOfItsEmployer),
];
