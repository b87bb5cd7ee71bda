import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request, { type Response } from 'supertest';
import { expect } from 'vitest';
import { openApp, type App } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import type { Cell, FigureDesk } from '../../src/figures.ts';
import { httpApp } from '../../src/http/server.ts';

type Query = Readonly<Record<string, string | number>>;
type How = { readonly key?: string; readonly ifMatch?: string; readonly dryRun?: boolean };
type Answer = {
  readonly id: string;
  readonly revision: string;
  readonly position: string;
  readonly events: readonly string[];
};
type Named = { readonly id: string; readonly type: string };
type Changes = Awaited<ReturnType<FigureDesk['changes']>>;

/** Nine in the morning in Shanghai. */
export const morning = (day: string): string => `${day}T01:00:00.000Z`;

const opened = async (folder: string, day: string): Promise<App> =>
  openApp(
    readConfig({ CONCORD_DATA: folder, CONCORD_CLOCK: 'settable', LOG_LEVEL: 'silent', PORT: '0' }),
    { now: () => morning(day) },
  );

/** The name of a command as it stands in its path. */
const kebab = (command: string): string => command.replace(/(?<!^)[A-Z]/g, '-$&').toLowerCase();

const asking = (app: () => App) => {
  const get = async (path: string, query: Query = {}): Promise<Response> => {
    const answer = await request(httpApp(app())).get(`/api/v1/${path}`).query(query);
    if (answer.status !== 200) throw new Error(`GET ${path}: ${answer.text}`);
    return answer;
  };
  const total = async (figure: string, query: Query): Promise<Cell> =>
    ((await get(`figures/${figure}`, query)).body as { total: Cell }).total;
  return {
    /** The JSON behind GET /api/v1/<path>. */
    get: async (path: string, query: Query = {}): Promise<unknown> => (await get(path, query)).body,
    /** The total of a figure. */
    figure: total,
    /** A ratio as people say it: '3 of 6'. */
    ratio: async (figure: string, query: Query): Promise<string> => {
      const { numerator, denominator } = await total(figure, query);
      return `${String(numerator)} of ${String(denominator)}`;
    },
    /** The ids behind a figure, in order. */
    members: async (figure: string, query: Query): Promise<readonly string[]> => {
      const { items } = (await get(`figures/${figure}/members`, { limit: 500, ...query })).body as {
        items: readonly { id: string }[];
      };
      return items.map(({ id }) => id).sort();
    },
    /** Day → numerator of a ratio, a step at a time. */
    series: async (figure: string, query: Query): Promise<Readonly<Record<string, unknown>>> => {
      const { series } = (await get(`figures/${figure}/series`, query)).body as {
        series: readonly (Cell & { date: string })[];
      };
      return Object.fromEntries(series.map(({ date, numerator }) => [date, numerator]));
    },
    changes: async (figure: string, query: Query): Promise<Changes> =>
      (await get(`figures/${figure}/changes`, query)).body as Changes,
    /** What happened to a thing, in order. */
    history: async (noun: string, id: string): Promise<readonly string[]> => {
      const facts = (await get(`${noun}/${id}/events`)).body as readonly { type: string }[];
      return facts.map(({ type }) => type);
    },
    /** The event id of the last fact of a type in a history. */
    fact: async (noun: string, id: string, type: string): Promise<string> => {
      const facts = (await get(`${noun}/${id}/events`)).body as readonly Named[];
      const found = facts.findLast((fact) => fact.type === type);
      if (!found) throw new Error(`${noun}/${id} has no ${type}`);
      return found.id;
    },
  };
};

