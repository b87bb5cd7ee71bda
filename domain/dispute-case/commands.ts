import { z } from 'zod';
import { command, correct } from '../shared/message.ts';
import { Attachments, Day, Id, PersonId, Text } from '../shared/values.ts';
import * as arbitration from './arbitration-particulars.ts';
import * as said from './particulars.ts';
import { plainCorrectionCommands } from './plain-corrections.ts';
import * as plain from './plain-particulars.ts';
import * as agreed from './settlement-particulars.ts';

const { DisputeSide } = said;

/** What is asked of the clerk: all that the fact says but what the decider works out. */
const asked = <D extends object, K extends keyof D>(particulars: D, ...decided: K[]): Omit<D, K> =>
  Object.fromEntries(
    Object.entries(particulars).filter(([key]) => !(decided as string[]).includes(key)),
  ) as Omit<D, K>;

const receipt = asked(said.receipt, 'collective', 'acceptance', 'mediation');
const joining = asked(said.joining, 'mediation', 'appliedBy');
const transfer = asked(said.transfer, 'acceptance', 'mediation', 'appliedBy');
const acceptance = asked(said.acceptance, 'mediation');
const extension = asked(said.extension, 'receipt', 'acceptance');
const suspension = asked(said.suspension, 'stops');
const resumption = asked(said.resumption, 'clocks');
const reopening = asked(said.reopening, 'mediation', 'appliedBy');
const performance = asked(agreed.performance, 'stands', 'towards');
const conclusion = asked(said.conclusion, 'alongside');
const agreement = asked(agreed.settlement, 'drops');
const limitation = asked(agreed.limitation, 'limitation');
const filing = asked(arbitration.filing, 'acceptance');
const moving = asked(arbitration.moving, 'acceptance');
const accepted = asked(arbitration.acceptance, 'service', 'tribunal', 'award');
const award = {
  ...asked(arbitration.award, 'items', 'finality'),
  items: z.array(arbitration.AwardedItem.omit({ kind: true, claimant: true }).strict()).min(1),
};
const awardService = asked(arbitration.awardService, 'suit', 'annulment');
const service = asked(arbitration.service, 'defence');
const defence = asked(arbitration.defence, 'forward');
const hearing = asked(arbitration.hearing, 'notice', 'postponement');
const longer = asked(arbitration.longer, 'award');
const negotiation = asked(said.negotiation, 'reply');
const refusal = asked(said.refusal, 'notice');
const orderApplication = asked(agreed.orderApplication, 'answer');
const annulmentDecision = asked(arbitration.annulmentDecision, 'suit');
const archiving = asked(said.archiving, 'keep');
const settlementOn = { settlement: Id, on: Day };
const rejected = { ...settlementOn, because: Text };

const intake = [
  command('ReceiveDispute', receipt),
  command('RegisterAsHistory', said.history),
  command('MakeClaim', said.claim),
  command('AmendClaim', said.amendment),
  command('ChooseLeadClaims', asked(plain.leadClaims, 'drops')),
  command('JoinClaimant', { claimant: PersonId, on: Day }),
  command('RecordClaimantLeaving', { claimant: PersonId, on: Day }),
  command('SucceedClaimant', asked(plain.succession, 'joins')),
  command('JoinEmployer', asked(plain.employerJoining, 'act')),
  command('TakeBackEmployerJoining', { enterprise: Id, reason: Text }),
  /** Who took the place of its employers, as the register says, in the order of the days; `released` was said to before. */
  command('FollowEmployers', {
    changes: z
      .array(
        z.strictObject({
          act: z.string(),
          enterprise: Id,
          on: Day,
          heirs: z.array(Id).min(1),
        }),
      )
      .max(1_000),
    released: Id.optional(),
    reason: Text.optional(),
  }),
  command('ElectRepresentatives', {
    on: Day,
    representatives: z.array(PersonId).max(20),
    record: Attachments.optional(),
  }),
  command('RequestNegotiation', negotiation),
  command('AnswerNegotiation', { on: Day, answer: z.enum(['willing', 'unwilling']) }),
  command('RecordNoNegotiation', {}),
] as const;

const mediation = [
  command('GiveConsent', { proceeding: Id, side: DisputeSide, on: Day }),
  command('RefuseConsent', refusal),
  command('NotifyRefusal', { proceeding: Id, on: Day }),
  command('AcceptMediation', acceptance),
  command('RefuseAcceptance', { proceeding: Id, on: Day, because: Text }),
  command('RecordInterest', {
    person: PersonId,
    on: Day,
    ground: z.enum(['party-or-relative', 'interest', 'other-relation', 'met-or-accepted-gifts']),
  }),
  command('AssignMediator', said.assignment),
  command('RecuseMediator', said.recusal),
  command('HoldSession', said.session),
  command('TakeNote', said.note),
  command('JoinProceeding', joining),
  command('TransferDispute', transfer),
  command('ExtendMediation', extension),
  command('SuspendHandling', suspension),
  command('ResumeHandling', resumption),
  command('ConcludeDispute', conclusion),
  command('ReopenDispute', reopening),
] as const;

