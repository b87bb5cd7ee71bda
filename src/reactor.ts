import { setTimeout as pause } from 'node:timers/promises';
import type { FactReader } from './system/facts.ts';
import { reactorPlace } from './system/place.ts';
import { patiently } from './patience.ts';
import { reacting, type Reacting } from './reacting.ts';
import { BEGINNING } from './store/event-store.ts';

/** The place is written at most this often: what is repeated after a crash records nothing. */
const FACTS_BETWEEN_MARKS = 1_000;

export type ReactorOptions = Reacting & {
  readonly read: FactReader;
  readonly stopped: (reason: Error) => void;
};

/**
 * Follows all facts and executes what the policies order, at least once: an order's command id is
 * made of the fact, the policy and the order's place, so a repetition records nothing.
 */
export const reactor = (options: ReactorOptions) => {
  const { store, read, now, log, stopped } = options;
  const ended = new AbortController();
  let done: Promise<void> = Promise.resolve();
  let position = BEGINNING;
  let busy = false;
  const place = reactorPlace(store, now);
  const react = reacting(options);

  /** A store that is out of reach for a while is waited for; anything else stops the reactor. */
  const inPatience = (work: () => Promise<void>): Promise<void> =>
    patiently(work, {
      signal: ended.signal,
      waits: ({ message }) => log.warn({ error: message }, 'an order waits for the store'),
    });

  const run = async (): Promise<void> => {
    let unmarked = 0;
    for await (const { facts, upTo } of store.follow(position, ended.signal)) {
      busy = true;
      for (const stored of facts) {
        const fact = read(stored);
        if (fact) {
          await inPatience(() => react(fact));
          unmarked += 1;
        }
        position = stored.position;
      }
      position = upTo;
      if (unmarked >= FACTS_BETWEEN_MARKS) {
        await inPatience(() => place.mark(position));
        unmarked = 0;
      }
      busy = false;
    }
  };

  return {
    start: async (): Promise<void> => {
      position = await place.find();
      done = run().catch((error: unknown) => {
        if (!ended.signal.aborted)
          stopped(error instanceof Error ? error : new Error(String(error)));
      });
    },
    /** Resolves when everything up to here has been reacted to. */
    settled: async (upTo: bigint): Promise<void> => {
      while ((position < upTo || busy) && !ended.signal.aborted) await pause(2);
    },
    close: async (): Promise<void> => {
      ended.abort();
      await done;
      await place.mark(position);
    },
  };
};
