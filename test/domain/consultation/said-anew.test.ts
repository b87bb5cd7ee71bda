import { describe, expect, it } from 'vitest';
import type { ConsultationCommand } from '../../../domain/consultation/commands.ts';
import type { ConsultationEvent } from '../../../domain/consultation/events.ts';
import { plusDays } from '../../../domain/shared/calendar.ts';
import { agenda } from '../../../projections/consultation/agenda.ts';
import { meetings } from '../../../projections/consultation/meetings.ts';
import { resolutions } from '../../../projections/consultation/resolutions.ts';
import {
  after,
  approve,
  assigned,
  callOff,
  close,
  closed,
  convene,
  conveneJoint,
  defer,
  discuss,
  discussed,
  drawUp,
  drop,
  hear,
  idOf,
  issue,
  issued,
  minuted,
  open,
  progress,
  propose,
  remit,
  reportUp,
  research,
  resolved,
  screen,
  sign,
  signed,
  story,
  table,
  tabled,
  withdraw,
} from '../../support/stories/consulting.ts';
import { rowAfter, rowsAfter } from '../../support/stories/row-after.ts';

type Commands = readonly ConsultationCommand[];
type Correcting = Extract<ConsultationCommand['type'], `Correct${string}`>;
type Said = readonly [ConsultationEvent['type'], Correcting, ConsultationCommand];

/** The command that says the last fact of a type anew, as a command says it. */
const anew = (past: Commands, ...[fact, type, { data }]: Said): ConsultationCommand =>
  ({
    type,
    data: { ...data, corrects: idOf(past, fact), reason: '录入有误' },
  }) as ConsultationCommand;

/** What came before, then the correction. */
const when = (past: Commands, ...said: Said) => story(...past).when(anew(past, ...said));
const runsForward = 'days-run-forward';

describe('the way of an item', () => {
  const joint = [
    conveneJoint(),
    propose({ by: 'union' }),
    screen(),
    approve(),
    research(),
    table(),
  ];
  // Proposed on the 4th, screened on the 5th, approved on the 6th, researched on the 9th, tabled on the 12th.
  const stages = [
    ['ItemScreened', 'CorrectScreening', screen, ['2026-03-04', '2026-03-06']],
    ['ItemApproved', 'CorrectApproval', approve, ['2026-03-05', '2026-03-09']],
    ['ItemResearched', 'CorrectResearch', research, ['2026-03-06', '2026-03-12']],
  ] as const;
  it.each(stages)(
    '%s is said anew between the stages beside it',
    (fact, type, say, [first, last]) => {
      const as = {
        ItemScreened: 'Screening',
        ItemApproved: 'Approval',
        ItemResearched: 'Research',
      };
      const correct = (on: string) => when(joint, fact, type, say({ on }));
      correct(first).thenRecordsTypes(`${as[fact]}Corrected` as ConsultationEvent['type']);
      correct(last).thenRecordsTypes(`${as[fact]}Corrected` as ConsultationEvent['type']);
      correct(plusDays(last, 1)).thenRefuses(runsForward);
      correct(plusDays(first, -1)).thenRefuses(runsForward);
    },
  );
  it('begins with a proposal of a body of the meeting, and ends where it is dropped', () => {
    const proposed = (over: object) =>
      when(tabled, 'ItemProposed', 'CorrectItemProposal', propose(over));
    proposed({ on: '2026-03-12', title: '工资集体协商' }).thenRecordsTypes('ItemProposalCorrected');
    proposed({ on: '2026-03-13' }).thenRefuses(runsForward);
    proposed({ by: 'government' }).thenRefuses('body-of-the-meeting');
    proposed({ item: 'i2' }).thenRefuses('corrects-a-fact');
    const dropped = [...tabled, drop()];
    when(dropped, 'ItemDropped', 'CorrectDropping', drop({ on: '2026-03-12' })).thenRecordsTypes(
      'DroppingCorrected',
    );
    when(dropped, 'ItemDropped', 'CorrectDropping', drop({ on: '2026-03-11' })).thenRefuses(
      runsForward,
    );
    when(dropped, 'ItemTabled', 'CorrectTabling', table({ on: '2026-03-17' })).thenRefuses(
      runsForward,
    );
  });
  it('at the meeting lies on its day or later, and not after its closing', () => {
    const long = [...resolved, close('2026-03-17')];
    const discussion = (on: string) =>
      when(long, 'ItemDiscussed', 'CorrectDiscussion', discuss({ on, summary: '各方同意' }));
    discussion('2026-03-16').thenRecordsTypes('DiscussionCorrected');
    discussion('2026-03-15').thenRefuses(runsForward);
    discussion('2026-03-17').thenRefuses(runsForward);
    for (const [fact, type, say, as] of [
      ['ItemDeferred', 'CorrectDeferral', defer, 'DeferralCorrected'],
      ['ItemRemitted', 'CorrectRemittal', remit, 'RemittalCorrected'],
    ] as const) {
      const over = [...discussed, say(), close('2026-03-17')];
      when(over, fact, type, say({ on: '2026-03-17' })).thenRecordsTypes(as);
      when(over, fact, type, say({ on: '2026-03-18' })).thenRefuses(runsForward);
      when(over, fact, type, say({ on: '2026-03-15' })).thenRefuses(runsForward);
    }
  });
  it('is shown as it is said now: its stage by the fact that brought it there', () => {
    const row = (...commands: Commands) => rowsAfter(agenda, after(...commands)).get('c1/i1');
    const tabling = anew(tabled, 'ItemTabled', 'CorrectTabling', table({ on: '2026-03-11' }));
    expect(row(...tabled, tabling)).toMatchObject({
      tabled_on: '2026-03-11',
      stage_on: '2026-03-11',
    });
    const later = [...discussed, defer()];
    const before = anew(later, 'ItemTabled', 'CorrectTabling', table({ on: '2026-03-11' }));
    const deferral = anew(later, 'ItemDeferred', 'CorrectDeferral', defer({ because: '另议' }));
    expect(row(...later, before, deferral)).toMatchObject({
      tabled_on: '2026-03-11',
      stage: 'deferred',
      stage_on: '2026-03-16',
      because: '另议',
    });
    const proposal = anew(later, 'ItemProposed', 'CorrectItemProposal', propose({ title: '休假' }));
    expect(row(...later, proposal)).toMatchObject({ title: '休假', stage: 'deferred' });
  });
});

