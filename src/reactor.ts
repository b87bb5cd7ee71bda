import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { AnyPolicy, Ask, Order } from '../domain/shared/policy.ts';
import type { Seen } from '../projections/projection.ts';
import type { FactReader } from './system/facts.ts';
import { reactorPlace } from './system/place.ts';
import type { Asked } from './handle.ts';
import { given, givenAgain, orderGiver } from './orders.ts';
import { patiently } from './patience.ts';
import { BEGINNING, type EventStore } from './store/event-store.ts';

/** The place is written at most this often: what is repeated after a crash records nothing. */
const FACTS_BETWEEN_MARKS = 1_000;

type TakingBack = { readonly takesBack?: readonly string[] };

export type ReactorOptions = {
  readonly store: EventStore;
  readonly policies: readonly AnyPolicy[];
  readonly read: FactReader;
  /** Executes an order; refusals are thrown. */
  readonly execute: (order: Order, asked: Asked) => Promise<unknown>;
  /** What the read models say, once they have seen the fact that asks. */
  readonly find: (ask: Ask, position: bigint) => Promise<readonly unknown[]>;
  readonly now: () => string;
  readonly log: Logger;
  readonly stopped: (reason: Error) => void;
};

/** Whether a later fact of the same thing takes this one back. */
const isTakenBack = async (store: EventStore, fact: Seen): Promise<boolean> => {
  const later = await store.read(`${fact.category}-${fact.subject}`, fact.revision + 1n);
  return later.some(({ data }) => (data as TakingBack).takesBack?.includes(fact.id));
};

/** Gives what the policies order on one fact, and what an operator has given again. */
const reacting = (options: ReactorOptions) => {
  const { store, policies, find } = options;
  const carryOut = orderGiver(options);
  return async (fact: Seen): Promise<void> => {
    for (const policy of policies) {
      if (policy.on !== fact.category) continue;
      const ask = policy.asks?.(fact, fact.subject);
      const found = ask ? await find(ask, fact.position) : [];
      const orders = policy.orders(fact, fact.subject, found);
      // What was taken back before it was reacted to, or before a restart reacts again, orders nothing.
      if (ask && orders.length > 0 && (await isTakenBack(store, fact))) continue;
      for (const [index, order] of orders.entries()) {
        await carryOut(given(order, fact, policy.name, index));
      }
    }
    const again = givenAgain(fact);
    if (again) await carryOut(again);
  };
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
