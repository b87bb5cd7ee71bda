import { describe, expect, it } from 'vitest';
import type { ContractCommand } from '../../../domain/collective-contract/commands.ts';
import { collectiveContract } from '../../../domain/collective-contract/decider.ts';
import type { ContractEvent } from '../../../domain/collective-contract/events.ts';
import { given } from '../../support/stories/given.ts';
import {
  amended,
  amendment,
  effect,
  filed,
  filedBy,
  inForce,
  objected,
  objection,
  signed,
  termClocks,
  terms,
} from './facts.ts';
import { at, ended, rescinded, superseded, told } from './told.ts';

const file = (on: string): ContractCommand => ({ type: 'File', data: filedBy(on) });
const refile = (on: string): ContractCommand => ({ type: 'Refile', data: filedBy(on, 'A2') });
const amend = (over: Partial<typeof amendment> = {}): ContractCommand => ({
  type: 'SignAmendment',
  data: { ...amendment, ...over },
});
const goesOn: ContractCommand = {
  type: 'TakeBackEmployerEnd',
  data: { enterprise: 'looms', reason: 'it goes on' },
};
const recording = (facts: readonly ContractEvent[], command: ContractCommand) =>
  given(collectiveContract, ...facts).when(command, at);

describe('a filing received before the contract ended with its employer, recorded after it', () => {
  // Received on 1 June 2026: the last day to object is 16 June, and silence speaks on the 17th.
  const signedOnly = (endedOn: string) => [signed(), ended(endedOn)];

  it('took effect by silence where the review ran out before that end', () => {
    const story = told(signedOnly('2026-06-18'), file('2026-06-01'));
    expect(story.types).toStrictEqual([
      ...['EmployerEndTakenBack', 'ContractFiled'],
      ...['ContractTookEffect', 'ContractEndedWithEmployer'],
    ]);
    expect(story).toMatchObject({ phase: 'ended', runs: [], row: { phase: 'ended' } });
    expect(story.row).toMatchObject({ effective_on: '2026-06-17', effect_mode: 'deemed' });
    expect(story.force).toStrictEqual([{ from: '2026-06-17', to: '2026-06-17' }]);
    expect(story.order(file('2026-06-01'))).toStrictEqual([]);
  });

  it('took none where silence would have spoken on the day of that end', () => {
    const story = told(signedOnly('2026-06-17'), file('2026-06-01'));
    expect(story.types).toStrictEqual([
      ...['EmployerEndTakenBack', 'ContractFiled', 'ContractEndedWithEmployer'],
    ]);
    expect(story).toMatchObject({ phase: 'ended', runs: [], force: [] });
    expect(story.row).toMatchObject({ phase: 'ended', received_on: '2026-06-01' });
    expect(story.order(file('2026-06-01'))).toStrictEqual([]);
  });

  it('waits for silence again when the employer goes on', () => {
    const story = told(signedOnly('2026-06-10'), file('2026-06-01'), goesOn);
    expect(story).toMatchObject({ phase: 'under-review', runs: ['review'] });
    expect(story.order({ type: 'RecordSilence', data: {} })).toStrictEqual(['ContractTookEffect']);
  });

  it('counts up to the day before that end', () => {
    expect(told(signedOnly('2026-06-02'), file('2026-06-01')).phase).toBe('ended');
    recording(signedOnly('2026-06-01'), file('2026-06-01')).thenRefuses('before-its-end');
  });

  it('is of what was signed and not yet filed', () => {
    const facts = [signed(), filed('2026-06-01'), ended('2026-06-10')];
    recording(facts, file('2026-06-02')).thenRefuses('file-what-is-signed');
    recording([...inForce, ended('2026-07-01')], file('2026-06-02')).thenRefuses(
      'file-what-is-signed',
    );
  });

  it('may be objected to in its review, also when the objection is recorded later still', () => {
    const object: ContractCommand = { type: 'Object', data: objection('2026-06-16') };
    const story = told(signedOnly('2026-07-01'), file('2026-06-01'), object);
    expect(story).toMatchObject({ phase: 'ended', runs: [], force: [] });
  });

  it('is taken of what was rescinded or renewed since as well', () => {
    for (const end of [rescinded('2026-07-01'), superseded('2026-07-01')]) {
      const story = told([signed(), end], file('2026-06-01'));
      expect(story.force).toStrictEqual([{ from: '2026-06-17', to: '2026-06-30' }]);
      expect(story).toMatchObject({ phase: 'ended', runs: [], end: { on: '2026-07-01' } });
    }
  });
});

describe('a refiling received before the contract ended with its employer, recorded after it', () => {
  const facts = [signed(), filed('2026-06-01'), objected('2026-06-10')];

  it('starts a silence of its own', () => {
    // Received on 15 June: the last day to object is 30 June.
    const story = told([...facts, ended('2026-07-02')], refile('2026-06-15'));
    expect(story.force).toStrictEqual([{ from: '2026-07-01', to: '2026-07-01' }]);
    expect(story).toMatchObject({ phase: 'ended', runs: [] });
    expect(told([...facts, ended('2026-07-01')], refile('2026-06-15')).force).toStrictEqual([]);
  });

  it('follows the objection, and comes before that end', () => {
    const gone = [...facts, ended('2026-06-15')];
    recording(gone, refile('2026-06-09')).thenRefuses('file-after-signing');
    recording(gone, refile('2026-06-15')).thenRefuses('before-its-end');
  });
});

