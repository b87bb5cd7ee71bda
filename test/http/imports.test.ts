import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import request from 'supertest';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { httpApp } from '../../src/http/server.ts';
import { caller, serving } from './serving.ts';

let on: Awaited<ReturnType<typeof serving>>;
beforeEach(async () => {
  on = await serving();
});
afterEach(() => on.end());

const header = 'id,name,registeredOn,division,industry,industryScheme';
const good = 'mill,南通纺织有限公司,2020-03-01,320681,C17,gb4754-2017';
const bad = 'dyers,南通印染厂,someday,320681,C17,gb4754-2017';
const file = [header, good, bad].join('\n');

type Run = {
  id: string;
  status: string;
  rejects: string | null;
  summary: { read: number; recorded: number; rejected: number } | null;
};

const send = (address: string, body = file) =>
  request(on.http).post(`/api/v1/imports${address}`).set('Content-Type', 'text/csv').send(body);
const ended = async (id: string): Promise<Run> => {
  for (;;) {
    const { body } = await on.get(`/api/v1/imports/${id}`).expect(200);
    if ((body as Run).status !== 'running') return body as Run;
  }
};
const firms = async () => ((await on.get('/api/v1/enterprises')).body as { items: object[] }).items;
const history = async () => ((await on.get('/api/v1/imports')).body as { items: Run[] }).items;

test('a file is looked at before it is imported: its columns, its first rows and what is wrong with them', async () => {
  const { body } = await send('/preview?profile=enterprises&format=csv', `${file}\n`).expect(200);
  const { columns, rows } = body as {
    columns: { key: string; header: string | null }[];
    rows: object[];
  };
  expect(columns.find(({ key }) => key === 'name')).toMatchObject({ header: 'name' });
  expect(columns.some(({ header: taken }) => taken === null)).toBe(true);
  expect(rows).toHaveLength(2);
  expect(rows[0]).toMatchObject({ row: 2, cells: good.split(','), faults: [] });
  expect(rows[1]).toMatchObject({
    row: 3,
    faults: [{ column: 'registeredOn', reason: 'not-a-day' }],
  });
  expect(await history()).toStrictEqual([]);
  expect(await firms()).toStrictEqual([]);
});

test('a file that lacks a column is no file of that profile', async () => {
  const { body } = await send('/preview?profile=enterprises&format=csv', 'colour\nred\n').expect(
    400,
  );
  expect(body).toMatchObject({ violations: [{ path: 'file' }] });
});

test('an import that nobody waits for is followed to its end, and its rejects fetched', async () => {
  const { body, headers } = await send('?profile=enterprises&format=csv&name=firms.csv')
    .set('Prefer', 'respond-async')
    .set('X-Actor', 'wang')
    .expect(202);
  const { id } = body as Run;
  expect(headers['location']).toBe(`/api/v1/imports/${id}`);
  const run = await ended(id);
  expect(run).toMatchObject({
    status: 'done',
    profile: 'enterprises',
    name: 'firms.csv',
    by: 'wang',
    dryRun: false,
    summary: { read: 2, recorded: 1, rejected: 1 },
    rejects: `/api/v1/imports/${id}/rejects.csv`,
  });
  const { text } = await on.get(String(run.rejects)).expect(200);
  expect(text).toContain('南通印染厂');
  expect(await firms()).toMatchObject([{ name: '南通纺织有限公司' }]);
});

test('the history of runs outlives the server, and says which were cut off', async () => {
  await send('?profile=enterprises&format=csv&dryRun=true').expect(200);
  const [run] = await history();
  const cut = { ...run, id: 'c'.repeat(32), status: 'running', startedAt: '2026-05-01T00:00:00Z' };
  const folder = join(on.app.config.CONCORD_DATA, 'imports', cut.id);
  mkdirSync(folder);
  writeFileSync(join(folder, 'run.json'), JSON.stringify(cut));
  const again = caller(httpApp(on.app));
  const { body } = await again.get('/api/v1/imports').expect(200);
  expect((body as { items: Run[] }).items).toMatchObject([
    { status: 'done', dryRun: true, summary: { recorded: 1 } },
    { id: cut.id, status: 'interrupted' },
  ]);
  await again.get(`/api/v1/imports/${'d'.repeat(32)}`).expect(404);
  await again.get('/api/v1/imports/..%2F..%2Fkeys').expect(404);
});

test('an import that fails says why in its history', async () => {
  await send('?profile=enterprises&format=csv', 'colour\nred\n').expect(400);
  expect(await history()).toMatchObject([
    { status: 'failed', fault: expect.stringContaining('缺少列') as string },
  ]);
});

test('what was rejected is looked at row by row, with why, before the file is fetched', async () => {
  const { body } = await send('?profile=enterprises&format=csv&dryRun=true')
    .set('Prefer', 'respond-async')
    .expect(202);
  const { id } = await ended((body as Run).id);
  const rejects = `/api/v1/imports/${id}/rejects`;
  expect((await on.get(`${rejects}?limit=5`).expect(200)).body).toStrictEqual({
    headers: header.split(','),
    items: [
      {
        row: 3,
        columns: { zh: '登记日期', en: 'Registered on' },
        sentence: {
          zh: expect.stringContaining('不是有效的日期') as string,
          en: expect.stringMatching(/^This is not a day/) as string,
        },
        cells: bad.split(','),
      },
    ],
    next: null,
  });
  await on.get('/api/v1/imports/0/rejects').expect(404);
});

test('a run goes by one id: in the answer, at its address, and in the facts of its rows', async () => {
  const answer = await send('?profile=enterprises&format=csv').expect(200);
  const { run } = answer.body as { run: string };
  expect(answer.headers['location']).toBe(`/api/v1/imports/${run}`);
  expect(await ended(run)).toMatchObject({ id: run, summary: { run, recorded: 1 } });
  await on.get(`/api/v1/imports/${run}/rejects`).expect(200);
  const thing = on.app.things.find(({ noun }) => noun === 'enterprises');
  const [firm] = (await firms()) as { id: string }[];
  const [fact] = thing ? await on.app.history(thing, firm?.id ?? '') : [];
  expect(fact?.import).toStrictEqual({ run, row: 2 });
});
