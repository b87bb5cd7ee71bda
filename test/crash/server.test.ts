import { describe, expect, it } from 'vitest';
import { join } from 'node:path';
import { openApp, type App } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { openEmbeddedStore } from '../../src/store/sqlite.ts';
import { old, receipt, signed } from '../support/concord.ts';
import {
  dataFolder,
  hears,
  post,
  startServer,
  type ServerProcess,
} from '../support/server-process.ts';

const CRASHES = Number(process.env['CRASHES'] ?? 3);
const CLIENTS = 8;
const A_LONG_WHILE = 900_000;

type Command = { readonly path: string; readonly body: object };
/** A command that was answered: where its facts stand. */
type Acknowledged = {
  readonly path: string;
  readonly revision: string;
  readonly events: readonly string[];
};

const plant = { registeredOn: '2020-03-02', name: '纺织厂', division: '320681' };
const registration = { ...plant, industry: 'C17', industryScheme: 'gb4754-2017' };
const term = ['2026-06-01', '2028-05-31'] as const;

/** What a clerk records about one enterprise; the contract's signature records two facts at once. */
const paperwork = (id: string): readonly Command[] => {
  const contract = signed(term, '2026-05-20', { enterprise: id, profile: 'us-nlra', case: id });
  return [
    { path: `enterprises/${id}/register`, body: registration },
    { path: `enterprises/${id}/found-union`, body: { on: '2021-05-01' } },
    { path: `enterprises/${id}/report-headcount`, body: { asOf: '2024-12-31', workers: 100 } },
    { path: `contracts/${id}/sign`, body: contract },
    { path: `enterprises/${id}/report-headcount`, body: { asOf: '2025-12-31', workers: 110 } },
  ];
};
const told = {
  enterprises: ['EnterpriseRegistered', 'UnionFounded', 'HeadcountReported', 'HeadcountReported'],
  contracts: ['ContractSigned', 'ContractTookEffect'],
};

/** A clerk who goes on where the last server broke off: what was not acknowledged is sent again under its key. */
const clerk = (name: string, acknowledged: Acknowledged[]) => {
  let done = 0;
  let nth = 0;
  let open: readonly Command[] = paperwork(`${name}-0`);
  const next = (): void => {
    open = open.slice(1);
    if (open.length > 0) return;
    done += 1;
    nth += 1;
    open = paperwork(`${name}-${String(nth)}`);
  };
  const work = async (url: string, goesOn: () => boolean): Promise<void> => {
    for (let [command] = open; command && goesOn(); [command] = open) {
      const key = `${command.path} ${String(open.length)}`;
      const said = await post(`${url}/api/v1/${command.path}`, command.body, {
        'Idempotency-Key': key,
      });
      if (!said) return;
      expect(said.status, JSON.stringify(said.body)).toBeLessThan(300);
      acknowledged.push({ path: command.path, ...said.body } as unknown as Acknowledged);
      next();
    }
  };
  /** Finishes the enterprise that was begun. */
  const finish = (url: string): Promise<void> => {
    const last = nth;
    return work(url, () => nth === last && open.length < paperwork('').length);
  };
  return { work, finish, done: () => done };
};

const reopened = (folder: string): Promise<App> =>
  openApp(readConfig({ CONCORD_DATA: folder, LOG_LEVEL: 'silent' }), { ticksEvery: 0 });

const historyOf = async (app: App, noun: string, id: string) => {
  const thing = app.things.find((one) => one.noun === noun);
  return thing ? app.history(thing, id) : [];
};

const ensureWhole = async (app: App, { path, revision, events }: Acknowledged): Promise<void> => {
  const [noun = '', id = ''] = path.split('/');
  const last = Number(revision);
  const facts = (await historyOf(app, noun, id)).slice(last + 1 - events.length, last + 1);
  expect(facts.map(({ type }) => type)).toStrictEqual(events);
  expect(new Set(facts.map(({ commandId }) => commandId)).size).toBe(1);
};

/** How many facts of a type the log of a killed server holds. */
const recorded = async (folder: string, type: string): Promise<number> => {
  const store = openEmbeddedStore({ file: join(folder, 'events.db') });
  const [head, enough] = [await store.head(), new AbortController()];
  let count = 0;
  for await (const { facts, upTo } of store.follow(0n, enough.signal)) {
    count += facts.filter((fact) => fact.type === type).length;
    if (upTo >= head) break;
  }
  await store.close();
  return count;
};

