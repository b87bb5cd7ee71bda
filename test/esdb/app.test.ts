import { mkdirSync } from 'node:fs';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openApp, type App, type OpenOptions } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { httpApp } from '../../src/http/server.ts';
import { openEsdbStore } from '../../src/store/esdb.ts';
import { categories, things } from '../../src/things.ts';
import { caller, mill } from '../http/serving.ts';
import { openDouble, type Double } from '../support/esdb/double.ts';
import { until } from '../support/nodes.ts';
import { dataFolder } from '../support/server-process.ts';

const NOW = '2026-06-01T01:00:00.000Z';

let double: Double;
let data: ReturnType<typeof dataFolder>;
let opened: App[];
beforeEach(async () => {
  double = await openDouble();
  data = dataFolder();
  opened = [];
});
afterEach(async () => {
  for (const app of opened) await app.close();
  await double.close();
  data.remove();
});

const open = async (options: OpenOptions = {}, url = double.url): Promise<App> => {
  mkdirSync(data.folder, { recursive: true });
  const config = readConfig({
    CONCORD_DATA: data.folder,
    EVENTSTORE_URL: url,
    LOG_LEVEL: 'silent',
  });
  const app = await openApp(config, { now: () => NOW, ticksEvery: 0, ...options });
  opened.push(app);
  return app;
};
const closed = async (app: App): Promise<void> => {
  opened = opened.filter((one) => one !== app);
  await app.close();
};

const registers = (app: App, id: string) =>
  caller(httpApp(app)).post(`/api/v1/enterprises/${id}/register`, mill);

/** Records of others on the same server. */
const others = async (count: number): Promise<void> => {
  const client = EventStoreDBClient.connectionString(double.url);
  const events = Array.from({ length: count }, () => jsonEvent({ type: 'Else', data: {} }));
  await client.appendToStream('elsewhere-1', events);
  await client.dispose();
};

describe('a system whose facts are in EventStoreDB', () => {
  it('records over HTTP, shows it at once, and finds nothing wrong with itself', async () => {
    const app = await open();
    const answer = await registers(app, 'mill-1');
    expect(answer.status).toBe(200);
    expect(answer.get('Concord-Position')).toMatch(/^\d+$/);
    const { body } = await caller(httpApp(app)).get('/api/v1/enterprises/mill-1');
    expect(body).toMatchObject({ id: 'mill-1', name: mill.name });
    expect(await app.verify()).toStrictEqual([]);
    const ready = await caller(httpApp(app)).get('/readyz');
    expect([ready.status, ready.body]).toMatchObject([200, { store: 'eventstoredb' }]);
  });

  it('says that it does not know what became of a command, and does it once when it is repeated', async () => {
    const store = openEsdbStore({
      ...{ url: double.url, categories },
      ...{ deadlineMs: 200, budgetMs: 700 },
    });
    const app = await open({ store });
    const planned = double.fault('append', { what: 'lose-the-answer' }, 1_000);
    const command = () => registers(app, 'mill-1').set('Idempotency-Key', 'once');
    const refused = await command();
    expect(refused.status).toBe(503);
    expect(refused.body).toMatchObject({ code: 'store-unavailable', outcome: 'unknown' });
    expect(refused.get('Retry-After')).toBe('5');
    planned.lift();
    const repeated = await command();
    expect(repeated.body).toMatchObject({ revision: '0', events: ['EnterpriseRegistered'] });
    const thing = app.things.find(({ noun }) => noun === 'enterprises');
    expect(thing && (await app.history(thing, 'mill-1'))).toHaveLength(1);
    await closed(app);
    await store.close();
  });

  it('is ready although the records of others stand behind the last of its own, and after a restart', async () => {
    const app = await open();
    await registers(app, 'mill-1');
    await others(200);
    await app.settle();
    expect((await app.progress()).behindMs).toBe(0);
    await closed(app);
    await others(20);
    const again = await open();
    expect(await again.progress()).toMatchObject({ behindMs: 0, rebuilding: [] });
    expect((await registers(again, 'mill-2')).status).toBe(200);
  });

  it('tells what happened after whatever place somebody names', async () => {
    const app = await open();
    for (const id of ['mill-1', 'mill-2', 'mill-3']) await registers(app, id);
    const batch = (after: bigint) =>
      caller(httpApp(app))
        .get(`/api/v1/events?after=${String(after)}`)
        .set('Accept', 'application/cloudevents-batch+json');
    const subjects = async (after: bigint) =>
      (JSON.parse((await batch(after)).text) as { subject: string; sequence: string }[]).map(
        ({ subject }) => subject,
      );
    const all = JSON.parse((await batch(0n)).text) as { sequence: string }[];
    const [first = 0n, second = 0n] = all.map(({ sequence }) => BigInt(sequence));
    expect(await subjects(first)).toStrictEqual(['mill-2', 'mill-3']);
    expect(await subjects(first - 1n)).toStrictEqual(['mill-1', 'mill-2', 'mill-3']);
    expect(await subjects(first + 1n)).toStrictEqual(['mill-2', 'mill-3']);
    expect(await subjects(second - 1n)).toStrictEqual(['mill-2', 'mill-3']);
  });
});

