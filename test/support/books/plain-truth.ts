import type { ContractEvent } from '../../../domain/collective-contract/events.ts';
import type { EnterpriseEvent } from '../../../domain/enterprise/events.ts';
import { amended } from '../../../domain/shared/decider.ts';
import {
  contractLife,
  learnContract,
  unknownContract,
} from '../../../projections/accounts/contract-life.ts';
import { coverageOf, uncertaintyOf, type Span } from '../../../projections/accounts/coverage.ts';
import {
  enterpriseSpells,
  learnEnterprise,
  unknownEnterprise,
} from '../../../projections/accounts/enterprise-life.ts';
import type { Seen } from '../../../projections/projection.ts';

const holds =
  (day: number) =>
  ({ from, to }: Span) =>
    from <= day && (to === null || to >= day);

/** The facts of an enterprise as if each correction had been said at first. */
const saidRight = (facts: readonly Seen[]): readonly Seen<EnterpriseEvent>[] =>
  amended(facts) as readonly Seen<EnterpriseEvent>[];

/** What was so on a day, by folding the facts known then: no ledger, no difference, no sums. */
export const plainTruth = (facts: readonly Seen[], known: bigint, day: number) => {
  const folded = facts.filter(({ position }) => position <= known);
  const of = (category: string) =>
    Map.groupBy(
      folded.filter((fact) => fact.category === category),
      ({ subject }) => subject,
    );
  const lives = [...of('contract')].map(([id, mine]) =>
    contractLife(id, (mine as Seen<ContractEvent>[]).reduce(learnContract, unknownContract)),
  );
  const firms = [...of('enterprise')].flatMap(([id, mine]) => {
    const spells = enterpriseSpells(saidRight(mine).reduce(learnEnterprise, unknownEnterprise));
    const spell = spells.find(holds(day));
    if (!spell) return [];
    const over = coverageOf(id, spells, lives).filter(holds(day));
    const perhaps = uncertaintyOf(id, spells, lives).filter(holds(day));
    return [{ id, spell, over, perhaps }];
  });
  const inForce = lives.filter(({ force }) => force.some(holds(day)));
  return { firms, inForce, lives };
};

export type Truth = ReturnType<typeof plainTruth>;