const settlement = [
  command('ReachSettlement', agreement),
  command('SignSettlement', agreed.signature),
  command('RecordPerformance', performance),
  command('RecordDefault', { settlement: Id, item: Id }),
  command('ApplyForReview', agreed.application),
  command('GrantReview', settlementOn),
  command('RejectReview', rejected),
  command('ApplyForConfirmation', { ...agreed.application, court: Text }),
  command('ConfirmSettlement', settlementOn),
  command('RejectConfirmation', rejected),
  command('ApplyForPaymentOrder', orderApplication),
  command('IssuePaymentOrder', settlementOn),
  command('RecordPaymentOrderLapsed', {
    ...settlementOn,
    because: z.enum(['not-accepted', 'objection-upheld']),
  }),
  command('StartLimitation', limitation),
  command('InterruptLimitation', {
    on: Day,
    by: z.enum(['claim', 'request-for-relief', 'promise']),
  }),
  command('SuspendLimitation', agreed.limitationSuspension),
  command('ResumeLimitation', { on: Day }),
] as const;

const arbitrating = [
  command('FileArbitration', filing),
  command('MoveArbitration', moving),
  command('RefuseArbitration', { arbitration: Id, on: Day, because: Text }),
  command('RecordAcceptanceSilence', {}),
  command('AcceptArbitration', accepted),
  command('ServeApplication', service),
  command('FileDefence', defence),
  command('ForwardDefence', { arbitration: Id, on: Day }),
  command('FormTribunal', arbitration.tribunal),
  command('RecuseArbitrator', { arbitration: Id, arbitrator: PersonId, on: Day }),
  command('ScheduleHearing', hearing),
  command('PostponeHearing', { arbitration: Id, hearing: Id, on: Day }),
  command('HoldHearing', { arbitration: Id, hearing: Id, on: Day }),
  command('ExtendAwardPeriod', longer),
  command('RecordAwardOverdue', {}),
  command('OrderPriorEnforcement', { arbitration: Id, on: Day, claims: z.array(Id).min(1) }),
  command('MakeAward', award),
  command('ServeAward', awardService),
  command('RecordNoSuit', { service: Id }),
  command('EndArbitration', arbitration.arbitrationEnd),
  command('ApplyForAnnulment', arbitration.annulment),
  command('DecideAnnulment', annulmentDecision),
  command('FileSuit', arbitration.suit),
  command('DecideSuit', arbitration.judgment),
  command('ApplyForEnforcement', arbitration.enforcement),
] as const;

const corrections = [
  correct('CorrectReceipt', receipt),
  correct('CorrectHistory', said.history),
  correct('CorrectClaim', said.claim),
  correct('CorrectJoining', joining),
  correct('CorrectProceedingEnd', said.proceedingEnd),
  correct('CorrectTransfer', transfer),
  correct('CorrectAcceptance', acceptance),
  correct('CorrectNegotiationRequest', negotiation),
  correct('CorrectConsentRefusal', refusal),
  correct('CorrectAssignment', said.assignment),
  correct('CorrectRecusal', said.recusal),
  correct('CorrectExtension', extension),
  correct('CorrectSuspension', suspension),
  correct('CorrectResumption', resumption),
  correct('CorrectConclusion', conclusion),
  correct('CorrectReopening', reopening),
  correct('CorrectSettlement', agreement),
  correct('CorrectSignature', agreed.signature),
  correct('CorrectPerformance', performance),
  correct('CorrectReviewGrant', settlementOn),
  correct('CorrectConfirmation', settlementOn),
  correct('CorrectPaymentOrderApplication', orderApplication),
  correct('CorrectPaymentOrder', settlementOn),
  correct('CorrectLimitation', limitation),
  correct('CorrectInterruption', asked(agreed.interruption, 'limitation')),
  correct('CorrectLimitationSuspension', agreed.limitationSuspension),
  correct('CorrectLimitationResumption', { on: Day }),
  correct('CorrectFiling', filing),
  correct('CorrectMoving', moving),
  correct('CorrectArbitrationAcceptance', accepted),
  correct('CorrectApplicationService', service),
  correct('CorrectDefence', defence),
  correct('CorrectHearing', hearing),
  correct('CorrectAwardPeriod', longer),
  correct('CorrectAward', award),
  correct('CorrectAwardService', awardService),
  correct('CorrectAnnulmentDecision', annulmentDecision),
  correct('CorrectArchiving', archiving),
] as const;

export const DisputeCommand = z.discriminatedUnion('type', [
  ...intake,
  ...mediation,
  ...settlement,
  ...arbitrating,
  command('LinkTo', {
    to: z.enum(['contract', 'clause', 'bargaining-case', 'dispute', 'consultation']),
    id: Id,
    contract: Id.optional(),
  }),
  command('ArchiveDispute', archiving),
  command('RecomputeDeadlines', {}),
  command('Void', { reason: Text, duplicateOf: Id.optional() }),
  ...corrections,
  ...plainCorrectionCommands,
]);
export type DisputeCommand = z.infer<typeof DisputeCommand>;
