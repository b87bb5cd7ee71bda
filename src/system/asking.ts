import type { Ask } from '../../domain/shared/policy.ts';
import { openCasesOfEnterprise } from '../../projections/bargaining/case-board.ts';
import { openDisputesOfEnterprise } from '../../projections/disputes/dispute-docket.ts';
import { contractsOfEnterprise } from '../../projections/contracts/contract-register.ts';
import type { Query } from '../../projections/projection.ts';

type Found = { readonly id: string };

const answers: Readonly<Record<Ask['list'], (enterprise: string) => Query<Found>>> = {
  'contracts-of-enterprise': contractsOfEnterprise,
  'open-cases-of-enterprise': openCasesOfEnterprise,
  'open-disputes-of-enterprise': openDisputesOfEnterprise,
};

/** Answers what policies ask, once the read models have seen the fact that makes them ask. */
export const asking =
  (all: <R>(query: Query<R>) => R[], seen: (position: bigint) => Promise<boolean>) =>
  async ({ list, enterprise }: Ask, position: bigint): Promise<readonly string[]> => {
    if (!(await seen(position))) throw new Error('The read models do not follow.');
    return all(answers[list](enterprise)).map(({ id }) => id);
  };
