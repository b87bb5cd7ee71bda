import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { Conflict, type Appended, type Envelope, type Proposed } from './event-store.ts';

/** One append, its data already written as JSON. */
export type Append = {
  readonly stream: string;
  readonly facts: readonly Proposed[];
  readonly data: readonly string[];
  readonly expected: bigint;
  readonly envelope: Envelope;
};

/** What became of an append whose batch was committed. */
export type Outcome = Appended | Conflict;

type End = { readonly key: number; readonly revision: number };

/** Ends of streams kept in memory: about 150 bytes each. */
const MOST_ENDS = 50_000;

const INSERT = `INSERT INTO events (position, stream, revision, id, type, version, data, at, by,
  on_behalf_of, command_id, body_hash, correlation_id, causation_id, import_run, import_row)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

const appended = (revision: number, position: number): Appended => ({
  revision: BigInt(revision),
  position: BigInt(position),
});

const statements = (db: DatabaseSync) => ({
  end: db.prepare(`SELECT key, (SELECT max(revision) FROM events WHERE stream = key) AS revision
    FROM streams WHERE name = ?`),
  name: db.prepare('INSERT INTO streams (name) VALUES (?)'),
  insert: db.prepare(INSERT),
  known: db.prepare(`SELECT id, position FROM events WHERE stream = ? AND revision > ?
    ORDER BY revision LIMIT ?`),
  head: db.prepare('SELECT max(position) AS position FROM events'),
});

/** Where each stream ends, the table's word remembered; forget it all after a roll-back. */
const streamEnds = (query: StatementSync, name: StatementSync) => {
  const ends = new Map<string, End>();
  const remember = (stream: string, end: End): End => {
    if (ends.size >= MOST_ENDS) ends.clear();
    ends.set(stream, end);
    return end;
  };
  const stored = (stream: string): End => {
    const row = query.get(stream) as { key: number; revision: number | null } | undefined;
    return row ? { key: row.key, revision: row.revision ?? -1 } : { key: 0, revision: -1 };
  };
  return {
    /** The end as remembered; undefined when the table has to be asked. */
    remembered: (stream: string): number | undefined => ends.get(stream)?.revision,
    of: (stream: string): End => ends.get(stream) ?? remember(stream, stored(stream)),
    key: (stream: string, { key }: End): number =>
      key === 0 ? Number(name.run(stream).lastInsertRowid) : key,
    remember,
    forget: () => ends.clear(),
  };
};

/**
 * Decides and inserts appends one after the other within the caller's transaction; what an earlier
 * append of it inserted counts for the next. Call `forget` when the transaction is rolled back.
 */
export const recorder = (db: DatabaseSync) => {
  const sql = statements(db);
  const ends = streamEnds(sql.end, sql.name);
  const stored = () => (sql.head.get() as { position: number | null }).position ?? 0;
  let head = stored();

  const repeated = ({ facts }: Append, { key }: End, expected: number): Appended | undefined => {
    const rows = sql.known.all(key, expected, facts.length) as { id: string; position: number }[];
    const last = rows.at(-1);
    if (rows.length < facts.length || !last) return undefined;
    if (facts.some(({ id }, i) => rows[i]?.id !== id)) return undefined;
    return appended(expected + facts.length, last.position);
  };

  const present = ({ key, revision }: End): Appended => {
    const [last] = sql.known.all(key, revision - 1, 1) as { position: number }[];
    return appended(revision, last?.position ?? 0);
  };

  const insert = ({ stream, facts, data, envelope }: Append, end: End): Appended => {
    const key = ends.key(stream, end);
    const { at, by, commandId, bodyHash, correlationId, causationId } = envelope;
    const behalf = envelope.onBehalfOf ?? null;
    const run = envelope.import?.run ?? null;
    const row = envelope.import?.row ?? null;
    let { revision } = end;
    facts.forEach(({ id, type, version }, i) => {
      const text = data[i] ?? '';
      // prettier-ignore
      sql.insert.run(++head, key, ++revision, id, type, version, text, at, by,
        behalf, commandId, bodyHash, correlationId, causationId, run, row);
    });
    ends.remember(stream, { key, revision });
    return appended(revision, head);
  };

  return {
    record: (append: Append): Outcome => {
      const end = ends.of(append.stream);
      const expected = Number(append.expected);
      const atEnd = expected === end.revision;
      if (append.facts.length === 0 && atEnd) return present(end);
      if (atEnd) return insert(append, end);
      const earlier = expected >= -1 ? repeated(append, end, expected) : undefined;
      return earlier ?? new Conflict(append.stream, append.expected, BigInt(end.revision));
    },
    head: () => head,
    /** Where a stream ends, if that is in memory. */
    end: ends.remembered,
    forget: (): void => {
      ends.forget();
      head = stored();
    },
  };
};
