import { afterEach, beforeEach, expect, test } from 'vitest';
import { mill, path, serving } from '../serving.ts';

let on: Awaited<ReturnType<typeof serving>>;
beforeEach(async () => {
  on = await serving();
});
afterEach(() => on.end());

type Demo = { status: string; possible: boolean; city: object | null };
const demo = async (): Promise<Demo> => (await on.get('/api/v1/demo').expect(200)).body as Demo;
const founded = async (): Promise<Demo> => {
  for (;;) {
    const state = await demo();
    if (state.status !== 'running') return state;
  }
};

test('an empty store can be given a demo city, once, with its own past', async () => {
  expect(await demo()).toMatchObject({ possible: true, status: 'none' });
  await on.post('/api/v1/demo', { enterprises: 1, seed: 2 }).expect(202);
  const { body: meanwhile } = await on.post(`${path}/mill/register`, mill).expect(503);
  expect(meanwhile).toMatchObject({ code: 'busy' });
  await on.post('/api/v1/demo', {}).expect(409);
  expect(await founded()).toMatchObject({
    status: 'done',
    possible: false,
    city: { enterprises: 1, refused: {}, until: '2026-05-31' },
    fault: null,
  });
  const { body } = await on.get('/api/v1/events?limit=1').expect(200);
  const [first] = (body as { items: { at: string }[] }).items;
  expect(String(first?.at) < on.app.now()).toBe(true);
  expect(on.app.now()).toBe('2026-06-01T01:00:00.000Z');
  const { body: late } = await on.post('/api/v1/demo', {}).expect(409);
  expect(late).toMatchObject({ code: 'not-empty' });
}, 120_000);

test('where something is recorded no city is founded', async () => {
  await on.post(`${path}/mill/register`, mill).expect(200);
  expect(await demo()).toMatchObject({ possible: false });
  await on.post('/api/v1/demo', { enterprises: 4 }).expect(409);
  await on.post('/api/v1/demo', { enterprises: 0 }).expect(400);
  await on.post('/api/v1/demo', { until: '2026-06-01' }).expect(400);
});

test('the operator sees the store, every read model, who is on duty and how large the files are', async () => {
  await on.post(`${path}/mill/register`, mill).expect(200);
  const { body } = await on.get('/api/v1/system').expect(200);
  expect(body).toMatchObject({
    zone: 'Asia/Shanghai',
    store: { ok: true },
    lag: 0,
    stopped: null,
    duty: { mine: true },
    refusedOrders: 0,
  });
  const { projections, files, head } = body as {
    projections: { name: string; position: string; lag: number; rebuilding: boolean }[];
    files: { name: string; bytes: number }[];
    head: string;
  };
  expect(projections.find(({ name }) => name === 'enterprise_register')).toMatchObject({
    position: head,
    lag: 0,
    rebuilding: false,
  });
  expect(files.map(({ name }) => name)).toStrictEqual(['events.db', 'views.db', 'keys.db']);
});
