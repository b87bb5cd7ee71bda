import { afterAll, beforeAll, expect, it } from 'vitest';
import { concord, old, receipt, register, type Concord } from '../support/concord.ts';
import { prepare, signed } from '../support/stories/bargaining.ts';

let they: Concord;
const reason = '录错案件';
const contract = async () =>
  (await they.get('contracts/contract-0')) as Readonly<Record<string, unknown>>;
const facts = () => they.history('contracts', 'contract-0');
/** A case that amends the contract and leaves the end of its term as it was: from the same paper each time. */
const amends = async (id: string) => {
  const [, ...others] = signed;
  const amending = [prepare({ purpose: 'amendment', contract: 'contract-0' }), ...others];
  for (const { type, data } of amending) await they.send('bargaining-cases', id, type, data);
};
const voids = (id: string) => they.send('bargaining-cases', id, 'Void', { reason });

beforeAll(async () => {
  they = await concord('2026-05-26');
  await register(they, 'mill', { workers: 200, division: '210902' });
  const paper = old('comprehensive', ['2025-06-01', '2028-05-31'], {
    ...{ enterprise: 'mill', profile: 'national-2004' },
  });
  await they.send('contracts', 'contract-0', 'RegisterAsHistory', paper);
  await amends('case-1');
  await they.send('contracts', 'contract-0', 'File', receipt('2026-05-20'));
});
afterAll(() => they.close());

it('an amendment takes effect by silence, and its case is struck out', async () => {
  await they.itIs('2026-06-26');
  expect((await facts()).at(-1)).toBe('ContractTookEffect');
  await voids('case-1');
  expect(await contract()).toMatchObject({ phase: 'in-force', amended_on: null });
});

it('recorded anew with the same days it takes effect by silence again', async () => {
  await amends('case-2');
  await they.send('contracts', 'contract-0', 'File', receipt('2026-05-20'));
  await they.itIs('2026-06-27');
  expect((await facts()).slice(-2)).toStrictEqual(['ContractFiled', 'ContractTookEffect']);
});

it('a contract that ran out runs out again, once, when the amendment goes that left its term', async () => {
  await they.itIs('2028-06-01');
  expect(await contract()).toMatchObject({ phase: 'expired', expired_on: '2028-06-01' });
  await voids('case-2');
  await they.itIs('2028-06-02');
  expect(await contract()).toMatchObject({ phase: 'expired', expired_on: '2028-06-01' });
  await they.itIs('2028-06-03');
  const since = (await facts()).lastIndexOf('AmendmentTakenBack');
  expect((await facts()).slice(since)).toStrictEqual([
    ...['AmendmentTakenBack', 'RenewalWindowOpened', 'ContractExpired'],
  ]);
});
