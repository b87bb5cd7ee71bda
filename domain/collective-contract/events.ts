import { z } from 'zod';
import { ProfileId } from '../law/profiles.ts';
import { correction, event, takingBack } from '../shared/message.ts';
import { AgreedTerms, Clause, Parties, WageStep, Whose } from '../shared/terms.ts';
import { Attachments, Count, Day, Deadline, Id, LongText, Side, Text } from '../shared/values.ts';

// These shapes are on disk for ever: add an optional field or a new type, never change one.

export const EffectMode = z.enum(['explicit', 'deemed']);
export const ClauseResult = z.enum(['fulfilled', 'partly', 'unfulfilled', 'not-due']);

const signing = {
  ...Parties.shape,
  ...AgreedTerms.shape,
  profile: ProfileId,
  case: Id,
  /** The day the later chief signed. */
  signedOn: Day,
  /** Where filing counts from the notice of approval, once it came: the day the employer received it. */
  notifiedOn: Day.optional(),
  predecessor: Id.optional(),
  filing: Deadline.optional(),
};

/** A contract that was there before the system: no clock starts. */
const history = {
  ...Parties.shape,
  profile: ProfileId,
  /** Where the record comes from. */
  source: Text,
  /** The day it is entered in the register as of; figures count its unknown term from here. */
  registeredOn: Day,
  termStart: Day.optional(),
  /** Left out = unknown term: registered, never in force. */
  termEnd: Day.optional(),
  signedOn: Day.optional(),
  effectiveOn: Day.optional(),
  predecessor: Id.optional(),
  receiptNo: Text.optional(),
  /** Workers of the whole establishment as the source gives it; not a headcount. */
  establishment: Count.optional(),
  /** Told by a correction: the clocks that run anew by this term are told beside it; one that tells none moved them by itself. */
  term: Deadline.optional(),
  steps: z.array(WageStep).max(40),
  clauses: z.array(Clause).max(300),
};

const filing = {
  receiptNo: Text,
  filedOn: Day,
  /** The review clock starts at receipt. */
  receivedOn: Day,
  review: Deadline.optional(),
  documents: Attachments.optional(),
};
const objection = {
  on: Day,
  items: z.array(Text).min(1).max(100),
  opinionNo: Text.optional(),
  opinion: Attachments.optional(),
};
const effect = {
  mode: EffectMode,
  on: Day,
  opinionNo: Text.optional(),
  publication: Deadline.optional(),
  /** The clock of the review that it ended: `review`, or `review:refiled`. */
  review: z.string().optional(),
  /** `due` is the day the renewal window opens. */
  renewal: Deadline.optional(),
  /** `due` is the last day of the term. */
  term: Deadline.optional(),
  /** `due` is the last day to give notice that it shall end or change with its term. */
  notice: Deadline.optional(),
  /** By when its performance is next reported. */
  fulfilment: Deadline.optional(),
  /** The contract that this one renews, and the day from which this one stands in its place. */
  replaces: z
    .object({
      contract: Id,
      on: Day,
      /** For whom this one is: the other must be theirs, too. */
      whose: Whose.optional(),
    })
    .optional(),
  /** The contract that it was taken to renew until a correction named another, or none. */
  releases: Id.optional(),
};
const publication = { on: Day, means: Text, proof: Attachments.optional() };
export const breach = {
  breach: Id,
  on: Day,
  clause: Id,
  inspection: Id.optional(),
  finding: Text,
};
const demand = { breach: Id, on: Day, due: Day };
const rectification = { breach: Id, on: Day, proof: Attachments.optional() };
const endReport = { on: Day, receiptNo: Text.optional() };
const accession = { enterprise: Id, from: Day, to: Day.optional(), proof: Attachments.optional() };
const withdrawal = {
  enterprise: Id,
  on: Day,
  // Not `reason`: that is what a correction gives.
  because: Text,
  /** The event id of the accession that it ends. */
  accession: z.string().optional(),
};
const inspection = {
  inspection: Id,
  on: Day,
  results: z
    .array(z.object({ clause: Id, result: ClauseResult }))
    .min(1)
    .max(300),
  findings: LongText.optional(),
  minutes: Attachments.optional(),
};
const fulfilmentReport = {
  on: Day,
  from: Day,
  to: Day,
  report: Attachments.optional(),
  /** By when the next one is due, while the term lasts. */
  fulfilment: Deadline.optional(),
};
/** What one side tells the other: that the contract shall end or change with its term. */
const notice = {
  on: Day,
  by: Side,
  /** The end of the term that it is given for. */
  termEnd: Day,
  /** The bargaining case whose offer gives it. */
  case: Id.optional(),
  document: Attachments.optional(),
};
const rescission = {
  on: Day,
  ground: z.enum(['agreement', 'force-majeure', 'bankruptcy', 'merger', 'condition', 'law']),
  because: Text,
  /** The congress's consent, where the place asks for it. */
  congress: z.object({ delegates: Count, inFavour: Count }).optional(),
  report: Deadline.optional(),
};
const termination = { on: Day, condition: Text, report: Deadline.optional() };
const endTakenBack = {
  /** The day from which the contract would have been out. */
  on: Day,
  /** The clocks that run again, by name; none where it had ended otherwise as well. */
  clocks: z.record(z.string(), Deadline),
};
const employerEnd = { on: Day, enterprise: Id };
const succession = {
  on: Day,
  from: Id,
  to: Id,
  /** The event id of the merger or split by which it passed on. */
  act: z.string().optional(),
};
const amendment = {
  ...AgreedTerms.shape,
  case: Id,
  signedOn: Day,
  notifiedOn: Day.optional(),
  filing: Deadline.optional(),
};

