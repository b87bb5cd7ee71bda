import type { DatabaseSync } from 'node:sqlite';
import { StoreUnavailable, type Appended } from './event-store.ts';
import { recorder, type Append, type Outcome } from './sqlite-append.ts';

type Waiting = {
  readonly append: Append;
  readonly resolve: (appended: Appended) => void;
  readonly reject: (error: Error) => void;
};

/** Appends in one transaction; more of them wait a turn, so that requests and timers get theirs. */
const MOST_APPENDS = 1000;

const settle = (
  { resolve, reject }: Waiting,
  outcome: Outcome | StoreUnavailable | undefined,
): void => {
  if (outcome instanceof Error) reject(outcome);
  else if (outcome) resolve(outcome);
};

/** Writes batches, each in one transaction; what it answers for a failed one holds for all its appends. */
const batchWriter = (db: DatabaseSync) => {
  const begin = db.prepare('BEGIN IMMEDIATE');
  const commit = db.prepare('COMMIT');
  const { record, head, end, forget } = recorder(db);

  const failed = (error: unknown, outcome: StoreUnavailable['outcome']): StoreUnavailable => {
    const reason = error instanceof Error ? error.message : 'unknown reason';
    try {
      if (db.isTransaction) db.exec('ROLLBACK');
      forget();
    } catch (second) {
      return new StoreUnavailable(`The event store is broken: ${reason}`, outcome, second);
    }
    return new StoreUnavailable(`The event store cannot write: ${reason}`, outcome, error);
  };
  return {
    head,
    end,
    write: (appends: readonly Append[]): readonly Outcome[] | StoreUnavailable => {
      let committing = false;
      try {
        begin.run();
        const outcomes = appends.map(record);
        committing = true;
        commit.run();
        return outcomes;
      } catch (error) {
        // The log may hold the whole transaction although its last sync failed.
        return failed(error, committing ? 'unknown' : 'not-recorded');
      }
    },
  };
};

/**
 * Group commit: all appends that wait when the event loop comes round share one transaction and one
 * sync, and are answered after it. `committed` is called after each transaction that wrote facts.
 */
export const groupCommit = (db: DatabaseSync, committed: () => void) => {
  const writer = batchWriter(db);
  let queue: Waiting[] = [];
  let problem: StoreUnavailable | undefined;

  const write = (batch: readonly Waiting[]): void => {
    const before = writer.head();
    const outcomes = writer.write(batch.map(({ append }) => append));
    problem = outcomes instanceof StoreUnavailable ? outcomes : undefined;
    batch.forEach((waiting, i) =>
      settle(waiting, outcomes instanceof StoreUnavailable ? outcomes : outcomes[i]),
    );
    if (writer.head() !== before) committed();
  };
  const drain = (): void => {
    const batch = queue.slice(0, MOST_APPENDS);
    queue = queue.slice(MOST_APPENDS);
    if (queue.length > 0) setImmediate(drain);
    if (batch.length > 0) write(batch);
  };
  return {
    append: (append: Append): Promise<Appended> =>
      new Promise((resolve, reject) => {
        if (queue.push({ append, resolve, reject }) === 1) setImmediate(drain);
      }),
    head: writer.head,
    end: writer.end,
    /** Why the last transaction failed, if it did. */
    problem: (): StoreUnavailable | undefined => problem,
    /** Writes all that waits, now. */
    flush(): void {
      while (queue.length > 0) drain();
    },
  };
};
