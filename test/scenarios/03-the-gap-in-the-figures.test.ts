import { afterAll, beforeAll, expect, it } from 'vitest';
import { concord, receipt, register, signed, type Concord } from '../support/concord.ts';

let they: Concord;
beforeAll(async () => {
  they = await concord('2026-06-26');
  await register(they, 'looms', { workers: 200 });
  await register(they, 'dyers', { workers: 300 });
  const terms = signed(['2026-06-01', '2028-05-31'], '2026-06-20', { enterprise: 'looms' });
  await they.send('contracts', 'c1', 'Sign', terms);
  await they.send('contracts', 'c1', 'File', receipt('2026-06-26'));
  await they.itIs('2026-07-13');
  // The last day of silence. The power goes out overnight, and comes back on the 16th.
  await they.isDownUntil('2026-07-16');
});
afterAll(() => they.close());

const gap = { on: '2026-07-15' };

it('wakes two days late and records the legal day', async () => {
  expect(await they.get('contracts/c1')).toMatchObject({
    effective_on: '2026-07-14',
    effect_mode: 'deemed',
  });
  const [last] = ((await they.get('contracts/c1/events')) as unknown[]).slice(-1);
  expect(last).toMatchObject({ type: 'ContractTookEffect', by: 'clock', at: they.now() });
});

it('covers the gap as it was in law, and still says what was known in it', async () => {
  expect(await they.ratio('contract-rate', gap)).toBe('1 of 2');
  expect(await they.ratio('contract-rate', { ...gap, knownAt: '2026-07-15' })).toBe('0 of 2');
  expect(await they.ratio('contract-rate', { on: '2026-07-13' })).toBe('0 of 2');
  expect(await they.ratio('contract-rate', { on: '2026-07-14' })).toBe('1 of 2');
});

it('says why the figure of the gap changed', async () => {
  const { before, after, groups } = await they.changes('worker-coverage', {
    ...gap,
    from: '2026-07-15',
  });
  expect([before['numerator'], after['numerator']]).toStrictEqual([0, 200]);
  expect(groups).toMatchObject([
    { cause: 'ContractTookEffect:late', numerator: 200, facts: [{ unit: 'looms' }] },
  ]);
});

it('does nothing when it wakes again', async () => {
  const before = await they.history('contracts', 'c1');
  await they.isDownUntil('2026-07-17');
  expect(await they.history('contracts', 'c1')).toStrictEqual(before);
});
