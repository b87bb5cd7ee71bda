import type { ContractCommand } from '../../collective-contract/commands.ts';
import type { EnterpriseEvent } from '../../enterprise/events.ts';
import type { Order, Policy } from '../../shared/policy.ts';

/** When a deregistration is taken back, the contracts that ended with the employer go on. */
export const employerThatGoesOnHasItsContractsAgain: Policy<EnterpriseEvent> = {
  name: 'employer-that-goes-on-has-its-contracts-again',
  on: 'enterprise',
  asks: ({ type }, enterprise) =>
    type === 'DeregistrationTakenBack'
      ? { list: 'contracts-of-enterprise', enterprise }
      : undefined,
  orders: ({ type, data }, enterprise, found): Order<ContractCommand>[] => {
    if (type !== 'DeregistrationTakenBack') return [];
    const { reason } = data;
    return found.map((id) => ({
      category: 'contract',
      id,
      command: { type: 'TakeBackEmployerEnd', data: { enterprise, reason } },
    }));
  },
};
