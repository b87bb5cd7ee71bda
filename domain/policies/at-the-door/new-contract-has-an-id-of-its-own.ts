import type { BargainingCommand } from '../../bargaining-case/commands.ts';
import type { Foresight } from '../../shared/policy.ts';
import { ensure } from '../rules.ts';

/** A case that is to make a contract is opened under a contract id that nobody else has. */
export const newContractHasAnIdOfItsOwn: Foresight<BargainingCommand> = {
  on: 'bargainingCase',
  asks: ({ type, data }, id) =>
    type === 'PrepareOffer' && data.purpose !== 'amendment'
      ? { list: 'claims-of-contract', contract: data.contract, case: id }
      : undefined,
  ensures: (found) => ensure(found.length === 0, 'contract-id-free'),
};
