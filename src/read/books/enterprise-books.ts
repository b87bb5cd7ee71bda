import type { DatabaseSync } from 'node:sqlite';
import type { EnterpriseEvent } from '../../../domain/enterprise/events.ts';
import {
  coverageOf,
  uncertaintyOf,
  type ContractLife,
  type CoverageSpell,
} from '../../../projections/accounts/coverage.ts';
import {
  areSamePlacements,
  enterpriseSpells,
  learnEnterprise,
  placementsOf,
  unknownEnterprise,
  type EnterpriseDossier,
  type Placement,
} from '../../../projections/accounts/enterprise-life.ts';
import { staysApart, whatDiffers } from '../../../projections/accounts/enterprise-stays.ts';
import type { Seen } from '../../../projections/projection.ts';
import { dossiers } from './dossiers.ts';
import type { Place } from '../history-table.ts';
import type { Turns } from '../pace.ts';
import type { Post } from './post.ts';
import { spellWriter } from './spells.ts';

type HeldEnterprise = {
  readonly dossier: EnterpriseDossier;
  readonly coverage: readonly CoverageSpell[];
  readonly uncertain: readonly CoverageSpell[];
};

/** Works out what follows from a value once, for as long as the value is there. */
const once = <K extends object, V>(work: (key: K) => V): ((key: K) => V) => {
  const known = new WeakMap<K, V>();
  return (key) => {
    const held = known.get(key);
    if (held !== undefined) return held;
    const found = work(key);
    known.set(key, found);
    return found;
  };
};

const spellsIn = once(enterpriseSpells);
const placementsIn = once((dossier: EnterpriseDossier) => placementsOf(spellsIn(dossier)));

/** The list with what one contract does in the place of what it did. */
const withContract = (
  list: readonly CoverageSpell[],
  contract: string,
  does: readonly CoverageSpell[],
): readonly CoverageSpell[] => {
  const at = list.findIndex((one) => one.contract === contract);
  if (at < 0) return does.length === 0 ? list : [...list, ...does];
  const others = list.filter((one) => one.contract !== contract);
  return [...others.slice(0, at), ...does, ...others.slice(at)];
};

/** Keeps the books of enterprises: what each was from day to day, and under which contracts. */
export const enterpriseBooks = (db: DatabaseSync, place: Place, post: Post) => {
  const held = dossiers<HeldEnterprise>(db, place, {
    category: 'enterprise',
    unknown: { dossier: unknownEnterprise, coverage: [], uncertain: [] },
  });
  const spells = spellWriter(db, place);

  const become = (id: string, fact: Seen, was: HeldEnterprise, is: HeldEnterprise): void => {
    const before = { ...was, spells: spellsIn(was.dossier) };
    const after = { ...is, spells: spellsIn(is.dossier) };
    const parts = whatDiffers(before, after);
    const [gone, come] = staysApart(before, after, parts);
    post(id, fact, gone, come);
    spells.enterprise(id, fact, parts.spells);
    spells.coverage(fact, parts.coverage);
    held.set(id, is);
  };

  return {
    placementsOf: (id: string): readonly Placement[] => placementsIn(held.get(id).dossier),
    spellsOf: (id: string) => spellsIn(held.get(id).dossier),

    /**
     * Takes a fact of an enterprise. `over` gives the contracts that can reach it where it now is;
     * it is asked only when the fact moved the enterprise. Answers where it was before, when it did.
     */
    learn: (
      fact: Seen<EnterpriseEvent>,
      over: (id: string, places: readonly Placement[]) => readonly ContractLife[],
    ): readonly Placement[] | undefined => {
      const id = fact.subject;
      const was = held.get(id);
      const dossier = learnEnterprise(was.dossier, fact);
      if (dossier === was.dossier) return undefined;
      const [before, places] = [placementsIn(was.dossier), placementsIn(dossier)];
      if (areSamePlacements(before, places)) {
        become(id, fact, was, { ...was, dossier });
        return undefined;
      }
      const lives = over(id, places);
      become(id, fact, was, {
        dossier,
        coverage: coverageOf(id, places, lives),
        uncertain: uncertaintyOf(id, places, lives),
      });
      return before;
    },

    /** Reckons an enterprise under a contract that a fact changed. */
    cover: (id: string, fact: Seen, life: ContractLife): void => {
      const was = held.get(id);
      const places = placementsIn(was.dossier);
      const coverage = coverageOf(id, places, [life]);
      const uncertain = uncertaintyOf(id, places, [life]);
      become(id, fact, was, {
        dossier: was.dossier,
        coverage: withContract(was.coverage, life.contract, coverage),
        uncertain: withContract(was.uncertain, life.contract, uncertain),
      });
    },

    flush: async (turn: Turns): Promise<void> => {
      await spells.flush(turn);
      await held.flush(turn);
    },
    finish: async (turn: Turns): Promise<void> => {
      await spells.finish(turn);
      await held.finish(turn);
    },
  };
};
