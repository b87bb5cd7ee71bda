import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { concord, old, register, type Concord } from '../support/concord.ts';

const [first, between, second, third, today] = [
  ...['2026-03-01', '2026-04-15', '2026-05-01', '2026-06-01'],
  '2026-06-30',
] as const;
const reason = '登记机关更正';
type Origin = 'remains' | 'ceases';

let they: Concord;
let splits: string[] = [];
beforeEach(async () => {
  they = await concord(today);
  splits = [];
  for (const id of ['A', 'S1', 'S2', 'T', 'Z']) await register(they, id, { workers: 100 });
  await signed('K1', 'A', '2025-01-01');
});
afterEach(() => they.close());

const signed = (id: string, enterprise: string, signedOn: string) =>
  they.send('contracts', id, 'RegisterAsHistory', {
    ...old('comprehensive', [signedOn, '2027-12-31'], { enterprise, signedOn }),
  });
const into = (to: string, origin: Origin) => ({
  ...{ successors: [to === 'A' ? 'S1' : to], contractsTo: to, origin },
});
const split = async (on: string, to: string, origin: Origin = 'remains') => {
  await they.send('enterprises', 'A', 'SplitInto', { on, ...into(to, origin) });
  splits.push(await they.fact('enterprises', 'A', 'EnterpriseSplitInto'));
};
const correct = (nth: number, on: string, to: string, origin: Origin = 'remains') =>
  they.send('enterprises', 'A', 'CorrectSplit', {
    ...{ corrects: splits[nth], reason, on },
    ...into(to, origin),
  });
const takeBack = (nth: number) =>
  they.send('enterprises', 'A', 'TakeBackSplit', { takesBack: splits[nth], reason });
const employer = async (id: string) =>
  ((await they.get(`contracts/${id}`)) as { enterprise: string }).enterprise;
const covered = (on: string) => they.members('contract-rate', { on });
const nothingIsRefused = async () => {
  expect(await they.get('refused-orders')).toMatchObject({ items: [] });
};

describe('of two splits the first never was', () => {
  it('where A went on after both, its contract went with the second', async () => {
    await split(first, 'S1');
    await split(second, 'S2');
    await takeBack(0);
    expect(await employer('K1')).toBe('S2');
    expect(await covered('2026-04-30')).toStrictEqual(['A']);
    expect(await covered(second)).toStrictEqual(['S2']);
    await nothingIsRefused();
  });

  it('where A ceased in the second, likewise, and what A signed between them is where it was', async () => {
    await split(first, 'S1');
    await signed('K2', 'A', between);
    await split(second, 'S2', 'ceases');
    await takeBack(0);
    expect([await employer('K1'), await employer('K2')]).toStrictEqual(['S2', 'S2']);
    await nothingIsRefused();
  });
});

describe('of two splits the first was the later', () => {
  it('each contract went with the first split that it saw', async () => {
    await split(first, 'S1');
    await signed('K2', 'A', between);
    await split(second, 'S2');
    await signed('K3', 'A', '2026-05-15');
    await correct(0, third, 'S1');
    const all = await Promise.all(['K1', 'K2', 'K3'].map(employer));
    expect(all).toStrictEqual(['S2', 'S2', 'S1']);
    expect(await covered('2026-04-30')).toStrictEqual(['A']);
    expect(await covered('2026-05-31')).toStrictEqual(['A', 'S2']);
    expect(await covered(third)).toStrictEqual(['S1', 'S2']);
    await nothingIsRefused();
  });

  it('the day of the second itself leaves it first', async () => {
    await split(first, 'S1');
    await split(second, 'S2');
    await correct(0, second, 'S1');
    expect(await employer('K1')).toBe('S1');
    await correct(0, '2026-05-02', 'S1');
    expect(await employer('K1')).toBe('S2');
    await nothingIsRefused();
  });
});

