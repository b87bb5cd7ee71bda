import { afterAll, beforeAll, expect, test } from 'vitest';
import { mill, serving } from '../serving.ts';

const address = '/api/v1/enterprises/mill/terms';
let on: Awaited<ReturnType<typeof serving>>;

beforeAll(async () => {
  on = await serving();
  await on.post('/api/v1/enterprises/mill/register', mill).expect(200);
  await on
    .post('/api/v1/contracts/k1/register-as-history', {
      ...{ kind: 'wage', level: 'enterprise', enterprise: 'mill', profile: 'national-wage-2000' },
      ...{ source: 'the paper register', registeredOn: '2026-01-01', effectiveOn: '2026-01-01' },
      ...{ termStart: '2026-01-01', termEnd: '2026-12-31', steps: [] },
      clauses: [{ id: 'pay-day', topic: 'payment-guarantee', title: '发薪日', value: 10 }],
    })
    .expect(200);
});
afterAll(() => on.end());

test('the terms over an enterprise, today where no day is named', async () => {
  const { body, headers } = await on.get(address).expect(200);
  expect(headers['cache-control']).toBe('no-store');
  expect(body).toStrictEqual({
    on: '2026-06-01',
    position: expect.any(String) as string,
    contracts: [
      {
        contract: 'k1',
        kind: 'wage',
        level: 'enterprise',
        how: 'own',
        profile: 'national-wage-2000',
      },
    ],
    items: [
      {
        ...{ contract: 'k1', kind: 'wage', level: 'enterprise', part: 'clause', clause: 'pay-day' },
        ...{ topic: 'payment-guarantee', title: '发薪日', wording: null, value: 10, unit: null },
        ...{ from: null, for: 'all', prevails: true, rule: null, article: null, against: [] },
      },
    ],
  });
});

test('none on a day without a contract, or before anything was known', async () => {
  for (const query of ['on=2025-12-31', 'on=2026-06-01&knownAt=2026-05-31', 'knownAt=2025-06-01']) {
    const { body } = await on.get(`${address}?${query}`).expect(200);
    expect(body).toMatchObject({ contracts: [], items: [] });
  }
  const { body } = await on.get(`${address}?knownAt=2025-06-01`).expect(200);
  expect(body).toMatchObject({ on: '2025-06-01', position: '0' });
});

test('says what is wrong with the question', async () => {
  await on.get('/api/v1/enterprises/nobody/terms').expect(404);
  for (const [query, path] of [
    ['on=someday', 'on'],
    ['knownAt=2026-13-01', 'knownAt'],
    ['day=2026-06-01', 'day'],
  ] as const) {
    const { body } = await on.get(`${address}?${query}`).expect(400);
    expect(body).toMatchObject({ code: 'invalid-request', violations: [{ path }] });
  }
});
