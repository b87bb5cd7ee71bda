import { describe, expect, it } from 'vitest';
import type { ContractCommand } from '../../../domain/collective-contract/commands.ts';
import { collectiveContract } from '../../../domain/collective-contract/decider.ts';
import type { ContractEvent } from '../../../domain/collective-contract/events.ts';
import { given } from '../../support/stories/given.ts';
import { amended, clock, effect, filed, inForce, objection, signed } from './facts.ts';
import { at, ended, rescinded, superseded, terminated, told } from './told.ts';

const object = (on: string): ContractCommand => ({ type: 'Object', data: objection(on) });
const approve = (on: string): ContractCommand => ({ type: 'Approve', data: { on } });
const recording = (facts: readonly ContractEvent[], command: ContractCommand) =>
  given(collectiveContract, ...facts).when(command, at);
// Received on 1 June 2026: the last day to object is 16 June.
const underReview = [signed(), filed('2026-06-01')] as const;

describe.each([
  ['it was rescinded', rescinded, 'rescission'],
  ['the agreed condition came about', terminated, 'condition'],
  ['it was superseded', superseded, 'supersession'],
] as const)('before %s', (_, end, by) => {
  it('an objection in time shows that it never was in force', () => {
    const facts = [...inForce, end('2026-07-01')];
    const story = told(facts, object('2026-06-16'));
    expect(story.types.slice(1)).toStrictEqual([
      ...['EffectTakenBack', 'ReviewObjected', end('').type],
    ]);
    expect(story).toMatchObject({ phase: 'ended', force: [], runs: [] });
    expect(story).toMatchObject({ end: { on: '2026-07-01', by }, row: { ended_by: by } });
    expect(story.order(object('2026-06-16'))).toStrictEqual([]);
    recording(facts, object('2026-06-17')).thenRefuses('object-in-time');
  });

  it('an opinion of the day before counts, one of that day does not', () => {
    const facts = [...underReview, end('2026-06-10')];
    expect(told(facts, object('2026-06-09')).phase).toBe('ended');
    recording(facts, object('2026-06-10')).thenRefuses('before-its-end');
    recording(facts, approve('2026-06-10')).thenRefuses('before-its-end');
    expect(told(facts, approve('2026-06-09')).force).toStrictEqual([
      { from: '2026-06-09', to: '2026-06-09' },
    ]);
  });

  it('an approval takes the place of the effect by silence', () => {
    const story = told([...inForce, end('2026-07-01')], approve('2026-06-05'));
    expect(story.force).toStrictEqual([{ from: '2026-06-05', to: '2026-06-30' }]);
    expect(story).toMatchObject({ phase: 'ended', runs: [], row: { effect_mode: 'explicit' } });
  });
});

describe('a contract that ended in two ways', () => {
  const facts = [...inForce, superseded('2026-07-01'), ended('2026-07-10')];
  const notSuperseded: ContractCommand = { type: 'TakeBackSupersession', data: { by: 'c2' } };
  const goesOn: ContractCommand = {
    type: 'TakeBackEmployerEnd',
    data: { enterprise: 'looms', reason: 'it goes on' },
  };

  it('keeps both ends when an objection in time is found, each until it is taken back', () => {
    const object16 = object('2026-06-16');
    expect(told(facts, object16)).toMatchObject({ phase: 'ended', end: { on: '2026-07-01' } });
    const { end, runs } = told(facts, object16, notSuperseded);
    expect({ end, runs }).toMatchObject({ end: { on: '2026-07-10', by: 'employer' }, runs: [] });
    expect(told(facts, object16, notSuperseded, goesOn)).toMatchObject({
      ...{ phase: 'objected', runs: [], row: { phase: 'objected', ended_on: null } },
    });
  });
});

