import { describe, it } from 'vitest';
import type { EnterpriseCommand } from '../../domain/enterprise/commands.ts';
import { enterprise } from '../../domain/enterprise/decider.ts';
import type { EnterpriseEvent } from '../../domain/enterprise/events.ts';
import { given } from '../support/stories/given.ts';
import { founded, headcount, on, registered, reported } from '../support/books/mill.ts';

const foundUnion = (day: string): EnterpriseCommand => ({ type: 'FoundUnion', data: { on: day } });

describe('headcounts and members', () => {
  it('count each group of workers at most once', () => {
    for (const part of ['women', 'dispatched', 'migrant', 'partTime'])
      given(enterprise, registered)
        .when(headcount({ [part]: 101 }))
        .thenRefuses('parts-within-workers');
    given(enterprise, registered)
      .when(headcount({ women: 100, dispatched: 100, migrant: 100, partTime: 100 }))
      .thenRecordsTypes('HeadcountReported');
  });
  const count = (data: object): EnterpriseCommand =>
    enterprise.command.parse({
      type: 'CountMembers',
      data: { asOf: '2024-12-31', members: 150, ...data },
    });
  it('let members be more than workers, but women not more than members', () => {
    given(enterprise, registered, founded, reported)
      .when(count({ women: 150 }))
      .thenRecordsTypes('MembersCounted');
    given(enterprise, registered, founded)
      .when(count({ women: 151 }))
      .thenRefuses('women-within-members');
  });
  it('count members only once there is a union', () => {
    given(enterprise, registered).when(count({})).thenRefuses('members-need-a-union');
    given(enterprise, registered, founded)
      .when(count({ asOf: '2021-04-30' }))
      .thenRefuses('members-need-a-union');
    given(enterprise, registered, founded)
      .when(count({ asOf: '2021-05-01' }))
      .thenRecordsTypes('MembersCounted');
  });
});

