import type { ContractCommand } from '../../collective-contract/commands.ts';
import type { EnterpriseEvent } from '../../enterprise/events.ts';
import type { Order, Policy } from '../../shared/policy.ts';

/** When a merger or a split is taken back, the contracts that passed on with it return. */
export const mergerOrSplitUndoneReturnsContracts: Policy<EnterpriseEvent> = {
  name: 'merger-or-split-undone-returns-contracts',
  on: 'enterprise',
  asks: ({ type }, enterprise) =>
    type === 'MergerTakenBack' || type === 'SplitTakenBack'
      ? { list: 'contracts-of-enterprise', enterprise }
      : undefined,
  orders: ({ type, data }, from, found): Order<ContractCommand>[] => {
    if (type !== 'MergerTakenBack' && type !== 'SplitTakenBack') return [];
    const { reason, takesBack } = data;
    const [act] = takesBack;
    return found.map((id) => ({
      category: 'contract',
      id,
      command: { type: 'TakeBackSuccession', data: { from, reason, act } },
    }));
  },
};
