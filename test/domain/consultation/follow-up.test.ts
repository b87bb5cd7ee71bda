import { describe, expect, it } from 'vitest';
import type { ConsultationCommand } from '../../../domain/consultation/commands.ts';
import { consultation } from '../../../domain/consultation/decider.ts';
import type { ConsultationEvent } from '../../../domain/consultation/events.ts';
import { fold, openTo } from '../../../domain/shared/decider.ts';
import {
  after,
  assign,
  assigned,
  discussed,
  done,
  issued,
  notDone,
  overdue,
  progress,
  reportAtNext,
  resolved,
  story,
  strike,
  withdraw,
} from '../../support/stories/consulting.ts';
import { recorded } from '../../support/stories/given.ts';

describe('the follow-up', () => {
  it('has an owner among the bodies of the meeting and a day, once', () => {
    story(...resolved)
      .when(assign())
      .thenRecordsTypes('FollowUpAssigned');
    story(...issued)
      .when(assign({ owner: { body: 'government' } }))
      .thenRefuses('body-of-the-meeting');
    story(...assigned)
      .when(assign())
      .thenRecords();
    story(...assigned)
      .when(assign({ due: '2026-07-31' }))
      .thenRefuses('assigned-once');
    story(...discussed)
      .when(assign())
      .thenRefuses('resolution-on-record');
  });
  it('is offered step by step, while there is a resolution for it', () => {
    const offered = (past: readonly ConsultationCommand[]): readonly string[] => {
      const menu = openTo(consultation, fold(consultation, recorded(after(...past))));
      const steps = ['AssignFollowUp', 'ExtendFollowUp', 'ReportProgress', 'RecordDone'];
      return [...steps, 'RecordNotDone', 'WithdrawResolution'].filter((one) => menu.includes(one));
    };
    expect(offered(discussed)).toStrictEqual([]);
    expect(offered(issued)).toStrictEqual(['AssignFollowUp', 'WithdrawResolution']);
    const carriedOut = ['ReportProgress', 'RecordDone', 'RecordNotDone', 'WithdrawResolution'];
    expect(offered(assigned)).toStrictEqual(['ExtendFollowUp', ...carriedOut]);
    expect(offered([...assigned, notDone()])).toStrictEqual([
      ...['ReportProgress', 'RecordDone', 'WithdrawResolution'],
    ]);
    expect(offered([...assigned, done()])).toStrictEqual(['ReportProgress', 'RecordNotDone']);
    expect(offered([...assigned, withdraw()])).toStrictEqual([]);
  });
  it('is due on the day of the assignment or later', () => {
    story(...issued)
      .when(assign({ due: '2026-03-24' }))
      .thenRecordsTypes('FollowUpAssigned');
    story(...issued)
      .when(assign({ due: '2026-03-23' }))
      .thenRefuses('due-after-assignment');
    story(...issued)
      .when(assign({ on: '2026-03-15' }))
      .thenRefuses('days-run-forward');
  });
  it('is reported on as it goes', () => {
    story(...issued)
      .when(progress())
      .thenRefuses('assigned-first');
    story(...assigned)
      .when(progress())
      .thenRecordsTypes('ProgressReported');
    story(...assigned, progress())
      .when(progress())
      .thenRecords();
    story(...assigned, progress())
      .when(progress({ note: '已签合同 80 份' }))
      .thenRecordsTypes('ProgressReported');
  });
  it('is done, or not done with a reason; each is said once', () => {
    story(...issued)
      .when(done())
      .thenRefuses('assigned-first');
    story(...assigned, done())
      .when(done())
      .thenRecords();
    story(...assigned, done())
      .when(done({ on: '2026-06-29' }))
      .thenRefuses('done-once');
    story(...assigned, notDone())
      .when(notDone())
      .thenRecords();
    story(...assigned, notDone())
      .when(notDone({ because: '另有安排' }))
      .thenRefuses('done-once');
    story(...assigned)
      .when(done({ on: '2026-03-15' }))
      .thenRefuses('days-run-forward');
  });
  it('may be done after it was given up, and turn out not to be done after all', () => {
    story(...assigned, notDone())
      .when(done({ on: '2026-08-03' }))
      .thenRecordsTypes('FollowUpDone');
    story(...assigned, done())
      .when(notDone({ on: '2026-08-03' }))
      .thenRecordsTypes('FollowUpNotDone');
  });
});

