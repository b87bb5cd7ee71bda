import type { DatabaseSync } from 'node:sqlite';
import type { FactReader } from './system/facts.ts';
import { applyAll, beginInPlace, buildBeside, inTransaction } from './read/build.ts';
import { checkpoints } from './read/checkpoints.ts';
import { gathered } from './read/gather.ts';
import type { ReadModel, Writer } from './read/model.ts';
import { paceMaker } from './read/pace.ts';
import { waitingRoom } from './read/waiters.ts';
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

/** One piece of work at a time on the writing connection: a batch, or the swap of a rebuilt model. */
const oneAtATime = () => {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return mine;
  };
};

/** So many facts, and more than half of all, are sooner taken by building anew than one after the other. */
const MANY = 500n;
const isFar = (position: bigint, head: bigint): boolean =>
  head - position > MANY && position * 2n < head;

/** The models that stand level in the database, ready to be written; in one without any, all of them, begun anew. */
const openLevel = (db: DatabaseSync, models: readonly ReadModel[], isSameLog: boolean) => {
  const marks = checkpoints(db);
  const found = models.map((model) => marks.find(model) ?? -1n);
  const furthest = found.reduce((most, at) => (at > most ? at : most), -1n);
  const isBegun = isSameLog && furthest >= 0n;
  if (!isBegun) for (const model of models) beginInPlace(db, marks, model);
  const level = models.filter((_model, i) => !isBegun || found[i] === furthest);
  const place = { suffix: '', generation: 0 };
  return {
    marks,
    live: new Map(level.map((model) => [model.name, model.open(db, place)])),
    position: isBegun ? furthest : BEGINNING,
  };
};

/**
 * Keeps read models up to date: one loop, one transaction a batch, rows and checkpoint together.
 * A model that is new or has a new version is built beside and joins when it is level.
 */
export const projector = ({ db, store, models, read, stopped }: ProjectorOptions) => {
  const marks = checkpoints(db);
  const ended = new AbortController();
  const { signal } = ended;
  const room = waitingRoom();
  const pace = paceMaker();
  const inTurn = oneAtATime();
  const rebuilding = new Set<string>();
  let live: ReadonlyMap<string, Writer> = new Map();
  let position = BEGINNING;
  let movedAt = performance.now();
  let failure: Error | undefined;
  let hasBeenLevel = false;
  let done: Promise<void> = Promise.resolve();

  const take = async (facts: readonly Recorded[], upTo: bigint): Promise<void> => {
    const began = performance.now();
    const news = facts.filter((fact) => fact.position > position);
    await inTransaction(db, async () => {
      await applyAll(live.values(), news, read);
      for (const name of live.keys()) marks.move(name, upTo);
    });
    for (const writer of live.values()) writer.committed?.();
    position = upTo;
    movedAt = performance.now();
    pace.took(movedAt - began);
    room.wake(position);
  };

  const fail = (error: unknown): void => {
    if (signal.aborted) return;
    ended.abort();
    failure = error instanceof Error ? error : new Error(String(error));
    room.dismiss();
    stopped(failure);
  };

  const run = async (): Promise<void> => {
    try {
      for await (const { facts, upTo } of gathered(store, position, signal)) {
        if (facts.length > 0 || upTo > position) await inTurn(() => take(facts, upTo));
        await pace.rest(() => signal.aborted || !room.isEmpty());
      }
    } catch (error) {
      fail(error);
    }
  };

  const joined = ({ name }: ReadModel, writer: Writer): void => {
    live = new Map([...live, [name, writer]]);
    rebuilding.delete(name);
  };
  const building = { db, store, read, marks, inTurn, joined, signal };

  /** Builds models from the first fact in tables of their own, and swaps them in when they are level. */
  const rebuild = async (some: readonly ReadModel[]): Promise<void> => {
    for (const { name } of some) rebuilding.add(name);
    await buildBeside({ ...building, isServing: true, joinAt: () => position }, some);
  };

  /** Builds all models before anybody is served: to the head of now, or a little further. */
  const buildAll = async (head: bigint): Promise<void> => {
    for (const { name } of models) rebuilding.add(name);
    const joinAt = (upTo: bigint) => (upTo > head ? upTo : head);
    try {
      position = (await buildBeside({ ...building, isServing: false, joinAt }, models)) ?? position;
    } catch (error) {
      fail(error);
      throw error;
    }
  };

  /** Waits until everything up to a position is in every model; false after `ms`, or when the models have stopped. */
  const seen = (wanted: bigint, ms: number): Promise<boolean> => {
    if (position >= wanted) return Promise.resolve(true);
    if (failure) return Promise.resolve(false);
    const waited = room.wait(wanted, ms);
    pace.hurry();
    return waited;
  };

  /**
   * Opens what is there, starts the loop, builds what is missing; resolves when every model stands at
   * the head of now. Models that were made from another log are made anew.
   */
  const start = async (isSameLog = (): Promise<boolean> => Promise.resolve(true)) => {
    ({ live, position } = openLevel(db, models, marks.isEmpty() || (await isSameLog())));
    const head = await store.head();
    if (isFar(position, head)) await buildAll(head);
    const missing = models.filter(({ name }) => !live.has(name));
    if (!signal.aborted) done = run();
    if (missing.length > 0) await rebuild(missing);
    await seen(head, FOREVER_MS);
    if (failure) throw failure;
    hasBeenLevel = true;
  };

  const close = async (): Promise<void> => {
    ended.abort();
    pace.hurry();
    room.dismiss();
    await done;
    await inTurn(() => Promise.resolve());
  };

  return {
    start,
    seen,
    rebuild,
    close,
    /** Runs while the models stand still, and tells where; what is recorded meanwhile waits. */
    still: <T>(work: (at: bigint) => Promise<T>): Promise<T> => inTurn(() => work(position)),
    position: () => position,
    /** Whether the models have stood at the head since they were opened. */
    hasBeenLevel: () => hasBeenLevel,
    /** How long ago the models moved on last. */
    idleMs: () => Math.round(performance.now() - movedAt),
    rebuilding: () => [...rebuilding],
    failure: () => failure,
  };
};
