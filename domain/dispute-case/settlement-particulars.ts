import { z } from 'zod';
import { Attachments, Day, Deadline, Fen, Id, PersonId, Text } from '../shared/values.ts';
import { ClaimItem, DisputeSide } from './particulars.ts';

// What the facts of a dispute say of agreements, their performance, and the limitation. On disk for ever.

/** What is owed under an agreement, by whom the claim is, and the last day. */
export const SettledItem = z.object({
  item: Id,
  claim: Id.optional(),
  claimant: PersonId.optional(),
  ground: ClaimItem,
  fen: Fen.optional(),
  what: Text.optional(),
  due: Day,
});
export type SettledItem = z.infer<typeof SettledItem>;
export const settlement = {
  settlement: Id,
  proceeding: Id,
  on: Day,
  /** Who settles; empty = the dispute as a whole. */
  claimants: z.array(PersonId).max(5000),
  items: z.array(SettledItem).min(1).max(500),
  /** Who of the represented consented; whoever acts himself signs. */
  consents: z.array(PersonId).max(5000),
  document: Attachments.optional(),
  /** What an earlier text of it had and this one has not. */
  drops: z.array(Id).optional(),
};
export const signature = {
  settlement: Id,
  as: z.enum(['workers', 'employer', 'mediator', 'body']),
  on: Day,
  persons: z.array(PersonId).max(5000),
};
/** In force from the day of the last signature or seal (LDMAL 14). */
export const effect = {
  settlement: Id,
  on: Day,
  review: Deadline.optional(),
  confirmation: Deadline.optional(),
  performance: z
    .array(z.object({ item: Id, claim: Id.optional(), fen: Fen.optional(), deadline: Deadline }))
    .max(500),
  /** Claims that an earlier text of it answered and this one does not. */
  drops: z.array(Id).optional(),
};
export const performance = {
  settlement: Id,
  item: Id,
  /** Tells several payments of one item apart. */
  part: Id,
  on: Day,
  /** Left out where the item is not about money: then it is done. */
  fen: Fen.optional(),
  /** The claim that the payment goes towards. */
  towards: Id.optional(),
  /** Where the item stands, all its payments together. */
  stands: z.enum(['partly', 'performed']),
  /** Why more was paid than agreed. */
  because: Text.optional(),
  proof: Attachments.optional(),
};
export const application = {
  settlement: Id,
  on: Day,
  by: z.array(DisputeSide).max(2),
  document: Attachments.optional(),
};
/** An arbitration body or a court confirms an agreement: from then on it can be enforced. */
export const confirmed = { settlement: Id, on: Day, enforcement: Deadline.optional() };
export const orderApplication = {
  settlement: Id,
  on: Day,
  items: z.array(Id).min(1).max(500),
  answer: Deadline.optional(),
};
export const order = { settlement: Id, on: Day, pay: Deadline.optional() };
export const limitationSuspension = { on: Day, because: z.enum(['force-majeure', 'other']) };
export const limitationResumption = { on: Day, limitation: Deadline };
export const limitation = {
  /** The day the infringement was known or should have been; after the employment for arrears in it. */
  from: Day,
  runs: z.enum(['one-year', 'not-while-employed']),
  limitation: Deadline.optional(),
};
export const interruption = {
  on: Day,
  by: z.enum(['claim', 'request-for-relief', 'promise', 'mediation-applied', 'mediation-failed']),
  limitation: Deadline,
};
