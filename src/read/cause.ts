import type { Seen } from '../../projections/projection.ts';

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

/** Why an entry was posted: the fact's type, with `:late` when its business day precedes its recording day (UTC). */
export const causeOf = ({ type, data, at }: Seen): string => {
  const day = businessDay(data);
  return day !== undefined && day < at.slice(0, 10) ? `${type}:late` : type;
};
