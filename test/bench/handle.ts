import { join } from 'node:path';
import { enterprise } from '../../domain/enterprise/decider.ts';
import { commandHandler } from '../../src/handle.ts';
import { derivedId } from '../../src/ids.ts';
import { openEmbeddedStore } from '../../src/store/sqlite.ts';
import { rawAppends } from './append.ts';
import { beside, perSecond, scratch, type Measured } from './measure.ts';

const ROUNDS = 5;
/** Long enough for the log beside the file to have come to its full length, as in a server that runs. */
export const ROUND_MS = 2000;
/** Facts that a stream takes before its writer begins another. */
export const LIFE = 50;

const dayOfLife = (n: number): string =>
  new Date(Date.UTC(2016, 0, 1 + n)).toISOString().slice(0, 10);

const register = {
  type: 'Register',
  data: {
    registeredOn: '2016-01-01',
    name: 'Loom Works',
    division: '320613',
    industry: '17',
    industryScheme: 'gb4754-2017',
  },
};

/** Commands per second: load, fold, decide, append, each writer on its own streams. */
export const ours = (writers: number): Promise<number> =>
  scratch(async (folder) => {
    const store = openEmbeddedStore({ file: join(folder, 'events.db') });
    const { handle } = commandHandler(store);
    const rate = await perSecond(writers, ROUND_MS, (writer, n) => {
      const id = `e-${String(writer)}-${String(Math.floor(n / LIFE))}`;
      const data = { asOf: dayOfLife(n % LIFE), workers: 100 + (n % 7), women: 40 };
      const command = n % LIFE === 0 ? register : { type: 'ReportHeadcount', data };
      const commandId = derivedId('bench', id, n);
      return handle(enterprise, id, enterprise.command.parse(command), {
        at: '2026-01-01T00:00:00.000Z',
        by: 'clerk-12',
        commandId,
      });
    });
    await store.close();
    return rate;
  });

const row = async (writers: number): Promise<Measured> => ({
  path: 'command through handle',
  size: `${String(writers)} writers`,
  unit: 'commands/s',
  target: writers === 100 ? '≥ 1.0 of a raw transaction of 100' : '≥ 0.8 of a raw transaction',
  ...(await beside(
    ROUNDS,
    () => ours(writers),
    () => rawAppends(writers, ROUND_MS),
  )),
});

/** Load, fold, decide and append against bare inserts. */
export const benchHandle = async (): Promise<Measured[]> => [
  await row(1),
  await row(10),
  await row(100),
];

if (import.meta.main) console.table(await benchHandle());
