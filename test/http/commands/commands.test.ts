import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { httpApp } from '../../../src/http/server.ts';
import { derivedId } from '../../../src/ids.ts';
import { caller, mill, path, serving } from '../serving.ts';

let on: Awaited<ReturnType<typeof serving>>;
beforeAll(async () => {
  on = await serving({ BODY_LIMIT: '10kb' });
});
afterAll(() => on.end());

const headcount = (workers: number, asOf = '2026-05-01') => ({ asOf, workers });
const registered = async (id: string) => {
  const answer = await on.post(`${path}/${id}/register`, mill);
  expect(answer.status).toBe(200);
  return answer;
};
const facts = async (id: string) =>
  ((await on.get(`${path}/${id}/events`)).body as { type: string; by: string }[]).map(
    ({ type }) => type,
  );

describe('a command', () => {
  test('answers where the thing stands and what was recorded', async () => {
    const answer = await registered('a1');
    expect(answer.body).toStrictEqual({
      id: 'a1',
      revision: '0',
      position: expect.stringMatching(/^\d+$/) as string,
      events: ['EnterpriseRegistered'],
    });
    expect(answer.headers).toMatchObject({
      etag: '"0"',
      'concord-position': (answer.body as { position: string }).position,
    });
  });

  test('that says what is already so records nothing', async () => {
    await registered('a2');
    const again = await on.post(`${path}/a2/register`, mill);
    expect(again.body).toMatchObject({ revision: '0', events: [] });
  });

  test('can be read back as soon as it was answered', async () => {
    await registered('a3');
    expect((await on.get(`${path}/a3`)).body).toMatchObject({ name: mill.name, revision: '0' });
  });

  test('names every key it does not know, in the language of the asker', async () => {
    const answer = await on
      .post(`${path}/a4/register`, { ...mill, colour: 'red', size: 3 })
      .set('Accept-Language', 'zh-CN');
    expect(answer.status).toBe(400);
    expect(answer.type).toBe('application/problem+json');
    expect(answer.headers['content-language']).toBe('zh-CN');
    expect(answer.body).toMatchObject({
      code: 'invalid-request',
      type: 'urn:concord:problem:invalid-request',
      violations: [{ path: 'colour' }, { path: 'size' }],
    });
  });

  test('says what is wrong where', async () => {
    const answer = await on.post(`${path}/a4/register`, { ...mill, registeredOn: '2026-02-30' });
    expect(answer.body).toMatchObject({
      violations: [
        { path: 'registeredOn', message: 'A day is written YYYY-MM-DD, and must exist.' },
      ],
    });
  });

  test.each(['-a', 'a b', 'é', 'x'.repeat(65)])('is not taken for the id %s', async (id) => {
    const answer = await on.post(`${path}/${encodeURIComponent(id)}/register`, mill);
    expect([answer.status, answer.body]).toMatchObject([400, { violations: [{ path: 'id' }] }]);
  });

  test('is about the id as it is written, small letters and capitals apart', async () => {
    await registered('Case-1');
    await registered('case-1');
    const count = await on.post(`${path}/Case-1/report-headcount`, headcount(3));
    expect(count.status).toBe(200);
    expect(await facts('case-1')).toStrictEqual(['EnterpriseRegistered']);
  });

  test('that no thing takes is not found', async () => {
    const answer = await on.post(`${path}/a1/explode`);
    expect([answer.status, answer.body]).toMatchObject([404, { code: 'no-such-address' }]);
  });

  test('the rules do not allow is refused with the rule, in the language of the asker', async () => {
    const inEnglish = await on.post(`${path}/a5/report-headcount`, headcount(3));
    const inChinese = await on
      .post(`${path}/a5/report-headcount`, headcount(3))
      .set('Accept-Language', 'zh-Hans-CN;q=0.9, en;q=0.5');
    expect(inEnglish.status).toBe(409);
    expect(inEnglish.body).toMatchObject({ code: 'refused', rule: 'enterprise-on-record' });
    expect(inEnglish.headers['content-language']).toBe('en');
    expect((inChinese.body as { detail: string }).detail).toMatch(/[一-龥]/);
  });
});

