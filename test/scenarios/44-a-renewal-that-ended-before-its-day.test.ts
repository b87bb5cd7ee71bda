import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { concord, old, receipt, register, signed, type Concord } from '../support/concord.ts';

const [from, today] = ['2026-07-01', '2026-04-30'];
const reason = '登记有误';

let they: Concord;
beforeEach(async () => {
  they = await concord(today);
  await register(they, 'A', { workers: 100 });
  const paper = old('comprehensive', ['2025-01-01', '2026-12-31'], { enterprise: 'A' });
  await they.send('contracts', 'K1', 'RegisterAsHistory', { ...paper, signedOn: '2025-01-01' });
  await renews('K2', from, 'K1');
});
afterEach(async () => {
  expect(await they.get('refused-orders')).toMatchObject({ items: [] });
  await they.close();
});

/** Signed in March, in effect by silence, and in the place of the other from a day to come. */
const renews = async (id: string, day: string, predecessor: string) => {
  const over = { enterprise: 'A', case: `by-hand-${id}`, predecessor };
  await they.send('contracts', id, 'Sign', signed([day, '2028-06-30'], '2026-03-10', over));
  await they.send('contracts', id, 'File', receipt('2026-03-12'));
  await they.itIs(today);
};
const rescinded = (on: string) => ({ on, ground: 'force-majeure', because: '停产' });
const rescind = (on: string) => they.send('contracts', 'K2', 'Rescind', rescinded(on));
const correct = async (on: string) => {
  const corrects = await they.fact('contracts', 'K2', 'ContractRescinded');
  await they.send('contracts', 'K2', 'CorrectRescission', { corrects, reason, ...rescinded(on) });
};
const K1 = () => they.get('contracts/K1');
const covered = (on: string) => they.members('contract-rate', { on });
const livesOn = { phase: 'in-force', superseded_by: null, ended_on: null, force_to: '2026-12-31' };
const isSuperseded = { superseded_by: 'K2', ended_on: from, force_to: '2026-06-30' };

it('a renewal that is yet to begin is to stand in the place of the contract', async () => {
  expect(await K1()).toMatchObject(isSuperseded);
});

describe('a renewal that is rescinded', () => {
  it.each(['2026-06-01', from])('from %s never stood in its place', async (on) => {
    await rescind(on);
    expect(await K1()).toMatchObject(livesOn);
    expect(await covered('2026-12-31')).toStrictEqual(['A']);
    expect(await they.get('contracts/K2')).toMatchObject({ renews_from: null, renews_for: null });
    await they.itIs('2027-01-01');
    expect(await K1()).toMatchObject({ phase: 'expired', expired_on: '2027-01-01' });
    expect(await covered('2027-01-01')).toStrictEqual([]);
  });

  it('from the day after stood there for a day', async () => {
    await rescind('2026-07-02');
    expect(await K1()).toMatchObject(isSuperseded);
    expect(await covered('2026-07-01')).toStrictEqual(['A']);
    expect(await covered('2026-07-02')).toStrictEqual([]);
  });

  it('on another day than was known, does or does not', async () => {
    await rescind('2026-06-01');
    await correct('2026-07-02');
    expect(await K1()).toMatchObject(isSuperseded);
    await correct(from);
    expect(await K1()).toMatchObject(livesOn);
  });
});

it('a renewal that is renewed itself before its day never stood in its place', async () => {
  await renews('K3', '2026-06-01', 'K2');
  expect(await they.get('contracts/K2')).toMatchObject({ superseded_by: 'K3' });
  expect(await K1()).toMatchObject(livesOn);
});

it('nor does one that ended with its employer, and it does when that one goes on', async () => {
  await they.send('enterprises', 'A', 'Deregister', { on: '2026-04-15' });
  expect(await K1()).toMatchObject({ ended_on: '2026-04-15', ended_by: 'employer' });
  const takesBack = await they.fact('enterprises', 'A', 'EnterpriseDeregistered');
  await they.send('enterprises', 'A', 'TakeBackDeregistration', { takesBack, reason });
  expect(await K1()).toMatchObject(isSuperseded);
});

it('a renewal that took effect only when its own term was over superseded nothing', async () => {
  const over = { enterprise: 'A', case: 'by-hand-late', predecessor: 'K1' };
  await they.send('contracts', 'K2', 'Void', { reason });
  const text = signed(['2025-03-01', '2026-03-10'], '2025-03-01', over);
  await they.send('contracts', 'K4', 'Sign', text);
  await they.send('contracts', 'K4', 'File', receipt('2026-03-02'));
  await they.itIs(today);
  expect(await they.get('contracts/K4')).toMatchObject({ force_from: null });
  expect(await K1()).toMatchObject(livesOn);
});
