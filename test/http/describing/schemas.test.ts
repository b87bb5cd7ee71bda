import { afterAll, beforeAll, expect, test } from 'vitest';
import { serving } from '../serving.ts';

let on: Awaited<ReturnType<typeof serving>>;
beforeAll(async () => {
  on = await serving();
});
afterAll(() => on.end());

type Entry = { things: string; command: string; schema: string };

test('a form learns what a command takes, what its fields are called and how to ask for them', async () => {
  const { body, headers } = await on
    .get('/api/v1/schemas/bargaining-cases/prepare-offer')
    .set('Accept-Language', 'zh-CN')
    .expect(200);
  expect(headers['content-language']).toBe('zh-CN');
  expect(body).toMatchObject({
    title: '协商立案',
    type: 'object',
    additionalProperties: false,
    required: expect.arrayContaining(['on', 'profile', 'kind']) as string[],
    properties: {
      on: { type: 'string', format: 'date', title: '日期' },
      enterprise: { format: 'enterprise-id', title: '企业' },
      contract: { format: 'contract-id' },
      preparedBy: {
        oneOf: [
          { const: 'employer', title: '用人单位方' },
          { const: 'employees', title: '职工方' },
        ],
      },
      topics: { type: 'array', items: { oneOf: expect.any(Array) as unknown[] } },
    },
  });
});

test('money, people, files and long texts say what they are', async () => {
  const schema = async (path: string) => (await on.get(`/api/v1/schemas/${path}`)).body as object;
  expect(await schema('disputes/make-claim')).toMatchObject({
    title: 'Make claim',
    properties: { fen: { format: 'fen' }, claimant: { format: 'person-id' } },
  });
  expect(await schema('contracts/file')).toMatchObject({
    properties: { documents: { type: 'array', items: { format: 'attachment' } } },
  });
  expect(await schema('consultations/resolve-item')).toMatchObject({
    properties: { text: { format: 'long-text' } },
  });
  expect(await schema('enterprises/move')).toMatchObject({
    properties: { division: { format: 'division' } },
  });
});

test('every command has a schema of its own, far smaller than the whole document', async () => {
  const { items } = (await on.get('/api/v1/schemas')).body as { items: Entry[] };
  expect(items.length).toBeGreaterThan(250);
  for (const { schema } of items) {
    const { text } = await on.get(schema).expect(200);
    expect(text.length, schema).toBeLessThan(12_000);
    expect(text).not.toContain('"$ref"');
  }
});

test('what is no command has no schema, and a known one is not sent again', async () => {
  await on.get('/api/v1/schemas/enterprises/explode').expect(404);
  await on.get('/api/v1/schemas/castles/register').expect(404);
  const { headers } = await on.get('/api/v1/schemas/enterprises/rename');
  await on
    .get('/api/v1/schemas/enterprises/rename')
    .set('If-None-Match', String(headers.etag))
    .expect(304);
});

test('one shape that stands in many fields is called and hinted by each of them', async () => {
  const { body } = await on
    .get('/api/v1/schemas/contracts/sign')
    .set('Accept-Language', 'en')
    .expect(200);
  const {
    termStart,
    termEnd,
    case: bargained,
  } = (body as { properties: Record<string, { title: string; format?: string }> }).properties;
  expect(termStart?.title).not.toBe(termEnd?.title);
  expect(bargained?.format).toBe('bargaining-case-id');
});
