import type { IncomingMessage } from 'node:http';
import { get } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listen, type Listening } from '../../src/http/listen.ts';
import { httpApp } from '../../src/http/server.ts';
import { caller, mill, opened, path } from './serving.ts';

const address = '/api/v1/events';
let system: Awaited<ReturnType<typeof opened>>;
let server: Listening;
let on: ReturnType<typeof caller>;
let now = '2026-06-01T01:00:00.000Z';

beforeAll(async () => {
  system = await opened({}, { now: () => now });
  on = caller(httpApp(system.app));
  server = await listen(system.app);
  const register = (id: string, actor: string) =>
    on.post(`${path}/${id}/register`, mill).set('X-Actor', actor);
  await register('e1', 'clerk-1');
  await register('e2', 'clerk-2');
  now = '2026-06-02T15:59:59.999Z';
  await on
    .post(`${path}/e1/report-headcount`, { asOf: '2026-05-01', workers: 3 })
    .set('X-Actor', 'clerk-1');
  now = '2026-06-02T16:00:00.000Z';
  await register('e3', 'clerk-1');
});
afterAll(async () => {
  await server.close();
  await system.clear();
});

type Entry = { type: string; subject: string; by: string; position: string };
type Page = { items: Entry[]; next: string | null };
const asked = async (query: string): Promise<Page> =>
  (await on.get(`${address}?${query}`)).body as Page;
const told = async (query: string) =>
  (await asked(query)).items.map(({ type, subject }) => `${subject} ${type}`);

describe('who did what', () => {
  test('is listed in the order in which it happened', async () => {
    expect((await asked('')).items).toMatchObject([
      { type: 'EnterpriseRegistered', category: 'enterprise', subject: 'e1', by: 'clerk-1' },
      { subject: 'e2', by: 'clerk-2' },
      { type: 'HeadcountReported', subject: 'e1', revision: '1' },
      { subject: 'e3', at: '2026-06-02T16:00:00.000Z' },
    ]);
  });

  test('is narrowed by who, which kind and about what', async () => {
    expect(await told('by=clerk-2')).toStrictEqual(['e2 EnterpriseRegistered']);
    expect(await told('type=HeadcountReported')).toStrictEqual(['e1 HeadcountReported']);
    expect(await told('category=enterprise&subject=e3')).toStrictEqual(['e3 EnterpriseRegistered']);
  });

  test('is narrowed by days of the place, both included', async () => {
    expect(await told('from=2026-06-02&to=2026-06-02')).toStrictEqual(['e1 HeadcountReported']);
    expect(await told('from=2026-06-03')).toStrictEqual(['e3 EnterpriseRegistered']);
    expect(await told('to=2026-06-01T09:00:00%2B08:00')).toHaveLength(2);
  });

  test('goes on after a position', async () => {
    const first = await asked('limit=3');
    expect(first.next).toBe(first.items.at(-1)?.position);
    expect(await told(`after=${first.next ?? ''}`)).toStrictEqual(['e3 EnterpriseRegistered']);
    expect((await asked('limit=4')).next).toBeNull();
  });

  test.each(['who=x', 'after=-1', 'limit=501', 'from=yesterday'])(
    'does not answer %s',
    async (q) => {
      const answer = await on.get(`${address}?${q}`);
      expect([answer.status, answer.body]).toMatchObject([
        400,
        { violations: [{ path: q.split('=')[0] }] },
      ]);
    },
  );
});

test('a batch of CloudEvents 1.0 tells the facts after a position', async () => {
  const answer = await on
    .get(`${address}?after=0&limit=1`)
    .set('Accept', 'application/cloudevents-batch+json');
  expect(answer.type).toBe('application/cloudevents-batch+json');
  expect(JSON.parse(answer.text)).toMatchObject([
    {
      specversion: '1.0',
      type: 'concord.EnterpriseRegistered',
      source: '/api/v1/enterprises',
      subject: 'e1',
      time: '2026-06-01T01:00:00.000Z',
      datacontenttype: 'application/json',
      actor: 'clerk-1',
      data: { name: mill.name },
    },
  ]);
  const { items } = await asked('');
  const rest = await on
    .get(`${address}?after=${items.at(-1)?.position ?? ''}`)
    .set('Accept', 'application/cloudevents-batch+json');
  expect(rest.text).toBe('[]');
});

/** A stream as a client reads it: messages as they come. */
const streamed = async (query: string, headers: Record<string, string> = {}) => {
  const res = await new Promise<IncomingMessage>((resolve, reject) => {
    get(`${server.url}${address}${query}`, { headers: { Accept: 'text/event-stream', ...headers } })
      .once('response', resolve)
      .once('error', reject);
  });
  res.setEncoding('utf8');
  const pieces = res[Symbol.asyncIterator]() as AsyncIterator<string>;
  let text = '';
  const messages = async (n: number): Promise<string[]> => {
    const whole = () => text.split('\n\n').filter((one) => one.startsWith('id: '));
    while (whole().length < n) {
      const { value, done } = await pieces.next();
      if (done === true) break;
      text += value;
    }
    return whole();
  };
  return { res, messages };
};

describe('the live stream', () => {
  test('tells what happened after a position, then what happens', async () => {
    const { res, messages } = await streamed('?after=0', { 'Accept-Encoding': 'gzip' });
    expect(res.headers['content-type']).toBe('text/event-stream; charset=utf-8');
    expect(res.headers['content-encoding']).toBeUndefined();
    expect(await messages(4)).toHaveLength(4);
    await on.post(`${path}/live1/register`, mill);
    const [, , , , live = ''] = await messages(5);
    expect(live).toMatch(/^id: \d+\nevent: EnterpriseRegistered\ndata: \{"specversion":"1.0"/);
    res.destroy();
  });

  test('goes on after the last fact a client saw', async () => {
    const { items } = await asked('type=HeadcountReported');
    const { res, messages } = await streamed('?after=0', {
      'Last-Event-ID': items[0]?.position ?? '',
    });
    const [first = ''] = await messages(1);
    expect(first).toContain('"subject":"e3"');
    res.destroy();
  });

  test('begins now where no one says from where', async () => {
    const { res, messages } = await streamed('');
    await on.post(`${path}/live2/register`, mill);
    const [first = ''] = await messages(1);
    expect(first).toContain('"subject":"live2"');
    res.destroy();
  });

  test('does not begin after what has not happened', async () => {
    const answer = await on.get(`${address}?after=999999`).set('Accept', 'text/event-stream');
    expect([answer.status, answer.body]).toMatchObject([400, { violations: [{ path: 'after' }] }]);
  });

  test('ends when the server stops', async () => {
    const other = await opened();
    const stopping = await listen(other.app);
    const answer = await fetch(`${stopping.url}${address}?after=0`, {
      headers: { Accept: 'text/event-stream' },
    });
    const text = answer.text();
    await stopping.close();
    expect(await text).toContain('retry: 2000');
    await other.clear();
  });
});
