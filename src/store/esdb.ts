import { addressOf } from './esdb/address.ts';
import { appender } from './esdb/appending.ts';
import { followed } from './esdb/following.ts';
import { healthReader } from './esdb/health.ts';
import { line, type Patience } from './esdb/line.ts';
import { rest } from './esdb/patience.ts';
import { reader } from './esdb/reading.ts';
import { BEGINNING, Corrupt, StoreUnavailable, type EventStore } from './event-store.ts';

export { WrongAddress } from './esdb/address.ts';

/** How to reach an EventStoreDB, and whose streams are ours. */
export type EsdbOptions = {
  /** esdb://[name:password@]host[:2113][,host…][?key=value], or esdb+discover://. */
  readonly url: string;
  /** File of the certificate authority that signed the server's certificate. */
  readonly caFile?: string | undefined;
  /** What is followed: streams whose names begin with one of these and a hyphen. */
  readonly categories: readonly string[];
  /** For one try of a call, in milliseconds. */
  readonly deadlineMs?: number;
  /** For all tries of one call; afterwards the store is unavailable. */
  readonly budgetMs?: number;
  /** How long a follower trusts silence before it looks whether there is more. */
  readonly silenceMs?: number;
  /** Told of what went wrong and was mended. */
  readonly warned?: (what: string) => void;
};

/** An event store on one or more EventStoreDB servers. */
export type EsdbStore = EventStore & {
  /** Throws Corrupt when the log ends before this position: it is another log, or an older copy. */
  assertHolds(position: bigint): Promise<void>;
  /** What the store had to do to keep going. */
  figures(): EsdbFigures;
};

export type EsdbFigures = {
  readonly retries: number;
  readonly replacements: number;
  /** Subscriptions that had to be made anew. */
  readonly drops: number;
};

const DEADLINE_MS = 2_500;
const BUDGET_MS = 10_000;
const SILENCE_MS = 10_000;
/** How long appends in flight may still be answered when the store closes. */
const SETTLING_MS = 500;

/** Apart by a millisecond, so that writers and followers never share a connection. */
const WRITERS_KEEP_ALIVE_MS = 2_000;
const FOLLOWERS_KEEP_ALIVE_MS = 2_001;

/** How far the followers stand, and how often a subscription of theirs had to be made anew. */
const followersSeen = (warned: EsdbOptions['warned']) => {
  const standing = new Map<object, bigint>();
  let drops = 0;
  return {
    drops: () => drops,
    slowest: () => [...standing.values()].reduce<bigint | undefined>(least, undefined),
    dropped: (reason: string): void => {
      drops += 1;
      warned?.(`A subscription had to be made anew: ${reason}`);
    },
    stands: (follower: object, upTo: bigint | undefined): void => {
      if (upTo === undefined) standing.delete(follower);
      else standing.set(follower, upTo);
    },
  };
};

type Closing = { readonly deadlineMs: number; readonly shut: () => Promise<unknown> };

/** Whether the store is open; appends in flight may still be answered while it closes. */
const openness = (shown: string, { deadlineMs, shut }: Closing) => {
  const inFlight = new Set<Promise<unknown>>();
  const closing = new AbortController();
  let closed: Promise<void> | undefined;

  const close = async (): Promise<void> => {
    closing.abort();
    const settled = Promise.allSettled(inFlight);
    await Promise.race([settled, rest(deadlineMs + SETTLING_MS, new AbortController().signal)]);
    await shut();
  };
  return {
    signal: closing.signal,
    isClosed: () => closed !== undefined,
    /** Throws StoreUnavailable. */
    assertOpen: (): void => {
      if (closed) throw new StoreUnavailable(`The event store ${shown} is closed`, 'not-recorded');
    },
    settling: <T>(work: Promise<T>): Promise<T> => {
      inFlight.add(work);
      return work.finally(() => inFlight.delete(work));
    },
    close: (): Promise<void> => (closed ??= close()),
  };
};

/** Throws Corrupt when the log ends before this position. */
const assertEnds = (shown: string, end: bigint, position: bigint): void => {
  if (position > end)
    throw new Corrupt(
      `The log on ${shown} ends at position ${String(end)}, but this node has read up to ${String(position)}: it is another log, or was restored from before that`,
    );
};

/** The connections of a store, what is read and written over them, and whether they are open. */
const connected = (options: EsdbOptions) => {
  const { deadlineMs = DEADLINE_MS, budgetMs = BUDGET_MS } = options;
  const address = addressOf(options.url, options.caFile);
  const { shown } = address;
  const prefixes = options.categories.map((category) => `${category}-`);
  const isOurs = (stream: string) => prefixes.some((prefix) => stream.startsWith(prefix));
  const writers = line(address, WRITERS_KEEP_ALIVE_MS);
  const followers = line(address, FOLLOWERS_KEEP_ALIVE_MS);
  const shut = () => Promise.all([writers.close(), followers.close()]);
  const open = openness(shown, { deadlineMs, shut });
  const patience: Patience = { deadlineMs, budgetMs, closing: open.signal };
  const reads = reader(writers, patience, isOurs);
  const followersRead = reader(followers, { ...patience, budgetMs: deadlineMs }, isOurs);
  const append = appender(writers, patience, reads);
  return { shown, prefixes, writers, followers, open, reads, followersRead, append };
};

/**
 * Opens a store on EventStoreDB; nothing is sent before it is used. Throws WrongAddress.
 * Writing and following have connections of their own: a reconnection of one does not end the other.
 */
export const openEsdbStore = (options: EsdbOptions): EsdbStore => {
  const { silenceMs = SILENCE_MS, warned } = options;
  const { shown, prefixes, writers, followers, open, reads, followersRead, append } =
    connected(options);
  const { stands, dropped, slowest, drops } = followersSeen(warned);
  const lines = [writers, followers];
  const health = healthReader({ shown, lines, head: reads.head, slowest });
  const following = {
    ...{ line: followers, read: followersRead, prefixes, silenceMs },
    ...{ closing: open.signal, dropped, stands },
  };

  return {
    async append(stream, facts, expected, envelope) {
      open.assertOpen();
      return open.settling(append(stream, facts, expected, envelope));
    },
    async read(stream, from = 0n) {
      open.assertOpen();
      return reads.stream(stream, from);
    },
    async *follow(after, signal) {
      open.assertOpen();
      yield* followed(following, after, signal);
    },
    async head() {
      open.assertOpen();
      return reads.head();
    },
    async assertHolds(position) {
      open.assertOpen();
      assertEnds(shown, (await reads.tail()) ?? BEGINNING, position);
    },
    async health() {
      if (open.isClosed()) return { ok: false, store: 'eventstoredb', detail: 'closed' };
      return health();
    },
    figures: () => {
      const [one, other] = [writers.figures(), followers.figures()];
      return {
        retries: one.retries + other.retries,
        replacements: one.replacements + other.replacements,
        drops: drops(),
      };
    },
    close: open.close,
  };
};

const least = (a: bigint | undefined, b: bigint): bigint => (a === undefined || b < a ? b : a);
