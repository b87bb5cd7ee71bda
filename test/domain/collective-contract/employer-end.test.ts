import { describe, expect, it } from 'vitest';
import { collectiveContract } from '../../../domain/collective-contract/decider.ts';
import type { ContractEvent } from '../../../domain/collective-contract/events.ts';
import { fold } from '../../../domain/shared/decider.ts';
import { given, recorded } from '../../support/stories/given.ts';
import { amended, clock, effect, filed, inForce, signed, termClocks, terms } from './facts.ts';

const reason = '用人单位终止日更正 / the day the employer ended was corrected';
const at = '2027-03-01T01:00:00.000Z';
const end = (on: string) =>
  ({ type: 'EndWithEmployer', data: { on, enterprise: 'looms' } }) as const;
const ended = (on: string): ContractEvent => ({
  type: 'ContractEndedWithEmployer',
  data: { on, enterprise: 'looms' },
});
const takenBack = (
  fact: number,
  clocks: Extract<ContractEvent, { type: 'EmployerEndTakenBack' }>['data']['clocks'],
): ContractEvent => ({
  type: 'EmployerEndTakenBack',
  data: { takesBack: [`fact-${String(fact)}`], reason, enterprise: 'looms', clocks },
});
const own = 'national-wage-2000';

describe('a contract whose employer ended on a later day than was recorded', () => {
  it('ended that day, up to the day after its term', () => {
    const facts = [...inForce, ended('2026-08-01')];
    const moved = given(collectiveContract, ...facts).when(end('2026-12-31'), at);
    moved.thenRecords({
      type: 'EmployerEndCorrected',
      data: { corrects: 'fact-3', reason, on: '2026-12-31', enterprise: 'looms' },
    });
  });

  it('ran out by itself where its term ended before', () => {
    const facts = [...inForce, ended('2026-08-01')];
    const { renewal, term } = termClocks(terms, own);
    const back = takenBack(3, {
      publication: clock('publication', '2026-06-17', own),
      ...(renewal && { 'renewal-opens': renewal }),
      'term-end': term,
    });
    given(collectiveContract, ...facts)
      .when(end('2027-01-01'), at)
      .thenRecords(back);
    given(collectiveContract, ...facts, back)
      .when(end('2027-01-01'), at)
      .thenRecords();
    given(collectiveContract, ...facts, back)
      .when({ type: 'RecordExpiry', data: {} }, at)
      .thenRecords({ type: 'ContractExpired', data: { on: '2027-01-01' } });
  });

  it('took effect by silence where its review ran out while the employer was there', () => {
    const facts = [signed(), filed('2026-06-01'), ended('2026-06-10')];
    const back = takenBack(2, { review: clock('review', '2026-06-01', own) });
    const silence = effect('deemed', '2026-06-17');
    given(collectiveContract, ...facts)
      .when(end('2026-06-17'), at)
      .thenRecordsTypes('EmployerEndCorrected');
    given(collectiveContract, ...facts)
      .when(end('2026-06-18'), at)
      .thenRecords(back, silence, ended('2026-06-18'));
    given(collectiveContract, ...facts, back, silence, ended('2026-06-18'))
      .when(end('2026-06-18'), at)
      .thenRecords();
    given(collectiveContract, ...facts)
      .when(end('2027-01-01'), at)
      .thenRecords(back, silence);
    const after = fold(collectiveContract, recorded([...facts, back, silence]));
    expect(after).toMatchObject({ phase: 'in-force', end: { by: '' } });
  });

  it('has the term of an amendment that took effect by silence', () => {
    const facts = [
      ...inForce,
      amended({ termEnd: '2027-06-30' }),
      filed('2026-08-03'),
      ended('2026-08-10'),
    ];
    given(collectiveContract, ...facts)
      .when(end('2027-02-01'), at)
      .thenRecordsTypes('EmployerEndTakenBack', 'ContractTookEffect', 'ContractEndedWithEmployer');
    given(collectiveContract, ...facts)
      .when(end('2026-08-12'), at)
      .thenRecordsTypes('EmployerEndCorrected');
  });

  it('that never took effect has no term that could run out', () =>
    given(collectiveContract, signed(), ended('2026-06-10'))
      .when(end('2027-01-01'), at)
      .thenRecordsTypes('EmployerEndCorrected'));
});
