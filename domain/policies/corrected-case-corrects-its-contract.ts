import type { BargainingEvent } from '../bargaining-case/events.ts';
import type { ContractCommand } from '../collective-contract/commands.ts';
import type { Order, Policy } from '../shared/policy.ts';
import { contractOf, textOf } from './signed-case-becomes-contract.ts';

/** When what was signed in a case is corrected, the text of its contract says so, too. */
export const correctedCaseCorrectsItsContract: Policy<BargainingEvent> = {
  name: 'corrected-case-corrects-its-contract',
  on: 'bargainingCase',
  orders: ({ type, data }, id): Order<ContractCommand>[] => {
    if (type !== 'SigningCorrected') return [];
    const { corrects: _, reason, ...signed } = data;
    const command: ContractCommand =
      signed.purpose === 'amendment'
        ? { type: 'FollowAmendment', data: { reason, ...textOf(signed, id) } }
        : { type: 'FollowSigning', data: { reason, ...contractOf(signed, id) } };
    return [{ category: 'contract', id: signed.contract, command }];
  },
};
