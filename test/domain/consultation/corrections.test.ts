import { describe, it } from 'vitest';
import type { ConsultationCommand } from '../../../domain/consultation/commands.ts';
import {
  assign,
  assigned,
  callOff,
  carrying,
  close,
  convene,
  conveneJoint,
  discuss,
  discussed,
  done,
  everyone,
  hear,
  idOf,
  issued,
  minuted,
  notDone,
  open,
  opened,
  overdue,
  propose,
  resolve,
  resolved,
  sign,
  story,
} from '../../support/stories/consulting.ts';

type Commands = readonly ConsultationCommand[];
type Correcting = Extract<ConsultationCommand['type'], `Correct${string}`>;

/** The command that says a command anew in the place of an event. */
const correct = (
  type: Correcting,
  corrects: string,
  { data }: ConsultationCommand,
): ConsultationCommand =>
  ({ type, data: { ...data, corrects, reason: '录入有误' } }) as ConsultationCommand;

const notice = (past: Commands, anew: ConsultationCommand) =>
  correct('CorrectConvening', idOf(past, 'MeetingConvened'), anew);
const opening = (past: Commands, anew: ConsultationCommand) =>
  correct('CorrectOpening', idOf(past, 'MeetingOpened'), anew);
const resolution = (past: Commands, anew: ConsultationCommand) =>
  correct('CorrectResolution', idOf(past, 'ItemResolved'), anew);
const assignment = (past: Commands, anew: ConsultationCommand) =>
  correct('CorrectAssignment', idOf(past, 'FollowUpAssigned'), anew);
const three = everyone.slice(0, 3);

describe('the notice', () => {
  it('is said anew in every phase, and the same again records nothing', () => {
    story(convene(), callOff)
      .when(notice([convene()], convene({ level: 'county' })))
      .thenRecordsTypes('ConveningCorrected');
    const again = notice(issued, convene({ level: 'county' }));
    story(...issued)
      .when(again)
      .thenRecordsTypes('ConveningCorrected');
    story(...issued, again)
      .when(again)
      .thenRecords();
  });
  it('stays of its forum', () =>
    story(convene())
      .when(notice([convene()], conveneJoint()))
      .thenRefuses('corrects-a-fact'));
  it('seats everyone who acted', () => {
    const { seats } = (convene() as Extract<ConsultationCommand, { type: 'ConveneMeeting' }>).data;
    story(convene(), propose())
      .when(notice([convene()], convene({ seats: seats.slice(0, 3) })))
      .thenRecordsTypes('ConveningCorrected');
    story(convene(), propose({ by: 'industry-federation' }))
      .when(notice([convene()], convene({ seats: seats.slice(0, 3) })))
      .thenRefuses('body-of-the-meeting');
  });
  it('carries what was heard, and comes before the opening', () => {
    const past = [carrying, open(), hear()];
    story(...past)
      .when(notice(past, convene({ previous: 'meeting-1' })))
      .thenRefuses('carried-from-a-meeting');
    story(...past)
      .when(notice(past, convene({ previous: 'meeting-0', carried: ['r0'] })))
      .thenRefuses('carried-from-a-meeting');
    story(...past)
      .when(notice(past, convene({ previous: 'meeting-1', carried: ['r0', 'r00'] })))
      .thenRecordsTypes('ConveningCorrected');
    story(...opened)
      .when(notice(opened, convene({ on: '2026-03-17', meetsOn: '2026-03-20' })))
      .thenRefuses('days-run-forward');
  });
});

