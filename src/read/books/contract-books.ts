import type { DatabaseSync } from 'node:sqlite';
import type { ContractEvent } from '../../../domain/collective-contract/events.ts';
import {
  contractLife,
  learnContract,
  unknownContract,
  type ContractDossier,
} from '../../../projections/accounts/contract-life.ts';
import { contractStays } from '../../../projections/accounts/contract-stays.ts';
import type { ContractLife } from '../../../projections/accounts/coverage.ts';
import type { Placement } from '../../../projections/accounts/enterprise-life.ts';
import type { Seen } from '../../../projections/projection.ts';
import { dossiers } from './dossiers.ts';
import type { Place } from '../history-table.ts';
import type { Post } from './post.ts';

type HeldContract = { readonly dossier: ContractDossier };

type Beside = {
  readonly post: Post;
  readonly placementsOf: (enterprise: string) => readonly Placement[];
};

/** Keeps the books of contracts: their lives, and their stays where their employers are. */
export const contractBooks = (db: DatabaseSync, place: Place, { post, placementsOf }: Beside) => {
  const held = dossiers<HeldContract>(db, place, {
    category: 'contract',
    unknown: { dossier: unknownContract },
  });
  /** The lives of contracts by what is told of them; a dossier is of one contract only. */
  const lives = new WeakMap<ContractDossier, ContractLife>();
  const lifeIn = (id: string, dossier: ContractDossier): ContractLife => {
    const known = lives.get(dossier);
    if (known?.contract === id) return known;
    const life = contractLife(id, dossier);
    lives.set(dossier, life);
    return life;
  };

  return {
    lifeOf: (id: string): ContractLife => lifeIn(id, held.get(id).dossier),

    /** Takes a fact of a contract; answers its life before and after, undefined when it says nothing new. */
    learn: (fact: Seen<ContractEvent>): readonly [ContractLife, ContractLife] | undefined => {
      const id = fact.subject;
      const { dossier } = held.get(id);
      const next = learnContract(dossier, fact);
      if (next === dossier) return undefined;
      const [was, is] = [lifeIn(id, dossier), lifeIn(id, next)];
      post(id, fact, contractStays(was, placementsOf), contractStays(is, placementsOf));
      held.set(id, { dossier: next });
      return [was, is];
    },

    /** Posts what a contract owes to its employer's move; `before` is where that was until the fact. */
    follow: (id: string, fact: Seen, before: readonly Placement[]): void => {
      const life = lifeIn(id, held.get(id).dossier);
      const placedBefore = (enterprise: string) =>
        enterprise === fact.subject ? before : placementsOf(enterprise);
      post(id, fact, contractStays(life, placedBefore), contractStays(life, placementsOf));
    },

    flush: held.flush,
    finish: held.finish,
  };
};
