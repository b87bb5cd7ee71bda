import { describe, expect, it } from 'vitest';
import type { ContractCommand } from '../../../domain/collective-contract/commands.ts';
import { collectiveContract } from '../../../domain/collective-contract/decider.ts';
import type { ContractEvent } from '../../../domain/collective-contract/events.ts';
import { given } from '../../support/stories/given.ts';
import { amended, filed, inForce, objection, signed } from './facts.ts';
import { at, ended, rescinded, superseded, told } from './told.ts';

const object = (on: string): ContractCommand => ({ type: 'Object', data: objection(on) });
const approve = (on: string): ContractCommand => ({ type: 'Approve', data: { on } });
const rescind = (on: string): ContractCommand => ({
  type: 'Rescind',
  data: { on, ground: 'agreement', because: 'plant closes' },
});
const terminate = (on: string): ContractCommand => ({
  type: 'Terminate',
  data: { on, condition: 'relocation' },
});
// Received on 1 June 2026: the last day to object is 16 June.
const underReview = [signed(), filed('2026-06-01')] as const;
const recording = (facts: readonly ContractEvent[], command: ContractCommand) =>
  given(collectiveContract, ...facts).when(command, at);

describe('an objection made before the contract ended with its employer, recorded after it', () => {
  const facts = [...inForce, ended('2026-07-01')];

  it('takes the effect by silence back, and the contract ended without one', () => {
    const types = ['EffectTakenBack', 'ReviewObjected', 'ContractEndedWithEmployer'] as const;
    recording(facts, object('2026-06-16')).thenRecordsTypes('EmployerEndTakenBack', ...types);
    const story = told(facts, object('2026-06-16'));
    expect(story).toMatchObject({ phase: 'ended', force: [], runs: [] });
    expect(story.row).toMatchObject({
      ...{ phase: 'ended', ended_on: '2026-07-01', ended_by: 'employer' },
    });
    expect(story.order(object('2026-06-16'))).toStrictEqual([]);
  });

  it('is refused when it is dated late', () =>
    recording(facts, object('2026-06-17')).thenRefuses('object-in-time'));

  it('counts up to the day before that end, where no silence was recorded', () => {
    const early = [...underReview, ended('2026-06-10')];
    recording(early, object('2026-06-09')).thenRecordsTypes(
      ...(['EmployerEndTakenBack', 'ReviewObjected', 'ContractEndedWithEmployer'] as const),
    );
    recording(early, object('2026-06-10')).thenRefuses('before-its-end');
    // Nothing takes effect by silence when the end turns out to be later.
    const story = told(early, object('2026-06-09'));
    const later = { on: '2026-08-01', enterprise: 'looms' };
    expect(story.order({ type: 'EndWithEmployer', data: later })).toStrictEqual([
      'EmployerEndCorrected',
    ]);
  });

  it('stands when the employer did not end after all', () => {
    const back = { enterprise: 'looms', reason: 'it goes on' };
    const story = told(facts, object('2026-06-16'), { type: 'TakeBackEmployerEnd', data: back });
    expect(story).toMatchObject({ phase: 'objected', row: { phase: 'objected' }, runs: [] });
  });

  it('is not heard of what was never under review, or had been approved', () => {
    const explicit: ContractEvent = {
      type: 'ContractTookEffect',
      data: { mode: 'explicit', on: '2026-06-10' },
    };
    const on = object('2026-06-09');
    recording([signed(), ended('2026-07-01')], on).thenRefuses('review-is-open');
    recording([...underReview, explicit, ended('2026-07-01')], on).thenRefuses('review-is-open');
  });

  describe('to an amendment', () => {
    const amendment = [
      ...inForce,
      amended({ signedOn: '2026-12-01', termEnd: '2027-12-31' }),
      filed('2026-12-04'),
    ];
    const silence: ContractCommand = { type: 'RecordSilence', data: {} };
    const end = (on: string): ContractCommand => ({
      type: 'EndWithEmployer',
      data: { on, enterprise: 'looms' },
    });

    it('leaves the end on the last day of the term before', () => {
      const story = told(amendment, silence, end('2026-12-31'), object('2026-12-10'));
      expect(story).toMatchObject({ phase: 'ended', end: { on: '2026-12-31', by: 'employer' } });
      expect(story.row).toMatchObject({ ended_on: '2026-12-31', force_to: '2026-12-30' });
      expect(story.runs).toStrictEqual([]);
    });

    it('shows that the contract had run out before its employer ended', () => {
      const story = told(amendment, silence, end('2027-01-01'), object('2026-12-10'));
      expect(story).toMatchObject({ phase: 'amendment-objected', end: { on: '' } });
      expect(story.row).toMatchObject({ ended_on: null, force_to: '2026-12-31' });
      expect(story.runs).toContain('term-end');
      expect(story.order({ type: 'RecordExpiry', data: {} })).toStrictEqual(['ContractExpired']);
      expect(story.order(end('2027-01-01'))).toStrictEqual([]);
    });
  });
});

