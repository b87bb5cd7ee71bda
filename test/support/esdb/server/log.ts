import { randomUUID } from 'node:crypto';

/** What a client proposes: one event, as bytes. */
export type Draft = {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
};

/** An event as stored; `position` is its byte-like place in the log, commit and prepare alike. */
export type LogRecord = Draft & {
  readonly stream: string;
  readonly revision: bigint;
  readonly position: bigint;
  /** Ticks of 100 ns since 1970. */
  readonly created: bigint;
};

/** A stream's events in their order, and the tombstone that ends it for ever. */
export type Stream = { readonly records: LogRecord[]; tombstone: LogRecord | null };

/** What `$metadata` says about visibility; a soft delete is `$tb` at the largest long. */
export type Visibility = {
  readonly $tb?: number;
  readonly $maxCount?: number;
  readonly $maxAge?: number;
};

/** The largest revision; a tombstone stands there, and `$tb` of a soft-deleted stream. */
export const LAST_LONG = 9223372036854775807n;

const TICKS = 10_000n;
const HEADER = 96n;
const NO_BYTES = new Uint8Array();

const parsed = (data: Uint8Array): object => {
  try {
    const value: unknown = JSON.parse(Buffer.from(data).toString());
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
};

/** JSON of metadata; a `$tb` beyond what JavaScript counts is written as the largest long. */
const metadataText = (value: object): string =>
  JSON.stringify(value).replace(/"\$tb":9223372036854776000\b/, `"$tb":${String(LAST_LONG)}`);

/** What is stored, and who wants to know of more. */
type Kept = {
  readonly now: () => number;
  readonly records: LogRecord[];
  readonly streams: Map<string, Stream>;
  readonly metadata: Map<string, Visibility>;
  readonly byId: Map<string, LogRecord>;
  readonly watchers: Set<() => void>;
  tail: bigint;
};

const system = (type: string, data: Uint8Array): Draft => ({
  id: randomUUID(),
  type,
  contentType: type === '$metadata' ? 'application/json' : 'application/octet-stream',
  data,
  metadata: NO_BYTES,
});

const streamOf = (kept: Kept, name: string): Stream => {
  const stream = kept.streams.get(name) ?? { records: [], tombstone: null };
  kept.streams.set(name, stream);
  return stream;
};

const store = (kept: Kept, stream: string, revision: bigint, draft: Draft): LogRecord => {
  const record = {
    ...draft,
    ...{ stream, revision, position: kept.tail },
    id: draft.id.toLowerCase(),
    created: BigInt(kept.now()) * TICKS,
  };
  kept.tail += HEADER + BigInt(draft.data.length + draft.metadata.length + stream.length);
  kept.records.push(record);
  kept.byId.set(`${stream}\0${record.id}`, record);
  if (stream.startsWith('$$')) kept.metadata.set(stream.slice(2), parsed(draft.data));
  return record;
};

const announce = (kept: Kept): void => {
  for (const watcher of [...kept.watchers]) watcher();
};

const add = (kept: Kept, name: string, drafts: readonly Draft[]): LogRecord | undefined => {
  const { records } = streamOf(kept, name);
  for (const draft of drafts) records.push(store(kept, name, BigInt(records.length), draft));
  announce(kept);
  return records.at(-1);
};

const setMetadata = (kept: Kept, name: string, value: object): LogRecord | undefined =>
  add(kept, `$$${name}`, [system('$metadata', Buffer.from(metadataText(value)))]);

const tombstone = (kept: Kept, name: string): LogRecord => {
  const stream = streamOf(kept, name);
  const record = store(kept, name, LAST_LONG, system('$streamDeleted', NO_BYTES));
  stream.tombstone = record;
  announce(kept);
  return record;
};

const metadataOf = (kept: Kept, name: string): Visibility =>
  name.startsWith('$$') ? { $maxCount: 1 } : (kept.metadata.get(name) ?? {});

const firstVisible = (kept: Kept, name: string): number => {
  const own = kept.streams.get(name)?.records ?? [];
  const { $tb = 0, $maxCount = Infinity, $maxAge } = metadataOf(kept, name);
  const from = Math.min(own.length, Math.max($tb, own.length - $maxCount));
  if ($maxAge === undefined) return from;
  const oldest = BigInt(kept.now() - $maxAge * 1000) * TICKS;
  const young = own.findIndex(({ created }, at) => at >= from && created >= oldest);
  return young < 0 ? own.length : young;
};

const indexAt = ({ records, tail }: Kept, position: bigint): number => {
  let low = 0;
  let high = records.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((records[middle]?.position ?? tail) >= position) high = middle;
    else low = middle + 1;
  }
  return low;
};

const isTombstoned = ({ streams }: Kept, name: string): boolean =>
  [name, name.startsWith('$$') ? name.slice(2) : name].some(
    (each) => streams.get(each)?.tombstone != null,
  );

/** One ordered log with its streams, kept in memory: what the nodes of a cluster share. */
export type Log = ReturnType<typeof createLog>;

/** A log that, like a real database's, begins with a system record at position 0. */
export const createLog = (now: () => number) => {
  const kept: Kept = {
    ...{ now, records: [], streams: new Map(), metadata: new Map(), byId: new Map() },
    ...{ watchers: new Set(), tail: 0n },
  };
  setMetadata(kept, '$scavenges', { $maxAge: 2_592_000 });
  const records: readonly LogRecord[] = kept.records;
  return {
    records,
    stream: (name: string) => kept.streams.get(name),
    /** Adds events at the end of a stream, unconditionally. */
    add: (name: string, drafts: readonly Draft[]) => add(kept, name, drafts),
    setMetadata: (name: string, value: object) => setMetadata(kept, name, value),
    tombstone: (name: string) => tombstone(kept, name),
    metadataOf: (name: string) => metadataOf(kept, name),
    /** The index within the stream of the first event a reader may see; its length if none. */
    firstVisible: (name: string) => firstVisible(kept, name),
    /** The index in the log of the first record at or after a position. */
    indexAt: (position: bigint) => indexAt(kept, position),
    /** The position the next record will have. */
    tail: () => kept.tail,
    /** The newest record of a stream under an id. */
    known: (name: string, id: string) => kept.byId.get(`${name}\0${id.toLowerCase()}`),
    softDeleted: (name: string) => (metadataOf(kept, name).$tb ?? 0) >= Number.MAX_SAFE_INTEGER,
    isTombstoned: (name: string) => isTombstoned(kept, name),
    /** The revision of a stream's last event, -1 without any. */
    lastRevision: (name: string) => BigInt((kept.streams.get(name)?.records.length ?? 0) - 1),
    /** Calls back after every append, until the returned function is called. */
    watch: (watcher: () => void) => {
      kept.watchers.add(watcher);
      return () => void kept.watchers.delete(watcher);
    },
  };
};
