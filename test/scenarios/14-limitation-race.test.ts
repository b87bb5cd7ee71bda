import { describe, expect, it } from 'vitest';
import {
  accept,
  after,
  agreeTo,
  assign,
  conclude,
  dueAfter,
  receive,
  stateAfter,
} from '../support/stories/disputes.ts';

// Known on 2025-03-03: the year ends on 2026-03-03.
const onDay364 = receive({ knewOn: '2025-03-03', on: '2026-03-02' });
const mediated = [onDay364, agreeTo(), accept(), assign()];
const failedAfter15 = [...mediated, conclude({ on: '2026-03-17', ending: 'time-over' })];

describe('14. The limitation race', () => {
  it('an application for mediation on day 364 interrupts the year', () => {
    expect(dueAfter('limitation', onDay364)).toBe('2027-03-02');
    expect(after(onDay364).map(({ type }) => type)).toStrictEqual([
      'DisputeReceived',
      'LimitationStarted',
      'LimitationInterrupted',
    ]);
  });
  it('on its last day too, but not on the day after', () => {
    const last = receive({ knewOn: '2025-03-03', on: '2026-03-03' });
    expect(dueAfter('limitation', last)).toBe('2027-03-03');
    const gone = receive({ knewOn: '2025-03-03', on: '2026-03-04' });
    expect(dueAfter('limitation', gone)).toBe('2026-03-03');
  });
  it('when mediation fails after fifteen days the year begins anew, in full', () => {
    expect(dueAfter('limitation', ...failedAfter15)).toBe('2027-03-17');
  });
  it('a filing in that year meets it', () => {
    const { clocks, phase } = stateAfter(...failedAfter15, {
      type: 'FileArbitration',
      data: {
        arbitration: 'arb',
        commission: '太平区仲裁委',
        on: '2027-03-17',
        by: 'workers',
        claimants: [],
      },
    });
    expect([phase, clocks.limitation]).toStrictEqual(['arbitrating', undefined]);
  });
});