describe('the meeting and its papers', () => {
  it('closes after all that was done at it, and before its minutes', () => {
    const closing = (on: string) => when(minuted, 'MeetingClosed', 'CorrectClosing', close(on));
    closing('2026-03-18').thenRecordsTypes('ClosingCorrected');
    closing('2026-03-19').thenRefuses(runsForward);
    closing('2026-03-15').thenRefuses(runsForward);
    closing('2026-03-16').thenRecords();
    const reported = [...closed, reportUp({ on: '2026-03-17' })];
    when(reported, 'MeetingClosed', 'CorrectClosing', close('2026-03-18')).thenRefuses(runsForward);
  });
  it('is called off on the day of its notice or later', () => {
    const off = [convene(), callOff];
    const calling = (on: string): ConsultationCommand => ({
      type: 'CallOffMeeting',
      data: { on, because: '改期' },
    });
    when(off, 'MeetingCalledOff', 'CorrectCallingOff', calling('2026-03-02')).thenRecordsTypes(
      'CallingOffCorrected',
    );
    when(off, 'MeetingCalledOff', 'CorrectCallingOff', calling('2026-03-01')).thenRefuses(
      runsForward,
    );
  });
  it('minutes are drawn up, signed and issued in order', () => {
    const minutes = (on: string) => when(signed, 'MinutesDrawnUp', 'CorrectMinutes', drawUp(on));
    minutes('2026-03-16').thenRecordsTypes('MinutesCorrected');
    minutes('2026-03-15').thenRefuses(runsForward);
    minutes('2026-03-20').thenRecordsTypes('MinutesCorrected');
    minutes('2026-03-21').thenRefuses(runsForward);
    const signature = (on: string, body: Parameters<typeof sign>[0] = 'industry-federation') =>
      when(issued, 'MinutesSigned', 'CorrectMinutesSignature', sign(body, on));
    signature('2026-03-18').thenRecordsTypes('MinutesSignatureCorrected');
    signature('2026-03-17').thenRefuses(runsForward);
    signature('2026-03-24').thenRecordsTypes('MinutesSignatureCorrected');
    signature('2026-03-25').thenRefuses(runsForward);
    signature('2026-03-19', 'union').thenRefuses('corrects-a-fact');
    const document = (on: string) =>
      when(issued, 'JointDocumentIssued', 'CorrectJointDocument', issue({ on, number: '2号' }));
    document('2026-03-20').thenRecordsTypes('JointDocumentCorrected');
    document('2026-03-19').thenRefuses(runsForward);
  });
  it('is reported to the level above after it closed; to which level follows from its own', () => {
    const past = [...issued, reportUp()];
    const upward = (on: string) =>
      when(past, 'ReportedUpward', 'CorrectUpwardReport', reportUp({ on, office: '省政府' }));
    upward('2026-03-16').thenRecords({
      type: 'UpwardReportCorrected',
      data: {
        corrects: idOf(past, 'ReportedUpward'),
        reason: '录入有误',
        on: '2026-03-16',
        to: 'province',
        office: '省政府',
      },
    });
    upward('2026-03-15').thenRefuses(runsForward);
    when(past, 'ReportedUpward', 'CorrectUpwardReport', reportUp()).thenRecords();
  });
  it('is listed with the days that are said now', () => {
    const past = [...issued, reportUp()];
    const corrections = [
      anew(past, 'MinutesDrawnUp', 'CorrectMinutes', drawUp('2026-03-19')),
      anew(past, 'MeetingClosed', 'CorrectClosing', close('2026-03-17')),
      anew(past, 'JointDocumentIssued', 'CorrectJointDocument', issue({ on: '2026-03-23' })),
      anew(past, 'ReportedUpward', 'CorrectUpwardReport', reportUp({ on: '2026-03-26' })),
    ];
    expect(rowAfter(meetings, after(...past, ...corrections))).toMatchObject({
      phase: 'issued',
      closed_on: '2026-03-17',
      minutes_on: '2026-03-19',
      issued_on: '2026-03-23',
      reported_upward_on: '2026-03-26',
      reported_to: 'province',
    });
  });
  it('hears what the last one resolved without being kept from its own corrections', () => {
    const past = [convene({ previous: 'm1', carried: ['r0'] }), open(), hear(), close()];
    when(past, 'MeetingClosed', 'CorrectClosing', close('2026-03-17')).thenRecordsTypes(
      'ClosingCorrected',
    );
  });
});

