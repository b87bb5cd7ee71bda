import { afterAll, beforeAll, expect, test } from 'vitest';
import { serving } from '../serving.ts';

let on: Awaited<ReturnType<typeof serving>>;
beforeAll(async () => {
  on = await serving();
});
afterAll(() => on.end());

const law = async (rest: string) => (await on.get(`/api/v1/law${rest}`)).body as object;

test('the profiles are listed', async () => {
  expect(await law('')).toMatchObject({
    items: expect.arrayContaining([
      expect.objectContaining({ id: 'national-2004', division: 'CN' }),
    ]) as unknown[],
    next: null,
  });
  expect(await law('')).not.toHaveProperty('suggestion');
});

test('a place, a kind and a day are given the profile that applies, and its text', async () => {
  expect(await law('?division=310115&kind=comprehensive&on=2026-06-01')).toMatchObject({
    suggestion: { profile: 'shanghai-2015', note: null, law: { id: 'shanghai-2015' } },
  });
  expect(await law('?division=320681&kind=comprehensive')).toMatchObject({
    suggestion: {
      profile: 'national-2004',
      note: { zh: expect.stringContaining('江苏') as string },
    },
  });
});

test('a place without a kind is half a question', async () => {
  expect(await law('?division=310115')).toMatchObject({ violations: [{ path: 'kind' }] });
  expect(await law('?kind=wage')).toMatchObject({ violations: [{ path: 'division' }] });
  expect(await law('?division=somewhere&kind=wage')).toMatchObject({
    violations: [{ path: 'division' }],
  });
});

test('a profile says every number, and which clocks it sets', async () => {
  expect(await law('/national-2004')).toMatchObject({
    id: 'national-2004',
    reply: { n: 20 },
    clocks: expect.arrayContaining([
      expect.objectContaining({ rule: 'reply', backwards: false }),
    ]) as unknown[],
  });
  expect(await law('/atlantis-1')).toMatchObject({ code: 'not-found' });
});

test('a deadline is reckoned step by step', async () => {
  expect(await law('/national-2004/deadline?rule=reply&from=2026-09-10')).toMatchObject({
    deadline: { rule: 'reply', from: '2026-09-10', due: '2026-09-30' },
    steps: [{ day: '2026-09-10' }, { day: '2026-09-30' }, { day: '2026-09-30' }],
  });
});

test('a clock counted back from a coming day is never rolled', async () => {
  expect(await law('/national-2004/deadline?rule=renewal-opens&from=2026-12-31')).toMatchObject({
    deadline: { due: '2026-09-30' },
    steps: [{ day: '2026-12-31' }, { day: '2026-09-30' }],
  });
});

test('a clock that the profile does not set is not reckoned', async () => {
  expect(
    await law('/national-2004/deadline?rule=notice-to-other-side&from=2026-09-10'),
  ).toMatchObject({ violations: [{ path: 'rule' }] });
  expect(await law('/national-2004/deadline?rule=reply&from=someday')).toMatchObject({
    violations: [{ path: 'from' }],
  });
});

test('names the places that a law may be asked for', async () => {
  const { body } = await on.get('/api/v1/divisions').expect(200);
  expect((body as { items: object[] }).items).toContainEqual({
    code: '3206',
    name: { zh: '南通市', en: 'Nantong City' },
  });
});

test('a picker of days learns on which nobody works, and why', async () => {
  const { body } = await on.get('/api/v1/rest-days?year=2026').expect(200);
  const { items, published } = body as {
    items: { day: string; why: { zh: string } }[];
    published: boolean;
  };
  const why = (day: string) => items.find((one) => one.day === day)?.why.zh;
  expect(published).toBe(true);
  expect([
    why('2026-10-01'),
    why('2026-11-28'),
    why('2026-10-10'),
    why('2026-11-27'),
  ]).toStrictEqual(['国庆节', '周末', undefined, undefined]);
  expect((await on.get('/api/v1/rest-days?year=2031').expect(200)).body).toMatchObject({
    published: false,
  });
  await on.get('/api/v1/rest-days?year=soon').expect(400);
});
