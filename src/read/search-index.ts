import type { DatabaseSync } from 'node:sqlite';
import { folded, strikesOut, termsOf } from '../../projections/search-terms.ts';
import type { Seen } from '../../projections/projection.ts';
import type { PersonEvent } from '../../domain/person/events.ts';
import { openedDetails } from '../people/people.ts';
import type { Vault } from '../people/vault.ts';
import type { Place } from './history-table.ts';
import type { ReadModel, Writer } from './model.ts';
import { emptiesLog, overwriting } from './overwriting.ts';

const create = (db: DatabaseSync, { suffix }: Place): void => {
  db.exec(`
    CREATE TABLE search_terms${suffix} (category TEXT NOT NULL, subject TEXT NOT NULL,
      field TEXT NOT NULL, text TEXT NOT NULL, folded TEXT NOT NULL,
      PRIMARY KEY (category, subject, field, folded)) STRICT, WITHOUT ROWID;
    CREATE TABLE person_names${suffix} (id TEXT PRIMARY KEY, name TEXT NOT NULL,
      employer TEXT, position TEXT, folded TEXT NOT NULL) STRICT, WITHOUT ROWID`);
};

type Sealing = Extract<PersonEvent, { type: 'PersonRegistered' | 'DetailsCorrected' }>;

/** What a person is called; nothing where the key is not here: then others may still be found. */
const detailsFrom = (vault: Vault | undefined, id: string, fact: Seen) => {
  if (fact.type !== 'PersonRegistered' && fact.type !== 'DetailsCorrected') return null;
  try {
    return vault ? openedDetails(vault, id, (fact as Seen<Sealing>).data.details) : null;
  } catch {
    return null;
  }
};

const people = (db: DatabaseSync, { suffix }: Place, vault: Vault | undefined) => {
  const put = db.prepare(`INSERT INTO person_names${suffix} VALUES (?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET name = excluded.name, employer = excluded.employer,
    position = excluded.position, folded = excluded.folded`);
  const drop = db.prepare(`DELETE FROM person_names${suffix} WHERE id = ?`);
  let isForgetting = false;
  const apply = (fact: Seen): void => {
    const id = fact.subject;
    if (strikesOut(fact)) {
      overwriting(db, () => drop.run(id));
      isForgetting = true;
    }
    const details = detailsFrom(vault, id, fact);
    if (!details) return;
    const { name, employer = null, position = null } = details;
    overwriting(db, () => put.run(id, name, employer, position, folded(name)));
  };
  const committed = (): void => {
    if (isForgetting) isForgetting = !emptiesLog(db);
  };
  return { apply, committed };
};

const open =
  (vault: Vault | undefined) =>
  (db: DatabaseSync, place: Place): Writer => {
    const put = db.prepare(
      `INSERT INTO search_terms${place.suffix} VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    );
    const drop = db.prepare(
      `DELETE FROM search_terms${place.suffix} WHERE category = ? AND subject = ?`,
    );
    const person = people(db, place, vault);
    const apply = (fact: Seen): undefined => {
      const { category, subject } = fact;
      for (const { field, text } of termsOf(fact))
        put.run(category, subject, field, text, folded(text));
      if (category === 'person') person.apply(fact);
      else if (strikesOut(fact)) drop.run(category, subject);
    };
    const flush = () => Promise.resolve();
    return { apply, flush, finish: flush, committed: person.committed };
  };

/** By what everything is found: names, former names, codes, numbers; people's names as long as their keys are here. */
export const searchIndex = (vault?: Vault): ReadModel => ({
  name: 'search',
  version: 1,
  tables: ['search_terms', 'person_names'],
  overwrites: true,
  create,
  index: (db, { suffix, generation }) => {
    db.exec(`CREATE INDEX search_folded_${String(generation)} ON search_terms${suffix} (folded)`);
  },
  open: open(vault),
  show: () => undefined,
  contents: [
    'SELECT * FROM search_terms$ ORDER BY category, subject, field, folded',
    'SELECT * FROM person_names$ ORDER BY id',
  ],
});
