import type { Foresight } from '../shared/policy.ts';
import { newContractHasAnIdOfItsOwn } from './new-contract-has-an-id-of-its-own.ts';

/** Every look ahead there is. */
export const foresights: readonly Foresight[] = [
  newContractHasAnIdOfItsOwn as unknown as Foresight,
];
