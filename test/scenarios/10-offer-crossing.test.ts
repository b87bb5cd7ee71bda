import { describe, expect, it } from 'vitest';
import { offers } from '../../projections/bargaining/offers.ts';
import {
  after,
  consent,
  issue,
  prepare,
  receive,
  refuse,
  stateAfter,
  story,
} from '../support/stories/bargaining.ts';
import { rowsAfter } from '../support/stories/row-after.ts';

/** Both sides issue an offer on one day, with other topics; they arrive two days apart. */
const crossing = [
  prepare(),
  issue({ topics: ['wage-increase'] }),
  issue({ offer: 'offer-2', by: 'employer', topics: ['working-hours'] }),
  receive({ on: '2026-03-03' }),
  receive({ offer: 'offer-2', on: '2026-03-05' }),
];
const overdue = (offer: string) => ({ type: 'RecordReplyOverdue', data: { offer } }) as const;

describe('10. Two offers cross', () => {
  it('in one case, each with its own time to reply from its own receipt', () => {
    const { clocks } = stateAfter(...crossing);
    expect(clocks['reply:offer-1']?.due).toBe('2026-03-23');
    expect(clocks['reply:offer-2']?.due).toBe('2026-03-25');
    story(...crossing)
      .when(overdue('offer-1'), '2026-03-23T16:00:00.000Z')
      .thenRecordsTypes('ReplyFellOverdue');
    story(...crossing)
      .when(overdue('offer-2'), '2026-03-23T16:00:00.000Z')
      .thenRefuses('clock-must-run');
  });
  it('a second offer of the same side does not give the first more time', () => {
    const again = [
      ...crossing,
      issue({ offer: 'offer-3', on: '2026-03-20' }),
      receive({ offer: 'offer-3', on: '2026-03-20' }),
    ];
    const { clocks } = stateAfter(...again);
    expect(clocks['reply:offer-1']?.due).toBe('2026-03-23');
    expect(clocks['reply:offer-3']?.due).toBe('2026-04-09');
  });
  it('one is refused, one is accepted: the case goes on, and the first session is chaired by its side', () => {
    const one = [...crossing, refuse(), consent({ offer: 'offer-2', on: '2026-03-26' })];
    const { phase, firstChair } = stateAfter(...one);
    expect([phase, firstChair]).toStrictEqual(['accepted', 'employer']);
    const rows = [...rowsAfter(offers, after(...one)).values()];
    expect(rows.map((row) => [row.offer, row.answer, row.timeliness])).toStrictEqual([
      ['offer-1', 'refused', 'timely'],
      ['offer-2', 'accepted', 'late'],
    ]);
  });
});
