import { afterAll, beforeAll, expect, it } from 'vitest';
import { concord, old, receipt, register, type Concord } from '../support/concord.ts';
import { prepare, signed } from '../support/stories/bargaining.ts';

let they: Concord;
const phase = async (id: string) =>
  ((await they.get(`contracts/${id}`)) as { phase: string }).phase;

beforeAll(async () => {
  they = await concord('2026-06-26');
  await register(they, 'mill', { workers: 200, division: '210902' });
  const paper = old('comprehensive', ['2024-01-01', '2026-12-31'], { enterprise: 'mill' });
  await they.send('contracts', 'contract-0', 'RegisterAsHistory', paper);
  const [, ...others] = signed;
  const renewing = [prepare({ purpose: 'renewal', predecessor: 'contract-0' }), ...others];
  for (const { type, data } of renewing) await they.send('bargaining-cases', 'case-1', type, data);
  await they.send('contracts', 'contract-1', 'File', receipt('2026-05-20'));
  await they.send('contracts', 'contract-1', 'Approve', { on: '2026-05-25' });
});
afterAll(() => they.close());

it('a signed case that is struck out takes its contract with it, and the one before stands again', async () => {
  expect(await phase('contract-1')).toBe('in-force');
  expect(await they.history('contracts', 'contract-0')).toContain('ContractSuperseded');
  await they.send('bargaining-cases', 'case-1', 'Void', { reason: '录错企业' });
  expect(await phase('contract-1')).toBe('void');
  expect(await they.history('contracts', 'contract-0')).toContain('SupersessionTakenBack');
  expect(await phase('contract-0')).toBe('in-force');
});

it('and once only', async () => {
  await they.send('bargaining-cases', 'case-1', 'Void', { reason: '录错企业' });
  const facts = await they.history('contracts', 'contract-1');
  expect(facts.filter((type) => type === 'ContractVoided')).toHaveLength(1);
});
