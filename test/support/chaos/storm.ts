import { setTimeout as pause } from 'node:timers/promises';
import { openApp, type App } from '../../../src/app.ts';
import { readConfig } from '../../../src/config.ts';
import { listen } from '../../../src/http/listen.ts';
import { openEsdbStore } from '../../../src/store/esdb.ts';
import { BEGINNING, type Recorded } from '../../../src/store/event-store.ts';
import { openDouble, type Double } from '../esdb/double.ts';
import { dataFolder, startServer } from '../server-process.ts';
import { clerk, opensMarkets, SHARED, type Chronicle, type Setback } from './clerk.ts';
import { doubled, gaps, lost, notEndedOnce, outOfOrder, type Log } from './judge.ts';
import { weather, type Stretch } from './weather.ts';

/** How long, with how many clerks, and whether everything is down for longer than the store is patient. */
export type Plan = {
  readonly seconds: number;
  readonly writers: number;
  readonly longOutage: boolean;
};

/** What a storm left behind. Everything but the first five should be empty or 0. */
export type Aftermath = {
  readonly acknowledged: number;
  readonly facts: number;
  readonly sentAgain: number;
  readonly faults: Readonly<Record<string, number>>;
  /** 503s while nothing could be done, and those of clerks who met at one enterprise. */
  readonly forced: number;
  readonly lost: readonly unknown[];
  readonly doubled: readonly string[];
  readonly gaps: readonly string[];
  readonly outOfOrder: readonly string[];
  readonly failures: readonly string[];
  readonly unforced: readonly Setback[];
  readonly staleReads: readonly string[];
  readonly orders: readonly string[];
  /** Differences between what was kept during the storm and what is made anew from the log. */
  readonly figures: readonly string[];
  readonly findings: readonly string[];
};

/** Questions that the life of the clerks' enterprises answers. */
const FIGURES = [
  ...['contract-rate', 'worker-coverage', 'contract-stock', 'union-rate'].flatMap((name) => [
    `${name}?on=2026-05-30`,
    `${name}?on=2026-06-01`,
  ]),
  'contract-flow?from=2025-01-01&to=2026-06-01',
];
const SETTLED_WITHIN_MS = 60_000;

const settingsOf = (url: string) => ({ EVENTSTORE_URL: url, CONCORD_LEASE_MS: '3000' });

const logOf = async (url: string): Promise<Log> => {
  const categories = ['enterprise', 'contract', 'refusedOrder'];
  const store = openEsdbStore({ url, categories });
  const facts: Recorded[] = [];
  const [head, enough] = [await store.head(), new AbortController()];
  for await (const batch of store.follow(BEGINNING, enough.signal)) {
    facts.push(...batch.facts);
    if (batch.upTo >= head) break;
  }
  await store.close();
  return Map.groupBy(facts, ({ stream }) => stream);
};

const figuresOf = async (url: string): Promise<readonly string[]> =>
  Promise.all(
    FIGURES.map(async (figure) => {
      const answer = await fetch(`${url}/api/v1/figures/${figure}`);
      if (!answer.ok) throw new Error(`${figure}: ${await answer.text()}`);
      const { total } = (await answer.json()) as { total: object };
      // Where the members are names the moment of asking.
      return `${figure} ${JSON.stringify({ ...total, members: '' })}`;
    }),
  );

/** Waits until the policies have done what is theirs, and the figures of a server move no more. */
const settled = async (double: Double, url: string): Promise<readonly string[]> => {
  const end = performance.now() + SETTLED_WITHIN_MS;
  let before = '';
  while (performance.now() < end) {
    const orders = notEndedOnce(await logOf(double.url));
    const figures = await figuresOf(url);
    if (orders.length === 0 && figures.join() === before) return figures;
    before = figures.join();
    await pause(500);
  }
  return figuresOf(url);
};

const reopened = (folder: string, url: string): Promise<App> =>
  openApp(
    readConfig({ CONCORD_DATA: folder, LOG_LEVEL: 'silent', PORT: '0', ...settingsOf(url) }),
    {
      ticksEvery: 0,
    },
  );

/** The figures of a node that has seen nothing of the storm, and what it finds wrong with the log. */
const madeAnew = async (url: string) => {
  const { folder, remove } = dataFolder();
  const app = await reopened(folder, url);
  const server = await listen(app);
  const figures = await figuresOf(server.url);
  await server.close();
  remove();
  return figures;
};

/** What the read models that went through the storm differ in from ones made anew. */
const findingsIn = async (folder: string, url: string): Promise<readonly string[]> => {
  const app = await reopened(folder, url);
  const findings = await app.verify();
  await app.close();
  return findings;
};

const rage = async (double: Double, url: string, plan: Plan) => {
  const chronicle: Chronicle = { deeds: [], setbacks: [], failures: [], staleReads: [] };
  const forced: Stretch[] = [];
  const { counts, rages, longOutage } = weather(double, forced);
  await opensMarkets(url);
  const end = performance.now() + plan.seconds * 1_000;
  let isOver = false;
  const names = Array.from({ length: plan.writers }, (_, i) => `w${String(i)}`);
  const clerks = names.map((name) => clerk(name, url, chronicle).works(() => !isOver));
  if (plan.longOutage) await longOutage();
  await rages(() => performance.now() < end);
  isOver = true;
  await Promise.all(clerks);
  return { chronicle, forced, faults: Object.fromEntries(counts) };
};

const isForced =
  (stretches: readonly Stretch[]) =>
  (setback: Setback): boolean =>
    setback.code === 'busy' ||
    stretches.some(({ from, to }) => from < setback.at && setback.at < to);

/**
 * Drives a whole system over HTTP through every fault of the double, then judges what the clerks were
 * told by what the log holds, and the figures by ones made anew.
 */
export const storm = async (plan: Plan): Promise<Aftermath> => {
  const double = await openDouble({ nodes: 3, electsAfter: 300 });
  const { folder, remove } = dataFolder();
  try {
    const server = await startServer(folder, settingsOf(double.url));
    const { chronicle, forced, faults } = await rage(double, server.url, plan);
    const kept = await settled(double, server.url);
    await server.stop();
    const log = await logOf(double.url);
    const anew = await madeAnew(double.url);
    const { deeds, setbacks, failures, staleReads } = chronicle;
    const wasForced = isForced(forced);
    const own = new Map([...log].filter(([stream]) => !SHARED.some((id) => stream.endsWith(id))));
    return {
      acknowledged: deeds.length,
      facts: [...log.values()].flat().length,
      sentAgain: deeds.reduce((sum, { tries }) => sum + tries - 1, 0),
      faults,
      forced: setbacks.filter(wasForced).length,
      lost: lost(log, deeds),
      doubled: doubled(log),
      gaps: gaps(log),
      outOfOrder: outOfOrder(deeds),
      failures,
      unforced: setbacks.filter((one) => !wasForced(one)),
      staleReads,
      orders: notEndedOnce(own),
      figures: kept.filter((figure, i) => figure !== anew[i]),
      findings: await findingsIn(folder, double.url),
    };
  } finally {
    remove();
    await double.close();
  }
};
