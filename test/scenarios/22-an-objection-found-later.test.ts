import { afterAll, beforeAll, expect, it } from 'vitest';
import { concord, receipt, register, signed, type Concord } from '../support/concord.ts';

const items = ['加班工资计算基数低于法定标准'];
let they: Concord;
beforeAll(async () => {
  they = await concord('2026-06-01');
  await register(they, 'looms', { workers: 200 });
  const terms = signed(['2026-06-01', '2028-05-31'], '2026-05-28', { enterprise: 'looms' });
  await they.send('contracts', 'c1', 'Sign', terms);
  await they.send('contracts', 'c1', 'File', receipt('2026-06-01'));
  await they.itIs('2026-06-18');
  await they.itIs('2026-06-20');
});
afterAll(() => they.close());

it('took effect by silence on the sixteenth day', async () =>
  expect(await they.get('contracts/c1')).toMatchObject({ effective_on: '2026-06-17' }));

it('refuses an objection of the day after the last', async () =>
  they.isRefused('object-in-time', ['contracts', 'c1', 'Object'], { on: '2026-06-17', items }));

it('takes the effect back for one of the last day that was found in the files later', async () => {
  const { events } = await they.send('contracts', 'c1', 'Object', { on: '2026-06-16', items });
  expect(events).toStrictEqual(['EffectTakenBack', 'ReviewObjected']);
  expect(await they.ratio('contract-rate', { on: '2026-06-17' })).toBe('0 of 1');
  expect(await they.ratio('contract-rate', { on: '2026-06-20' })).toBe('0 of 1');
});

it('still says what was published in between, and why it is no longer so', async () => {
  const then = { on: '2026-06-18', knownAt: '2026-06-19' };
  expect(await they.ratio('contract-rate', then)).toBe('1 of 1');
  const { groups } = await they.changes('contract-rate', { on: '2026-06-18', from: '2026-06-19' });
  expect(groups).toMatchObject([{ cause: 'EffectTakenBack', numerator: -1, denominator: 0 }]);
});

it('starts the silence anew with the refiling, from that receipt', async () => {
  await they.itIs('2026-06-25');
  await they.send('contracts', 'c1', 'Refile', receipt('2026-06-25', 'A-2'));
  await they.itIs('2026-07-10');
  expect((await they.history('contracts', 'c1')).at(-1)).toBe('ContractRefiled');
  await they.itIs('2026-07-11');
  expect(await they.get('contracts/c1')).toMatchObject({ effective_on: '2026-07-11' });
});
