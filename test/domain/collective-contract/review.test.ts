import { describe, expect, it } from 'vitest';
import type { ContractCommand } from '../../../domain/collective-contract/commands.ts';
import { collectiveContract } from '../../../domain/collective-contract/decider.ts';
import { fold, openTo } from '../../../domain/shared/decider.ts';
import { given, recorded } from '../../support/stories/given.ts';
import {
  amended,
  amendment,
  clock,
  effect,
  filed,
  filedBy,
  inForce,
  objected,
  objection,
  refiled,
  signed,
  type Said,
} from './facts.ts';

const silence: ContractCommand = { type: 'RecordSilence', data: {} };
const underReview = [signed(), filed('2026-06-01')] as const;
const file = (data: ReturnType<typeof filedBy>) => ({ type: 'File', data }) as const;
const object = (on: string) => ({ type: 'Object', data: objection(on) }) as const;
const data = (mode: 'explicit' | 'deemed', on: string) =>
  effect(mode, on).data as Said<'ContractTookEffect'>;
const later = '2026-08-01T01:00:00.000Z';

describe('filing', () => {
  it('starts the review at receipt', () =>
    given(collectiveContract, signed())
      .when(file(filedBy('2026-06-01')))
      .thenRecords(filed('2026-06-01')));

  it('is recorded once', () =>
    given(collectiveContract, ...underReview)
      .when(file(filedBy('2026-06-01')))
      .thenRecords());

  it('is not done twice without an objection', () =>
    given(collectiveContract, ...underReview)
      .when(file(filedBy('2026-06-02', 'A2')))
      .thenRefuses('file-what-is-signed'));

  it('follows the signature', () =>
    given(collectiveContract, signed())
      .when(file(filedBy('2026-05-19')))
      .thenRefuses('file-after-signing'));

  it('is received on or after the day it is filed', () =>
    given(collectiveContract, signed())
      .when(file({ ...filedBy('2026-05-25'), filedOn: '2026-05-26' }))
      .thenRefuses('file-after-signing'));

  it('is not recorded before it happened', () =>
    given(collectiveContract, signed())
      .when(file(filedBy('2026-06-02')))
      .thenRefuses('not-in-the-future'));

  it('is unknown where the law knows no review', () => {
    // A record that a place without review could only have by another route.
    given(collectiveContract, signed({ profile: 'us-nlra' }))
      .when(file(filedBy('2026-06-01')), later)
      .thenRefuses('no-filing-here');
  });
});

describe('silence', () => {
  it.each(['2026-06-16T16:00:00.000Z', '2026-06-18T20:00:00.000Z'])(
    'gives effect on the legal day, though the clock woke at %s',
    (at) =>
      given(collectiveContract, ...underReview)
        .when(silence, at)
        .thenRecords(effect('deemed', '2026-06-17')),
  );

  it('is not consent before midnight where the parties are', () =>
    given(collectiveContract, ...underReview)
      .when(silence, '2026-06-16T15:59:59.999Z')
      .thenRefuses(
        'silence-must-run',
        clock('review', '2026-06-01', 'national-wage-2000').article,
      ));

  it('counts from the rolled day: received on Friday 26 June, in effect from Tuesday 14 July', () =>
    given(collectiveContract, signed(), filed('2026-06-26'))
      .when(silence, '2026-07-13T16:00:00.000Z')
      .thenRecords(effect('deemed', '2026-07-14')));

  it('gives effect once, however often the clock wakes', () =>
    given(collectiveContract, ...inForce)
      .when(silence, later)
      .thenRecords());

  it('means nothing before filing', () =>
    given(collectiveContract, signed()).when(silence, later).thenRefuses('silence-must-run'));
});

describe('an objection', () => {
  it('is made on the last day', () =>
    given(collectiveContract, ...underReview)
      .when(object('2026-06-16'), '2026-06-16T08:00:00.000Z')
      .thenRecords(objected('2026-06-16')));

  it('is refused when it is dated day sixteen', () =>
    given(collectiveContract, ...underReview)
      .when(object('2026-06-17'), later)
      .thenRefuses('object-in-time'));

  it('is refused when it is dated day sixteen, after silence gave effect too', () =>
    given(collectiveContract, ...inForce)
      .when(object('2026-06-17'), later)
      .thenRefuses('object-in-time'));

  it('dated in time and recorded late takes back what the clock recorded', () =>
    given(collectiveContract, ...inForce)
      .when(object('2026-06-16'), later)
      .thenRecords(
        {
          type: 'EffectTakenBack',
          data: { effect: 'fact-2', because: 'objection-in-time', review: 'review' },
        },
        objected('2026-06-16'),
      ));

  it('is recorded once', () =>
    given(collectiveContract, ...underReview, objected('2026-06-10'))
      .when(object('2026-06-10'), later)
      .thenRecords());

  it('is not made before receipt', () =>
    given(collectiveContract, ...underReview)
      .when(object('2026-05-31'), later)
      .thenRefuses('review-starts-at-receipt'));

  it('is not recorded before it happened', () =>
    given(collectiveContract, ...underReview)
      .when(object('2026-06-10'), '2026-06-09T15:00:00.000Z')
      .thenRefuses('not-in-the-future'));

  it('is not made to a contract that was approved', () =>
    given(collectiveContract, ...underReview, effect('explicit', '2026-06-05'))
      .when(object('2026-06-10'), later)
      .thenRefuses('review-is-open'));
});