it(
  `keeps every acknowledged command whole, once, through ${String(CRASHES)} kills of a busy server`,
  async () => {
    const { folder, remove } = dataFolder();
    const acknowledged: Acknowledged[] = [];
    const clerks = Array.from({ length: CLIENTS }, (_, i) => clerk(`e${String(i)}`, acknowledged));
    for (let crash = 0; crash < CRASHES; crash++) {
      const server = await startServer(folder);
      const enough = acknowledged.length + 20 + ((crash * 37) % 120);
      let killed: Promise<void> | undefined;
      const goesOn = () => {
        if (acknowledged.length >= enough) killed ??= server.kill();
        return true;
      };
      await Promise.all(clerks.map(({ work }) => work(server.url, goesOn)));
      await killed;
    }
    const server = await startServer(folder);
    await Promise.all(clerks.map(({ finish }) => finish(server.url)));
    await server.stop();

    const app = await reopened(folder);
    for (const one of acknowledged) await ensureWhole(app, one);
    let enterprises = 0;
    for (const [i, { done }] of clerks.entries()) {
      for (let nth = 0; nth < done(); nth++, enterprises++) {
        const id = `e${String(i)}-${String(nth)}`;
        for (const [noun, types] of Object.entries(told)) {
          const facts = await historyOf(app, noun, id);
          expect(facts.map(({ type }) => type)).toStrictEqual(types);
        }
      }
    }
    expect(enterprises * paperwork('').length).toBe(acknowledged.length);
    expect((await app.figures.cell('worker-coverage', { on: '2026-06-01' })).total).toMatchObject({
      numerator: enterprises * 110,
      denominator: enterprises * 110,
    });
    expect(await app.verify()).toStrictEqual([]);
    await app.close();
    remove();
  },
  A_LONG_WHILE,
);

/** Sends them all, sixteen at a time. */
const send = async ({ url }: ServerProcess, commands: readonly Command[]): Promise<void> => {
  for (let i = 0; i < commands.length; i += 16) {
    const answers = commands
      .slice(i, i + 16)
      .map(({ path, body }) => post(`${url}/api/v1/${path}`, body, { Prefer: 'respond-async' }));
    for (const said of await Promise.all(answers)) expect(said?.status).toBe(202);
  }
};

describe('a server that is killed in the middle of its own work', () => {
  it('carries out the orders of one fact once, though it starts them again', async () => {
    const { folder, remove } = dataFolder();
    const contracts = Array.from({ length: 120 }, (_, i) => `c${String(i)}`);
    const [passed, all] = ['ContractPassedToSuccessor', contracts.length];
    let server = await startServer(folder);
    const history = old('comprehensive', ['2026-01-01', '2027-12-31'], { enterprise: 'A' });
    await send(server, [
      ...['A', 'B'].map((id) => ({ path: `enterprises/${id}/register`, body: registration })),
      ...contracts.map((id) => ({ path: `contracts/${id}/register-as-history`, body: history })),
    ]);
    const merger = { on: '2026-06-01', successor: 'B' };
    await send(server, [{ path: 'enterprises/A/merge-into', body: merger }]);
    await hears(server.url, passed, 3);
    await server.kill();
    const before = await recorded(folder, passed);
    expect(before).toBeGreaterThanOrEqual(3);
    expect(before).toBeLessThan(all);

    server = await startServer(folder);
    expect(await hears(server.url, passed, all)).toBe(true);
    await server.kill();
    const app = await reopened(folder);
    await app.settle();
    for (const id of contracts) {
      const types = (await historyOf(app, 'contracts', id)).map(({ type }) => type);
      expect(types.slice(0, 2)).toStrictEqual(['ContractRegisteredAsHistory', passed]);
      expect(types.filter((type) => type === passed)).toHaveLength(1);
    }
    expect(await app.verify()).toStrictEqual([]);
    await app.close();
    remove();
  }, 120_000);

  it('does its round of the clock once, though it wakes again in the middle', async () => {
    const { folder, remove } = dataFolder();
    const contracts = Array.from({ length: 256 }, (_, i) => `c${String(i)}`);
    const [effect, all] = ['ContractTookEffect', contracts.length];
    let server = await startServer(folder, { CONCORD_CLOCK: 'settable' });
    const sign = (enterprise: string) => signed(term, '2026-05-20', { enterprise });
    await send(
      server,
      contracts.map((id) => ({ path: `contracts/${id}/sign`, body: sign(id) })),
    );
    const file = receipt('2026-06-01');
    await send(
      server,
      contracts.map((id) => ({ path: `contracts/${id}/file`, body: file })),
    );
    const now = new Date(Date.now() + 60_000).toISOString();
    const round = post(`${server.url}/api/v1/clock`, { now });
    await hears(server.url, effect, 1);
    await server.kill();
    await round;
    expect(await recorded(folder, effect)).toBeGreaterThanOrEqual(1);

    server = await startServer(folder, { CONCORD_CLOCK: 'settable' });
    expect(await hears(server.url, effect, all)).toBe(true);
    await server.kill();
    const app = await reopened(folder);
    await app.settle();
    for (const id of contracts) {
      const facts = await historyOf(app, 'contracts', id);
      const effects = facts.filter(({ type }) => type === effect);
      expect(effects.map(({ data }) => data)).toMatchObject([{ mode: 'deemed', on: '2026-06-17' }]);
    }
    expect(await app.verify()).toStrictEqual([]);
    await app.close();
    remove();
  }, 120_000);
});
