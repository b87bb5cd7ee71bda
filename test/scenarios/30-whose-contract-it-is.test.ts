import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  caseAmendsItsOwnContract,
  caseRenewsItsOwnContract,
} from '../../domain/policies/at-the-door/case-keeps-to-its-own-contract.ts';
import { supersedingContractIsOnRecord } from '../../domain/policies/at-the-door/contract-renews-its-own-predecessor.ts';
import type { Foresight } from '../../domain/shared/policy.ts';
import type { Refusal } from '../../domain/shared/rules.ts';
import { concord, old, register, signed, type Concord } from '../support/concord.ts';
import { prepared } from '../support/stories/bargaining.ts';

let they: Concord;
const term = ['2025-01-01', '2027-12-31'] as const;
const paper = (kind: 'wage', over: object) => old(kind, [...term], over);

beforeAll(async () => {
  they = await concord('2026-06-26');
  for (const id of ['mill', 'forge', 'forge-east'])
    await register(they, id, { workers: 200, division: '210902' });
  const street = { divisions: ['210902'], industries: ['C17'] };
  const papers = {
    'mill-wage': paper('wage', { enterprise: 'mill' }),
    'forge-wage': paper('wage', { enterprise: 'forge' }),
    'street-wage': paper('wage', { level: 'industry', scope: street }),
    'mill-ended': old('wage', ['2023-01-01', '2024-12-31'], { enterprise: 'mill' }),
  };
  for (const [id, data] of Object.entries(papers))
    await they.send('contracts', id, 'RegisterAsHistory', data);
});
afterAll(() => they.close());

const { enterprise: _, ...nobody } = { ...prepared, kind: 'wage' as const };
const opens = async (id: string, data: object) => {
  const { status, body } = await they.tries('bargaining-cases', id, 'PrepareOffer', data);
  return status === 200 ? 'opened' : (body as { rule: string }).rule;
};
const amends = (id: string, contract: string, over: object = { enterprise: 'mill' }) =>
  opens(id, { ...nobody, purpose: 'amendment', contract, ...over });
const renews = (id: string, predecessor: string, over: object = { enterprise: 'mill' }) =>
  opens(id, { ...nobody, purpose: 'renewal', contract: `${id}-new`, predecessor, ...over });
const above = (divisions: string[], industries: string[]) => ({
  level: 'industry',
  scope: { divisions, industries },
});

describe('a case that amends', () => {
  it('amends a contract of its own enterprise and kind', async () => {
    expect(await amends('a1', 'mill-wage')).toBe('opened');
    expect(await amends('a2', 'forge-wage')).toBe('amends-its-own');
    expect(await amends('a3', 'mill-wage', { enterprise: 'mill', kind: 'women' })).toBe(
      'amends-its-own',
    );
  });
  it('amends no contract that there is not, and none that has ended', async () => {
    expect(await amends('a4', 'nobody-knows')).toBe('amends-its-own');
    expect(await amends('a5', 'mill-ended')).toBe('amends-its-own');
  });
  it('above the enterprise is for the level and scope of its contract', async () => {
    expect(await amends('a6', 'street-wage', above(['210902'], ['C17']))).toBe('opened');
    expect(await amends('a7', 'street-wage', above(['210902'], []))).toBe('amends-its-own');
    expect(await amends('a8', 'street-wage', above(['210904'], ['C17']))).toBe('amends-its-own');
    expect(
      await amends('a9', 'street-wage', { ...above(['210902'], ['C17']), level: 'regional' }),
    ).toBe('amends-its-own');
  });
  it('is not corrected to be for another enterprise', async () => {
    const corrects = await they.fact('bargaining-cases', 'a1', 'CasePrepared');
    const anew = { ...nobody, purpose: 'amendment', contract: 'mill-wage', enterprise: 'forge' };
    await they.isRefused('amends-its-own', ['bargaining-cases', 'a1', 'CorrectPreparation'], {
      ...{ corrects, reason: '企业填错' },
      ...anew,
    });
  });
});

describe('a case that renews', () => {
  it('renews a contract of its own enterprise and kind, ended or not, or one on paper', async () => {
    expect(await renews('r1', 'mill-wage')).toBe('opened');
    expect(await renews('r2', 'mill-ended')).toBe('opened');
    expect(await renews('r3', 'nobody-knows')).toBe('opened');
    expect(await renews('r4', 'forge-wage')).toBe('renews-its-own');
    expect(await renews('r5', 'mill-wage', { enterprise: 'mill', kind: 'women' })).toBe(
      'renews-its-own',
    );
  });
  it('above the enterprise may widen the scope of its contract, not move it', async () => {
    expect(await renews('r6', 'street-wage', above(['210902', '210904'], []))).toBe('opened');
    expect(await renews('r7', 'street-wage', above(['210904'], []))).toBe('renews-its-own');
  });
});

describe('a contract signed by hand', () => {
  it('does not renew the contract of another', async () => {
    const sent = { enterprise: 'mill', predecessor: 'forge-wage', kind: 'wage' };
    await they.isRefused(
      'renews-its-own',
      ['contracts', 'mill-new', 'Sign'],
      signed(['2026-06-01', '2027-05-31'], '2026-05-20', sent),
    );
  });
});

describe('a contract superseded by hand', () => {
  const supersede = ['contracts', 'mill-wage', 'Supersede'];
  it.each(['made-up', 'forge-wage', 'mill-wage'])('is not superseded by %s', (by) =>
    they.isRefused('successor-on-record', supersede, { on: '2026-06-01', by }),
  );
  it('is superseded by another of the same parties', async () => {
    const anew = old('wage', ['2026-06-01', '2027-05-31'], { enterprise: 'mill' });
    await they.send('contracts', 'mill-anew', 'RegisterAsHistory', anew);
    await they.send('contracts', 'mill-wage', 'Supersede', { on: '2026-06-01', by: 'mill-anew' });
    expect(await they.history('contracts', 'mill-wage')).toContain('ContractSuperseded');
  });
});

describe('after a merger', () => {
  it('the successor amends the contract that was passed to it, the other no more', async () => {
    await they.send('enterprises', 'forge', 'MergeInto', {
      on: '2026-06-20',
      successor: 'forge-east',
    });
    expect(await amends('m1', 'forge-wage', { enterprise: 'forge' })).toBe('amends-its-own');
    expect(await amends('m2', 'forge-wage', { enterprise: 'forge-east' })).toBe('opened');
  });
});

describe('at the door', () => {
  const thenRefuses = (rule: string, { ensures }: Pick<Foresight, 'ensures'>, found: string[]) =>
    expect(() => {
      ensures(found);
    }).toThrow(expect.objectContaining({ rule }) as Refusal);

  it('what is found, or is not, decides', () => {
    thenRefuses('amends-its-own', caseAmendsItsOwnContract, []);
    thenRefuses('renews-its-own', caseRenewsItsOwnContract, ['c1']);
    thenRefuses('successor-on-record', supersedingContractIsOnRecord, []);
  });
});
