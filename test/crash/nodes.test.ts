import { afterAll, beforeAll, expect, it } from 'vitest';
import { openApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { old, receipt, signed } from '../support/concord.ts';
import { openDouble, type Double } from '../support/esdb/double.ts';
import { until } from '../support/nodes.ts';
import { dataFolder, post, startServer, type ServerProcess } from '../support/server-process.ts';

const A_LONG_WHILE = 900_000;

type Command = { readonly path: string; readonly body: object };

const plant = { registeredOn: '2020-03-02', name: '纺织厂', division: '320681' };
const registration = { ...plant, industry: 'C17', industryScheme: 'gb4754-2017' };
const term = ['2026-06-01', '2028-05-31'] as const;

const folders = { north: dataFolder(), south: dataFolder(), check: dataFolder() };
let double: Double;
beforeAll(async () => {
  double = await openDouble();
});
afterAll(async () => {
  await double.close();
  for (const { remove } of Object.values(folders)) remove();
});

const server = (folder: string): Promise<ServerProcess> =>
  startServer(folder, {
    EVENTSTORE_URL: double.url,
    CONCORD_KEYS: folders.check.folder,
    CONCORD_LEASE_MS: '5000',
    CONCORD_CLOCK: 'settable',
  });

const isOnDuty = async ({ url }: ServerProcess): Promise<boolean> =>
  (await (await fetch(`${url}/metrics`)).text()).includes('\nconcord_on_duty 1');

const send = async ({ url }: ServerProcess, commands: readonly Command[]): Promise<void> => {
  for (let i = 0; i < commands.length; i += 16) {
    const answers = commands
      .slice(i, i + 16)
      .map(({ path, body }) => post(`${url}/api/v1/${path}`, body, { Prefer: 'respond-async' }));
    for (const said of await Promise.all(answers)) expect(said?.status).toBe(202);
  }
};

/** The streams in which a type of fact was recorded, as often as it was. */
const streamsOf = (type: string): readonly string[] =>
  double.log.records.filter((record) => record.type === type).map(({ stream }) => stream);

/** Two servers, the first of them on duty, and killed in the middle of what these commands bring about. */
const killedWhile = async (
  ahead: readonly Command[],
  cause: (north: ServerProcess, south: ServerProcess) => Promise<unknown>,
  { type, all }: { readonly type: string; readonly all: number },
): Promise<void> => {
  const north = await server(folders.north.folder);
  await until(() => isOnDuty(north));
  const south = await server(folders.south.folder);
  await send(south, ahead);
  const begun = cause(north, south);
  await until(() => streamsOf(type).length >= 3);
  await north.kill();
  const before = streamsOf(type).length;
  expect(before).toBeLessThan(all);
  expect(await isOnDuty(south)).toBe(false);

  await until(() => streamsOf(type).length >= all);
  await begun.catch(() => undefined);
  expect(await isOnDuty(south)).toBe(true);
  // The one that was killed comes back, finds everything done, and leaves it to the other.
  const again = await server(folders.north.folder);
  await until(async () => (await fetch(`${again.url}/readyz`)).ok);
  expect(await isOnDuty(again)).toBe(false);
  await again.stop();
  await south.stop();
};

/** Every stream has its one fact, and read models made of the log say what the log says. */
const ensureOnce = async (type: string, ids: readonly string[]): Promise<void> => {
  expect(streamsOf(type).toSorted()).toStrictEqual(ids.map((id) => `contract-${id}`).toSorted());
  const app = await openApp(
    readConfig({
      CONCORD_DATA: folders.check.folder,
      EVENTSTORE_URL: double.url,
      LOG_LEVEL: 'silent',
    }),
    { ticksEvery: 0 },
  );
  const before = double.log.records.length;
  await app.settle();
  expect(await app.verify()).toStrictEqual([]);
  const since = double.log.records.slice(before).filter(({ stream }) => !stream.includes('lease-'));
  expect(since).toStrictEqual([]);
  await app.close();
};

it(
  'an order that a killed node left half done is finished by the other, each part once',
  async () => {
    const ids = Array.from({ length: 120 }, (_, i) => `c${String(i)}`);
    const history = old('comprehensive', ['2026-01-01', '2027-12-31'], { enterprise: 'A' });
    const type = 'ContractPassedToSuccessor';
    await killedWhile(
      [
        ...['A', 'B'].map((id) => ({ path: `enterprises/${id}/register`, body: registration })),
        ...ids.map((id) => ({ path: `contracts/${id}/register-as-history`, body: history })),
      ],
      (_north, south) =>
        send(south, [
          { path: 'enterprises/A/merge-into', body: { on: '2026-06-01', successor: 'B' } },
        ]),
      { type, all: ids.length },
    );
    await ensureOnce(type, ids);
  },
  A_LONG_WHILE,
);

it(
  'a round of the clock that a killed node left half done is finished by the other, each part once',
  async () => {
    const ids = Array.from({ length: 200 }, (_, i) => `d${String(i)}`);
    const terms = signed(term, '2026-05-20', { enterprise: 'B' });
    const type = 'ContractTookEffect';
    await killedWhile(
      [
        ...ids.map((id) => ({ path: `contracts/${id}/sign`, body: terms })),
        ...ids.map((id) => ({ path: `contracts/${id}/file`, body: receipt('2026-06-01') })),
      ],
      ({ url }) =>
        post(`${url}/api/v1/clock`, { now: new Date(Date.now() + 60_000).toISOString() }),
      { type, all: ids.length },
    );
    await ensureOnce(type, ids);
  },
  A_LONG_WHILE,
);
