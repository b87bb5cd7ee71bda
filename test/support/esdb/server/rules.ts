import type { Draft, Log, LogRecord } from './log.ts';
import { LAST_LONG } from './log.ts';

/** What a writer expects of the stream it appends to. */
export type Expected = 'any' | 'no_stream' | 'stream_exists' | bigint;

/** What became of a write; revision -1 stands for a stream without events. */
export type Outcome =
  | { readonly kind: 'done'; readonly revision: bigint; readonly position: bigint | null }
  | { readonly kind: 'wrong'; readonly current: bigint }
  | { readonly kind: 'deleted' };

const done = (record: LogRecord): Outcome => ({
  kind: 'done',
  revision: record.revision,
  position: record.position,
});

/** Without a revision only the ids are asked: all known is a repetition, some known is a conflict. */
const byIds = (log: Log, name: string, drafts: readonly Draft[]): Outcome | null => {
  const found = drafts.map(({ id }) => log.known(name, id));
  if (found[0] === undefined) return null;
  const last = found.at(-1);
  return found.every((each) => each !== undefined) && last !== undefined
    ? done(last)
    : { kind: 'wrong', current: log.lastRevision(name) };
};

/** Behind the end: the same ids from there on are a repetition, anything else a conflict. */
const fromThere = (
  log: Log,
  name: string,
  expected: bigint,
  drafts: readonly Draft[],
): Outcome | null => {
  const next = Number(expected) + 1;
  const stored = log.stream(name)?.records.slice(next, next + drafts.length) ?? [];
  const differs = drafts.findIndex(({ id }, at) => stored[at]?.id !== id.toLowerCase());
  const last = stored.at(-1);
  if (differs < 0 && last !== undefined) return done(last);
  // A stream that was deleted softly may be begun anew.
  const reopens = differs === 0 && expected === -1n && log.softDeleted(name);
  return reopens ? null : { kind: 'wrong', current: log.lastRevision(name) };
};

const judged = (
  log: Log,
  name: string,
  expected: Expected,
  drafts: readonly Draft[],
): Outcome | null => {
  const current = log.lastRevision(name);
  if (log.isTombstoned(name)) return { kind: 'deleted' };
  if (expected === 'stream_exists') {
    if (log.softDeleted(name)) return { kind: 'deleted' };
    return current < 0n ? { kind: 'wrong', current } : byIds(log, name, drafts);
  }
  if (expected === 'any') return byIds(log, name, drafts);
  const revision = expected === 'no_stream' ? -1n : expected;
  if (revision < current) return fromThere(log, name, revision, drafts);
  return revision > current ? { kind: 'wrong', current } : null;
};

/** Appends, or answers as the server does to a repetition, a conflict, a deleted stream. */
export const append = (
  log: Log,
  name: string,
  expected: Expected,
  drafts: readonly Draft[],
): Outcome => {
  const judgement = judged(log, name, expected, drafts);
  if (judgement !== null) return judgement;
  const current = log.lastRevision(name);
  if (drafts.length === 0) return { kind: 'done', revision: current, position: null };
  // Writing to a soft-deleted stream opens it again from the next revision on.
  if (log.softDeleted(name))
    log.setMetadata(name, { ...log.metadataOf(name), $tb: Number(current + 1n) });
  const last = log.add(name, drafts);
  return last === undefined ? { kind: 'done', revision: current, position: null } : done(last);
};

const fits = (current: bigint, expected: Expected): boolean => {
  if (expected === 'any') return true;
  if (expected === 'stream_exists') return current >= 0n;
  return current === (expected === 'no_stream' ? -1n : expected);
};

/** Deletes softly or for ever; a soft delete asks for a stream that is there. */
export const remove = (log: Log, name: string, expected: Expected, forEver: boolean): Outcome => {
  const current = log.lastRevision(name);
  if (log.isTombstoned(name)) return { kind: 'deleted' };
  if (!fits(current, expected) || (!forEver && current < 0n)) return { kind: 'wrong', current };
  if (forEver) return done(log.tombstone(name));
  const record = log.setMetadata(name, { ...log.metadataOf(name), $tb: Number(LAST_LONG) });
  return { kind: 'done', revision: current, position: record?.position ?? null };
};
