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

/** Why an entry was posted: the fact's type, with `:late` when its business day precedes its recording day in the place. */
export const causesIn =
  (zone: string): ((fact: Seen) => string) =>
  ({ type, data, at }) => {
    const day = businessDay(data);
    return day !== undefined && day < dayOf(at, zone) ? `${type}:late` : type;
  };