describe('the clock', () => {
  it('finds it overdue the day after its day in the place, not on it', () => {
    story(...assigned)
      .when(overdue(), '2026-06-30T15:59:59.999Z')
      .thenRefuses('clock-must-run');
    story(...assigned)
      .when(overdue(), '2026-06-30T16:00:00.000Z')
      .thenRecords({ type: 'FollowUpFellOverdue', data: { resolution: 'r1', due: '2026-06-30' } });
  });
  it('says so once, and of nothing that is over', () => {
    story(...assigned, overdue())
      .when(overdue())
      .thenRecords();
    story(...assigned, done({ on: '2026-07-02' }))
      .when(overdue())
      .thenRecords();
    story(...assigned, notDone())
      .when(overdue())
      .thenRecords();
    story(...issued)
      .when(overdue())
      .thenRefuses('clock-must-run');
    story(...issued)
      .when(overdue('r9'))
      .thenRefuses('resolution-on-record');
  });
  it('takes what was done in time and recorded later', () =>
    story(...assigned, overdue())
      .when(done())
      .thenRecordsTypes('FollowUpDone'));
});

describe('a withdrawn resolution', () => {
  it('is waited for no more', () => {
    story(...assigned)
      .when(withdraw())
      .thenRecordsTypes('ResolutionWithdrawn');
    story(...assigned, withdraw())
      .when(withdraw())
      .thenRecords();
    story(...assigned, withdraw())
      .when(done())
      .thenRefuses('withdrawn-is-over');
    story(...issued, withdraw())
      .when(assign({ on: '2026-05-04' }))
      .thenRefuses('withdrawn-is-over');
    story(...assigned, withdraw())
      .when(withdraw({ because: '其他' }))
      .thenRefuses('withdrawn-is-over');
    story(...assigned, withdraw())
      .when(overdue())
      .thenRecords();
  });
  it('was not done before', () =>
    story(...assigned, done())
      .when(withdraw({ on: '2026-07-01' }))
      .thenRefuses('done-once'));
});

describe('the report at the next meeting', () => {
  const underWay = reportAtNext({ standing: 'under-way' });
  const failed = reportAtNext({ standing: 'not-done', because: '经费' });
  const reported = ({ data }: ConsultationCommand) =>
    ({ type: 'ReportedAtNext', data }) as ConsultationEvent;

  it('says that it was done, and since when', () => {
    story(...assigned)
      .when(reportAtNext())
      .thenRecords(reported(reportAtNext()), {
        type: 'FollowUpDone',
        data: { resolution: 'r1', on: '2026-06-20', meeting: 'meeting-3' },
      });
    story(...assigned, notDone())
      .when(reportAtNext({ doneOn: '2026-07-20' }))
      .thenRecordsTypes('ReportedAtNext', 'FollowUpDone');
  });
  it('says why it was not', () =>
    story(...assigned)
      .when(failed)
      .thenRecords(reported(failed), {
        type: 'FollowUpNotDone',
        data: { resolution: 'r1', on: '2026-09-15', because: '经费', meeting: 'meeting-3' },
      }));
  it('adds nothing to what is on record but that it was heard', () => {
    story(...assigned, done())
      .when(reportAtNext())
      .thenRecords(reported(reportAtNext()));
    story(...assigned, done())
      .when(failed)
      .thenRecords(reported(failed));
    story(...assigned)
      .when(underWay)
      .thenRecords(reported(underWay));
    story(...issued)
      .when(reportAtNext())
      .thenRecords(reported(reportAtNext()));
  });
  it('is recorded once a meeting, and about a resolution that was there', () => {
    story(...assigned, reportAtNext())
      .when(reportAtNext())
      .thenRecords();
    story(...assigned)
      .when(reportAtNext({ resolution: 'r9' }))
      .thenRefuses('resolution-on-record');
    story(...assigned)
      .when(reportAtNext({ doneOn: undefined }))
      .thenRefuses('say-how-it-stands');
    story(...assigned)
      .when(reportAtNext({ doneOn: '2026-03-15' }))
      .thenRefuses('days-run-forward');
  });
});

it('striking a meeting out stops what its resolutions wait for', () => {
  story(...assigned)
    .when(strike({ duplicateOf: 'meeting-9' }))
    .thenRecords({
      type: 'MeetingVoided',
      data: { reason: '重复录入', duplicateOf: 'meeting-9', stops: ['r1'] },
    });
  story(...assigned, done())
    .when(strike())
    .thenRecords({ type: 'MeetingVoided', data: { reason: '重复录入', stops: [] } });
});
