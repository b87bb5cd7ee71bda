import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { bargainingCase } from '../../domain/bargaining-case/decider.ts';
import { collectiveContract } from '../../domain/collective-contract/decider.ts';
import { enterprise } from '../../domain/enterprise/decider.ts';
import { person } from '../../domain/person/decider.ts';
import { openApp, type App, type Thing } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { factReader } from '../../src/system/facts.ts';
import { derivedId } from '../../src/ids.ts';
import type { Asked } from '../../src/command/asked.ts';
import { openEmbeddedStore } from '../../src/store/sqlite.ts';
import type { EventStore, Recorded } from '../../src/store/event-store.ts';
import { dataFolder } from './server-process.ts';

/** Understands the facts of every aggregate there is. */
export const read = factReader([enterprise, collectiveContract, bargainingCase, person]);

/** A log and an empty database for read models beside it, in a folder of their own. */
export const machinery = () => {
  const { folder, remove } = dataFolder();
  const store = openEmbeddedStore({ file: join(folder, 'events.db') });
  const db = new DatabaseSync(join(folder, 'views.db'));
  return {
    folder,
    store,
    db,
    close: async (): Promise<void> => {
      db.close();
      await store.close();
      remove();
    },
  };
};

/** Who asks in these tests, under the command id of this name. */
export const as = (name: string, more: Partial<Asked> = {}): Asked => ({
  at: '2026-06-01T01:00:00.000Z',
  by: 'clerk-1',
  commandId: derivedId('test', name),
  ...more,
});

/** Writes a fact to the log that no decider decided. */
export const write = async (
  store: EventStore,
  stream: string,
  {
    type,
    data,
    version = 1,
  }: { readonly type: string; readonly data: unknown; readonly version?: number },
): Promise<bigint> => {
  const revision = BigInt((await store.read(stream)).length) - 1n;
  const commandId = derivedId('written', stream, String(revision), type);
  const { position } = await store.append(
    stream,
    [{ id: commandId, type, version, data }],
    revision,
    {
      ...as('writer'),
      commandId,
      bodyHash: '',
      correlationId: commandId,
      causationId: commandId,
    },
  );
  return position;
};

/** The mill as it is registered, and a headcount of it. */
export const plant = {
  registeredOn: '2020-03-01',
  name: '阜新棉纺厂',
  division: '210902',
  industry: 'C17',
  industryScheme: 'gb4754-2017',
} as const;
export const registers = { type: 'Register', data: plant } as const;
export const reports = (workers: number, asOf = '2025-12-31') =>
  ({ type: 'ReportHeadcount', data: { asOf, workers } }) as const;

/** Works on the log of a folder that no server holds. */
export const onLog = async <T>(
  folder: string,
  work: (store: EventStore) => Promise<T>,
): Promise<T> => {
  const store = openEmbeddedStore({ file: join(folder, 'events.db') });
  const result = await work(store);
  await store.close();
  return result;
};

/** The whole system over a folder, on the morning of a day; its clock rings at the start and when it is moved. */
export const openedOn = (folder: string, day: string, atOnce = false): Promise<App> =>
  openApp(readConfig({ CONCORD_DATA: folder, CONCORD_CLOCK: 'settable', LOG_LEVEL: 'silent' }), {
    now: () => `${day}T01:00:00.000Z`,
    ticksEvery: 0,
    atOnce,
  });

/** What happened to one thing, in order. */
export const historyOf = async (app: App, noun: string, id: string): Promise<readonly Recorded[]> =>
  app.history(app.things.find((thing) => thing.noun === noun) as Thing, id);
