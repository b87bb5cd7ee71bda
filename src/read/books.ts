import type { DatabaseSync } from 'node:sqlite';
import { setImmediate as breathe } from 'node:timers/promises';
import type { BargainingEvent } from '../../domain/bargaining-case/events.ts';
import type { ContractEvent } from '../../domain/collective-contract/events.ts';
import type { DisputeEvent } from '../../domain/dispute-case/events.ts';
import type { EnterpriseEvent } from '../../domain/enterprise/events.ts';
import { caseStays, learnCase, unknownCase } from '../../projections/accounts/case-life.ts';
import {
  contractLife,
  learnContract,
  unknownContract,
  type ContractDossier,
} from '../../projections/accounts/contract-life.ts';
import {
  coverageOf,
  uncertaintyOf,
  type ContractLife,
  type CoverageSpell,
} from '../../projections/accounts/coverage.ts';
import {
  enterpriseSpells,
  learnEnterprise,
  unknownEnterprise,
  type EnterpriseDossier,
  type EnterpriseSpell,
} from '../../projections/accounts/enterprise-life.ts';
import {
  contractStays,
  enterpriseStays,
  whatDiffers,
} from '../../projections/accounts/postings.ts';
import { difference, dimensionColumn, DIMENSIONS, type Stay } from '../../projections/ledger.ts';
import type { Seen } from '../../projections/projection.ts';
import { causeOf } from './cause.ts';
import { createDisputes, disputeBooks } from './dispute-books.ts';
import { disputeTables, showDisputeSpells } from './dispute-spells.ts';
import { createDossiers, dossiers } from './dossiers.ts';
import { createEntries, entryWriter } from './entries.ts';
import type { Place } from './history-table.ts';
import type { ReadModel, Writer } from './model.ts';
import { createReach, reachOf } from './reach.ts';
import { createSpells, showSpells, spellTables, spellWriter } from './spells.ts';
import { createWords, words } from './words.ts';

/** How many enterprises are reckoned before the event loop gets its turn. */
const SLICE = 100;

type HeldEnterprise = {
  readonly dossier: EnterpriseDossier;
  readonly coverage: readonly CoverageSpell[];
  readonly uncertain: readonly CoverageSpell[];
};
type HeldContract = { readonly dossier: ContractDossier; readonly stays: readonly Stay[] };

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
const openIn =
  (zone: string) =>
  (db: DatabaseSync, place: Place): Writer => {
    const numbers = words(db, place);
    const entries = entryWriter(db, place, numbers);
    const spells = spellWriter(db, place);
    const reach = reachOf(db, place);
    const enterprises = dossiers<HeldEnterprise>(db, place, {
      category: 'enterprise',
      unknown: { dossier: unknownEnterprise, coverage: [], uncertain: [] },
    });
    const contracts = dossiers<HeldContract>(db, place, {
      category: 'contract',
      unknown: { dossier: unknownContract, stays: [] },
    });
    const cases = dossiers(db, place, {
      category: 'bargainingCase',
      unknown: { dossier: unknownCase, stays: [] as readonly Stay[] },
    });

    /** The lives of contracts by what is told of them; a dossier is of one contract only. */
    const lives = new WeakMap<ContractDossier, ContractLife>();
    const lifeIn = (id: string, dossier: ContractDossier): ContractLife => {
      const held = lives.get(dossier);
      if (held?.contract === id) return held;
      const life = contractLife(id, dossier);
      lives.set(dossier, life);
      return life;
    };
    const lifeOf = (id: string): ContractLife => lifeIn(id, contracts.get(id).dossier);
    const spellsOf = (id: string) => spellsIn(enterprises.get(id).dossier);

    const post = (unit: string, fact: Seen, before: readonly Stay[], after: readonly Stay[]) => {
      const posted = difference(before, after);
      if (posted.length === 0) return;
      const cause = causeOf(fact, zone);
      for (const entry of posted) entries.post(unit, fact.position, cause, entry);
    };

    const disputes = disputeBooks(db, place, post);

    const reckonEnterprise = (id: string, fact: Seen, dossier?: EnterpriseDossier): void => {
      const held = enterprises.get(id);
      const before = spellsIn(held.dossier);
      const after = dossier ? spellsIn(dossier) : before;
      const over = reach.contractsOver(id, after).map(lifeOf);
      const next = {
        dossier: dossier ?? held.dossier,
        coverage: coverageOf(id, after, over),
        uncertain: uncertaintyOf(id, after, over),
      };
      const [was, is] = whatDiffers({ ...held, spells: before }, { ...next, spells: after });
      post(id, fact, enterpriseStays(was), enterpriseStays(is));
      spells.enterprise(id, fact, was.spells, is.spells);
      spells.coverage(fact, held.coverage, next.coverage);
      reach.sawEnterprise(id, after);
      enterprises.set(id, next);
    };

    const reckonContract = (id: string, fact: Seen, dossier: ContractDossier): void => {
      const held = contracts.get(id);
      const stays = contractStays(lifeIn(id, dossier), spellsOf);
      post(id, fact, held.stays, stays);
      contracts.set(id, { dossier, stays });
    };

    const takeEnterprise = (fact: Seen<EnterpriseEvent>): void => {
      const id = fact.subject;
      const { dossier } = enterprises.get(id);
      const next = learnEnterprise(dossier, fact);
      if (next === dossier) return;
      reckonEnterprise(id, fact, next);
      for (const contract of reach.ownContracts(id)) {
        reckonContract(contract, fact, contracts.get(contract).dossier);
      }
    };

    const takeContract = (fact: Seen<ContractEvent>): Promise<void> | undefined => {
      const id = fact.subject;
      const held = contracts.get(id);
      const dossier = learnContract(held.dossier, fact);
      if (dossier === held.dossier) return;
      const before = lifeIn(id, held.dossier);
      const after = lifeIn(id, dossier);
      reach.sawContract(after);
      const touched = reach.enterprisesUnder(before, after);
      reckonContract(id, fact, dossier);
      if (touched.length <= SLICE) {
        for (const enterprise of touched) reckonEnterprise(enterprise, fact);
        return;
      }
      return inSlices(touched, (enterprise) => {
        reckonEnterprise(enterprise, fact);
      });
    };

    const takeCase = (fact: Seen<BargainingEvent>): void => {
      const held = cases.get(fact.subject);
      const dossier = learnCase(held.dossier, fact);
      if (dossier === held.dossier) return;
      const home: readonly EnterpriseSpell[] = dossier.enterprise
        ? spellsOf(dossier.enterprise)
        : [];
      const stays = caseStays(dossier, (day) =>
        home.find(({ from, to }) => from <= day && (to === null || to >= day)),
      );
      post(fact.subject, fact, held.stays, stays);
      cases.set(fact.subject, { dossier, stays });
    };

    const apply = (fact: Seen): Promise<void> | undefined => {
      if (fact.category === 'contract') return takeContract(fact as Seen<ContractEvent>);
      if (fact.category === 'enterprise') takeEnterprise(fact as Seen<EnterpriseEvent>);
      if (fact.category === 'bargainingCase') takeCase(fact as Seen<BargainingEvent>);
      if (fact.category === 'dispute') disputes.take(fact as Seen<DisputeEvent>);
      return undefined;
    };

    const flush = () => {
      for (const part of [entries, spells, enterprises, contracts, cases, disputes]) part.flush();
    };
    return { apply, flush };
  };

