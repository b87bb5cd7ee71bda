import { dayOf } from '../../../domain/shared/calendar.ts';
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

const MINUTES_KEPT = 10_000;

/** The day in the place at an instant: a calendar is slow, and many facts are of one minute. */
const daysIn = (zone: string): ((at: string) => string) => {
  const known = new Map<string, string>();
  return (at) => {
    const minute = at.slice(0, 16);
    const held = known.get(minute);
    if (held !== undefined) return held;
    const day = dayOf(at, zone);
    if (known.size >= MINUTES_KEPT) known.clear();
    known.set(minute, day);
    return day;
  };
};

/** Why an entry was posted: the fact's type, with `:late` when its business day precedes its recording day in the place. */
export const causesIn = (zone: string): ((fact: Seen) => string) => {
  const dayAt = daysIn(zone);
  return ({ type, data, at }) => {
    const day = businessDay(data);
    return day !== undefined && day < dayAt(at) ? `${type}:late` : type;
  };
};
