import { afterEach, describe, expect, it } from 'vitest';
import { concord, old, receipt, register, signed, type Concord } from '../support/concord.ts';

const [out, today] = ['2026-04-01', '2026-06-30'];
const reason = '解除登记错登';

let they: Concord;
afterEach(async () => {
  expect(await they.get('refused-orders')).toMatchObject({ items: [] });
  await they.close();
});

const begun = async (day = today, termEnd = '2027-12-31') => {
  they = await concord(day);
  for (const id of ['A', 'T']) await register(they, id, { workers: 100 });
  const paper = old('comprehensive', ['2025-01-01', termEnd], { enterprise: 'A' });
  await they.send('contracts', 'K1', 'RegisterAsHistory', { ...paper, signedOn: '2025-01-01' });
};
const rescind = (id = 'K1') =>
  they.send('contracts', id, 'Rescind', { on: out, ground: 'agreement', because: '企业搬迁' });
const neverWas = async (id = 'K1', key?: string) => {
  const takesBack = await they.fact('contracts', id, 'ContractRescinded');
  const clerk = they.as('clerk-2', key === undefined ? {} : { key });
  return clerk.send('contracts', id, 'TakeBackRescission', { takesBack, reason });
};
const K1 = () => they.get('contracts/K1');
const covered = (on: string, known: object = {}) => they.members('contract-rate', { on, ...known });
const livesOn = { phase: 'in-force', ended_on: null, ended_by: null, force_to: '2027-12-31' };

describe('a rescission that was recorded of the wrong contract', () => {
  it('is taken back, and the contract is in force again, as known from then', async () => {
    await begun();
    const { position } = await rescind();
    expect(await covered(today)).toStrictEqual([]);
    const { events } = await neverWas();
    expect(events).toStrictEqual(['RescissionTakenBack']);
    expect(await K1()).toMatchObject(livesOn);
    expect(await covered(today)).toStrictEqual(['A']);
    expect(await covered(today, { knownAt: position })).toStrictEqual([]);
    const { groups } = await they.changes('contract-rate', { on: today, from: position });
    expect(groups).toMatchObject([{ cause: 'RescissionTakenBack:late', numerator: 1 }]);
  });

  it('is taken back once, however often that is said', async () => {
    await begun();
    await rescind();
    const takesBack = await they.fact('contracts', 'K1', 'ContractRescinded');
    await neverWas('K1', 'first');
    const again = await they.send('contracts', 'K1', 'TakeBackRescission', { takesBack, reason });
    expect(again.events).toStrictEqual([]);
    await rescind();
    expect(await K1()).toMatchObject({ phase: 'ended', ended_on: out });
  });

  it('lets the contract run out where its term ended meanwhile', async () => {
    await begun('2026-03-15', '2026-05-31');
    await rescind();
    await they.itIs(today);
    await neverWas();
    await they.itIs(today);
    expect(await K1()).toMatchObject({ phase: 'expired', expired_on: '2026-06-01' });
    expect(await covered('2026-05-31')).toStrictEqual(['A']);
    expect(await covered('2026-06-01')).toStrictEqual([]);
  });
});

describe('what happened to its employer meanwhile happened to the contract', () => {
  it('that passed on with a merger', async () => {
    await begun();
    await rescind();
    await they.send('enterprises', 'A', 'MergeInto', { on: '2026-05-01', successor: 'T' });
    expect(await K1()).toMatchObject({ enterprise: 'A' });
    await neverWas();
    expect(await K1()).toMatchObject({ enterprise: 'T', ...livesOn });
    expect(await covered('2026-05-01')).toStrictEqual(['T']);
  });

  it('or ended with a deregistration', async () => {
    await begun();
    await rescind();
    await they.send('enterprises', 'A', 'Deregister', { on: '2026-05-01' });
    await neverWas();
    expect(await K1()).toMatchObject({ ended_on: '2026-05-01', ended_by: 'employer' });
  });
});

describe('a renewal', () => {
  const renewed = async () => {
    const over = { enterprise: 'A', case: 'by-hand', predecessor: 'K1' };
    await they.send(
      'contracts',
      'K2',
      'Sign',
      signed(['2026-05-01', '2028-03-31'], '2026-03-10', over),
    );
    await they.send('contracts', 'K2', 'File', receipt('2026-03-12'));
    await they.itIs(today);
  };

  it('supersedes the contract that was not rescinded after all', async () => {
    await begun();
    await rescind();
    await renewed();
    expect(await K1()).toMatchObject({ ended_on: out, superseded_by: null });
    await neverWas();
    expect(await K1()).toMatchObject({ ended_on: '2026-05-01', superseded_by: 'K2' });
    expect(await covered('2026-04-30')).toStrictEqual(['A']);
  });

  it('that was not rescinded after all stands in the place of the other again', async () => {
    await begun();
    await renewed();
    await rescind('K2');
    expect(await K1()).toMatchObject({ phase: 'in-force', superseded_by: null });
    await neverWas('K2');
    expect(await K1()).toMatchObject({ ended_on: '2026-05-01', superseded_by: 'K2' });
    expect(await they.get('contracts/K2')).toMatchObject({ phase: 'in-force' });
  });
});

it('an agreed condition that did not come about ended nothing', async () => {
  await begun();
  await they.send('contracts', 'K1', 'Terminate', { on: out, condition: '搬迁' });
  const takesBack = await they.fact('contracts', 'K1', 'ContractTerminated');
  await they.isRefused('correct-what-is-recorded', ['contracts', 'K1', 'TakeBackRescission'], {
    takesBack,
    reason,
  });
  await they.send('contracts', 'K1', 'TakeBackTermination', { takesBack, reason });
  expect(await K1()).toMatchObject(livesOn);
});