describe('an approval given before the contract ended with its employer, recorded after it', () => {
  it('puts it into force until that end', () => {
    const early = [...underReview, ended('2026-06-10')];
    recording(early, approve('2026-06-10')).thenRefuses('before-its-end');
    const story = told(early, approve('2026-06-09'));
    expect(story.force).toStrictEqual([{ from: '2026-06-09', to: '2026-06-09' }]);
    expect(story).toMatchObject({ phase: 'ended', runs: [], row: { phase: 'ended' } });
    expect(story.order(approve('2026-06-09'))).toStrictEqual([]);
  });

  it('takes the place of the effect by silence', () => {
    const story = told([...inForce, ended('2026-07-01')], approve('2026-06-05'));
    expect(story.force).toStrictEqual([{ from: '2026-06-05', to: '2026-06-30' }]);
    expect(story).toMatchObject({ phase: 'ended', runs: [], row: { effect_mode: 'explicit' } });
  });
});

describe.each([
  ['a rescission', rescind, 'rescission'],
  ['an agreed condition', terminate, 'condition'],
] as const)('%s of a day before the contract ended otherwise', (_, act, by) => {
  it.each([
    ['with its employer', ended('2026-09-01')],
    ['by its renewal', superseded('2026-09-01')],
  ])('is the end of what ended %s, up to the day before', (_how, end) => {
    const facts = [...inForce, end];
    const story = told(facts, act('2026-08-31'));
    expect(story).toMatchObject({ phase: 'ended', runs: [], end: { on: '2026-08-31', by } });
    expect(story.row).toMatchObject({ ended_on: '2026-08-31', ended_by: by });
    expect(story.force.at(-1)?.to).toBe('2026-08-30');
    expect(story.order(act('2026-08-31'))).toStrictEqual([]);
    recording(facts, act('2026-09-01')).thenRefuses('end-what-lives');
  });

  it('stays the end when the employer goes on', () => {
    const facts = [...inForce, ended('2026-09-01')];
    const back = { enterprise: 'looms', reason: 'it goes on' };
    const goesOn: ContractCommand = { type: 'TakeBackEmployerEnd', data: back };
    expect(told(facts, act('2026-08-01'), goesOn)).toMatchObject({
      ...{ phase: 'ended', runs: [], end: { on: '2026-08-01', by } },
    });
  });

  it('is recorded once: another day of it is a correction', () =>
    recording(
      [...inForce, ended('2026-09-01'), rescinded('2026-08-01')],
      act('2026-07-01'),
    ).thenRefuses('end-what-lives'));
});

it('a rescission that turns out to be later than the end of the employer ended nothing', () => {
  const facts = [...inForce, ended('2026-09-01'), rescinded('2026-08-01')];
  const data = { on: '2026-10-01', ground: 'agreement', because: 'plant closes' } as const;
  const correct: ContractCommand = {
    type: 'CorrectRescission',
    data: { corrects: 'fact-4', reason: 'a slip', ...data },
  };
  const story = told(facts, correct);
  expect(story.end).toMatchObject({ on: '2026-09-01', by: 'employer' });
  expect(story.row).toMatchObject({ ended_on: '2026-09-01', ended_by: 'employer' });
  expect(story.order(rescind('2026-10-01'))).toStrictEqual([]);
});
