import { z } from 'zod';
import { ProfileId } from '../law/profiles.ts';
import { AgreedTerms, Clause, Parties, Topic } from '../shared/terms.ts';
import {
  Attachments,
  ContractKind,
  ContractLevel,
  Count,
  Day,
  Deadline,
  Id,
  PersonId,
  Scope,
  Side,
  Text,
} from '../shared/values.ts';

// What the facts of a case say. These shapes are on disk for ever: add an optional field, never change one.

export const Purpose = z.enum(['first', 'renewal', 'amendment']);
/** Who speaks for the employees: their union, or delegates that most of them consented to. */
export const Representation = z.enum(['union', 'employees']);
/** A delegate as the table knows one: whom, and as what; never more about a person. */
export const Delegate = z.object({
  person: PersonId,
  standing: z.enum(['chief', 'inside', 'outside']),
});
export type Delegate = z.infer<typeof Delegate>;
/** Why somebody is the chief: by office, by a written authorisation, or elected by the delegates. */
export const ChiefBy = z.enum(['office', 'authorisation', 'election']);
export const SuspensionGround = z.enum(['force-majeure', 'recess', 'evidence', 'other']);
export const ClosingGround = z.enum([
  'both-agree',
  'offer-withdrawn',
  'offer-refused',
  'window-over',
  'no-application',
  'coordination-failed',
  'employer-dissolved',
]);

export const preparation = {
  on: Day,
  profile: ProfileId,
  kind: ContractKind,
  level: ContractLevel,
  purpose: Purpose,
  /** The contract that the case is to make; for an amendment the one it amends. */
  contract: Id,
  /** The contract that is renewed. */
  predecessor: Id.optional(),
  enterprise: Id.optional(),
  scope: Scope.optional(),
  employersBody: Text.optional(),
  union: Text.optional(),
  representedBy: Representation,
  preparedBy: Side,
  topics: z.array(Topic).min(1).max(15),
  /** The bargaining unit when the case was prepared; left out = unknown. */
  employees: Count.optional(),
  women: Count.optional(),
  dispatched: Count.optional(),
  disabled: Count.optional(),
  /** 规模以上 or not: it moves the fewest delegates in some places. */
  scale: z.enum(['above', 'below']).optional(),
};
/** A case that was there before the system: no clock starts. */
export const history = {
  profile: ProfileId,
  kind: ContractKind,
  level: ContractLevel,
  /** The contract that the notice is about. */
  contract: Id,
  enterprise: Id.optional(),
  scope: Scope.optional(),
  union: Text.optional(),
  noticeOn: Day,
  noticeBy: Side.optional(),
  expiresOn: Day.optional(),
  workers: Count.optional(),
  source: Text,
};
export const issue = {
  offer: Id,
  by: Side,
  on: Day,
  topics: z.array(Topic).min(1).max(15),
  proposedOn: Day,
  place: Text,
  document: Attachments.optional(),
  window: Deadline.optional(),
};
export const receipt = {
  offer: Id,
  on: Day,
  /** What proves it: a signature, a postal number, a notarised delivery. */
  receipt: Text,
  proof: Attachments.optional(),
  reply: Deadline.optional(),
  window: Deadline.optional(),
  /** By when the mediation service is told of the talks. */
  mediation: Deadline.optional(),
  /** The contract that the offer gives notice to end or change, and whose notice it is. */
  notice: z.object({ contract: Id, by: Side }).optional(),
};
export const acceptance = {
  offer: Id,
  on: Day,
  reasons: Text.optional(),
  document: Attachments.optional(),
  /** By when each side names its delegates. */
  naming: Deadline.optional(),
  window: Deadline.optional(),
  /** What is due before the first session, on the day that the offer proposes for it. */
  disclosure: Deadline.optional(),
  report: Deadline.optional(),
};
export const refusal = { offer: Id, on: Day, reasons: Text, document: Attachments.optional() };

