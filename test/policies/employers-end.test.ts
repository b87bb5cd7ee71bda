import { describe, expect, it } from 'vitest';
import { bargainingCase } from '../../domain/bargaining-case/decider.ts';
import { collectiveContract } from '../../domain/collective-contract/decider.ts';
import type { EnterpriseEvent } from '../../domain/enterprise/events.ts';
import { changedEmployerIsFollowedInItsContracts } from '../../domain/policies/employers/contract-goes-the-way-of-its-employer.ts';
import { correctedEndMovesTheClosingOfItsCases } from '../../domain/policies/employers/corrected-end-moves-the-closing-of-its-cases.ts';
import { dissolvedEmployerClosesItsCases } from '../../domain/policies/employers/dissolved-employer-closes-its-cases.ts';
import { employerThatGoesOnBargainsOn } from '../../domain/policies/employers/employer-that-goes-on-bargains-on.ts';
import type { EmployerChange } from '../../domain/shared/policy.ts';

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
});

describe('a deregistered employer', () => {
  it('has closed its cases on another day, too, when its own is corrected', () => {
    const { asks, orders } = correctedEndMovesTheClosingOfItsCases;
    const moved: EnterpriseEvent = {
      type: 'DeregistrationCorrected',
      data: { corrects: 'f', reason: '日期录错', on: '2026-06-30' },
    };
    expect(asks?.(moved, 'looms')).toStrictEqual({
      list: 'cases-closed-with-enterprise',
      enterprise: 'looms',
    });
    const command = { type: 'FollowEmployerEnd', data: { on: '2026-06-30', reason: '日期录错' } };
    expect(orders(moved, 'looms', ['case-7'])).toStrictEqual([
      { category: 'bargainingCase', id: 'case-7', command },
    ]);
    expect(bargainingCase.command.parse(command)).toStrictEqual(command);
  });

  it('closes the cases that were opened since when its day is corrected', () => {
    const { asks, orders } = dissolvedEmployerClosesItsCases;
    const moved: EnterpriseEvent = {
      type: 'DeregistrationCorrected',
      data: { corrects: 'f', reason: '日期录错', on: '2026-06-30' },
    };
    expect(asks?.(moved, 'looms')).toStrictEqual({
      list: 'open-cases-of-enterprise',
      enterprise: 'looms',
    });
    const command = { type: 'CloseCase', data: { on: '2026-06-30', ground: 'employer-dissolved' } };
    expect(orders(moved, 'looms', ['case-8'])).toStrictEqual([
      { category: 'bargainingCase', id: 'case-8', command },
    ]);
  });

  it('closes its open cases', () => {
    const { asks, orders } = dissolvedEmployerClosesItsCases;
    expect(asks?.(deregistered, 'looms')).toStrictEqual({
      list: 'open-cases-of-enterprise',
      enterprise: 'looms',
    });
    const command = {
      type: 'CloseCase',
      data: { on: '2026-05-31', ground: 'employer-dissolved' },
    };
    expect(orders(deregistered, 'looms', ['case-7'])).toStrictEqual([
      { category: 'bargainingCase', id: 'case-7', command },
    ]);
    expect(bargainingCase.command.parse(command)).toStrictEqual(command);
  });
});

describe('an end that is taken back', () => {
  const reason = 'struck out by the registrar';
  const takenBack = { takesBack: ['f'], reason, on: '2026-05-31' };
  const goesOn: EnterpriseEvent = { type: 'DeregistrationTakenBack', data: takenBack };
  const ordered = (
    { orders }: { orders: (fact: EnterpriseEvent, id: string, found: string[]) => unknown },
    fact: EnterpriseEvent,
  ) => orders(fact, 'looms', ['x']);

  it('opens again the cases that were closed with it', () => {
    expect(employerThatGoesOnBargainsOn.asks?.(goesOn, 'looms')).toStrictEqual({
      list: 'cases-closed-with-enterprise',
      enterprise: 'looms',
    });
    const command = { type: 'ReopenCase', data: { reason } };
    expect(ordered(employerThatGoesOnBargainsOn, goesOn)).toStrictEqual([
      { category: 'bargainingCase', id: 'x', command },
    ]);
    expect(bargainingCase.command.parse(command)).toStrictEqual(command);
  });
});

it.each([
  changedEmployerIsFollowedInItsContracts,
  dissolvedEmployerClosesItsCases,
  correctedEndMovesTheClosingOfItsCases,
  employerThatGoesOnBargainsOn,
])('nothing else about an enterprise makes $name ask or order', ({ asks, orders }) => {
  const renamed: EnterpriseEvent = {
    type: 'EnterpriseRenamed',
    data: { on: '2026-05-31', name: 'Looms & Co' },
  };
  expect(asks?.(renamed, 'looms')).toBeUndefined();
  expect(orders(renamed, 'looms', [])).toStrictEqual([]);
});
