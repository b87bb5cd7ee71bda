import { describe, expect, it } from 'vitest';
import type { BargainingCommand } from '../../../domain/bargaining-case/commands.ts';
import { bargainingCase } from '../../../domain/bargaining-case/decider.ts';
import type { BargainingEvent } from '../../../domain/bargaining-case/events.ts';
import { fold } from '../../../domain/shared/decider.ts';
import { given, recorded } from '../../support/given.ts';
import {
  accepted,
  after,
  agree,
  approved,
  bargaining,
  bargainingUnder,
  consent,
  deadlock,
  disclose,
  drafted,
  end,
  hold,
  idOf,
  issue,
  late,
  leave,
  name,
  named,
  offered,
  open,
  prepare,
  receive,
  refuse,
  replace,
  resume,
  sign,
  signed,
  suspend,
} from '../../support/bargaining.ts';

const overdue = { type: 'RecordReplyOverdue', data: { offer: 'offer-1' } } as const;

/** The command that says the first fact of a type anew, as `what` says it. */
const correcting = (
  past: readonly BargainingEvent[],
  fact: BargainingEvent['type'],
  type: BargainingCommand['type'],
  what: BargainingCommand,
): BargainingCommand =>
  ({
    type,
    data: { corrects: idOf(past, fact), reason: '录入有误', ...what.data },
  }) as BargainingCommand;

/** The commands that came before, then one that corrects the first fact of a type. */
const corrected = (
  before: readonly BargainingCommand[],
  ...[fact, type, what]: [BargainingEvent['type'], BargainingCommand['type'], BargainingCommand]
) => {
  const past = after(...before);
  const command = correcting(past, fact, type, what);
  const then = given(bargainingCase, ...past).when(command, late);
  const story = (): BargainingEvent[] => after(...before, command);
  return {
    ...then,
    story,
    last: () => story().at(-1),
    said: () => story().slice(past.length),
    state: () => fold(bargainingCase, recorded(story())),
    again: () => given(bargainingCase, ...story()).when(command, late),
  };
};

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
    say({ level: 'industry' }).thenRefuses('parties-fit-level');
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

describe('the table', () => {
  it('lists, leavings, substitutes, disclosures and sessions are corrected', () => {
    corrected(
      named,
      'DelegatesNamed',
      'CorrectNaming',
      name('employer', { on: '2026-03-11' }),
    ).thenRecordsTypes('NamingCorrected');
    const left = corrected(
      [...bargaining, leave()],
      'DelegateLeft',
      'CorrectLeaving',
      leave({ on: '2026-04-13' }),
    );
    expect(left.last()).toMatchObject({ data: { vacancy: { due: '2026-04-28' } } });
    corrected(
      [...bargaining, leave(), replace()],
      'DelegateReplaced',
      'CorrectReplacement',
      replace({ on: '2026-04-16' }),
    ).thenRecordsTypes('ReplacementCorrected');
    corrected(
      [...bargaining, disclose()],
      'InformationDisclosed',
      'CorrectDisclosure',
      disclose({ on: '2026-03-16' }),
    ).thenRecordsTypes('DisclosureCorrected');
    const { last } = corrected(
      bargainingUnder('ningbo-wage-2014'),
      'SessionOpened',
      'CorrectSession',
      open({ on: '2026-04-02' }),
    );
    expect(last()).toMatchObject({ data: { number: 1, window: { due: '2026-05-19' } } });
  });
  it('proposals keep their clause and round', () => {
    const clause = { id: 'raise', topic: 'wage-increase', title: '增幅', value: 800 } as const;
    const table = (value: number, id = 'raise'): BargainingCommand => ({
      type: 'TableProposal',
      data: {
        proposal: 'p1',
        side: 'employees',
        on: '2026-04-01',
        clause: { ...clause, id, value },
      },
    });
    const counter = (value: number, id = 'raise'): BargainingCommand => ({
      type: 'CounterProposal',
      data: {
        proposal: 'p2',
        counters: 'p1',
        side: 'employer',
        on: '2026-04-01',
        clause: { ...clause, id, value },
      },
    });
    const told = [...bargaining, table(800), counter(300)];
    corrected(told, 'ProposalTabled', 'CorrectProposal', table(700)).thenRecordsTypes(
      'ProposalCorrected',
    );
    corrected(told, 'ProposalTabled', 'CorrectProposal', table(700, 'x')).thenRefuses(
      'same-clause',
    );
    corrected(told, 'ProposalCountered', 'CorrectCounter', counter(350)).thenRecordsTypes(
      'CounterCorrected',
    );
    corrected(told, 'ProposalCountered', 'CorrectCounter', counter(350, 'x')).thenRefuses(
      'same-clause',
    );
  });
});

