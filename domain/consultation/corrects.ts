import type { Corrects } from '../shared/decider.ts';
import type { ConsultationCommand } from './commands.ts';
import type { ConsultationEvent } from './events.ts';

/** Of which fact each correction, or taking back, is: it names one of that kind by its event id. */
export const corrects: Corrects<ConsultationCommand, ConsultationEvent> = {
  CorrectConvening: 'MeetingConvened',
  CorrectOpening: 'MeetingOpened',
  CorrectResolution: 'ItemResolved',
  CorrectAssignment: 'FollowUpAssigned',
  CorrectFollowUpExtension: 'FollowUpExtended',
  CorrectCompletion: 'FollowUpDone',
  CorrectFailure: 'FollowUpNotDone',
  CorrectItemProposal: 'ItemProposed',
  CorrectScreening: 'ItemScreened',
  CorrectApproval: 'ItemApproved',
  CorrectResearch: 'ItemResearched',
  CorrectTabling: 'ItemTabled',
  CorrectDropping: 'ItemDropped',
  CorrectDiscussion: 'ItemDiscussed',
  CorrectDeferral: 'ItemDeferred',
  CorrectRemittal: 'ItemRemitted',
  CorrectCallingOff: 'MeetingCalledOff',
  CorrectClosing: 'MeetingClosed',
  CorrectMinutes: 'MinutesDrawnUp',
  CorrectMinutesSignature: 'MinutesSigned',
  CorrectJointDocument: 'JointDocumentIssued',
  CorrectUpwardReport: 'ReportedUpward',
  CorrectProgress: 'ProgressReported',
  CorrectResolutionWithdrawal: 'ResolutionWithdrawn',
  CorrectLastResolutionHearing: 'LastResolutionHeard',
  TakeBackLastResolutionHearing: 'LastResolutionHeard',
};
