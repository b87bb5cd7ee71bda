import { describe, expect, it } from 'vitest';
import type { EnterpriseEvent } from '../../domain/enterprise/events.ts';
import { enterpriseRegister } from '../../projections/enterprise-register.ts';
import { bookkeeping, inOrder } from '../support/books/bookkeeping.ts';
import { mill } from '../support/books/mill.ts';
import { rowAfter } from '../support/stories/row-after.ts';

const reason = '录入错误';
const registered: EnterpriseEvent = {
  type: 'EnterpriseRegistered',
  data: { ...mill, registeredOn: '2015-03-02' },
};
const known: EnterpriseEvent = { type: 'EnterpriseKnownEarlier', data: { since: '2005-03-02' } };
const founded: EnterpriseEvent = { type: 'UnionFounded', data: { on: '2016-05-01' } };
const unionKnown: EnterpriseEvent = { type: 'UnionKnownEarlier', data: { since: '2010-05-01' } };

/** The union rate of a day after these facts, and what the register says. */
const after = async (day: string, ...facts: readonly EnterpriseEvent[]) => {
  const books = bookkeeping();
  await books.take(
    inOrder(
      facts.map((fact, i) => ({
        ...fact,
        category: 'enterprise',
        subject: 'mill',
        id: `fact-${String(i)}`,
      })),
    ),
  );
  const { total } = await books.desk.cell('union-rate', { on: day });
  books.close();
  const row = rowAfter(enterpriseRegister, facts, 'mill');
  return {
    unionised: total['numerator'],
    registered: total['denominator'],
    known_since: row?.known_since,
    union_since: row?.union_since,
  };
};

describe('an enterprise that is known from an earlier day', () => {
  const renamed: EnterpriseEvent = {
    type: 'RegistrationCorrected',
    data: { ...mill, registeredOn: '2015-03-02', name: '阜新纺织厂', corrects: 'fact-0', reason },
  };
  it('stays known from it when its registration is corrected in something else', async () => {
    const known_since = '2005-03-02';
    expect(await after('2005-03-02', registered, known)).toMatchObject({ registered: 1 });
    expect(await after('2005-03-02', registered, known, renamed)).toMatchObject({
      registered: 1,
      known_since,
    });
    expect(await after('2005-03-01', registered, known, renamed)).toMatchObject({ registered: 0 });
  });
  it('is known from the earliest day of all that is said now', async () => {
    const onAnotherDay = (registeredOn: string): EnterpriseEvent => ({
      type: 'RegistrationCorrected',
      data: { ...mill, registeredOn, corrects: 'fact-0', reason },
    });
    expect(await after('2004-12-31', registered, known, onAnotherDay('2004-12-31'))).toMatchObject({
      registered: 1,
      known_since: '2004-12-31',
    });
    expect(await after('2014-12-31', registered, onAnotherDay('2015-01-01'))).toMatchObject({
      registered: 0,
      known_since: '2015-01-01',
    });
  });
  it('is known from a later day again when the earlier one was a slip', async () => {
    const slip = (since: string): EnterpriseEvent => ({
      type: 'EnterpriseKnownEarlierCorrected',
      data: { since, corrects: 'fact-1', reason },
    });
    expect(await after('2014-12-31', registered, known, slip('2015-01-01'))).toMatchObject({
      registered: 0,
      known_since: '2015-01-01',
    });
    expect(await after('2015-03-01', registered, known, slip('2020-01-01'))).toMatchObject({
      registered: 0,
      known_since: '2015-03-02',
    });
  });
});

describe('a union that is known from an earlier day', () => {
  const renamed: EnterpriseEvent = {
    type: 'UnionFoundingCorrected',
    data: { on: '2016-05-01', name: '阜新棉纺厂工会', corrects: 'fact-2', reason },
  };
  const firm = [registered, known] as const;
  it('stays known from it when its founding is corrected in something else', async () => {
    const facts = [...firm, founded, unionKnown, renamed];
    const union_since = '2010-05-01';
    expect(await after('2010-05-01', ...facts)).toMatchObject({ unionised: 1, union_since });
    expect(await after('2010-04-30', ...facts)).toMatchObject({ unionised: 0, union_since });
  });
  it('is known from a later day again when the earlier one was a slip', async () => {
    const slip: EnterpriseEvent = {
      type: 'UnionKnownEarlierCorrected',
      data: { since: '2012-05-01', corrects: 'fact-3', reason },
    };
    const facts = [...firm, founded, unionKnown, slip];
    const union_since = '2012-05-01';
    expect(await after('2012-04-30', ...facts)).toMatchObject({ unionised: 0, union_since });
    expect(await after('2012-05-01', ...facts)).toMatchObject({ unionised: 1, union_since });
  });
  it('is not the one that was dissolved before it', async () => {
    const facts: EnterpriseEvent[] = [
      ...firm,
      { type: 'UnionFounded', data: { on: '2006-01-01' } },
      { type: 'UnionDissolved', data: { on: '2008-01-01', reason: '停产' } },
      founded,
      unionKnown,
    ];
    expect(await after('2006-01-01', ...facts)).toMatchObject({ unionised: 1 });
    expect(await after('2009-01-01', ...facts)).toMatchObject({ unionised: 0 });
    expect(await after('2010-05-01', ...facts)).toMatchObject({ unionised: 1 });
  });
});
