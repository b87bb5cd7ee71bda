import { afterAll, beforeAll, expect, it } from 'vitest';
import { concord, old, register, type Concord } from '../support/concord.ts';

const term = ['2026-01-01', '2026-12-31'] as const;
const scope = { divisions: ['310104'], industries: [] };
const on = '2026-06-01';

let they: Concord;
beforeAll(async () => {
  they = await concord(on);
  await register(they, 'looms', { workers: 300 });
  await register(they, 'dyers', { workers: 100 });
  const registers = (id: string, data: object) =>
    they.send('contracts', id, 'RegisterAsHistory', data);
  await registers('own', old('comprehensive', term, { enterprise: 'looms' }));
  await registers('own-wage', old('wage', term, { enterprise: 'looms' }));
  await registers('street', old('comprehensive', term, { level: 'regional', scope }));
  const trade = { level: 'industry', scope: { ...scope, industries: ['C17'] } };
  await registers('trade-wage', old('wage', term, trade));
  for (const contract of ['street', 'trade-wage'])
    await they.send('contracts', contract, 'Accede', { enterprise: 'looms', from: '2026-01-01' });
});
afterAll(() => they.close());

it('counts the four contracts, and the enterprise once', async () => {
  expect(await they.figure('contract-stock', { on })).toMatchObject({ count: 4 });
  expect(await they.ratio('contract-rate', { on })).toBe('1 of 2');
  expect(await they.ratio('worker-coverage', { on })).toBe('300 of 400');
});

it.each([
  { contractKind: 'comprehensive' },
  { contractKind: 'wage' },
  { contractLevel: 'enterprise' },
  { contractLevel: 'regional' },
  { contractKind: 'wage', contractLevel: 'industry' },
])('once, too, for %o', async (dimension) => {
  expect(await they.ratio('contract-rate', { on, ...dimension })).toBe('1 of 2');
  expect(await they.ratio('worker-coverage', { on, ...dimension })).toBe('300 of 400');
  expect(await they.members('contract-rate', { on, ...dimension })).toStrictEqual(['looms']);
});

it('says that groups by kind or level overlap: they need not sum', async () => {
  for (const groupBy of ['contractKind', 'contractLevel']) {
    const body = (await they.get('figures/contract-rate', { on, groupBy })) as {
      overlapping: boolean;
      groups: readonly { key: string; numerator: number }[];
    };
    expect(body).toMatchObject({ overlapping: true, total: { numerator: 1 } });
    expect(body.groups.every(({ numerator }) => numerator === 1)).toBe(true);
    expect(body.groups.length).toBe(groupBy === 'contractKind' ? 2 : 3);
  }
});

it('is covered until the last of the four ends', async () => {
  const agreed = { on: '2026-05-31', ground: 'agreement', because: '双方协商一致' };
  for (const contract of ['own', 'own-wage', 'street'])
    await they.send('contracts', contract, 'Rescind', agreed);
  expect(await they.ratio('contract-rate', { on })).toBe('1 of 2');
  expect(await they.ratio('contract-rate', { on, contractKind: 'comprehensive' })).toBe('0 of 2');
  await they.send('contracts', 'trade-wage', 'Rescind', agreed);
  expect(await they.ratio('contract-rate', { on })).toBe('0 of 2');
  expect(await they.ratio('contract-rate', { on: '2026-05-30' })).toBe('1 of 2');
});