describe('a suspension', () => {
  const stood = [
    ...bargainingUnder('shandong-wage-2017'),
    suspend({ ground: 'force-majeure' }),
    resume(),
  ];
  it('that was no force majeure gives the window its days no more', () => {
    const story = corrected(stood, 'BargainingSuspended', 'CorrectSuspension', suspend());
    story.thenRecordsTypes('SuspensionCorrected', 'ResumptionCorrected', 'DeadlineRecomputed');
    expect(story.state().clocks.window?.due).toBe('2026-05-09');
    expect(story.said()[1]).toMatchObject({ data: { excluded: 0 } });
    corrected(
      stood,
      'BargainingSuspended',
      'CorrectSuspension',
      suspend({ consents: [] }),
    ).thenRefuses('suspension-consent');
  });
  it('that ended later gives the window more days', () => {
    const story = corrected(stood, 'BargainingResumed', 'CorrectResumption', resume('2026-04-17'));
    story.thenRecordsTypes('ResumptionCorrected', 'DeadlineRecomputed');
    expect(story.state().clocks.window?.due).toBe('2026-05-20');
    corrected(stood, 'BargainingResumed', 'CorrectResumption', resume('2026-04-05')).thenRefuses(
      'days-run-forward',
    );
  });
  it('still stands when the start of the window is corrected', () => {
    const story = corrected(
      stood,
      'OfferAccepted',
      'CorrectAcceptance',
      consent({ on: '2026-03-09' }),
    );
    story.thenRecordsTypes('AcceptanceCorrected', 'DeadlineRecomputed');
    expect(story.state().clocks.window?.due).toBe('2026-05-18');
  });
});

describe('the coordination', () => {
  const apply = (on = '2026-04-20'): BargainingCommand => ({
    type: 'ApplyForCoordination',
    data: { on, by: 'employees' },
  });
  const accept = (on = '2026-04-22'): BargainingCommand => ({
    type: 'AcceptCoordination',
    data: { on, mode: 'applied' },
  });
  const extend = (on: string): BargainingCommand => ({ type: 'ExtendCoordination', data: { on } });
  const henan = [...bargainingUnder('henan-wage-2014'), deadlock()];
  const running = [...henan, apply(), accept()];
  it('has its clocks counted anew', () => {
    const due = (...said: Parameters<typeof corrected>) => corrected(...said).state().clocks;
    expect(
      due(henan, 'DeadlockDeclared', 'CorrectDeadlock', deadlock('2026-04-13')).application?.due,
    ).toBe('2026-04-28');
    expect(
      due([...henan, apply()], 'CoordinationApplied', 'CorrectApplication', apply('2026-04-21'))
        .acceptance?.due,
    ).toBe('2026-04-28');
    expect(
      due(running, 'CoordinationAccepted', 'CorrectCoordination', accept('2026-04-23')).coordination
        ?.due,
    ).toBe('2026-05-25');
  });
  it('keeps its extension when its start is corrected', () => {
    const story = corrected(
      [...running, extend('2026-05-20')],
      'CoordinationAccepted',
      'CorrectCoordination',
      accept('2026-04-23'),
    );
    story.thenRecordsTypes('CoordinationCorrected', 'DeadlineRecomputed');
    expect(story.state().clocks.coordination?.due).toBe('2026-06-08');
    corrected(
      [...running, extend('2026-05-20')],
      'CoordinationExtended',
      'CorrectExtension',
      extend('2026-05-19'),
    ).thenRecordsTypes('ExtensionCorrected');
  });
});

