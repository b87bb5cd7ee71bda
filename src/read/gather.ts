import type { Batch, EventStore, Recorded } from '../store/event-store.ts';

/** A page of so many facts says that there is a backlog. */
const FULL = 1_000;
/** Facts in one transaction when there is a backlog. */
const MOST = 20_000;

/** Follows a store; while there is a backlog, pages are put together, for one large transaction costs less than many. */
export const gathered = async function* (
  store: EventStore,
  after: bigint,
  signal: AbortSignal,
): AsyncGenerator<Batch> {
  let held: readonly Recorded[] = [];
  for await (const { facts, upTo } of store.follow(after, signal)) {
    held = held.length === 0 ? facts : held.concat(facts);
    if (facts.length >= FULL && held.length < MOST) {
      // Whoever can't be asked where the log ends is not waited for.
      if (upTo < (await store.head().catch(() => upTo))) continue;
    }
    yield { facts: held, upTo };
    held = [];
  }
};
