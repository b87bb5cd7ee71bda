import type { Message } from '../../domain/shared/message.ts';
import type { Deadline } from '../../domain/shared/values.ts';
import type { Seen } from '../projection.ts';

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
  | { readonly clock: string; readonly becomes: 'met'; readonly on: string }
  /** It is met unless it was met before. */
  | { readonly clock: string; readonly becomes: 'first-met'; readonly on: string }
  /** It stands still, nobody waits for it any more, or another one runs in its place. */
  | { readonly clock: string; readonly becomes: 'suspended' | 'cancelled' | 'superseded' }
  /** What met it is taken back. */
  | { readonly clock: string; readonly becomes: 'unmet' }
  /** What cancelled or superseded it is taken back. */
  | { readonly clock: string; readonly becomes: 'reopened' };

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

export const firstMeets = (clock: string, on: string): DeadlineMove => ({
  clock,
  becomes: 'first-met',
  on,
});

export const cancels = (...clocks: readonly string[]): DeadlineMove[] =>
  clocks.map((clock) => ({ clock, becomes: 'cancelled' }));

export const supersedes = (...clocks: readonly string[]): DeadlineMove[] =>
  clocks.map((clock) => ({ clock, becomes: 'superseded' }));
