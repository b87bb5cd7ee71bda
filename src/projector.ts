import { checkpoints } from './read/checkpoints.ts';
import { modelsIn, type Kept } from './read/models-kept.ts';
import { standing } from './read/models-standing.ts';
import { taking } from './read/models-taking.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { BEGINNING } from './store/event-store.ts';

/** The longest a timer can wait: for those who wait as long as it takes. */
const FOREVER_MS = 2_147_483_647;

export type ProjectorOptions = Kept & {
  /** Told when the read models have stopped for good, and why. */
  readonly stopped: (reason: Error) => void;
};

/** So many facts, and more than half of all, are sooner taken by building anew than one after the other. */
const MANY = 500n;
const isFar = (position: bigint, head: bigint): boolean =>
  head - position > MANY && position * 2n < head;

/**
 * Keeps read models up to date: one loop, one transaction a batch, rows and checkpoint together.
 * A model that is new or has a new version is built beside and joins when it is level.
 */
export const projector = (options: ProjectorOptions) => {
  const { db, store, stopped } = options;
  const ended = new AbortController();
  const { signal } = ended;
  const stands = standing(ended, stopped);
  const marks = checkpoints(db);
  const inTurn = oneAtATime();
  const shared = { marks, inTurn, signal, stands };
  const models = modelsIn(options, shared);
  const { run, hurry } = taking(options, shared, models.live);
  let hasBeenLevel = false;
  // What was built before may be asked while what came since is taken.
  let wasBuilt = marks.furthest() > BEGINNING;
  let done: Promise<void> = Promise.resolve();

  /** Waits until everything up to a position is in every model; false after `ms`, or when the models have stopped. */
  const seen = (wanted: bigint, ms: number): Promise<boolean> => {
    if (stands.position() >= wanted) return Promise.resolve(true);
    if (stands.failure()) return Promise.resolve(false);
    const waited = stands.wait(wanted, ms);
    hurry();
    return waited;
  };

  /**
   * Opens what is there, starts the loop, builds what is missing; resolves when every model stands at
   * the head of now. Models that were made from another log are made anew.
   */
  const start = async (isSameLog = (): Promise<boolean> => Promise.resolve(true)) => {
    models.open(marks.isEmpty() || (await isSameLog()));
    wasBuilt = stands.position() > BEGINNING;
    const head = await store.head();
    if (isFar(stands.position(), head)) await models.buildAll(head);
    const missing = models.missing();
    if (!signal.aborted) done = run();
    if (missing.length > 0) await models.rebuild(missing);
    await seen(head, FOREVER_MS);
    const failure = stands.failure();
    if (failure) throw failure;
    hasBeenLevel = true;
  };

  const close = async (): Promise<void> => {
    ended.abort();
    hurry();
    stands.dismiss();
    await done;
    await inTurn(() => Promise.resolve());
  };

  return {
    start,
    seen,
    close,
    rebuild: models.rebuild,
    rebuilding: models.rebuilding,
    position: stands.position,
    idleMs: stands.idleMs,
    failure: stands.failure,
    /** Runs while the models stand still, and tells where; what is recorded meanwhile waits. */
    still: <T>(work: (at: bigint) => Promise<T>): Promise<T> =>
      inTurn(() => work(stands.position())),
    /** Whether the models have stood at the head since they were opened. */
    hasBeenLevel: () => hasBeenLevel,
    /** Whether they hold what may be told: not before they were ever level, nor after they stopped on the way there. */
    mayAnswer: () => hasBeenLevel || (wasBuilt && stands.failure() === undefined),
  };
};
