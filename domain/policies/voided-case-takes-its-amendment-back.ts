import type { BargainingEvent } from '../bargaining-case/events.ts';
import type { ContractCommand } from '../collective-contract/commands.ts';
import type { Order, Policy } from '../shared/policy.ts';

/** When a signed case that amended a contract is struck out, the contract goes on as it was before. */
export const voidedCaseTakesItsAmendmentBack: Policy<BargainingEvent> = {
  name: 'voided-case-takes-its-amendment-back',
  on: 'bargainingCase',
  orders: ({ type, data }, id): Order<ContractCommand>[] => {
    if (type !== 'CaseVoided' || data.amended === undefined) return [];
    const { amended, reason } = data;
    const command: ContractCommand = { type: 'TakeBackAmendment', data: { case: id, reason } };
    return [{ category: 'contract', id: amended, command }];
  },
};
