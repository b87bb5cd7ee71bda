import { afterAll, beforeAll, expect, it } from 'vitest';
import { receive } from '../../support/stories/disputes.ts';
import { concord, register, type Concord } from '../../support/concord.ts';

type Row = { enterprise: string; subject: string; names_as: string; fact_type: string };

let they: Concord;
beforeAll(async () => {
  they = await concord('2026-04-20');
});
afterAll(() => they.close());

const list = async (query: Readonly<Record<string, string>> = {}): Promise<readonly string[]> => {
  const { items } = (await they.get('unregistered-enterprises', query)) as { items: Row[] };
  return items.map((row) => [row.enterprise, row.subject, row.names_as, row.fact_type].join(' '));
};
const named = async (path: string) =>
  ((await they.get(path)) as { unregistered: readonly string[] }).unregistered;

it('names nobody while everybody is registered', async () => {
  await register(they, 'mill', { workers: 200 });
  expect(await list()).toStrictEqual([]);
  expect(await named('enterprises/mill')).toStrictEqual([]);
});

it('shows a successor and an employer that nobody registered, with the fact that names them', async () => {
  const { type, data } = receive({ employers: [{ enterprise: 'ghost', role: 'employer' }] });
  await they.send('disputes', 'd1', type, data);
  await they.send('enterprises', 'mill', 'MergeInto', { on: '2026-04-15', successor: 'weavers' });
  expect(await list()).toStrictEqual([
    'ghost d1 employer DisputeReceived',
    'weavers mill successor EnterpriseMergedInto',
  ]);
  expect(await list({ category: 'dispute' })).toHaveLength(1);
  expect(await list({ names_as: 'member' })).toStrictEqual([]);
  expect(await named('disputes/d1')).toStrictEqual(['ghost']);
  expect(await named('enterprises/mill')).toStrictEqual(['weavers']);
});

it('lets them go once they are registered, and knows who was missing before', async () => {
  await they.itIs('2026-04-21');
  await register(they, 'weavers', { workers: 900 });
  expect(await list()).toStrictEqual(['ghost d1 employer DisputeReceived']);
  expect(await named('enterprises/mill')).toStrictEqual([]);
  expect(await list({ knownAt: '2026-04-20' })).toHaveLength(2);
});

it('says the same after a restart; closing compares the tables with those built anew', async () => {
  const before = await list();
  await they.isDownUntil('2026-04-22');
  expect(await list()).toStrictEqual(before);
});
