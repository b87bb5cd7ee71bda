import { isWeekend, plusDays } from '../shared/calendar.ts';
import type { Sentence } from '../shared/rules.ts';
import { holidayNames, publishedYears, type PublishedYear } from './rest-days.ts';

/** A published calendar of rest days; after its last year only weekends are known. */
export type Calendar = {
  readonly version: string;
  readonly lastPublishedYear: number;
  /** Holiday names by day. */
  readonly rest: ReadonlyMap<string, Sentence>;
  /** Weekend days that are worked. */
  readonly work: ReadonlySet<string>;
};

const nameOf = (zh: string): Sentence => ({ zh, en: holidayNames[zh] ?? zh });

/** '国庆节 10-01..10-07' → each of its days with the holiday's name. */
const daysOff = (year: number, entry: string): [string, Sentence][] => {
  const [name = '', span = ''] = entry.split(' ');
  const [first = '', last = first] = span.split('..');
  const found: [string, Sentence][] = [];
  for (let day = `${year}-${first}`; day <= `${year}-${last}`; day = plusDays(day, 1))
    found.push([day, nameOf(name)]);
  return found;
};

/** The calendar that these yearly notices make up; publishing a year is adding its row. */
export const calendarOf = (version: string, years: readonly PublishedYear[]): Calendar => ({
  version,
  lastPublishedYear: Math.max(...years.map(({ year }) => year)),
  rest: new Map(
    years.flatMap(({ year, rest }) => rest.split(', ').flatMap((entry) => daysOff(year, entry))),
  ),
  work: new Set(
    years.flatMap(({ year, work }) =>
      work === '' ? [] : work.split(' ').map((d) => `${year}-${d}`),
    ),
  ),
});

/** The calendar in use: the State Council's notices to date. */
export const currentCalendar: Calendar = calendarOf('CN-2026a', publishedYears);

/** For places without a published calendar: weekends only, and nothing is provisional. */
export const noCalendar: Calendar = {
  version: 'none',
  lastPublishedYear: 9999,
  rest: new Map(),
  work: new Set(),
};

export const calendarVersion: string = currentCalendar.version;

export const lastPublishedYear: number = currentCalendar.lastPublishedYear;

/** Whether people work on this day: no holiday, and no weekend unless it makes up for one. */
export const isWorkingDay = (day: string, calendar: Calendar = currentCalendar): boolean =>
  calendar.work.has(day) || (!calendar.rest.has(day) && !isWeekend(day));

/** Whether the day lies past what is published, so that it may still become a holiday. */
export const isUnpublished = (day: string, calendar: Calendar = currentCalendar): boolean =>
  Number(day.slice(0, 4)) > calendar.lastPublishedYear;

const weekend: Sentence = { zh: '周末', en: 'weekend' };

/** Why nobody works on this day; undefined for a working day. */
export const restReason = (
  day: string,
  calendar: Calendar = currentCalendar,
): Sentence | undefined =>
  isWorkingDay(day, calendar) ? undefined : (calendar.rest.get(day) ?? weekend);
