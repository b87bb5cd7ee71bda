import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mill, path, serving } from '../serving.ts';

let on: Awaited<ReturnType<typeof serving>>;
let now = '2026-06-01T01:00:00.000Z';
beforeAll(async () => {
  on = await serving({}, { now: () => now });
});
afterAll(() => on.end());

type Item = { id: string; name: string; division: string; workers: number | null };
type Page = { items: Item[]; next: string | null };
const list = async (query: string): Promise<Page> => {
  const answer = await on.get(`${path}?${query}`);
  expect(answer.status).toBe(200);
  return answer.body as Page;
};
const ids = async (query: string) => (await list(query)).items.map(({ id }) => id);
const register = (id: string, more: object = {}) =>
  on.post(`${path}/${id}/register`, { ...mill, ...more });
const count = (id: string, workers: number) =>
  on.post(`${path}/${id}/report-headcount`, { asOf: '2026-05-01', workers });

describe('one thing', () => {
  beforeAll(async () => {
    await register('one');
    await count('one', 40);
  });

  test('is its row, its revision, what it is open to and its clocks', async () => {
    const { body, headers } = await on.get(`${path}/one`);
    expect(body).toMatchObject({ id: 'one', name: mill.name, workers: 40, revision: '1' });
    expect((body as { allowedCommands: string[] }).allowedCommands).toContain('ReportHeadcount');
    expect((body as { deadlines: unknown[] }).deadlines).toStrictEqual([]);
    expect(body).not.toHaveProperty('facts');
    expect(headers.etag).toBe('"1"');
  });

  test('is not sent again to someone who has this revision', async () => {
    const same = await on.get(`${path}/one`).set('If-None-Match', '"0", "1"');
    const older = await on.get(`${path}/one`).set('If-None-Match', '"0"');
    expect([same.status, same.text, older.status]).toStrictEqual([304, '', 200]);
  });

  test('that does not exist is not found, in the language of the asker', async () => {
    const answer = await on.get(`${path}/none`).set('Accept-Language', 'zh-CN');
    expect([answer.status, answer.body]).toMatchObject([
      404,
      { code: 'not-found', detail: '没有找到 enterprises/none。' },
    ]);
  });

  test('has a history', async () => {
    const { body, headers } = await on.get(`${path}/one/events`);
    expect(body).toMatchObject([
      { type: 'EnterpriseRegistered', data: mill, by: 'local', revision: '0' },
      { type: 'HeadcountReported', data: { workers: 40 }, revision: '1' },
    ]);
    expect(headers.etag).toBe('"1"');
    expect((await on.get(`${path}/none/events`)).status).toBe(404);
  });

  test('takes no questions that it does not know', async () => {
    expect((await on.get(`${path}/one?fields=id`)).body).toMatchObject({
      violations: [{ path: 'fields' }],
    });
  });
});

