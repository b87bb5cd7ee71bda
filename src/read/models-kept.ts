import type { DatabaseSync } from 'node:sqlite';
import type { InTurn } from '../one-at-a-time.ts';
import { BEGINNING, type EventStore } from '../store/event-store.ts';
import type { FactReader } from '../system/facts.ts';
import { beginInPlace, buildBeside } from './build.ts';
import type { Checkpoints } from './checkpoints.ts';
import type { ReadModel, Writer } from './model.ts';
import type { Standing } from './models-standing.ts';

/** The read models, where they are kept, and the log they are made from. */
export type Kept = {
  readonly db: DatabaseSync;
  readonly store: EventStore;
  readonly models: readonly ReadModel[];
  readonly read: FactReader;
};

/** The models that stand level in the database, ready to be written; in one without any, all of them, begun anew. */
const openLevel = ({ db, models }: Kept, marks: Checkpoints, isSameLog: boolean) => {
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

/** What the parts of a projector share. */
export type Shared = {
  readonly marks: Checkpoints;
  readonly inTurn: InTurn;
  readonly signal: AbortSignal;
  readonly stands: Standing;
};

/** The models that are kept up to date, and those that are built anew beside them until they are level. */
export const modelsIn = (kept: Kept, { marks, inTurn, signal, stands }: Shared) => {
  const { db, store, models, read } = kept;
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
      const level = openLevel(kept, marks, isSameLog);
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
