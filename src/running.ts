import type { Logger } from 'pino';
import { sql, type Query } from '../projections/projection.ts';
import type { Order } from '../domain/shared/policy.ts';
import type { Progress } from './app.ts';
import type { clock } from './clock.ts';
import type { Config } from './config.ts';
import { OWN_CATEGORY } from './facts.ts';
import type { Asked } from './handle.ts';
import { derivedId } from './ids.ts';
import { unfinishedErasures } from './people.ts';
import type { projector } from './projector.ts';
import type { reactor } from './reactor.ts';
import type { ReadModel } from './read/model.ts';
import type { EventStore, Recorded } from './store/event-store.ts';
import { readModels } from './things.ts';
import type { timeKeeper } from './time.ts';
import type { Erasure, Vault } from './vault.ts';

type All = <R>(query: Query<R>) => R[];

/** The parts of a system that runs. */
export type Running = {
  readonly config: Config;
  readonly log: Logger;
  readonly store: EventStore;
  readonly vault: Vault;
  readonly models: ReturnType<typeof projector>;
  readonly reacting: ReturnType<typeof reactor>;
  readonly ticking: ReturnType<typeof clock>;
  readonly time: ReturnType<typeof timeKeeper>;
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

/** Everything that happened in the business, from after a position, then live. */
export const businessOf = async function* (
  store: EventStore,
  after: bigint,
  signal: AbortSignal,
): AsyncGenerator<readonly Recorded[]> {
  for await (const { facts } of store.follow(after, signal)) {
    const business = facts.filter(({ stream }) => !stream.startsWith(`${OWN_CATEGORY}-`));
    if (business.length > 0) yield business;
  }
};

export const progressOf = async ({ store, models }: Running): Promise<Progress> => {
  const head = await store.head();
  const position = models.position();
  const reason = models.failure()?.message;
  return {
    position,
    head,
    behindMs: position >= head ? 0 : models.idleMs(),
    rebuilding: models.rebuilding(),
    ...(reason === undefined ? {} : { stopped: reason }),
  };
};

/** The read models of these names; all when none is named. Throws for a name that is none. */
export const modelsNamed = (names?: readonly string[]): readonly ReadModel[] => {
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
export const finishErasures = async (
  { store, vault, time }: Running,
  all: All,
  execute: (order: Order, asked: Asked) => Promise<void>,
): Promise<void> => {
  for (const { person, ...data } of unfinishedErasures(vault, await erasedInLog(store, all))) {
    const commandId = derivedId('erasure', person);
    const command = { type: 'Erase', data };
    const asked = { at: time.now(), by: 'clock', commandId };
    await execute({ category: 'person', id: person, command }, asked);
  }
};

/** Stops taking work in, lets what runs finish, closes the files. */
export const shut = async (
  { ticking, reacting, models, store, vault }: Running,
  ...files: readonly (() => void | Promise<void>)[]
): Promise<void> => {
  await ticking.close();
  await reacting.close();
  await models.close();
  for (const close of files) await close();
  vault.close();
  await store.close();
};
