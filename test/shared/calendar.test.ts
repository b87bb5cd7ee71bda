import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import {
  dayNumber,
  dayOf,
  daysBetween,
  endOfDay,
  isDay,
  isWeekend,
  normalInstant,
  numberedDay,
  plusDays,
  plusMonths,
  plusYears,
  weekday,
} from '../../domain/shared/calendar.ts';

const utc = { zone: 'utc' };
const aDay = fc
  .integer({ min: -600_000, max: 2_000_000 })
  .map((n) => DateTime.fromISO('1970-01-01', utc).plus({ days: n }).toISODate() ?? '');
const aStep = fc.integer({ min: -40_000, max: 40_000 });

fc.configureGlobal({ seed: 20260601 });

describe('days are counted as the calendar counts them', () => {
  it('any number of days on or back', () => {
    fc.assert(
      fc.property(aDay, aStep, (day, n) => {
        expect(plusDays(day, n)).toBe(DateTime.fromISO(day, utc).plus({ days: n }).toISODate());
      }),
      { numRuns: 3000 },
    );
  });

  it('every day of twenty-five years follows the one before it', () => {
    let expected = DateTime.fromISO('2003-12-31', utc);
    let day = '2003-12-31';
    for (let i = 0; i < 9200; i += 1) {
      expected = expected.plus({ days: 1 });
      day = plusDays(day, 1);
      expect(day).toBe(expected.toISODate());
      expect(isWeekend(day)).toBe(expected.weekday >= 6);
      expect(weekday(day)).toBe(expected.weekday % 7);
    }
  });

  it('any number of months or years on or back, to the corresponding day or the month end', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: -4000, max: 4000 }), (day, n) => {
        fc.pre(DateTime.fromISO(day, utc).year + n > 0);
        expect(plusMonths(day, n)).toBe(DateTime.fromISO(day, utc).plus({ months: n }).toISODate());
        const years = Math.trunc(n / 12);
        expect(plusYears(day, years)).toBe(DateTime.fromISO(day, utc).plus({ years }).toISODate());
      }),
      { numRuns: 2000 },
    );
  });

  it('a number and its day are the same thing', () => {
    fc.assert(
      fc.property(aDay, aDay, (a, b) => {
        expect(numberedDay(dayNumber(a))).toBe(a);
        expect(plusDays(a, daysBetween(a, b))).toBe(b);
      }),
    );
    expect(dayNumber('1970-01-01')).toBe(0);
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
  });

  it('month ends', () => {
    expect(plusMonths('2027-05-31', -3)).toBe('2027-02-28');
    expect(plusMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(plusYears('2024-02-29', 1)).toBe('2025-02-28');
    expect(plusYears('2024-02-29', 4)).toBe('2028-02-29');
  });

  it('what is no day is an error, not another day', () => {
    for (const text of ['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '', '2026-06-3x']) {
      expect(() => plusDays(text, 1)).toThrow(RangeError);
      expect(isDay(text)).toBe(false);
    }
    expect(isDay('2024-02-29')).toBe(true);
    expect(() => plusDays('9999-12-31', 1)).toThrow(RangeError);
  });
});

describe("a day is the place's day", () => {
  it('changes at midnight in the place', () => {
    expect(dayOf('2026-05-31T15:59:59.999Z', 'Asia/Shanghai')).toBe('2026-05-31');
    expect(dayOf('2026-05-31T16:00:00.000Z', 'Asia/Shanghai')).toBe('2026-06-01');
    expect(dayOf('2026-06-01T03:59:59.999Z', 'America/New_York')).toBe('2026-05-31');
  });

  it('ends with its last millisecond, also when the clocks change', () => {
    expect(endOfDay('2026-06-01', 'Asia/Shanghai')).toBe('2026-06-01T15:59:59.999Z');
    expect(endOfDay('2026-03-08', 'America/New_York')).toBe('2026-03-09T03:59:59.999Z');
    expect(endOfDay('2026-03-07', 'America/New_York')).toBe('2026-03-08T04:59:59.999Z');
  });

  it('an unknown place or a broken instant is an error', () => {
    expect(() => dayOf('2026-06-01T00:00:00Z', 'Asia/Nantong')).toThrow(RangeError);
    expect(() => dayOf('yesterday', 'Asia/Shanghai')).toThrow(RangeError);
    expect(() => endOfDay('2026-06-31', 'Asia/Shanghai')).toThrow(RangeError);
    expect(() => endOfDay('2026-06-30', 'Asia/Nantong')).toThrow(RangeError);
  });
});

describe('instants are kept in one form', () => {
  it.each([
    ['2026-06-01T08:00:00+08:00', '2026-06-01T00:00:00.000Z'],
    ['2026-06-01T00:00:00Z', '2026-06-01T00:00:00.000Z'],
    ['2026-05-31T20:00:00.5-04:00', '2026-06-01T00:00:00.500Z'],
    ['2026-06-01T08:00+0800', '2026-06-01T00:00:00.000Z'],
  ])('%s', (text, normal) => {
    expect(normalInstant(text)).toBe(normal);
  });

  it.each(['2026-06-01', '2026-06-01T08:00:00', '2026-06-31T08:00:00Z', 'now', ''])(
    '%s is refused',
    (text) => {
      expect(() => normalInstant(text)).toThrow(RangeError);
    },
  );
});
