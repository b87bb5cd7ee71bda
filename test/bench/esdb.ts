import { randomUUID } from 'node:crypto';
import { enterprise } from '../../domain/enterprise/decider.ts';
import { commandHandler } from '../../src/handle.ts';
import { openEsdbStore, type EsdbStore } from '../../src/store/esdb.ts';
import { BEGINNING, NO_STREAM, type Envelope } from '../../src/store/event-store.ts';
import { bareClient, servedDouble } from '../support/esdb/bare.ts';
import { beside, perSecond, type Measured } from './measure.ts';

const ROUNDS = 5;
const ROUND_MS = 700;
const FOLLOWED = 10_000;
const READ_FACTS = 5;

const data = { contract: 'C-1', terms: 'a'.repeat(320), steps: [1, 2, 3] };
const envelope: Envelope = {
  at: '2026-01-01T00:00:00.000Z',
  by: 'clerk-12',
  commandId: randomUUID(),
  bodyHash: 'a'.repeat(64),
  correlationId: randomUUID(),
  causationId: randomUUID(),
};

type Bare = ReturnType<typeof bareClient>;
type Both = { readonly store: EsdbStore; readonly bare: Bare };

const stored = async (store: EsdbStore, writers: number): Promise<number> => {
  const [run, ends] = [randomUUID(), new Map<number, bigint>()];
  return perSecond(writers, ROUND_MS, async (writer) => {
    const fact = { id: randomUUID(), type: 'ContractTookEffect', version: 1, data };
    const after = ends.get(writer) ?? NO_STREAM;
    const { revision } = await store.append(`bench-${run}-${writer}`, [fact], after, envelope);
    ends.set(writer, revision);
  });
};

const sent = async (bare: Bare, writers: number): Promise<number> => {
  const [run, ends] = [randomUUID(), new Map<number, bigint>()];
  return perSecond(writers, ROUND_MS, async (writer) => {
    const event = { id: randomUUID(), data, metadata: { ...envelope, version: 1 } };
    ends.set(writer, await bare.append(`bench-${run}-${writer}`, event, ends.get(writer)));
  });
};

const register = {
  registeredOn: '2016-01-01',
  name: 'Loom Works',
  division: '320613',
  industry: '17',
  industryScheme: 'gb4754-2017',
} as const;

/** Commands per second, each writer reporting the headcount of one enterprise after the other. */
const handled = (store: EsdbStore, writers: number): Promise<number> => {
  const { handle } = commandHandler(store, undefined, () => false);
  const run = randomUUID();
  return perSecond(writers, ROUND_MS, (writer, n) => {
    const workers = { type: 'ReportHeadcount', data: { asOf: '2025-12-31', workers: n } } as const;
    const command = n === 0 ? ({ type: 'Register', data: register } as const) : workers;
    const asked = { at: envelope.at, by: 'clerk-12', commandId: randomUUID() };
    return handle(enterprise, `${run}-${writer}`, command, asked);
  });
};

const appending = async ({ store, bare }: Both, writers: number): Promise<Measured> => ({
  path: 'append to EventStoreDB (double)',
  size: `${String(writers)} writers`,
  unit: 'appends/s',
  target: '≥ 0.9 of the bare client',
  ...(await beside(
    ROUNDS,
    () => stored(store, writers),
    () => sent(bare, writers),
  )),
});

const handling = async ({ store, bare }: Both, writers: number): Promise<Measured> => ({
  path: 'command through handle on EventStoreDB (double)',
  size: `${String(writers)} writers`,
  unit: 'commands/s',
  target: '≥ 0.4 of the bare client’s append: each is an append and a read',
  ...(await beside(
    ROUNDS,
    () => handled(store, writers),
    () => sent(bare, writers),
  )),
});

const reading = async ({ store, bare }: Both): Promise<Measured> => {
  const stream = `bench-${randomUUID()}`;
  const facts = Array.from({ length: READ_FACTS }, () => ({
    ...{ id: randomUUID(), type: 'ContractTookEffect', version: 1, data },
  }));
  await store.append(stream, facts, NO_STREAM, envelope);
  return {
    path: 'read of a stream on EventStoreDB (double)',
    size: `${String(READ_FACTS)} facts`,
    unit: 'reads/s',
    target: '≥ 0.9 of the bare client',
    ...(await beside(
      ROUNDS,
      () => perSecond(1, ROUND_MS, () => store.read(stream)),
      () => perSecond(1, ROUND_MS, () => bare.read(stream)),
    )),
  };
};

const rate = async (count: number, work: () => Promise<void>): Promise<number> => {
  const began = performance.now();
  await work();
  return count / ((performance.now() - began) / 1_000);
};

const following = async ({ bare }: Both, url: string): Promise<Measured> => {
  const category = `followed${randomUUID().replaceAll('-', '')}`;
  const store = openEsdbStore({ url, categories: [category] });
  for (let n = 0; n < FOLLOWED; n += 500) {
    const facts = Array.from({ length: 500 }, () => ({
      ...{ id: randomUUID(), type: 'ContractTookEffect', version: 1, data },
    }));
    await store.append(`${category}-${String(n)}`, facts, NO_STREAM, envelope);
  }
  const ours = async (): Promise<void> => {
    let count = 0;
    for await (const { facts } of store.follow(BEGINNING, new AbortController().signal)) {
      count += facts.length;
      if (count >= FOLLOWED) break;
    }
  };
  const found = await beside(
    3,
    () => rate(FOLLOWED, ours),
    () => rate(FOLLOWED, () => bare.follow(`${category}-`, FOLLOWED)),
  );
  await store.close();
  return {
    path: 'following EventStoreDB (double) from the first fact',
    size: `${String(FOLLOWED)} facts`,
    unit: 'facts/s',
    target: '≥ 0.8 of the bare client',
    ...found,
  };
};

/** The store on EventStoreDB beside the bare client, both against one double in a process of its own. */
export const benchEsdb = async (): Promise<Measured[]> => {
  const server = await servedDouble();
  const store = openEsdbStore({ url: server.url, categories: ['bench', 'enterprise'] });
  const both = { store, bare: bareClient(server.url) };
  const rows = [await appending(both, 1), await appending(both, 32), await reading(both)];
  rows.push(await handling(both, 1), await handling(both, 32), await following(both, server.url));
  await both.bare.close();
  await store.close();
  await server.close();
  return rows;
};

if (import.meta.main) console.table(await benchEsdb());