export const ContractEvent = z.discriminatedUnion('type', [
  event('ContractSigned', signing),
  event('ContractRegisteredAsHistory', history),
  event('ContractFiled', filing),
  event('ReviewObjected', objection),
  event('ContractRefiled', filing),
  event('ContractTookEffect', effect),
  /** What the clock recorded is taken back: a timely act was recorded late. */
  event('EffectTakenBack', {
    effect: z.string(),
    because: z.enum(['objection-in-time', 'filing-corrected']),
    replaces: effect.replaces,
    review: effect.review,
    /** The event id of the expiry that was none: a text that never was in force does not run out. */
    expiry: z.string().optional(),
    /** The clocks of the text that binds again. */
    renewal: effect.renewal,
    term: effect.term,
    notice: effect.notice,
    fulfilment: effect.fulfilment,
  }),
  event('ContractPublished', publication),
  event('PublicationFellOverdue', { due: Day }),
  event('FilingFellOverdue', { due: Day }),
  event('EnterpriseAcceded', accession),
  event('EnterpriseWithdrew', withdrawal),
  event('InspectionHeld', inspection),
  event('BreachFound', breach),
  event('RectificationDemanded', demand),
  event('BreachRectified', rectification),
  event('FulfilmentReported', fulfilmentReport),
  event('NoticeGiven', notice),
  event('AmendmentSigned', amendment),
  event('RenewalWindowOpened', { on: Day, article: z.string() }),
  event('ContractExpired', { on: Day, report: Deadline.optional() }),
  event('ContractRescinded', rescission),
  /** The agreed condition came about. */
  event('ContractTerminated', termination),
  event('ContractEndedWithEmployer', employerEnd),
  event('ContractSuperseded', { on: Day, by: Id }),
  /** The contract that stood in its place lost its effect. */
  event('SupersessionTakenBack', {
    by: Id,
    /** The clocks that run again, by name; none where it had ended otherwise as well. */
    clocks: z.record(z.string(), Deadline).optional(),
  }),
  event('ContractPassedToSuccessor', succession),
  event('EndReported', endReport),
  /** `clock` where it is not named by its rule: `review:refiled`. */
  event('DeadlineRecomputed', { clock: z.string().optional(), deadline: Deadline }),
  event('ContractVoided', {
    reason: Text,
    duplicateOf: Id.optional(),
    replaces: effect.replaces,
  }),
  correction('SigningCorrected', signing),
  correction('HistoryCorrected', history),
  correction('FilingCorrected', filing),
  correction('RefilingCorrected', filing),
  correction('ObjectionCorrected', objection),
  correction('EffectCorrected', effect),
  correction('AccessionCorrected', accession),
  correction('WithdrawalCorrected', withdrawal),
  correction('InspectionCorrected', inspection),
  correction('AmendmentCorrected', amendment),
  correction('RescissionCorrected', rescission),
  correction('TerminationCorrected', termination),
  correction('PublicationCorrected', publication),
  correction('BreachCorrected', breach),
  correction('RectificationDemandCorrected', demand),
  correction('RectificationCorrected', rectification),
  correction('EndReportCorrected', endReport),
  correction('FulfilmentReportCorrected', fulfilmentReport),
  correction('NoticeCorrected', notice),
  correction('EmployerEndCorrected', employerEnd),
  correction('SuccessionCorrected', succession),
  /** The employer did not end: the contract goes on, with the clocks that run again, by name. */
  takingBack('EmployerEndTakenBack', {
    enterprise: Id,
    clocks: z.record(z.string(), Deadline),
  }),
  /** An act of a day before a rescission or an agreed condition was recorded late: that end is said again after it. */
  takingBack('AgreedEndTakenBack', { clocks: z.record(z.string(), Deadline) }),
  /** An act of a day within the term was recorded after it had run out: what runs out is said anew. */
  takingBack('ExpiryTakenBack', { clocks: z.record(z.string(), Deadline) }),
  /** There was no such rescission, or the agreed condition did not come about: the contract goes on. */
  takingBack('RescissionTakenBack', endTakenBack),
  takingBack('TerminationTakenBack', endTakenBack),
  /** The merger or split did not happen: the contract is its employer's again. */
  takingBack('SuccessionTakenBack', { from: Id, to: Id }),
  /**
   * The amendment was never agreed: the text before it bound throughout. `takesBack` names its signing,
   * all that became of it, and an end that only its term reached; `clocks`, by name, are those that run
   * again, with `term-end` among them where the text before binds in its place; `stood`, those that stand
   * as the texts before had left them.
   */
  takingBack('AmendmentTakenBack', {
    /** The case that it was recorded from. */
    case: Id,
    clocks: z.record(z.string(), Deadline),
    stood: z
      .record(
        z.string(),
        z.object({
          /** The event id of what set it. */
          fact: z.string(),
          deadline: Deadline,
          /** Left out where nobody waits for it any more. */
          metOn: Day.optional(),
        }),
      )
      .optional(),
  }),
]);
export type ContractEvent = z.infer<typeof ContractEvent>;
