import { describe, expect, it } from 'vitest';
import { deadline } from '../../../domain/law/deadlines.ts';
import { disputeLaw, shortDays } from '../../../domain/law/disputes.ts';
import { law } from '../../../domain/law/profiles.ts';
import type { Period } from '../../../domain/law/profile.ts';
import { dueAfter, mediating, receiveUnder, story } from '../../support/stories/disputes.ts';

const national = disputeLaw('national-2004');
const due = (from: string, period: Period | null | undefined) =>
  period ? deadline({ rule: 'clock', from, period, profile: law('national-2004') }).due : undefined;

describe('the clocks of disputes', () => {
  it('roll over rest days and count make-up working days', () => {
    expect(due('2026-02-13', national.acceptance)).toBe('2026-02-25');
    expect(due('2026-09-30', shortDays(5, 'Art 29', 'days'))).toBe('2026-10-08');
    expect(due('2026-09-30', shortDays(5, 'Art 29'))).toBe('2026-10-13');
    expect(due('2026-08-18', national.arbitration?.award)).toBe('2026-10-08');
    expect(due('2026-08-18', national.arbitration?.longer)).toBe('2026-10-19');
    expect(due('2026-09-01', national.confirmation)).toBe('2026-10-08');
    expect(due('2024-02-29', national.limitation)).toBe('2025-02-28');
  });
  it('that were not read in a published text say so', () => {
    expect(national.acceptance?.standing).toBe('unverified');
    expect(national.arbitration?.acceptance.standing).toBe('unverified');
    expect(national.confirmation?.standing).toBeUndefined();
  });
  it('are those of the place: by receipt in Zhejiang, none in the United States', () => {
    expect(disputeLaw('hangzhou-wage-2014')).toBe(disputeLaw('zhejiang-2011'));
    expect(disputeLaw('zhejiang-2011').mediation.receipt?.extension).toBe('by-consent');
    expect(dueAfter('mediation-from-receipt:street', receiveUnder('us-nlra'))).toBeUndefined();
  });
  it('are counted anew under a newer calendar only where it changes them', () => {
    story(...mediating)
      .when({ type: 'RecomputeDeadlines', data: {} })
      .thenRecords();
  });
});
