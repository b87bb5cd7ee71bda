import type { Message } from '../../domain/shared/message.ts';
import { plusDays } from '../../domain/shared/calendar.ts';
import { derivedId, factId } from '../ids.ts';

/** Somebody records something on a day: to which thing, and what. */
export type Act = {
  readonly day: string;
  readonly noun: string;
  readonly id: string;
  readonly command: Message;
  readonly commandId: string;
  readonly by: string;
};

const categories: Readonly<Record<string, string>> = {
  enterprises: 'enterprise',
  contracts: 'contract',
  'bargaining-cases': 'bargainingCase',
  disputes: 'dispute',
  consultations: 'consultation',
  people: 'person',
};

/** A day or the later one. */
export const later = (a: string, b: string): string => (a > b ? a : b);

/** A day or the earlier one. */
export const earlier = (a: string, b: string): string => (a < b ? a : b);

/** Who writes what down, until the city's last day: what would be recorded after it is not recorded yet. */
export const diary = (seed: number, until: string) => {
  const acts: Act[] = [];
  const counts = new Map<string, number>();

  /** Writes an act down and answers with the event id of its first fact; undefined when it lies beyond the last day. */
  const write = (
    day: string,
    to: { readonly noun: string; readonly id: string; readonly by: string },
    type: string,
    data: object,
  ): string | undefined => {
    if (day > until) return undefined;
    const { noun, id, by } = to;
    const key = `${noun} ${id}`;
    const n = counts.get(key) ?? 0;
    counts.set(key, n + 1);
    const commandId = derivedId('demo', seed, noun, id, n);
    acts.push({ day, noun, id, command: { type, data }, commandId, by });
    return factId(commandId, `${categories[noun] ?? noun}-${id}`, 0);
  };

  /** Whether anything was written down about that thing. */
  const knows = (noun: string, id: string): boolean => counts.has(`${noun} ${id}`);

  return { write, knows, acts: (): readonly Act[] => acts, until };
};
export type Diary = ReturnType<typeof diary>;

/** So many days later. */
export const after = plusDays;