describe('the end that was agreed', () => {
  const facts = [
    ...inForce,
    amended({ signedOn: '2026-12-01', termEnd: '2027-06-30' }),
    filed('2026-12-04'),
    effect('deemed', '2026-12-20'),
  ] as const;

  it('is corrected first where only the text that was objected to reaches it', () => {
    const on = object('2026-12-10');
    recording([...facts, rescinded('2027-01-01')], on).thenRefuses('end-rests-on-term');
    const story = told([...facts, rescinded('2026-12-31')], on);
    expect(story).toMatchObject({ phase: 'ended', runs: [], end: { on: '2026-12-31' } });
    expect(story.row).toMatchObject({ version: 1, force_to: '2026-12-30' });
  });

  it('is nothing to a renewal that began after the term had run out', () => {
    const story = told([...facts, superseded('2027-01-01')], object('2026-12-10'));
    expect(story).toMatchObject({ phase: 'amendment-objected', end: { on: '' } });
  });

  it('is reported once', () => {
    const profile = 'shandong-wage-2017';
    const report = clock('report-end', '2026-07-01', profile);
    const shandong: readonly ContractEvent[] = [
      signed({ profile }),
      filed('2026-06-01', profile),
      effect('deemed', '2026-06-17', profile),
      { ...rescinded('2026-07-01'), data: { ...rescinded('2026-07-01').data, report } } as never,
    ];
    const story = told(shandong, object('2026-06-16'));
    expect(story.runs).toStrictEqual(['report-end']);
    const reported: ContractEvent = { type: 'EndReported', data: { on: '2026-07-03' } };
    const after = told([...shandong, reported], object('2026-06-16'));
    expect(after).toMatchObject({ phase: 'ended', runs: [] });
    expect(after.statusOf('report-end')).toBe('met');
  });
});

describe('a contract whose term ran out', () => {
  const profile = 'shandong-wage-2017';
  const expired: ContractEvent = {
    type: 'ContractExpired',
    data: { on: '2027-01-01', report: clock('report-end', '2026-12-31', profile) },
  };
  const facts = [
    signed({ profile }),
    filed('2026-06-01', profile),
    effect('deemed', '2026-06-17', profile),
    expired,
  ] as const;

  it('never was in force after an objection in time, and has no end to report', () => {
    const story = told(facts, object('2026-06-16'));
    expect(story.types).toStrictEqual(['EffectTakenBack', 'ReviewObjected']);
    expect(story).toMatchObject({ phase: 'objected', force: [], runs: [] });
    expect(story.row).toMatchObject({ phase: 'objected', expired_on: null });
    expect(story.order(object('2026-06-16'))).toStrictEqual([]);
    recording(facts, object('2026-06-17')).thenRefuses('object-in-time');
  });

  it('was in force from its approval on, where that came before silence spoke', () => {
    const story = told(facts, approve('2026-06-16'));
    expect(story.force).toStrictEqual([{ from: '2026-06-16', to: '2026-12-31' }]);
    expect(story).toMatchObject({ phase: 'expired', row: { effect_mode: 'explicit' } });
    expect(story.order(approve('2026-06-16'))).toStrictEqual([]);
    recording(facts, approve('2026-06-17')).thenRefuses('approve-in-time');
  });

  it('runs out anew on the day of the text before, when the amendment was objected to', () => {
    const prolonged = [
      ...inForce,
      amended({ signedOn: '2026-11-02', termEnd: '2027-01-31' }),
      filed('2026-11-04'),
      effect('deemed', '2026-11-20'),
      { type: 'ContractExpired', data: { on: '2027-02-01' } },
    ] as const;
    const story = told(prolonged, object('2026-11-19'));
    expect(story).toMatchObject({ phase: 'amendment-objected' });
    expect(story.runs).toContain('term-end');
    expect(story.order({ type: 'RecordExpiry', data: {} })).toStrictEqual(['ContractExpired']);
    expect(story.force).toStrictEqual([{ from: '2026-06-17', to: '2026-12-31' }]);
  });

  it('is not reopened by an opinion on a text that was approved', () => {
    const approved = [...underReview, effect('explicit', '2026-06-10'), expired];
    recording(approved, object('2026-06-09')).thenRefuses('review-is-open');
  });
});
