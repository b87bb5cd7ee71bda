import type { DatabaseSync } from 'node:sqlite';
import type { Seen } from '../../projections/projection.ts';
import type { Place } from './history-table.ts';
import { manyRows } from './many-rows.ts';
import type { ReadModel, Writer } from './model.ts';

/** Who did what, when: one row a fact, without what it says. */
const create = (db: DatabaseSync, { suffix }: Place): void => {
  db.exec(`
    CREATE TABLE journal_facts${suffix} (position_no INTEGER PRIMARY KEY, at TEXT NOT NULL,
      by TEXT NOT NULL, category TEXT NOT NULL, subject TEXT NOT NULL, revision INTEGER NOT NULL,
      type TEXT NOT NULL, event_id TEXT NOT NULL,
      id TEXT GENERATED ALWAYS AS (CAST(position_no AS TEXT)) VIRTUAL) STRICT;
    CREATE TABLE journal_moments${suffix} (at_ms INTEGER PRIMARY KEY, position_no INTEGER NOT NULL) STRICT`);
};

const index = (db: DatabaseSync, { suffix, generation }: Place): void => {
  const n = String(generation);
  db.exec(`CREATE INDEX journal_by_${n} ON journal_facts${suffix} (by, position_no);
    CREATE INDEX journal_subject_${n} ON journal_facts${suffix} (category, subject, position_no)`);
};

const COLUMNS = ['position_no', 'at', 'by', 'category', 'subject', 'revision', 'type', 'event_id'];

const open = (db: DatabaseSync, { suffix }: Place): Writer => {
  const rows = manyRows(db, `journal_facts${suffix}`, COLUMNS);
  // The running maximum of `at`: an instant resolves to the last position known by then.
  const moment = db.prepare(`INSERT INTO journal_moments${suffix} VALUES (?, ?)
    ON CONFLICT DO UPDATE SET position_no = excluded.position_no`);
  const latest = db.prepare(`SELECT max(at_ms) AS ms FROM journal_moments${suffix}`);
  let running = (latest.get() as { ms: number | null }).ms ?? 0;
  let position: bigint | undefined;

  const writeMoment = () => {
    if (position !== undefined) moment.run(running, position);
    position = undefined;
  };
  const apply = (fact: Seen): undefined => {
    const { at, by, category, subject, revision, type, id } = fact;
    rows.add([fact.position, at, by, category, subject, revision, type, id]);
    const ms = Date.parse(at);
    if (ms > running) {
      writeMoment();
      running = ms;
    }
    position = fact.position;
  };
  const flush = async (): Promise<void> => {
    rows.flush();
    writeMoment();
  };
  return { apply, flush, finish: flush };
};

export const journal: ReadModel = {
  name: 'journal',
  version: 1,
  tables: ['journal_facts', 'journal_moments'],
  create,
  index,
  open,
  show: (db) => {
    db.exec(`DROP VIEW IF EXISTS journal; CREATE VIEW journal AS SELECT * FROM journal_facts`);
  },
  contents: [
    'SELECT * FROM journal_facts$ ORDER BY position_no',
    'SELECT * FROM journal_moments$ ORDER BY at_ms',
  ],
};
