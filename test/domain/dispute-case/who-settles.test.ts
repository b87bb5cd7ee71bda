import { describe, expect, it } from 'vitest';
import type { DisputeCommand } from '../../../domain/dispute-case/commands.ts';
import {
  accept,
  agreeTo,
  amend,
  assign,
  claim,
  collective,
  receive,
  session,
  settle,
  settling,
  sign,
  signAll,
  stateAfter,
  story,
  twelve,
} from '../../support/stories/disputes.ts';

const newcomer: DisputeCommand = {
  type: 'JoinClaimant',
  data: { claimant: 'late-one', on: '2026-03-12' },
};
const elect: DisputeCommand = {
  type: 'ElectRepresentatives',
  data: { on: '2026-03-12', representatives: ['w1', 'w2', 'w3'] },
};
const items = [{ item: 'i1', ground: 'pay', fen: 2_000_000, due: '2026-04-30' }] as const;
const whole = settle({ items: [...items], consents: twelve });
const opened = [agreeTo(), accept(), assign(), session()];
const represented = [...collective, ...opened];
const dies = (claimant: string, ...successors: string[]): DisputeCommand => ({
  type: 'SucceedClaimant',
  data: { claimant, successors, on: '2026-03-10' },
});

describe('an agreement over the whole dispute', () => {
  it('does not settle for somebody who joined after it was reached and agreed to nothing', () => {
    story(...represented, whole, newcomer)
      .when(sign('workers', { persons: ['w1'] }))
      .thenRefuses('represented-consents');
    story(...represented, whole, ...signAll({}, ['w1']).slice(0, 3), newcomer)
      .when(sign('body'))
      .thenRefuses('represented-consents');
    story(...settling, ...signAll().slice(0, 3), newcomer)
      .when(sign('body'))
      .thenRefuses('sides-sign');
  });
  it('is signed by representatives only for those who consented, whenever these were elected', () => {
    const many = [receive({ claimants: twelve, claim: 'common' }), ...opened];
    story(...many, settle({ items: [...items] }), elect)
      .when(sign('workers', { persons: ['w1'] }))
      .thenRefuses('represented-consents');
    story(...many, whole, elect)
      .when(sign('workers', { persons: ['w1'] }))
      .thenRecordsTypes('SettlementSigned');
  });
  it('needs no signature of somebody who left before it was signed', () => {
    const two = [receive({ claimants: ['wang', 'li'] }), ...opened];
    const left: DisputeCommand = {
      type: 'RecordClaimantLeaving',
      data: { claimant: 'li', on: '2026-03-12' },
    };
    const both = settle({ items: [...items], claimants: ['wang', 'li'] });
    expect(stateAfter(...two, both, left, ...signAll()).claimants).toStrictEqual({
      wang: 'settled',
      li: 'left',
    });
  });
});

describe('whoever takes over from one who died', () => {
  const widowed = [
    receive({ claimants: ['wang', 'li'] }),
    claim(),
    claim({ claim: 'c2', claimant: 'li' }),
    ...opened,
    dies('wang', 'wife'),
  ];
  it('settles over his claims', () => {
    const hers = [{ ...items[0], claim: 'c1' }];
    const agreement = settle({ claimants: ['wife'], items: hers });
    expect(stateAfter(...widowed, agreement, ...signAll({}, ['wife'])).claimants).toStrictEqual({
      wang: 'left',
      li: 'open',
      wife: 'settled',
    });
    story(...widowed)
      .when(settle({ claimants: ['li'], items: hers }))
      .thenRefuses('items-of-those-who-settle');
  });
  it('signs the agreement that he had reached', () => {
    const two = [receive({ claimants: ['wang', 'li'] }), claim(), ...opened];
    const reached = settle({ claimants: ['wang'], items: [{ ...items[0], claim: 'c1' }] });
    story(...two, reached, dies('wang', 'wife'))
      .when(sign('workers', { persons: ['wang'] }))
      .thenRefuses('sides-sign');
    story(...two, reached, dies('wang', 'wife'))
      .when(sign('workers', { persons: ['wife'] }))
      .thenRecordsTypes('SettlementSigned');
  });
  it('is asked, and not the dead, before a representative waives his claim', () => {
    const theirs = [...represented, dies('w5', 'wife')];
    story(...theirs)
      .when(amend({ claim: 'c5', consents: ['w5'] }))
      .thenRefuses('represented-consents');
    story(...theirs)
      .when(amend({ claim: 'c5', consents: ['wife'] }))
      .thenRecordsTypes('ClaimAmended');
  });
  it('keeps a claim of his own open when what he takes over is settled', () => {
    const own = [receive({ claimants: ['wang', 'li'] }), claim(), ...opened];
    const settledOne = [
      ...own,
      settle({ claimants: ['wang'], items: [...items] }),
      ...signAll({}, ['wang']),
    ];
    expect(stateAfter(...settledOne, dies('wang', 'li')).claimants).toStrictEqual({
      wang: 'left',
      li: 'open',
    });
  });
  it('is not one who died himself', () => {
    story(...widowed)
      .when(dies('wife', 'wang'))
      .thenRefuses('claimant-once');
    story(...widowed)
      .when({ type: 'JoinClaimant', data: { claimant: 'wang', on: '2026-03-12' } })
      .thenRefuses('claimant-once');
  });
});
