import { describe, expect, it } from 'vitest';
import { bargainingCase } from '../../domain/bargaining-case/decider.ts';
import { collectiveContract } from '../../domain/collective-contract/decider.ts';
import type { EnterpriseEvent } from '../../domain/enterprise/events.ts';
import {
  caseGoesTheWayOfItsEmployer,
  changedEmployerIsFollowedInItsCases,
} from '../../domain/policies/employers/case-goes-the-way-of-its-employer.ts';
import { changedEmployerIsFollowedInItsContracts } from '../../domain/policies/employers/contract-goes-the-way-of-its-employer.ts';
import type { EmployerChange } from '../../domain/shared/policy.ts';
import { prepared } from '../support/stories/bargaining.ts';

const deregistered: EnterpriseEvent = {
  type: 'EnterpriseDeregistered',
  data: { on: '2026-05-31' },
};

describe('an employer that ends, is merged or split', () => {
  const { asks, orders } = changedEmployerIsFollowedInItsContracts;
  const on = '2026-05-31';
  const act = { enterprise: 'looms', on, heirs: [] } as const;
  const changes: readonly EmployerChange[] = [
    { ...act, id: 'd', to: null, goesOn: false },
    { ...act, id: 'm', to: 'weavers', goesOn: false },
    { ...act, id: 's', to: 'north', goesOn: true },
  ];
  const following = (why: object) => ({
    type: 'FollowEmployer',
    data: {
      changes: [
        { act: 'd', enterprise: 'looms', on },
        { act: 'm', enterprise: 'looms', on, to: 'weavers' },
        { act: 's', enterprise: 'looms', on, to: 'north', ownFrom: on },
      ],
      ...why,
    },
  });
  const origin = 'remains' as const;
  const parts = { successors: ['north'], contractsTo: 'looms', origin };
  const corrects = { corrects: 'f', reason: '登记机关更正', on };
  const takenBack = { takesBack: ['f'], reason: '登记机关更正', on };

  it.each<EnterpriseEvent>([
    deregistered,
    { type: 'DeregistrationCorrected', data: corrects },
    { type: 'DeregistrationTakenBack', data: takenBack },
    { type: 'EnterpriseMergedInto', data: { on, successor: 'weavers' } },
    { type: 'MergerCorrected', data: { ...corrects, successor: 'weavers' } },
    { type: 'MergerTakenBack', data: { ...takenBack, successor: 'weavers' } },
    { type: 'EnterpriseSplitInto', data: { on, ...parts } },
    { type: 'SplitCorrected', data: { ...corrects, ...parts } },
    { type: 'SplitTakenBack', data: { ...takenBack, contractsTo: 'north' } },
    { type: 'EnterpriseVoided', data: { reason: '登记机关更正' } },
    { type: 'EnterpriseFoundDuplicate', data: { of: 'looms-2', reason: '登记机关更正' } },
  ])('is followed in each of its contracts ($type)', (fact) => {
    expect(asks?.(fact, 'looms')).toStrictEqual({
      ...{ list: 'changes-of-employer', of: 'employer', id: 'looms' },
    });
    const anew = 'reason' in fact.data ? { released: 'looms', reason: '登记机关更正' } : {};
    const command = following(anew);
    expect(orders(fact, 'looms', [{ id: 'c1', changes }])).toStrictEqual([
      { category: 'contract', id: 'c1', command },
    ]);
    expect(collectiveContract.command.parse(command)).toStrictEqual(command);
  });

  it.each<EnterpriseEvent>([deregistered, { type: 'DeregistrationCorrected', data: corrects }])(
    'is followed in each of its cases, while it does not go on itself ($type)',
    (fact) => {
      const { asks, orders } = changedEmployerIsFollowedInItsCases;
      expect(asks?.(fact, 'looms')).toStrictEqual({
        ...{ list: 'ends-of-employer', of: 'employer', id: 'looms' },
      });
      const ends = [
        { enterprise: 'looms', on },
        { enterprise: 'looms', on, to: 'weavers' },
      ];
      const why = 'reason' in fact.data ? { reason: '登记机关更正' } : {};
      const command = { type: 'FollowEmployer', data: { ends, ...why } };
      expect(orders(fact, 'looms', [{ id: 'case-7', changes }])).toStrictEqual([
        { category: 'bargainingCase', id: 'case-7', command },
      ]);
      expect(bargainingCase.command.parse(command)).toStrictEqual(command);
    },
  );
});

it.each([changedEmployerIsFollowedInItsContracts, changedEmployerIsFollowedInItsCases])(
  'nothing else about an enterprise makes $name ask or order',
  ({ asks, orders }) => {
    const renamed: EnterpriseEvent = {
      type: 'EnterpriseRenamed',
      data: { on: '2026-05-31', name: 'Looms & Co' },
    };
    expect(asks?.(renamed, 'looms')).toBeUndefined();
    expect(orders(renamed, 'looms', [])).toStrictEqual([]);
  },
);

it('a case without an end of its employer is told nothing when it is opened', () => {
  const { asks, orders } = caseGoesTheWayOfItsEmployer;
  const fact = { type: 'CasePrepared', data: prepared } as const;
  expect(asks?.(fact, 'case-7')).toStrictEqual({
    ...{ list: 'ends-of-employer', of: 'case', id: 'case-7' },
  });
  expect(orders(fact, 'case-7', [{ id: 'case-7', changes: [] }])).toStrictEqual([]);
});
