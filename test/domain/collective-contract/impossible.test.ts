import { describe, it } from 'vitest';
import { collectiveContract } from '../../../domain/collective-contract/decider.ts';
import { given } from '../../support/stories/given.ts';
import { amendment, inForce, past, terms, type Asked } from './facts.ts';

const at = '2026-09-01T01:00:00.000Z';
const sign = (over: Partial<Asked<'Sign'>>) =>
  given(collectiveContract).when({ type: 'Sign', data: { ...terms, ...over } }, at);
const register = (over: Partial<Asked<'RegisterAsHistory'>>) =>
  given(collectiveContract).when({ type: 'RegisterAsHistory', data: { ...past, ...over } }, at);
const amend = (over: Partial<Asked<'SignAmendment'>>) =>
  given(collectiveContract, ...inForce).when(
    { type: 'SignAmendment', data: { ...amendment, ...over } },
    at,
  );
const percent = (basisPoints: number) => [
  { by: 'percent', effectiveOn: '2026-01-01', basisPoints } as const,
];
const clause = { id: 'raise', topic: 'wage-increase', title: 'Five per cent' } as const;
const twice = [clause, { ...clause, title: 'Six per cent' }];

describe('a contract, signed or from a record', () => {
  it('is of a kind that its law knows', () => {
    sign({ profile: 'us-nlra', kind: 'wage' }).thenRecordsTypes(
      'ContractSigned',
      'ContractTookEffect',
    );
    sign({ profile: 'us-nlra', kind: 'women' }).thenRefuses(
      'profile-fits',
      '美国《国家劳动关系法》第8条(d)款',
    );
    sign({ profile: 'shandong-wage-2017', kind: 'safety' }).thenRefuses('profile-fits');
    register({ profile: 'us-nlra', kind: 'safety' }).thenRefuses('profile-fits');
  });
  it('has no more women than workers', () => {
    sign({ workers: 10, women: 10 }).thenRecordsTypes('ContractSigned');
    sign({ workers: 10, women: 11 }).thenRefuses('parts-within-workers');
    register({ workers: 10, women: 20 }).thenRefuses('parts-within-workers');
    register({ workers: undefined, women: 20 }).thenRecordsTypes('ContractRegisteredAsHistory');
  });
  it('cuts no wage by all of it', () => {
    sign({ steps: percent(-9_999) }).thenRecordsTypes('ContractSigned');
    sign({ steps: percent(-10_000) }).thenRefuses('wage-cut-below-nothing');
    register({ steps: percent(-99_999) }).thenRefuses('wage-cut-below-nothing');
    amend({ steps: percent(-99_999) }).thenRefuses('wage-cut-below-nothing');
  });
  it('names each clause once', () => {
    sign({ clauses: twice }).thenRefuses('clause-id-once');
    register({ clauses: twice }).thenRefuses('clause-id-once');
    amend({ clauses: twice }).thenRefuses('clause-id-once');
    amend({ clauses: twice.slice(1) }).thenRecordsTypes('AmendmentSigned');
  });
});
