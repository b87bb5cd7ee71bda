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
  const same = drafts.filter(({ id }, at) => stored[at]?.id === id.toLowerCase()).length;
  const last = stored[drafts.length - 1];
  if (same === drafts.length && last !== undefined && same > 0) return done(last);
  const reopens = expected === -1n && log.softDeleted(name);
  return reopens && stored[0]?.id !== drafts[0]?.id.toLowerCase()
    ? null
    : { kind: 'wrong', current: log.lastRevision(name) };
};

const judged = (
  log: Log,
  name: string,
  expected: Expected,
  drafts: readonly Draft[],
): Outcome | null => {
  const current = log.lastRevision(name);
  if (log.isTombstoned(name)) return { kind: 'deleted' };
  if (expected === 'stream_exists' && log.softDeleted(name)) return { kind: 'deleted' };
  if (expected === 'stream_exists' && current < 0n) return { kind: 'wrong', current };
  if (expected === 'any' || expected === 'stream_exists') return byIds(log, name, drafts);
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

/** Deletes softly or for ever; a soft delete asks for a stream that is there. */
export const remove = (log: Log, name: string, expected: Expected, forEver: boolean): Outcome => {
  const current = log.lastRevision(name);
  if (log.isTombstoned(name)) return { kind: 'deleted' };
  if (!forEver && current < 0n) return { kind: 'wrong', current };
  if (expected === 'no_stream' && current >= 0n) return { kind: 'wrong', current };
  if (expected === 'stream_exists' && current < 0n) return { kind: 'wrong', current };
  if (typeof expected === 'bigint' && expected !== current) return { kind: 'wrong', current };
  if (forEver) return done(log.tombstone(name));
  const record = log.setMetadata(name, { ...log.metadataOf(name), $tb: Number(LAST_LONG) });
  return { kind: 'done', revision: current, position: record?.position ?? null };
};
