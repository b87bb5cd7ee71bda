import type { BargainingEvent } from '../bargaining-case/events.ts';
import type { ContractCommand } from '../collective-contract/commands.ts';
import type { Order, Policy } from '../shared/policy.ts';

/** When a signed case is struck out, the contract that it made is struck out with it, and what that superseded stands again. */
export const voidedCaseVoidsItsContract: Policy<BargainingEvent> = {
  name: 'voided-case-voids-its-contract',
  on: 'bargainingCase',
  orders: ({ type, data }, id): Order<ContractCommand>[] => {
    if (type !== 'CaseVoided' || data.contract === undefined) return [];
    const { contract, reason } = data;
    const command: ContractCommand = { type: 'VoidWithCase', data: { case: id, reason } };
    return [{ category: 'contract', id: contract, command }];
  },
};