describe('an amendment signed before the contract ended with its employer, recorded after it', () => {
  const facts = [...inForce, ended('2026-09-01')];

  it('is filed and takes effect as it did then', () => {
    const story = told(facts, amend());
    expect(story).toMatchObject({ phase: 'ended', runs: [], row: { version: 1 } });
    expect(story.order(amend())).toStrictEqual([]);
    // Received on 10 August: the last day to object is 25 August.
    const effective = told(facts, amend(), file('2026-08-10'));
    expect(effective.row).toMatchObject({ phase: 'ended', version: 2, amended_on: '2026-08-26' });
    expect(effective.force).toStrictEqual([{ from: '2026-06-17', to: '2026-08-31' }]);
  });

  it('is signed before that end', () =>
    recording(facts, amend({ signedOn: '2026-09-01' })).thenRefuses('before-its-end'));

  it('is of a contract that was in force then', () =>
    recording([signed(), ended('2026-09-01')], amend()).thenRefuses('amend-what-is-in-force'));

  it('shows that the term it made ran out before the employer ended', () => {
    const shorter = amend({ termEnd: '2026-08-30' });
    const story = told(facts, shorter, file('2026-08-10'));
    expect(story).toMatchObject({ phase: 'in-force', end: { on: '' } });
    expect(story.order({ type: 'RecordExpiry', data: {} })).toStrictEqual(['ContractExpired']);
  });

  it('does not leave an agreed end beyond the term it made', () => {
    const agreed = [...inForce, amended({ termEnd: '2026-08-30' }), rescinded('2026-08-31')];
    recording(agreed, file('2026-08-10')).thenRefuses('end-rests-on-term');
  });
});

describe('a notice given before the contract ended with its employer, recorded after it', () => {
  const facts: readonly ContractEvent[] = [
    signed({ ...terms, profile: 'us-nlra' }),
    {
      type: 'ContractTookEffect',
      data: { mode: 'explicit', on: '2026-05-20', ...termClocks(terms, 'us-nlra') },
    },
    ended('2026-12-01'),
  ];
  const notice = (on: string, over = {}): ContractCommand => ({
    type: 'GiveNotice',
    data: { on, by: 'employees', ...over },
  });

  it('meets its clock', () => {
    expect(told(facts).statusOf('notice-to-other-side')).toBe('cancelled');
    const story = told(facts, notice('2026-10-20'));
    expect(story).toMatchObject({ phase: 'ended', runs: [], end: { on: '2026-12-01' } });
    expect(story.statusOf('notice-to-other-side')).toBe('met');
    expect(story.order(notice('2026-10-20'))).toStrictEqual([]);
  });

  it('counts up to the day before that end; an offer of a later day is none', () => {
    expect(told(facts, notice('2026-11-30')).phase).toBe('ended');
    recording(facts, notice('2026-12-01')).thenRefuses('before-its-end');
    recording(facts, notice('2026-12-01', { case: 'case-8' })).thenRecords();
  });
});

describe('a receipt that is said anew after the contract ended with its employer', () => {
  const anew = (facts: readonly ContractEvent[], on: string) =>
    told(facts, {
      type: 'CorrectFiling',
      data: { corrects: 'fact-1', reason: 'a slip', ...filedBy(on) },
    });

  it('was followed by silence before that end, or by none', () => {
    // Received on 10 June: the review would have run until 25 June.
    const facts = [signed(), filed('2026-06-10'), ended('2026-06-18')];
    const earlier = anew(facts, '2026-06-01');
    expect(earlier.types).toStrictEqual([
      ...['FilingCorrected', 'EmployerEndTakenBack'],
      ...['ContractTookEffect', 'ContractEndedWithEmployer'],
    ]);
    expect(earlier).toMatchObject({ phase: 'ended', runs: [] });
    expect(earlier.force).toStrictEqual([{ from: '2026-06-17', to: '2026-06-17' }]);
    expect(anew(facts, '2026-06-02').types).toStrictEqual(['FilingCorrected']);
  });

  it('puts off what took effect by silence, up to the day before that end', () => {
    const facts = [...inForce, ended('2026-07-01')];
    // Received on 14 June: the last day to object is 29 June, a Monday.
    const later = anew(facts, '2026-06-14');
    expect(later.force).toStrictEqual([{ from: '2026-06-30', to: '2026-06-30' }]);
    expect(later).toMatchObject({ phase: 'ended', runs: [] });
    const never = anew(facts, '2026-06-15');
    expect(never.types).toContain('EffectTakenBack');
    expect(never).toMatchObject({ phase: 'ended', force: [], runs: [] });
    expect(never.row).toMatchObject({ ended_by: 'employer', version: 0 });
  });
});

it('what took effect by word before keeps its mode', () => {
  const facts = [signed(), filed('2026-06-01'), effect('explicit', '2026-06-05')];
  expect(told([...facts, ended('2026-09-01')], amend()).row).toMatchObject({
    effect_mode: 'explicit',
  });
});
