import type { DatabaseSync } from 'node:sqlite';
import { setImmediate as breathe } from 'node:timers/promises';
import type { BargainingEvent } from '../../../domain/bargaining-case/events.ts';
import type { ContractEvent } from '../../../domain/collective-contract/events.ts';
import type { DisputeEvent } from '../../../domain/dispute-case/events.ts';
import type { EnterpriseEvent } from '../../../domain/enterprise/events.ts';
import { dimensionColumn, difference, DIMENSIONS, SUMS } from '../../../projections/ledger.ts';
import type { Seen } from '../../../projections/projection.ts';
import { caseBooks } from './case-books.ts';
import { causesIn } from './cause.ts';
import { contractBooks } from './contract-books.ts';
import { createDisputes, disputeBooks } from './dispute-books.ts';
import { disputeTables, indexDisputeSpells, showDisputeSpells } from './dispute-spells.ts';
import { createDossiers } from './dossiers.ts';
import { enterpriseBooks } from './enterprise-books.ts';
import { createEntries, entryWriter, indexEntries } from './entries.ts';
import type { Place } from '../history-table.ts';
import type { ReadModel, Writer } from '../model.ts';
import type { Turns } from '../pace.ts';
import type { Post } from './post.ts';
import { createReach, indexReach, reachOf } from './reach.ts';
import { createSpells, indexSpells, showSpells, spellTables } from './spells.ts';
import { createWords, words } from './words.ts';

/** How many enterprises are reckoned before the event loop gets its turn. */
const SLICE = 100;

const inSlices = async (ids: readonly string[], each: (id: string) => void): Promise<void> => {
  for (let start = 0; start < ids.length; start += SLICE) {
    ids.slice(start, start + SLICE).forEach(each);
    await breathe();
  }
};

/** Posts the differences of stays as entries, each with its cause. */
const poster = (zone: string, entries: ReturnType<typeof entryWriter>): Post => {
  const causeOf = causesIn(zone);
  return (unit, fact, before, after) => {
    const posted = difference(before, after);
    if (posted.length === 0) return;
    const cause = causeOf(fact);
    for (const entry of posted) entries.post(unit, fact.position, cause, entry);
  };
};

const openIn =
  (zone: string) =>
  (db: DatabaseSync, place: Place): Writer => {
    const numbers = words(db, place);
    const entries = entryWriter(db, place, numbers);
    const post = poster(zone, entries);
    const reach = reachOf(db, place);
    const enterprises = enterpriseBooks(db, place, post);
    const contracts = contractBooks(db, place, { post, placementsOf: enterprises.placementsOf });
    const cases = caseBooks(db, place, { post, spellsOf: enterprises.spellsOf });
    const disputes = disputeBooks(db, place, post);

    const takeEnterprise = (fact: Seen<EnterpriseEvent>): void => {
      const before = enterprises.learn(fact, (id, places) => {
        reach.sawEnterprise(id, places);
        return reach.contractsOver(id, places).map(contracts.lifeOf);
      });
      if (!before) return;
      for (const own of reach.ownContracts(fact.subject)) contracts.follow(own, fact, before);
    };

    const takeContract = (fact: Seen<ContractEvent>): Promise<void> | undefined => {
      const lives = contracts.learn(fact);
      if (!lives) return undefined;
      const [before, after] = lives;
      reach.sawContract(after);
      const touched = reach.enterprisesUnder(before, after);
      const cover = (enterprise: string): void => enterprises.cover(enterprise, fact, after);
      if (touched.length > SLICE) return inSlices(touched, cover);
      touched.forEach(cover);
      return undefined;
    };

    const apply = (fact: Seen): Promise<void> | undefined => {
      if (fact.category === 'contract') return takeContract(fact as Seen<ContractEvent>);
      if (fact.category === 'enterprise') takeEnterprise(fact as Seen<EnterpriseEvent>);
      if (fact.category === 'bargainingCase') cases.take(fact as Seen<BargainingEvent>);
      if (fact.category === 'dispute') disputes.take(fact as Seen<DisputeEvent>);
      return undefined;
    };

    const parts = [entries, enterprises, contracts, cases, disputes];
    const flush = async (turn: Turns): Promise<void> => {
      numbers.flush();
      for (const part of parts) await part.flush(turn);
    };
    const finish = async (turn: Turns): Promise<void> => {
      numbers.flush();
      for (const part of parts) await part.finish(turn);
    };
    return { apply, flush, finish };
  };

const CELL = ['months', ...SUMS].map((column) => `hex(${column}) AS ${column}`).join();
const BY_DIMENSION = DIMENSIONS.map((dimension) => `d.${dimensionColumn(dimension)}`).join();

/** The ledger: dated spells, signed entries and their sums. Change an account, and bump the version. */
export const booksIn = (zone: string): ReadModel => ({
  name: 'books',
  version: 7,
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
  index: (db, place) => {
    indexEntries(db, place);
    indexReach(db, place);
    indexSpells(db, place);
    indexDisputeSpells(db, place);
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
    `SELECT account, cube, d.*, ${CELL}, 0 AS id FROM book_cells$ JOIN book_dims$ d ON d.id = dims
      ORDER BY account, cube, ${BY_DIMENSION}`,
    ...[...spellTables, ...disputeTables].map(
      (table) => `SELECT * FROM ${table}$ ORDER BY id, since`,
    ),
  ],
});

/** The books of a deployment in China. */
export const books = booksIn('Asia/Shanghai');
