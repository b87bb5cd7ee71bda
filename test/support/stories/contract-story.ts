import type { ContractCommand } from '../../../domain/collective-contract/commands.ts';
import { collectiveContract } from '../../../domain/collective-contract/decider.ts';
import type { ContractEvent } from '../../../domain/collective-contract/events.ts';
import { decide, fold, pastOf } from '../../../domain/shared/decider.ts';
import type { Fact } from '../../../domain/shared/message.ts';
import {
  contractLife,
  forceSpells,
  learnContract,
  unknownContract,
  type ContractDossier,
} from '../../../projections/accounts/contract-life.ts';
import {
  contractRegister,
  type ContractRow,
} from '../../../projections/contracts/contract-register.ts';
import type { Row, Projection, Seen } from '../../../projections/projection.ts';

/** A contract's story: commands recorded at their instants, read by the registers as they happen. */
export const contractStory = (id = 'c1') => {
  let facts: readonly Fact<ContractEvent>[] = [];
  let position = 0n;
  const seen = (fact: Fact<ContractEvent>, at: bigint): Seen<ContractEvent> => ({
    ...fact,
    category: 'contract',
    subject: id,
    revision: at,
    position: at,
  });
  const all = () => facts.map((fact, i) => seen(fact, BigInt(i + 1)));
  return {
    /** These are on record already. */
    have: (recorded: readonly Fact<ContractEvent>[]): void => {
      facts = [...facts, ...recorded];
      position += BigInt(recorded.length);
    },
    /** Decides and records; answers the types recorded. */
    order: (at: string, command: ContractCommand): ContractEvent['type'][] => {
      const decided = decide(
        collectiveContract,
        collectiveContract.command.parse(command),
        fold(collectiveContract, facts),
        { at, by: 'clerk-1', past: pastOf(facts) },
      );
      facts = [
        ...facts,
        ...decided.map((event) => {
          position += 1n;
          return { ...event, id: `${id}-${String(position)}`, at, by: 'clerk-1' };
        }),
      ];
      return decided.map(({ type }) => type);
    },
    facts: () => facts,
    phase: () => fold(collectiveContract, facts).phase,
    dossier: () => all().reduce<ContractDossier>(learnContract, unknownContract),
    force: () => forceSpells(all().reduce<ContractDossier>(learnContract, unknownContract)),
    life: () => contractLife(id, all().reduce<ContractDossier>(learnContract, unknownContract)),
    row: (): ContractRow | undefined =>
      all().reduce<ContractRow | undefined>(
        (row, fact) => contractRegister.next(row, fact, id),
        undefined,
      ),
    /** The rows that any projection keeps for this story, by key. */
    rows: <R extends Row>(projection: Projection<R, ContractEvent>): Map<string, R> => {
      const rows = new Map<string, R>();
      for (const fact of all())
        for (const key of projection.keys(fact)) {
          const next = projection.next(rows.get(key), fact, key);
          if (next) rows.set(key, next);
          else rows.delete(key);
        }
      return rows;
    },
  };
};
