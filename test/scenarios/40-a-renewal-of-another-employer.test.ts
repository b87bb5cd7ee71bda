import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { concord, old, receipt, register, signed, type Concord } from '../support/concord.ts';

const [signedOn, effect, today] = ['2026-03-10', '2026-04-01', '2026-06-30'];
const reason = '登记机关更正';

let they: Concord;
beforeEach(async () => {
  they = await concord(today);
  for (const id of ['A', 'B', 'S', 'T']) await register(they, id, { workers: 100 });
  await they.send('contracts', 'K1', 'RegisterAsHistory', paper('A'));
});
afterEach(async () => {
  expect(await they.get('refused-orders')).toMatchObject({ items: [] });
  await they.close();
});

const paper = (enterprise: string) =>
  old('comprehensive', ['2025-01-01', '2027-12-31'], { enterprise, signedOn: '2025-01-01' });
/** K2, signed on 2026-03-10, renews K1 from 2026-04-01. */
const renewed = async (from = effect) => {
  const over = { enterprise: 'A', case: 'by-hand', predecessor: 'K1' };
  await they.send('contracts', 'K2', 'Sign', signed([from, '2028-03-31'], signedOn, over));
  await they.send('contracts', 'K2', 'File', receipt('2026-03-12'));
};
const parts = (on: string) => ({ on, successors: ['S'], contractsTo: 'S', origin: 'remains' });
const split = (on: string) => they.send('enterprises', 'A', 'SplitInto', parts(on));
const act = (type = 'EnterpriseSplitInto') => they.fact('enterprises', 'A', type);
const moved = async (on: string) =>
  they.send('enterprises', 'A', 'CorrectSplit', { corrects: await act(), reason, ...parts(on) });
const undone = async () =>
  they.send('enterprises', 'A', 'TakeBackSplit', { takesBack: await act(), reason });
const merge = (on: string) => they.send('enterprises', 'A', 'MergeInto', { on, successor: 'T' });
const covered = (on: string) => they.members('contract-rate', { on });
const K1 = () => they.get('contracts/K1');
const livesOn = { phase: 'in-force', ended_on: null, superseded_by: null };
const isSuperseded = { phase: 'ended', ended_on: effect, superseded_by: 'K2' };

describe('a split before the renewal was signed, recorded after it took effect', () => {
  it('leaves the contract that passed on in force, to its own end, and the renewal with whom it is', async () => {
    await renewed();
    expect(await K1()).toMatchObject(isSuperseded);
    await split('2026-02-01');
    expect(await K1()).toMatchObject({ enterprise: 'S', ...livesOn });
    expect(await they.get('contracts/K2')).toMatchObject({ enterprise: 'A', phase: 'in-force' });
    expect(await covered(effect)).toStrictEqual(['A', 'S']);
  });

  it('and supersedes it again when there was no split', async () => {
    await renewed();
    await split('2026-02-01');
    await undone();
    expect(await K1()).toMatchObject({ enterprise: 'A', ...isSuperseded });
    expect(await covered(effect)).toStrictEqual(['A']);
  });

  it('or when it came after the signature: then both went the same way', async () => {
    await renewed();
    await split('2026-02-01');
    await moved(signedOn);
    expect(await K1()).toMatchObject({ enterprise: 'S', ...livesOn });
    await moved('2026-03-11');
    expect(await K1()).toMatchObject({ enterprise: 'S', ...isSuperseded });
    expect(await they.get('contracts/K2')).toMatchObject({ enterprise: 'S', phase: 'in-force' });
    expect(await covered(effect)).toStrictEqual(['S']);
  });
});

describe('a split that was on record before the renewal took effect', () => {
  it('lets it supersede nothing', async () => {
    const over = { enterprise: 'A', case: 'by-hand', predecessor: 'K1' };
    await they.send('contracts', 'K2', 'Sign', signed([effect, '2028-03-31'], signedOn, over));
    await split('2026-02-01');
    await they.send('contracts', 'K2', 'File', receipt('2026-03-12'));
    await they.send('contracts', 'K2', 'Approve', { on: '2026-03-20' });
    expect(await K1()).toMatchObject({ enterprise: 'S', ...livesOn });
    expect(await covered(effect)).toStrictEqual(['A', 'S']);
  });
});

describe('a split or merger around the day from which the renewal stands in its place', () => {
  it.each(['2026-03-31', effect, '2026-04-02'])('takes both along (%s)', async (on) => {
    await renewed();
    await split(on);
    expect(await K1()).toMatchObject(isSuperseded);
    expect(await they.get('contracts/K2')).toMatchObject({ enterprise: 'S' });
    expect(await covered('2026-04-02')).toStrictEqual(['S']);
    await undone();
    await merge(on);
    expect(await K1()).toMatchObject(isSuperseded);
    expect(await covered('2026-04-02')).toStrictEqual(['T']);
  });
});

describe('a merger before the renewal was signed', () => {
  it('takes both along, for the successor signed it', async () => {
    await renewed();
    await merge('2026-02-01');
    expect(await K1()).toMatchObject({ enterprise: 'T', ...isSuperseded });
    expect(await covered(effect)).toStrictEqual(['T']);
  });
});

describe('a contract that was booked on the wrong enterprise', () => {
  it('is not superseded by what another renewed, and is again when it is that one’s after all', async () => {
    await renewed();
    const book = async (enterprise: string) => {
      const corrects = await they.fact('contracts', 'K1', 'ContractRegisteredAsHistory');
      const data = { corrects, reason, ...paper(enterprise) };
      await they.send('contracts', 'K1', 'CorrectHistory', data);
    };
    await book('B');
    expect(await K1()).toMatchObject({ enterprise: 'B', ...livesOn });
    expect(await covered(effect)).toStrictEqual(['A', 'B']);
    await book('A');
    expect(await K1()).toMatchObject(isSuperseded);
  });
});

describe('a contract that lives on because its renewal is another’s', () => {
  it('ends with its employer', async () => {
    await renewed();
    await split('2026-02-01');
    await they.send('enterprises', 'S', 'Deregister', { on: '2026-05-01' });
    expect(await K1()).toMatchObject({ enterprise: 'S', ended_on: '2026-05-01' });
    expect(await covered('2026-04-30')).toStrictEqual(['A', 'S']);
    expect(await covered('2026-05-01')).toStrictEqual(['A']);
  });
});
