import { z } from 'zod';
import { ProfileId } from '../law/profiles.ts';
import {
  Attachments,
  Count,
  Day,
  Deadline,
  Division,
  Fen,
  Id,
  PersonId,
  Text,
} from '../shared/values.ts';

// What the facts of a dispute say, up to the agreement. These shapes are on disk for ever: add an
// optional field, never change one.

/** The two sides of a dispute; a union stands on the workers' side. */
export const DisputeSide = z.enum(['workers', 'employer']);
export type DisputeSide = z.infer<typeof DisputeSide>;

/** What the dispute is about, as the yearbook counts; the last two are about collective contracts. */
export const Cause = z.enum([
  'remuneration',
  'insurance-and-welfare',
  'labour-protection',
  'training',
  'contract-change',
  'contract-relieved',
  'contract-ended',
  'contract-performance',
  'contract-conclusion',
  'other',
]);
export type Cause = z.infer<typeof Cause>;

/** Where a body stands. `court` is mediation linked to a court. */
export const Level = z.enum([
  'enterprise',
  'people',
  'street',
  'district',
  'city',
  'province',
  'national',
  'industry',
  'court',
  'arbitration',
]);
export type Level = z.infer<typeof Level>;

/** How a dispute ends. `unknown`: concluded, but the record does not say how. */
export const Outcome = z.enum(['settled', 'failed', 'withdrawn', 'refused', 'referred', 'unknown']);
export type Outcome = z.infer<typeof Outcome>;

/** Why it ended so. */
export const Ending = z.enum([
  'agreement',
  'no-agreement',
  'consent-withdrawn',
  'time-over',
  'applicant-withdrew',
  'other-side-refused',
  'body-refused',
  'other-level',
  'other-jurisdiction',
  'arbitration',
  'cancelled',
  'folded-in',
  'facility-closed',
  'representation-question',
  'other',
]);

/** What a claim is for. Law sorts these into what an award can finally decide. */
export const ClaimItem = z.enum([
  'pay',
  'overtime-pay',
  'injury-medical-costs',
  'compensation',
  'damages',
  'hours-and-rest',
  'social-insurance',
  'reinstatement',
  'contract-status',
  'welfare',
  'training-costs',
  'collective-contract',
  'other',
]);
export type ClaimItem = z.infer<typeof ClaimItem>;

/** An employer as a party: an enterprise of the register, or an organisation by its name. */
export const Employer = z.object({
  enterprise: Id.optional(),
  name: Text.optional(),
  role: z.enum(['employer', 'dispatch-agency', 'user', 'investor', 'successor']),
});
export type Employer = z.infer<typeof Employer>;

/** A body that handles the dispute; an organisation, never a person. */
export const proceeding = { proceeding: Id, level: Level, body: Text };

