import type { BargainingCommand } from '../../bargaining-case/commands.ts';
import type { Ask, Foresight } from '../../shared/policy.ts';
import { whoseOf } from '../../shared/terms.ts';
import { ensure } from '../rules.ts';

/** A case amends a contract of its own parties, which is there. */
export const caseAmendsItsOwnContract: Foresight<BargainingCommand> = {
  on: 'bargainingCase',
  asks: ({ type, data }): Ask | undefined =>
    (type === 'PrepareOffer' || type === 'CorrectPreparation') && data.purpose === 'amendment'
      ? { list: 'contract-to-amend', contract: data.contract, whose: whoseOf(data) }
      : undefined,
  ensures: (found) => ensure(found.length > 0, 'amends-its-own'),
};

/** A case renews a contract of its own parties; one that is not on record may be on paper. */
export const caseRenewsItsOwnContract: Foresight<BargainingCommand> = {
  on: 'bargainingCase',
  asks: ({ type, data }): Ask | undefined =>
    (type === 'PrepareOffer' || type === 'CorrectPreparation') && data.predecessor !== undefined
      ? { list: 'contract-of-others', contract: data.predecessor, whose: whoseOf(data) }
      : undefined,
  ensures: (found) => ensure(found.length === 0, 'renews-its-own'),
};
