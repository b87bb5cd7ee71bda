import { z } from 'zod';
import { event } from '../shared/message.ts';
import { Id, Text } from '../shared/values.ts';

// These shapes are on disk for ever: add an optional field or a new type, never change one.

/** A thing of the system, as its stream names it. */
const Thing = z.object({ category: z.string(), id: Id });

/** An order as a policy gave it: why, to whom, and what. */
export const order = {
  /** The policy's name. */
  policy: z.string(),
  /** The fact that made the policy order it: its event id, its type, whose it is. */
  cause: z.string(),
  causeType: z.string(),
  from: Thing,
  to: Thing,
  command: z.object({ type: z.string(), data: z.record(z.string(), z.unknown()) }),
};

/** Why it was not carried out, in the words of that day. */
export const refusal = {
  rule: z.string(),
  sentence: z.object({ zh: z.string(), en: z.string() }),
  article: z.string().optional(),
};

/** The id of a refused order is the command id of the order. */
export const RefusedOrderEvent = z.discriminatedUnion('type', [
  event('OrderRefused', { ...order, ...refusal }),
  event('OrderGivenAgain', order),
  event('OrderCarriedOut', {}),
  event('OrderDismissed', { reason: Text }),
]);
export type RefusedOrderEvent = z.infer<typeof RefusedOrderEvent>;
