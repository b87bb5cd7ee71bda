import type { ContractCommand } from '../../collective-contract/commands.ts';
import type { ContractEvent } from '../../collective-contract/events.ts';
import type { EmployerChange, Order, Policy } from '../../shared/policy.ts';

type Type = ContractEvent['type'];

/** Whose the contract was from the beginning is said anew: all that another did is none of its way. */
const rebooked: readonly Type[] = ['SigningCorrected', 'HistoryCorrected'];

/** The contract comes to an employer, or is one's again, or lasts for another time than was known. */
const telling: ReadonlySet<Type> = new Set<Type>([
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

/**
 * A contract that comes to an employer, is its again or lasts for another time goes on as that employer did: what
 * the register knows of its mergers, splits and end happened to this contract, too (《劳动合同法》第三十四条).
 */
export const contractGoesTheWayOfItsEmployer: Policy<ContractEvent, EmployerChange> = {
  name: 'contract-goes-the-way-of-its-employer',
  on: 'contract',
  asks: ({ type }, contract) =>
    telling.has(type) ? { list: 'changes-of-employer', contract } : undefined,
  orders: ({ type }, id, found): Order<ContractCommand>[] =>
    found.length === 0 && !rebooked.includes(type)
      ? []
      : [
          {
            category: 'contract',
            id,
            command: { type: 'FollowEmployer', data: { changes: found.map(told) } },
          },
        ],
};
