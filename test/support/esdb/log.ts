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

type Stream = { readonly records: LogRecord[]; tombstone: LogRecord | null };

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

/** One ordered log with its streams, kept in memory: what the nodes of a cluster share. */
export type Log = ReturnType<typeof createLog>;

/** An empty log; like a real database it begins with a system record at position 0. */
// eslint-disable-next-line max-lines-per-function -- a closure over one state, in small functions
export const createLog = (now: () => number) => {
  const records: LogRecord[] = [];
  const streams = new Map<string, Stream>();
  const metadata = new Map<string, Visibility>();
  const watchers = new Set<() => void>();
  const byId = new Map<string, LogRecord>();
  let tail = 0n;

  const stream = (name: string): Stream | undefined => streams.get(name);

  const store = (name: string, draft: Draft, revision: bigint): LogRecord => {
    const record = {
      ...draft,
      id: draft.id.toLowerCase(),
      stream: name,
      revision,
      position: tail,
      created: BigInt(now()) * TICKS,
    };
    tail += HEADER + BigInt(draft.data.length + draft.metadata.length + name.length);
    records.push(record);
    byId.set(`${name}\0${record.id}`, record);
    if (name.startsWith('$$')) metadata.set(name.slice(2), parsed(draft.data));
    return record;
  };

  /** Adds events at the end of a stream; a metastream keeps one event visible. */
  const add = (name: string, drafts: readonly Draft[]): LogRecord | undefined => {
    const target = streams.get(name) ?? { records: [], tombstone: null };
    streams.set(name, target);
    for (const draft of drafts)
      target.records.push(store(name, draft, BigInt(target.records.length)));
    for (const watcher of [...watchers]) watcher();
    return target.records.at(-1);
  };

  const system = (type: string, data: Uint8Array): Draft => ({
    id: randomUUID(),
    type,
    contentType: type === '$metadata' ? 'application/json' : 'application/octet-stream',
    data,
    metadata: NO_BYTES,
  });

  const setMetadata = (name: string, value: object): LogRecord | undefined =>
    add(`$$${name}`, [system('$metadata', Buffer.from(metadataText(value)))]);

  const tombstone = (name: string): LogRecord => {
    const target = streams.get(name) ?? { records: [], tombstone: null };
    streams.set(name, target);
    const record = store(name, system('$streamDeleted', NO_BYTES), LAST_LONG);
    target.tombstone = record;
    for (const watcher of [...watchers]) watcher();
    return record;
  };

  const metadataOf = (name: string): Visibility =>
    name.startsWith('$$') ? { $maxCount: 1 } : (metadata.get(name) ?? {});

  /** The index within the stream of the first event a reader may see; its length if none. */
  const firstVisible = (name: string): number => {
    const own = streams.get(name)?.records ?? [];
    const { $tb = 0, $maxCount = Infinity, $maxAge } = metadataOf(name);
    const from = Math.min(own.length, Math.max($tb, own.length - $maxCount));
    if ($maxAge === undefined) return from;
    const oldest = BigInt(now() - $maxAge * 1000) * TICKS;
    const young = own.findIndex(({ created }, at) => at >= from && created >= oldest);
    return young < 0 ? own.length : young;
  };

  /** The index in the log of the first record at or after a position. */
  const indexAt = (position: bigint): number => {
    let low = 0;
    let high = records.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((records[middle]?.position ?? tail) >= position) high = middle;
      else low = middle + 1;
    }
    return low;
  };

  setMetadata('$scavenges', { $maxAge: 2_592_000 });
  return {
    records,
    stream,
    add,
    setMetadata,
    tombstone,
    metadataOf,
    firstVisible,
    indexAt,
    /** The position the next record will have. */
    tail: () => tail,
    /** The newest record of a stream under an id. */
    known: (name: string, id: string) => byId.get(`${name}\0${id.toLowerCase()}`),
    softDeleted: (name: string) => (metadataOf(name).$tb ?? 0) >= Number.MAX_SAFE_INTEGER,
    isTombstoned: (name: string): boolean =>
      [name, name.startsWith('$$') ? name.slice(2) : name].some(
        (each) => streams.get(each)?.tombstone != null,
      ),
    /** The revision of a stream's last event, -1 without any. */
    lastRevision: (name: string) => BigInt((streams.get(name)?.records.length ?? 0) - 1),
    /** Calls back after every append, until the returned function is called. */
    watch: (watcher: () => void) => {
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
  };
};
