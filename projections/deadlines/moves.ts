import type { Message } from '../../domain/shared/message.ts';
import type { Deadline } from '../../domain/shared/values.ts';
import type { Seen } from '../projection.ts';

type Stood = {
  readonly deadline: Deadline;
  /** The event id of what set it. */
  readonly fact: string;
  readonly metOn?: string | undefined;
};

/**
 * What a fact does to one clock of its aggregate. `clock` names it within the aggregate: a rule,
 * or `<rule>:<about>` where there are several (`reply:offer-1`). A move for a clock that is not
 * there changes nothing.
 */
export type DeadlineMove =
  /** It starts, or starts anew. */
  | { readonly clock: string; readonly becomes: 'running'; readonly deadline: Deadline }
  /** Its days are said anew, whether it runs or was met. */
  | { readonly clock: string; readonly becomes: 'recounted'; readonly deadline: Deadline }
  /** What set it (`of`) is said anew: it follows, or is waited for no more; it stays where something else set it or ended it since. */
  | {
      readonly clock: string;
      readonly becomes: 'revised';
      readonly of: string;
      readonly revised: Deadline | undefined;
    }
  | { readonly clock: string; readonly becomes: 'met'; readonly on: string }
  /** The day it was met is said anew; one that is waited for by then, for something else, is waited for still. */
  | { readonly clock: string; readonly becomes: 'met-anew'; readonly on: string }
  /** It is met unless it was met before. */
  | { readonly clock: string; readonly becomes: 'first-met'; readonly on: string }
  /** It stands still, nobody waits for it any more, or another one runs in its place. */
  | { readonly clock: string; readonly becomes: 'suspended' | 'cancelled' | 'superseded' }
  /** What set it is taken back, whether it runs or was met: nobody ever waited for it. */
  | { readonly clock: string; readonly becomes: 'dropped' }
  /** It stands as it did before what is taken back set it anew: met on a day, or waited for no more. */
  | ({ readonly clock: string; readonly becomes: 'stood' } & Stood)
  /** What met it is taken back. */
  | { readonly clock: string; readonly becomes: 'unmet' }
  /** The clock recorded that this last day of it has passed, or what it recorded is taken back (no day). */
  | { readonly clock: string; readonly becomes: 'overdue'; readonly due: string | null }
  /** Nothing runs in its place any more, and nobody waits for it. */
  | { readonly clock: string; readonly becomes: 'over' }
  /** What cancelled or superseded it is taken back. */
  | { readonly clock: string; readonly becomes: 'reopened' };

export type Status = 'running' | 'suspended' | 'met' | 'cancelled' | 'superseded';
type Turn = Exclude<
  DeadlineMove['becomes'],
  'running' | 'recounted' | 'revised' | 'stood' | 'overdue'
>;

/** Which clocks a move reaches, and what they are then; the others stay as they are. */
export const turns: Readonly<
  Record<Turn, { readonly of: readonly string[]; readonly to: Status }>
> = {
  met: { of: ['running', 'suspended', 'met'], to: 'met' },
  'met-anew': { of: ['met'], to: 'met' },
  'first-met': { of: ['running', 'suspended'], to: 'met' },
  unmet: { of: ['met'], to: 'running' },
  suspended: { of: ['running'], to: 'suspended' },
  cancelled: { of: ['running', 'suspended'], to: 'cancelled' },
  dropped: { of: ['running', 'suspended', 'met'], to: 'cancelled' },
  superseded: { of: ['running', 'suspended'], to: 'superseded' },
  over: { of: ['superseded'], to: 'cancelled' },
  reopened: { of: ['cancelled', 'superseded'], to: 'running' },
};

/** The moves of every fact of one category: a pure function of the fact. */
export type DeadlineMoves<E extends Message = Message> = (
  event: Seen<E>,
) => readonly DeadlineMove[];

/** `clock` starts with the deadline that the fact carries; no move where it carries none. */
export const starts = (clock: string, deadline: Deadline | undefined): DeadlineMove[] =>
  deadline ? [{ clock, becomes: 'running', deadline }] : [];

/** The deadline is said anew; no move where the fact carries none. */
export const recounts = (clock: string, deadline: Deadline | undefined): DeadlineMove[] =>
  deadline ? [{ clock, becomes: 'recounted', deadline }] : [];

export const meets = (clock: string, on: string): DeadlineMove => ({ clock, becomes: 'met', on });

export const meetsAnew = (clock: string, on: string): DeadlineMove => ({
  clock,
  becomes: 'met-anew',
  on,
});

export const firstMeets = (clock: string, on: string): DeadlineMove => ({
  clock,
  becomes: 'first-met',
  on,
});

/** Its last day is on record as passed; null where that is taken back. */
export const overdue = (clock: string, due: string | null): DeadlineMove => ({
  clock,
  becomes: 'overdue',
  due,
});

export const cancels = (...clocks: readonly string[]): DeadlineMove[] =>
  clocks.map((clock) => ({ clock, becomes: 'cancelled' }));

export const drops = (...clocks: readonly string[]): DeadlineMove[] =>
  clocks.map((clock) => ({ clock, becomes: 'dropped' }));

/** Every clock of a fact starts with its deadline. */
export const startsAll = (clocks: Readonly<Record<string, Deadline>>): DeadlineMove[] =>
  Object.entries(clocks).flatMap(([clock, deadline]) => starts(clock, deadline));

/** Every clock of a fact stands as it did. */
export const stands = (clocks: Readonly<Record<string, Stood>> = {}): DeadlineMove[] =>
  Object.entries(clocks).map(([clock, stood]) => ({ clock, becomes: 'stood', ...stood }));

export const supersedes = (...clocks: readonly string[]): DeadlineMove[] =>
  clocks.map((clock) => ({ clock, becomes: 'superseded' }));