describe('If-Match', () => {
  test('lets the command through when nothing happened since', async () => {
    await registered('b1');
    const answer = await on
      .post(`${path}/b1/report-headcount`, headcount(3))
      .set('If-Match', '"0"');
    expect([answer.status, answer.headers.etag]).toStrictEqual([200, '"1"']);
  });

  test('answers 412 with what happened since when someone was first', async () => {
    await registered('b2');
    await on.post(`${path}/b2/report-headcount`, headcount(3)).set('X-Actor', 'clerk-2');
    const answer = await on
      .post(`${path}/b2/report-headcount`, headcount(4))
      .set('If-Match', '"0"');
    expect([answer.status, answer.body]).toMatchObject([
      412,
      {
        code: 'changed-meanwhile',
        revision: '1',
        events: [{ type: 'HeadcountReported', by: 'clerk-2', data: headcount(3), revision: '1' }],
      },
    ]);
    const { body: history } = await on.get(`${path}/b2/events`);
    expect((answer.body as { events: object[] }).events).toStrictEqual(
      (history as object[]).slice(1),
    );
  });

  test.each(['0', '*', 'W/"0"', '"a"'])('is not %s', async (tag) => {
    const answer = await on.post(`${path}/b1/report-headcount`, headcount(9)).set('If-Match', tag);
    expect([answer.status, answer.body]).toMatchObject([
      400,
      { violations: [{ path: 'If-Match' }] },
    ]);
  });
});

describe('an Idempotency-Key', () => {
  test('gives the same answer again and never a second fact', async () => {
    await registered('c1');
    const send = (workers: number) =>
      on.post(`${path}/c1/report-headcount`, headcount(workers)).set('Idempotency-Key', 'k-1');
    const first = await send(3);
    await on.post(`${path}/c1/report-headcount`, headcount(5, '2026-05-02'));
    const again = await send(3);
    expect(again.body).toStrictEqual(first.body);
    expect(await facts('c1')).toStrictEqual([
      'EnterpriseRegistered',
      'HeadcountReported',
      'HeadcountReported',
    ]);
  });

  test('with another body is an error', async () => {
    await registered('c2');
    const send = (workers: number) =>
      on.post(`${path}/c2/report-headcount`, headcount(workers)).set('Idempotency-Key', 'k-1');
    await send(3);
    const other = await send(4);
    expect([other.status, other.body]).toMatchObject([422, { code: 'key-reused' }]);
  });

  test('belongs to the one who sent it', async () => {
    await registered('c3');
    const send = (actor: string, workers: number) =>
      on
        .post(`${path}/c3/report-headcount`, headcount(workers))
        .set({ 'Idempotency-Key': 'k-1', 'X-Actor': actor });
    await send('clerk-1', 3);
    expect((await send('clerk-2', 4)).status).toBe(200);
  });

  test('makes one command of who sent it, to what, and the key', async () => {
    await registered('c4');
    await on
      .post(`${path}/c4/report-headcount`, headcount(3))
      .set({ 'Idempotency-Key': 'k-2', 'X-Actor': 'clerk-1' });
    const [enterprises] = on.app.things.filter(({ noun }) => noun === 'enterprises');
    const stored = enterprises ? await on.app.history(enterprises, 'c4') : [];
    expect(stored.at(-1)?.commandId).toBe(derivedId('clerk-1', 'enterprises', 'c4', 'k-2'));
  });

  test('is printable and at most 255 long', async () => {
    const answer = await on
      .post(`${path}/c1/report-headcount`, headcount(3))
      .set('Idempotency-Key', 'x'.repeat(256));
    expect(answer.body).toMatchObject({ violations: [{ path: 'Idempotency-Key' }] });
  });
});

