import type { ContractCommand } from '../../collective-contract/commands.ts';
import type { EnterpriseEvent } from '../../enterprise/events.ts';
import type { Order, Policy } from '../../shared/policy.ts';

/** When an employer is deregistered, the contracts at its level end that day. */
export const deregisteredEmployerEndsItsContracts: Policy<EnterpriseEvent> = {
  name: 'deregistered-employer-ends-its-contracts',
  on: 'enterprise',
  asks: ({ type }, enterprise) =>
    type === 'EnterpriseDeregistered' || type === 'DeregistrationCorrected'
      ? { list: 'contracts-of-enterprise', enterprise }
      : undefined,
  orders: ({ type, data }, enterprise, found): Order<ContractCommand>[] => {
    if (type !== 'EnterpriseDeregistered' && type !== 'DeregistrationCorrected') return [];
    const { on } = data;
    return found.map((id) => ({
      category: 'contract',
      id,
      command: { type: 'EndWithEmployer', data: { on, enterprise } },
    }));
  },
};
