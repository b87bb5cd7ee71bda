import type { DatabaseSync } from 'node:sqlite';
import { setImmediate as breathe } from 'node:timers/promises';
import type { FactReader } from '../system/facts.ts';
import { BEGINNING, type EventStore, type Recorded } from '../store/event-store.ts';
import type { Checkpoints } from './checkpoints.ts';
import { gathered } from './gather.ts';
import type { Place } from './history-table.ts';
import type { ReadModel, Writer } from './model.ts';
import { overwriting } from './overwriting.ts';
import { turns } from './pace.ts';

const BESIDE = '__next';

const drop = (db: DatabaseSync, { tables, overwrites }: ReadModel, suffix: string): void => {
  const letGo = () => {
    for (const table of tables) db.exec(`DROP TABLE IF EXISTS ${table}${suffix}`);
  };
  if (overwrites) overwriting(db, letGo);
  else letGo();
};

/** Makes a model's tables, empty, in their own place. */
export const beginInPlace = (db: DatabaseSync, marks: Checkpoints, model: ReadModel): void => {
  const generation = marks.nextGeneration();
  db.exec('BEGIN IMMEDIATE');
  // A view over tables that are gone would stop them from being made again.
  dropViews(db, model);
  drop(db, model, '');
  model.create(db, { suffix: '', generation });
  model.index(db, { suffix: '', generation });
  model.show(db);
  marks.put(model, BEGINNING, generation);
  db.exec('COMMIT');
};

const dropViews = (db: DatabaseSync, { tables }: ReadModel): void => {
  const views = db.prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'view'`).all() as {
    name: string;
    sql: string;
  }[];
  for (const { name, sql } of views) {
    if (tables.some((table) => sql.includes(table))) db.exec(`DROP VIEW ${name}`);
  }
};

const swap = (db: DatabaseSync, model: ReadModel): void => {
  dropViews(db, model);
  drop(db, model, '');
  for (const table of model.tables) db.exec(`ALTER TABLE ${table}${BESIDE} RENAME TO ${table}`);
  model.show(db);
};

/** Applies facts to writers in one transaction; `also` is committed with them. */
export const inTransaction = async (
  db: DatabaseSync,
  work: () => Promise<void> | void,
): Promise<void> => {
  db.exec('BEGIN IMMEDIATE');
  try {
    await work();
    db.exec('COMMIT');
  } catch (error) {
    db.exec('ROLLBACK');
    throw error;
  }
};

/** Gives facts to every writer, in order; the transaction stays open while others get their turn. */
export const applyAll = async (
  writers: Iterable<Writer>,
  facts: readonly Recorded[],
  read: FactReader,
): Promise<void> => {
  const all = [...writers];
  const turn = turns();
  for (const stored of facts) {
    const fact = read(stored);
    if (!fact) continue;
    for (const writer of all) {
      const pending = writer.apply(fact);
      if (pending) await pending;
    }
    await turn();
  }
  for (const writer of all) await writer.flush(turn);
};

/** Ends a building: writes all that was held back. */
export const finishAll = async (writers: Iterable<Writer>): Promise<void> => {
  const turn = turns();
  for (const writer of writers) await writer.finish(turn);
};

export type Building = {
  readonly db: DatabaseSync;
  readonly store: EventStore;
  readonly read: FactReader;
  readonly marks: Checkpoints;
  readonly signal: AbortSignal;
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  /** The position at which to join, when everything up to another was handed over. */
  readonly joinAt: (upTo: bigint) => bigint;
  /** The models are level and in place: write to them from now on. */
  readonly joined: (model: ReadModel, writer: Writer) => void;
  /** Whether others are served meanwhile: then indexes grow with the rows, for making one takes seconds. */
  readonly isServing: boolean;
};

/** The tables of models, empty, beside the live ones, and their writers. */
const beginBeside = (
  { db, isServing }: Building,
  models: readonly ReadModel[],
  place: Place,
): Writer[] => {
  for (const model of models) {
    drop(db, model, BESIDE);
    model.create(db, place);
    if (isServing) model.index(db, place);
  }
  return models.map((model) => model.open(db, place));
};

/** Ends a building: what was held back is written, and it takes the place of the live one. */
const putInPlace = async (
  { db, marks, joined, isServing }: Building,
  models: readonly ReadModel[],
  writers: readonly Writer[],
  [place, at]: readonly [Place, bigint],
): Promise<void> => {
  await inTransaction(db, async () => {
    await finishAll(writers);
    if (!isServing) for (const model of models) model.index(db, place);
    for (const model of models) {
      swap(db, model);
      marks.put(model, at, place.generation);
    }
  });
  const { generation } = place;
  for (const model of models) joined(model, model.open(db, { suffix: '', generation }));
};

/**
 * Builds models from the first fact in tables of their own beside the live ones, and swaps them in
 * when they stand where they join: no reader ever sees a blank. Answers where that was; undefined
 * when it was aborted before.
 */
export const buildBeside = async (
  building: Building,
  models: readonly ReadModel[],
): Promise<bigint | undefined> => {
  const { db, store, read, marks, inTurn, joinAt, signal } = building;
  const place = { suffix: BESIDE, generation: marks.nextGeneration(), isApart: true };
  const writers = await inTurn(async () => beginBeside(building, models, place));

  let waiting: readonly Recorded[] = [];

  /** Takes what is to be taken before joining, and joins when that is all there is. */
  const level = async (upTo: bigint): Promise<bigint | undefined> => {
    const limit = joinAt(upTo);
    const ready = waiting.filter((fact) => fact.position <= limit);
    waiting = waiting.slice(ready.length);
    await inTransaction(db, () => applyAll(writers, ready, read));
    if (waiting.length > 0 || upTo < limit) return undefined;
    await putInPlace(building, models, writers, [place, limit]);
    return limit;
  };
  const settle = async (upTo: bigint): Promise<bigint | undefined> => {
    for (;;) {
      const joined = await inTurn(() => level(upTo));
      if (joined !== undefined) return joined;
      if (waiting.length === 0 || signal.aborted) return undefined;
      // The live models have not come as far yet.
      await breathe();
    }
  };

  const atOnce = await settle(BEGINNING);
  if (atOnce !== undefined) return atOnce;
  for await (const { facts, upTo } of gathered(store, BEGINNING, signal)) {
    waiting = [...waiting, ...facts];
    const joined = await settle(upTo);
    if (joined !== undefined) return joined;
  }
  return undefined;
};
