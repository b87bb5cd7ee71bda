import { afterAll, beforeAll, expect, test } from 'vitest';
import { serving } from '../serving.ts';

let on: Awaited<ReturnType<typeof serving>>;
beforeAll(async () => {
  on = await serving();
});
afterAll(() => on.end());

test('pages are told what commands, facts, columns and codes are called, in both languages', async () => {
  const { body } = await on.get('/api/v1/words').expect(200);
  expect(body).toMatchObject({
    nouns: { contracts: { zh: '集体合同', en: 'Contracts' } },
    commands: { contract: { File: { zh: '报送' } } },
    facts: { contract: { ContractTookEffect: { zh: '合同生效', en: 'Contract took effect' } } },
    phases: { contract: { 'under-review': { zh: '审查中' } } },
    columns: {
      contracts: { force_from: { zh: '有效起始日' }, received_on: { zh: '收到日期' } },
      deadlines: { due_on: { en: 'Due on' } },
    },
    fields: { fen: { zh: '金额' }, 'people.name': { zh: '姓名' } },
    values: {
      'topic:wage-floor': { en: 'Wage floor' },
      'effectMode:deemed': { zh: '期满自行生效' },
      'terms.rule:higher-wage-floor': { zh: '最低工资就高' },
      'disputes.level:people': { zh: '人民调解组织' },
    },
    laws: { 'shanghai-2015': { zh: expect.stringContaining('上海') as string } },
    statuses: { running: { zh: '计算中' } },
    clocks: { review: { zh: '审查期限' } },
    figures: { 'contract-rate': { names: { zh: '集体合同签约率' } } },
    dimensionValues: { sizeClass: { micro: { zh: '微型' } } },
  });
});

test('words are kept until they change: by tag, and for ever by version', async () => {
  const { body, headers } = await on.get('/api/v1/words').expect(200);
  const { version } = body as { version: string };
  expect(headers['cache-control']).toBe('no-cache');
  expect(headers.etag).toBe(`"${version}"`);
  await on.get('/api/v1/words').set('If-None-Match', `"${version}"`).expect(304);
  const named = await on.get(`/api/v1/words?version=${version}`).expect(200);
  expect(named.headers['cache-control']).toContain('immutable');
  const old = await on.get('/api/v1/words?version=older').expect(200);
  expect(old.headers['cache-control']).toBe('no-cache');
  await on.get('/api/v1/words?language=zh').expect(400);
});
