import type { ContractCommand } from '../collective-contract/commands.ts';
import type { ContractEvent } from '../collective-contract/events.ts';
import type { Order, Policy } from '../shared/policy.ts';

/** When a renewal takes effect, the contract it renews is superseded; when that effect is taken back, so is the supersession. */
export const renewedContractIsSuperseded: Policy<ContractEvent> = {
  name: 'renewed-contract-is-superseded',
  on: 'contract',
  orders: ({ type, data }, id): Order<ContractCommand>[] => {
    if (!('replaces' in data) || !data.replaces) return [];
    const { contract, on } = data.replaces;
    const isInEffect = type === 'ContractTookEffect' || type === 'EffectCorrected';
    const command: ContractCommand = isInEffect
      ? { type: 'Supersede', data: { on, by: id } }
      : { type: 'TakeBackSupersession', data: { by: id } };
    return [{ category: 'contract', id: contract, command }];
  },
};
