import { describe, expect, it } from 'vitest';
import { collectiveContract } from '../../../domain/collective-contract/decider.ts';
import type { ContractEvent } from '../../../domain/collective-contract/events.ts';
import { fold } from '../../../domain/shared/decider.ts';
import { given, recorded } from '../../support/stories/given.ts';
import { inForce, past } from './facts.ts';

const passing = (from: string, to: string, on: string) =>
  ({ type: 'ContractPassedToSuccessor', data: { on, from, to } }) satisfies ContractEvent;
const pass = (from: string, to: string, on: string) =>
  ({ type: 'PassToSuccessor', data: { on, from, to } }) as const;
const chain: ContractEvent[] = [
  ...inForce,
  passing('looms', 'weavers', '2026-09-01'),
  passing('weavers', 'spinners', '2026-10-01'),
];
const reason = '承继更正 / the succession was corrected';
const employerAfter = (...facts: ContractEvent[]) =>
  fold(collectiveContract, recorded(facts)).enterprise;

describe('a contract that passed on twice', () => {
  const moved: ContractEvent = {
    type: 'SuccessionCorrected',
    data: { corrects: 'fact-3', reason, on: '2026-10-01', from: 'looms', to: 'weavers' },
  };
  const elsewhere: ContractEvent = {
    type: 'SuccessionCorrected',
    data: { corrects: 'fact-3', reason, on: '2026-09-01', from: 'looms', to: 'dyers' },
  };
  const stray: ContractEvent = {
    type: 'SuccessionTakenBack',
    data: { takesBack: ['fact-4'], reason, from: 'weavers', to: 'spinners' },
  };

  it('passed on for the first time on another day, up to the day of the second', () => {
    given(collectiveContract, ...chain)
      .when(pass('looms', 'weavers', '2026-10-01'))
      .thenRecords(moved);
    given(collectiveContract, ...chain, moved)
      .when(pass('looms', 'weavers', '2026-10-01'))
      .thenRecords();
    expect(employerAfter(...chain, moved)).toBe('spinners');
    // Later than that, it was not there to go on with the second: what did happen to it is told anew.
    given(collectiveContract, ...chain)
      .when(pass('looms', 'weavers', '2026-10-02'))
      .thenRecordsTypes('SuccessionCorrected', 'SuccessionTakenBack');
    given(collectiveContract, ...chain)
      .when(pass('weavers', 'spinners', '2026-08-31'))
      .thenRefuses('successions-in-order');
    given(collectiveContract, ...chain)
      .when(pass('spinners', 'dyers', '2026-09-30'))
      .thenRefuses('successions-in-order');
  });
  it('did not go on from one that it never came to', () => {
    given(collectiveContract, ...chain)
      .when(pass('looms', 'dyers', '2026-09-01'))
      .thenRecords(elsewhere, stray);
    given(collectiveContract, ...chain, elsewhere, stray)
      .when(pass('looms', 'dyers', '2026-09-01'))
      .thenRecords();
    expect(employerAfter(...chain, elsewhere, stray)).toBe('dyers');
  });
  it('returns to the first when the first merger was none', () => {
    const say = { type: 'TakeBackSuccession', data: { from: 'looms', reason } } as const;
    const returned: ContractEvent = {
      type: 'SuccessionTakenBack',
      data: { takesBack: ['fact-3', 'fact-4'], reason, from: 'looms', to: 'spinners' },
    };
    given(collectiveContract, ...chain)
      .when(say)
      .thenRecords(returned);
    given(collectiveContract, ...chain, returned)
      .when(say)
      .thenRecords();
    expect(employerAfter(...chain, returned)).toBe('looms');
  });
  it('goes on when it had ended with one that it never came to', () => {
    const ended: ContractEvent = {
      type: 'ContractEndedWithEmployer',
      data: { on: '2026-11-01', enterprise: 'spinners' },
    };
    given(collectiveContract, ...chain, ended)
      .when({ type: 'TakeBackSuccession', data: { from: 'looms', reason } })
      .thenRecordsTypes('SuccessionTakenBack', 'EmployerEndTakenBack');
    given(collectiveContract, ...chain, ended)
      .when(pass('looms', 'dyers', '2026-09-01'))
      .thenRecordsTypes('SuccessionCorrected', 'SuccessionTakenBack', 'EmployerEndTakenBack');
  });
});

