import { describe, expect, it } from 'vitest';
import { collectiveContract } from '../../../domain/collective-contract/decider.ts';
import type { ContractEvent } from '../../../domain/collective-contract/events.ts';
import { termEnds } from '../../../domain/law/term-clocks.ts';
import { fold } from '../../../domain/shared/decider.ts';
import { given, recorded } from '../../support/stories/given.ts';
import {
  amended,
  amendment,
  clock,
  filed,
  filedBy,
  inForce,
  objected,
  objection,
  regional,
  signed,
  terms,
  type Said,
} from './facts.ts';

const own = 'national-wage-2000';
const reason = 'a slip of the pen';
const later = '2026-08-01T01:00:00.000Z';
const slip = { corrects: 'fact-1', reason };

describe('a correction', () => {
  it('names a record of its own kind', () =>
    given(collectiveContract, signed(), filed('2026-06-01'))
      .when({ type: 'CorrectObjection', data: { ...slip, ...objection('2026-06-10') } }, later)
      .thenRefuses('correct-what-is-recorded'));

  it('needs a contract', () =>
    given(collectiveContract)
      .when({ type: 'CorrectSigning', data: { ...slip, ...terms } })
      .thenRefuses('contract-on-record'));

  it('of the signature re-decides the filing clock', () =>
    given(collectiveContract, signed())
      .when({
        type: 'CorrectSigning',
        data: { corrects: 'fact-0', reason, ...terms, signedOn: '2026-05-22' },
      })
      .thenRecords({
        type: 'SigningCorrected',
        data: {
          corrects: 'fact-0',
          reason,
          ...terms,
          signedOn: '2026-05-22',
          coverage: 'ALL_IN_SCOPE',
          filing: clock('filing', '2026-05-22', own),
        },
      }));

  it('of the signature keeps the law it was filed under', () =>
    given(collectiveContract, signed(), filed('2026-06-01'))
      .when({
        type: 'CorrectSigning',
        data: { corrects: 'fact-0', reason, ...terms, profile: 'national-2004' },
      })
      .thenRefuses('correct-law-before-filing'));

  it('of the signature moves the clocks of a term that binds', () =>
    given(collectiveContract, ...inForce)
      .when({
        type: 'CorrectSigning',
        data: { corrects: 'fact-0', reason, ...terms, termEnd: '2027-06-30' },
      })
      .thenRecords(
        {
          type: 'SigningCorrected',
          data: {
            corrects: 'fact-0',
            reason,
            ...signed({ termEnd: '2027-06-30' }).data,
          } as Said<'SigningCorrected'>,
        },
        {
          type: 'DeadlineRecomputed',
          data: {
            deadline: {
              ...clock('review', '2026-06-01', own),
              rule: 'renewal-opens',
              from: '2027-06-30',
              due: '2027-05-01',
              period: '60 days',
              article: '工资集体协商试行办法 Art 24',
              calendarVersion: '',
            },
          },
        },
        {
          type: 'DeadlineRecomputed',
          data: { deadline: termEnds('2026-01-01', '2027-06-30') },
        },
      ));

  it('of a term that had run out says that it ran out on the earlier day', () => {
    const facts = [...inForce, { type: 'ContractExpired', data: { on: '2027-01-01' } }] as const;
    const correct = (termEnd: string) =>
      given(collectiveContract, ...(facts as readonly ContractEvent[])).when(
        {
          type: 'CorrectSigning',
          data: { corrects: 'fact-0', reason, ...terms, termEnd },
        },
        '2027-03-01T01:00:00.000Z',
      );
    const anew = ['SigningCorrected', 'DeadlineRecomputed', 'DeadlineRecomputed'] as const;
    correct('2026-12-30').thenRecordsTypes(...anew, 'ContractExpired');
    correct('2027-01-31').thenRecordsTypes(...anew);
  });

  it('of an objection stays within the review it was made in', () => {
    const facts = [signed(), filed('2026-06-01'), objected('2026-06-10')] as const;
    const correct = (on: string) =>
      ({
        type: 'CorrectObjection',
        data: { corrects: 'fact-2', reason, ...objection(on) },
      }) as const;
    given(collectiveContract, ...facts)
      .when(correct('2026-06-16'), later)
      .thenRecordsTypes('ObjectionCorrected');
    given(collectiveContract, ...facts)
      .when(correct('2026-06-17'), later)
      .thenRefuses('object-in-time');
  });

  it('of an effect by silence cannot choose its day', () => {
    const correct = (mode: 'explicit' | 'deemed', on: string) =>
      ({ type: 'CorrectEffect', data: { corrects: 'fact-2', reason, mode, on } }) as const;
    given(collectiveContract, ...inForce)
      .when(correct('deemed', '2026-06-20'), later)
      .thenRefuses('silence-day-is-law');
    given(collectiveContract, ...inForce)
      .when(correct('deemed', '2026-06-17'), later)
      .thenRecords();
    given(collectiveContract, ...inForce)
      .when(correct('explicit', '2026-06-16'), later)
      .thenRecordsTypes('EffectCorrected');
    given(collectiveContract, ...inForce)
      .when(correct('explicit', '2026-06-17'), later)
      .thenRefuses('approve-in-time');
  });

  it('of a publication, an accession, a withdrawal and an inspection says them anew', () => {
    given(collectiveContract, ...inForce, {
      type: 'ContractPublished',
      data: { on: '2026-06-20', means: 'board' },
    })
      .when(
        {
          type: 'CorrectPublication',
          data: { corrects: 'fact-3', reason, on: '2026-06-19', means: 'board' },
        },
        later,
      )
      .thenRecordsTypes('PublicationCorrected');
    const roster: readonly ContractEvent[] = [
      signed(regional),
      { type: 'EnterpriseAcceded', data: { enterprise: 'mill', from: '2025-08-01' } },
      {
        type: 'EnterpriseWithdrew',
        data: { enterprise: 'mill', on: '2026-03-01', because: 'sold', accession: 'fact-1' },
      },
    ];
    given(collectiveContract, ...roster)
      .when({
        type: 'CorrectAccession',
        data: { ...slip, enterprise: 'mill', from: '2025-09-01' },
      })
      .thenRecordsTypes('AccessionCorrected');
    given(collectiveContract, ...roster)
      .when({
        type: 'CorrectWithdrawal',
        data: { corrects: 'fact-2', reason, enterprise: 'mill', on: '2026-04-01', because: 'sold' },
      })
      .thenRecords({
        type: 'WithdrawalCorrected',
        data: {
          corrects: 'fact-2',
          reason,
          enterprise: 'mill',
          on: '2026-04-01',
          because: 'sold',
          accession: 'fact-1',
        },
      });
    const results = [{ clause: 'raise', result: 'fulfilled' as const }];
    given(collectiveContract, ...inForce, {
      type: 'InspectionHeld',
      data: { inspection: 'i1', on: '2026-07-01', results },
    })
      .when(
        {
          type: 'CorrectInspection',
          data: { corrects: 'fact-3', reason, inspection: 'i1', on: '2026-07-02', results },
        },
        later,
      )
      .thenRecordsTypes('InspectionCorrected');
  });

  it('of an amendment, a rescission and a termination says them anew', () => {
    given(collectiveContract, ...inForce, amended())
      .when(
        {
          type: 'CorrectAmendment',
          data: { corrects: 'fact-3', reason, ...amendment, signedOn: '2026-08-04' },
        },
        '2026-08-04T01:00:00.000Z',
      )
      .thenRecordsTypes('AmendmentCorrected');
    const rescission = { on: '2026-09-01', ground: 'agreement', because: 'closing' } as const;
    given(collectiveContract, ...inForce, { type: 'ContractRescinded', data: rescission })
      .when({
        type: 'CorrectRescission',
        data: { corrects: 'fact-3', reason, ...rescission, on: '2026-10-01' },
      })
      .thenRecordsTypes('RescissionCorrected');
    const termination = { on: '2026-09-01', condition: 'relocation' };
    given(collectiveContract, ...inForce, { type: 'ContractTerminated', data: termination })
      .when({
        type: 'CorrectTermination',
        data: { corrects: 'fact-3', reason, ...termination, on: '2026-10-01' },
      })
      .thenRecordsTypes('TerminationCorrected');
  });
});

it('a clock computed anew before its start was corrected does not come back', () => {
  const stale = { ...clock('review', '2026-06-01', own), due: '2026-06-20' };
  const state = fold(
    collectiveContract,
    recorded<ContractEvent>([
      signed(),
      filed('2026-06-01'),
      { type: 'DeadlineRecomputed', data: { deadline: stale } },
      {
        type: 'FilingCorrected',
        data: { ...slip, ...filedBy('2026-06-03'), review: clock('review', '2026-06-03', own) },
      },
    ]),
  );
  expect(state.filing.due).toBe('2026-06-18');
});
