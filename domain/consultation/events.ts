import { z } from 'zod';
import { correction, event, takingBack } from '../shared/message.ts';
import { Day, Id } from '../shared/values.ts';
import * as said from './particulars.ts';

// These shapes are on disk for ever: add an optional field or a new type, never change one.

export const ConsultationEvent = z.discriminatedUnion('type', [
  event('MeetingConvened', said.convening),
  event('MeetingCalledOff', said.callingOff),
  event('ItemProposed', said.proposal),
  event('ItemScreened', said.screening),
  event('ItemApproved', said.approval),
  event('ItemResearched', said.research),
  event('ItemTabled', said.tabling),
  event('ItemDropped', said.dropping),
  event('MeetingOpened', said.opening),
  /** What became of a resolution of the meeting before, heard at the opening of this one. */
  event('LastResolutionHeard', { ...said.hearing, previous: Id }),
  event('ItemDiscussed', said.discussion),
  event('ItemResolved', said.resolution),
  event('ItemDeferred', said.deferral),
  event('ItemRemitted', said.remittal),
  event('MeetingClosed', said.closing),
  event('MinutesDrawnUp', said.minutes),
  event('MinutesSigned', said.signature),
  event('JointDocumentIssued', said.issue),
  event('ReportedUpward', said.upward),
  event('FollowUpAssigned', said.assignment),
  event('FollowUpExtended', said.extension),
  event('ProgressReported', said.progress),
  event('FollowUpDone', { ...said.completion, ...said.ended }),
  event('FollowUpNotDone', { ...said.failure, ...said.ended }),
  event('FollowUpFellOverdue', { resolution: Id, due: Day }),
  event('ResolutionWithdrawn', said.withdrawal),
  event('ReportedAtNext', said.reportedAtNext),
  /**
   * `stops` are the resolutions whose follow-up nobody waits for any more; of the meeting before it
   * heard a report on those in `heard`, which never was.
   */
  event('MeetingVoided', {
    ...said.ending,
    stops: z.array(Id),
    previous: Id.optional(),
    heard: z.array(Id).optional(),
  }),
  correction('ConveningCorrected', said.convening),
  correction('OpeningCorrected', said.opening),
  correction('ResolutionCorrected', said.resolution),
  correction('AssignmentCorrected', said.assignment),
  correction('FollowUpExtensionCorrected', said.extension),
  correction('CompletionCorrected', { ...said.completion, ...said.ended }),
  correction('FailureCorrected', { ...said.failure, ...said.ended }),
  correction('ItemProposalCorrected', said.proposal),
  correction('ScreeningCorrected', said.screening),
  correction('ApprovalCorrected', said.approval),
  correction('ResearchCorrected', said.research),
  correction('TablingCorrected', said.tabling),
  correction('DroppingCorrected', said.dropping),
  correction('DiscussionCorrected', said.discussion),
  correction('DeferralCorrected', said.deferral),
  correction('RemittalCorrected', said.remittal),
  correction('CallingOffCorrected', said.callingOff),
  correction('ClosingCorrected', said.closing),
  correction('MinutesCorrected', said.minutes),
  correction('MinutesSignatureCorrected', said.signature),
  correction('JointDocumentCorrected', said.issue),
  correction('UpwardReportCorrected', said.upward),
  correction('ProgressCorrected', said.progress),
  correction('ResolutionWithdrawalCorrected', said.withdrawal),
  correction('LastResolutionHearingCorrected', { ...said.hearing, previous: Id }),
  takingBack('LastResolutionHearingTakenBack', { resolution: Id, previous: Id }),
  correction('ReportAtNextCorrected', said.reportedAtNext),
  takingBack('ReportAtNextTakenBack', { resolution: Id, meeting: Id }),
  /** What a report had ended; `end` is how it ended without that, and since when where that is done. */
  takingBack('FollowUpEndTakenBack', {
    resolution: Id,
    end: z.enum(['done', 'not-done', 'withdrawn']).optional(),
    doneOn: Day.optional(),
  }),
]);
export type ConsultationEvent = z.infer<typeof ConsultationEvent>;