describe('a list', () => {
  beforeAll(async () => {
    await register('l1', {
      division: '320681',
      name: '启东一厂',
      sizeClass: 'large',
      sizeYear: 2025,
    });
    await register('l2', { division: '320612', name: '通州二厂' });
    await register('l3', { division: '110105', name: '朝阳100%厂' });
    await count('l1', 7);
    await count('l3', 9);
  });

  test('is narrowed by any column', async () => {
    expect(await ids('workers=7')).toStrictEqual(['l1']);
    expect(await ids('id=l2')).toStrictEqual(['l2']);
    expect(await ids('workers=&id=l2&id=l3')).toStrictEqual(['l2']);
  });

  test('is narrowed by a division with all it holds', async () => {
    expect(await ids('division=3206&id=l1&id=l2&id=l3')).toStrictEqual(['l1', 'l2']);
    expect(await ids('division=110105')).toStrictEqual(['l3']);
    expect((await ids('division=CN')).length).toBe(4);
    expect(await ids('division=US')).toStrictEqual([]);
  });

  test('is searched by name, where a wildcard is a letter like any other', async () => {
    expect(await ids(`q=${encodeURIComponent('二厂')}`)).toStrictEqual(['l2']);
    expect(await ids('q=%25')).toStrictEqual(['l3']);
  });

  test.each(['disputes?phase=open', 'disputes?level=moon', 'consultations?forum=club'])(
    'is not narrowed by a code that there is not: %s',
    async (query) => {
      await on.get(`/api/v1/${query}`).expect(400);
    },
  );

  test('names every filter it does not have', async () => {
    const answer = await on.get(`${path}?colour=red&facts=x&constructor=1`);
    expect([answer.status, answer.body]).toMatchObject([
      400,
      { violations: [{ path: 'colour' }, { path: 'facts' }, { path: 'constructor' }] },
    ]);
  });

  test.each([
    'limit=0',
    'limit=501',
    'limit=x',
    'workers=many',
    'sort=colour',
    'cursor=x',
    'format=pdf',
    'knownAt=yesterday',
    'knownAt=2026-06-01T01:00:00',
  ])('does not answer %s', async (query) => {
    const answer = await on.get(`${path}?${query}`);
    expect([answer.status, answer.body]).toMatchObject([
      400,
      { violations: [{ path: query.split('=')[0] }] },
    ]);
  });

  test('is as it was known', async () => {
    now = '2026-06-02T01:00:00.000Z';
    await register('l4');
    await count('l2', 30);
    expect(await ids('knownAt=2026-06-01&workers=30')).toStrictEqual([]);
    expect(await ids('knownAt=2026-06-01T09:00:00%2B08:00&id=l4')).toStrictEqual([]);
    expect(await ids('knownAt=2026-06-02&id=l4')).toStrictEqual(['l4']);
    expect(await ids('workers=30')).toStrictEqual(['l2']);
  });

  test('is as it was on a day', async () => {
    await register('l5', { registeredOn: '2026-05-02' });
    expect(await ids('on=2026-05-01&id=l5')).toStrictEqual([]);
    expect(await ids('on=2026-05-02&id=l5')).toStrictEqual(['l5']);
    expect((await on.get(`${path}?on=may`)).body).toMatchObject({ violations: [{ path: 'on' }] });
  });

  test('leaves a link to the next page', async () => {
    const { body, headers } = await on.get(`${path}?limit=2`);
    const { next } = body as Page;
    expect(headers.link).toBe(`<${path}?cursor=${next ?? ''}&limit=2>; rel="next"`);
    const last = await on.get(`${path}?limit=500`);
    expect([last.headers.link, (last.body as Page).next]).toStrictEqual([undefined, null]);
  });

  test('keeps a cursor to its own query', async () => {
    const { next } = await list('limit=1&division=32');
    expect((await list(`cursor=${next ?? ''}&division=32`)).items.length).toBeGreaterThan(0);
    expect((await on.get(`/api/v1/contracts?cursor=${next ?? ''}`)).body).toMatchObject({
      violations: [{ path: 'cursor' }],
    });
    expect((await on.get(`${path}?cursor=${next ?? ''}&division=11`)).body).toMatchObject({
      violations: [{ path: 'cursor' }],
    });
  });
});

describe('pages', () => {
  const follow = async (query: string, between: () => Promise<unknown>): Promise<string[]> => {
    const found: string[] = [];
    let page = await list(query);
    for (;;) {
      found.push(...page.items.map(({ id }) => id));
      if (page.next === null) return found;
      await between();
      page = await list(
        `cursor=${page.next}&limit=${new URLSearchParams(query).get('limit') ?? '50'}`,
      );
    }
  };

  test('put together are the whole selection once, in order, whatever happens meanwhile', async () => {
    for (let i = 0; i < 12; i++) {
      await register(`p${i}`, { division: '440305' });
      if (i % 3 > 0) await count(`p${i}`, i % 4);
    }
    let late = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 7 }),
        fc.constantFrom('id', '-id', 'workers', '-workers', 'name', '-status'),
        async (limit, sort) => {
          const whole = await ids(`division=440305&sort=${sort}&limit=500`);
          late += 1;
          const pages = await follow(`division=440305&sort=${sort}&limit=${limit}`, async () => {
            await register(`q${late}`, { division: '440305' });
            await count(`p${late % 12}`, late + 50);
          });
          expect(pages).toStrictEqual(whole);
        },
      ),
      { numRuns: 15, seed: 7 },
    );
  });
});

describe('a list as a file', () => {
  test.each([
    ['csv', 'text/csv; charset=utf-8'],
    ['jsonl', 'application/jsonl; charset=utf-8'],
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['parquet', 'application/vnd.apache.parquet'],
  ])('comes as %s', async (format, mediaType) => {
    const { status, headers } = await on.get(`${path}?format=${format}&id=l1`).buffer();
    expect(status).toBe(200);
    expect(headers['content-type']).toBe(mediaType);
    expect(headers['content-disposition']).toBe(`attachment; filename=enterprises.${format}`);
  });

  test('holds the whole selection, and no name in it is a formula', async () => {
    await register('x1', { name: '=1+1', division: '500101' });
    const { text } = await on.get(`${path}?format=csv&division=500101`).buffer();
    expect(text.split('\r\n')[1]).toMatch(/^x1,'=1\+1,/);
    const lines = (await on.get(`${path}?format=jsonl&division=440305`).buffer()).text;
    expect(lines.trimEnd().split('\n').length).toBe(
      (await ids('division=440305&limit=500')).length,
    );
  });

  test('is as it was known', async () => {
    const { text } = await on.get(`${path}?format=jsonl&id=l4&knownAt=2026-06-01`).buffer();
    expect(text).toBe('');
  });
});