describe('dryRun', () => {
  test('decides and answers, and records nothing', async () => {
    const dry = await on.post(`${path}/d1/register?dryRun=true`, mill);
    expect([dry.status, dry.body]).toMatchObject([
      200,
      { revision: '-1', events: ['EnterpriseRegistered'] },
    ]);
    expect((await on.get(`${path}/d1`)).status).toBe(404);
  });

  test('refuses what the command would refuse', async () => {
    const dry = await on.post(`${path}/d2/report-headcount?dryRun=true`, headcount(3));
    expect(dry.body).toMatchObject({ rule: 'enterprise-on-record' });
  });

  test('is true or false, and the only question a command takes', async () => {
    expect((await on.post(`${path}/d3/register?dryRun=yes`, mill)).status).toBe(400);
    expect((await on.post(`${path}/d3/register?dryrun=true`, mill)).body).toMatchObject({
      violations: [{ path: 'dryrun' }],
    });
  });
});

describe('who sends it', () => {
  const history = async (id: string) =>
    (await on.get(`${path}/${id}/events`)).body as Record<string, unknown>[];

  test('is "local" where no one says', async () => {
    await registered('e1');
    expect(await history('e1')).toMatchObject([{ by: 'local', at: '2026-06-01T01:00:00.000Z' }]);
  });

  test('is stamped, and for whom', async () => {
    await on
      .post(`${path}/e2/register`, mill)
      .set({ 'X-Actor': 'clerk@union.example', 'X-On-Behalf-Of': 'secretary-1' });
    expect(await history('e2')).toMatchObject([
      { by: 'clerk@union.example', onBehalfOf: 'secretary-1' },
    ]);
  });

  test.each(['clock', 'policy:renewal', 'import:fmcs-f7', 'a b', '-x', 'x'.repeat(65)])(
    'is never %s',
    async (actor) => {
      const answer = await on.post(`${path}/e3/register`, mill).set('X-Actor', actor);
      expect([answer.status, answer.body]).toMatchObject([
        400,
        { violations: [{ path: 'X-Actor' }] },
      ]);
    },
  );
});

describe('the body', () => {
  test('is JSON by its type, so that no web page can command a local server', async () => {
    const answer = await on
      .post(`${path}/f1/register`)
      .set('Content-Type', 'text/plain')
      .send(JSON.stringify(mill));
    expect([answer.status, answer.body]).toMatchObject([415, { code: 'unsupported-media-type' }]);
    expect((await on.get(`${path}/f1`)).status).toBe(404);
  });

  test('is JSON by its text', async () => {
    const answer = await on
      .post(`${path}/f1/register`)
      .set('Content-Type', 'application/json')
      .send('{"name":');
    expect([answer.status, answer.body]).toMatchObject([400, { code: 'malformed-json' }]);
  });

  test('is in UTF-8', async () => {
    const answer = await on
      .post(`${path}/f1/register`)
      .set('Content-Type', 'application/json; charset=gbk')
      .send('{}');
    expect(answer.status).toBe(415);
  });

  test('is bounded', async () => {
    const answer = await on.post(`${path}/f1/register`, { ...mill, address: 'x'.repeat(11_000) });
    expect([answer.status, answer.body]).toMatchObject([413, { code: 'body-too-large' }]);
  });
});

test('Prefer: respond-async answers 202 without waiting for the read models', async () => {
  const answer = await on.post(`${path}/g1/register`, mill).set('Prefer', 'respond-async');
  expect(answer.status).toBe(202);
  expect(answer.headers['preference-applied']).toBe('respond-async');
  expect(answer.body).toMatchObject({ revision: '0', events: ['EnterpriseRegistered'] });
});

test('read models that take too long are said to be stale, for what was recorded stays recorded', async () => {
  const slow = caller(httpApp({ ...on.app, seen: async () => false }));
  const answer = await slow.post(`${path}/h1/register`, mill);
  expect([answer.status, answer.body]).toMatchObject([202, { revision: '0', stale: true }]);
  expect((await slow.get(`${path}/never`)).body).toMatchObject({ code: 'lagging-reads' });
  expect(await facts('h1')).toStrictEqual(['EnterpriseRegistered']);
});
