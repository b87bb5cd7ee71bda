import type { DatabaseSync } from 'node:sqlite';
import type { DisputeEvent } from '../../../domain/dispute-case/events.ts';
import { learnDispute, unknownDispute } from '../../../projections/accounts/dispute-dossier.ts';
import { disputeSpells, disputeStays } from '../../../projections/accounts/dispute-life.ts';
import { learnSettlement, nothingSettled } from '../../../projections/accounts/settlement-life.ts';
import type { Seen } from '../../../projections/projection.ts';
import { createDisputeSpells, disputeSpellWriter } from './dispute-spells.ts';
import { dossiers } from './dossiers.ts';
import type { Place } from '../history-table.ts';
import type { Turns } from '../pace.ts';
import type { Post } from './post.ts';

export const createDisputes = (db: DatabaseSync, place: Place): void => {
  createDisputeSpells(db, place);
  db.exec(`CREATE TABLE book_disputes${place.suffix} (enterprise TEXT NOT NULL, dispute TEXT NOT NULL,
    PRIMARY KEY (enterprise, dispute)) STRICT, WITHOUT ROWID`);
};

/** Keeps the books of disputes: their times, their stays, and which enterprises they are about. */
export const disputeBooks = (db: DatabaseSync, place: Place, post: Post) => {
  const held = dossiers(db, place, {
    category: 'dispute',
    unknown: { dossier: unknownDispute, settlements: nothingSettled },
  });
  const spells = disputeSpellWriter(db, place);
  const party = db.prepare(`INSERT OR IGNORE INTO book_disputes${place.suffix} VALUES (?, ?)`);

  const take = (fact: Seen<DisputeEvent>): void => {
    const id = fact.subject;
    const was = held.get(id);
    const is = {
      dossier: learnDispute(was.dossier, fact),
      settlements: learnSettlement(was.settlements, fact),
    };
    if (is.dossier === was.dossier && is.settlements === was.settlements) return;
    const before = { ...was, spells: disputeSpells(was.dossier) };
    const after = { ...is, spells: disputeSpells(is.dossier) };
    post(
      id,
      fact,
      disputeStays(was.dossier, before.spells),
      disputeStays(is.dossier, after.spells),
    );
    spells.write(id, fact, before, after);
    for (const enterprise of is.dossier.enterprises) party.run(enterprise, id);
    held.set(id, is);
  };

  const flush = async (turn: Turns): Promise<void> => {
    await spells.flush(turn);
    await held.flush(turn);
  };
  const finish = async (turn: Turns): Promise<void> => {
    await spells.finish(turn);
    await held.finish(turn);
  };
  return { take, flush, finish };
};
