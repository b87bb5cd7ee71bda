import { afterAll, beforeAll, expect, test } from 'vitest';
import { mill, path, serving } from './serving.ts';

const figures = '/api/v1/figures';
let on: Awaited<ReturnType<typeof serving>>;
beforeAll(async () => {
  on = await serving();
  for (const id of ['u1', 'u2']) {
    await on.post(`${path}/${id}/register`, mill);
    await on.post(`${path}/${id}/found-union`, { on: '2021-01-01' });
  }
});
afterAll(() => on.end());

const asked = async (rest: string) => (await on.get(`${figures}${rest}`)).body as object;

test('the catalogue says what each figure is and takes, in both languages', async () => {
  const { items } = (await asked('')) as { items: { id: string }[] };
  expect(items.map(({ id }) => id)).toContain('contract-rate');
  expect(items.find(({ id }) => id === 'contract-rate')).toMatchObject({
    names: { zh: expect.stringContaining('签约率') as string },
    shape: 'ratio',
    takes: 'on',
    parameters: { type: 'object' },
  });
});

test('a figure answers for a day, and its members are the units it counts', async () => {
  const body = (await asked('/contract-rate?on=2026-06-01')) as { total: { members: string } };
  expect(body).toMatchObject({
    figure: 'contract-rate',
    on: '2026-06-01',
    total: { numerator: 0, denominator: 2, rate: 0 },
  });
  const members = await asked('/contract-rate/members?on=2026-06-01&side=denominator');
  expect((members as { items: { id: string }[] }).items.map(({ id }) => id)).toStrictEqual([
    'u1',
    'u2',
  ]);
});

test('a member says what it weighs in one way, whatever the figure is worked out from', async () => {
  await on.post(`${path}/u1/report-headcount`, { asOf: '2026-01-01', workers: 10 });
  const weighs = async (figure: string) => {
    const asks = `/${figure}&on=2026-06-01&population=all&side=denominator`;
    return ((await asked(asks)) as { items: { weights: object }[] }).items[0]?.weights;
  };
  const names = ['denominator', 'members', 'numerator', 'value', 'women', 'workers'];
  // With a size it is read from rows; without, from the books.
  for (const size of ['', '&minWorkers=1'])
    for (const [figure, denominator] of [
      ['contract-rate', 1],
      ['worker-coverage', 10],
    ]) {
      const weights = await weighs(`${String(figure)}/members?${size}`);
      expect(Object.keys(weights ?? {}).sort()).toStrictEqual(names);
      expect(weights).toMatchObject({ numerator: 0, denominator, workers: 10, value: null });
    }
});

test('a figure has a series and tells why it changed', async () => {
  expect(
    await asked('/contract-rate/series?from=2020-12-31&to=2021-12-31&step=year'),
  ).toMatchObject({ figure: 'contract-rate' });
  expect(await asked('/contract-rate/changes?on=2026-06-01&from=0&to=2026-06-01')).toMatchObject({
    figure: 'contract-rate',
  });
});

test('a question that does not fit the figure is told what is wrong with it', async () => {
  const answer = await on.get(`${figures}/contract-rate?on=2026-06-01&colour=red`);
  expect([answer.status, answer.body]).toMatchObject([
    400,
    { code: 'wrong-question', violations: [{ path: 'colour' }] },
  ]);
});

test.each(['', '/series', '/members', '/changes'])(
  'an unknown figure has no%s answer',
  async (rest) => {
    const answer = await on.get(`${figures}/happiness${rest}`);
    expect([answer.status, answer.body]).toMatchObject([404, { code: 'no-such-figure' }]);
  },
);

test('why a figure of a period changed is asked with the period, and everything that is said of it says so', async () => {
  const wrong = await on.get(`${figures}/contract-flow/changes?from=0&colour=red`);
  expect(wrong.body).toMatchObject({
    violations: [{ path: 'colour', message: expect.stringContaining('period') as string }],
  });
  expect(
    await asked('/contract-flow/changes?period=2026-03-01/2026-03-31&from=0&to=2026-06-01'),
  ).toMatchObject({ figure: 'contract-flow', from: '2026-03-01', to: '2026-03-31' });
  type Told = { paths: Record<string, { get: { parameters: { name: string }[] } }> };
  const { paths } = (await on.get('/api/openapi.json')).body as Told;
  const namesOf = (figure: string) =>
    paths[`${figures}/${figure}/changes`]?.get.parameters
      .map(({ name }) => name)
      .filter((name) => ['on', 'period', 'from', 'to', 'knownAt'].includes(name))
      .sort();
  expect(namesOf('contract-flow')).toStrictEqual(['from', 'period', 'to']);
  expect(namesOf('contract-stock')).toStrictEqual(['from', 'on', 'to']);
});
