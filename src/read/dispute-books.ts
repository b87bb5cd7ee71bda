import type { DatabaseSync } from 'node:sqlite';
import type { DisputeEvent } from '../../domain/dispute-case/events.ts';
import { learnDispute, unknownDispute } from '../../projections/accounts/dispute-dossier.ts';
import { disputeSpells, disputeStays } from '../../projections/accounts/dispute-life.ts';
import type { Stay } from '../../projections/ledger.ts';
import type { Seen } from '../../projections/projection.ts';
import { dossiers } from './dossiers.ts';
import type { Place } from './history-table.ts';
import type { spellWriter } from './spells.ts';

export const createDisputes = (db: DatabaseSync, { suffix }: Place): void => {
  db.exec(`CREATE TABLE book_disputes${suffix} (enterprise TEXT NOT NULL, dispute TEXT NOT NULL,
    PRIMARY KEY (enterprise, dispute)) STRICT, WITHOUT ROWID`);
};

type Books = {
  readonly spells: Pick<ReturnType<typeof spellWriter>, 'dispute'>;
  readonly post: (
    unit: string,
    fact: Seen,
    before: readonly Stay[],
    after: readonly Stay[],
  ) => void;
};

/** Keeps the books of disputes: their spells, their stays, and which enterprises they are about. */
export const disputeBooks = (db: DatabaseSync, place: Place, { spells, post }: Books) => {
  const held = dossiers(db, place, { category: 'dispute', unknown: unknownDispute });
  const party = db.prepare(`INSERT OR IGNORE INTO book_disputes${place.suffix} VALUES (?, ?)`);
  const take = (fact: Seen<DisputeEvent>): void => {
    const id = fact.subject;
    const was = held.get(id);
    const is = learnDispute(was, fact);
    if (is === was) return;
    const before = disputeSpells(was);
    const after = disputeSpells(is);
    post(id, fact, disputeStays(was, before), disputeStays(is, after));
    spells.dispute(id, fact, { dossier: was, spells: before }, { dossier: is, spells: after });
    for (const enterprise of is.enterprises) party.run(enterprise, id);
    held.set(id, is);
  };
  return { take, flush: held.flush };
};
