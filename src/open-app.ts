import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pino, type Logger } from 'pino';
import { calendarVersion } from '../domain/law/holidays.ts';
import { policies } from '../domain/policies/all.ts';
import type { Order } from '../domain/shared/policy.ts';
import type { App, Thing } from './app.ts';
import { asking } from './asking.ts';
import { backupTo } from './backup.ts';
import { clock } from './clock.ts';
import type { Config } from './config.ts';
import { factReader } from './facts.ts';
import { figureDesk } from './figures.ts';
import { commandHandler, type Asked } from './handle.ts';
import { keysGoFirst } from './people.ts';
import { projector } from './projector.ts';
import { reactor } from './reactor.ts';
import { readers } from './read/readers.ts';
import {
  businessOf,
  finishErasures,
  lastInstant,
  modelsNamed,
  positionAt,
  progressOf,
  shut,
  type Running,
} from './running.ts';
import { openEmbeddedStore } from './store/sqlite.ts';
import { parts, readModels, things as allThings } from './things.ts';
import { timeKeeper } from './time.ts';
import { openVault } from './vault.ts';
import { verification } from './verify.ts';

export type OpenOptions = {
  /** The machine's clock: UTC with milliseconds. */
  readonly now?: () => string;
  readonly log?: Logger;
  /** How often the clock looks for what fell due, in milliseconds; 0 leaves it to `setClock` and the start. */
  readonly ticksEvery?: number;
  /** Return before the read models stand at the head (a server that answers /livez at once). */
  readonly atOnce?: boolean;
};

const A_MINUTE = 60_000;
const SEEN_WITHIN_MS = 2_000;
const PATIENCE_MS = 60_000;

const openViews = (file: string): DatabaseSync => {
  const db = new DatabaseSync(file);
  db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000;
    PRAGMA cache_size = -64000; PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = 32000`);
  return db;
};

/** Opens the whole system over one data folder: main, cli and tests all come in here. */
export const openApp = async (config: Config, options: OpenOptions = {}): Promise<App> => {
  const log = options.log ?? pino({ level: config.LOG_LEVEL });
  const time = timeKeeper(config, options.now ?? (() => new Date().toISOString()));
  const { now } = time;
  const folder = config.CONCORD_DATA;
  mkdirSync(folder, { recursive: true });
  const store = openEmbeddedStore({ file: join(folder, 'events.db') });
  const vault = openVault(join(folder, 'keys.db'), config.CONCORD_KEK);
  const views = join(folder, 'views.db');
  const db = openViews(views);

  const things = allThings(vault, now);
  const deciders = things.map(({ decider }) => decider);
  const read = factReader(deciders);
  const { handle, stand } = commandHandler(store, keysGoFirst(vault));
  const stopped = (part: string) => (error: Error) => {
    log.fatal({ part, error: error.message }, 'stopped: what is stored could not be taken further');
  };
  const models = projector({
    db,
    store,
    models: readModels,
    read,
    stopped: stopped('read models'),
  });
  const { all, heavy, pages, close: closeReaders } = readers(views);

  const execute = async (order: Order, asked: Asked): Promise<void> => {
    const thing = things.find(({ category }) => category === order.category);
    if (!thing) throw new Error(`Nobody takes orders for ${order.category}.`);
    await handle(thing.decider, order.id, order.command, asked);
  };
  const ask = asking(all, (position) => models.seen(position, PATIENCE_MS));
  const reacting = reactor({
    store,
    policies,
    read,
    execute,
    find: ask,
    now,
    log,
    stopped: stopped('reactor'),
  });
  const ticking = clock({
    all,
    execute,
    now,
    zone: config.CONCORD_ZONE,
    calendarVersion,
    log,
    every: options.ticksEvery ?? A_MINUTE,
  });
  const running: Running = { config, log, store, vault, models, reacting, ticking, time };

  /** Nothing is left to do at this moment: what fell due is ordered, reacted to and seen. */
  const settle = async (): Promise<void> => {
    for (let head = -1n; head !== (await store.head());) {
      head = await store.head();
      await models.seen(head, PATIENCE_MS);
      await ticking.ring();
      await reacting.settled(await store.head());
    }
  };
  const begin = async (): Promise<void> => {
    await models.start();
    time.startFrom(all(lastInstant)[0]?.at);
    await finishErasures(running, all, execute);
    await reacting.start();
    await ticking.start();
  };
  const ready = begin().catch((error: unknown) => {
    const reason = error instanceof Error ? error : new Error(String(error));
    if (!options.atOnce) throw reason;
    stopped('start')(reason);
  });
  if (!options.atOnce) await ready;

  return {
    config,
    log,
    things,
    parts,
    now,
    setClock: async (to) => {
      time.set(to);
      await settle();
    },
    handle: (thing, id, command, asked) => handle(thing.decider, id, command, asked),
    stand: (thing, id) => stand(thing.decider, id),
    history: ({ category }: Thing, id) => store.read(`${category}-${id}`),
    follow: (after, signal) => businessOf(store, after, signal),
    seen: (position, ms = SEEN_WITHIN_MS) => models.seen(position, ms),
    settle,
    progress: () => progressOf(running),
    health: () => store.health(),
    positionAt: (instant) => positionAt(all, instant),
    all,
    heavy,
    pages,
    figures: figureDesk({
      all,
      heavy,
      positionAt: (instant) => positionAt(all, instant),
      position: () => models.position(),
      now,
      zone: config.CONCORD_ZONE,
    }),
    rebuild: (tables) => models.rebuild(modelsNamed(tables)),
    verify: verification({ store, deciders, models: readModels, read, views, still: models.still }),
    backup: (to) => backupTo(to, { store, vault }),
    close: () => shut(running, closeReaders, () => db.close()),
  };
};
