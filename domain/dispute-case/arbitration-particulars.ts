import { z } from 'zod';
import { Attachments, Day, Deadline, Fen, Id, PersonId, Text } from '../shared/values.ts';
import { DisputeSide } from './particulars.ts';

// What the facts of a dispute say from the filing for arbitration on. On disk for ever.

/** By which of the two places a commission has the case (LDMAL 21). */
export const Jurisdiction = z.enum(['place-of-performance', 'employer-seat']);

export const filing = {
  arbitration: Id,
  commission: Text,
  jurisdiction: Jurisdiction.optional(),
  on: Day,
  by: DisputeSide,
  /** Who files; empty = all. */
  claimants: z.array(PersonId).max(5000),
  caseNumber: Text.optional(),
  acceptance: Deadline.optional(),
};
/** Both commissions were applied to: the one at the place of performance has the case from that day. */
export const moving = {
  from: Id,
  arbitration: Id,
  commission: Text,
  on: Day,
  by: DisputeSide,
  caseNumber: Text.optional(),
  acceptance: Deadline.optional(),
};
export const acceptance = {
  arbitration: Id,
  on: Day,
  service: Deadline.optional(),
  tribunal: Deadline.optional(),
  award: Deadline.optional(),
};
export const service = { arbitration: Id, on: Day, defence: Deadline.optional() };
export const defence = { arbitration: Id, on: Day, forward: Deadline.optional() };
export const tribunal = {
  arbitration: Id,
  on: Day,
  arbitrators: z.array(PersonId).min(1).max(3),
};
export const hearing = {
  arbitration: Id,
  hearing: Id,
  /** The day the parties were told. */
  on: Day,
  heldOn: Day,
  /** The last day to tell them, and the last day they may ask for another. */
  notice: Deadline.optional(),
  postponement: Deadline.optional(),
};
/** The award period is longer by the director's approval, told to the parties in writing. */
export const longer = {
  arbitration: Id,
  on: Day,
  because: z.enum(['complex', 'other']),
  approvedBy: PersonId,
  award: Deadline,
};
/** What was decided on one claim. `kind` says whether this item alone would be final. */
export const AwardedItem = z.object({
  claim: Id,
  claimant: PersonId.optional(),
  result: z.enum(['granted', 'partly', 'dismissed']),
  fen: Fen.optional(),
  kind: z.enum(['final', 'non-final']),
});
export type AwardedItem = z.infer<typeof AwardedItem>;
export const award = {
  arbitration: Id,
  award: Id,
  on: Day,
  part: z.enum(['whole', 'partial']),
  items: z.array(AwardedItem).min(1).max(5000),
  /** Final only if every item is (SPC-I 20). */
  finality: z.enum(['final', 'non-final']),
  /** The local monthly minimum wage that the test used. */
  minimumWageFen: Fen.optional(),
  manner: z.enum(['heard', 'default']),
  document: Attachments.optional(),
};
/** Each side, or some claimants, receive the award on a day of their own. */
export const awardService = {
  service: Id,
  award: Id,
  to: DisputeSide,
  /** Empty = all. */
  claimants: z.array(PersonId).max(5000),
  on: Day,
  suit: Deadline.optional(),
  annulment: Deadline.optional(),
};
/** A mediation document in arbitration (LDMAL 42), or the arbitration's end without an award. */
export const arbitrationEnd = {
  arbitration: Id,
  on: Day,
  how: z.enum(['mediated', 'withdrawn', 'absent']),
  /** What the mediation document grants, in all. */
  fen: Fen.optional(),
};
export const suit = {
  suit: Id,
  court: Text,
  on: Day,
  by: DisputeSide,
  /** Who sues, or against whom the employer sues; empty = all. */
  claimants: z.array(PersonId).max(5000),
  ground: z.enum([
    'award',
    'award-annulled',
    'not-accepted',
    'no-decision-to-accept',
    'award-overdue',
    'settlement',
  ]),
  award: Id.optional(),
};
export const judgment = {
  suit: Id,
  on: Day,
  instance: z.enum(['first', 'second', 'retrial']),
  result: z.enum(['workers', 'employer', 'partly', 'mediated', 'withdrawn']),
  items: z.array(z.object({ claim: Id, fen: Fen.optional() })).max(5000),
};
export const annulment = { award: Id, court: Text, on: Day };
export const annulmentDecision = {
  award: Id,
  on: Day,
  result: z.enum(['annulled', 'dismissed']),
  suit: Deadline.optional(),
};
/** Binding on these claimants from that day. */
export const awardEffect = {
  award: Id,
  on: Day,
  claimants: z.array(PersonId).max(5000),
  enforcement: Deadline.optional(),
};
export const enforcement = {
  on: Day,
  of: z.enum(['award', 'settlement', 'arbitration-document', 'payment-order', 'judgment']),
  /** The award, settlement, … it is about. */
  title: Id,
  fen: Fen.optional(),
};
