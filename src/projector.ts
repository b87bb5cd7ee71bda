import type { DatabaseSync } from 'node:sqlite';
import { setImmediate as breathe } from 'node:timers/promises';
import type { FactReader } from './facts.ts';
import { applyAll, beginInPlace, buildBeside, inTransaction } from './read/build.ts';
import { checkpoints } from './read/checkpoints.ts';
import { gathered } from './read/gather.ts';
import type { ReadModel, Writer } from './read/model.ts';
import { BEGINNING, type EventStore, type Recorded } from './store/event-store.ts';

/** The longest a timer can wait: for those who wait as long as it takes. */
const FOREVER_MS = 2_147_483_647;

/** While nobody waits, facts gather for this many times as long as the last batch took, within bounds. */
const TOGETHER = 4;
const TOGETHER_MS = { least: 20, most: 1_000 };

type Waiter = { readonly position: bigint; readonly wake: (seen: boolean) => void };

export type ProjectorOptions = {
  readonly db: DatabaseSync;
  readonly store: EventStore;
  readonly models: readonly ReadModel[];
  readonly read: FactReader;
  /** Told when the read models have stopped for good, and why. */
  readonly stopped: (reason: Error) => void;
};

/**
 * Keeps read models up to date: one loop, one transaction a batch, rows and checkpoint together.
 * A model that is new or has a new version is built beside and joins when it is level.
 */
export const projector = ({ db, store, models, read, stopped }: ProjectorOptions) => {
  const marks = checkpoints(db);
  const ended = new AbortController();
  const waiters = new Set<Waiter>();
  const rebuilding = new Set<string>();
  const live = new Map<string, Writer>();
  let position = 0n;
  let movedAt = performance.now();
  let tookMs = 0;
  let failure: Error | undefined;
  let hurry: () => void = () => undefined;
  /** One transaction at a time on this connection: batches, and the swap of a rebuilt model. */
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work, work);
    turn = mine.catch(() => undefined);
    return mine;
  };

  /** Opens the models that stand level; in a store without any, begins them all. */
  const openLive = (sameLog: boolean): void => {
    const found = models.map((model) => marks.find(model));
    const furthest = found.reduce<bigint>(
      (most, at) => (at !== undefined && at > most ? at : most),
      0n,
    );
    const begun = sameLog && found.some((at) => at !== undefined);
    models.forEach((model, i) => {
      if (!begun) beginInPlace(db, marks, model);
      else if (found[i] !== furthest) return;
      live.set(model.name, model.open(db, { suffix: '', generation: 0 }));
    });
    position = begun ? furthest : BEGINNING;
  };

  const wake = () => {
    for (const waiter of waiters) {
      if (waiter.position > position) continue;
      waiters.delete(waiter);
      waiter.wake(true);
    }
  };

  const take = async (facts: readonly Recorded[], upTo: bigint): Promise<void> => {
    const after = position;
    const began = performance.now();
    await inTransaction(db, async () => {
      await applyAll(
        live.values(),
        facts.filter((fact) => fact.position > after),
        read,
      );
      for (const name of live.keys()) marks.move(name, upTo);
    });
    position = upTo;
    movedAt = performance.now();
    tookMs = movedAt - began;
    wake();
  };

  const fail = (error: unknown) => {
    if (ended.signal.aborted) return;
    ended.abort();
    failure = error instanceof Error ? error : new Error(String(error));
    for (const { wake: tell } of waiters) tell(false);
    waiters.clear();
    stopped(failure);
  };

  /** While nobody waits, more facts are let come together: one transaction for many is cheaper. */
  const unhurried = async (): Promise<void> => {
    // A long catch-up must not keep requests waiting.
    await breathe();
    if (waiters.size > 0 || ended.signal.aborted) return;
    await new Promise<void>((resolve) => {
      const wait = Math.max(TOGETHER_MS.least, Math.min(TOGETHER_MS.most, tookMs * TOGETHER));
      const timer = setTimeout(resolve, wait);
      hurry = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  };

  const run = async (): Promise<void> => {
    try {
      for await (const { facts, upTo } of gathered(store, position, ended.signal)) {
        if (facts.length > 0 || upTo > position) await inTurn(() => take(facts, upTo));
        await unhurried();
      }
    } catch (error) {
      fail(error);
    }
  };

  /** Builds models from the first fact in tables of their own, and swaps them in when they are level. */
  const rebuild = async (some: readonly ReadModel[]): Promise<void> => {
    for (const { name } of some) rebuilding.add(name);
    const joined = (model: ReadModel, writer: Writer) => {
      live.set(model.name, writer);
      rebuilding.delete(model.name);
    };
    const building = { db, store, read, marks, inTurn, joined, signal: ended.signal };
    await buildBeside({ ...building, position: () => position }, some);
  };

  let done: Promise<void> = Promise.resolve();
  /**
   * Opens what is there, starts the loop, builds what is missing; resolves when every model stands at
   * the head of now. Models that were made from another log are made anew.
   */
  const start = async (
    isSameLog: () => Promise<boolean> = () => Promise.resolve(true),
  ): Promise<void> => {
    openLive(marks.isEmpty() || (await isSameLog()));
    const missing = models.filter((model) => !live.has(model.name));
    const head = await store.head();
    done = run();
    if (missing.length > 0) await rebuild(missing);
    await seen(head, FOREVER_MS);
    if (failure) throw failure;
  };

  /** Waits until everything up to a position is in every model; false after `ms`, or when the models have stopped. */
  const seen = (wanted: bigint, ms: number): Promise<boolean> => {
    if (position >= wanted) return Promise.resolve(true);
    if (failure) return Promise.resolve(false);
    return new Promise((resolve) => {
      const waiter: Waiter = {
        position: wanted,
        wake: (result) => {
          clearTimeout(timer);
          resolve(result);
        },
      };
      const timer = setTimeout(() => {
        waiters.delete(waiter);
        resolve(false);
      }, ms);
      waiters.add(waiter);
      hurry();
    });
  };

  const close = async (): Promise<void> => {
    ended.abort();
    hurry();
    for (const { wake: tell } of waiters) tell(false);
    await done;
    await turn.catch(() => undefined);
  };

  return {
    start,
    seen,
    rebuild,
    /** Runs while the models stand still, and tells where; what is recorded meanwhile waits. */
    still: <T>(work: (at: bigint) => Promise<T>): Promise<T> => inTurn(() => work(position)),
    close,
    position: () => position,
    /** How long ago the models moved on last. */
    idleMs: () => Math.round(performance.now() - movedAt),
    rebuilding: () => [...rebuilding],
    failure: () => failure,
  };
};
