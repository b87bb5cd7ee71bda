import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  before,
  deadline,
  explain,
  periodSentence,
  periodText,
  plusWorkingDays,
} from '../../domain/law/deadlines.ts';
import { calendarOf, isWorkingDay } from '../../domain/law/holidays.ts';
import { days, months, workingDays, years } from '../../domain/law/periods.ts';
import type { Period } from '../../domain/law/profile.ts';
import { law } from '../../domain/law/profiles.ts';
import { publishedYears } from '../../domain/law/rest-days.ts';
import { plusDays } from '../../domain/shared/calendar.ts';

const profile = law('national-2004');
const article = 'an article';
const due = (from: string, period: Period) =>
  deadline({ rule: 'reply', from, period, profile }).due;
const inCalendarDays = (n: number): Period => ({ n, unit: 'calendar-days', article });

fc.configureGlobal({ seed: 20260601 });

describe('the last day of a legal clock', () => {
  it.each<[string, string, Period, string]>([
    ['reply, 20 days', '2026-09-10', days(20, article), '2026-09-30'],
    ['reply, 20 days into a holiday', '2026-09-11', days(20, article), '2026-10-08'],
    ['reply, 20 days to a Sunday', '2026-09-21', days(20, article), '2026-10-12'],
    [
      'reply, 10 working days with a working Sunday',
      '2026-09-16',
      workingDays(10, article),
      '2026-09-30',
    ],
    [
      'reply, 10 working days to a working Saturday',
      '2026-02-09',
      workingDays(10, article),
      '2026-02-28',
    ],
    ['filing, 7 days', '2026-09-25', days(7, article), '2026-10-08'],
    ['review, 15 days', '2026-02-02', days(15, article), '2026-02-24'],
    ['acceptance, 3 working days', '2026-02-13', workingDays(3, article), '2026-02-25'],
    ['acceptance, 5 days', '2026-09-30', days(5, article), '2026-10-08'],
    ['acceptance, 5 working days', '2026-09-30', workingDays(5, article), '2026-10-13'],
    ['award, 45 days', '2026-08-18', inCalendarDays(45), '2026-10-08'],
    ['award, 60 days', '2026-08-18', inCalendarDays(60), '2026-10-19'],
    ['court confirmation, 30 days', '2026-09-01', inCalendarDays(30), '2026-10-08'],
    ['limitation, 1 year from a leap day', '2024-02-29', years(1, article), '2025-02-28'],
  ])('%s from %s', (_, from, period, expected) => {
    expect(due(from, period)).toBe(expected);
  });

  it('10 days from 30 September end on 10 October, a working Saturday, and stay there', () => {
    expect(due('2026-09-30', days(10, article))).toBe('2026-10-10');
  });

  it('months end on the corresponding day, else on the month end', () => {
    expect(due('2025-12-31', months(2, article))).toBe('2026-02-28');
    expect(due('2026-04-13', months(2, article))).toBe('2026-06-15');
  });

  it('stays on a rest day where the place does not roll', () => {
    const nlra = law('us-nlra');
    const clock = { rule: 'notice', from: '2026-09-11', period: days(20, article), profile: nlra };
    expect(deadline(clock)).toMatchObject({
      due: '2026-10-01',
      calendar: 'final',
      calendarVersion: 'none',
    });
  });

  it('days on which the clock stood still move the end before it is rolled', () => {
    const clock = { rule: 'window', from: '2026-07-01', period: months(2, article), profile };
    expect(deadline(clock).due).toBe('2026-09-01');
    expect(deadline({ ...clock, suspendedDays: 30 }).due).toBe('2026-10-08');
  });

  it('always is a working day after the start, for the national rule', () => {
    fc.assert(
      fc.property(fc.nat(8000), fc.integer({ min: 1, max: 90 }), (start, n) => {
        const from = plusDays('2004-01-01', start);
        const last = due(from, days(n, article));
        expect(isWorkingDay(last)).toBe(true);
        expect(last >= plusDays(from, n)).toBe(true);
        let passed = 0;
        const lastWorking = plusWorkingDays(from, n);
        for (let d = plusDays(from, 1); d <= lastWorking; d = plusDays(d, 1))
          passed += isWorkingDay(d) ? 1 : 0;
        expect(passed).toBe(n);
      }),
    );
  });
});