export const receipt = {
  /** The day the application arrived. */
  on: Day,
  profile: ProfileId,
  /** Where it is counted; frozen here, like the cause and whether it is collective. */
  division: Division,
  cause: Cause,
  form: z.enum(['written', 'oral']),
  channel: z.enum(['walk-in', 'phone', 'letter', 'online', 'transfer']),
  /** The number on the file, where the body gives one. */
  caseNumber: Text.optional(),
  ...proceeding,
  by: DisputeSide,
  claimants: z.array(PersonId).max(5000),
  /** The union that applies, as over a collective contract. */
  union: Text.optional(),
  employers: z.array(Employer).min(1).max(20),
  /** How many workers it is about; the claimants where left out. */
  workers: Count.optional(),
  claim: z.enum(['common', 'separate']),
  collective: z.enum(['collective', 'individual']),
  /** An oral application is recorded on the spot: who took it down, in a sealed note. */
  takenDownBy: PersonId.optional(),
  note: Id.optional(),
  document: Attachments.optional(),
  /** The day the infringement was known or should have been. */
  knewOn: Day.optional(),
  acceptance: Deadline.optional(),
  mediation: Deadline.optional(),
};
/** A dispute that was there before the system: no clock starts. Without `concludedOn` it is open. */
export const history = {
  receivedOn: Day,
  initiatedOn: Day.optional(),
  profile: ProfileId,
  division: Division,
  cause: Cause,
  ...proceeding,
  by: DisputeSide.optional(),
  union: Text.optional(),
  employers: z.array(Employer).min(1).max(20),
  /** The bargaining unit or the workers concerned; left out = unknown. */
  workers: Count.optional(),
  collective: z.enum(['collective', 'individual']),
  acceptedOn: Day.optional(),
  concludedOn: Day.optional(),
  outcome: Outcome.optional(),
  ending: Ending.optional(),
  source: Text,
};
export const claim = {
  claim: Id,
  /** Whose; left out = common to all claimants, or the employer's. */
  claimant: PersonId.optional(),
  item: ClaimItem,
  /** Left out = not about money. */
  fen: Fen.optional(),
  on: Day,
};
export const amendment = {
  claim: Id,
  on: Day,
  fen: Fen.optional(),
  becomes: z.enum(['changed', 'waived', 'admitted']),
  /** Who of the represented consented to the representative's act. */
  consents: z.array(PersonId).max(5000),
};
/** Whoever applied consents to every body that takes the dispute: the side, from when it came there. */
const applied = { appliedBy: DisputeSide.optional() };
export const joining = {
  ...proceeding,
  on: Day,
  mediation: Deadline.optional(),
  ...applied,
};
/** One body's handling ends while another one goes on. */
export const proceedingEnd = { proceeding: Id, on: Day, outcome: Outcome };
/** The dispute stands with another body from that day: out of the one, in to the other. */
export const transfer = {
  from: Id,
  ...proceeding,
  on: Day,
  because: z.enum(['escalated', 'other-jurisdiction', 'referred', 'earlier-body-ended']),
  acceptance: Deadline.optional(),
  mediation: Deadline.optional(),
  ...applied,
};
export const acceptance = { proceeding: Id, on: Day, mediation: Deadline.optional() };
export const extension = {
  proceeding: Id,
  on: Day,
  /** The new last day, as both sides agreed. */
  until: Day,
  consents: z.array(DisputeSide).max(2),
  receipt: Deadline.optional(),
  acceptance: Deadline.optional(),
};
export const session = {
  proceeding: Id,
  session: Id,
  on: Day,
  mediators: z.array(PersonId).min(1).max(9),
  present: z.array(PersonId).max(200),
  minutes: Attachments.optional(),
};
/** A note of what was said, sealed with a person; here only whose, which, and who may read it. */
export const note = {
  session: Id,
  person: PersonId,
  note: Id,
  visibility: z.enum(['parties', 'mediators']),
};
export const suspension = {
  on: Day,
  ground: z.enum(['force-majeure', 'other-case', 'assessment', 'party-died', 'other']),
  /** The clocks that stop for it. */
  stops: z.array(z.string()),
};
/** `clocks` are those that stood still, counted without the days of the suspension. */
export const resumption = {
  on: Day,
  clocks: z.array(z.object({ clock: z.string(), deadline: Deadline })).max(50),
};
export const conclusion = {
  proceeding: Id,
  on: Day,
  outcome: Outcome,
  ending: Ending,
  note: Text.optional(),
  /** Other bodies' proceedings that end with it. */
  alongside: z.array(Id).optional(),
};
export const reopening = {
  on: Day,
  because: z.enum(['agreement-void', 'consent-anew', 'referred-back', 'conclusion-in-error']),
  ...proceeding,
  mediation: Deadline.optional(),
  ...applied,
};

/** What goes into the archive; the secondary file (deliberations) is not open to the parties. */
export const negotiation = { on: Day, by: DisputeSide, reply: Deadline.optional() };
export const refusal = {
  proceeding: Id,
  side: DisputeSide,
  on: Day,
  notice: Deadline.optional(),
};
export const assignment = { proceeding: Id, mediator: PersonId, on: Day };
export const recusal = {
  proceeding: Id,
  mediator: PersonId,
  on: Day,
  askedBy: z.enum(['workers', 'employer', 'mediator']),
};
export const archiving = {
  on: Day,
  fileNumber: Text,
  secondary: z.enum(['with', 'without']),
  main: Attachments.optional(),
  /** Until when it is kept at least; longer where there is an award. */
  keep: Deadline.optional(),
};
