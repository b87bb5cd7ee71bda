import type { Message } from '../../shared/message.ts';
import type { Foresight } from '../../shared/policy.ts';
import {
  caseAmendsItsOwnContract,
  caseRenewsItsOwnContract,
} from './case-keeps-to-its-own-contract.ts';
import { caseIsOfAnEmployerThatIsThere } from './case-is-of-an-employer-that-is-there.ts';
import {
  contractRenewsItsOwnPredecessor,
  supersedingContractIsOnRecord,
} from './contract-renews-its-own-predecessor.ts';
import { heirOutlivesWhatItInheritsFrom } from './heir-outlives-what-it-inherits-from.ts';
import { newContractHasAnIdOfItsOwn } from './new-contract-has-an-id-of-its-own.ts';
import { newEnterpriseHasACodeOfItsOwn } from './new-enterprise-has-a-code-of-its-own.ts';

/** A look ahead among others: whoever runs it hands it the commands of its own category only. */
const foresight = <Command extends Message>(one: Foresight<Command>): Foresight =>
  one as unknown as Foresight;

/** Every look ahead there is. */
export const foresights: readonly Foresight[] = [
  foresight(newContractHasAnIdOfItsOwn),
  foresight(caseAmendsItsOwnContract),
  foresight(caseRenewsItsOwnContract),
  foresight(contractRenewsItsOwnPredecessor),
  foresight(supersedingContractIsOnRecord),
  foresight(newEnterpriseHasACodeOfItsOwn),
  foresight(heirOutlivesWhatItInheritsFrom),
  foresight(caseIsOfAnEmployerThatIsThere),
];
