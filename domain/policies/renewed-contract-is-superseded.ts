import type { ContractCommand } from '../collective-contract/commands.ts';
import type { ContractEvent } from '../collective-contract/events.ts';
import type { Order, Policy } from '../shared/policy.ts';

type Replaces = NonNullable<
  Extract<ContractEvent, { type: 'ContractTookEffect' }>['data']['replaces']
>;

const supersession = ({ on, whose }: Replaces, by: string): ContractCommand => ({
  type: 'Supersede',
  data: { on, by, ...(whose && { whose }) },
});

/** When a renewal takes effect, the contract it renews is superseded; when that effect is taken back, so is the supersession. */
export const renewedContractIsSuperseded: Policy<ContractEvent> = {
  name: 'renewed-contract-is-superseded',
  on: 'contract',
  orders: ({ type, data }, id): Order<ContractCommand>[] => {
    const replaces = 'replaces' in data ? data.replaces : undefined;
    const releases = 'releases' in data ? data.releases : undefined;
    const isInEffect = type === 'ContractTookEffect' || type === 'EffectCorrected';
    const to = (contract: string, command: ContractCommand): Order<ContractCommand> => ({
      category: 'contract',
      id: contract,
      command,
    });
    const giveBack: ContractCommand = { type: 'TakeBackSupersession', data: { by: id } };
    return [
      ...(replaces
        ? [
            isInEffect
              ? to(replaces.contract, supersession(replaces, id))
              : to(replaces.contract, giveBack),
          ]
        : []),
      ...(releases ? [to(releases, giveBack)] : []),
    ];
  },
};
