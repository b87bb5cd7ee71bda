import { getDayDetail } from 'chinese-days';
import { describe, expect, it } from 'vitest';
import {
  calendarOf,
  calendarVersion,
  currentCalendar,
  isUnpublished,
  isWorkingDay,
  lastPublishedYear,
  noCalendar,
  restReason,
} from '../../domain/law/holidays.ts';
import { publishedYears } from '../../domain/law/rest-days.ts';
import { plusDays } from '../../domain/shared/calendar.ts';

describe('the published calendar of rest days', () => {
  it('agrees with an independent calendar on every day from 2004 to 2026', () => {
    const differing: string[] = [];
    for (let day = '2004-01-01'; day <= '2026-12-31'; day = plusDays(day, 1))
      if (isWorkingDay(day) !== getDayDetail(day).work) differing.push(day);
    expect(differing).toEqual([]);
  });

  it('knows the make-up working days of 2026', () => {
    expect([...currentCalendar.work].filter((day) => day.startsWith('2026'))).toEqual([
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ]);
  });

  it('every make-up working day is a weekend, and no day both rests and works', () => {
    for (const day of currentCalendar.work) {
      expect(restReason(day, noCalendar)?.en).toBe('weekend');
      expect(currentCalendar.rest.has(day)).toBe(false);
    }
  });

  it('says why nobody works', () => {
    expect(restReason('2026-10-01')).toEqual({ zh: '国庆节', en: 'National Day' });
    expect(restReason('2026-10-11')).toEqual({ zh: '周末', en: 'weekend' });
    expect(restReason('2026-10-10')).toBeUndefined();
    for (const name of currentCalendar.rest.values()) expect(name.en).toMatch(/^[A-Z]/);
  });

  it('publishing a year is adding its row, and an older calendar can be had', () => {
    const older = calendarOf(
      'CN-2025a',
      publishedYears.filter(({ year }) => year <= 2025),
    );
    expect([older.version, older.lastPublishedYear]).toEqual(['CN-2025a', 2025]);
    expect(isWorkingDay('2026-10-01', older)).toBe(true);
    expect(isUnpublished('2026-01-01', older)).toBe(true);
    expect(isUnpublished('2025-12-31', older)).toBe(false);
    const newer = calendarOf('CN-2027a', [
      ...publishedYears,
      { year: 2027, rest: '元旦 01-01..01-03', work: '' },
    ]);
    expect(isWorkingDay('2027-01-01', newer)).toBe(false);
    expect(isWorkingDay('2027-01-01')).toBe(true);
    expect([calendarVersion, lastPublishedYear]).toEqual(['CN-2026a', 2026]);
  });
});