describe('the union', () => {
  const dissolved: EnterpriseEvent = {
    type: 'UnionDissolved',
    data: { on: '2023-01-01', reason: '停产' },
  };
  const federated: EnterpriseEvent = {
    type: 'UnionFederated',
    data: { on: '2022-01-01', federation: '海州区联合工会' },
  };
  const dissolve = (day: string): EnterpriseCommand => ({
    type: 'DissolveUnion',
    data: { on: day, reason: '停产' },
  });

  it('is founded once; a later day says nothing new, an earlier one that it is older', () => {
    given(enterprise, registered, founded).when(foundUnion('2021-05-02')).thenRecords();
    given(enterprise, registered, founded)
      .when(foundUnion('2021-04-30'))
      .thenRecords({ type: 'UnionKnownEarlier', data: { since: '2021-04-30' } });
  });
  it('was not so old when the earlier day was a slip', () => {
    const known: EnterpriseEvent = { type: 'UnionKnownEarlier', data: { since: '2020-05-01' } };
    const slip = (since: string): EnterpriseCommand => ({
      type: 'CorrectUnionKnownEarlier',
      data: { corrects: 'fact-2', reason: '年份错误', since },
    });
    const mended: EnterpriseEvent = {
      type: 'UnionKnownEarlierCorrected',
      data: { corrects: 'fact-2', reason: '年份错误', since: '2021-01-01' },
    };
    given(enterprise, registered, founded, known).when(slip('2021-01-01')).thenRecords(mended);
    given(enterprise, registered, founded, known, mended).when(slip('2021-01-01')).thenRecords();
    given(enterprise, registered, founded, known, mended)
      .when(dissolve('2020-12-31'))
      .thenRefuses('union-to-dissolve');
    given(enterprise, registered, founded, known, mended)
      .when(dissolve('2021-01-01'))
      .thenRecordsTypes('UnionDissolved');
    given(enterprise, registered, founded, known)
      .when(slip('2020-02-29'))
      .thenRefuses('not-before-registration');
  });
  it('can be founded anew from the day the old one was dissolved', () => {
    given(enterprise, registered, founded, dissolved).when(foundUnion('2022-12-31')).thenRecords();
    given(enterprise, registered, founded, dissolved)
      .when(foundUnion('2023-01-01'))
      .thenRecords({ type: 'UnionFounded', data: { on: '2023-01-01' } });
  });
  it('keeps the old union out of the new one', () => {
    const anew: EnterpriseEvent = { type: 'UnionFounded', data: { on: '2024-01-01' } };
    const both = [registered, founded, dissolved, anew];
    given(enterprise, ...both)
      .when(foundUnion('2021-05-01'))
      .thenRecords();
    given(enterprise, ...both)
      .when(foundUnion('2022-01-01'))
      .thenRecords();
    given(enterprise, ...both)
      .when(foundUnion('2023-06-01'))
      .thenRecords({ type: 'UnionKnownEarlier', data: { since: '2023-06-01' } });
  });
  it('may be one of a federation, with or without a union of its own', () => {
    const federate: EnterpriseCommand = {
      type: 'FederateUnion',
      data: { on: '2022-01-01', federation: '海州区联合工会' },
    };
    for (const past of [[registered], [registered, founded]])
      given(enterprise, ...past)
        .when(federate)
        .thenRecords(federated);
    given(enterprise, registered, federated).when(federate).thenRecords();
    given(enterprise, registered, federated)
      .when(foundUnion('2023-01-01'))
      .thenRecordsTypes('UnionFounded');
  });
  it('is dissolved where there is one', () => {
    given(enterprise, registered).when(dissolve(on)).thenRefuses('union-to-dissolve');
    given(enterprise, registered, founded)
      .when(dissolve('2021-04-30'))
      .thenRefuses('union-to-dissolve');
    given(enterprise, registered, founded, dissolved)
      .when(dissolve(on))
      .thenRefuses('union-to-dissolve');
    given(enterprise, registered, federated).when(dissolve(on)).thenRecordsTypes('UnionDissolved');
    given(enterprise, registered, founded, dissolved).when(dissolve('2023-01-01')).thenRecords();
  });
  it('has a code of its own that is checked like any other', () => {
    given(enterprise, registered)
      .when({ type: 'FoundUnion', data: { on, creditCode: '81210900MA0123453K' } })
      .thenRefuses('credit-code-sound');
  });
  it('sits beside a congress whose term runs forward', () => {
    const constitute = (termEnd: string): EnterpriseCommand => ({
      type: 'ConstituteCongress',
      data: { on, delegates: 30, termEnd },
    });
    given(enterprise, registered)
      .when(constitute('2024-04-30'))
      .thenRefuses('congress-term-forward');
    given(enterprise, registered)
      .when(constitute('2027-04-30'))
      .thenRecordsTypes('CongressConstituted');
  });
  it('counts members only while it stands', () => {
    const anew: EnterpriseEvent = { type: 'UnionFounded', data: { on: '2024-01-01' } };
    const count = (asOf: string): EnterpriseCommand => ({
      type: 'CountMembers',
      data: { asOf, members: 10 },
    });
    for (const asOf of ['2023-01-01', '2023-12-31'])
      given(enterprise, registered, founded, dissolved, anew)
        .when(count(asOf))
        .thenRefuses('members-need-a-union');
    for (const asOf of ['2022-12-31', '2024-01-01'])
      given(enterprise, registered, founded, dissolved, anew)
        .when(count(asOf))
        .thenRecordsTypes('MembersCounted');
  });
  it('stays dissolved and founded in this order when a day is corrected', () => {
    const anew: EnterpriseEvent = { type: 'UnionFounded', data: { on: '2024-01-01' } };
    const facts = [registered, founded, dissolved, anew];
    const reason = '日期录错';
    const ended = (day: string): EnterpriseCommand => ({
      type: 'CorrectUnionDissolution',
      data: { corrects: 'fact-2', reason, on: day },
    });
    const begun = (corrects: string, day: string): EnterpriseCommand => ({
      type: 'CorrectUnionFounding',
      data: { corrects, reason, on: day },
    });
    given(enterprise, ...facts)
      .when(ended('2021-04-30'))
      .thenRefuses('union-to-dissolve');
    given(enterprise, ...facts)
      .when(ended('2024-01-02'))
      .thenRefuses('unions-in-order');
    given(enterprise, ...facts)
      .when(begun('fact-1', '2023-01-02'))
      .thenRefuses('unions-in-order');
    given(enterprise, ...facts)
      .when(begun('fact-3', '2022-12-31'))
      .thenRefuses('unions-in-order');
    given(enterprise, ...facts)
      .when(ended('2021-05-01'))
      .thenRecordsTypes('UnionDissolutionCorrected');
    given(enterprise, ...facts)
      .when(begun('fact-3', '2023-01-01'))
      .thenRecordsTypes('UnionFoundingCorrected');
  });
});