/** How many of a side's delegates are what the law asks for; counts, never persons. */
export const composition = {
  frontLine: Count.optional(),
  women: Count.optional(),
  dispatched: Count.optional(),
  disabled: Count.optional(),
};
export const chiefdom = { chiefBy: ChiefBy, authorisation: Attachments.optional() };
export const naming = {
  side: Side,
  on: Day,
  delegates: z.array(Delegate).min(1).max(50),
  ...composition,
  ...chiefdom,
  /** Without a union: how many of all employees on the roster of that day consented. */
  consent: z.object({ given: Count, employees: Count, rosterOn: Day }).optional(),
  /** Who stood on the side's list before and is not on this one. */
  drops: z.array(PersonId).optional(),
  publish: Deadline.optional(),
};
export const leaving = {
  side: Side,
  person: PersonId,
  on: Day,
  because: z.enum(['resigned', 'recalled', 'left-employment', 'ill', 'died', 'other']),
  vacancy: Deadline.optional(),
};
export const replacement = {
  side: Side,
  leaves: PersonId,
  delegate: Delegate,
  on: Day,
  ...composition,
  chiefBy: ChiefBy.optional(),
  authorisation: Attachments.optional(),
};
export const disclosure = {
  by: Side,
  on: Day,
  items: z.array(Text).min(1).max(100),
  documents: Attachments.optional(),
};
/** The notice to the mediation service that the sides bargain and have not agreed. */
export const mediationNotice = { on: Day, service: Text, proof: Attachments.optional() };
/** The report of the employees' side to the upper union before the talks. */
export const upperUnionReport = { on: Day, union: Text.optional() };
export const opening = {
  session: Id,
  number: Count,
  on: Day,
  place: Text.optional(),
  chairedBy: Side,
  present: z.array(PersonId).max(100),
  recorder: PersonId.optional(),
  window: Deadline.optional(),
  /** Of the first session: what was due before it, counted from the day it was held. */
  disclosure: Deadline.optional(),
  report: Deadline.optional(),
};
export const position = {
  session: Id,
  side: Side,
  /** The item of the agenda; the same id on both sides lets them be compared. */
  item: Id,
  topic: Topic,
  position: Text,
  value: Clause.shape.value,
  unit: Clause.shape.unit,
};
export const proposal = {
  proposal: Id,
  side: Side,
  on: Day,
  session: Id.optional(),
  clause: Clause,
  /** How often the clause has been proposed, this one included. */
  round: Count,
};
export const suspension = {
  on: Day,
  /** The last day it is meant to last. */
  until: Day,
  ground: SuspensionGround,
  consents: z.array(Side).max(2),
  note: Text,
  /** The clocks that stop for it. */
  stops: z.array(z.string()),
};
export const resumption = {
  on: Day,
  /** Days of the suspension that the window does not count. */
  excluded: Count,
  window: Deadline.optional(),
};
export const deadlock = { on: Day, issues: Text, application: Deadline.optional() };
export const application = {
  on: Day,
  by: Side,
  document: Attachments.optional(),
  acceptance: Deadline.optional(),
};
export const coordination = {
  on: Day,
  mode: z.enum(['applied', 'ex-officio']),
  coordination: Deadline.optional(),
};
export const coordinationAgreement = { on: Day, agreement: Attachments };
export const coordinationFailure = { on: Day, note: Text };
export const delegatePublication = {
  side: Side,
  on: Day,
  means: Text,
  proof: Attachments.optional(),
};
export const reopening = { on: Day };
export const extension = { on: Day, coordination: Deadline };
export const draft = {
  draft: Id,
  version: Count,
  on: Day,
  ...AgreedTerms.shape,
  workers: Count.optional(),
  women: Count.optional(),
  congress: Deadline.optional(),
};
export const congress = {
  draft: Id,
  on: Day,
  total: Count,
  present: Count,
  yes: Count,
  no: Count,
  abstain: Count,
  record: Attachments.optional(),
};
export const signature = {
  draft: Id,
  side: Side,
  person: PersonId,
  on: Day,
  text: Attachments.optional(),
};
export const notice = { draft: Id, on: Day, proof: Attachments.optional() };
/** All that the contract is made of: whom it is for, what it says, under which law. */
export const signing = {
  ...Parties.shape,
  ...AgreedTerms.shape,
  profile: ProfileId,
  purpose: Purpose,
  /** The contract made; for an amendment the one it amends. */
  contract: Id,
  predecessor: Id.optional(),
  draft: Id,
  /** The day the later chief signed. */
  signedOn: Day,
  approvedOn: Day.optional(),
  /** Where filing counts from the notice of approval, once it came: the day the employer received it. */
  notifiedOn: Day.optional(),
};
export const closing = {
  on: Day,
  ground: ClosingGround,
  by: Side.optional(),
  note: Text.optional(),
};
