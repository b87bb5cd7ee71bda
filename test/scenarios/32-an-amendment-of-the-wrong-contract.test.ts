import { afterAll, beforeAll, expect, it } from 'vitest';
import { concord, old, receipt, register, type Concord } from '../support/concord.ts';
import { prepare, signed } from '../support/stories/bargaining.ts';

let they: Concord;
type Row = Readonly<Record<string, unknown>>;
const own = { topic: 'payment-guarantee', title: '每月十日前发薪', unit: 'day-of-month' };
const paydays = [{ id: 'payday', ...own, value: 10 }];
const mill = async () => (await they.get('contracts/contract-0')) as Row;
const clocks = async () =>
  Object.fromEntries(
    ((await mill())['deadlines'] as Row[]).map(({ rule, due_on, status }) => [
      String(rule),
      `${String(due_on)} ${String(status)}`,
    ]),
  );
const clauses = async (on: string) =>
  ((await they.get('enterprises/mill/terms', { on })) as { items: Row[] }).items.map(
    ({ clause }) => clause,
  );
const inForce = async (on: string) =>
  Number((await they.figure('contract-stock', { on }))['count']);
const reason = '录错合同，未签订过变更';
/** A case that amends the mill's contract, signed under its own id. */
const amends = async (id: string) => {
  const [, ...others] = signed;
  const amending = [prepare({ purpose: 'amendment', contract: 'contract-0' }), ...others];
  for (const { type, data } of amending) await they.send('bargaining-cases', id, type, data);
};

beforeAll(async () => {
  they = await concord('2026-06-26');
  await register(they, 'mill', { workers: 200, division: '210902' });
  const paper = old('comprehensive', ['2024-01-01', '2026-12-31'], {
    ...{ enterprise: 'mill', profile: 'national-2004', clauses: paydays },
  });
  await they.send('contracts', 'contract-0', 'RegisterAsHistory', paper);
  await amends('case-1');
  await they.send('contracts', 'contract-0', 'File', receipt('2026-05-20'));
  await they.send('contracts', 'contract-0', 'Approve', { on: '2026-05-25' });
});
afterAll(() => they.close());

it('an amendment takes effect, with its own term and clauses', async () => {
  expect(await mill()).toMatchObject({ phase: 'in-force', force_to: '2028-05-31' });
  expect(await inForce('2027-01-01')).toBe(1);
  expect(await clauses('2026-06-25')).not.toContain('payday');
});

it('a second one follows it, and stands in the way of taking the first back', async () => {
  await amends('case-2');
  await they.send('bargaining-cases', 'case-1', 'Void', { reason });
  expect(await they.get('refused-orders')).toMatchObject({
    items: [{ command: 'TakeBackAmendment', rule: 'last-amendment-first' }],
  });
  expect(await mill()).toMatchObject({ phase: 'amending', force_to: '2028-05-31' });
});

it('one after the other they leave the contract with their cases', async () => {
  await they.send('bargaining-cases', 'case-2', 'Void', { reason });
  expect(await mill()).toMatchObject({ phase: 'in-force', force_to: '2028-05-31' });
  const { items } = (await they.get('refused-orders')) as { items: Row[] };
  await they.send('refused-orders', String(items[0]?.['id']), 'GiveAgain', {});
  const facts = await they.history('contracts', 'contract-0');
  expect(facts.slice(-3)).toStrictEqual([
    ...['AmendmentSigned', 'AmendmentTakenBack', 'AmendmentTakenBack'],
  ]);
});

it('the text before binds as it did throughout: term, clauses, clocks and figures', async () => {
  expect(await mill()).toMatchObject({
    ...{ phase: 'in-force', term_end: '2026-12-31', force_to: '2026-12-31' },
    ...{ amended_on: null, force_gaps: null, quantifiable: 'none' },
  });
  expect(await clauses('2026-06-25')).toStrictEqual(['payday']);
  expect(await clocks()).toMatchObject({ 'term-end': '2026-12-31 running' });
  expect(await inForce('2026-12-31')).toBe(1);
  expect(await inForce('2027-01-01')).toBe(0);
});

it('and runs out on its own day', async () => {
  await they.itIs('2026-12-31');
  expect(await mill()).toMatchObject({ phase: 'in-force' });
  await they.itIs('2027-01-01');
  expect(await mill()).toMatchObject({ phase: 'expired', expired_on: '2027-01-01' });
});
