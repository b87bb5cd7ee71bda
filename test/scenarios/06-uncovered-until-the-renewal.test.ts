import { afterAll, beforeAll, expect, it } from 'vitest';
import { concord, old, receipt, register, signed, type Concord } from '../support/concord.ts';

let they: Concord;
beforeAll(async () => {
  they = await concord('2026-03-02');
  await register(they, 'looms', { workers: 120 });
  const before = old('wage', ['2025-04-01', '2026-03-31'], { enterprise: 'looms' });
  await they.send('contracts', 'w25', 'RegisterAsHistory', before);
  await they.itIs('2026-04-20');
  const terms = {
    kind: 'wage',
    enterprise: 'looms',
    predecessor: 'w25',
    workers: 120,
    steps: [{ by: 'percent', effectiveOn: '2026-04-01', basisPoints: 500 }],
  };
  const renewal = signed(['2026-04-01', '2027-03-31'], '2026-04-20', terms);
  await they.send('contracts', 'w26', 'Sign', renewal);
  await they.itIs('2026-04-23');
  await they.send('contracts', 'w26', 'File', receipt('2026-04-23'));
  await they.itIs('2026-05-08');
  await they.send('contracts', 'w26', 'Approve', { on: '2026-05-08' });
});
afterAll(() => they.close());

it('is out the day after its term, whatever is being talked about', async () => {
  expect((await they.history('contracts', 'w25')).at(-1)).toBe('ContractExpired');
  expect(await they.members('contract-rate', { on: '2026-03-31' })).toStrictEqual(['looms']);
  expect(await they.members('contract-rate', { on: '2026-04-01' })).toStrictEqual([]);
});

it('stays uncovered from 1 April to the day before the effect, though the term began earlier', async () => {
  expect(await they.get('contracts/w26')).toMatchObject({
    term_start: '2026-04-01',
    effective_on: '2026-05-08',
  });
  const days = await they.series('contract-rate', {
    from: '2026-03-30',
    to: '2026-05-08',
    step: 'day',
  });
  const covered = Object.keys(days).filter((day) => days[day] === 1);
  expect(covered).toStrictEqual(['2026-03-30', '2026-03-31', '2026-05-08']);
});

it('counts the increase once, where the renewal took effect', async () => {
  const increase = (from: string, to: string) => they.figure('wage-increase', { from, to });
  expect(await increase('2026-05-01', '2026-05-31')).toMatchObject({ count: 1, mean: 5 });
  expect(await increase('2026-04-01', '2026-04-30')).toMatchObject({ count: 0 });
});

it('says from which day its wages apply: from the term, though nobody was covered then', async () => {
  const steps = await they.get('clauses', { contract: 'w26', part: 'step' });
  expect(steps).toMatchObject({ items: [{ effective_on: '2026-04-01', basis_points: 500 }] });
  const terms = (on: string) => they.get('enterprises/looms/terms', { on });
  for (const on of ['2026-04-01', '2026-05-07'])
    expect(await terms(on)).toMatchObject({ contracts: [], items: [] });
  expect(await terms('2026-05-08')).toMatchObject({
    contracts: [{ contract: 'w26' }],
    items: [{ topic: 'wage-increase', value: 500, from: '2026-04-01', prevails: true }],
  });
});
