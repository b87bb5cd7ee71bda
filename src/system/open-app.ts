import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { pino, type Logger } from 'pino';
import { calendarVersion } from '../../domain/law/holidays.ts';
import { policies } from '../../domain/policies/all.ts';
import { foresights } from '../../domain/policies/at-the-door/foresights.ts';
import type { Order } from '../../domain/shared/policy.ts';
import type { App, Thing } from '../app.ts';
import { asking, doorkeeper } from './asking.ts';
import { backupTo } from './backup.ts';
import { begin } from './begin.ts';
import { clock } from '../clock.ts';
import { attachmentsFolder, type Config } from '../config.ts';
import { factReader } from './facts.ts';
import { figureDesk } from '../figures.ts';
import type { Asked } from '../command/asked.ts';
import { commandHandler } from '../handle.ts';
import { keeperOf, type Keeper } from '../people/keeper.ts';
import { keysGoFirst } from '../people/people.ts';
import { projector } from '../projector.ts';
import { reactor } from '../reactor.ts';
import { readers } from '../read/readers.ts';
import { openViews } from '../read/views.ts';
import {
  businessOf,
  lastInstant,
  modelsNamed,
  positionAt,
  progressOf,
  shut,
  type Running,
} from './running.ts';
import { NotStarted, type EventStore } from '../store/event-store.ts';
import { lockForWriting, makeFolder } from '../store/sqlite.ts';
import { categories, parts, readModelsIn, things as allThings } from '../things.ts';
import { timeKeeper } from '../time.ts';
import { openVault, type Vault } from '../people/vault.ts';
import { dutyRoster, OffDuty, type DutyRoster, type Posts } from './duty.ts';
import { holderName, leaseIn, soleLease, type Lease } from './lease.ts';
import { openStore, type AnyStore, type StoreNeeds } from './open-store.ts';
import { admitSnapshot } from './snapshot.ts';
import { whenLevel } from './standing.ts';
import { verification } from './verify.ts';

export type OpenOptions = {
  /** The machine's clock: UTC with milliseconds. */
  readonly now?: () => string;
  readonly log?: Logger;
  /** How often the clock looks for what fell due, in milliseconds; 0 leaves it to `setClock` and the start. */
  readonly ticksEvery?: number;
  /** Return before the read models stand at the head (a server that answers /livez at once). */
  readonly atOnce?: boolean;
  /** An event store that other nodes use, too, instead of the one that the settings name; it stays open. */
  readonly store?: EventStore;
  /** The lease of a store that other nodes use, instead of one kept in it. */
  readonly lease?: Lease;
  /** How long the start waits for a shared store that is out of reach, in milliseconds; a node waits for ever. */
  readonly patience?: number;
  /** Only these read models are kept: for work that asks no others, before they are all built anew. */
  readonly models?: readonly string[];
};

const A_MINUTE = 60_000;
/** How often a node looks after the lease in its term. */
const LOOKS_A_TERM = 6;
const SEEN_WITHIN_MS = 2_000;
const PATIENCE_MS = 60_000;

type Files = {
  readonly store: AnyStore;
  readonly vault: Vault;
  readonly views: string;
  readonly db: DatabaseSync;
  readonly reading: ReturnType<typeof readers>;
  /** Lets another process have the read models. */
  readonly unlock: () => void;
};

/** Opens the files of a node and its store; what was opened is closed again when one of them can't be. */
const openFiles = async (config: Config, needs: StoreNeeds): Promise<Files> => {
  const { CONCORD_DATA: folder, CONCORD_KEYS: keys = folder, CONCORD_KEK: kek } = config;
  makeFolder(folder, 'CONCORD_DATA');
  makeFolder(keys, 'CONCORD_KEYS');
  makeFolder(attachmentsFolder(config), 'CONCORD_ATTACHMENTS');
  const views = join(folder, 'views.db');
  const unlock = lockForWriting(views);
  let store: AnyStore | undefined;
  try {
    store = await openStore(config, needs);
    await admitSnapshot(folder, store);
    const vault = openVault(join(keys, 'keys.db'), kek);
    const db = openViews(views);
    return { store, vault, views, db, reading: readers(views), unlock };
  } catch (error) {
    await store?.close();
    unlock();
    throw error;
  }
};

type Parts = Files & {
  /** Lets the keys work only where they are the log's; `vault` is what it lets. */
  readonly keeper: Keeper;
  readonly config: Config;
  readonly log: Logger;
  readonly time: ReturnType<typeof timeKeeper>;
  readonly things: readonly Thing[];
  /** Why a part stopped for good, by its name. */
  readonly stops: Map<string, string>;
  /** Aborted when the system closes. */
  readonly closing: AbortController;
};

/** Everything that runs by itself, over the same files. */
const assemble = (parts: Parts, options: OpenOptions): Running => {
  const { store, vault, db, config, log, things, stops } = parts;
  const builds = modelsNamed(readModelsIn(config.CONCORD_ZONE, vault), options.models);
  const deciders = things.map(({ decider }) => decider);
  const read = factReader(deciders);
  // A person's key goes before the fact: what a stale state decides must not come so far.
  const asksFirst = (category: string) => category === 'person';
  const commands = commandHandler(
    store,
    keysGoFirst(vault),
    store.isShared ? asksFirst : undefined,
  );
  const stopped = (part: string) => (error: Error) => {
    stops.set(part, error.message);
    log.fatal({ part, error: error.message }, 'stopped: what is stored could not be taken further');
  };
  const models = projector({
    db,
    store,
    models: builds,
    read,
    stopped: stopped('read models'),
  });
  const execute = async (order: Order, asked: Asked): Promise<void> => {
    const thing = things.find(({ category }) => category === order.category);
    if (!thing) throw new Error(`Nobody takes orders for ${order.category}.`);
    await commands.handle(thing.decider, order.id, order.command, asked);
  };
  const whole = { ...parts, deciders, read, commands, builds, models, execute, stopped };
  return { ...whole, duty: dutyOf(whole, options) };
};

