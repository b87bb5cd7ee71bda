import type { ContractCommand } from '../../collective-contract/commands.ts';
import type { EnterpriseEvent } from '../../enterprise/events.ts';
import type { Order, Policy } from '../../shared/policy.ts';

/** When an employer is split, its contracts pass to the named successor that day; kept ones stay. */
export const splitEmployerPassesItsContractsOn: Policy<EnterpriseEvent> = {
  name: 'split-employer-passes-its-contracts-on',
  on: 'enterprise',
  asks: ({ type, data }, enterprise) =>
    type === 'SplitCorrected' || (type === 'EnterpriseSplitInto' && data.contractsTo !== enterprise)
      ? { list: 'contracts-of-enterprise', enterprise }
      : undefined,
  orders: ({ type, data, id: fact }, from, found): Order<ContractCommand>[] => {
    if (type !== 'EnterpriseSplitInto' && type !== 'SplitCorrected') return [];
    const { on, contractsTo: to, origin } = data;
    const act = type === 'SplitCorrected' ? data.corrects : fact;
    // Corrected: they had never left it.
    if (type === 'SplitCorrected' && to === from)
      return found.map((id) => ({
        category: 'contract',
        id,
        command: { type: 'TakeBackSuccession', data: { from, reason: data.reason, act } },
      }));
    return found.map((id) => ({
      category: 'contract',
      id,
      command: {
        type: 'PassToSuccessor',
        data: { on, from, to, act, ...(origin === 'remains' && { ownFrom: on }) },
      },
    }));
  },
};
