import { afterAll, beforeAll, expect, it } from 'vitest';
import { concord, receipt, register, type Concord } from '../support/concord.ts';
import { signed } from '../support/stories/bargaining.ts';

let they: Concord;
const contract = async () => (await they.get('contracts/contract-1')) as Record<string, unknown>;

beforeAll(async () => {
  they = await concord('2026-05-25');
  await register(they, 'mill', { workers: 200, division: '210902' });
  for (const { type, data } of signed) await they.send('bargaining-cases', 'case-1', type, data);
});
afterAll(() => they.close());

it('a case that is signed makes a contract with the day of the later signature', async () =>
  expect(await contract()).toMatchObject({ signed_on: '2026-05-14', case_id: 'case-1' }));

it('a signature corrected in the case is corrected in the contract, and its filing is due later', async () => {
  const filing = async () =>
    ((await contract())['deadlines'] as readonly { rule: string; due_on: string }[]).find(
      ({ rule }) => rule === 'filing',
    )?.due_on;
  expect(await filing()).toBe('2026-05-25');
  const employer = await they.fact('bargaining-cases', 'case-1', 'ChiefSigned');
  await they.send('bargaining-cases', 'case-1', 'CorrectSignature', {
    corrects: employer,
    reason: '签字日期笔误',
    draft: 'draft-1',
    side: 'employer',
    person: 'm1',
    on: '2026-05-18',
  });
  expect(await contract()).toMatchObject({ signed_on: '2026-05-18' });
  expect(await filing()).toBe('2026-05-28');
  expect(await they.history('contracts', 'contract-1')).toStrictEqual([
    'ContractSigned',
    'SigningCorrected',
  ]);
});

it('a term corrected in the draft is the term of the contract', async () => {
  const draft = await they.fact('bargaining-cases', 'case-1', 'DraftAgreed');
  const { data } = signed.find(({ type }) => type === 'AgreeDraft') ?? {};
  await they.send('bargaining-cases', 'case-1', 'CorrectDraft', {
    ...data,
    corrects: draft,
    reason: '期限笔误',
    termEnd: '2027-12-31',
  });
  expect(await contract()).toMatchObject({ term_end: '2027-12-31', signed_on: '2026-05-18' });
});

it('what is known from before the correction stays as it was known', async () => {
  const { items } = (await they.get('contracts', { knownAt: '2026-05-24' })) as {
    items: readonly object[];
  };
  expect(items).toStrictEqual([]);
  await they.send('contracts', 'contract-1', 'File', receipt('2026-05-25'));
  expect(await contract()).toMatchObject({ phase: 'under-review' });
});