type Machine = Omit<Running, 'duty'>;

/** The reactor and the clock of this node, which work while it is on duty. */
const dutyOf = (machine: Machine, options: OpenOptions): DutyRoster => {
  const { store, reading, models, execute, read, config, log, stops, stopped } = machine;
  const { now } = machine.time;
  const term = config.CONCORD_LEASE_MS;
  const holder = holderName();
  const kept = store.isShared ? leaseIn({ store, holder, term, now }) : soleLease(holder);
  const { lease = kept, ticksEvery = A_MINUTE } = options;
  const onDuty = async (order: Order, asked: Asked): Promise<void> => {
    if (!lease.isMine()) throw new OffDuty('Another node is on duty.');
    await execute(order, asked);
  };
  const find = asking(reading.all, (position) => models.seen(position, PATIENCE_MS));
  const posts = (failed: (reason: Error) => void): Posts => ({
    reacting: reactor({ store, policies, read, execute: onDuty, find, now, log, stopped: failed }),
    ticking: clock({
      all: reading.all,
      execute: onDuty,
      now,
      zone: config.CONCORD_ZONE,
      calendarVersion,
      log,
      every: ticksEvery,
    }),
  });
  return dutyRoster({
    lease,
    posts,
    every: store.isShared ? term / LOOKS_A_TERM : 0,
    isFit: () => stops.size === 0,
    log,
    stopped: stopped('reactor'),
  });
};

/** Nothing is left to do at this moment: what fell due is ordered, reacted to and seen. */
const settle = async ({ store, models, duty }: Running): Promise<void> => {
  for (let head = -1n; head !== (await store.head());) {
    head = await store.head();
    await models.seen(head, PATIENCE_MS);
    await duty.ring();
    await duty.settled(await store.head());
  }
};

const appOf = (running: Running): App => {
  const { config, log, time, things, store, vault, models, commands, reading } = running;
  const { all, heavy, pages, stand } = whenLevel(running);
  const known = (instant: string) => positionAt(all, instant);
  const latest = async () => models.seen(await store.head(), SEEN_WITHIN_MS);
  const atTheDoor = doorkeeper(reading.all, foresights, latest);
  return {
    config,
    log,
    things,
    parts,
    now: time.now,
    setClock: async (to) => {
      await models.seen(await store.head(), PATIENCE_MS);
      time.set(to, all(lastInstant)[0]?.at);
      await settle(running);
    },
    pretendTime: time.pretend,
    handle: async ({ category, decider }, id, command, asked) => {
      // It may be another's log: what is recorded there nobody takes out again.
      const stop = running.stops.get('start');
      if (stop !== undefined) throw new NotStarted(stop);
      await atTheDoor(category, id, command);
      return commands.handle(decider, id, command, asked);
    },
    stand: ({ decider }, id) => stand(decider, id),
    history: ({ category }, id) => store.read(`${category}-${id}`),
    follow: (after, signal) => businessOf(running, after, signal),
    seen: (position, ms = SEEN_WITHIN_MS) => models.seen(position, ms),
    settle: () => settle(running),
    progress: () => progressOf(running),
    position: () => models.position(),
    duty: () => running.duty.state(),
    health: () => store.health(),
    keys: () => running.keeper.standing(),
    storeEffort: () => store.figures?.(),
    positionAt: known,
    all,
    heavy,
    pages,
    figures: figureDesk({
      all,
      heavy,
      positionAt: known,
      position: () => models.position(),
      now: time.now,
      zone: config.CONCORD_ZONE,
    }),
    rebuild: async (tables) => models.rebuild(modelsNamed(running.builds, tables)),
    verify: verification({
      ...running,
      models: running.builds,
      still: models.still,
      attachments: attachmentsFolder(config),
    }),
    backup: (to) => backupTo(to, { store, vault, attachments: attachmentsFolder(config) }),
    close: () => shut(running),
  };
};

/** Opens the whole system over one data folder: main, cli and tests all come in here. */
export const openApp = async (config: Config, options: OpenOptions = {}): Promise<App> => {
  const log = options.log ?? pino({ level: config.LOG_LEVEL });
  const time = timeKeeper(config, options.now ?? (() => new Date().toISOString()));
  const files = await openFiles(config, { log, categories, given: options.store });
  const keeper = keeperOf(files.store, files.vault, time.now);
  const things = allThings(keeper, time.now);
  const stops = new Map<string, string>();
  const closing = new AbortController();
  const parts = {
    ...files,
    vault: keeper.vault,
    keeper,
    config,
    log,
    time,
    things,
    stops,
    closing,
  };
  const running = assemble(parts, options);
  const ready = begin(running, options.patience).catch(async (error: unknown) => {
    const reason = error instanceof Error ? error : new Error(String(error));
    if (closing.signal.aborted) return;
    if (options.atOnce) {
      running.stopped('start')(reason);
      return;
    }
    await shut(running);
    throw reason;
  });
  if (!options.atOnce) await ready;
  return appOf(running);
};
