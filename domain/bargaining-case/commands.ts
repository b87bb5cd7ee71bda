import { z } from 'zod';
import { command, correct } from '../shared/message.ts';
import { Attachment, Day, Id, PersonId, Text } from '../shared/values.ts';
import * as said from './particulars.ts';
import * as plain from './plain-particulars.ts';

/** What is asked of the clerk: all that the fact says but what the decider works out. */
const asked = <D extends object, K extends keyof D>(particulars: D, ...decided: K[]): Omit<D, K> =>
  Object.fromEntries(
    Object.entries(particulars).filter(([key]) => !(decided as string[]).includes(key)),
  ) as Omit<D, K>;

const issue = asked(said.issue, 'window');
const receipt = asked(said.receipt, 'reply', 'window', 'mediation', 'notice');
const acceptance = asked(said.acceptance, 'naming', 'window', 'disclosure', 'report');
const naming = asked(said.naming, 'publish', 'drops');
const leaving = asked(said.leaving, 'vacancy');
const opening = asked(said.opening, 'number', 'window', 'disclosure', 'report');
const proposal = asked(said.proposal, 'round');
const suspension = asked(said.suspension, 'stops');
const resumption = asked(said.resumption, 'excluded', 'window');
const deadlock = asked(said.deadlock, 'application');
const application = asked(said.application, 'acceptance');
const coordination = asked(said.coordination, 'coordination');
const extension = asked(said.extension, 'coordination');
const draft = asked(said.draft, 'version', 'congress');
const files = z.array(Attachment).min(1).max(50);

const deputising = { ...plain.deputising, authorisation: files };
const sessionClosing = {
  ...plain.sessionClosing,
  minutes: files,
  signedBy: z.array(PersonId).min(1).max(100),
};

export const BargainingCommand = z.discriminatedUnion('type', [
  command('PrepareOffer', said.preparation),
  command('RegisterCaseAsHistory', said.history),
  command('IssueOffer', issue),
  command('RecordReceipt', receipt),
  command('ConsentToOffer', acceptance),
  command('RefuseOffer', said.refusal),
  command('RecordReplyOverdue', { offer: Id }),
  command('NameDelegates', naming),
  command('PublishDelegates', said.delegatePublication),
  command('RecordDelegateLeaving', leaving),
  command('ReplaceDelegate', said.replacement),
  command('AppointChief', plain.appointment),
  command('AuthoriseDeputy', deputising),
  command('Disclose', said.disclosure),
  command('NotifyMediationService', said.mediationNotice),
  command('ReportToUpperUnion', said.upperUnionReport),
  command('OpenSession', opening),
  command('TablePosition', said.position),
  command('CloseSession', sessionClosing),
  command('TableProposal', proposal),
  command('CounterProposal', { ...proposal, counters: Id }),
  command('WithdrawProposal', plain.ofProposal),
  command('AgreeTentatively', { proposals: z.array(Id).min(1).max(300), on: Day }),
  command('PackageProposals', plain.packaging),
  command('SuspendBargaining', suspension),
  command('ResumeBargaining', resumption),
  command('RecordWindowOver', {}),
  command('DeclareDeadlock', deadlock),
  command('ApplyForCoordination', application),
  command('RecordNoApplication', {}),
  command('AcceptCoordination', coordination),
  command('ExtendCoordination', extension),
  command('RecordCoordinationAgreed', { on: Day, agreement: files }),
  command('RecordCoordinationFailed', said.coordinationFailure),
  command('AgreeDraft', draft),
  command('HoldCongress', said.congress),
  command('ReopenNegotiation', said.reopening),
  command('SignDraft', said.signature),
  command('RecordApprovalNotice', said.notice),
  command('CloseCase', said.closing),
  /** The employer that was dissolved was not: its case goes on. */
  command('ReopenCase', { reason: Text }),
  command('FollowEmployerEnd', { on: Day, reason: Text }),
  /** How the register says that its employer, and those that took its place, ended; no `to`: nobody did. `reason` where something is said anew. */
  command('FollowEmployer', {
    ends: z.array(z.strictObject({ enterprise: Id, on: Day, to: Id.optional() })).max(1_000),
    reason: Text.optional(),
  }),
  command('RecomputeDeadlines', {}),
  command('Void', { reason: Text, duplicateOf: Id.optional() }),
  correct('CorrectPreparation', said.preparation),
  correct('CorrectHistory', said.history),
  correct('CorrectOffer', issue),
  correct('CorrectReceipt', receipt),
  correct('CorrectAcceptance', acceptance),
  correct('CorrectRefusal', said.refusal),
  correct('CorrectNaming', naming),
  correct('CorrectDelegatePublication', said.delegatePublication),
  correct('CorrectLeaving', leaving),
  correct('CorrectReplacement', said.replacement),
  correct('CorrectDisclosure', said.disclosure),
  correct('CorrectMediationNotice', said.mediationNotice),
  correct('CorrectUpperUnionReport', said.upperUnionReport),
  correct('CorrectSession', opening),
  correct('CorrectProposal', proposal),
  correct('CorrectCounter', { ...proposal, counters: Id }),
  correct('CorrectSuspension', suspension),
  correct('CorrectResumption', resumption),
  correct('CorrectDeadlock', deadlock),
  correct('CorrectApplication', application),
  correct('CorrectCoordination', coordination),
  correct('CorrectExtension', extension),
  correct('CorrectCoordinationAgreement', { on: Day, agreement: files }),
  correct('CorrectCoordinationFailure', said.coordinationFailure),
  correct('CorrectDraft', draft),
  correct('CorrectCongress', said.congress),
  correct('CorrectReopening', said.reopening),
  correct('CorrectSignature', said.signature),
  correct('CorrectNotice', said.notice),
  correct('CorrectClosing', said.closing),
  correct('CorrectChief', plain.appointment),
  correct('CorrectDeputy', deputising),
  correct('CorrectSessionClosing', sessionClosing),
  correct('CorrectPosition', said.position),
  correct('CorrectWithdrawal', plain.ofProposal),
  correct('CorrectTentativeAgreement', plain.ofProposal),
  correct('CorrectPackage', plain.packaging),
]);
export type BargainingCommand = z.infer<typeof BargainingCommand>;
