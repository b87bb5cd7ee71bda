import type { DatabaseSync } from 'node:sqlite';
import type { Logger } from 'pino';
import { sql, type Query } from '../../projections/projection.ts';
import type { Order } from '../../domain/shared/policy.ts';
import type { Progress, Thing } from '../app.ts';
import type { Config } from '../config.ts';
import type { DutyRoster } from './duty.ts';
import { OWN_CATEGORY, type FactReader } from './facts.ts';
import type { AnyStore } from './open-store.ts';
import { has, lastSeenIn, reaches } from './snapshot.ts';
import type { AnyDecider, Asked } from '../command/asked.ts';
import type { commandHandler } from '../handle.ts';
import { derivedId } from '../ids.ts';
import type { Keeper } from '../people/keeper.ts';
import { unfinishedErasures } from '../people/people.ts';
import type { projector } from '../projector.ts';
import { checkpoints } from '../read/checkpoints.ts';
import type { ReadModel } from '../read/model.ts';
import type { readers } from '../read/readers.ts';
import type { EventStore, Recorded } from '../store/event-store.ts';
import type { timeKeeper } from '../time.ts';
import type { Erasure, Vault } from '../people/vault.ts';

type All = <R>(query: Query<R>) => R[];

/** The parts of a system that runs. */
export type Running = {
  readonly config: Config;
  readonly log: Logger;
  readonly store: AnyStore;
  readonly keeper: Keeper;
  readonly vault: Vault;
  /** The file of the read models, and the connection that writes it. */
  readonly views: string;
  readonly db: DatabaseSync;
  readonly reading: ReturnType<typeof readers>;
  readonly time: ReturnType<typeof timeKeeper>;
  readonly things: readonly Thing[];
  readonly deciders: readonly AnyDecider[];
  readonly read: FactReader;
  readonly commands: ReturnType<typeof commandHandler>;
  /** Every read model, as it is built here. */
  readonly builds: readonly ReadModel[];
  readonly models: ReturnType<typeof projector>;
  readonly execute: (order: Order, asked: Asked) => Promise<void>;
  /** The reactor and the clock, while this node is on duty. */
  readonly duty: DutyRoster;
  /** Lets another process have the read models. */
  readonly unlock: () => void;
  /** Why a part stopped for good, by its name. */
  readonly stops: ReadonlyMap<string, string>;
  readonly stopped: (part: string) => (reason: Error) => void;
  /** Aborted when the system closes. */
  readonly closing: AbortController;
};

/** When the last fact was recorded. */
export const lastInstant = sql<{ readonly at: string }>()`SELECT at FROM journal
  ORDER BY position_no DESC LIMIT 1`;

/** The last position known at an instant; 0 before the first fact. */
export const positionAt = (all: All, instant: string): bigint => {
  const [row] = all(sql<{ readonly position: string }>()`
    SELECT CAST(position_no AS TEXT) AS position FROM journal_moments
    WHERE at_ms <= ${Date.parse(instant)} ORDER BY at_ms DESC LIMIT 1`);
  return BigInt(row?.position ?? 0);
};

/** The last position of a fact of ours up to this one: a server takes no place where none of its records ends. */
const recordedUpTo = (all: All, position: bigint): bigint => {
  const [row] = all(sql<{ readonly last: string | null }>()`
    SELECT CAST(max(position_no) AS TEXT) AS last FROM journal WHERE position_no <= ${position}`);
  return BigInt(row?.last ?? 0);
};

/** Everything that happened in the business, from after a position that a caller names, then live. */
export const businessOf = async function* (
  { store, reading }: Pick<Running, 'store' | 'reading'>,
  after: bigint,
  signal: AbortSignal,
): AsyncGenerator<readonly Recorded[]> {
  for await (const { facts } of store.follow(recordedUpTo(reading.all, after), signal)) {
    const business = facts.filter(
      ({ stream, position }) => position > after && !stream.startsWith(`${OWN_CATEGORY}-`),
    );
    if (business.length > 0) yield business;
  }
};

/** How far the read models are; `stopped` names every part that stopped for good, and why. */
export const progressOf = async ({ store, models, stops }: Running): Promise<Progress> => {
  const head = await store.head();
  const position = models.position();
  const reasons = [...stops].map(([part, reason]) => `${part}: ${reason}`);
  return {
    position,
    head,
    behindMs: position >= head ? 0 : models.idleMs(),
    rebuilding: models.rebuilding(),
    starting: !models.hasBeenLevel(),
    ...(reasons.length === 0 ? {} : { stopped: reasons.join('; ') }),
  };
};

/** The read models of these names; all when none is named. Throws for a name that is none. */
export const modelsNamed = (
  readModels: readonly ReadModel[],
  names?: readonly string[],
): readonly ReadModel[] => {
  if (!names || names.length === 0) return readModels;
  return names.map((name) => {
    const found = readModels.find((model) => model.name === name);
    if (!found) {
      const known = readModels.map((model) => model.name).join(', ');
      throw new RangeError(`There is no read model ${name}; there are: ${known}.`);
    }
    return found;
  });
};

const erasedInLog = async (store: EventStore, all: All): Promise<readonly Erasure[]> => {
  const erased = all(sql<{ readonly subject: string }>()`SELECT DISTINCT subject FROM journal
    WHERE category = 'person' AND type = 'PersonErased'`);
  const found = erased.map(async ({ subject: person }) => {
    const facts = await store.read(`person-${person}`);
    const fact = facts.find(({ type }) => type === 'PersonErased');
    return { person, ...(fact?.data as Omit<Erasure, 'person'>) };
  });
  return Promise.all(found);
};

/** After a crash or a restored backup, the keys and the log agree again on who was erased. */
export const finishErasures = async (running: Running): Promise<void> => {
  const { store, vault, keeper, time, reading, execute, log } = running;
  if ((await keeper.standing()) === 'elsewhere') {
    log.warn({ keys: vault.id }, 'the people of this log are sealed under other keys than these');
    return;
  }
  const inLog = await erasedInLog(store, reading.all);
  for (const { person, ...data } of unfinishedErasures(vault, inLog)) {
    const commandId = derivedId('erasure', person);
    const command = { type: 'Erase', data };
    const asked = { at: time.now(), by: 'clock', commandId };
    await execute({ category: 'person', id: person, command }, asked);
  }
};

/**
 * Whether the read models were made from this very log: after a restore, positions may mean other
 * facts. Throws Corrupt where a server's log ends before them: it may be another's, touch nothing.
 */
export const isSameLog = async (db: DatabaseSync, store: AnyStore): Promise<boolean> => {
  const furthest = checkpoints(db).furthest();
  await store.assertHolds?.(furthest);
  if (!(await reaches(store, furthest))) return false;
  const last = lastSeenIn(db);
  return !last || (await has(store, last));
};

/** Stops taking work in, lets what runs finish, closes the files. */
export const shut = async (running: Running): Promise<void> => {
  const { closing, duty, models, reading, db, vault, store, unlock } = running;
  closing.abort();
  await duty.close();
  await models.close();
  await reading.close();
  db.close();
  vault.close();
  await store.close();
  unlock();
};
