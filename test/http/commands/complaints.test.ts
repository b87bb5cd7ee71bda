import { afterAll, beforeAll, expect, test } from 'vitest';
import { serving } from '../serving.ts';

let on: Awaited<ReturnType<typeof serving>>;
beforeAll(async () => {
  on = await serving();
});
afterAll(() => on.end());

const complaints = async (body: object): Promise<Record<string, string>> => {
  const answer = await on
    .post('/api/v1/enterprises/e9/register', body)
    .set('Accept-Language', 'zh-CN');
  expect(answer.status).toBe(400);
  const { violations } = answer.body as { violations: { path: string; message: string }[] };
  return Object.fromEntries(violations.map(({ path, message }) => [path, message]));
};
const sound = {
  registeredOn: '2020-01-01',
  name: '棉纺厂',
  division: '210902',
  industry: 'C17',
  industryScheme: 'gb4754-2017',
};

test('every complaint is Chinese under zh-CN', async () => {
  expect(
    await complaints({
      ...sound,
      registeredOn: '2020-02-30',
      name: '',
      nameEn: 7,
      division: 'here',
      industry: 'x'.repeat(41),
      industryScheme: 'isic',
      sizeYear: 1900,
      colour: 'red',
    }),
  ).toStrictEqual({
    registeredOn: '日期应为 YYYY-MM-DD，且确有此日。',
    name: '应不少于 1 个字。',
    nameEn: '应为文字，填写的是数字。',
    division: '格式不符合要求。',
    industry: '应不超过 40 个字。',
    industryScheme: '应为以下之一：gb4754-2017、gb4754-2011、fmcs。',
    sizeYear: '应不少于 1949。',
    colour: '没有这个字段：colour。',
  });
  expect(await complaints({ ...sound, name: undefined })).toStrictEqual({ name: '必填。' });
});

test('a filter by a code that there is not is named, and an empty one asks for none', async () => {
  const wrong = await on.get('/api/v1/contracts?phase=asleep').set('Accept-Language', 'zh-CN');
  expect([wrong.status, wrong.body]).toMatchObject([400, { violations: [{ path: 'phase' }] }]);
  expect((await on.get('/api/v1/deadlines?status=late')).status).toBe(400);
  expect((await on.get('/api/v1/deadlines?status=overdue')).status).toBe(200);
  expect((await on.get('/api/v1/contracts?effect_mode=')).status).toBe(200);
});
