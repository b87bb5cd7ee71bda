import { describe, expect, it } from 'vitest';
import type { ConsultationCommand } from '../../../domain/consultation/commands.ts';
import { consultation } from '../../../domain/consultation/decider.ts';
import { fold } from '../../../domain/shared/decider.ts';
import { recorded } from '../../support/stories/given.ts';
import {
  after,
  assign,
  assigned,
  done,
  everyone,
  idOf,
  issued,
  overdue,
  story,
  withdraw,
} from '../../support/stories/consulting.ts';

type Asked = Extract<ConsultationCommand, { type: 'ExtendFollowUp' }>['data'];
const asked = (over: Partial<Asked>): Asked => ({
  resolution: 'r1',
  on: '2026-06-20',
  until: '2026-09-30',
  because: '资金下达延后',
  consenting: [...everyone],
  ...over,
});
const extend = (over: Partial<Asked> = {}): ConsultationCommand => ({
  type: 'ExtendFollowUp',
  data: asked(over),
});
const correct = (
  before: readonly ConsultationCommand[],
  over: Partial<Asked> = {},
): ConsultationCommand => ({
  type: 'CorrectFollowUpExtension',
  data: { ...asked(over), corrects: idOf(before, 'FollowUpExtended'), reason: '录入有误' },
});
const dueAfter = (...commands: readonly ConsultationCommand[]) =>
  fold(consultation, recorded(after(...commands))).resolutions.r1?.due;

describe('more time for a resolution', () => {
  it('is given by the forum, with the reason, to a later day', () => {
    expect(dueAfter(...assigned, extend())).toBe('2026-09-30');
    story(...assigned, extend())
      .when(extend())
      .thenRecords();
    story(...assigned)
      .when(extend({ consenting: everyone.slice(1) }))
      .thenRefuses('by-consensus');
  });
  it('on its last day still, the day after no more', () => {
    story(...assigned)
      .when(extend({ on: '2026-06-30' }))
      .thenRecordsTypes('FollowUpExtended');
    story(...assigned)
      .when(extend({ on: '2026-07-01' }))
      .thenRefuses('extend-in-time');
    story(...assigned)
      .when(extend({ until: '2026-06-30' }))
      .thenRefuses('extend-in-time');
    story(...assigned)
      .when(extend({ on: '2026-03-15' }))
      .thenRefuses('days-run-forward');
  });
  it('is not given to what has no day, is done or was withdrawn', () => {
    story(...issued)
      .when(extend())
      .thenRefuses('assigned-first');
    story(...assigned, done({ on: '2026-06-10' }))
      .when(extend())
      .thenRefuses('done-once');
    story(...assigned, withdraw())
      .when(extend())
      .thenRefuses('withdrawn-is-over');
  });
  it('keeps the clock from ringing on the old day, but not on the new one', () => {
    story(...assigned, extend())
      .when(overdue(), '2026-07-02T01:00:00.000Z')
      .thenRefuses('clock-must-run');
    story(...assigned, extend())
      .when(overdue(), '2026-10-01T01:00:00.000Z')
      .thenRecords({ type: 'FollowUpFellOverdue', data: { resolution: 'r1', due: '2026-09-30' } });
  });
  it('that was given last is corrected; the assignment before it is not', () => {
    const once = [...assigned, extend()];
    expect(dueAfter(...once, correct(once, { until: '2026-08-31' }))).toBe('2026-08-31');
    const again = extend({ on: '2026-09-01', until: '2026-12-31' });
    story(...once, again)
      .when(correct(once, { until: '2026-08-31' }))
      .thenRefuses('extended-since');
    story(...once)
      .when({
        type: 'CorrectAssignment',
        data: {
          ...(assign().data as Extract<ConsultationCommand, { type: 'AssignFollowUp' }>['data']),
          due: '2026-07-31',
          corrects: idOf(assigned, 'FollowUpAssigned'),
          reason: '录入有误',
        },
      })
      .thenRefuses('extended-since');
    story(...once)
      .when(correct(once, { on: '2026-12-31' }))
      .thenRefuses('extend-in-time');
  });
});
