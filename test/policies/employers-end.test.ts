import { describe, expect, it } from 'vitest';
import { bargainingCase } from '../../domain/bargaining-case/decider.ts';
import { collectiveContract } from '../../domain/collective-contract/decider.ts';
import type { EnterpriseEvent } from '../../domain/enterprise/events.ts';
import { correctedEndMovesTheClosingOfItsCases } from '../../domain/policies/employers/corrected-end-moves-the-closing-of-its-cases.ts';
import { deregisteredEmployerEndsItsContracts } from '../../domain/policies/employers/deregistered-employer-ends-its-contracts.ts';
import { dissolvedEmployerClosesItsCases } from '../../domain/policies/employers/dissolved-employer-closes-its-cases.ts';
import { employerThatGoesOnBargainsOn } from '../../domain/policies/employers/employer-that-goes-on-bargains-on.ts';
import { employerThatGoesOnHasItsContractsAgain } from '../../domain/policies/employers/employer-that-goes-on-has-its-contracts-again.ts';
import { mergedEmployerPassesItsContractsOn } from '../../domain/policies/employers/merged-employer-passes-its-contracts-on.ts';
import { mergerOrSplitUndoneReturnsContracts } from '../../domain/policies/employers/merger-or-split-undone-returns-contracts.ts';
import type { Happened } from '../../domain/shared/policy.ts';
import { splitEmployerPassesItsContractsOn } from '../../domain/policies/employers/split-employer-passes-its-contracts-on.ts';

const deregistered: EnterpriseEvent = {
  type: 'EnterpriseDeregistered',
  data: { on: '2026-05-31' },
};
const merged: Happened<EnterpriseEvent> = {
  id: 'm',
  type: 'EnterpriseMergedInto',
  data: { on: '2026-05-31', successor: 'weavers' },
};
const split = (contractsTo: string): Happened<EnterpriseEvent> => ({
  id: 's',
  type: 'EnterpriseSplitInto',
  data: { on: '2026-05-31', successors: ['north', 'south'], contractsTo, origin: 'remains' },
});
const contracts = { list: 'contracts-of-enterprise', enterprise: 'looms' };
const passing = (to: string, act: string, over: object = {}) => ({
  type: 'PassToSuccessor',
  data: { on: '2026-05-31', from: 'looms', to, act, ...over },
});
const ownFrom = { ownFrom: '2026-05-31' };

