import { describe, expect, it } from 'vitest';
import type { BargainingCommand } from '../../../domain/bargaining-case/commands.ts';
import { bargainingCase } from '../../../domain/bargaining-case/decider.ts';
import { given } from '../../support/stories/given.ts';
import { corrected, correcting } from '../../support/stories/correcting.ts';
import {
  accepted,
  after,
  bargainingUnder,
  consent,
  idOf,
  issue,
  late,
  offered,
  prepare,
  receive,
  refuse,
  signed,
} from '../../support/stories/bargaining.ts';

const overdue = { type: 'RecordReplyOverdue', data: { offer: 'offer-1' } } as const;

describe('a correction', () => {
  it('names a fact of its kind about the same thing', () => {
    const past = after(...offered);
    const wrong = (corrects: string, offer = 'offer-1') =>
      given(bargainingCase, ...past).when(
        {
          type: 'CorrectReceipt',
          data: { corrects, reason: '录入有误', offer, on: '2026-03-05', receipt: '签收' },
        },
        late,
      );
    wrong('fact-9').thenRefuses('corrects-a-fact');
    wrong('fact-0').thenRefuses('corrects-a-fact');
    wrong(idOf(past, 'OfferReceived'), 'offer-2').thenRefuses('corrects-a-fact');
    wrong(idOf(past, 'OfferReceived')).thenRecordsTypes('ReceiptCorrected');
  });
  it('that says what the fact says already records nothing, nor does one said twice', () => {
    corrected(offered, 'OfferReceived', 'CorrectReceipt', receive()).thenRecords();
    corrected(offered, 'OfferReceived', 'CorrectReceipt', receive({ on: '2026-03-05' }))
      .again()
      .thenRecords();
  });
});

describe('the preparation', () => {
  it('is corrected but for its law, purpose and contract', () => {
    const say = (over: object) =>
      corrected(accepted, 'CasePrepared', 'CorrectPreparation', prepare(over));
    say({ employees: 210 }).thenRecordsTypes('PreparationCorrected');
    say({ contract: 'contract-2' }).thenRefuses('identity-stays');
    say({ profile: 'zhejiang-2011' }).thenRefuses('identity-stays');
    say({ level: 'industry' }).thenRefuses('level-above-needs-scope');
  });
  it('changes what was signed', () => {
    const { said } = corrected(
      signed,
      'CasePrepared',
      'CorrectPreparation',
      prepare({ employees: 210 }),
    );
    expect(said()).toMatchObject([
      { type: 'PreparationCorrected' },
      { type: 'SigningCorrected', data: { workers: 210, reason: '录入有误' } },
    ]);
  });
  it('of a case of the past is corrected, too', () => {
    const history = (workers: number): BargainingCommand => ({
      type: 'RegisterCaseAsHistory',
      data: {
        profile: 'us-nlra',
        kind: 'comprehensive',
        level: 'enterprise',
        contract: 'contract-1',
        enterprise: 'mill',
        noticeOn: '2003-09-30',
        workers,
        source: 'FMCS F-7',
      },
    });
    corrected(
      [history(1)],
      'CaseRegisteredAsHistory',
      'CorrectHistory',
      history(7),
    ).thenRecordsTypes('HistoryCorrected');
  });
});

describe('the offer', () => {
  it('issued on another day moves the window of Hangzhou', () => {
    const { last } = corrected(
      bargainingUnder('hangzhou-wage-2014').slice(0, 3),
      'OfferIssued',
      'CorrectOffer',
      issue({ on: '2026-03-03' }),
    );
    expect(last()).toMatchObject({
      type: 'OfferCorrected',
      data: { window: { due: '2026-05-06' } },
    });
    corrected(offered, 'OfferIssued', 'CorrectOffer', issue({ on: '2026-03-04' })).thenRefuses(
      'days-run-forward',
    );
  });
  it('received later gives more time, and takes back what the clock recorded', () => {
    const past = after(...offered);
    const anew = correcting(past, 'OfferReceived', 'CorrectReceipt', receive({ on: '2026-03-12' }));
    given(bargainingCase, ...after(...offered, overdue))
      .when(anew, '2026-04-01T15:59:59.999Z')
      .thenRecordsTypes('ReceiptCorrected', 'OverdueTakenBack');
    given(bargainingCase, ...after(...offered, overdue))
      .when(anew, '2026-04-01T16:00:00.000Z')
      .thenRecordsTypes('ReceiptCorrected');
    corrected(
      [...offered, overdue, consent({ on: '2026-04-01' })],
      'OfferReceived',
      'CorrectReceipt',
      receive({ on: '2026-03-12' }),
    ).thenRecordsTypes('ReceiptCorrected', 'OverdueTakenBack');
    corrected(
      accepted,
      'OfferReceived',
      'CorrectReceipt',
      receive({ on: '2026-03-11' }),
    ).thenRefuses('days-run-forward');
  });
  it('answered on another day moves the window of Shandong, and may be in time after all', () => {
    const { said } = corrected(
      bargainingUnder('shandong-wage-2017'),
      'OfferAccepted',
      'CorrectAcceptance',
      consent({ on: '2026-03-12' }),
    );
    expect(said()).toMatchObject([{ data: { window: { due: '2026-05-11' } } }]);
    corrected(
      [...offered, overdue, consent({ on: '2026-03-24' })],
      'OfferAccepted',
      'CorrectAcceptance',
      consent({ on: '2026-03-23' }),
    ).thenRecordsTypes('AcceptanceCorrected', 'OverdueTakenBack');
    corrected(
      [...offered, overdue, refuse({ on: '2026-03-24' })],
      'OfferRefused',
      'CorrectRefusal',
      refuse({ on: '2026-03-23' }),
    ).thenRecordsTypes('RefusalCorrected', 'OverdueTakenBack');
  });
});
