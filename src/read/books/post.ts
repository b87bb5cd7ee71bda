import type { Stay } from '../../../projections/ledger.ts';
import type { Seen } from '../../../projections/projection.ts';

/** Posts what turns the stays of a unit before a fact into those after it. */
export type Post = (
  unit: string,
  fact: Seen,
  before: readonly Stay[],
  after: readonly Stay[],
) => void;
