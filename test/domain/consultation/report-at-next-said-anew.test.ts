import { describe, expect, it } from 'vitest';
import type { ConsultationCommand } from '../../../domain/consultation/commands.ts';
import { resolutions } from '../../../projections/consultation/resolutions.ts';
import {
  after,
  assigned,
  correctReport,
  done,
  idOf,
  notDone,
  reportAtNext,
  story,
  strike,
  takeReportBack,
  withdraw,
} from '../../support/stories/consulting.ts';
import { rowsAfter } from '../../support/stories/row-after.ts';

type Commands = readonly ConsultationCommand[];
const reason = '会议记录核对';

describe('the report that was heard at the next meeting', () => {
  const underWay = { standing: 'under-way' } as const;
  const failed = { standing: 'not-done', because: '经费' } as const;
  const later = 'meeting-4';
  const types = (...commands: Commands) => after(...commands).map(({ type }) => type);
  const recorded = (...commands: Commands) => types(...commands).slice(after(...assigned).length);
  const row = (...commands: Commands) => rowsAfter(resolutions, after(...commands)).get('c1/r1');
  const told = (past: Commands, command: ConsultationCommand) => ({
    recorded: types(...past, command).slice(after(...past).length),
    row: row(...past, command),
  });

  it('ends it on another day, in its own place', () => {
    const past = [...assigned, reportAtNext()];
    const correct = correctReport({ standing: 'done', doneOn: '2026-07-20' });
    story(...past)
      .when(correct)
      .thenRecords(
        {
          type: 'ReportAtNextCorrected',
          data: {
            corrects: idOf(past, 'ReportedAtNext'),
            reason,
            ...{ resolution: 'r1', meeting: 'meeting-3', on: '2026-09-15' },
            ...{ standing: 'done', doneOn: '2026-07-20' },
          },
        },
        {
          type: 'CompletionCorrected',
          data: {
            corrects: idOf(past, 'FollowUpDone'),
            ...{ reason, resolution: 'r1', on: '2026-07-20', meeting: 'meeting-3' },
          },
        },
      );
    story(...past, correct)
      .when(correct)
      .thenRecords();
    expect(row(...past, correct)).toMatchObject({ status: 'done', done_on: '2026-07-20' });
  });
  it('on another day, which changes nothing of its end', () => {
    const past = [...assigned, reportAtNext()];
    const correct = correctReport({ standing: 'done', doneOn: '2026-06-20', on: '2026-09-14' });
    expect(told(past, correct)).toMatchObject({
      recorded: ['ReportAtNextCorrected'],
      row: { reported_on: '2026-09-14', done_on: '2026-06-20' },
    });
  });
  it('does not end it after all, and it stands as it did before', () => {
    const past = [...assigned, notDone(), reportAtNext({ standing: 'done', doneOn: '2026-07-20' })];
    expect(row(...past)).toMatchObject({ status: 'done' });
    story(...past)
      .when(takeReportBack())
      .thenRecords(
        {
          type: 'ReportAtNextTakenBack',
          data: {
            takesBack: [idOf(past, 'ReportedAtNext')],
            ...{ reason, resolution: 'r1', meeting: 'meeting-3' },
          },
        },
        {
          type: 'FollowUpEndTakenBack',
          data: {
            takesBack: [idOf(past, 'FollowUpDone')],
            ...{ reason, resolution: 'r1', end: 'not-done' },
          },
        },
      );
    story(...past, takeReportBack())
      .when(takeReportBack())
      .thenRecords();
    expect(row(...past, takeReportBack())).toMatchObject({
      ...{ status: 'not-done', because: '经费未落实', reported_at: null, reported_on: null },
    });
    story(...assigned)
      .when(takeReportBack())
      .thenRecords();
  });
  it('ends it in another way', () => {
    const past = [...assigned, reportAtNext()];
    const { row: now, recorded: what } = told(past, correctReport(failed));
    expect(what).toStrictEqual([
      'ReportAtNextCorrected',
      'FollowUpEndTakenBack',
      'FollowUpNotDone',
    ]);
    expect(now).toMatchObject({ status: 'not-done', because: '经费', done_on: null });
  });
  it('that said nothing of an end may say one', () => {
    const past = [...assigned, reportAtNext(underWay)];
    const { row: now, recorded: what } = told(past, correctReport());
    expect(what).toStrictEqual(['ReportAtNextCorrected', 'FollowUpDone']);
    expect(now).toMatchObject({ status: 'done', done_on: '2026-06-20' });
  });
  it('leaves what somebody recorded since', () => {
    const since = [...assigned, reportAtNext(failed), done({ on: '2026-10-08' })];
    const { row: now, recorded: what } = told(since, correctReport(underWay));
    expect(what).toStrictEqual(['ReportAtNextCorrected', 'FollowUpEndTakenBack']);
    expect(now).toMatchObject({ status: 'done', done_on: '2026-10-08' });
    const withdrawn = [...assigned, reportAtNext(underWay), withdraw({ on: '2026-10-08' })];
    const { row: after, recorded: said } = told(withdrawn, correctReport());
    expect(said).toStrictEqual(['ReportAtNextCorrected']);
    expect(after).toMatchObject({ status: 'withdrawn' });
  });
  it('that is none leaves the end to the report of another meeting', () => {
    const twice = [...assigned, reportAtNext(), reportAtNext({ meeting: later })];
    expect(recorded(...twice)).toStrictEqual(['ReportedAtNext', 'FollowUpDone', 'ReportedAtNext']);
    const { row: now, recorded: what } = told(twice, takeReportBack());
    expect(what).toStrictEqual(['ReportAtNextTakenBack', 'FollowUpEndTakenBack', 'FollowUpDone']);
    expect(now).toMatchObject({ status: 'done', reported_at: later });
    const { row: still } = told([...twice, takeReportBack()], takeReportBack(later));
    expect(still).toMatchObject({ status: 'assigned', reported_at: null });
  });
  it('that was refused is recorded as it is said now, and none of what is struck out', () => {
    story(...assigned)
      .when(correctReport())
      .thenRecordsTypes('ReportedAtNext', 'FollowUpDone');
    const struck = story(...assigned, strike());
    struck.when(correctReport()).thenRecords();
    struck.when(takeReportBack()).thenRecords();
    story(...assigned, reportAtNext())
      .when(correctReport({ standing: 'done', doneOn: '2026-03-15' }))
      .thenRefuses('days-run-forward');
  });
  it('says which meeting it was known by, also where its end is corrected by hand', () => {
    const past = [...assigned, reportAtNext()];
    const corrects = idOf(past, 'FollowUpDone');
    const data = { resolution: 'r1', on: '2026-06-21' };
    const correct = { type: 'CorrectCompletion', data: { corrects, reason, ...data } } as const;
    story(...past)
      .when(correct)
      .thenRecords({
        type: 'CompletionCorrected',
        data: { corrects, reason, ...data, meeting: 'meeting-3' },
      });
    expect(row(...past, correct, takeReportBack())).toMatchObject({ status: 'assigned' });
  });
});