describe('after an objection', () => {
  const refile = (day: string) => ({ type: 'Refile', data: filedBy(day, 'A2') }) as const;
  const facts = [...underReview, objected('2026-06-10')] as const;

  it('the contract is filed anew with a clock of its own', () =>
    given(collectiveContract, ...facts)
      .when(refile('2026-06-25'), later)
      .thenRecords(refiled('2026-06-25')));

  it('it is refiled, not filed', () =>
    given(collectiveContract, ...facts)
      .when(file(filedBy('2026-06-25', 'A2')), later)
      .thenRefuses('file-what-is-signed'));

  it('it is not refiled before the objection', () =>
    given(collectiveContract, ...facts)
      .when(refile('2026-06-09'), later)
      .thenRefuses('file-after-signing'));

  it('nothing is refiled that was not objected to', () =>
    given(collectiveContract, ...underReview)
      .when(refile('2026-06-25'), later)
      .thenRefuses('refile-what-was-objected'));
});

describe('an approval', () => {
  const approve = (on: string) => ({ type: 'Approve', data: { on } }) as const;

  it('gives effect on its day', () =>
    given(collectiveContract, ...underReview)
      .when(approve('2026-06-05'), later)
      .thenRecords(effect('explicit', '2026-06-05')));

  it('is recorded once', () =>
    given(collectiveContract, ...underReview, effect('explicit', '2026-06-05'))
      .when(approve('2026-06-05'), later)
      .thenRecords());

  it('comes too late on day sixteen', () =>
    given(collectiveContract, ...underReview)
      .when(approve('2026-06-17'), later)
      .thenRefuses('approve-in-time'));

  it('dated in time and recorded late corrects what the clock recorded', () =>
    given(collectiveContract, ...inForce)
      .when(approve('2026-06-16'), later)
      .thenRecords({
        type: 'EffectCorrected',
        data: {
          corrects: 'fact-2',
          reason: '审查期内已通过，迟登记 / approved within the review, recorded late',
          ...data('explicit', '2026-06-16'),
        },
      }));
});

describe('an amendment', () => {
  const facts = [...inForce, amended(), filed('2026-08-05')] as const;

  it('is signed while the old text binds, and filed like it', () =>
    given(collectiveContract, ...inForce)
      .when({ type: 'SignAmendment', data: amendment }, '2026-08-03T01:00:00.000Z')
      .thenRecords(amended()));

  it('is signed once, however often its case reports it', () =>
    given(collectiveContract, ...facts)
      .when({ type: 'SignAmendment', data: amendment }, later)
      .thenRecords());

  it('waits until another one is through', () =>
    given(collectiveContract, ...facts)
      .when({ type: 'SignAmendment', data: { ...amendment, case: 'case-10' } }, later)
      .thenRefuses('amend-what-is-in-force'));

  it('binds from its own effect by silence', () =>
    given(collectiveContract, ...facts)
      .when(silence, '2026-08-21T01:00:00.000Z')
      .thenRecords(effect('deemed', '2026-08-21')));

  it('leaves the old text in force when it is objected to', () => {
    const state = fold(collectiveContract, recorded([...facts, objected('2026-08-10')]));
    expect(state.phase).toBe('amendment-objected');
    expect(state.effects.map(({ on }) => on)).toStrictEqual(['2026-06-17']);
  });

  it('can be signed anew after an objection', () =>
    given(collectiveContract, ...facts, objected('2026-08-10'))
      .when(
        { type: 'SignAmendment', data: { ...amendment, case: 'case-10' } },
        '2026-08-11T01:00:00.000Z',
      )
      .thenRecords(amended({ case: 'case-10' })));
});

it('knows what can happen next', () =>
  expect(openTo(collectiveContract, fold(collectiveContract, recorded([signed()])))).toEqual(
    expect.arrayContaining(['File', 'Rescind', 'CorrectSigning', 'Void']),
  ));