describe('what an event keeps of a clock', () => {
  it('says rule, span, article and calendar', () => {
    const { reply } = law('national-2004');
    if (reply === null) throw new Error('the national rule sets a reply');
    expect(deadline({ rule: 'reply', from: '2026-09-11', period: reply, profile })).toEqual({
      rule: 'reply',
      from: '2026-09-11',
      due: '2026-10-08',
      period: '20 days',
      article: '集体合同规定 Art 32',
      calendar: 'final',
      calendarVersion: 'CN-2026a',
    });
  });

  it('writes periods compactly for machines and in words for people', () => {
    expect([days(20, ''), workingDays(10, ''), months(3, '')].map(periodText)).toEqual([
      '20 days',
      '10 working-days',
      '3 months',
    ]);
    expect(periodSentence(workingDays(10, ''))).toEqual({
      zh: '10个工作日',
      en: '10 working days',
    });
    expect(periodSentence(years(1, '')).en).toBe('1 year');
  });
});

describe('a deadline past the last published year', () => {
  const status = (from: string, period: Period) =>
    deadline({ rule: 'reply', from, period, profile }).calendar;

  it('is provisional from the first day of that year', () => {
    expect(status('2026-12-11', days(20, article))).toBe('final');
    expect(status('2026-12-12', days(20, article))).toBe('provisional');
    expect(status('2026-12-24', workingDays(5, article))).toBe('final');
    expect(status('2026-12-24', workingDays(6, article))).toBe('provisional');
  });

  it('becomes final, and may move, when the year is published', () => {
    const period = days(20, article);
    const clock = { rule: 'reply', from: '2026-12-12', period, profile };
    expect(deadline(clock).due).toBe('2027-01-01');
    const calendar = calendarOf('CN-2027a', [
      ...publishedYears,
      { year: 2027, rest: '元旦 01-01..01-03', work: '' },
    ]);
    expect(deadline({ ...clock, calendar })).toMatchObject({
      due: '2027-01-04',
      calendar: 'final',
      calendarVersion: 'CN-2027a',
    });
  });
});

describe('periods that are counted back from an event', () => {
  const opens = (from: string, period: Period) =>
    before({ rule: 'renewal', from, period, profile });

  it('3 months before 31 May is the end of February', () => {
    expect(opens('2027-05-31', months(3, article))).toMatchObject({
      due: '2027-02-28',
      calendar: 'final',
    });
  });

  it('is not rolled, for later would be too late', () => {
    expect(opens('2026-10-08', days(5, article)).due).toBe('2026-10-03');
    expect(opens('2026-10-14', days(10, article)).due).toBe('2026-10-04');
  });

  it('working days are counted back over rest days', () => {
    expect(opens('2026-10-12', workingDays(5, article)).due).toBe('2026-09-29');
    expect(opens('2027-01-04', workingDays(1, article)).calendar).toBe('provisional');
  });
});

describe('a deadline explained to people', () => {
  it('names each day that was rolled over, and why', () => {
    const { deadline: result, steps } = explain({
      rule: 'reply',
      from: '2026-09-11',
      period: days(20, '集体合同规定 Art 32'),
      profile,
    });
    expect(result.due).toBe('2026-10-08');
    expect(steps.map(({ sentence }) => sentence.en)).toEqual([
      'counted from 2026-09-11, which itself does not count',
      '20 days end on 2026-10-01 (集体合同规定 Art 32)',
      '2026-10-01 is a rest day (National Day): skipped',
      '2026-10-02 is a rest day (National Day): skipped',
      '2026-10-03 is a rest day (National Day): skipped',
      '2026-10-04 is a rest day (National Day): skipped',
      '2026-10-05 is a rest day (National Day): skipped',
      '2026-10-06 is a rest day (National Day): skipped',
      '2026-10-07 is a rest day (National Day): skipped',
      'the last day is 2026-10-08',
    ]);
    expect(steps[2]?.sentence.zh).toBe('2026-10-01 休息（国庆节），不计');
  });

  it('says which weekends were worked while working days were counted', () => {
    const period = workingDays(10, '浙江省集体合同条例 Art 7');
    const { steps } = explain({ rule: 'reply', from: '2026-09-16', period, profile });
    const told = steps.map(({ sentence }) => sentence.en);
    expect(told).toContain('2026-09-20 is a make-up working day: it counts');
    expect(told).toContain('2026-09-19 is a rest day (weekend): skipped');
    expect(told.at(-1)).toBe('the last day is 2026-09-30');
  });

  it('owns up to a provisional end', () => {
    const { steps } = explain({
      rule: 'window',
      from: '2026-12-01',
      period: days(60, article),
      profile,
      suspendedDays: 10,
    });
    expect(steps.map(({ sentence }) => sentence.zh)).toEqual([
      '自 2026-12-01 起算，当日不计',
      '中止的 10 日不计',
      '60日至 2027-02-09 届满（an article）',
      '最后一日暂定 2027-02-09，该年放假安排公布后重新计算',
    ]);
  });
});
