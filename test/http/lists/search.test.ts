import { afterAll, beforeAll, expect, test } from 'vitest';
import { mill, path, serving } from '../serving.ts';

let on: Awaited<ReturnType<typeof serving>>;
const code = '91320681MA1XYZ1234';
beforeAll(async () => {
  on = await serving();
  const send = async (address: string, body: object) =>
    on.post(`/api/v1/${address}`, body).expect(200);
  await send('enterprises/mill/register', mill);
  await send('enterprises/dyers/register', {
    ...mill,
    name: '南通印染厂',
    nameEn: 'Nantong Dyers',
  });
  await send('enterprises/weavers/register', { ...mill, name: '海门织布厂' });
  await send('enterprises/weavers/rename', { on: '2025-01-01', name: '海门新材料公司' });
  await send('enterprises/ghost/register', { ...mill, name: '南通误登记厂' });
  await send('enterprises/ghost/void', { reason: '误登记' });
  await send('people/p-1/register', { details: { name: '王小明', position: '纺织工' } });
});
afterAll(() => on.end());

type Hit = { things: string; id: string; label: string; field: string; text: string };
const found = async (query: string): Promise<Hit[]> => {
  const { body } = await on.get(`/api/v1/search?${query}`).expect(200);
  return (body as { items: Hit[] }).items;
};
const q = (text: string) => `q=${encodeURIComponent(text)}`;

test('two characters anywhere in a name find it, beginnings first, struck-out records never', async () => {
  const hits = await found(q('南通'));
  expect(hits.map(({ id }) => id)).toStrictEqual(['dyers', 'mill']);
  expect(hits[0]).toMatchObject({
    things: 'enterprises',
    label: '南通印染厂',
    hint: { zh: expect.any(String) as string },
    field: 'name',
  });
});

test('a former name leads to what it is called now', async () => {
  expect(await found(q('织布'))).toMatchObject([
    { id: 'weavers', label: '海门新材料公司', text: '海门织布厂' },
  ]);
});

test('width and case do not matter, and an id is found as it is', async () => {
  expect((await found(q('ｎａｎｔｏｎｇ dyers')))[0]).toMatchObject({
    id: 'dyers',
    field: 'nameEn',
  });
  expect((await found(q('MILL')))[0]).toMatchObject({ id: 'mill', field: 'id' });
});

test('people are found by name until they are erased, and then nowhere', async () => {
  expect(await found(`${q('小明')}&things=people`)).toMatchObject([
    { things: 'people', id: 'p-1', label: '王小明', hint: { zh: '纺织工' } },
  ]);
  expect(await found(`${q('小明')}&things=enterprises`)).toStrictEqual([]);
  const person = async () => (await on.get('/api/v1/people/p-1').expect(200)).body as object;
  expect(await person()).toMatchObject({ details: { name: '王小明', position: '纺织工' } });
  await on.post('/api/v1/people/p-1/erase', { on: '2026-05-30', reason: 'on-request' }).expect(200);
  expect(await found(q('小明'))).toStrictEqual([]);
  expect(await person()).toMatchObject({ status: 'erased', details: null });
  expect(await on.app.verify()).toStrictEqual([]);
});

test('signs that mean something to the database mean nothing here', async () => {
  expect(await found(q('%'))).toStrictEqual([]);
  expect(await found(q("' OR 1=1 --"))).toStrictEqual([]);
  expect(await found(q(code))).toStrictEqual([]);
  await on.get('/api/v1/search').expect(400);
  await on.get('/api/v1/search?q=a&limit=0').expect(400);
  await on.get('/api/v1/search?q=a&colour=red').expect(400);
});

test('what rebuilding makes is what was there', async () => {
  await on.app.rebuild(['search']);
  expect((await found(q('南通'))).map(({ id }) => id)).toStrictEqual(['dyers', 'mill']);
  expect(await on.get(`${path}/mill`)).toMatchObject({ status: 200 });
});
