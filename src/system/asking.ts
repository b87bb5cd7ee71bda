import type { Message } from '../../domain/shared/message.ts';
import type { Ask, Category, Foresight } from '../../domain/shared/policy.ts';
import {
  casesClosedWithEnterprise,
  openCasesOfEnterprise,
} from '../../projections/bargaining/case-board.ts';
import {
  disputesOfEnterprise,
  openDisputesOfEnterprise,
} from '../../projections/disputes/dispute-docket.ts';
import { claimsOfContract } from '../../projections/contracts/contract-claims.ts';
import { contractsOfEnterprise } from '../../projections/contracts/contract-register.ts';
import type { Query } from '../../projections/projection.ts';

type Found = { readonly id: string };
type All = <R>(query: Query<R>) => R[];

const answerTo = (ask: Ask): Query<Found> => {
  switch (ask.list) {
    case 'contracts-of-enterprise':
      return contractsOfEnterprise(ask.enterprise);
    case 'open-cases-of-enterprise':
      return openCasesOfEnterprise(ask.enterprise);
    case 'cases-closed-with-enterprise':
      return casesClosedWithEnterprise(ask.enterprise);
    case 'open-disputes-of-enterprise':
      return openDisputesOfEnterprise(ask.enterprise);
    case 'disputes-of-enterprise':
      return disputesOfEnterprise(ask.enterprise);
    case 'claims-of-contract':
      return claimsOfContract(ask.contract, ask.case);
  }
};

const found = (all: All, ask: Ask): string[] => all(answerTo(ask)).map(({ id }) => id);

/** Answers what policies ask, once the read models have seen the fact that makes them ask. */
export const asking =
  (all: All, seen: (position: bigint) => Promise<boolean>) =>
  async (ask: Ask, position: bigint): Promise<readonly string[]> => {
    if (!(await seen(position))) throw new Error('The read models do not follow.');
    return found(all, ask);
  };

/** Refuses at the door what the lists show to be in vain. Throws a Refusal. */
export const doorkeeper =
  (all: All, foresights: readonly Foresight[]) =>
  (category: Category, id: string, command: Message): void => {
    for (const { on, asks, ensures } of foresights) {
      const ask = on === category ? asks(command, id) : undefined;
      if (ask) ensures(found(all, ask));
    }
  };
