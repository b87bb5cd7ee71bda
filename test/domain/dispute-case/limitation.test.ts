import { describe, expect, it } from 'vitest';
import type { DisputeCommand } from '../../../domain/dispute-case/commands.ts';
import { dueAfter, receive, story } from '../../support/stories/disputes.ts';

describe('the limitation', () => {
  const knew = receive({ knewOn: '2025-06-02' });
  const stop = (on: string): DisputeCommand => ({
    type: 'SuspendLimitation',
    data: { on, because: 'force-majeure' },
  });
  const goOn = (on: string): DisputeCommand => ({ type: 'ResumeLimitation', data: { on } });
  const promise = (on: string): DisputeCommand => ({
    type: 'InterruptLimitation',
    data: { on, by: 'promise' },
  });
  it('runs a year, begins anew when it is interrupted, and not while arrears arise', () => {
    expect(dueAfter('limitation', knew)).toBe('2027-03-02');
    expect(dueAfter('limitation', knew, promise('2026-05-06'))).toBe('2027-05-06');
    story(knew)
      .when(promise('2027-03-03'))
      .thenRefuses('limitation-runs', '劳动争议调解仲裁法 Art 27');
    story(receive()).when(promise('2026-05-06')).thenRefuses('limitation-runs');
    const arrears: DisputeCommand = {
      type: 'StartLimitation',
      data: { from: '2025-01-01', runs: 'not-while-employed' },
    };
    expect(dueAfter('limitation', receive(), arrears)).toBeUndefined();
  });
  it('stands still in force majeure and then goes on', () => {
    const stood = [knew, stop('2026-04-01'), goOn('2026-04-11')];
    expect(dueAfter('limitation', ...stood)).toBe('2027-03-12');
    story(knew, stop('2026-04-01')).when(stop('2026-04-02')).thenRefuses('limitation-runs');
    story(knew).when(goOn('2026-04-11')).thenRefuses('limitation-stands');
    expect(dueAfter('limitation', ...stood, stop('2026-05-06'), goOn('2026-05-07'))).toBe(
      '2027-03-15',
    );
  });
});
