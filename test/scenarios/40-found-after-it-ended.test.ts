import { expect, it } from 'vitest';
import { concord, old, receipt, register, signed, type Concord } from '../support/concord.ts';

/** The contract until 2027, and its renewal that is filed on 12 April 2026 and said nothing of. */
const renewed = async (they: Concord, filed: boolean) => {
  await register(they, 'e1', { workers: 100 });
  const terms = old('comprehensive', ['2025-01-01', '2027-12-31'], { enterprise: 'e1' });
  await they.send('contracts', 'c1', 'RegisterAsHistory', terms);
  const renewal = { enterprise: 'e1', case: 'by-hand', predecessor: 'c1' };
  const text = signed(['2026-05-10', '2028-03-31'], '2026-04-10', renewal);
  await they.send('contracts', 'c2', 'Sign', text);
  if (filed) await they.send('contracts', 'c2', 'File', receipt('2026-04-12'));
};
const isNothingRefused = async (they: Concord) =>
  expect(await they.get('refused-orders')).toMatchObject({ items: [] });

it('an objection made in time and found after the rescission gives the contract before its force back', async () => {
  const they = await concord('2026-05-20');
  await renewed(they, true);
  await they.send('contracts', 'c2', 'Rescind', {
    ...{ on: '2026-05-15', ground: 'agreement', because: 'plant closes' },
  });
  expect(await they.ratio('contract-rate', { on: '2026-05-16' })).toBe('0 of 1');
  const objection = { on: '2026-04-20', opinionNo: '1', items: ['overtime'] };
  await they.send('contracts', 'c2', 'Object', objection);
  expect(await they.get('contracts/c2')).toMatchObject({
    ...{ phase: 'ended', ended_on: '2026-05-15', ended_by: 'rescission', force_from: null },
  });
  expect(await they.get('contracts/c1')).toMatchObject({ phase: 'in-force', ended_on: null });
  expect(await they.ratio('contract-rate', { on: '2026-05-16' })).toBe('1 of 1');
  await isNothingRefused(they);
  await they.close();
});

it('a receipt found after the deregistration puts the renewal into force until that day', async () => {
  const they = await concord('2026-05-20');
  await renewed(they, false);
  await they.send('enterprises', 'e1', 'Deregister', { on: '2026-05-15' });
  expect(await they.get('contracts/c1')).toMatchObject({ ended_by: 'employer' });
  await they.send('contracts', 'c2', 'File', receipt('2026-04-12'));
  expect(await they.get('contracts/c2')).toMatchObject({
    ...{ phase: 'ended', ended_by: 'employer', force_from: '2026-05-10', force_to: '2026-05-14' },
  });
  expect(await they.get('contracts/c1')).toMatchObject({
    ...{ ended_on: '2026-05-10', ended_by: 'supersession', superseded_by: 'c2' },
  });
  expect((await they.history('contracts', 'c2')).at(-1)).toBe('ContractEndedWithEmployer');
  await isNothingRefused(they);
  await they.close();
});
