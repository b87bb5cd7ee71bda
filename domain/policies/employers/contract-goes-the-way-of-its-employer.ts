import type { ContractCommand } from '../../collective-contract/commands.ts';
import type { ContractEvent } from '../../collective-contract/events.ts';
import type { EnterpriseEvent } from '../../enterprise/events.ts';
import type { EmployerChange, Follower, Order, Policy } from '../../shared/policy.ts';

type Type = ContractEvent['type'];
type Why = Omit<Extract<ContractCommand, { type: 'FollowEmployer' }>['data'], 'changes'>;

/** Whose the contract was from the beginning is said anew: all that another did is none of its way. */
const rebooked: readonly Type[] = ['SigningCorrected', 'HistoryCorrected'];

/** The contract comes to an employer, or is one's again, or lasts for another time than was known. */
export const telling: ReadonlySet<Type> = new Set<Type>([
  'ContractSigned',
  'ContractRegisteredAsHistory',
  ...rebooked,
  'ContractPassedToSuccessor',
  'SuccessionCorrected',
  'SuccessionTakenBack',
  'ContractTookEffect',
  'EffectCorrected',
  'EffectTakenBack',
  'AmendmentCorrected',
  'AmendmentTakenBack',
  'ContractRescinded',
  'RescissionCorrected',
  'ContractTerminated',
  'TerminationCorrected',
  'RescissionTakenBack',
  'TerminationTakenBack',
  'ContractSuperseded',
  'SupersessionTakenBack',
  'EmployerEndCorrected',
  'EmployerEndTakenBack',
]);

const told = ({ id: act, enterprise, on, to, goesOn }: EmployerChange) => ({
  ...{ act, enterprise, on },
  ...(to !== null && { to }),
  ...(goesOn && { ownFrom: on }),
});

const following =
  (why: Why) =>
  ({ id, changes }: Follower): Order<ContractCommand> => ({
    category: 'contract',
    id,
    command: { type: 'FollowEmployer', data: { changes: changes.map(told), ...why } },
  });

/** By which an employer ends, or hands its contracts on, or did not after all. */
export const ACTS: ReadonlySet<EnterpriseEvent['type']> = new Set<EnterpriseEvent['type']>([
  ...(['EnterpriseDeregistered', 'DeregistrationCorrected', 'DeregistrationTakenBack'] as const),
  ...(['EnterpriseMergedInto', 'MergerCorrected', 'MergerTakenBack'] as const),
  ...(['EnterpriseSplitInto', 'SplitCorrected', 'SplitTakenBack'] as const),
  // Nothing that a record did counts once it is struck out.
  ...(['EnterpriseVoided', 'EnterpriseFoundDuplicate'] as const),
]);

/**
 * When an employer ends, is absorbed or split, or was not after all, its contracts end or pass on with it,
 * or return (《劳动合同法》第三十四条).
 */
export const changedEmployerIsFollowedInItsContracts: Policy<EnterpriseEvent, Follower> = {
  name: 'changed-employer-is-followed-in-its-contracts',
  on: 'enterprise',
  asks: ({ type }, id) =>
    ACTS.has(type) ? { list: 'changes-of-employer', of: 'employer', id } : undefined,
  orders: ({ data }, released, found) =>
    found.map(following('reason' in data ? { released, reason: data.reason } : {})),
};

/**
 * A contract that comes to an employer, is its again or lasts for another time goes on as that employer did: what
 * the register knows of its mergers, splits and end happened to this contract, too.
 */
export const contractGoesTheWayOfItsEmployer: Policy<ContractEvent, Follower> = {
  name: 'contract-goes-the-way-of-its-employer',
  on: 'contract',
  asks: ({ type }, id) =>
    telling.has(type) ? { list: 'changes-of-employer', of: 'contract', id } : undefined,
  orders: ({ type }, _, found) =>
    found.filter(({ changes }) => changes.length > 0 || rebooked.includes(type)).map(following({})),
};
