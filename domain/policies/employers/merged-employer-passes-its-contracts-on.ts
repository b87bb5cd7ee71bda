import type { ContractCommand } from '../../collective-contract/commands.ts';
import type { EnterpriseEvent } from '../../enterprise/events.ts';
import type { Order, Policy } from '../../shared/policy.ts';

/** When an employer is absorbed, its contracts pass to the one that absorbs it, that day. */
export const mergedEmployerPassesItsContractsOn: Policy<EnterpriseEvent> = {
  name: 'merged-employer-passes-its-contracts-on',
  on: 'enterprise',
  asks: ({ type }, enterprise) =>
    type === 'EnterpriseMergedInto' || type === 'MergerCorrected'
      ? { list: 'contracts-of-enterprise', enterprise }
      : undefined,
  orders: ({ type, data, id: fact }, from, found): Order<ContractCommand>[] => {
    if (type !== 'EnterpriseMergedInto' && type !== 'MergerCorrected') return [];
    const { on, successor: to } = data;
    const act = type === 'MergerCorrected' ? data.corrects : fact;
    return found.map((id) => ({
      category: 'contract',
      id,
      command: { type: 'PassToSuccessor', data: { on, from, to, act } },
    }));
  },
};
