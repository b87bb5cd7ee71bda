import type { Message } from '../../domain/shared/message.ts';
import type { Ask, Category, Foresight } from '../../domain/shared/policy.ts';
import { Refusal } from '../../domain/shared/rules.ts';
import { endsOfEmployer } from '../../projections/bargaining/ends-of-employer.ts';
import { changesOfEmployer } from '../../projections/contracts/changes-of-employer.ts';
import { changesOfParties } from '../../projections/disputes/changes-of-parties.ts';
import { claimsOfContract } from '../../projections/contracts/contract-claims.ts';
import {
  contractInPlace,
  contractOfOthers,
  contractToAmend,
  renewalsOf,
} from '../../projections/contracts/contract-parties.ts';
import { followers } from '../../projections/employer-changes.ts';
import { enterprisesEnded, holdersOfCreditCode } from '../../projections/enterprise-register.ts';
import type { Query } from '../../projections/projection.ts';

type Found = { readonly id: string };
type All = <R>(query: Query<R>) => R[];

/** What is asked for more than ids. */
const MORE = [
  'changes-of-employer',
  'changes-of-parties',
  'ends-of-employer',
  'renewals-of-contract',
] as const;
type AskForMore = Extract<Ask, { list: (typeof MORE)[number] }>;

const isForMore = (ask: Ask): ask is AskForMore => MORE.some((list) => list === ask.list);

const told = (all: All, ask: AskForMore): readonly unknown[] => {
  switch (ask.list) {
    case 'changes-of-employer':
      return followers(all(changesOfEmployer(ask.of, ask.id)));
    case 'changes-of-parties':
      return followers(all(changesOfParties(ask.of, ask.id)));
    case 'ends-of-employer':
      return followers(all(endsOfEmployer(ask.of, ask.id)));
    case 'renewals-of-contract':
      return renewalsOf(all, ask.contract);
  }
};

const idsFor = (all: All, ask: Exclude<Ask, AskForMore>): readonly Found[] => {
  if ('creditCode' in ask) return all(holdersOfCreditCode(ask.creditCode, ask.enterprise));
  switch (ask.list) {
    case 'enterprises-ended':
      return all(enterprisesEnded(ask.among, ask.on));
    case 'claims-of-contract':
      return all(claimsOfContract(ask.contract, ask.case));
    case 'contract-to-amend':
      return contractToAmend(all, ask.contract, ask.whose);
    case 'contract-of-others':
      return contractOfOthers(all, ask.contract, ask.whose);
    case 'contract-in-place':
      return contractInPlace(all, ask.contract, ask.by);
  }
};

const found = (all: All, ask: Ask): string[] =>
  isForMore(ask) ? [] : idsFor(all, ask).map(({ id }) => id);

/** Answers what policies ask, once the read models have seen the fact that makes them ask: ids, or how employers changed. */
export const asking =
  (all: All, seen: (position: bigint) => Promise<boolean>) =>
  async (ask: Ask, position: bigint): Promise<readonly unknown[]> => {
    if (!(await seen(position))) throw new Error('The read models do not follow.');
    return isForMore(ask) ? told(all, ask) : found(all, ask);
  };

/**
 * Refuses at the door what the lists show to be in vain. Throws a Refusal; only once the lists are
 * the `latest`, for what somebody recorded a moment ago may be what is missed.
 */
export const doorkeeper =
  (all: All, foresights: readonly Foresight[], latest: () => Promise<unknown>) =>
  async (category: Category, id: string, command: Message): Promise<void> => {
    for (const { on, asks, ensures } of foresights) {
      const ask = on === category ? asks(command, id) : undefined;
      if (!ask) continue;
      try {
        ensures(found(all, ask));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        await latest();
        ensures(found(all, ask));
      }
    }
  };