const inSlices = async (ids: readonly string[], each: (id: string) => void): Promise<void> => {
  for (let start = 0; start < ids.length; start += SLICE) {
    ids.slice(start, start + SLICE).forEach(each);
    await breathe();
  }
};

const BY_DIMENSION = DIMENSIONS.map((dimension) => `d.${dimensionColumn(dimension)}`).join();

/** The ledger: dated spells, signed entries and their sums. Change an account, and bump the version. */
export const booksIn = (zone: string): ReadModel => ({
  name: 'books',
  version: 2,
  tables: [
    'book_words',
    'book_dims',
    'book_accounts',
    'book_entries',
    'book_cells',
    'book_dossiers',
    'book_links',
    'book_scopes',
    'book_presence',
    'book_disputes',
    ...spellTables,
    ...disputeTables,
  ],
  create: (db, place) => {
    createWords(db, place);
    createEntries(db, place);
    createDossiers(db, place);
    createReach(db, place);
    createSpells(db, place);
    createDisputes(db, place);
  },
  open: openIn(zone),
  show: (db) => {
    showSpells(db);
    showDisputeSpells(db);
  },
  contents: [
    `SELECT account, on_day, known, u.word AS unit, d.*, count, workers, women, unknown, members,
      c.word AS because, 0 AS id FROM book_entries$ e JOIN book_words$ u ON u.id = e.unit
      JOIN book_words$ c ON c.id = e.cause JOIN book_dims$ d ON d.id = e.dims
      ORDER BY account, on_day, known, 4, ${BY_DIMENSION}`,
    `SELECT account, cube, period, d.*, count, workers, women, unknown, members, 0 AS id
      FROM book_cells$ JOIN book_dims$ d ON d.id = dims
      WHERE count <> 0 OR workers <> 0 OR women <> 0 OR unknown <> 0 OR members <> 0
      ORDER BY account, cube, period, ${BY_DIMENSION}`,
    ...[...spellTables, ...disputeTables].map(
      (table) => `SELECT * FROM ${table}$ ORDER BY id, since`,
    ),
  ],
});

/** The books of a deployment in China. */
export const books = booksIn('Asia/Shanghai');
