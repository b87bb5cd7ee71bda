import { z } from 'zod';
import { command, correct } from '../shared/message.ts';
import { Day, Id, Text } from '../shared/values.ts';
import * as said from './particulars.ts';

const { to: _, ...upward } = said.upward;
const { standing, on, doneOn, because } = said.hearing;

export const ConsultationCommand = z.discriminatedUnion('type', [
  command('ConveneMeeting', said.convening),
  command('CallOffMeeting', { on: Day, because: Text }),
  command('ProposeItem', said.proposal),
  command('ScreenItem', said.screening),
  command('ApproveItem', said.approval),
  command('RecordResearch', said.research),
  command('TableItem', said.tabling),
  command('DropItem', said.dropping),
  command('OpenMeeting', said.opening),
  command('HearLastResolution', said.hearing),
  command('DiscussItem', said.discussion),
  command('ResolveItem', said.resolution),
  command('DeferItem', said.deferral),
  command('RemitItem', said.remittal),
  command('CloseMeeting', { on: Day }),
  command('DrawUpMinutes', said.minutes),
  command('SignMinutes', said.signature),
  command('IssueJointDocument', said.issue),
  command('ReportUpward', upward),
  command('AssignFollowUp', said.assignment),
  command('ExtendFollowUp', said.extension),
  command('ReportProgress', said.progress),
  command('RecordDone', said.completion),
  command('RecordNotDone', said.failure),
  command('RecordFollowUpOverdue', { resolution: Id }),
  command('WithdrawResolution', said.withdrawal),
  command('RecordReportAtNext', { resolution: Id, meeting: Id, on, standing, doneOn, because }),
  command('Void', said.ending),
  correct('CorrectConvening', said.convening),
  correct('CorrectOpening', said.opening),
  correct('CorrectResolution', said.resolution),
  correct('CorrectAssignment', said.assignment),
  correct('CorrectFollowUpExtension', said.extension),
  correct('CorrectCompletion', said.completion),
  correct('CorrectFailure', said.failure),
]);
export type ConsultationCommand = z.infer<typeof ConsultationCommand>;
