import { z } from 'zod';
import { Attachments, Day, Id, PersonId, Text } from '../shared/values.ts';
import { DisputeSide, Employer } from './particulars.ts';
import { application } from './settlement-particulars.ts';

// What the facts of a dispute say that start no clock. On disk for ever.

const because = Text;

export const joined = { claimant: PersonId, on: Day };
export const leadClaims = {
  on: Day,
  claims: z.array(Id).min(1).max(50),
  /** Told by a correction: those that led before and lead no more. */
  drops: z.array(Id).optional(),
};
export const succession = {
  claimant: PersonId,
  successors: z.array(PersonId).min(1).max(20),
  on: Day,
  /** Those of them who were no claimants before; left out = all. */
  joins: z.array(PersonId).optional(),
};
export const employerJoining = {
  on: Day,
  employer: Employer,
  /** The event id of the merger or split by which it took another's place. */
  act: z.string().optional(),
};
export const election = {
  on: Day,
  representatives: z.array(PersonId).max(5),
  record: Attachments.optional(),
};
export const negotiationAnswer = { on: Day, answer: z.enum(['willing', 'unwilling']) };
export const consent = { proceeding: Id, side: DisputeSide, on: Day };
export const refusalNotice = { proceeding: Id, on: Day };
export const acceptanceRefusal = { proceeding: Id, on: Day, because };
export const interest = {
  person: PersonId,
  on: Day,
  ground: z.enum(['party-or-relative', 'interest', 'other-relation', 'met-or-accepted-gifts']),
};
export const rejection = { settlement: Id, on: Day, because };
export const confirmationApplication = { ...application, court: Text };
export const orderLapse = {
  settlement: Id,
  on: Day,
  because: z.enum(['not-accepted', 'objection-upheld']),
};
export const notAccepted = { arbitration: Id, on: Day, because };
export const defenceForwarding = { arbitration: Id, on: Day };
export const arbitratorRecusal = { arbitration: Id, arbitrator: PersonId, on: Day };
export const ofHearing = { arbitration: Id, hearing: Id, on: Day };
export const priorEnforcement = { arbitration: Id, on: Day, claims: z.array(Id).min(1) };
