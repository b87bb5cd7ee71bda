import { afterAll, beforeAll, expect, test } from 'vitest';
import { serving } from '../serving.ts';

let on: Awaited<ReturnType<typeof serving>>;
beforeAll(async () => {
  on = await serving();
});
afterAll(() => on.end());

const complaints = async (body: object, language = 'zh-CN'): Promise<Record<string, string>> => {
  const answer = await on
    .post('/api/v1/enterprises/e9/register', body)
    .set('Accept-Language', language);
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

const unsound = {
  ...sound,
  registeredOn: '2020-02-30',
  name: '',
  nameEn: 7,
  division: 'here',
  industry: 'x'.repeat(41),
  industryScheme: 'isic',
  sizeYear: 1900,
  colour: 'red',
};

test('every complaint is Chinese under zh-CN', async () => {
  expect(await complaints(unsound)).toStrictEqual({
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

test('every complaint is a sentence in English, too', async () => {
  expect(await complaints(unsound, 'en')).toStrictEqual({
    registeredOn: 'A day is written YYYY-MM-DD, and must exist.',
    name: 'It must have at least 1 character.',
    nameEn: 'It must be a text, and is a number.',
    division: 'It does not have the right form.',
    industry: 'It must have at most 40 characters.',
    industryScheme: 'It must be one of: gb4754-2017, gb4754-2011, fmcs.',
    sizeYear: 'It must be at least 1949.',
    colour: 'There is no such field: colour.',
  });
  expect(await complaints({ ...sound, name: undefined }, 'en')).toStrictEqual({
    name: 'It must be filled in.',
  });
});

test('a filter by a code that there is not is named, and an empty one asks for none', async () => {
  const wrong = await on.get('/api/v1/contracts?phase=asleep').set('Accept-Language', 'zh-CN');
  expect([wrong.status, wrong.body]).toMatchObject([400, { violations: [{ path: 'phase' }] }]);
  expect((await on.get('/api/v1/deadlines?status=late')).status).toBe(400);
  expect((await on.get('/api/v1/deadlines?status=overdue')).status).toBe(200);
  expect((await on.get('/api/v1/contracts?effect_mode=')).status).toBe(200);
});
