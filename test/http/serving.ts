import type { Express } from 'express';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Logger } from 'pino';
import request from 'supertest';
import { openApp, type App } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { httpApp } from '../../src/http/server.ts';

export type Settings = Readonly<Record<string, string>>;

/** The system of a test, on a folder of its own. */
export const opened = async (
  settings: Settings = {},
  options: { now?: () => string; log?: Logger } = {},
): Promise<{ app: App; end: () => Promise<void>; clear: () => Promise<void> }> => {
  const folder = await mkdtemp(join(tmpdir(), 'concord-http-'));
  const config = readConfig({
    CONCORD_DATA: folder,
    LOG_LEVEL: 'silent',
    PORT: '0',
    ...settings,
  });
  const app = await openApp(config, { now: () => '2026-06-01T01:00:00.000Z', ...options });
  const clear = () => rm(folder, { recursive: true });
  const end = async () => {
    await app.close();
    await clear();
  };
  return { app, end, clear };
};

/** The same behind its HTTP face. */
export const serving = async (
  settings: Settings = {},
  options: { now?: () => string; log?: Logger } = {},
) => {
  const { app, end } = await opened(settings, options);
  const http: Express = httpApp(app);
  return { app, http, end, ...caller(http) };
};

/** Short ways to ask. */
export const caller = (http: Express) => ({
  get: (path: string) => request(http).get(path),
  post: (path: string, body: object = {}) =>
    request(http).post(path).set('Content-Type', 'application/json').send(body),
});

export const mill = {
  registeredOn: '2020-03-01',
  name: '南通纺织有限公司',
  division: '320681',
  industry: 'C17',
  industryScheme: 'gb4754-2017',
} as const;

export const path = '/api/v1/enterprises';

export const cases = '/api/v1/bargaining-cases';

/** A case whose offer was received on that day, and not answered. */
export const offered = async (
  { post }: Pick<ReturnType<typeof caller>, 'post'>,
  id: string,
  receivedOn: string,
): Promise<void> => {
  const send = (command: string, body: object) =>
    post(`${cases}/${id}/${command}`, body).expect(200);
  const topics = ['wage-increase'];
  await send('prepare-offer', {
    on: '2026-04-01',
    profile: 'national-2004',
    kind: 'comprehensive',
    level: 'enterprise',
    purpose: 'first',
    contract: `${id}-contract`,
    enterprise: 'e1',
    representedBy: 'union',
    preparedBy: 'employees',
    topics,
  });
  await send('issue-offer', {
    offer: 'o1',
    by: 'employees',
    on: receivedOn,
    topics,
    proposedOn: '2026-07-01',
    place: '公司会议室',
  });
  await send('record-receipt', { offer: 'o1', on: receivedOn, receipt: '签收单' });
};
