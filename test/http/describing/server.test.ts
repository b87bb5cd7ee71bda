import { once } from 'node:events';
import { connect } from 'node:net';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listen } from '../../../src/http/listen.ts';
import { httpApp } from '../../../src/http/server.ts';
import { caller, mill, opened, path, serving } from '../serving.ts';

let on: Awaited<ReturnType<typeof serving>>;
let lines = '';
beforeAll(async () => {
  const sink = new Writable({
    write: (chunk: Buffer, _, done) => {
      lines += chunk.toString();
      done();
    },
  });
  on = await serving({ ALLOWED_HOSTS: 'concord.example' }, { log: pino({ level: 'trace' }, sink) });
});
afterAll(() => on.end());

describe('health', () => {
  test('is alive, and ready when the read models have caught up', async () => {
    expect((await on.get('/livez')).body).toStrictEqual({ alive: true });
    const ready = await on.get('/readyz');
    expect([ready.status, ready.body]).toStrictEqual([
      200,
      { ready: true, store: 'embedded', reasons: [], keys: 'unclaimed', refusedOrders: 0 },
    ]);
  });

  test('is not ready once the server is about to stop, or the store is closed', async () => {
    const { app, end } = await opened();
    const stopping = caller(httpApp(app, AbortSignal.abort()));
    expect((await stopping.get('/readyz')).body).toMatchObject({ reasons: ['closing'] });
    const { get } = caller(httpApp(app));
    await end();
    const closed = await get('/readyz');
    expect([closed.status, closed.body]).toMatchObject([503, { reasons: ['store-unavailable'] }]);
    expect((await get('/livez')).status).toBe(200);
  });

  test('counts requests by route and commands by how they ended', async () => {
    await on.post(`${path}/m1/register`, mill);
    await on.post(`${path}/m2/report-headcount`, { asOf: '2026-05-01', workers: 1 });
    const { text } = await on.get('/metrics');
    expect(text).toContain(
      'concord_commands_total{command="enterprises/register",result="recorded"} 1',
    );
    expect(text).toContain(
      'concord_commands_total{command="enterprises/report-headcount",result="refused"} 1',
    );
    expect(text).toContain('concord_facts_recorded_total{category="enterprise"} 1');
    expect(text).toMatch(
      /concord_http_request_duration_seconds_count\{.*route="\/api\/v1\/enterprises\/\{id\}\/register",status="200"\} 1/,
    );
    expect(text).toMatch(/concord_read_model_lag_seconds \d/);
    expect(text).toMatch(/nodejs_eventloop_lag_seconds/);
  });
});

describe('the Host header', () => {
  test.each(['localhost:3000', '127.0.0.1', '[::1]:80', 'concord.example'])(
    'may say %s',
    async (host) => {
      expect((await on.get('/api/v1/law').set('Host', host)).status).toBe(200);
    },
  );

  test.each(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example:3000'])(
    'may not say %s',
    async (host) => {
      const answer = await on.get('/api/v1/law').set('Host', host);
      expect([answer.status, answer.body]).toMatchObject([421, { code: 'wrong-host' }]);
    },
  );

  test('is free for probes', async () => {
    expect((await on.get('/livez').set('Host', '10.0.0.7:3000')).status).toBe(200);
  });
});

describe('every answer', () => {
  test('has the request id that came, or one of its own', async () => {
    const given = await on.get('/livez').set('X-Request-Id', 'req-1');
    const own = await on.get('/livez').set('X-Request-Id', 'a b\tc');
    expect(given.headers['x-request-id']).toBe('req-1');
    expect(own.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('forbids what a page of ours does not need', async () => {
    const { headers } = await on.get('/api/v1/law');
    expect(headers['content-security-policy']).toContain("default-src 'self'");
    expect(headers['content-security-policy']).not.toContain('script-src');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers).not.toHaveProperty('x-powered-by');
  });

  test('to an unknown address is a problem', async () => {
    expect((await on.get('/api/v1/nothing')).body).toMatchObject({ code: 'no-such-address' });
    expect((await on.get(`${path}/%E0%A4%A`)).status).toBe(400);
  });

  test('is compressed when it is long', async () => {
    const { headers } = await on.get('/api/v1/law').set('Accept-Encoding', 'gzip');
    expect(headers['content-encoding']).toBe('gzip');
  });
});

test('the log knows the request and nothing that was said in it', async () => {
  await on
    .post(`${path}/log1/register?dryRun=true`, { ...mill, name: 'canary-body' })
    .set({ Authorization: 'Bearer canary-token', Cookie: 'session=canary-cookie' });
  await on.post(`${path}/log1/register`, { ...mill, colour: 'canary-key' });
  await on.get(`${path}?q=canary-query`);
  await on.get('/api/v1/deadlines.ics?token=canary-secret');
  expect(lines).toContain(`"path":"${path}/log1/register"`);
  expect(lines).not.toContain('canary');
});

describe('the clock', () => {
  test('is no address where it is the system’s', async () => {
    const answer = await on.post('/api/v1/clock', { now: '2027-01-01T00:00:00Z' });
    expect(answer.status).toBe(404);
  });

  test('moves to any moment before the first fact, then forward only, where it is settable', async () => {
    const tour = await serving({ CONCORD_CLOCK: 'settable' });
    const first = await tour.post('/api/v1/clock', { now: '2020-01-01T00:00:00Z' });
    expect(first.status).toBe(200);
    await tour.post(`${path}/timed/register`, { ...mill, registeredOn: '2019-01-01' });
    const answer = await tour.post('/api/v1/clock', { now: '2027-01-01T08:00:00+08:00' });
    expect([answer.status, answer.body]).toStrictEqual([200, { now: '2027-01-01T00:00:00.000Z' }]);
    const back = await tour.post('/api/v1/clock', { now: '2026-12-31T00:00:00Z' });
    expect([back.status, back.body]).toMatchObject([400, { violations: [{ path: 'now' }] }]);
    await tour.end();
  });
});

describe('a listening server', () => {
  test('answers on its address and stops when it is told to', async () => {
    const { app, clear } = await opened();
    const server = await listen(app);
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
    await Promise.all([server.close(), server.close()]);
    await expect(fetch(`${server.url}/livez`)).rejects.toThrow();
    await clear();
  });

  test('finishes what is in flight, and takes nothing new', async () => {
    const { app, clear } = await opened();
    const server = await listen(app);
    const { hostname, port } = new URL(server.url);
    const body = JSON.stringify(mill);
    const slow = connect(Number(port), hostname);
    let answer = '';
    slow.on('data', (chunk: Buffer) => (answer += chunk.toString()));
    slow.write(
      `POST ${path}/s1/register HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`,
    );
    slow.write(body.slice(0, 10));
    await fetch(`${server.url}/livez`);
    const closed = server.close();
    await expect(fetch(`${server.url}/livez`)).rejects.toThrow();
    slow.write(body.slice(10));
    await once(slow, 'close');
    await closed;
    expect(answer).toContain('HTTP/1.1 200 OK');
    expect(answer).toContain('EnterpriseRegistered');
    await clear();
  });
});
