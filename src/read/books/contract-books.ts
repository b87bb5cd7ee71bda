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
import type { Stay } from '../../../projections/ledger.ts';
import type { Seen } from '../../../projections/projection.ts';
import { dossiers } from './dossiers.ts';
import type { Place } from '../history-table.ts';
import type { Post } from './post.ts';

type HeldContract = { readonly dossier: ContractDossier; readonly stays: readonly Stay[] };

type Beside = {
  readonly post: Post;
  readonly placementsOf: (enterprise: string) => readonly Placement[];
};

/** Keeps the books of contracts: their lives, and their stays where their employers are. */
export const contractBooks = (db: DatabaseSync, place: Place, { post, placementsOf }: Beside) => {
  const held = dossiers<HeldContract>(db, place, {
    category: 'contract',
    unknown: { dossier: unknownContract, stays: [] },
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

  const reckon = (id: string, fact: Seen, dossier: ContractDossier): void => {
    const stays = contractStays(lifeIn(id, dossier), placementsOf);
    post(id, fact, held.get(id).stays, stays);
    held.set(id, { dossier, stays });
  };

  return {
    lifeOf: (id: string): ContractLife => lifeIn(id, held.get(id).dossier),

    /** Takes a fact of a contract; answers its life before and after, undefined when it says nothing new. */
    learn: (fact: Seen<ContractEvent>): readonly [ContractLife, ContractLife] | undefined => {
      const id = fact.subject;
      const before = held.get(id).dossier;
      const after = learnContract(before, fact);
      if (after === before) return undefined;
      const was = lifeIn(id, before);
      reckon(id, fact, after);
      return [was, lifeIn(id, after)];
    },

    /** Reckons a contract whose employer a fact moved. */
    follow: (id: string, fact: Seen): void => {
      reckon(id, fact, held.get(id).dossier);
    },

    flush: held.flush,
    finish: held.finish,
  };
};
