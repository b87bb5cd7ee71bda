import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { oneAtATime } from '../../src/one-at-a-time.ts';
import { LIFE, ours, ROUND_MS } from './handle.ts';
import { beside, perSecond, scratch, type Measured } from './measure.ts';

const ROUNDS = 5;

type Fact = { readonly type: string; readonly data: { readonly workers: number } };
type State = { readonly workers: number };
type Peer = {
  readonly getSQLiteEventStore: (options: {
    readonly fileName: string;
    readonly schema: { readonly autoMigration: 'CreateOrUpdate' };
  }) => object;
  readonly CommandHandler: (options: {
    readonly evolve: (state: State, fact: Fact) => State;
    readonly initialState: () => State;
  }) => (store: object, stream: string, decide: (state: State) => Fact) => Promise<unknown>;
};

/** The peer as it was installed in a folder: it brings a driver that is built on the machine. */
const peerIn = async (folder: string): Promise<Peer> => {
  const from = createRequire(join(folder, 'package.json'));
  const load = (name: string): Promise<unknown> =>
    import(pathToFileURL(from.resolve(`@event-driven-io/${name}`)).href);
  const [store, commands] = await Promise.all([load('emmett-sqlite'), load('emmett')]);
  return { ...(store as Peer), ...(commands as Peer) };
};

/** Commands per second: load, fold, decide, append, one after the other, for side by side they fail there. */
const theirs = ({ getSQLiteEventStore, CommandHandler }: Peer, writers: number): Promise<number> =>
  scratch(async (folder) => {
    const store = getSQLiteEventStore({
      fileName: join(folder, 'peer.db'),
      schema: { autoMigration: 'CreateOrUpdate' },
    });
    const handle = CommandHandler({
      evolve: (_, { data }) => ({ workers: data.workers }),
      initialState: () => ({ workers: 0 }),
    });
    const inTurn = oneAtATime();
    return perSecond(writers, ROUND_MS, (writer, n) => {
      const stream = `enterprise-e-${String(writer)}-${String(Math.floor(n / LIFE))}`;
      const type = n % LIFE === 0 ? 'EnterpriseRegistered' : 'HeadcountReported';
      return inTurn(() =>
        handle(store, stream, () => ({ type, data: { workers: 100 + (n % 7) } })),
      );
    });
  });

const row = async (peer: Peer, writers: number): Promise<Measured> => ({
  path: 'command through handle, against emmett-sqlite',
  size: `${String(writers)} writers`,
  unit: 'commands/s',
  target: '≥ 20 times theirs',
  ...(await beside(
    ROUNDS,
    () => ours(writers),
    () => theirs(peer, writers),
  )),
});

/** The same work against emmett-sqlite, from the folder that BENCH_EMMETT names (`npm install @event-driven-io/emmett-sqlite sqlite3` in it). */
export const benchPeer = async (): Promise<Measured[]> => {
  const folder = process.env['BENCH_EMMETT'];
  if (folder === undefined) throw new Error('BENCH_EMMETT names no folder with emmett-sqlite.');
  const peer = await peerIn(folder);
  return [await row(peer, 1), await row(peer, 100)];
};

if (import.meta.main) console.table(await benchPeer());
