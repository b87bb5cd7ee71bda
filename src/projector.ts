import type { DatabaseSync } from 'node:sqlite';
import type { FactReader } from './system/facts.ts';
import { applyAll, beginInPlace, buildBeside, inTransaction } from './read/build.ts';
import { checkpoints, type Checkpoints } from './read/checkpoints.ts';
import { gathered } from './read/gather.ts';
import type { ReadModel, Writer } from './read/model.ts';
import { paceMaker } from './read/pace.ts';
import { waitingRoom } from './read/waiters.ts';
import { oneAtATime, type InTurn } from './one-at-a-time.ts';
import { BEGINNING, type EventStore, type Recorded } from './store/event-store.ts';

/** The longest a timer can wait: for those who wait as long as it takes. */
const FOREVER_MS = 2_147_483_647;

export type ProjectorOptions = {
  readonly db: DatabaseSync;
  readonly store: EventStore;
  readonly models: readonly ReadModel[];
  readonly read: FactReader;
  /** Told when the read models have stopped for good, and why. */
  readonly stopped: (reason: Error) => void;
};

/** So many facts, and more than half of all, are sooner taken by building anew than one after the other. */
const MANY = 500n;
const isFar = (position: bigint, head: bigint): boolean =>
  head - position > MANY && position * 2n < head;

/** The models that stand level in the database, ready to be written; in one without any, all of them, begun anew. */
const openLevel = ({ db, models }: ProjectorOptions, marks: Checkpoints, isSameLog: boolean) => {
  const found = models.map((model) => marks.find(model) ?? -1n);
  const furthest = found.reduce((most, at) => (at > most ? at : most), -1n);
  const isBegun = isSameLog && furthest >= 0n;
  if (!isBegun) for (const model of models) beginInPlace(db, marks, model);
  const level = models.filter((_model, i) => !isBegun || found[i] === furthest);
  const place = { suffix: '', generation: 0 };
  return {
    live: new Map(level.map((model) => [model.name, model.open(db, place)])),
    position: isBegun ? furthest : BEGINNING,
  };
};

/** Where the models stand, who waits for that, and why they stopped when they did. */
const standing = (ended: AbortController, stopped: (reason: Error) => void) => {
  const room = waitingRoom();
  let position = BEGINNING;
  let movedAt = performance.now();
  let failure: Error | undefined;
  return {
    position: () => position,
    failure: () => failure,
    isAwaited: () => !room.isEmpty(),
    wait: room.wait,
    dismiss: room.dismiss,
    /** How long ago the models moved on last. */
    idleMs: () => Math.round(performance.now() - movedAt),
    /** They were opened or built up to here; nobody is served yet. */
    begin: (at: bigint): void => {
      position = at;
    },
    moved: (upTo: bigint): void => {
      position = upTo;
      movedAt = performance.now();
      room.wake(position);
    },
    fail: (error: unknown): void => {
      if (ended.signal.aborted) return;
      ended.abort();
      failure = error instanceof Error ? error : new Error(String(error));
      room.dismiss();
      stopped(failure);
    },
  };
};
type Standing = ReturnType<typeof standing>;

/** What the parts of a projector share. */
type Shared = {
  readonly marks: Checkpoints;
  readonly inTurn: InTurn;
  readonly signal: AbortSignal;
  readonly stands: Standing;
};

/** The models that are kept up to date, and those that are built anew beside them until they are level. */
const modelsIn = (options: ProjectorOptions, { marks, inTurn, signal, stands }: Shared) => {
  const { db, store, models, read } = options;
  const rebuilding = new Set<string>();
  let live: ReadonlyMap<string, Writer> = new Map();

  const joined = ({ name }: ReadModel, writer: Writer): void => {
    live = new Map([...live, [name, writer]]);
    rebuilding.delete(name);
  };
  const building = { db, store, read, marks, inTurn, joined, signal };

  return {
    live: () => live,
    missing: () => models.filter(({ name }) => !live.has(name)),
    rebuilding: () => [...rebuilding],
    open: (isSameLog: boolean): void => {
      const level = openLevel(options, marks, isSameLog);
      live = level.live;
      stands.begin(level.position);
    },
    /** Builds models from the first fact in tables of their own, and swaps them in when they are level. */
    rebuild: async (some: readonly ReadModel[]): Promise<void> => {
      for (const { name } of some) rebuilding.add(name);
      await buildBeside({ ...building, isServing: true, joinAt: stands.position }, some);
    },
    /** Builds all models before anybody is served: to the head of now, or a little further. */
    buildAll: async (head: bigint): Promise<void> => {
      for (const { name } of models) rebuilding.add(name);
      const joinAt = (upTo: bigint) => (upTo > head ? upTo : head);
      try {
        const built = await buildBeside({ ...building, isServing: false, joinAt }, models);
        stands.begin(built ?? stands.position());
      } catch (error) {
        stands.fail(error);
        throw error;
      }
    },
  };
};

/** The loop: takes what happened batch by batch, one transaction each, until the signal. */
const taking = (
  { db, store, read }: ProjectorOptions,
  { marks, inTurn, signal, stands }: Shared,
  live: () => ReadonlyMap<string, Writer>,
) => {
  const pace = paceMaker();

  const take = async (facts: readonly Recorded[], upTo: bigint): Promise<void> => {
    const began = performance.now();
    const position = stands.position();
    const news = facts.filter((fact) => fact.position > position);
    const writers = live();
    await inTransaction(db, async () => {
      await applyAll(writers.values(), news, read);
      for (const name of writers.keys()) marks.move(name, upTo);
    });
    for (const writer of writers.values()) writer.committed?.();
    pace.took(performance.now() - began);
    stands.moved(upTo);
  };

  const run = async (): Promise<void> => {
    try {
      for await (const { facts, upTo } of gathered(store, stands.position(), signal)) {
        if (facts.length > 0 || upTo > stands.position()) await inTurn(() => take(facts, upTo));
        await pace.rest(() => signal.aborted || stands.isAwaited());
      }
    } catch (error) {
      stands.fail(error);
    }
  };

  return { run, hurry: pace.hurry };
};

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
