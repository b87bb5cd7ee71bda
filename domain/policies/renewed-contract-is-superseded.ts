import type { ContractCommand } from '../collective-contract/commands.ts';
import type { ContractEvent } from '../collective-contract/events.ts';
import type { Order, Policy, Renewal } from '../shared/policy.ts';
import { telling } from './employers/contract-goes-the-way-of-its-employer.ts';

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

/** What its renewal means for a contract: that one stands in its place from a day, or from none. */
const following = ({ by, on, whose }: Renewal): ContractCommand =>
  on === null
    ? { type: 'TakeBackSupersession', data: { by } }
    : { type: 'FollowRenewal', data: { on, by, whose } };

/** What may end a contract before it stands in the place of another, beside what makes it last for another time. */
const ending: readonly ContractEvent['type'][] = [
  'ContractEndedWithEmployer',
  'ContractSuperseded',
];

/**
 * A renewal supersedes what it renews where both are the same employer's on the day it takes effect, whichever way
 * they went or lasted since; one that had ended by then supersedes nothing.
 */
export const renewalSupersedesWhatItsEmployerHas: Policy<ContractEvent, Renewal> = {
  name: 'renewal-supersedes-what-its-employer-has',
  on: 'contract',
  asks: ({ type }, contract) =>
    ending.includes(type) || telling.has(type)
      ? { list: 'renewals-of-contract', contract }
      : undefined,
  orders: (_, __, found): Order<ContractCommand>[] =>
    found.map((renewal) => ({
      category: 'contract',
      id: renewal.contract,
      command: following(renewal),
    })),
};
