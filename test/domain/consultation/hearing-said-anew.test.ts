import { describe, expect, it } from 'vitest';
import type { ConsultationCommand } from '../../../domain/consultation/commands.ts';
import { consultation } from '../../../domain/consultation/decider.ts';
import { fold, openTo } from '../../../domain/shared/decider.ts';
import {
  after,
  carrying,
  close,
  convene,
  discuss,
  hear,
  idOf,
  open,
  propose,
  story,
  strike,
  table,
} from '../../support/stories/consulting.ts';
import { recorded } from '../../support/stories/given.ts';

type Commands = readonly ConsultationCommand[];
const reason = '会议记录核对';

const anew = (past: Commands, { data }: ConsultationCommand): ConsultationCommand =>
  ({
    type: 'CorrectLastResolutionHearing',
    data: { ...data, corrects: idOf(past, 'LastResolutionHeard'), reason },
  }) as ConsultationCommand;
const takeBack = (past: Commands): ConsultationCommand => ({
  type: 'TakeBackLastResolutionHearing',
  data: { takesBack: idOf(past, 'LastResolutionHeard'), reason },
});

describe('what was heard of the last meeting', () => {
  const past = [carrying, propose(), table(), open(), hear()];
  const late = { on: '2026-03-18' };
  const over = [...past, discuss({ on: '2026-03-17' })];

  it('is said anew about the same resolution, and the same again records nothing', () => {
    const correct = anew(past, hear({ standing: 'done', doneOn: '2026-03-01' }));
    story(...past)
      .when(correct)
      .thenRecords({
        type: 'LastResolutionHearingCorrected',
        data: {
          corrects: idOf(past, 'LastResolutionHeard'),
          reason,
          resolution: 'r0',
          on: '2026-03-16',
          standing: 'done',
          doneOn: '2026-03-01',
          previous: 'meeting-1',
        },
      });
    story(...past, correct)
      .when(correct)
      .thenRecords();
    story(...past)
      .when(anew(past, hear({ resolution: 'r9' })))
      .thenRefuses('corrects-a-fact');
    story(...past)
      .when(anew(past, hear({ standing: 'done' })))
      .thenRefuses('say-how-it-stands');
  });
  it('was heard between the opening and whatever was discussed, also where it is taken down first', () => {
    const on = (day: string) => story(...over).when(anew(over, hear({ on: day })));
    on('2026-03-15').thenRefuses('days-run-forward');
    on('2026-03-17').thenRecordsTypes('LastResolutionHearingCorrected');
    on('2026-03-18').thenRefuses('days-run-forward');
    const heard = [carrying, propose(), table(), open(), hear({ on: '2026-03-17' })];
    story(...heard)
      .when(discuss({ on: '2026-03-16' }))
      .thenRefuses('days-run-forward');
    story(...heard)
      .when(discuss({ on: '2026-03-17' }))
      .thenRecordsTypes('ItemDiscussed');
  });
  it('was heard by the closing, which moves no further than that', () => {
    const heard = [carrying, open(), hear({ on: '2026-03-17' })];
    story(...heard)
      .when(close('2026-03-16'))
      .thenRefuses('days-run-forward');
    const closed = [...heard, close('2026-03-17')];
    story(...closed)
      .when(anew(closed, hear(late)))
      .thenRefuses('days-run-forward');
    const corrects = idOf(closed, 'MeetingClosed');
    const closing = (on: string): ConsultationCommand => ({
      type: 'CorrectClosing',
      data: { corrects, reason, on },
    });
    story(...closed)
      .when(closing('2026-03-16'))
      .thenRefuses('days-run-forward');
    story(...closed)
      .when(closing('2026-03-18'))
      .thenRecordsTypes('ClosingCorrected');
  });
  it('that never was is heard anew, or carried no more', () => {
    const back = takeBack(past);
    story(...past)
      .when(back)
      .thenRecords({
        type: 'LastResolutionHearingTakenBack',
        data: {
          takesBack: [idOf(past, 'LastResolutionHeard')],
          reason,
          resolution: 'r0',
          previous: 'meeting-1',
        },
      });
    story(...past, back)
      .when(back)
      .thenRecords();
    story(...past, back)
      .when(discuss())
      .thenRefuses('last-meeting-first');
    story(...past, back)
      .when(hear({ standing: 'not-done', because: '经费' }))
      .thenRecordsTypes('LastResolutionHeard');
    story(...past, back)
      .when(anew(past, hear({ standing: 'done', doneOn: '2026-03-01' })))
      .thenRefuses('corrects-a-fact');
    const notice = { ...convene().data, corrects: idOf(past, 'MeetingConvened'), reason };
    const correct = { type: 'CorrectConvening', data: notice } as ConsultationCommand;
    story(...past)
      .when(correct)
      .thenRefuses('carried-from-a-meeting');
    story(...past, back)
      .when(correct)
      .thenRecordsTypes('ConveningCorrected');
  });
  it('is heard anew of a meeting that has closed, on a day of it', () => {
    const closed = [carrying, open(), hear(), close()];
    const back = [...closed, takeBack(closed)];
    story(...back)
      .when(hear())
      .thenRecordsTypes('LastResolutionHeard');
    story(...back)
      .when(hear({ on: '2026-03-17' }))
      .thenRefuses('days-run-forward');
    story(...closed)
      .when(hear({ on: '2026-03-17' }))
      .thenRefuses('heard-once');
    const menu = (past: Commands) =>
      openTo(consultation, fold(consultation, recorded(after(...past))));
    expect(menu(closed)).not.toContain('HearLastResolution');
    expect(menu(back)).toContain('HearLastResolution');
    expect(menu([carrying, open()])).toContain('HearLastResolution');
    expect(menu([carrying, open(), hear()])).not.toContain('HearLastResolution');
  });
  it('is told by the meeting that is struck out', () =>
    story(...past)
      .when(strike())
      .thenRecords({
        type: 'MeetingVoided',
        data: { reason: '重复录入', stops: [], previous: 'meeting-1', heard: ['r0'] },
      }));
});
