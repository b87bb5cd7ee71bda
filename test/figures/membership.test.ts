import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { concord, register, type Concord } from '../support/concord.ts';

let they: Concord;
const on = '2026-06-26';
beforeAll(async () => {
  they = await concord(on);
  await register(they, 'counted', { workers: 100 });
  await register(they, 'uncounted', { workers: 300 });
  await register(they, 'union-less', { workers: 50, union: 'none' });
  await they.send('enterprises', 'counted', 'CountMembers', { asOf: '2026-06-01', members: 80 });
});
afterAll(() => they.close());

const membership = async (day = on) => {
  const { membership, excluded } = await they.figure('union-rate', { on: day });
  return { membership, excluded };
};

describe('membership', () => {
  it('does not take a union that never counted its members for one without any', async () =>
    expect(await membership()).toStrictEqual({
      membership: { numerator: 80, denominator: 150, rate: 0.533333 },
      excluded: { 'unknown-members': 1 },
    }));

  it('is unknown before the first count, and known from its day', async () => {
    expect(await membership('2026-05-31')).toMatchObject({
      membership: { numerator: 0, denominator: 50 },
      excluded: { 'unknown-members': 2 },
    });
    expect(await membership('2026-06-01')).toMatchObject({
      membership: { numerator: 80, denominator: 150 },
    });
  });

  it('names those it leaves out', async () => {
    const { items } = (await they.get('figures/union-rate/members', { on, side: 'excluded' })) as {
      items: readonly { id: string; reason: string }[];
    };
    expect(items).toMatchObject([{ id: 'uncounted', reason: 'unknown-members' }]);
  });

  it('does not count members of an enterprise whose workers nobody knows', async () => {
    const born = { registeredOn: '2020-01-01', division: '310104', name: 'new' };
    const data = { ...born, industry: 'C17', industryScheme: 'gb4754-2017' };
    await they.send('enterprises', 'new', 'Register', data);
    await they.send('enterprises', 'new', 'FoundUnion', { on: '2021-01-01' });
    await they.send('enterprises', 'new', 'CountMembers', { asOf: '2026-06-01', members: 9 });
    expect(await membership()).toMatchObject({
      membership: { numerator: 80, denominator: 150 },
      excluded: { 'unknown-headcount': 1, 'unknown-members': 1 },
    });
  });

  it('knows that there is none where the union was dissolved', async () => {
    await they.send('enterprises', 'uncounted', 'DissolveUnion', {
      on: '2026-06-20',
      reason: '企业工会撤销',
    });
    expect(await membership()).toMatchObject({
      membership: { numerator: 80, denominator: 450 },
      excluded: { 'unknown-headcount': 1 },
    });
    expect(await membership('2026-06-19')).toMatchObject({
      excluded: { 'unknown-headcount': 1, 'unknown-members': 1 },
    });
  });
});