describe('a contract that is A’s after all', () => {
  it('went into the merger of A', async () => {
    await split(first, 'S1');
    await they.send('enterprises', 'A', 'MergeInto', { on: second, successor: 'T' });
    await correct(0, first, 'A');
    expect(await employer('K1')).toBe('T');
    expect(await covered('2026-04-30')).toStrictEqual(['A']);
    expect(await covered(second)).toStrictEqual(['T']);
    await nothingIsRefused();
  });

  it('ended when A was deregistered', async () => {
    await split(first, 'S1');
    await they.send('enterprises', 'A', 'Deregister', { on: second });
    await takeBack(0);
    expect(await they.get('contracts/K1')).toMatchObject({ enterprise: 'A', ended_on: second });
    await nothingIsRefused();
  });

  it('had not ended with A when it had left A before', async () => {
    await split(first, 'A');
    await they.send('enterprises', 'A', 'Deregister', { on: second });
    expect(await they.get('contracts/K1')).toMatchObject({ ended_on: second });
    await correct(0, first, 'S1');
    expect(await they.get('contracts/K1')).toMatchObject({ enterprise: 'S1', phase: 'in-force' });
    expect(await covered(today)).toStrictEqual(['S1']);
    await nothingIsRefused();
  });
});

describe('a contract that comes late', () => {
  it('to a successor that was absorbed since goes on to who absorbed it', async () => {
    await split(first, 'S1');
    await they.send('enterprises', 'S2', 'MergeInto', { on: second, successor: 'Z' });
    await correct(0, first, 'S2');
    expect(await they.get('contracts/K1')).toMatchObject({
      enterprise: 'Z',
      former_employers: 'A S2',
    });
    await nothingIsRefused();
  });

  it('to one that had split and went on before it came stays with it', async () => {
    await they.send('enterprises', 'T', 'SplitInto', { on: between, ...into('Z', 'remains') });
    await they.send('enterprises', 'A', 'MergeInto', { on: second, successor: 'T' });
    expect(await employer('K1')).toBe('T');
    await nothingIsRefused();
  });

  it('onto the record of an enterprise that is no more goes the way of its other contracts', async () => {
    await they.send('enterprises', 'A', 'MergeInto', { on: first, successor: 'T' });
    await they.send('enterprises', 'S1', 'Deregister', { on: second });
    await signed('K2', 'A', '2025-06-01');
    await signed('K3', 'S1', '2025-06-01');
    expect(await employer('K2')).toBe('T');
    expect(await they.get('contracts/K3')).toMatchObject({ ended_on: second });
    expect(await covered('2026-04-30')).toStrictEqual(['S1', 'T']);
    expect(await covered(second)).toStrictEqual(['T']);
    await nothingIsRefused();
  });
});

describe('the days of a split and of the end', () => {
  const asks = (command: string) => ['enterprises', 'A', command] as const;

  it('a split that A went on after is not moved past its end, nor the end before the split', async () => {
    await split(first, 'S1');
    await they.send('enterprises', 'A', 'Deregister', { on: second });
    const later = { corrects: splits[0], reason, ...into('S1', 'remains') };
    await they.isRefused('not-after-the-end', asks('CorrectSplit'), { ...later, on: '2026-05-02' });
    await correct(0, second, 'S1');
    const corrects = await they.fact('enterprises', 'A', 'EnterpriseDeregistered');
    const end = { corrects, reason, on: '2026-04-30' };
    await they.isRefused('ends-after-its-splits', asks('CorrectDeregistration'), end);
  });

  it('A does not end before a split that it went on after', async () => {
    await split(second, 'S1');
    const early = { on: '2026-04-30' };
    await they.isRefused('ends-after-its-splits', asks('Deregister'), early);
    await they.isRefused('ends-after-its-splits', asks('MergeInto'), { ...early, successor: 'T' });
    const ceasing = { ...early, ...into('S2', 'ceases') };
    await they.isRefused('ends-after-its-splits', asks('SplitInto'), ceasing);
    await they.send('enterprises', 'A', 'SplitInto', { on: second, ...into('S2', 'ceases') });
  });
});
