import { pino, type Logger } from 'pino';
import { z } from 'zod';
import type { App } from '../app.ts';
import type { Config } from '../config.ts';
import { readServing } from '../serving.ts';
import { Corrupt } from '../store/event-store.ts';
import { exits, Failed, type Exit } from './exit.ts';
import type { Paper } from './paper.ts';

/**
 * Where the CLI asks: the server that holds the data folder, or the same HTTP face opened in this
 * process for as long as the command runs. So an answer is the same with and without a server.
 */
export type Desk = {
  /** The system itself, when this process holds the data folder. */
  readonly app: App | undefined;
  /** Sends a request to a path under /api/v1; throws Failed when the answer is no. */
  readonly ask: (path: string, init?: RequestInit) => Promise<Response>;
  readonly close: () => Promise<void>;
};

const Problem = z.looseObject({
  title: z.string().default(''),
  detail: z.string().default(''),
  rule: z.string().optional(),
  article: z.string().optional(),
  violations: z.array(z.object({ path: z.string(), message: z.string() })).default([]),
});

const exitFor = (status: number, code: unknown): Exit => {
  if (status >= 500 || status === 401 || status === 403 || status === 421) return exits.unreachable;
  if ([409, 412, 422].includes(status)) return exits.refused;
  return status === 404 && code === 'not-found' ? exits.refused : exits.usage;
};

/** What a problem says, as lines for people. */
const failure = async (response: Response): Promise<Failed> => {
  const text = await response.text();
  const parsed = Problem.safeParse(parsedJson(text));
  if (!parsed.success) return new Failed(exitFor(response.status, ''), text || response.statusText);
  const { title, detail, rule, article, violations } = parsed.data;
  const message = [
    [detail || title, rule && `[${rule}]`, article && `(${article})`].filter(Boolean).join(' '),
    ...violations.map((one) => `  ${one.path}: ${one.message}`),
  ].join('\n');
  return new Failed(exitFor(response.status, parsed.data['code']), message, parsed.data);
};

const parsedJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const asking = (url: string, { language }: Paper) => {
  const spoken = language === 'zh' ? 'zh-CN' : 'en';
  return async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    headers.set('Accept-Language', spoken);
    const response = await fetch(new URL(`/api/v1${path}`, url), { ...init, headers }).catch(
      (cause: unknown) => {
        throw new Failed(exits.unreachable, `${url}: ${String(cause)}`);
      },
    );
    if (response.ok) return response;
    throw await failure(response);
  };
};

/** How long a command waits for the read models when it opens the data, in milliseconds. */
const CATCH_UP = 3_600_000;
/** How long it waits for an event store that is out of reach, in milliseconds: who asks is at the keyboard. */
const STORE_PATIENCE = 5_000;

/** Warnings go to the error stream; a command is no server, whose every request is logged. */
export const quietLog = ({ LOG_LEVEL }: Config): Logger =>
  pino({ level: LOG_LEVEL === 'info' ? 'error' : LOG_LEVEL }, pino.destination(2));

/**
 * Opens the data folder in this process, its read models up to the head. Throws Locked when another
 * process holds it.
 */
export const openHere = async (
  config: Config,
  atOnce = false,
  log = quietLog(config),
): Promise<App> => {
  // Loaded when needed: help and templates answer without the whole system.
  const { openApp } = await import('../system/open-app.ts');
  const app = await openApp(config, { log, atOnce, patience: STORE_PATIENCE });
  return atOnce ? app : caughtUp(app);
};

const caughtUp = async (app: App): Promise<App> => {
  const { head } = await app.progress();
  await app.seen(head, CATCH_UP);
  return app;
};

/** The same for work that tells by itself what the read models stop at: they are as far as they come. */
export const openAsFar = async (config: Config): Promise<App> => {
  const silent = pino({ level: 'silent' });
  try {
    return await openHere(config, false, silent);
  } catch (error) {
    if (!(error instanceof Corrupt)) throw error;
    return openHere(config, true, silent);
  }
};

/** The server that holds the data folder, and the key of who keeps the house; undefined when there is none. */
export const servedBy = (
  config: Config,
  paper: Paper,
): { readonly ask: Desk['ask']; readonly key: string } | undefined => {
  const serving = readServing(config.CONCORD_DATA);
  return serving && { ask: asking(serving.url, paper), key: serving.key ?? '' };
};

const Outcome = z.looseObject({ failure: z.string().optional(), asker: z.string().optional() });

/** Has the server that holds the data folder do work on the whole of it; undefined when there is none. */
export const askKeeper = async (
  config: Config,
  paper: Paper,
  name: string,
  body: object,
): Promise<Readonly<Record<string, unknown>> | undefined> => {
  const serving = servedBy(config, paper);
  if (!serving) return undefined;
  const response = await serving.ask(`/admin/${name}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Keeper-Key': serving.key },
    body: JSON.stringify(body),
  });
  const { failure, asker, ...outcome } = Outcome.parse(await response.json());
  if (failure !== undefined)
    throw new Failed(asker === 'wrong' ? exits.usage : exits.unreachable, failure);
  return outcome;
};

/** Opens the desk; throws Failed or Locked when the data folder can't be reached. */
export const openDesk = async (config: Config, paper: Paper): Promise<Desk> => {
  const serving = servedBy(config, paper);
  if (serving) return { app: undefined, ask: serving.ask, close: async () => undefined };
  const app = await openHere({ ...config, HOST: '127.0.0.1', PORT: 0 });
  const { listen } = await import('../http/listen.ts');
  const { url, close } = await listen(app);
  return { app, ask: asking(url, paper), close };
};
