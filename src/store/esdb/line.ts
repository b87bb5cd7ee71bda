import type { Address } from './address.ts';
import { connect, type Connection } from './client.ts';
import { passes, verdictOf, type Verdict } from './failures.ts';
import { backOff, rest, within } from './patience.ts';

/** Failures in a row, of all callers together, after which a client is replaced. */
const MOST_FAILURES = 3;
const BETWEEN_REPLACEMENTS_MS = 1_000;
/** How long calls in flight may still be answered on a client that was replaced. */
const GRACE_MS = 5_000;
const CLOSING_MS = 1_000;

/** What a line to the server did so far. */
export type LineFigures = {
  readonly retries: number;
  readonly replacements: number;
  /** When the server last answered (monotonic milliseconds); undefined before its first answer. */
  readonly answeredAt: number | undefined;
};

/** A client that is replaced when it is poisoned: its failures are counted here, not per call. */
export const line = (address: Address, keepAliveMs: number) => {
  let current = connect(address, keepAliveMs);
  const retired = new Map<Connection, NodeJS.Timeout>();
  let failures = 0;
  let replacedAt = -Infinity;
  let replacements = 0;
  let retries = 0;
  let answeredAt: number | undefined;

  const shut = async (connection: Connection): Promise<void> => {
    clearTimeout(retired.get(connection));
    retired.delete(connection);
    await within(CLOSING_MS, 'Closing', connection.close()).catch(() => undefined);
  };

  const replace = (): void => {
    const old = current;
    current = connect(address, keepAliveMs);
    failures = 0;
    replacedAt = performance.now();
    replacements += 1;
    const timer = setTimeout(() => void shut(old), GRACE_MS);
    timer.unref();
    retired.set(old, timer);
  };

  const failed = (connection: Connection, verdict: Verdict): void => {
    retries += 1;
    // The client goes to the leader by itself; and what failed on a client that is gone says nothing.
    if (verdict === 'elsewhere' || connection !== current) return;
    failures += 1;
    const isPoisoned = verdict === 'anew' || failures >= MOST_FAILURES;
    if (isPoisoned && performance.now() - replacedAt >= BETWEEN_REPLACEMENTS_MS) replace();
  };

  return {
    current: (): Connection => current,
    answered: (connection: Connection): void => {
      answeredAt = performance.now();
      if (connection === current) failures = 0;
    },
    failed,
    figures: (): LineFigures => ({ retries, replacements, answeredAt }),
    close: async (): Promise<void> => {
      await Promise.all([current, ...retired.keys()].map(shut));
    },
  };
};
export type Line = ReturnType<typeof line>;

/** A call that will not be made again: why, and whether an earlier try of it may have done its work. */
export class CallFailed extends Error {
  override readonly name = 'CallFailed';
  readonly verdict: Verdict;
  readonly tries: number;
  constructor(what: string, verdict: Verdict, tries: number, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`${what} failed after ${tries} ${tries === 1 ? 'try' : 'tries'}: ${reason}`, { cause });
    this.verdict = verdict;
    this.tries = tries;
  }
}

export type Patience = {
  /** For one try. */
  readonly deadlineMs: number;
  /** For all of them. */
  readonly budgetMs: number;
  /** Aborted when the store closes: no try is made after that. */
  readonly closing: AbortSignal;
};

/**
 * Makes the identical call again until it is answered, within a budget. Throws CallFailed with the
 * verdict of the last try; one that `passes` says that the budget was used up.
 */
export const untilAnswered = async <T>(
  line: Line,
  { deadlineMs, budgetMs, closing }: Patience,
  what: string,
  call: (connection: Connection, deadlineMs: number) => Promise<T>,
): Promise<T> => {
  const end = performance.now() + budgetMs;
  for (let tries = 1; ; tries++) {
    const connection = line.current();
    const deadline = Math.ceil(Math.min(deadlineMs, Math.max(end - performance.now(), 1)));
    try {
      const answer = await call(connection, deadline);
      line.answered(connection);
      return answer;
    } catch (error) {
      const verdict = verdictOf(error);
      if (passes(verdict)) line.failed(connection, verdict);
      else line.answered(connection);
      const wait = backOff(tries - 1);
      const isOver = closing.aborted || performance.now() + wait >= end;
      if (!passes(verdict) || isOver) throw new CallFailed(what, verdict, tries, error);
      await rest(wait, closing);
    }
  }
};