describe('a contract of an employer that was split twice', () => {
  const act = (id: string, from: string, to: string, on: string): ContractEvent => ({
    type: 'ContractPassedToSuccessor',
    data: { on, from, to, act: id },
  });
  const order = (id: string, to: string, on: string, over: object = {}) =>
    ({ type: 'PassToSuccessor', data: { on, from: 'looms', to, act: id, ...over } }) as const;
  const back = (id: string) =>
    ({ type: 'TakeBackSuccession', data: { from: 'looms', reason, act: id } }) as const;
  // Signed on 20 May 2026.
  const first = [...inForce, act('split-1', 'looms', 'weavers', '2026-09-01')];
  const second = [...inForce, act('split-2', 'looms', 'dyers', '2026-10-01')];

  it('went with the first split and is left alone by the second, and by a merger after it', () => {
    given(collectiveContract, ...first)
      .when(order('split-2', 'dyers', '2026-10-01'))
      .thenRecords();
    given(collectiveContract, ...first)
      .when(order('split-2', 'dyers', '2026-09-01'))
      .thenRecords();
    given(collectiveContract, ...first)
      .when(back('split-2'))
      .thenRecords();
  });

  it('follows the correction of its own split only', () => {
    given(collectiveContract, ...first)
      .when(order('split-1', 'weavers', '2026-09-02'))
      .thenRecords({
        type: 'SuccessionCorrected',
        data: {
          ...{ corrects: 'fact-3', reason, on: '2026-09-02' },
          ...{ from: 'looms', to: 'weavers', act: 'split-1' },
        },
      });
    given(collectiveContract, ...first)
      .when(back('split-1'))
      .thenRecordsTypes('SuccessionTakenBack');
    given(collectiveContract, ...second)
      .when(back('split-1'))
      .thenRecords();
  });

  it('that went with the second one goes with the first, when that one is recorded late', () =>
    given(collectiveContract, ...second)
      .when(order('split-1', 'weavers', '2026-09-30', { ownFrom: '2026-09-30' }))
      .thenRecords({
        type: 'SuccessionCorrected',
        data: {
          ...{ corrects: 'fact-3', reason, on: '2026-09-30' },
          ...{ from: 'looms', to: 'weavers', act: 'split-1' },
        },
      }));

  it('is its own where it goes on and signed it from the day of the split', () => {
    const on = '2026-05-20';
    given(collectiveContract, ...inForce)
      .when(order('split-1', 'weavers', on, { ownFrom: on }))
      .thenRecords();
    given(collectiveContract, ...second)
      .when(order('split-1', 'weavers', on, { ownFrom: on }))
      .thenRecords();
    given(collectiveContract, ...inForce)
      .when(order('split-1', 'weavers', '2026-05-21', { ownFrom: '2026-05-21' }))
      .thenRecordsTypes('ContractPassedToSuccessor');
    // Where it ceased nothing can be its own.
    given(collectiveContract, ...inForce)
      .when(order('split-1', 'weavers', on))
      .thenRecordsTypes('ContractPassedToSuccessor');
  });

  it('returns when the corrected day leaves it with the one that goes on', () => {
    const say = order('split-1', 'weavers', '2026-05-20', { ownFrom: '2026-05-20' });
    const returned: ContractEvent = {
      type: 'SuccessionTakenBack',
      data: { takesBack: ['fact-3'], reason, from: 'looms', to: 'weavers' },
    };
    given(collectiveContract, ...first)
      .when(say)
      .thenRecords(returned);
    given(collectiveContract, ...first, returned)
      .when(say)
      .thenRecords();
  });

  it('whose passing does not say by what is told by its employer', () =>
    given(collectiveContract, ...inForce, passing('looms', 'weavers', '2026-09-01'))
      .when(order('split-1', 'weavers', '2026-09-02'))
      .thenRecordsTypes('SuccessionCorrected'));
});

it('a contract does not end with an employer that ended before it passed to it', () => {
  const end = (on: string) =>
    given(collectiveContract, ...inForce, passing('looms', 'weavers', '2026-09-01')).when({
      type: 'EndWithEmployer',
      data: { on, enterprise: 'weavers' },
    });
  end('2026-08-31').thenRefuses('end-after-succession');
  end('2026-09-01').thenRecordsTypes('ContractEndedWithEmployer');
});

it('a contract of an older register is registered once, also after it passed on', () => {
  const history: ContractEvent = {
    type: 'ContractRegisteredAsHistory',
    data: { ...past, coverage: 'ALL_IN_SCOPE' },
  };
  given(collectiveContract, history, passing('looms', 'weavers', '2026-05-01'))
    .when({ type: 'RegisterAsHistory', data: past })
    .thenRecords();
});