describe('a deregistered employer', () => {
  it('ends each of its contracts', () => {
    const { asks, orders } = deregisteredEmployerEndsItsContracts;
    expect(asks?.(deregistered, 'looms')).toStrictEqual(contracts);
    const command = {
      type: 'EndWithEmployer',
      data: { on: '2026-05-31', enterprise: 'looms' },
    };
    expect(orders(deregistered, 'looms', ['c1', 'c2'])).toStrictEqual([
      { category: 'contract', id: 'c1', command },
      { category: 'contract', id: 'c2', command },
    ]);
    expect(collectiveContract.command.parse(command)).toStrictEqual(command);
  });

  it('ends them on another day when its own is corrected', () =>
    expect(
      deregisteredEmployerEndsItsContracts.orders(
        {
          type: 'DeregistrationCorrected',
          data: { corrects: 'f', reason: 'x', on: '2026-06-30' },
        },
        'looms',
        ['c1'],
      ),
    ).toStrictEqual([
      {
        category: 'contract',
        id: 'c1',
        command: { type: 'EndWithEmployer', data: { on: '2026-06-30', enterprise: 'looms' } },
      },
    ]));

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

describe('an employer that is merged or split', () => {
  it('passes its contracts to the one that absorbs it', () => {
    const { asks, orders } = mergedEmployerPassesItsContractsOn;
    expect(asks?.(merged, 'looms')).toStrictEqual(contracts);
    expect(orders(merged, 'looms', ['c1'])).toStrictEqual([
      { category: 'contract', id: 'c1', command: passing('weavers', 'm') },
    ]);
    for (const command of [passing('weavers', 'm'), passing('weavers', 's', ownFrom)])
      expect(collectiveContract.command.parse(command)).toStrictEqual(command);
  });

  it('passes them to the named successor', () => {
    const { asks, orders } = splitEmployerPassesItsContractsOn;
    expect(asks?.(split('north'), 'looms')).toStrictEqual(contracts);
    expect(orders(split('north'), 'looms', ['c1'])).toStrictEqual([
      { category: 'contract', id: 'c1', command: passing('north', 's', ownFrom) },
    ]);
  });

  it('names the merger or split that is corrected, and keeps nothing where it ceases', () => {
    const corrects = { corrects: 'f', reason: 'x' };
    const on = '2026-05-31';
    const again = [
      mergedEmployerPassesItsContractsOn.orders(
        { id: 'g', type: 'MergerCorrected', data: { ...corrects, on, successor: 'weavers' } },
        'looms',
        ['c1'],
      ),
      splitEmployerPassesItsContractsOn.orders(
        {
          ...{ id: 'g', type: 'SplitCorrected' },
          data: {
            ...corrects,
            on,
            successors: ['weavers'],
            contractsTo: 'weavers',
            origin: 'ceases',
          },
        },
        'looms',
        ['c1'],
      ),
    ];
    for (const orders of again)
      expect(orders).toStrictEqual([
        { category: 'contract', id: 'c1', command: passing('weavers', 'f') },
      ]);
  });

  it('takes them back when the split is corrected to leave them with it', () => {
    const corrected: EnterpriseEvent = {
      type: 'SplitCorrected',
      data: {
        ...{ on: '2026-05-31', successors: ['north'], contractsTo: 'looms', origin: 'remains' },
        ...{ corrects: 'f', reason: '合同仍由原企业履行' },
      },
    };
    const { asks, orders } = splitEmployerPassesItsContractsOn;
    expect(asks?.(corrected, 'looms')).toStrictEqual(contracts);
    const command = {
      type: 'TakeBackSuccession',
      data: { from: 'looms', reason: '合同仍由原企业履行', act: 'f' },
    };
    expect(orders(corrected, 'looms', ['c1'])).toStrictEqual([
      { category: 'contract', id: 'c1', command },
    ]);
  });

  it('keeps what it names itself for', () =>
    expect(splitEmployerPassesItsContractsOn.asks?.(split('looms'), 'looms')).toBeUndefined());
});

describe('an end that is taken back', () => {
  const reason = 'struck out by the registrar';
  const takenBack = { takesBack: ['f'], reason, on: '2026-05-31' };
  const goesOn: EnterpriseEvent = { type: 'DeregistrationTakenBack', data: takenBack };
  const ordered = (
    { orders }: { orders: (fact: EnterpriseEvent, id: string, found: string[]) => unknown },
    fact: EnterpriseEvent,
  ) => orders(fact, 'looms', ['x']);

  it('gives the contracts that ended with the employer back to it', () => {
    expect(employerThatGoesOnHasItsContractsAgain.asks?.(goesOn, 'looms')).toStrictEqual(contracts);
    const command = { type: 'TakeBackEmployerEnd', data: { enterprise: 'looms', reason } };
    expect(ordered(employerThatGoesOnHasItsContractsAgain, goesOn)).toStrictEqual([
      { category: 'contract', id: 'x', command },
    ]);
    expect(collectiveContract.command.parse(command)).toStrictEqual(command);
  });
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
  it.each<EnterpriseEvent>([
    { type: 'MergerTakenBack', data: { ...takenBack, successor: 'weavers' } },
    { type: 'SplitTakenBack', data: { ...takenBack, contractsTo: 'north' } },
  ])('returns the contracts that passed on ($type)', (fact) => {
    expect(mergerOrSplitUndoneReturnsContracts.asks?.(fact, 'looms')).toStrictEqual(contracts);
    const command = { type: 'TakeBackSuccession', data: { from: 'looms', reason, act: 'f' } };
    expect(ordered(mergerOrSplitUndoneReturnsContracts, fact)).toStrictEqual([
      { category: 'contract', id: 'x', command },
    ]);
    expect(collectiveContract.command.parse(command)).toStrictEqual(command);
  });
});

it.each([
  deregisteredEmployerEndsItsContracts,
  dissolvedEmployerClosesItsCases,
  correctedEndMovesTheClosingOfItsCases,
  mergedEmployerPassesItsContractsOn,
  splitEmployerPassesItsContractsOn,
  employerThatGoesOnHasItsContractsAgain,
  employerThatGoesOnBargainsOn,
  mergerOrSplitUndoneReturnsContracts,
])('nothing else about an enterprise makes $name ask or order', ({ asks, orders }) => {
  const renamed: EnterpriseEvent = {
    type: 'EnterpriseRenamed',
    data: { on: '2026-05-31', name: 'Looms & Co' },
  };
  expect(asks?.(renamed, 'looms')).toBeUndefined();
  expect(orders(renamed, 'looms', [])).toStrictEqual([]);
});
