import { dayOf, plusDays } from '../../../domain/shared/calendar.ts';
import type { Seen } from '../../../projections/projection.ts';

const DAYS = ['on', 'asOf', 'registeredOn', 'since', 'receivedOn', 'signedOn', 'from'] as const;

/** The business day a fact is about; undefined when it names none. */
export const businessDay = (data: unknown): string | undefined => {
  const named = data as Readonly<Record<string, unknown>>;
  for (const name of DAYS) {
    const day = named[name];
    if (typeof day === 'string') return day;
  }
  return undefined;
};

/** Whether a day was over in the place when something was recorded. */
const wasOver = (day: string, at: string, zone: string): boolean => {
  const utc = at.slice(0, 10);
  // No place is a whole day from UTC: the calendar is asked only about the days beside it.
  if (day < plusDays(utc, -1)) return true;
  return day <= plusDays(utc, 1) && day < dayOf(at, zone);
};

/** Why an entry was posted: the fact's type, with `:late` when its business day precedes its recording day in the place. */
export const causeOf = ({ type, data, at }: Seen, zone: string): string => {
  const day = businessDay(data);
  return day !== undefined && wasOver(day, at, zone) ? `${type}:late` : type;
};
