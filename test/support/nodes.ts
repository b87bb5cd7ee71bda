import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { openApp, type App, type OpenOptions } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import type { Message } from '../../domain/shared/message.ts';
import type { EventStore, Recorded } from '../../src/store/event-store.ts';
import { leaseIn } from '../../src/system/lease.ts';
import { as } from './machine.ts';
import { dataFolder } from './server-process.ts';

/** How long a node on duty may be silent in these tests; a sixth of it goes by between two looks. */
export const TERM_MS = 1_200;

/** The time that leases count in, which passes when a test says so: no machine is too slow for its duty. */
export const leaseTime = () => {
  let passed = 0;
  return {
    elapsed: (): number => passed,
    passes: (ms: number): void => {
      passed += ms;
    },
  };
};

type NodeOptions = OpenOptions & {
  readonly folder?: string;
  /** By what its lease counts; it stands still when left out. */
  readonly elapsed?: () => number;
};

let nodes = 0;

/** One more node on a store that others use, too, with read models of its own. */
export const nodeOn = async (store: EventStore, options: NodeOptions = {}) => {
  const { now = () => new Date().toISOString(), elapsed = () => 0 } = options;
  const holder = `node-${String((nodes += 1))}`;
  const lease = leaseIn({ store, holder, term: TERM_MS, now, elapsed });
  const { folder, remove } = options.folder
    ? { folder: options.folder, remove: () => undefined }
    : dataFolder();
  const config = readConfig({
    CONCORD_DATA: folder,
    CONCORD_LEASE_MS: String(TERM_MS),
    LOG_LEVEL: 'silent',
  });
  const app = await openApp(config, { ticksEvery: 0, lease, ...options, store });
  return {
    app,
    folder,
    close: async (): Promise<void> => {
      await app.close();
      remove();
    },
  };
};

/** A store as one node reaches it: it can be cut off in the middle of an append, as a paused process is. */
export const pausable = (store: EventStore) => {
  let isPaused = false;
  let wake = new EventTarget();
  const stuck = new EventTarget();
  let pauseAt: string | undefined;
  const goesOn = async (stream: string, writes: boolean): Promise<void> => {
    if (writes && stream === pauseAt) {
      pauseAt = undefined;
      isPaused = true;
      wake = new EventTarget();
      stuck.dispatchEvent(new Event('stuck'));
    }
    if (isPaused) await once(wake, 'wake');
  };
  return {
    store: {
      ...store,
      append: async (...args: Parameters<EventStore['append']>) => {
        await goesOn(args[0], args[1].length > 0);
        return store.append(...args);
      },
      read: async (...args: Parameters<EventStore['read']>) => {
        await goesOn(args[0], false);
        return store.read(...args);
      },
    } satisfies EventStore,
    /** Resolves when the node has come to write to this stream: there it stays. */
    pausesAt: (stream: string): Promise<unknown> => {
      pauseAt = stream;
      return once(stuck, 'stuck');
    },
    wakes: (): void => {
      isPaused = false;
      wake.dispatchEvent(new Event('wake'));
    },
  };
};

const PATIENCE_MS = 600_000;

/** Resolves when it is so; a test that waits in vain ends by its own limit, and this soon after. */
export const until = async (isSo: () => boolean | Promise<boolean>): Promise<void> => {
  const end = performance.now() + PATIENCE_MS;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error('It never came to be so.');
    await pause(20);
  }
};

/** Sends a command to a node, under the command id of this name. */
export const tell = async (app: App, [noun, id]: readonly [string, string], command: Message) => {
  const thing = app.things.find((one) => one.noun === noun);
  if (!thing) throw new Error(`There are no ${noun}.`);
  const asked = as(`${noun} ${id} ${command.type}`, { at: app.now() });
  return app.handle(thing, id, command, asked);
};

/** Every fact of the business, in order. */
export const business = async (store: EventStore): Promise<readonly Recorded[]> => {
  const head = await store.head();
  const enough = new AbortController();
  const found: Recorded[] = [];
  if (head === 0n) return found;
  for await (const { facts, upTo } of store.follow(0n, enough.signal)) {
    found.push(...facts.filter(({ stream }) => !stream.startsWith('lease-')));
    if (upTo >= head) break;
  }
  return found;
};