describe('who was there', () => {
  it('is said anew, as long as what was resolved and signed holds', () => {
    story(...discussed)
      .when(opening(discussed, open({ present: ['union'] })))
      .thenRecordsTypes('OpeningCorrected');
    story(...resolved)
      .when(opening(resolved, open({ present: ['union'] })))
      .thenRefuses('every-party-present');
    story(...resolved)
      .when(opening(resolved, open({ present: three })))
      .thenRecordsTypes('OpeningCorrected');
    const past = [...minuted, sign('industry-federation')];
    story(...past)
      .when(opening(past, open({ present: three })))
      .thenRefuses('present-bodies-sign');
  });
  it('adds a body once the resolution has its consent', () => {
    const past = [...opened.slice(0, 3), open({ present: three }), discussed[4] ?? open()];
    const narrow = [...past, resolve({ consenting: three })];
    story(...narrow)
      .when(opening(narrow, open()))
      .thenRefuses('by-consensus');
    story(...narrow, resolution(narrow, resolve()))
      .when(opening(narrow, open()))
      .thenRecordsTypes('OpeningCorrected');
  });
  it('lies between the notice and what followed', () => {
    story(...resolved)
      .when(opening(resolved, open({ on: '2026-03-17' })))
      .thenRefuses('days-run-forward');
    story(...resolved, close())
      .when(opening(resolved, open({ on: '2026-03-15' })))
      .thenRecordsTypes('OpeningCorrected');
  });
  it('was there when the last resolutions were heard and the items discussed', () => {
    const reopened = (past: Commands, on: string) =>
      story(...past).when(opening(past, open({ on })));
    reopened(discussed, '2026-03-16').thenRecords();
    reopened(discussed, '2026-03-17').thenRefuses('days-run-forward');
    const later = [...opened, discuss({ on: '2026-03-17' })];
    reopened(later, '2026-03-17').thenRecordsTypes('OpeningCorrected');
    reopened(later, '2026-03-18').thenRefuses('days-run-forward');
    const heard = [carrying, open(), hear({ on: '2026-03-17' })];
    reopened(heard, '2026-03-17').thenRecordsTypes('OpeningCorrected');
    reopened(heard, '2026-03-18').thenRefuses('days-run-forward');
    reopened(opened, '2026-03-18').thenRecordsTypes('OpeningCorrected');
  });
});

describe('a resolution', () => {
  it('is worded anew, about the same item', () => {
    story(...resolved)
      .when(resolution(resolved, resolve({ text: '联合开展行业性集体协商' })))
      .thenRecordsTypes('ResolutionCorrected');
    story(...resolved, propose({ item: 'i2' }))
      .when(resolution(resolved, resolve({ item: 'i2' })))
      .thenRefuses('corrects-a-fact');
    story(...resolved)
      .when(resolution(resolved, resolve({ on: '2026-03-15' })))
      .thenRefuses('days-run-forward');
  });
});

describe('the owner and the day', () => {
  it('are said anew', () => {
    const later = assignment(assigned, assign({ due: '2026-09-30' }));
    story(...assigned)
      .when(later)
      .thenRecordsTypes('AssignmentCorrected');
    story(...assigned, later)
      .when(later)
      .thenRecords();
    story(...assigned, overdue(), later)
      .when(overdue())
      .thenRecords({ type: 'FollowUpFellOverdue', data: { resolution: 'r1', due: '2026-09-30' } });
    story(...assigned)
      .when(assignment(assigned, assign({ due: '2026-03-23' })))
      .thenRefuses('due-after-assignment');
    story(...assigned)
      .when(assignment(assigned, assign({ owner: { body: 'government' } })))
      .thenRefuses('body-of-the-meeting');
  });
});

describe('the end of a follow-up', () => {
  it('has another day, or another reason', () => {
    const past = [...assigned, done()];
    story(...past)
      .when(correct('CorrectCompletion', idOf(past, 'FollowUpDone'), done({ on: '2026-07-01' })))
      .thenRecordsTypes('CompletionCorrected');
    story(...past)
      .when(correct('CorrectCompletion', idOf(past, 'FollowUpDone'), done({ on: '2026-03-15' })))
      .thenRefuses('days-run-forward');
    const failed = [...assigned, notDone()];
    const anew = correct(
      'CorrectFailure',
      idOf(failed, 'FollowUpNotDone'),
      notDone({ because: '人员未到位' }),
    );
    story(...failed)
      .when(anew)
      .thenRecordsTypes('FailureCorrected');
    story(...failed, anew)
      .when(anew)
      .thenRecords();
  });
  it('is the one that stands', () => {
    const past = [...assigned, notDone(), done({ on: '2026-08-03' })];
    story(...past)
      .when(correct('CorrectFailure', idOf(past, 'FollowUpNotDone'), notDone({ because: '其他' })))
      .thenRefuses('corrects-a-fact');
  });
  it('is of the fact that is named', () =>
    story(...assigned, done())
      .when(correct('CorrectCompletion', 'fact-0', done({ on: '2026-07-01' })))
      .thenRefuses('corrects-a-fact'));
});
