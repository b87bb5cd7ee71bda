import { BEGINNING, Corrupt, StoreUnavailable, type Batch } from '../event-store.ts';
import type { Connection } from './client.ts';
import { reasonOf, Unanswered, verdictOf } from './failures.ts';
import type { Line } from './line.ts';
import { rest } from './patience.ts';
import type { Reader } from './reading.ts';
import { continuity } from './record.ts';
import { subscribed } from './subscription.ts';

const FIRST_REST_MS = 100;
/** A node is back in one or two seconds: a longer rest would only keep followers behind. */
const LONGEST_REST_MS = 1_500;
/** How long a log may seem to end before where a follower stands, while its nodes agree on a leader. */
const SHORT_FOR_MS = 10_000;

export type Following = {
  readonly line: Line;
  /** Reads on the followers' own line. */
  readonly read: Reader;
  /** Beginnings of the streams that are ours. */
  readonly prefixes: readonly string[];
  readonly silenceMs: number;
  readonly closing: AbortSignal;
  /** Told why a subscription had to be made anew. */
  readonly dropped: (reason: string) => void;
  /** Told how far each follower is; undefined when it goes. */
  readonly stands: (follower: object, upTo: bigint | undefined) => void;
};

const foreignLog = (after: bigint, end: bigint): Corrupt =>
  new Corrupt(
    `The log ends at position ${String(end)}, it has no ${String(after)}: it is another log, or was restored from before that`,
  );

/** The store was closed under a follower. */
const closed = (): StoreUnavailable =>
  new StoreUnavailable('The event store is closed', 'not-recorded');

const notThere = (position: bigint, cause: unknown): Corrupt =>
  new Corrupt(`The log has no fact at position ${String(position)}: it is another log`, { cause });

/** One follower over as many subscriptions as it takes. */
const follower = (following: Following, after: bigint, signal: AbortSignal) => {
  const { line, read, prefixes, silenceMs, closing, dropped, stands } = following;
  const stop = AbortSignal.any([signal, closing]);
  const check = continuity(after === BEGINNING);
  const self = {};
  let upTo = after;
  let wait = FIRST_REST_MS;
  let shortSince: number | undefined;

  const tail = async (): Promise<bigint> => (await read.tail()) ?? BEGINNING;

  /** A server would keep silent about a place beyond its end: everything before it would be left out. */
  const assertWhole = async (): Promise<void> => {
    const end = await tail();
    shortSince = upTo <= end ? undefined : (shortSince ?? performance.now());
    if (shortSince === undefined) return;
    const isNew = upTo === after;
    if (isNew || performance.now() - shortSince > SHORT_FOR_MS) throw foreignLog(upTo, end);
    throw new Unanswered('The log is shorter than it was: its nodes look for a leader');
  };

  const subscription = (connection: Connection) =>
    subscribed({
      connection,
      after: upTo,
      prefixes,
      tail,
      hasMore: async (from) => (await read.head()) > from,
      silenceMs,
      confirmed: () => {
        wait = FIRST_REST_MS;
        line.answered(connection);
      },
      signal: stop,
    });

  const takes = ({ facts, upTo: place }: Batch): void => {
    facts.forEach(check);
    upTo = place;
    stands(self, place);
  };

  return {
    /** Batches of one subscription. */
    async *once(): AsyncGenerator<Batch, void, undefined> {
      stands(self, upTo);
      const connection = line.current();
      try {
        await assertWhole();
        for await (const batch of subscription(connection)) {
          takes(batch);
          yield batch;
        }
      } catch (error) {
        if (!stop.aborted) line.failed(connection, verdictOf(error));
        throw error;
      }
    },
    /** Waits before the next subscription; throws what no subscription can mend. */
    recover: async (error: unknown): Promise<void> => {
      if (stop.aborted) return;
      if (error instanceof Corrupt) throw error;
      if (verdictOf(error) === 'invalid-position') throw notThere(upTo, error);
      dropped(reasonOf(error));
      await rest(wait * (0.5 + Math.random()), stop);
      wait = Math.min(wait * 2, LONGEST_REST_MS);
    },
    isOver: (): boolean => {
      if (closing.aborted && !signal.aborted) throw closed();
      return signal.aborted;
    },
    leave: () => stands(self, undefined),
  };
};

/**
 * All facts after a position and then live, over as many subscriptions as it takes; each begins
 * after the last batch that was handed over. Throws Corrupt when the log has no such position,
 * StoreUnavailable when the store is closed.
 */
export async function* followed(
  following: Following,
  after: bigint,
  signal: AbortSignal,
): AsyncGenerator<Batch, void, undefined> {
  const one = follower(following, after, signal);
  try {
    while (!one.isOver()) {
      try {
        yield* one.once();
      } catch (error) {
        await one.recover(error);
      }
    }
  } finally {
    one.leave();
  }
}
