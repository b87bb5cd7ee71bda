import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { concord, old, register, type Concord } from '../support/concord.ts';
import { prepared } from '../support/stories/bargaining.ts';
import { received } from '../support/stories/disputes.ts';

type Naming = { readonly category: string; readonly subject: string };
const [first, second, today] = ['2026-04-01', '2026-05-01', '2026-06-30'];
const reason = '重复登记';

let they: Concord;
beforeEach(async () => {
  they = await concord(today);
  for (const id of ['A', 'A2', 'T']) await register(they, id, { workers: 100 });
  await they.send('contracts', 'K1', 'RegisterAsHistory', {
    ...old('comprehensive', ['2025-01-01', '2027-12-31'], { enterprise: 'A' }),
  });
  const employers = [{ enterprise: 'A', role: 'employer' }];
  await they.send('disputes', 'd1', 'ReceiveDispute', { ...received, employers });
  const offer = { ...prepared, enterprise: 'A', contract: 'KA' };
  await they.send('bargaining-cases', 'case-A', 'PrepareOffer', offer);
});
afterEach(async () => {
  expect(await they.get('refused-orders')).toMatchObject({ items: [] });
  await they.close();
});

const strikeOut = (over: object = {}) => they.send('enterprises', 'A', 'Void', { reason, ...over });
const K1 = () => they.get('contracts/K1');
/** What names an enterprise that no record stands for. */
const namedStill = async () => {
  const { items } = (await they.get('unregistered-enterprises')) as { items: readonly Naming[] };
  return items.map(({ category, subject }) => `${category}/${subject}`).sort();
};
const theCase = () => they.get('bargaining-cases/case-A');

describe('a record that was struck out', () => {
  it.each([{}, { duplicateOf: 'A2' }])('was merged into nobody (%j)', async (over) => {
    await they.send('enterprises', 'A', 'MergeInto', { on: first, successor: 'T' });
    await they.send('enterprises', 'T', 'Deregister', { on: second });
    expect(await K1()).toMatchObject({ enterprise: 'T', ended_on: second });
    expect(await they.get('disputes/d1')).toMatchObject({ enterprises: 'A T' });
    expect(await theCase()).toMatchObject({ phase: 'closed', closed_on: second });
    await strikeOut(over);
    expect(await K1()).toMatchObject({ enterprise: 'A', phase: 'in-force', ended_on: null });
    expect(await they.get('disputes/d1')).toMatchObject({ enterprises: 'A' });
    expect(await theCase()).toMatchObject({ phase: 'prepared', closed_on: null });
  });

  it('did not end', async () => {
    await they.send('enterprises', 'A', 'Deregister', { on: first });
    expect(await K1()).toMatchObject({ ended_on: first });
    await strikeOut();
    expect(await K1()).toMatchObject({ phase: 'in-force', ended_on: null });
    expect(await theCase()).toMatchObject({ phase: 'prepared' });
  });

  it('leaves what was booked on it where it is, until somebody says whose it is', async () => {
    await they.send('enterprises', 'A', 'MergeInto', { on: first, successor: 'T' });
    await strikeOut({ duplicateOf: 'A2' });
    await they.send('enterprises', 'A2', 'MergeInto', { on: second, successor: 'T' });
    expect(await K1()).toMatchObject({ enterprise: 'A' });
    expect(await namedStill()).toStrictEqual([
      'bargainingCase/case-A',
      'contract/K1',
      'dispute/d1',
    ]);
    await they.send('contracts', 'K1', 'CorrectHistory', {
      corrects: await they.fact('contracts', 'K1', 'ContractRegisteredAsHistory'),
      ...old('comprehensive', ['2025-01-01', '2027-12-31'], { enterprise: 'A2' }),
      reason,
    });
    expect(await K1()).toMatchObject({ enterprise: 'T', former_employers: 'A2' });
    expect(await namedStill()).toStrictEqual(['bargainingCase/case-A', 'dispute/d1']);
    expect(await they.members('contract-rate', { on: '2026-04-30' })).toStrictEqual(['A2']);
    expect(await they.members('contract-rate', { on: second })).toStrictEqual(['T']);
  });

  it('is not followed by a contract that is put on record afterwards', async () => {
    await they.send('enterprises', 'A', 'MergeInto', { on: first, successor: 'T' });
    await strikeOut();
    await they.send('contracts', 'K2', 'RegisterAsHistory', {
      ...old('wage', ['2025-01-01', '2027-12-31'], { enterprise: 'A' }),
    });
    expect(await they.get('contracts/K2')).toMatchObject({ enterprise: 'A' });
  });
});
