import { describe, it } from 'vitest';
import { bargainingCase } from '../../../domain/bargaining-case/decider.ts';
import type { BargainingEvent } from '../../../domain/bargaining-case/events.ts';
import { after, end, offered, prepare, story } from '../../support/stories/bargaining.ts';
import { given } from '../../support/stories/given.ts';

const recompute = { type: 'RecomputeDeadlines', data: {} } as const;
const overdue = { type: 'RecordReplyOverdue', data: { offer: 'offer-1' } } as const;

/** The same story, its reply counted by a calendar that was not yet published. */
const counted = (due: string): BargainingEvent[] =>
  after(...offered).map((fact) =>
    fact.type === 'OfferReceived' && fact.data.reply
      ? {
          ...fact,
          data: {
            ...fact.data,
            reply: {
              ...fact.data.reply,
              due,
              calendar: 'provisional',
              calendarVersion: 'CN-2025a',
            },
          },
        }
      : fact,
  );
const moved = {
  type: 'DeadlineRecomputed',
  data: {
    clock: 'reply:offer-1',
    deadline: {
      rule: 'reply',
      from: '2026-03-03',
      due: '2026-03-23',
      period: '20 days',
      article: '集体合同规定 Art 32',
      calendar: 'final',
      calendarVersion: 'CN-2026a',
    },
  },
} as const;

describe('when a calendar is published', () => {
  it('running clocks are counted by it, and what stays the same is not said again', () => {
    given(bargainingCase, ...counted('2026-03-20'))
      .when(recompute)
      .thenRecords(moved);
    given(bargainingCase, ...counted('2026-03-20'), moved)
      .when(recompute)
      .thenRecords();
    story(...offered)
      .when(recompute)
      .thenRecords();
    story(prepare()).when(recompute).thenRecords();
    story(...offered, end())
      .when(recompute)
      .thenRecords();
    story().when(recompute).thenRefuses('not-now');
  });
  it('the reply is due on the new day', () => {
    const due = {
      type: 'ReplyFellOverdue',
      data: { offer: 'offer-1', due: '2026-03-23' },
    } as const;
    given(bargainingCase, ...counted('2026-03-20'), moved)
      .when(overdue)
      .thenRecords(due);
  });
  it('a reply that is not late any more is taken back from the overdue', () => {
    const lapsed: BargainingEvent = {
      type: 'ReplyFellOverdue',
      data: { offer: 'offer-1', due: '2026-03-20' },
    };
    const past = [...counted('2026-03-20'), lapsed];
    given(bargainingCase, ...past)
      .when(recompute, '2026-03-23T15:59:59.999Z')
      .thenRecords(moved, {
        type: 'OverdueTakenBack',
        data: { offer: 'offer-1', because: 'calendar' },
      });
    given(bargainingCase, ...past)
      .when(recompute, '2026-03-23T16:00:00.000Z')
      .thenRecords(moved);
  });
});
