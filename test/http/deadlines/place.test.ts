import { afterAll, beforeAll, expect, test } from 'vitest';
import { offered, serving } from '../serving.ts';

/** Where it is still the second of June when Shanghai has the third. */
let newYork: Awaited<ReturnType<typeof serving>>;
let shanghai: Awaited<ReturnType<typeof serving>>;
let now = '2026-05-22T01:00:00.000Z';
beforeAll(async () => {
  newYork = await serving({ CONCORD_ZONE: 'America/New_York' }, { now: () => now });
  shanghai = await serving({}, { now: () => now });
  for (const one of [newYork, shanghai]) await offered(one, 'k', '2026-05-13');
});
afterAll(async () => {
  await newYork.end();
  await shanghai.end();
});

const today = async ({ get }: typeof newYork) =>
  ((await get('/api/v1/figures/union-rate').expect(200)).body as { on: string }).on;
const reply = async ({ get }: typeof newYork) => {
  const { body } = await get('/api/v1/deadlines?rule=reply').expect(200);
  return (body as { items: { due_on: string; status: string }[] }).items.map(
    ({ due_on, status }) => `${due_on} ${status}`,
  );
};

test('a question that names no day is of today in the place, Shanghai where none is set', async () => {
  now = '2026-06-02T15:59:59.999Z';
  expect([await today(newYork), await today(shanghai)]).toStrictEqual(['2026-06-02', '2026-06-02']);
  now = '2026-06-02T16:00:00.000Z';
  expect([await today(newYork), await today(shanghai)]).toStrictEqual(['2026-06-02', '2026-06-03']);
  now = '2026-06-03T03:59:59.999Z';
  expect(await today(newYork)).toBe('2026-06-02');
  now = '2026-06-03T04:00:00.000Z';
  expect(await today(newYork)).toBe('2026-06-03');
});

test('a clock runs to the end of its last day in the place', async () => {
  now = '2026-06-02T16:00:00.000Z';
  expect(await reply(newYork)).toStrictEqual(['2026-06-02 running']);
  expect(await reply(shanghai)).toStrictEqual(['2026-06-02 overdue']);
});
