import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Batch, Recorded } from '../event-store.ts';
import { eventOf, type Connection } from './client.ts';
import { Unanswered } from './failures.ts';
import { bell } from './patience.ts';
import { factOf } from './record.ts';

/** Beyond it no position can be; a server before 24.10.5 sends 2⁶⁴−1 when it means that it has nothing to tell. */
const NO_POSITION = 2n ** 63n - 1n;

/** A batch is handed over at this many facts, or as soon as no more have come. */
const MOST_FACTS = 2_000;
/** How long a server may take to confirm a subscription. */
const CONFIRMED_WITHIN_MS = 5_000;

/** What a server says it has passed, behind so many events. */
type Mark = { readonly behind: number; readonly position: bigint };

export type Subscribing = {
  readonly connection: Connection;
  readonly after: bigint;
  readonly prefixes: readonly string[];
  /** The last record of the log; asked again when the server claims to be further. */
  readonly tail: () => Promise<bigint>;
  /** Whether the log has facts of ours after a position: asked when nothing came for `silenceMs`. */
  readonly hasMore: (after: bigint) => Promise<boolean>;
  readonly silenceMs: number;
  readonly confirmed: () => void;
  readonly signal: AbortSignal;
};

/** Which of the places that a server claims to have passed can be believed. */
const believable = (tail: () => Promise<bigint>) => {
  let bound = 0n;
  return {
    delivered: (position: bigint): void => {
      if (position > bound) bound = position;
    },
    holds: async (position: bigint): Promise<boolean> => {
      if (position >= NO_POSITION) return false;
      if (position > bound) bound = await tail().catch(() => bound);
      return position <= bound;
    },
  };
};

/** One subscription, read in batches. Throws when it ends, whatever the reason; `stop` ends it on both sides. */
const opened = ({ connection, after, prefixes, tail, confirmed }: Subscribing) => {
  const news = bell();
  const limits = believable(tail);
  let marks: readonly Mark[] = [];
  let taken = 0;
  let upTo = after;
  let failure: Error | undefined;
  let isConfirmed = false;

  // Told while the server's message passes, when the facts before it may still wait to be read.
  const reached = async (position: bigint): Promise<void> => {
    if (!(await limits.holds(position))) return;
    marks = [...marks, { behind: taken + events.readableLength, position }];
    news.ring();
  };
  const { events, stop } = connection.subscribe(after, prefixes, reached);
  const failed = (error: Error): void => {
    failure ??= error;
    news.ring();
  };
  events.on('readable', news.ring);
  events.on('error', failed);
  events.once('confirmation', () => {
    isConfirmed = true;
    confirmed();
    news.ring();
  });
  // A server that ends a subscription cleanly has dropped it all the same.
  for (const end of ['end', 'close'])
    events.once(end, () => failed(new Unanswered('The subscription was ended')));

  const next = (): Recorded | undefined => {
    const resolved: unknown = events.read();
    if (resolved === null) return undefined;
    taken += 1;
    const event = eventOf(resolved);
    const fact = event && factOf(event);
    if (fact) limits.delivered(fact.position);
    return fact;
  };

  const drained = async (): Promise<readonly Recorded[]> => {
    const facts: Recorded[] = [];
    do {
      let fact = next();
      while (fact) {
        facts.push(fact);
        fact = facts.length < MOST_FACTS ? next() : undefined;
      }
      await nextTurn(); // more may have come, and others get their turn
    } while (events.readableLength > 0 && facts.length < MOST_FACTS);
    return facts;
  };

  /** What came and was not handed over yet; undefined when there is nothing. */
  const batch = async (): Promise<Batch | undefined> => {
    // What is at or before the last place was handed over by an earlier subscription.
    const facts = (await drained()).filter(({ position }) => position > upTo);
    const passed = marks.filter(({ behind }) => behind <= taken);
    marks = marks.filter(({ behind }) => behind > taken);
    const places = [...facts.slice(-1), ...passed].map(({ position }) => position);
    const reachedNow = places.reduce((most, at) => (at > most ? at : most), upTo);
    if (reachedNow === upTo) return undefined;
    upTo = reachedNow;
    return { facts, upTo };
  };

  return {
    batch,
    stop,
    news,
    isEmpty: () => events.readableLength === 0,
    failure: () => failure,
    isConfirmed: () => isConfirmed,
    upTo: () => upTo,
  };
};

/**
 * Batches of one subscription until it ends: throws what ended it, Unanswered when it fell silent
 * although there is more. Ends quietly when told to stop.
 */
export async function* subscribed(asked: Subscribing): AsyncGenerator<Batch, void, undefined> {
  const { signal, silenceMs, hasMore } = asked;
  const subscription = opened(asked);
  const { news, failure } = subscription;
  signal.addEventListener('abort', news.ring);
  let isLate = false;
  try {
    while (!signal.aborted) {
      const batch = await subscription.batch();
      if (batch) {
        isLate = false;
        yield batch;
        continue;
      }
      const ended = failure();
      if (ended && subscription.isEmpty()) throw ended;
      const unconfirmed = Math.min(CONFIRMED_WITHIN_MS, silenceMs);
      const patience = subscription.isConfirmed() ? silenceMs : unconfirmed;
      if (await news.heard(patience)) continue;
      if (!subscription.isConfirmed() || isLate)
        throw new Unanswered(`The subscription was silent for ${patience} ms`);
      isLate = await hasMore(subscription.upTo());
    }
  } finally {
    signal.removeEventListener('abort', news.ring);
    subscription.stop();
  }
}
