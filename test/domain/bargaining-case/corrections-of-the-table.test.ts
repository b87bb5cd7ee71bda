import { describe, expect, it } from 'vitest';
import type { BargainingCommand } from '../../../domain/bargaining-case/commands.ts';
import { corrected } from '../../support/stories/correcting.ts';
import {
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
  leave,
  name,
  named,
  open,
  replace,
  resume,
  sign,
  signed,
  suspend,
} from '../../support/stories/bargaining.ts';

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
  it('a notice that came on another day moves the start of the filing in Shanghai', () => {
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
      { type: 'SigningCorrected', data: { signedOn: '2026-05-14', notifiedOn: '2026-05-22' } },
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
