import { describe, expect, it } from 'vitest';
import type { DisputeCommand } from '../../../domain/dispute-case/commands.ts';
import { disputeCase } from '../../../domain/dispute-case/decider.ts';
import type { DisputeEvent } from '../../../domain/dispute-case/events.ts';
import { fold } from '../../../domain/shared/decider.ts';
import { arbitrating, awarded, served } from '../../support/stories/arbitrations.ts';
import {
  accept,
  after,
  claim,
  conclude,
  extend,
  failed,
  idOf,
  join,
  mediating,
  pay,
  receive,
  reopen,
  resume,
  settle,
  settled,
  sign,
  suspend,
  transfer,
} from '../../support/stories/disputes.ts';
import { given, recorded } from '../../support/stories/given.ts';

/** Says the first fact of this type anew, as this command would say it. */
const anew = (
  past: readonly DisputeEvent[],
  fact: DisputeEvent['type'],
  type: DisputeCommand['type'],
  said: DisputeCommand,
): DisputeCommand =>
  ({
    type,
    data: { ...said.data, corrects: idOf(past, fact), reason: '录入有误' },
  }) as DisputeCommand;

const correcting = (
  commands: readonly DisputeCommand[],
  fact: DisputeEvent['type'],
  type: DisputeCommand['type'],
  said: DisputeCommand,
) => {
  const past = after(...commands);
  const when = (at = '2027-12-31T01:00:00.000Z') =>
    given(disputeCase, ...past).when(anew(past, fact, type, said), at);
  const stateNow = () =>
    fold(disputeCase, recorded(after(...commands, anew(past, fact, type, said))));
  return { when, stateNow };
};

