import type { AnyPolicy, Ask } from '../domain/shared/policy.ts';
import type { Seen } from '../projections/projection.ts';
import { given, givenAgain, orderGiver, type Giving } from './orders.ts';
import type { EventStore } from './store/event-store.ts';

type TakingBack = { readonly takesBack?: readonly string[] };

export type Reacting = Giving & {
  readonly store: EventStore;
  readonly policies: readonly AnyPolicy[];
  /** What the read models say, once they have seen the fact that asks. */
  readonly find: (ask: Ask, position: bigint) => Promise<readonly unknown[]>;
};

/** Whether a later fact of the same thing takes this one back. */
const isTakenBack = async (store: EventStore, fact: Seen): Promise<boolean> => {
  const later = await store.read(`${fact.category}-${fact.subject}`, fact.revision + 1n);
  return later.some(({ data }) => (data as TakingBack).takesBack?.includes(fact.id));
};

/** Gives what the policies order on one fact, and what an operator has given again. */
export const reacting = (options: Reacting) => {
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
