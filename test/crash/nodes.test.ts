import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

/**
 * The servers, by who is on duty at this moment: on a slow machine nobody may be for a while, or the
 * other has taken over.
 */
const onAndOff = async (): Promise<readonly [Server, Server]> => {
  const [one, other] = pair;
  if (!one || !other) throw new Error('There are no two servers.');
  let on: Server | undefined;
  await until(async () => {
    for (const each of [one, other]) if (await isOnDuty(each)) on = each;
    return on !== undefined;
  });
  return on === other ? [other, one] : [one, other];
};

/** What is to be interrupted: what was recorded before, what brings it about, and the facts that come of it. */
type Work = {
  readonly ahead: readonly Command[];
  readonly cause: (on: Server, off: Server) => Promise<unknown>;
  readonly type: string;
  readonly ids: readonly string[];
};

/** The one on duty is in the middle of it: some facts are recorded, at least one more is asked for and held back. */
const begun = async ({ ahead, cause, type, ids }: Work) => {
  const [on, off] = await onAndOff();
  await send(off, ahead);
  const isTheirs = (stream: string) => ids.some((id) => stream === `contract-${id}`);
  double.fault('append', { what: 'delay', ms: 50 }, 10, isTheirs);
  const gone = createBell();
  const others = double.fault('append', { what: 'hold', until: gone.rung }, Infinity, isTheirs);
  const answered = cause(on, off).catch(() => undefined);
  await others.met;
  const done = () => streamsOf(type).filter(isTheirs).length;
  await until(() => done() > 0);
  return { on, off, others, arrive: gone.ring, answered, done };
};

/** Every stream has its one fact. */
const ensureOnce = ({ type, ids }: Work): void => {
  const theirs = ids.map((id) => `contract-${id}`);
  const found = streamsOf(type).filter((stream) => theirs.includes(stream));
  expect(found.toSorted()).toStrictEqual(theirs.toSorted());
};

const isReady = async ({ url }: ServerProcess): Promise<boolean> =>
  (await fetch(`${url}/readyz`)).ok;

/** The one on duty is killed in the middle, and the other does the rest. */
const killedWhile = async (work: Work): Promise<void> => {
  const { on, off, others, arrive, answered, done } = await begun(work);
  await on.kill();
  expect(done()).toBeLessThan(work.ids.length);
  others.lift();
  arrive();
  await until(() => done() >= work.ids.length);
  await answered;
  await until(() => isOnDuty(off));
  // The one that was killed comes back, finds everything done, and leaves it to the other.
  const again = await server(on.folder);
  pair = [off, again];
  await until(() => isReady(again));
  ensureOnce(work);
};

const holderSeenBy = async ({ url }: ServerProcess): Promise<string | undefined> =>
  /concord_duty_holder\{holder="([^"]+)"\} 1/.exec(
    await (await fetch(`${url}/metrics`)).text(),
  )?.[1];

/** The one on duty stands still in the middle; what it had asked for arrives when the other has done it all. */
const pausedWhile = async (work: Work): Promise<void> => {
  const { on, off, others, arrive, answered, done } = await begun(work);
  on.pause();
  expect(done()).toBeLessThan(work.ids.length);
  others.lift();
  await until(() => done() >= work.ids.length);
  await until(() => isOnDuty(off));
  const before = streamsOf(work.type);

  arrive();
  on.wake();
  await answered;
  await until(async () => {
    const [one, other] = [await holderSeenBy(on), await holderSeenBy(off)];
    return one !== undefined && one === other;
  });
  await until(() => isReady(on));
  expect(streamsOf(work.type)).toStrictEqual(before);
  ensureOnce(work);
};

const named = (letter: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => `${letter}${String(i)}`);

/** An employer with its contracts merges into another: one fact, an order for each contract. */
const merger = (from: string, to: string, ids: readonly string[]): Work => {
  const history = old('comprehensive', ['2026-01-01', '2027-12-31'], { enterprise: from });
  const merges = { on: '2026-06-01', successor: to };
  return {
    ahead: [
      ...[from, to].map((id) => ({ path: `enterprises/${id}/register`, body: registration })),
      ...ids.map((id) => ({ path: `contracts/${id}/register-as-history`, body: history })),
    ],
    cause: (_on, off) => send(off, [{ path: `enterprises/${from}/merge-into`, body: merges }]),
    type: 'ContractPassedToSuccessor',
    ids,
  };
};

const A_DAY = 86_400_000;
const inDays = (days: number): Date => new Date(Date.now() + days * A_DAY);
const dayIn = (days: number): string => inDays(days).toISOString().slice(0, 10);

/** Contracts filed on a day take effect by silence; nothing is due until the clocks are set ahead. */
const silence = (days: number, ids: readonly string[]): Work => {
  const filed = dayIn(days);
  const term = [filed, `${String(Number(filed.slice(0, 4)) + 2)}-06-30`] as const;
  const terms = signed(term, filed, { enterprise: 'B' });
  const now = inDays(days + 60).toISOString();
  return {
    ahead: [
      ...ids.map((id) => ({ path: `contracts/${id}/sign`, body: terms })),
      ...ids.map((id) => ({ path: `contracts/${id}/file`, body: receipt(filed) })),
    ],
    // First that of the node off duty, so that it finds as much to do when it is on.
    cause: async (on, off) => {
      for (const { url } of [off, on]) await post(`${url}/api/v1/clock`, { now });
    },
    type: 'ContractTookEffect',
    ids,
  };
};

describe('a node that goes in the middle of its work', () => {
  it.each([
    ['an order', 'is killed', () => killedWhile(merger('A', 'B', named('c', 40)))],
    ['a round of the clock', 'is killed', () => killedWhile(silence(0, named('d', 60)))],
    ['an order', 'stands still', () => pausedWhile(merger('E', 'F', named('e', 40)))],
    ['a round of the clock', 'stands still', () => pausedWhile(silence(60, named('f', 60)))],
  ])(
    'leaves %s half done when it %s: the other finishes it, and each part is there once',
    async (_what, _how, happens) => happens(),
    A_LONG_WHILE,
  );
});

it(
  'nothing is left to do after all that, and read models made of the log say what the log says',
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
