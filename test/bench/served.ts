import { readFileSync } from 'node:fs';
import { startServer, type ServerProcess } from '../support/server-process.ts';
import { readServing } from '../../src/serving.ts';
import { benchCity } from './founded-city.ts';
import { median, type Measured } from './measure.ts';

const STARTS = 5;
const ASKED = 20;

/** From the start of the process until it is ready to be asked. */
const start = async (folder: string): Promise<{ server: ServerProcess; ms: number }> => {
  const began = performance.now();
  const server = await startServer(folder);
  for (;;) {
    const { ok } = await fetch(`${server.url}/readyz`);
    if (ok) return { server, ms: performance.now() - began };
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};

/** What the process has in memory, in MiB: all of it, and its own without the pages of files. */
const memoryOf = (folder: string): { readonly all: number; readonly own: number } => {
  const pid = String(readServing(folder)?.pid);
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const field = (name: string) =>
    Math.round(Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1024);
  return { all: field('VmRSS'), own: field('RssAnon') };
};

/** What people ask of a city on a day: registers, figures now and as known before, members. */
const QUESTIONS = [
  '/enterprises?limit=100',
  '/contracts?sort=-term_end&limit=100',
  '/bargaining-cases?phase=bargaining',
  '/disputes?sort=-received_on',
  '/deadlines?status=overdue&limit=100',
  '/search?q=纺织',
  '/figures/contract-rate?groupBy=region:county',
  '/figures/contract-rate?groupBy=industry&knownAt=2024-06-30T00:00:00.000Z',
  '/figures/worker-coverage/series?from=2016-12-31&to=2025-12-31',
  '/figures/contract-rate/members',
  '/figures/mediation-success',
];

const used = async ({ url }: ServerProcess): Promise<void> => {
  for (let n = 0; n < ASKED; n += 1)
    for (const question of QUESTIONS) {
      const answer = await fetch(`${url}/api/v1${question}`);
      if (!answer.ok) throw new Error(`${question}: ${await answer.text()}`);
      await answer.text();
    }
};

const measured = async (folder: string, enterprises: number): Promise<Measured[]> => {
  // The first start of all builds what reads the log: it is not measured here.
  await (await start(folder)).server.stop();
  const starts: number[] = [];
  for (let n = 0; n < STARTS; n += 1) {
    const { server, ms } = await start(folder);
    starts.push(ms);
    await server.stop();
  }
  const { server } = await start(folder);
  await used(server);
  const { all, own } = memoryOf(folder);
  await server.stop();
  const size = `${String(enterprises)} enterprises`;
  const path = 'memory of a server, after questions of all sorts';
  return [
    {
      path: 'start, until ready',
      size,
      found: Math.round(median(starts)),
      unit: 'ms, p50',
      target: '≤ 1500 ms',
    },
    { path, size, found: all, unit: 'MiB', target: '≤ 400 MiB' },
    { path, size, found: own, unit: 'MiB without pages of files', target: '' },
  ];
};

/** How soon a server before a city is ready, and what it takes of the memory. */
export const benchServed = (): Promise<Measured[]> => benchCity(measured);

if (import.meta.main) console.table(await benchServed());
