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

/**
 * Opens a store on EventStoreDB; nothing is sent before it is used. Throws WrongAddress.
 * Writing and following have connections of their own: a reconnection of one does not end the other.
 */
export const openEsdbStore = (options: EsdbOptions): EsdbStore => {
  const { deadlineMs = DEADLINE_MS, budgetMs = BUDGET_MS, silenceMs = SILENCE_MS } = options;
  const address = addressOf(options.url, options.caFile);
  const prefixes = options.categories.map((category) => `${category}-`);
  const isOurs = (stream: string) => prefixes.some((prefix) => stream.startsWith(prefix));
  const closing = new AbortController();
  const patience: Patience = { deadlineMs, budgetMs, closing: closing.signal };
  const writers = line(address, WRITERS_KEEP_ALIVE_MS);
  const followers = line(address, FOLLOWERS_KEEP_ALIVE_MS);
  const reads = reader(writers, patience, isOurs);
  const followersRead = reader(followers, { ...patience, budgetMs: deadlineMs }, isOurs);
  const append = appender(writers, patience, reads);
  const standing = new Map<object, bigint>();
  const inFlight = new Set<Promise<unknown>>();
  let drops = 0;
  let closed: Promise<void> | undefined;

  const assertOpen = (): void => {
    if (closed)
      throw new StoreUnavailable(`The event store ${address.shown} is closed`, 'not-recorded');
  };
  const settling = <T>(work: Promise<T>): Promise<T> => {
    inFlight.add(work);
    return work.finally(() => inFlight.delete(work));
  };
  const health = healthReader({
    shown: address.shown,
    lines: [writers, followers],
    head: reads.head,
    slowest: () => [...standing.values()].reduce<bigint | undefined>(least, undefined),
  });
  const dropped = (reason: string): void => {
    drops += 1;
    options.warned?.(`A subscription had to be made anew: ${reason}`);
  };
  const stands = (follower: object, upTo: bigint | undefined): void => {
    if (upTo === undefined) standing.delete(follower);
    else standing.set(follower, upTo);
  };
  const shut = async (): Promise<void> => {
    closing.abort();
    const settled = Promise.allSettled(inFlight);
    await Promise.race([settled, rest(deadlineMs + SETTLING_MS, new AbortController().signal)]);
    await Promise.all([writers.close(), followers.close()]);
  };

  return {
    async append(stream, facts, expected, envelope) {
      assertOpen();
      return settling(append(stream, facts, expected, envelope));
    },
    async read(stream, from = 0n) {
      assertOpen();
      return reads.stream(stream, from);
    },
    async *follow(after, signal) {
      assertOpen();
      yield* followed(
        {
          line: followers,
          read: followersRead,
          prefixes,
          silenceMs,
          closing: closing.signal,
          dropped,
          stands,
        },
        after,
        signal,
      );
    },
    async head() {
      assertOpen();
      return reads.head();
    },
    async assertHolds(position) {
      assertOpen();
      const end = (await reads.tail()) ?? BEGINNING;
      if (position > end)
        throw new Corrupt(
          `The log on ${address.shown} ends at position ${String(end)}, but this node has read up to ${String(position)}: it is another log, or was restored from before that`,
        );
    },
    async health() {
      if (closed) return { ok: false, store: 'eventstoredb', detail: 'closed' };
      return health();
    },
    figures: () => {
      const [one, other] = [writers.figures(), followers.figures()];
      return {
        retries: one.retries + other.retries,
        replacements: one.replacements + other.replacements,
        drops,
      };
    },
    close: () => (closed ??= shut()),
  };
};

const least = (a: bigint | undefined, b: bigint): bigint => (a === undefined || b < a ? b : a);
