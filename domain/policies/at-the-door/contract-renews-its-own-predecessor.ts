import type { ContractCommand } from '../../collective-contract/commands.ts';
import type { Ask, Foresight } from '../../shared/policy.ts';
import { whoseOf } from '../../shared/terms.ts';
import { ensure } from '../rules.ts';

/** A contract that is signed by hand renews a contract of its own parties, too. */
export const contractRenewsItsOwnPredecessor: Foresight<ContractCommand> = {
  on: 'contract',
  asks: ({ type, data }): Ask | undefined =>
    (type === 'Sign' || type === 'CorrectSigning') && data.predecessor !== undefined
      ? { list: 'contract-of-others', contract: data.predecessor, whose: whoseOf(data) }
      : undefined,
  ensures: (found) => ensure(found.length === 0, 'renews-its-own'),
};

/** What supersedes a contract by hand is on record, and of the same parties. */
export const supersedingContractIsOnRecord: Foresight<ContractCommand> = {
  on: 'contract',
  asks: ({ type, data }, contract): Ask | undefined =>
    type === 'Supersede' ? { list: 'contract-in-place', contract, by: data.by } : undefined,
  ensures: (found) => ensure(found.length > 0, 'successor-on-record'),
};
