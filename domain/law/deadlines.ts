import { plusDays, plusMonths, plusYears } from '../shared/calendar.ts';
import type { Sentence } from '../shared/rules.ts';
import type { Deadline } from '../shared/values.ts';
import {
  currentCalendar,
  isUnpublished,
  isWorkingDay,
  noCalendar,
  restReason,
  type Calendar,
} from './holidays.ts';
import type { Period, Profile } from './profile.ts';

/** How a place counts. */
export type Counting = Pick<Profile, 'calendar' | 'rollForward'>;

/** A clock to be computed: the start day itself does not count (Civil Code 201). */
export type Clock = {
  readonly rule: string;
  readonly from: string;
  readonly period: Period;
  readonly profile: Counting;
  /** Calendar days that do not count because the clock stood still. */
  readonly suspendedDays?: number;
  /** The published calendar; the current one unless said. Places without one ignore it. */
  readonly calendar?: Calendar;
};

const calendarFor = ({ profile, calendar = currentCalendar }: Clock): Calendar =>
  profile.calendar === 'none' ? noCalendar : calendar;

/** The nth working day after the day, or before it if n is negative. */
export const plusWorkingDays = (
  day: string,
  n: number,
  calendar: Calendar = currentCalendar,
): string => {
  const step = Math.sign(n);
  let at = day;
  for (let left = Math.abs(n); left > 0;) {
    at = plusDays(at, step);
    if (isWorkingDay(at, calendar)) left -= 1;
  }
  return at;
};

/** The day itself if it is a working day, else the next one: every rest day is skipped. */
export const nextWorkingDay = (day: string, calendar: Calendar = currentCalendar): string => {
  let at = day;
  while (!isWorkingDay(at, calendar)) at = plusDays(at, 1);
  return at;
};

const moved = (day: string, { n, unit }: Period, sign: 1 | -1, calendar: Calendar): string => {
  switch (unit) {
    case 'days':
    case 'calendar-days':
      return plusDays(day, sign * n);
    case 'working-days':
      return plusWorkingDays(day, sign * n, calendar);
    case 'months':
      return plusMonths(day, sign * n);
    case 'years':
      return plusYears(day, sign * n);
  }
};

/** The compact text of a period that events keep: '20 days', '10 working-days'. */
export const periodText = ({ n, unit }: Period): string => `${n} ${unit}`;

/** Where the counting alone ends, before any roll. */
const rawEnd = (clock: Clock): string =>
  plusDays(moved(clock.from, clock.period, 1, calendarFor(clock)), clock.suspendedDays ?? 0);

const asDeadline = (clock: Clock, due: string, touches: string | null): Deadline => {
  const calendar = calendarFor(clock);
  return {
    rule: clock.rule,
    from: clock.from,
    due,
    period: periodText(clock.period),
    article: clock.period.article,
    calendar: touches !== null && isUnpublished(touches, calendar) ? 'provisional' : 'final',
    calendarVersion: calendar.version,
  };
};

/** Whether the published calendar had a say in the result. */
const consults = ({ period, profile }: Clock): boolean =>
  period.unit === 'working-days' || profile.rollForward;

/** A clock that runs forward: `due` is its last day, rolled over every rest day where the place rolls. */
export const deadline = (clock: Clock): Deadline => {
  const raw = rawEnd(clock);
  const due = clock.profile.rollForward ? nextWorkingDay(raw, calendarFor(clock)) : raw;
  return asDeadline(clock, due, consults(clock) ? due : null);
};

/**
 * A clock counted back from an event that does not count itself: `due` is the last day to act
 * before it, or the day a window opens. It is never rolled: later would be too late.
 */
export const before = (clock: Omit<Clock, 'suspendedDays'>): Deadline => {
  const due = moved(clock.from, clock.period, -1, calendarFor(clock));
  return asDeadline(
    clock,
    due,
    clock.period.unit === 'working-days' ? plusDays(clock.from, -1) : null,
  );
};

const units: Readonly<Record<Period['unit'], Sentence>> = {
  days: { zh: '日', en: 'day' },
  'calendar-days': { zh: '个自然日', en: 'calendar day' },
  'working-days': { zh: '个工作日', en: 'working day' },
  months: { zh: '个月', en: 'month' },
  years: { zh: '年', en: 'year' },
};

/** A period as people say it. */
export const periodSentence = ({ n, unit }: Period): Sentence => ({
  zh: `${n}${units[unit].zh}`,
  en: `${n} ${units[unit].en}${n === 1 ? '' : 's'}`,
});

/** One step of a computation, told to people. */
export type Explained = { readonly day: string; readonly sentence: Sentence };

const said = (day: string, zh: string, en: string): Explained => ({ day, sentence: { zh, en } });

/** What the calendar did to a day on the way: rest days that were skipped, weekends that were worked. */
const onTheWay = (day: string, calendar: Calendar): Explained | undefined => {
  const reason = restReason(day, calendar);
  if (reason)
    return said(
      day,
      `${day} 休息（${reason.zh}），不计`,
      `${day} is a rest day (${reason.en}): skipped`,
    );
  if (!calendar.work.has(day)) return undefined;
  return said(day, `${day} 调休上班，按工作日计`, `${day} is a make-up working day: it counts`);
};

const walk = (first: string, last: string, calendar: Calendar): Explained[] => {
  const steps: Explained[] = [];
  for (let day = first; day <= last; day = plusDays(day, 1)) {
    const step = onTheWay(day, calendar);
    if (step) steps.push(step);
  }
  return steps;
};

const ending = ({ due, calendar }: Deadline): Explained =>
  calendar === 'final'
    ? said(due, `最后一日为 ${due}`, `the last day is ${due}`)
    : said(
        due,
        `最后一日暂定 ${due}，该年放假安排公布后重新计算`,
        `the last day is ${due} for now: that year's holidays are not published yet`,
      );

/** How a deadline came about: start, raw end, each day the calendar skipped and why, the due day. */
export const explain = (
  clock: Clock,
): { readonly deadline: Deadline; readonly steps: readonly Explained[] } => {
  const calendar = calendarFor(clock);
  const { from, period, suspendedDays = 0 } = clock;
  const raw = rawEnd(clock);
  const result = deadline(clock);
  const span = periodSentence(period);
  const stood = said(
    raw,
    `中止的 ${suspendedDays} 日不计`,
    `${suspendedDays} suspended days do not count`,
  );
  const steps = [
    said(from, `自 ${from} 起算，当日不计`, `counted from ${from}, which itself does not count`),
    ...(period.unit === 'working-days' ? walk(plusDays(from, 1), raw, calendar) : []),
    ...(suspendedDays > 0 ? [stood] : []),
    said(
      raw,
      `${span.zh}至 ${raw} 届满（${period.article}）`,
      `${span.en} end on ${raw} (${period.article})`,
    ),
    ...(raw < result.due ? walk(raw, plusDays(result.due, -1), calendar) : []),
    ending(result),
  ];
  return { deadline: result, steps };
};