describe('draft, vote and signature', () => {
  it('a draft corrected before the vote is what is signed', () => {
    corrected(
      drafted,
      'DraftAgreed',
      'CorrectDraft',
      agree({ termEnd: '2028-04-30' }),
    ).thenRecordsTypes('DraftCorrected');
    corrected(drafted, 'DraftAgreed', 'CorrectDraft', agree({ termEnd: '2026-06-30' })).thenRefuses(
      'term-too-short',
    );
  });
  it('a draft corrected after the signature says the signed case anew', () => {
    const { said } = corrected(
      signed,
      'DraftAgreed',
      'CorrectDraft',
      agree({ termEnd: '2028-04-30' }),
    );
    expect(said()).toMatchObject([
      { type: 'DraftCorrected' },
      { type: 'SigningCorrected', data: { termEnd: '2028-04-30', contract: 'contract-1' } },
    ]);
  });
  it('votes counted anew may turn the outcome, either way', () => {
    const { thenRecordsTypes, state } = corrected(
      approved,
      'CongressHeld',
      'CorrectCongress',
      hold({ yes: 49 }),
    );
    thenRecordsTypes('CongressCorrected', 'DraftRejected');
    expect(state().phase).toBe('rejected');
    const other = corrected(
      [...drafted, hold({ yes: 49 })],
      'CongressHeld',
      'CorrectCongress',
      hold({ yes: 50 }),
    );
    other.thenRecordsTypes('CongressCorrected', 'DraftApproved');
    expect(other.state().phase).toBe('approved');
    corrected(approved, 'CongressHeld', 'CorrectCongress', hold({ yes: 58 })).thenRecordsTypes(
      'CongressCorrected',
    );
    corrected(approved, 'CongressHeld', 'CorrectCongress', hold({ yes: 66 })).thenRefuses(
      'votes-add-up',
    );
  });
  it('but not once the case is signed', () => {
    corrected(signed, 'CongressHeld', 'CorrectCongress', hold({ yes: 49 })).thenRefuses(
      'signed-stands',
    );
    const { said, state } = corrected(
      signed,
      'CongressHeld',
      'CorrectCongress',
      hold({ on: '2026-05-13' }),
    );
    expect(said()).toMatchObject([
      { type: 'CongressCorrected' },
      { type: 'DraftApproved', data: { on: '2026-05-13' } },
      { type: 'SigningCorrected', data: { approvedOn: '2026-05-13' } },
    ]);
    expect(state().phase).toBe('signed');
  });
  it('a chief who signed on another day signed the case on another day', () => {
    const { said } = corrected(
      signed,
      'ChiefSigned',
      'CorrectSignature',
      sign('employees', { on: '2026-05-18' }),
    );
    expect(said()).toMatchObject([
      { type: 'SignatureCorrected' },
      { type: 'SigningCorrected', data: { signedOn: '2026-05-18' } },
    ]);
    corrected(
      signed,
      'ChiefSigned',
      'CorrectSignature',
      sign('employees', { on: '2026-05-11' }),
    ).thenRefuses('congress-before-signature');
  });
  it('a notice that came on another day moves the signed day in Shanghai', () => {
    const notice = (on: string): BargainingCommand => ({
      type: 'RecordApprovalNotice',
      data: { draft: 'draft-1', on },
    });
    const { said } = corrected(
      [
        ...bargainingUnder('shanghai-2015'),
        agree(),
        sign('employees'),
        sign('employer'),
        hold({ on: '2026-05-16' }),
        notice('2026-05-20'),
      ],
      'ApprovalNotified',
      'CorrectNotice',
      notice('2026-05-22'),
    );
    expect(said()).toMatchObject([
      { type: 'NoticeCorrected' },
      { type: 'SigningCorrected', data: { signedOn: '2026-05-22', notifiedOn: '2026-05-22' } },
    ]);
  });
  it('a closing is corrected', () => {
    corrected(
      [...bargaining, end()],
      'CaseClosed',
      'CorrectClosing',
      end({ on: '2026-06-02' }),
    ).thenRecordsTypes('ClosingCorrected');
  });
});
