import { DateTime } from 'luxon';

/** The one file that knows a calendar library. Days are 'YYYY-MM-DD' of the place, years 0001–9999. */

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const monthLength = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (monthLengths[month - 1] ?? 0);

const notADay = (text: string): never => {
  throw new RangeError(`${text} is not a day`);
};

const notATime = (text: string): never => {
  throw new RangeError(`${text} is not an instant of a known place`);
};

type Parts = { readonly year: number; readonly month: number; readonly date: number };

const digits = (text: string, from: number, to: number): number => {
  let value = 0;
  for (let i = from; i < to; i += 1) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return notADay(text);
    value = value * 10 + digit;
  }
  return value;
};

const partsOf = (day: string): Parts => {
  if (day.length !== 10 || day.charAt(4) !== '-' || day.charAt(7) !== '-') notADay(day);
  const year = digits(day, 0, 4);
  const month = digits(day, 5, 7);
  const date = digits(day, 8, 10);
  if (year < 1 || date < 1 || date > monthLength(year, month)) notADay(day);
  return { year, month, date };
};

const two = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, '0'));

const dayFrom = ({ year, month, date }: Parts): string => {
  if (year < 1 || year > 9999) throw new RangeError(`year ${year} is out of the calendar`);
  return `${String(year).padStart(4, '0')}-${two[month] ?? ''}-${two[date] ?? ''}`;
};

// Days are counted in years that begin in March, so that the leap day is a year's last day.
const daysBefore = (year: number): number =>
  year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
const epoch = daysBefore(1969) + 306;

/** Whether the text is a real day. */
export const isDay = (text: string): boolean => {
  try {
    return partsOf(text).year > 0;
  } catch {
    return false;
  }
};

/** The number of a day, 1970-01-01 being 0. Throws a RangeError for what is no day. */
export const dayNumber = (day: string): number => {
  const { year, month, date } = partsOf(day);
  const [y, m] = month > 2 ? [year, month - 3] : [year - 1, month + 9];
  return daysBefore(y) + Math.floor((153 * m + 2) / 5) + date - 1 - epoch;
};

/** The day that has this number. */
export const numberedDay = (number: number): string => {
  const count = number + epoch;
  const era = Math.floor(count / 146_097);
  const inEra = count - era * 146_097;
  const yearOfEra = Math.floor(
    (inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) /
      365,
  );
  const inYear = inEra - daysBefore(yearOfEra);
  const m = Math.floor((5 * inYear + 2) / 153);
  const date = inYear - Math.floor((153 * m + 2) / 5) + 1;
  const [year, month] = m < 10 ? [0, m + 3] : [1, m - 9];
  return dayFrom({ year: era * 400 + yearOfEra + year, month, date });
};

/** The day n days later; earlier if n is negative. */
export const plusDays = (day: string, n: number): string => {
  const { year, month, date } = partsOf(day);
  const to = date + n;
  // Most steps stay in their month: no need to count from the epoch.
  if (to >= 1 && to <= monthLength(year, month)) return day.slice(0, 8) + (two[to] ?? '');
  return numberedDay(dayNumber(day) + n);
};

/** The corresponding day n months later, or the month's last day (Civil Code 202). */
export const plusMonths = (day: string, n: number): string => {
  const { year, month, date } = partsOf(day);
  const count = year * 12 + month - 1 + n;
  const to = { year: Math.floor(count / 12), month: (((count % 12) + 12) % 12) + 1 };
  return dayFrom({ ...to, date: Math.min(date, monthLength(to.year, to.month)) });
};

/** The corresponding day n years later; 29 February becomes the 28th in a common year. */
export const plusYears = (day: string, n: number): string => plusMonths(day, n * 12);

/** How many days b lies after a. */
export const daysBetween = (a: string, b: string): number => dayNumber(b) - dayNumber(a);

/** 0 is Sunday, 6 is Saturday. */
export const weekday = (day: string): number => (((dayNumber(day) + 4) % 7) + 7) % 7;

export const isWeekend = (day: string): boolean => weekday(day) % 6 === 0;

const known = (text: string | null, from: string): string => text ?? notATime(from);

const reckonedDay = (instant: string, zone: string): string =>
  known(DateTime.fromISO(instant, { zone }).toISODate(), instant);

const MINUTES_KEPT = 10_000;
const reckoned = new Map<string, string>();
/** UTC with milliseconds, since zones lie whole minutes apart. */
const plainInstant = /^(?:19[7-9]|2\d\d)\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/**
 * The place's day at this instant. Throws a RangeError for what is no instant or no zone. Days are
 * remembered by the minute: a calendar is slow, and many facts are of one minute.
 */
export const dayOf = (instant: string, zone: string): string => {
  if (!plainInstant.test(instant)) return reckonedDay(instant, zone);
  const minute = `${zone} ${instant.slice(0, 16)}`;
  const held = reckoned.get(minute);
  if (held !== undefined) return held;
  const day = reckonedDay(instant, zone);
  if (reckoned.size >= MINUTES_KEPT) reckoned.clear();
  reckoned.set(minute, day);
  return day;
};

/** The last millisecond of the place's day, as UTC. */
export const endOfDay = (day: string, zone: string): string => {
  partsOf(day);
  return known(DateTime.fromISO(day, { zone }).endOf('day').toUTC().toISO(), `${day} ${zone}`);
};

const instantShape = /^\d{4}-\d\d-\d\dT.*(?:Z|[+-]\d\d(?::?\d\d)?)$/i;

/** An instant of any offset as UTC with milliseconds, so that instants compare as text. Throws a RangeError, also without an offset. */
export const normalInstant = (text: string): string =>
  instantShape.test(text)
    ? known(DateTime.fromISO(text, { zone: 'utc' }).toISO(), text)
    : notATime(text);

/** Where a new day begins first: a day that has not begun there has begun nowhere. */
const FIRST_ZONE = 'Pacific/Kiritimati';

/** Whether a day has begun, anywhere on earth, at this instant (UTC); only such a day can hold a fact. */
export const hasBegun = (day: string, at: string): boolean =>
  day <= at.slice(0, 10) || day <= dayOf(at, FIRST_ZONE);
