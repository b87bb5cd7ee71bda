import { afterAll, beforeAll, expect, it } from 'vitest';
import { concord, old, register, type Concord } from '../support/concord.ts';

let they: Concord;
const listed = async (on: string): Promise<readonly string[]> =>
  ((await they.get('contracts', { on })) as { items: readonly { id: string }[] }).items.map(
    ({ id }) => id,
  );
const covered = (on: string) => they.ratio('contract-rate', { on });

beforeAll(async () => {
  they = await concord('2026-06-15');
  await register(they, 'looms', { workers: 200 });
  const history = old('comprehensive', ['2026-01-01', '2026-12-31'], { enterprise: 'looms' });
  await they.send('contracts', 'c1', 'RegisterAsHistory', history);
  // Agreed in June, to be out from the first of September.
  const rescission = { on: '2026-09-01', ground: 'agreement', because: '企业搬迁' };
  await they.send('contracts', 'c1', 'Rescind', rescission);
});
afterAll(() => they.close());

it('a contract whose rescission was agreed ahead says from which day it is out', async () =>
  expect(await they.get('contracts/c1')).toMatchObject({
    ended_on: '2026-09-01',
    ended_by: 'rescission',
    force_from: '2026-01-01',
    force_to: '2026-08-31',
  }));

const ofPhase = async (phase: string, knownAt?: string): Promise<readonly string[]> => {
  const query = { phase, ...(knownAt === undefined ? {} : { knownAt }) };
  const { items } = (await they.get('contracts', query)) as { items: readonly { id: string }[] };
  return items.map(({ id }) => id);
};

it('stands in force until then, by itself and in lists', async () => {
  expect(await they.get('contracts/c1')).toMatchObject({ phase: 'in-force' });
  expect(await ofPhase('in-force')).toStrictEqual(['c1']);
  expect(await ofPhase('ended')).toStrictEqual([]);
  expect(await they.get('search', { q: 'c1' })).toMatchObject({
    items: [{ id: 'c1', hint: { en: 'In force' } }],
  });
});

it('is in force to the day before, in lists and in figures', async () => {
  for (const on of ['2026-06-15', '2026-08-31']) {
    expect(await listed(on)).toStrictEqual(['c1']);
    expect(await covered(on)).toBe('1 of 1');
    expect(await they.figure('contract-stock', { on })).toMatchObject({ count: 1 });
  }
  for (const on of ['2026-09-01', '2026-12-31']) {
    expect(await listed(on)).toStrictEqual([]);
    expect(await covered(on)).toBe('0 of 1');
    expect(await they.figure('contract-stock', { on })).toMatchObject({ count: 0 });
  }
});

it('is still performed until then', async () => {
  const found = { on: '2026-08-31', clause: 'c1', finding: '迟发工资' };
  await they.itIs('2026-08-31');
  await they.send('contracts', 'c1', 'FindBreach', { breach: 'b1', ...found });
  const inspected = (on: string) => ({
    inspection: `i-${on}`,
    on,
    results: [{ clause: 'c1', result: 'fulfilled' }],
  });
  await they.send('contracts', 'c1', 'HoldInspection', inspected('2026-08-31'));
  await they.itIs('2026-09-01');
  await they.isRefused(
    'inspect-while-in-force',
    ['contracts', 'c1', 'HoldInspection'],
    inspected('2026-09-01'),
  );
});

it('has ended from that day on, and stood in force as of the days before', async () => {
  expect(await they.get('contracts/c1')).toMatchObject({ phase: 'ended' });
  expect(await ofPhase('in-force')).toStrictEqual([]);
  expect(await ofPhase('ended')).toStrictEqual(['c1']);
  expect(await ofPhase('in-force', '2026-08-31')).toStrictEqual(['c1']);
  expect(await ofPhase('ended', '2026-08-31')).toStrictEqual([]);
});