describe('a correction', () => {
  it('of the receipt moves the clocks that it started', () => {
    const { when, stateNow } = correcting(
      mediating,
      'DisputeReceived',
      'CorrectReceipt',
      receive({ on: '2026-02-27' }),
    );
    when().thenRecordsTypes('ReceiptCorrected');
    expect(stateNow().clocks['mediation-from-receipt:street']?.due).toBe('2026-03-16');
    expect(stateNow().phase).toBe('mediating');
    correcting(mediating, 'DisputeReceived', 'CorrectReceipt', receive()).when().thenRecords();
    correcting(
      mediating,
      'DisputeReceived',
      'CorrectReceipt',
      receive({ profile: 'zhejiang-2011' }),
    )
      .when()
      .thenRefuses('identity-stays');
  });
  it('names a fact of its kind, about the same thing', () => {
    correcting(mediating, 'ClaimMade', 'CorrectReceipt', receive())
      .when()
      .thenRefuses('corrects-a-fact');
    correcting(mediating, 'ClaimMade', 'CorrectClaim', claim({ claim: 'c2' }))
      .when()
      .thenRefuses('corrects-a-fact');
  });
  it('of a claim says another sum', () => {
    const { stateNow } = correcting(mediating, 'ClaimMade', 'CorrectClaim', claim({ fen: 99 }));
    expect(stateNow().claims.c1?.fen).toBe(99);
  });
  it('of a conclusion says another day or outcome, but undoes no agreement', () => {
    const withdrawn = {
      type: 'ConcludeDispute',
      data: {
        proceeding: 'street',
        on: '2026-03-18',
        outcome: 'withdrawn',
        ending: 'applicant-withdrew',
      },
    } as const;
    const { stateNow } = correcting(failed, 'DisputeConcluded', 'CorrectConclusion', withdrawn);
    expect(stateNow().conclusion).toMatchObject({ on: '2026-03-18', outcome: 'withdrawn' });
    correcting(settled, 'DisputeConcluded', 'CorrectConclusion', withdrawn)
      .when()
      .thenRefuses('settlement-stands');
  });
  it('of a conclusion stays after the acceptance, and before the reopening or the filing', () => {
    const on = (commands: readonly DisputeCommand[], day: string) =>
      correcting(commands, 'DisputeConcluded', 'CorrectConclusion', conclude({ on: day })).when();
    on(failed, '2026-03-03').thenRefuses('days-run-forward');
    on([...failed, reopen()], '2026-04-21').thenRefuses('days-run-forward');
    on([...failed, reopen()], '2026-04-20').thenRecordsTypes('ConclusionCorrected');
    on(arbitrating, '2026-05-07').thenRefuses('days-run-forward');
    on(arbitrating, '2026-05-06').thenRecordsTypes('ConclusionCorrected');
  });
  it('of an acceptance, a proceeding, a transfer, an extension or a reopening moves its clock', () => {
    const clock = (
      commands: readonly DisputeCommand[],
      fact: DisputeEvent['type'],
      type: DisputeCommand['type'],
      said: DisputeCommand,
    ) => correcting(commands, fact, type, said).stateNow().clocks;
    expect(
      clock(mediating, 'MediationAccepted', 'CorrectAcceptance', accept({ on: '2026-03-05' }))[
        'mediation-from-acceptance:street'
      ]?.due,
    ).toBe('2026-03-20');
    expect(
      clock(
        [...mediating, join()],
        'ProceedingJoined',
        'CorrectJoining',
        join({ on: '2026-03-06' }),
      )['mediation-from-receipt:committee']?.due,
    ).toBe('2026-03-23');
    expect(
      clock(
        [...mediating, transfer()],
        'DisputeTransferred',
        'CorrectTransfer',
        transfer({ on: '2026-03-11' }),
      )['mediation-from-receipt:city']?.due,
    ).toBe('2026-03-26');
    expect(
      clock(
        [...mediating, extend()],
        'MediationExtended',
        'CorrectExtension',
        extend({ until: '2026-04-03' }),
      )['mediation-from-acceptance:street']?.due,
    ).toBe('2026-04-03');
    expect(
      clock(
        [...failed, reopen()],
        'DisputeReopened',
        'CorrectReopening',
        reopen({ on: '2026-04-21' }),
      )['mediation-from-receipt:again']?.due,
    ).toBe('2026-05-06');
  });
  it('of a suspension or its end counts the days it stood anew', () => {
    const stood = [...mediating, suspend(), resume()];
    const due = (type: DisputeCommand['type'], fact: DisputeEvent['type'], said: DisputeCommand) =>
      correcting(stood, fact, type, said).stateNow().clocks['mediation-from-receipt:street']?.due;
    expect(due('CorrectSuspension', 'HandlingSuspended', suspend({ on: '2026-03-11' }))).toBe(
      '2026-03-25',
    );
    expect(due('CorrectResumption', 'HandlingResumed', resume('2026-03-17'))).toBe('2026-03-25');
  });
  it('of an agreement or a signature moves its effect, its clocks and the conclusion', () => {
    const { when, stateNow } = correcting(
      settled,
      'SettlementSigned',
      'CorrectSignature',
      sign('workers', { on: '2026-03-16' }),
    );
    when().thenRecordsTypes('SignatureCorrected', 'EffectCorrected', 'ConclusionCorrected');
    const { conclusion, clocks } = stateNow();
    expect([conclusion?.on, clocks['confirmation:a1']?.due]).toStrictEqual([
      '2026-03-16',
      '2026-04-15',
    ]);
    const shorter = settle({
      items: [{ item: 'i1', claim: 'c1', ground: 'pay', fen: 1_800_000, due: '2026-05-15' }],
    });
    const now = correcting(settled, 'SettlementReached', 'CorrectSettlement', shorter).stateNow();
    expect(now.clocks['performance:a1/i1']?.due).toBe('2026-05-15');
    expect(now.clocks['performance:a1/i2']).toBeUndefined();
    correcting(
      [...settled, pay({ item: 'i2', fen: undefined })],
      'SettlementReached',
      'CorrectSettlement',
      shorter,
    )
      .when()
      .thenRefuses('item-on-file');
  });
  it('of a payment says how the item stands', () => {
    const { when } = correcting(
      [...settled, pay()],
      'PerformanceRecorded',
      'CorrectPerformance',
      pay({ fen: 500_000 }),
    );
    when().thenRecords({
      type: 'PerformanceCorrected',
      data: {
        corrects: 'fact-13',
        reason: '录入有误',
        settlement: 'a1',
        item: 'i1',
        part: 'p1',
        on: '2026-04-20',
        fen: 500_000,
        towards: 'c1',
        stands: 'partly',
      },
    });
  });
  it('of the limitation, a filing, an acceptance, an award or its service', () => {
    const limitation = {
      type: 'StartLimitation',
      data: { from: '2025-06-02', runs: 'one-year' },
    } as const;
    const earlier = { type: 'StartLimitation', data: { ...limitation.data, from: '2025-05-06' } };
    expect(
      correcting(
        [receive(), limitation],
        'LimitationStarted',
        'CorrectLimitation',
        earlier as DisputeCommand,
      ).stateNow().clocks.limitation?.due,
    ).toBe('2026-05-06');
    const taken = { type: 'AcceptArbitration', data: { arbitration: 'arb', on: '2026-05-11' } };
    expect(
      correcting(
        arbitrating,
        'ArbitrationAccepted',
        'CorrectArbitrationAcceptance',
        taken as DisputeCommand,
      ).stateNow().clocks.award?.due,
    ).toBe('2026-06-25');
    const filed = arbitrating.find(({ type }) => type === 'FileArbitration') as DisputeCommand;
    const earlierFiled = { ...filed, data: { ...filed.data, on: '2026-05-05' } } as DisputeCommand;
    correcting(arbitrating, 'ArbitrationFiled', 'CorrectFiling', earlierFiled)
      .when()
      .thenRecordsTypes('FilingCorrected');
    const made = awarded.at(-1) as DisputeCommand;
    const less = {
      ...made,
      data: { ...made.data, items: [{ claim: 'c1', result: 'partly', fen: 9 }] },
    };
    correcting(awarded, 'AwardMade', 'CorrectAward', less as unknown as DisputeCommand)
      .when()
      .thenRecordsTypes('AwardCorrected');
    const first = served.at(-2) as DisputeCommand;
    const later = { ...first, data: { ...first.data, on: '2026-06-18' } } as DisputeCommand;
    expect(
      correcting(served, 'AwardServed', 'CorrectAwardService', later).stateNow().clocks['suit:v1']
        ?.due,
    ).toBe('2026-07-03');
  });
});
