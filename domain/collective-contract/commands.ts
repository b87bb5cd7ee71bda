import { z } from 'zod';
import { ProfileId } from '../law/profiles.ts';
import { command, correct, takeBack } from '../shared/message.ts';
import { AgreedTerms, Clause, Parties, WageStep, Whose } from '../shared/terms.ts';
import { Attachments, Count, Day, Id, LongText, Side, Text } from '../shared/values.ts';
import { breach, ClauseResult, EffectMode } from './events.ts';

// The coverage mode and every deadline are the law's: the decider writes them, nobody asks for them.
const parties = Parties.omit({ coverage: true }).shape;

const signing = {
  ...parties,
  ...AgreedTerms.shape,
  profile: ProfileId,
  case: Id,
  signedOn: Day,
  /** Where filing counts from the notice of approval, once it came: the day the employer received it. */
  notifiedOn: Day.optional(),
  predecessor: Id.optional(),
};
const history = {
  ...parties,
  profile: ProfileId,
  source: Text,
  registeredOn: Day,
  termStart: Day.optional(),
  termEnd: Day.optional(),
  signedOn: Day.optional(),
  effectiveOn: Day.optional(),
  predecessor: Id.optional(),
  receiptNo: Text.optional(),
  establishment: Count.optional(),
  steps: z.array(WageStep).max(40),
  clauses: z.array(Clause).max(300),
};
const filing = {
  receiptNo: Text,
  filedOn: Day,
  receivedOn: Day,
  documents: Attachments.optional(),
};
const objection = {
  on: Day,
  items: z.array(Text).min(1).max(100),
  opinionNo: Text.optional(),
  opinion: Attachments.optional(),
};
const publication = { on: Day, means: Text, proof: Attachments.optional() };
const demand = { breach: Id, on: Day, due: Day };
const rectification = { breach: Id, on: Day, proof: Attachments.optional() };
const endReport = { on: Day, receiptNo: Text.optional() };
const accession = { enterprise: Id, from: Day, to: Day.optional(), proof: Attachments.optional() };
const withdrawal = { enterprise: Id, on: Day, because: Text };
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
const fulfilmentReport = { on: Day, from: Day, to: Day, report: Attachments.optional() };
const notice = { on: Day, by: Side, case: Id.optional(), document: Attachments.optional() };
const rescission = {
  on: Day,
  ground: z.enum(['agreement', 'force-majeure', 'bankruptcy', 'merger', 'condition', 'law']),
  because: Text,
  congress: z.object({ delegates: Count.min(1), inFavour: Count }).optional(),
};
const termination = { on: Day, condition: Text };
const amendment = { ...AgreedTerms.shape, case: Id, signedOn: Day, notifiedOn: Day.optional() };

export const ContractCommand = z.discriminatedUnion('type', [
  command('Sign', signing),
  command('RegisterAsHistory', history),
  command('File', filing),
  command('Object', objection),
  command('Refile', filing),
  command('Approve', { on: Day, opinionNo: Text.optional() }),
  command('RecordSilence', {}),
  command('Publish', publication),
  command('RecordPublicationOverdue', {}),
  command('RecordFilingOverdue', {}),
  command('Accede', accession),
  command('Withdraw', withdrawal),
  command('HoldInspection', inspection),
  command('FindBreach', breach),
  command('DemandRectification', demand),
  command('RecordRectification', rectification),
  command('ReportFulfilment', fulfilmentReport),
  command('GiveNotice', notice),
  /** `whose` are the parties of the case; left out, those of the contract. */
  command('SignAmendment', { ...amendment, whose: Whose.optional() }),
  /** The case that made a text was corrected: the text says what the case says now. */
  command('FollowSigning', { reason: z.string().min(1).max(500), ...signing }),
  command('FollowAmendment', { reason: z.string().min(1).max(500), ...amendment }),
  command('OpenRenewalWindow', {}),
  command('RecordExpiry', {}),
  command('Rescind', rescission),
  command('Terminate', termination),
  command('EndWithEmployer', { on: Day, enterprise: Id }),
  /** `whose` are the parties of the contract that stands in its place. */
  command('Supersede', { on: Day, by: Id, whose: Whose.optional() }),
  command('TakeBackSupersession', { by: Id }),
  /** The contract that renews it stands in its place from that day, where both are the same employer's by then; `whose` tells whose that one is on it. */
  command('FollowRenewal', { on: Day, by: Id, whose: Whose }),
  /** `act` is the event id of the merger or split; `ownFrom` the day from which what the employer signs is its own, where it goes on. */
  command('PassToSuccessor', {
    on: Day,
    from: Id,
    to: Id,
    act: z.string().optional(),
    ownFrom: Day.optional(),
  }),
  /**
   * How the register says that its employers ended or handed their contracts on, in the order of the days; no
   * `to`: they end with it; `ownFrom` where it goes on. Of the one that is `released` it says something anew:
   * by that one it left or ended only as far as is told here.
   */
  command('FollowEmployer', {
    changes: z
      .array(
        z.strictObject({
          act: z.string(),
          enterprise: Id,
          on: Day,
          to: Id.optional(),
          ownFrom: Day.optional(),
        }),
      )
      .max(1_000),
    released: Id.optional(),
    reason: Text.optional(),
  }),
  command('TakeBackEmployerEnd', { enterprise: Id, reason: Text }),
  command('TakeBackSuccession', { from: Id, reason: Text, act: z.string().optional() }),
  /** The case that amended it was struck out: the text before binds, as if it had throughout. */
  command('TakeBackAmendment', { case: Id, reason: Text }),
  command('ReportEnd', endReport),
  command('RecomputeDeadlines', {}),
  /** The case that made the contract was struck out. */
  command('VoidWithCase', { case: Id, reason: Text }),
  command('Void', { reason: Text, duplicateOf: Id.optional() }),
  correct('CorrectSigning', signing),
  correct('CorrectHistory', history),
  correct('CorrectFiling', filing),
  correct('CorrectRefiling', filing),
  correct('CorrectObjection', objection),
  correct('CorrectEffect', { mode: EffectMode, on: Day, opinionNo: Text.optional() }),
  correct('CorrectPublication', publication),
  correct('CorrectBreach', breach),
  correct('CorrectRectificationDemand', demand),
  correct('CorrectRectification', rectification),
  correct('CorrectEndReport', endReport),
  correct('CorrectFulfilmentReport', fulfilmentReport),
  correct('CorrectNotice', notice),
  correct('CorrectAccession', accession),
  correct('CorrectWithdrawal', withdrawal),
  correct('CorrectInspection', inspection),
  correct('CorrectAmendment', amendment),
  correct('CorrectRescission', rescission),
  correct('CorrectTermination', termination),
  takeBack('TakeBackRescission'),
  takeBack('TakeBackTermination'),
]);
export type ContractCommand = z.infer<typeof ContractCommand>;