const doing = (app: () => App, actor: string, { key, ifMatch, dryRun }: How = {}) => {
  const post = async (path: string, body: object) =>
    request(httpApp(app()))
      .post(`/api/v1/${path}${dryRun ? '?dryRun=true' : ''}`)
      .set({
        'X-Actor': actor,
        ...(key === undefined ? {} : { 'Idempotency-Key': key }),
        ...(ifMatch === undefined ? {} : { 'If-Match': `"${ifMatch}"` }),
      })
      .send(body);
  return {
    /** Sends a command; what the policies make of it is done, too, when this answers. */
    send: async (noun: string, id: string, command: string, data: object) => {
      const answer = await post(`${noun}/${id}/${kebab(command)}`, data);
      if (answer.status !== 200) throw new Error(`${command} of ${id}: ${answer.text}`);
      await app().settle();
      return answer.body as Answer;
    },
    /** Sends a command that the business refuses, by this rule. */
    isRefused: async (rule: string, [noun, id, command]: readonly string[], data: object) => {
      const path = `${noun ?? ''}/${id ?? ''}/${kebab(command ?? '')}`;
      const { status, body } = await post(path, data);
      expect({ status, rule: (body as { rule: string }).rule }).toStrictEqual({
        status: 409,
        rule,
      });
    },
    /** Sends a command and answers with whatever HTTP says. */
    tries: async (noun: string, id: string, command: string, data: object) =>
      post(`${noun}/${id}/${kebab(command)}`, data),
  };
};

/** The whole system on a folder of its own, behind HTTP, on the morning of a day; time stands still until it is moved. */
export const concord = async (day: string) => {
  const folder = mkdtempSync(join(tmpdir(), 'concord-story-'));
  let app = await opened(folder, day);
  const current = () => app;
  return {
    ...asking(current),
    ...doing(current, 'clerk-1'),
    /** The same, done by somebody else, or under a key, or on a revision that was seen. */
    as: (actor: string, how?: How) => doing(current, actor, how),
    app: current,
    /** It is the morning of that day, and what fell due is done. */
    itIs: async (to: string): Promise<void> => {
      const { status, text } = await request(httpApp(app))
        .post('/api/v1/clock')
        .send({ now: morning(to) });
      if (status !== 200) throw new Error(text);
    },
    now: () => app.now(),
    /** Nothing runs until the morning of that day. */
    isDownUntil: async (to: string): Promise<void> => {
      await app.close();
      app = await opened(folder, to);
      await app.settle();
    },
    /** Proves that the read models are what the log says, and closes. */
    close: async (): Promise<void> => {
      const findings = await app.verify();
      await app.close();
      rmSync(folder, { recursive: true });
      // Stories refer to papers that nobody handed in.
      expect(findings.filter((one) => !one.startsWith('attachment '))).toStrictEqual([]);
    },
  };
};
export type Concord = Awaited<ReturnType<typeof concord>>;

const plant = {
  registeredOn: '2015-03-02',
  industry: 'C17',
  industryScheme: 'gb4754-2017',
} as const;

/** An enterprise of the register: so many workers, so many women among them, with a union or without. */
export const register = async (
  they: Concord,
  id: string,
  {
    workers,
    women = 0,
    division = '310104',
    industry = 'C17',
    union = 'own',
  }: {
    readonly workers: number;
    readonly women?: number;
    readonly division?: string;
    readonly industry?: string;
    readonly union?: 'own' | 'federated' | 'none';
  },
): Promise<void> => {
  await they.send('enterprises', id, 'Register', { ...plant, name: id, division, industry });
  await they.send('enterprises', id, 'ReportHeadcount', { asOf: '2025-12-31', workers, women });
  if (union === 'own') await they.send('enterprises', id, 'FoundUnion', { on: '2016-05-01' });
  if (union === 'federated')
    await they.send('enterprises', id, 'FederateUnion', {
      on: '2016-05-01',
      federation: '街道工会',
    });
};

/** A contract that was there before the system: at one enterprise, or above with its scope. */
export const old = (
  kind: 'comprehensive' | 'wage' | 'women',
  [termStart, termEnd]: readonly [string, string],
  over: object,
) => ({
  kind,
  level: 'enterprise',
  profile: 'shanghai-2015',
  source: 'the paper register',
  registeredOn: termStart,
  effectiveOn: termStart,
  termStart,
  termEnd,
  steps: [],
  clauses: [],
  ...over,
});

/** What the two sides signed. */
export const signed = (
  [termStart, termEnd]: readonly [string, string],
  signedOn: string,
  over: object,
) => ({
  kind: 'comprehensive',
  level: 'enterprise',
  profile: 'shanghai-2015',
  case: 'case-1',
  termStart,
  termEnd,
  signedOn,
  steps: [],
  clauses: [],
  text: [],
  ...over,
});

/** Received by the authority on a day. */
export const receipt = (receivedOn: string, receiptNo = 'A-1') => ({
  receiptNo,
  filedOn: receivedOn,
  receivedOn,
});
