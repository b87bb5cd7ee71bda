import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { concord, old, receipt, register, signed, type Concord } from '../support/concord.ts';
import { prepared } from '../support/stories/bargaining.ts';

const term = ['2025-01-01', '2027-12-31'] as const;
const [day, next] = ['2026-06-30', '2026-07-02'];
const reason = '登记机关撤销了注销登记';

describe('A is deregistered by mistake, and the mistake is found two days later', () => {
  let they: Concord;
  const due = async (id: string) =>
    (
      (await they.get(`contracts/${id}`)) as {
        deadlines: readonly { rule: string; status: string }[];
      }
    ).deadlines;
  beforeAll(async () => {
    they = await concord(day);
    for (const id of ['A', 'B']) await register(they, id, { workers: 100 });
    await they.send(
      'contracts',
      'KA',
      'RegisterAsHistory',
      old('comprehensive', term, { enterprise: 'A' }),
    );
    const wage = signed(['2026-06-01', '2028-05-31'], '2026-06-20', {
      enterprise: 'A',
      kind: 'wage',
    });
    await they.send('contracts', 'WA', 'Sign', wage);
    await they.send('contracts', 'WA', 'File', receipt('2026-06-26'));
    const about = { ...prepared, enterprise: 'A', contract: 'SA' };
    await they.send('bargaining-cases', 'case-A', 'PrepareOffer', about);
    await they.send('enterprises', 'A', 'Deregister', { on: day });
    await they.itIs(next);
  });
  afterAll(() => they.close());

  it('ends its contracts, stops their clocks and closes its case', async () => {
    expect(await they.ratio('contract-rate', { on: day })).toBe('0 of 1');
    expect(await they.get('contracts/KA')).toMatchObject({ phase: 'ended' });
    expect(await due('WA')).toContainEqual(
      expect.objectContaining({ rule: 'review', status: 'cancelled' }),
    );
    expect(await they.get('bargaining-cases/case-A')).toMatchObject({ phase: 'closed' });
  });

  it('goes on when it is taken back: contracts, clocks and case', async () => {
    const takesBack = await they.fact('enterprises', 'A', 'EnterpriseDeregistered');
    await they.send('enterprises', 'A', 'TakeBackDeregistration', { takesBack, reason });
    expect(await they.get('enterprises/A')).toMatchObject({ status: 'open', ended_on: null });
    expect(await they.get('contracts/KA')).toMatchObject({
      phase: 'in-force',
      ended_on: null,
      force_to: '2027-12-31',
    });
    expect(await due('KA')).toContainEqual(
      expect.objectContaining({ rule: 'term-end', status: 'running' }),
    );
    expect(await due('WA')).toContainEqual(
      expect.objectContaining({ rule: 'review', status: 'running' }),
    );
    expect(await they.get('bargaining-cases/case-A')).toMatchObject({
      phase: 'prepared',
      closed_on: null,
    });
  });

  it('counts on the day as known now, and not as known before', async () => {
    expect(await they.ratio('contract-rate', { on: day })).toBe('1 of 2');
    expect(await they.ratio('contract-rate', { on: day, knownAt: '2026-07-01' })).toBe('0 of 1');
  });

  it('takes effect by silence on the legal day after all', async () => {
    await they.itIs('2026-07-20');
    expect(await they.get('contracts/WA')).toMatchObject({
      phase: 'in-force',
      effect_mode: 'deemed',
    });
  });

  it('can still be deregistered, and only for what is so then', async () => {
    await they.send('enterprises', 'A', 'Deregister', { on: '2026-07-15' });
    expect(await they.get('contracts/KA')).toMatchObject({
      phase: 'ended',
      ended_on: '2026-07-15',
    });
  });

  it('orders nothing more for what was taken back when everything is reacted to again', async () => {
    await they.isDownUntil('2026-07-21');
    expect(await they.get('contracts/KA')).toMatchObject({ ended_on: '2026-07-15' });
    expect((await they.get('refused-orders')) as object).toMatchObject({ items: [] });
  });
});

describe('A is merged into B on paper, but the merger is not approved', () => {
  let they: Concord;
  beforeAll(async () => {
    they = await concord(day);
    for (const id of ['A', 'B']) await register(they, id, { workers: 100 });
    await they.send(
      'contracts',
      'KA',
      'RegisterAsHistory',
      old('comprehensive', term, { enterprise: 'A' }),
    );
    await they.send('enterprises', 'A', 'MergeInto', { on: day, successor: 'B' });
  });
  afterAll(() => they.close());

  it('has its contract again when the merger is taken back', async () => {
    expect(await they.members('contract-rate', { on: day })).toStrictEqual(['B']);
    const takesBack = await they.fact('enterprises', 'A', 'EnterpriseMergedInto');
    await they.send('enterprises', 'A', 'TakeBackMerger', { takesBack, reason });
    expect(await they.get('contracts/KA')).toMatchObject({ enterprise: 'A', passed_from: null });
    expect(await they.get('enterprises/A')).toMatchObject({ status: 'open', successor: null });
    expect(await they.members('contract-rate', { on: day })).toStrictEqual(['A']);
    expect(await they.ratio('contract-rate', { on: day })).toBe('1 of 2');
  });
});
