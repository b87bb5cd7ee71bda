import { afterAll, beforeAll, expect, it } from 'vitest';
import { concord, type Concord } from '../support/concord.ts';
import { mediating, settle, signAll } from '../support/stories/disputes.ts';

let they: Concord;
const items = Array.from({ length: 30 }, (_, i) => ({
  item: `i${String(i + 1)}`,
  ground: 'pay' as const,
  fen: 100_000,
  due: '2026-04-30',
}));
const overdue = async (): Promise<number> =>
  (await they.history('disputes', 'd1')).filter((type) => type === 'PerformanceFellOverdue').length;

beforeAll(async () => {
  they = await concord('2026-03-31');
  for (const { type, data } of [...mediating, settle({ items }), ...signAll()])
    await they.send('disputes', 'd1', type, data);
});
afterAll(() => they.close());

it('on the last day nothing is overdue', async () => {
  await they.itIs('2026-04-30');
  expect(await overdue()).toBe(0);
});
it('the day after, the clock takes down all thirty, each once', async () => {
  await they.itIs('2026-05-01');
  expect(await overdue()).toBe(30);
  await they.itIs('2026-05-02');
  expect(await overdue()).toBe(30);
});
