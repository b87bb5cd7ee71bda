import { expect, it } from 'vitest';
import { concord, old, receipt, register, signed, type Concord } from '../support/concord.ts';

const reason = '登记错误';
const renewed = async (they: Concord) => {
  await register(they, 'e1', { workers: 100 });
  const terms = old('comprehensive', ['2025-01-01', '2027-12-31'], { enterprise: 'e1' });
  await they.send('contracts', 'c1', 'RegisterAsHistory', terms);
  const renewal = { enterprise: 'e1', case: 'by-hand', predecessor: 'c1' };
  const text = signed(['2026-05-10', '2028-03-31'], '2026-04-10', renewal);
  await they.send('contracts', 'c2', 'Sign', text);
  await they.send('contracts', 'c2', 'File', receipt('2026-04-12'));
  expect(await they.get('contracts/c1')).toMatchObject({ ended_on: '2026-05-10' });
};
const isStruckOut = (they: Concord) => they.send('contracts', 'c2', 'Void', { reason });
const goesOn = async (they: Concord) => {
  const takesBack = await they.fact('enterprises', 'e1', 'EnterpriseDeregistered');
  await they.send('enterprises', 'e1', 'TakeBackDeregistration', { takesBack, reason });
};
const covered = (they: Concord) => they.members('contract-rate', { on: '2026-06-30' });

it('a renewal and a deregistration that both never were leave the contract in force, in either order', async () => {
  for (const undo of [
    [isStruckOut, goesOn],
    [goesOn, isStruckOut],
  ]) {
    const they = await concord('2026-06-30');
    await renewed(they);
    await they.send('enterprises', 'e1', 'Deregister', { on: '2026-05-01' });
    expect(await they.get('contracts/c1')).toMatchObject({ ended_on: '2026-05-01' });
    for (const step of undo) await step(they);
    expect(await they.get('contracts/c1')).toMatchObject({ phase: 'in-force', ended_on: null });
    expect(await covered(they)).toStrictEqual(['e1']);
    await they.close();
  }
});

it('a contract whose renewal never was ends with the employer that ended meanwhile', async () => {
  const they = await concord('2026-06-30');
  await renewed(they);
  await they.send('enterprises', 'e1', 'Deregister', { on: '2026-06-01' });
  expect(await they.get('contracts/c1')).toMatchObject({ ended_on: '2026-05-10' });
  await isStruckOut(they);
  expect(await they.get('contracts/c1')).toMatchObject({
    ...{ phase: 'ended', ended_on: '2026-06-01', ended_by: 'employer' },
  });
  await goesOn(they);
  expect(await they.get('contracts/c1')).toMatchObject({ phase: 'in-force', ended_on: null });
  await they.close();
});

it('an objection made in time and found after the deregistration gives the contract before back, until that day', async () => {
  const they = await concord('2026-05-20');
  await renewed(they);
  await they.send('enterprises', 'e1', 'Deregister', { on: '2026-05-15' });
  expect(await they.get('contracts/c2')).toMatchObject({ force_to: '2026-05-14' });
  const objection = { on: '2026-04-20', opinionNo: '1', items: ['overtime'] };
  await they.send('contracts', 'c2', 'Object', objection);
  expect(await they.get('contracts/c2')).toMatchObject({
    ...{ phase: 'ended', ended_on: '2026-05-15', force_from: null },
  });
  expect(await they.get('contracts/c1')).toMatchObject({
    ...{ phase: 'ended', ended_on: '2026-05-15', ended_by: 'employer' },
  });
  expect(await they.get('refused-orders')).toMatchObject({ items: [] });
  await they.close();
});