describe('the follow-up of a resolution', () => {
  const row = (...commands: Commands) => rowsAfter(resolutions, after(...commands)).get('c1/r1');
  const first = progress();
  const second = progress({ on: '2026-06-01', note: '已签订 80 份' });

  it('progress is said anew on the day of the resolution or later', () => {
    const past = [...assigned, first];
    const report = (on: string) =>
      when(past, 'ProgressReported', 'CorrectProgress', progress({ on }));
    report('2026-03-16').thenRecordsTypes('ProgressCorrected');
    report('2026-03-15').thenRefuses(runsForward);
  });
  it('the last report that was recorded is the one that is shown', () => {
    const past = [...assigned, first, second];
    const ofFirst = anew(
      [...assigned, first],
      'ProgressReported',
      'CorrectProgress',
      progress({ on: '2026-05-09' }),
    );
    const ofSecond = anew(
      past,
      'ProgressReported',
      'CorrectProgress',
      progress({ on: '2026-06-02' }),
    );
    expect(row(...past, ofFirst)?.reported_on).toBe('2026-06-01');
    expect(row(...past, ofSecond)?.reported_on).toBe('2026-06-02');
  });
  it('a withdrawal is said anew while it stands', () => {
    const past = [...assigned, withdraw()];
    const again = (over: object) =>
      when(past, 'ResolutionWithdrawn', 'CorrectResolutionWithdrawal', withdraw(over));
    again({ on: '2026-03-16' }).thenRecordsTypes('ResolutionWithdrawalCorrected');
    again({ on: '2026-03-15' }).thenRefuses(runsForward);
    again({}).thenRecords();
    const because = anew(
      past,
      'ResolutionWithdrawn',
      'CorrectResolutionWithdrawal',
      withdraw({ because: '重复' }),
    );
    expect(row(...past, because)).toMatchObject({ status: 'withdrawn', because: '重复' });
  });
});
