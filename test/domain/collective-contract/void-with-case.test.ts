import { describe, it } from 'vitest';
import { collectiveContract } from '../../../domain/collective-contract/decider.ts';
import type { ContractEvent } from '../../../domain/collective-contract/events.ts';
import { given } from '../../support/stories/given.ts';
import { inForce, registered, signed } from './facts.ts';

const withCase = (id = 'case-7') =>
  ({ type: 'VoidWithCase', data: { case: id, reason: '重复立案' } }) as const;
const voided: ContractEvent = { type: 'ContractVoided', data: { reason: '重复立案' } };

describe('a contract whose case is struck out', () => {
  it.each([
    ['signed', [signed()]],
    ['in force', inForce],
    ['ended', [...inForce, { type: 'ContractSuperseded', data: { on: '2026-09-01', by: 'c2' } }]],
  ] as [string, ContractEvent[]][])('is void, too, when it is %s', (_, facts) => {
    given(collectiveContract, ...facts)
      .when(withCase())
      .thenRecords(voided);
    given(collectiveContract, ...facts, voided)
      .when(withCase())
      .thenRecords();
  });

  it('stays void for the reason it was void before', () =>
    given(collectiveContract, signed(), { type: 'ContractVoided', data: { reason: 'twice' } })
      .when(withCase())
      .thenRecords());

  it('is left alone when another case made it, or none', () => {
    given(collectiveContract, signed()).when(withCase('case-8')).thenRecords();
    given(collectiveContract, registered()).when(withCase()).thenRecords();
  });
});
