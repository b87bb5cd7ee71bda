import { afterAll, beforeAll, expect, it } from 'vitest';
import { openApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { old, receipt, signed } from '../support/concord.ts';
import { openDouble, type Double } from '../support/esdb/double.ts';
import { createBell } from '../support/esdb/faults.ts';
import { until } from '../support/nodes.ts';
import { dataFolder, post, startServer, type ServerProcess } from '../support/server-process.ts';

const A_LONG_WHILE = 900_000;

type Command = { readonly path: string; readonly body: object };

const plant = { registeredOn: '2020-03-02', name: '纺织厂', division: '320681' };
const registration = { ...plant, industry: 'C17', industryScheme: 'gb4754-2017' };
// The servers run by the clock of the machine: what is filed today is silently accepted weeks later.
const today = new Date().toISOString().slice(0, 10);
const term = [today, `${String(Number(today.slice(0, 4)) + 2)}-06-30`] as const;

const folders = { north: dataFolder(), south: dataFolder(), check: dataFolder() };
let double: Double;
/** The servers that run: a test ends with two, and the next goes on with them. */
let pair: Server[] = [];
beforeAll(async () => {
  double = await openDouble();
  pair = await Promise.all([server(folders.north.folder), server(folders.south.folder)]);
}, A_LONG_WHILE);
afterAll(async () => {
  for (const each of pair) await each.kill();
  await double.close();
  for (const { remove } of Object.values(folders)) remove();
});

const server = async (folder: string) => {
  const process = await startServer(folder, {
    EVENTSTORE_URL: double.url,
    CONCORD_KEYS: folders.check.folder,
    CONCORD_LEASE_MS: '5000',
    CONCORD_CLOCK: 'settable',
  });
  return { ...process, folder };
};
type Server = Awaited<ReturnType<typeof server>>;

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

/** The servers, by whether they are on duty: whichever took it when the machine was slow. */
const onAndOff = async (): Promise<readonly [Server, Server]> => {
  for (;;) {
    const [one, other] = pair;
    if (one && other && (await isOnDuty(one))) return [one, other];
    pair.reverse();
  }
};

/** Two servers, and the one on duty is killed in the middle of what these commands bring about. */
const killedWhile = async (
  ahead: readonly Command[],
  cause: (on: Server, off: Server) => Promise<unknown>,
  { type, all }: { readonly type: string; readonly all: number },
): Promise<void> => {
  const [on, off] = await onAndOff();
  await send(off, ahead);
  // A few facts get through, all others wait until the node is dead: the kill comes between them.
  double.fault('append', { what: 'delay', ms: 50 }, 10);
  const dead = createBell();
  const others = double.fault('append', { what: 'hold', until: dead.rung }, Infinity);
  const begun = cause(on, off);
  await until(() => streamsOf(type).length >= 3);
  await on.kill();
  expect(streamsOf(type).length).toBeLessThan(all);
  others.lift();
  dead.ring();

  await until(() => streamsOf(type).length >= all);
  await begun.catch(() => undefined);
  expect(await isOnDuty(off)).toBe(true);
  // The one that was killed comes back, finds everything done, and leaves it to the other.
  const again = await server(on.folder);
  pair = [off, again];
  await until(async () => (await fetch(`${again.url}/readyz`)).ok);
};

/** Every stream has its one fact. */
const ensureOnce = (type: string, ids: readonly string[]): void => {
  expect(streamsOf(type).toSorted()).toStrictEqual(ids.map((id) => `contract-${id}`).toSorted());
};

it(
  'an order that a killed node left half done is finished by the other, each part once',
  async () => {
    const ids = Array.from({ length: 40 }, (_, i) => `c${String(i)}`);
    const history = old('comprehensive', ['2026-01-01', '2027-12-31'], { enterprise: 'A' });
    const type = 'ContractPassedToSuccessor';
    await killedWhile(
      [
        ...['A', 'B'].map((id) => ({ path: `enterprises/${id}/register`, body: registration })),
        ...ids.map((id) => ({ path: `contracts/${id}/register-as-history`, body: history })),
      ],
      (_on, off) =>
        send(off, [
          { path: 'enterprises/A/merge-into', body: { on: '2026-06-01', successor: 'B' } },
        ]),
      { type, all: ids.length },
    );
    ensureOnce(type, ids);
  },
  A_LONG_WHILE,
);

it(
  'a round of the clock that a killed node left half done is finished by the other, each part once',
  async () => {
    const ids = Array.from({ length: 60 }, (_, i) => `d${String(i)}`);
    const terms = signed(term, today, { enterprise: 'B' });
    const type = 'ContractTookEffect';
    // Nothing is due until the clocks are set ahead, first that of the node off duty.
    const isNow = async (now: string) => {
      for (const { url } of await onAndOff().then(([on, off]) => [off, on]))
        await post(`${url}/api/v1/clock`, { now });
    };
    await killedWhile(
      [
        ...ids.map((id) => ({ path: `contracts/${id}/sign`, body: terms })),
        ...ids.map((id) => ({ path: `contracts/${id}/file`, body: receipt(today) })),
      ],
      () => isNow(new Date(Date.now() + 60 * 86_400_000).toISOString()),
      { type, all: ids.length },
    );
    ensureOnce(type, ids);
  },
  A_LONG_WHILE,
);

it(
  'nothing is left to do after both, and read models made of the log say what the log says',
  async () => {
    for (const each of pair) await each.stop();
    pair = [];
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
    const since = double.log.records.slice(before);
    expect(since.filter(({ stream }) => !stream.includes('lease-'))).toStrictEqual([]);
    await app.close();
  },
  A_LONG_WHILE,
);
