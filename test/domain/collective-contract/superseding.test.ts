import { describe, it } from 'vitest';
import { collectiveContract } from '../../../domain/collective-contract/decider.ts';
import type { ContractEvent } from '../../../domain/collective-contract/events.ts';
import { given } from '../../support/stories/given.ts';
import {
  clock,
  effect,
  filed,
  inForce,
  signed,
  termClocks,
  terms,
  whose,
  type Said,
} from './facts.ts';

const later = { termStart: '2026-07-01', termEnd: '2027-06-30' };

describe('a renewal', () => {
  const supersede = (on = '2026-09-01', by = 'c2') =>
    ({ type: 'Supersede', data: { on, by } }) as const;
  const superseded = (on = '2026-09-01'): ContractEvent => ({
    type: 'ContractSuperseded',
    data: { on, by: 'c2' },
  });
  const { renewal, term } = termClocks(terms, 'national-wage-2000');
  const back: ContractEvent = {
    type: 'SupersessionTakenBack',
    data: {
      by: 'c2',
      clocks: {
        publication: clock('publication', '2026-06-17', 'national-wage-2000'),
        ...(renewal && { 'renewal-opens': renewal }),
        'term-end': term,
      },
    },
  };
  const takeBack = { type: 'TakeBackSupersession', data: { by: 'c2' } } as const;

  it('supersedes what still runs, once', () => {
    given(collectiveContract, ...inForce)
      .when(supersede())
      .thenRecords(superseded());
    given(collectiveContract, ...inForce, superseded())
      .when(supersede())
      .thenRecords();
  });

  it('leaves alone what ran out before it took effect', () =>
    given(collectiveContract, ...inForce)
      .when(supersede('2027-01-01'))
      .thenRecords());

  it('supersedes from another day when its effect moves', () =>
    given(collectiveContract, ...inForce, superseded())
      .when(supersede('2026-09-04'))
      .thenRecords(back, superseded('2026-09-04')));

  it('gives the old contract back when its effect is taken back, once', () => {
    given(collectiveContract, ...inForce, superseded())
      .when(takeBack)
      .thenRecords(back);
    given(collectiveContract, ...inForce, superseded(), back)
      .when(takeBack)
      .thenRecords();
  });

  it('tells the contract that took effect what it stands in the place of, from the later of effect and term', () =>
    given(collectiveContract, signed({ predecessor: 'c0', ...later }), filed('2026-06-01'))
      .when({ type: 'RecordSilence', data: {} }, '2026-06-17T01:00:00.000Z')
      .thenRecords({
        type: 'ContractTookEffect',
        data: {
          ...(effect('deemed', '2026-06-17').data as Said<'ContractTookEffect'>),
          ...termClocks(later, 'national-wage-2000'),
          replaces: { contract: 'c0', on: '2026-07-01', whose },
        },
      }));

  const follow = (on: string, enterprise: string) =>
    ({ type: 'FollowRenewal', data: { on, by: 'c2', whose: { ...whose, enterprise } } }) as const;
  const passed = (on: string): ContractEvent => ({
    type: 'ContractPassedToSuccessor',
    data: { on, from: 'looms', to: 'weavers' },
  });

  it('supersedes what its employer has on the day it takes effect, and what another has no more', () => {
    const has = (on: string) => [...inForce, passed(on)];
    given(collectiveContract, ...has('2026-09-01'))
      .when(follow('2026-09-01', 'weavers'))
      .thenRecords(superseded());
    given(collectiveContract, ...has('2026-09-02'))
      .when(follow('2026-09-01', 'weavers'))
      .thenRecords();
    given(collectiveContract, ...has('2026-09-02'), superseded())
      .when(follow('2026-09-01', 'weavers'))
      .thenRecords(back);
    given(collectiveContract, ...has('2026-09-01'), superseded())
      .when(follow('2026-09-01', 'weavers'))
      .thenRecords();
  });

  it('on another day is its end until its way is told up to then', () => {
    given(collectiveContract, ...inForce, superseded())
      .when(follow('2026-09-04', 'weavers'))
      .thenRecords(back, superseded('2026-09-04'));
    given(collectiveContract, ...inForce, superseded('2026-09-04'))
      .when(follow('2026-09-04', 'weavers'))
      .thenRecords(back);
    given(collectiveContract, ...inForce)
      .when(follow('2027-01-01', 'looms'))
      .thenRecords();
  });
});
