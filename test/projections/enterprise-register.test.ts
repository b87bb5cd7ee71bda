import { describe, expect, it } from 'vitest';
import type { EnterpriseEvent } from '../../domain/enterprise/events.ts';
import { enterpriseRegister } from '../../projections/enterprise-register.ts';
import {
  deregistered,
  founded,
  mill,
  on,
  registered,
  reported,
  suspended,
} from '../support/books/mill.ts';
import { rowAfter } from '../support/stories/row-after.ts';

const row = (...facts: EnterpriseEvent[]) =>
  rowAfter(enterpriseRegister, [registered, ...facts], 'mill');
const headcount = (asOf: string, workers: number): EnterpriseEvent => ({
  type: 'HeadcountReported',
  data: { asOf, workers },
});
const reason = '录入错误';

describe('the enterprise register', () => {
  it('shows an enterprise as it was registered', () => {
    expect(row()).toMatchObject({
      id: 'mill',
      name: mill.name,
      division: '210902',
      industry: 'C17',
      status: 'open',
      known_since: '2020-03-01',
      union_kind: 'none',
      workers: null,
    });
  });
  it('keeps what was said about the latest day, in whatever order it was told', () => {
    const move = (day: string, division: string): EnterpriseEvent => ({
      type: 'EnterpriseMoved',
      data: { on: day, division },
    });
    const [first, second] = [move('2022-01-01', '210903'), move('2023-01-01', '210904')];
    expect(row(first, second)?.division).toBe('210904');
    expect(row(second, first)?.division).toBe('210904');
    expect(row(second, move('2023-01-01', '210905'))?.division).toBe('210905');
  });
  it('lets what is known from before the registration give way to it', () => {
    const known: EnterpriseEvent = {
      type: 'EnterpriseKnownEarlier',
      data: { since: '2019-01-01' },
    };
    const before: EnterpriseEvent = {
      type: 'EnterpriseReclassified',
      data: { on: '2019-01-01', industry: 'C18', industryScheme: 'gb4754-2017' },
    };
    expect(row(known, before)).toMatchObject({ industry: 'C17', known_since: '2019-01-01' });
  });
  it('shows the last headcount; of two for one day the later recorded', () => {
    expect(row(reported, headcount('2022-12-31', 80))).toMatchObject({ workers: 100, women: 40 });
    expect(row(reported, headcount('2023-12-31', 90))).toMatchObject({ workers: 90, women: null });
  });
  it('shows revoked and suspended as such, and what ended as ended', () => {
    expect(row(suspended)).toMatchObject({ status: 'suspended', ended_on: null });
    expect(row({ type: 'EnterpriseRevoked', data: { on } })?.status).toBe('revoked');
    expect(row(deregistered)).toMatchObject({ status: 'deregistered', ended_on: on });
    const late: EnterpriseEvent = { type: 'EnterpriseSuspended', data: { on: '2024-04-01' } };
    expect(row(deregistered, late)?.status).toBe('deregistered');
    const merged: EnterpriseEvent = { type: 'EnterpriseMergedInto', data: { on, successor: 'b' } };
    expect(row(merged)).toMatchObject({ status: 'merged', successor: 'b' });
    const duplicate: EnterpriseEvent = {
      type: 'EnterpriseFoundDuplicate',
      data: { of: 'b', reason: '重复' },
    };
    expect(row(duplicate)).toMatchObject({ status: 'void', duplicate_of: 'b' });
  });
  it('keeps an enterprise that goes on after its split', () => {
    const data = { on, successors: ['a'], contractsTo: 'a' };
    expect(row({ type: 'EnterpriseSplitInto', data: { ...data, origin: 'remains' } })?.status).toBe(
      'open',
    );
    expect(row({ type: 'EnterpriseSplitInto', data: { ...data, origin: 'ceases' } })).toMatchObject(
      {
        status: 'split',
        successor: 'a',
      },
    );
  });
});

describe('the union in the register', () => {
  const federated: EnterpriseEvent = {
    type: 'UnionFederated',
    data: { on: '2022-01-01', federation: '海州区联合工会' },
  };
  it('is the enterprise’s own, or a federation’s, since its first day', () => {
    expect(row(founded, federated)).toMatchObject({ union_kind: 'own', union_since: '2021-05-01' });
    expect(row(federated)).toMatchObject({ union_kind: 'federated', union_since: '2022-01-01' });
    expect(
      row(founded, { type: 'UnionKnownEarlier', data: { since: '2021-01-01' } }),
    ).toMatchObject({
      union_kind: 'own',
      union_since: '2021-01-01',
    });
  });
  it('is gone once dissolved, and another one begins anew', () => {
    const gone: EnterpriseEvent = {
      type: 'UnionDissolved',
      data: { on: '2023-01-01', reason: '停产' },
    };
    expect(row(founded, gone)).toMatchObject({ union_kind: 'none', union_since: null });
    expect(row(founded, gone, { type: 'UnionFounded', data: { on: '2024-01-01' } })).toMatchObject({
      union_kind: 'own',
      union_since: '2024-01-01',
    });
  });
});

describe('a correction in the register', () => {
  it('changes what is shown', () => {
    const data = { ...mill, name: '阜新第一棉纺厂' };
    expect(
      row({ type: 'RegistrationCorrected', data: { ...data, corrects: 'fact-0', reason } })?.name,
    ).toBe('阜新第一棉纺厂');
  });
  it('of a headcount’s day brings the one before back', () => {
    const typo = headcount('2025-12-31', 500);
    const corrected: EnterpriseEvent = {
      type: 'HeadcountCorrected',
      data: { corrects: 'fact-2', reason, asOf: '2022-12-31', workers: 80 },
    };
    expect(row(reported, typo)).toMatchObject({ workers: 500 });
    expect(row(reported, typo, corrected)).toMatchObject({
      workers: 100,
      headcount_as_of: '2023-12-31',
    });
  });
  it('can itself be corrected, and stays in the place of the fact', () => {
    const correct = (workers: number): EnterpriseEvent => ({
      type: 'HeadcountCorrected',
      data: { corrects: 'fact-1', reason, asOf: '2023-12-31', workers },
    });
    expect(row(reported, correct(1), correct(2))?.workers).toBe(2);
    expect(row(reported, headcount('2023-12-31', 7), correct(1))?.workers).toBe(7);
  });
  it('moves the end', () => {
    const moved: EnterpriseEvent = {
      type: 'DeregistrationCorrected',
      data: { corrects: 'fact-1', reason, on: '2025-05-01' },
    };
    expect(row(deregistered, moved)?.ended_on).toBe('2025-05-01');
  });
});

it('says so when a fact comes for an enterprise that was never registered', () => {
  expect(() => rowAfter(enterpriseRegister, [founded], 'mill')).toThrow('for no row mill');
});