describe('who watches a system', () => {
  it('is answered at once while the server is silent, by probes and metrics', async () => {
    const app = await open();
    const watched = caller(httpApp(app));
    await registers(app, 'mill-1');
    double.nodes[0]?.freeze();
    const since = performance.now();
    expect((await watched.get('/livez')).status).toBe(200);
    expect((await watched.get('/metrics')).text).toContain('\nconcord_on_duty 1');
    expect((await watched.get('/readyz')).body).toMatchObject({ reasons: ['store-unavailable'] });
    // The store itself is waited for ten seconds.
    expect(performance.now() - since).toBeLessThan(8_000);
    double.nodes[0]?.thaw();
  });
});

describe('the start of a system', () => {
  it('stops, and touches nothing, where the log ends before what it has read', async () => {
    const app = await open();
    await registers(app, 'mill-1');
    await closed(app);
    const other = await openDouble();
    await expect(open({}, other.url)).rejects.toThrow('it is another log');
    const stopped = await open({ atOnce: true }, other.url);
    await until(async () => (await stopped.progress()).stopped !== undefined);
    expect((await stopped.progress()).stopped).toMatch(/^start: .*it is another log/);
    const ready = await caller(httpApp(stopped)).get('/readyz');
    expect(ready.body).toMatchObject({ ready: false, reasons: ['read-models-stopped'] });
    const head = other.log.records.length;
    const refused = await registers(stopped, 'mill-2');
    expect(refused.body).toMatchObject({ code: 'not-started', outcome: 'not-recorded' });
    expect(other.log.records).toHaveLength(head);
    await closed(stopped);
    await other.close();
    const again = await open();
    expect((await caller(httpApp(again)).get('/api/v1/enterprises/mill-1')).status).toBe(200);
  });

  it('waits for a server that starts later', async () => {
    await double.nodes[0]?.kill();
    const store = openEsdbStore({
      ...{ url: double.url, categories },
      ...{ deadlineMs: 200, budgetMs: 400 },
    });
    const app = await open({ store, atOnce: true });
    expect((await store.health()).ok).toBe(false);
    await double.nodes[0]?.start(200);
    await until(async () => (await registers(app, 'mill-1')).status === 200);
    expect((await app.progress()).stopped).toBeUndefined();
    await closed(app);
    await store.close();
  });

  it('can be given up while it waits', async () => {
    await double.nodes[0]?.kill();
    const app = await open({ atOnce: true });
    await closed(app);
  });

  it.each([
    'esdb://',
    'esdb+discover://?tls=false',
    'esdb://localhost:2113?tls=true',
    'esdb://name:secret@localhost:2113?tls=true&tlsCAFile=missing.crt',
    'esdb://name:secret@localhost:none?tls=true',
  ])('refuses the address %s, and does not show its password', async (url) => {
    const refused = open({}, url);
    await expect(refused).rejects.toMatchObject({ name: 'WrongSetting' });
    await expect(refused).rejects.toThrow(/EVENTSTORE_URL/);
    await expect(refused).rejects.not.toThrow(/secret/);
  });
});

it('follows the streams of every kind of thing there is', () => {
  const kinds = things(undefined as never, () => NOW).map(({ category }) => category);
  expect(categories.toSorted()).toStrictEqual(kinds.toSorted());
});
