import { describe, expect, it } from 'vitest';
import type { DisputeCommand } from '../../../domain/dispute-case/commands.ts';
import { claims } from '../../../projections/disputes/claims.ts';
import { disputeDocket } from '../../../projections/disputes/dispute-docket.ts';
import {
  after,
  claim,
  collective,
  idOf,
  receive,
  stateAfter,
  story,
} from '../../support/stories/disputes.ts';
import { rowAfter, rowsAfter } from '../../support/stories/row-after.ts';
import { whenSaidAnew, withSaidAnew } from '../../support/stories/said-anew.ts';

type Commands = readonly DisputeCommand[];
const reason = '录入错误';
const runsForward = 'days-run-forward';

/** What never was, taken back by the event id of the last fact of this kind. */
const takenBack = (
  past: Commands,
  type: 'TakeBackLeadClaims' | 'TakeBackClaimantSuccession' | 'TakeBackJoinedEmployer',
  fact: 'LeadClaimsChosen' | 'ClaimantSucceeded' | 'EmployerJoined',
): DisputeCommand => ({ type, data: { takesBack: idOf(after(...past), fact), reason } });
const docket = (commands: Commands) => rowAfter(disputeDocket, after(...commands));

describe('the claims that lead for others', () => {
  const lead = (...chosen: string[]): DisputeCommand => ({
    type: 'ChooseLeadClaims',
    data: { on: '2026-03-05', claims: chosen },
  });
  const leading = (commands: Commands) =>
    [...rowsAfter(claims, after(...commands)).values()]
      .filter((row) => row.lead === 'lead')
      .map((row) => row.claim);
  const chosen = [...collective, lead('c1', 'c9')];
  const anew = (on: string, ...now: string[]) =>
    ['LeadClaimsChosen', 'CorrectLeadClaims', { on, claims: now }] as const;

  it('are said anew: those that were named by mistake lead no more', () => {
    whenSaidAnew(chosen, ...anew('2026-03-05', 'c1', 'c9')).thenRecords();
    whenSaidAnew(chosen, ...anew('2026-03-05', 'x')).thenRefuses('claim-on-file');
    const said = withSaidAnew(chosen, ...anew('2026-03-05', 'c1'));
    expect([leading(chosen), leading(said)]).toStrictEqual([['c1', 'c9'], ['c1']]);
    const again = withSaidAnew(said, ...anew('2026-03-05', 'c9'));
    expect(leading(again)).toStrictEqual(['c9']);
    expect(Object.values(stateAfter(...again).leads)).toStrictEqual([['c9']]);
  });
  it('are chosen on the day of the receipt or later', () => {
    whenSaidAnew(chosen, ...anew('2026-03-02', 'c1')).thenRecordsTypes('LeadClaimsCorrected');
    whenSaidAnew(chosen, ...anew('2026-03-01', 'c1')).thenRefuses(runsForward);
  });
  it('lead still where another choice named them, too', () => {
    const twice = [...collective, lead('c1'), lead('c1', 'c9')];
    expect(leading(withSaidAnew(twice, ...anew('2026-03-05', 'c9')))).toStrictEqual(['c1', 'c9']);
  });
  it('were never chosen once that is taken back, and can be chosen again', () => {
    const back = takenBack(chosen, 'TakeBackLeadClaims', 'LeadClaimsChosen');
    expect(leading([...chosen, back])).toStrictEqual([]);
    story(...chosen, back)
      .when(back)
      .thenRefuses('corrects-a-fact');
    story(...chosen, back)
      .when(lead('c1', 'c9'))
      .thenRecordsTypes('LeadClaimsChosen');
  });
});

describe('whoever takes over from a claimant who died', () => {
  const succeed: DisputeCommand = {
    type: 'SucceedClaimant',
    data: { claimant: 'wang', successors: ['son', 'wife'], on: '2026-03-05' },
  };
  const past = [receive(), succeed];
  const anew = (successors: string[], on = '2026-03-05') =>
    [
      'ClaimantSucceeded',
      'CorrectClaimantSuccession',
      { claimant: 'wang', successors, on },
    ] as const;
  const saidAnew = (successors: string[], on?: string) =>
    whenSaidAnew(past, ...anew(successors, on));

  it('is said anew, and counted as is said now', () => {
    saidAnew(['son', 'wife']).thenRecords();
    const fewer = withSaidAnew(past, ...anew(['son']));
    expect(stateAfter(...fewer).claimants).toStrictEqual({ wang: 'left', son: 'open' });
    expect([docket(past)?.claimants, docket(fewer)?.claimants]).toStrictEqual([2, 1]);
    const more = withSaidAnew(fewer, ...anew(['son', 'daughter', 'mother']));
    expect(stateAfter(...more).heirs).toStrictEqual({ wang: ['son', 'daughter', 'mother'] });
    expect(docket(more)?.claimants).toBe(3);
  });
  it('took over on the day of the receipt or later', () => {
    saidAnew(['son', 'wife'], '2026-03-02').thenRecordsTypes('ClaimantSuccessionCorrected');
    saidAnew(['son', 'wife'], '2026-03-01').thenRefuses(runsForward);
  });
  it('lives, is another, and handles nothing of the dispute', () => {
    saidAnew(['wang']).thenRefuses('claimant-once');
    saidAnew(['son', 'son']).thenRefuses('claimant-once');
    whenSaidAnew(past, 'ClaimantSucceeded', 'CorrectClaimantSuccession', {
      ...{ claimant: 'li', successors: ['son'], on: '2026-03-05' },
    }).thenRefuses('corrects-a-fact');
  });
  it('stays where something was recorded with him since', () => {
    const claims = [...past, claim({ claimant: 'wife' })];
    whenSaidAnew(claims, ...anew(['son'])).thenRefuses('acted-since');
    whenSaidAnew(claims, ...anew(['wife'])).thenRecordsTypes('ClaimantSuccessionCorrected');
    story(...claims)
      .when(takenBack(claims, 'TakeBackClaimantSuccession', 'ClaimantSucceeded'))
      .thenRefuses('acted-since');
  });
  it('who was succeeded himself took over before that', () => {
    const then: DisputeCommand = {
      type: 'SucceedClaimant',
      data: { claimant: 'wife', successors: ['son'], on: '2026-03-09' },
    };
    const twice = [receive(), succeed, then];
    const first = (on: string) =>
      whenSaidAnew(twice, 'ClaimantSucceeded', 'CorrectClaimantSuccession', {
        ...{ claimant: 'wang', successors: ['son', 'wife'], on },
      });
    first('2026-03-09').thenRecordsTypes('ClaimantSuccessionCorrected');
    first('2026-03-10').thenRefuses(runsForward);
  });
  it('never did, and the claimant lives, once that is taken back', () => {
    const back = takenBack(past, 'TakeBackClaimantSuccession', 'ClaimantSucceeded');
    const said = [...past, back];
    expect(stateAfter(...said)).toMatchObject({ claimants: { wang: 'open' }, heirs: {} });
    expect(docket(said)?.claimants).toBe(1);
    story(...said)
      .when(back)
      .thenRefuses('corrects-a-fact');
    story(...said)
      .when(succeed)
      .thenRecordsTypes('ClaimantSucceeded');
  });
});

describe('an employer that joined', () => {
  const investor = { name: '某股东', role: 'investor' } as const;
  const joins = (on = '2026-03-05', employer: object = investor): DisputeCommand => ({
    type: 'JoinEmployer',
    data: { on, employer: employer as typeof investor },
  });
  const past = [receive(), joins()];
  const anew = (on: string, employer: object) =>
    ['EmployerJoined', 'CorrectEmployerJoining', { on, employer }] as const;

  it('is called, and joined on the day, that is said now', () => {
    whenSaidAnew(past, ...anew('2026-03-05', investor)).thenRecords();
    whenSaidAnew(past, ...anew('2026-03-02', investor)).thenRecordsTypes(
      'EmployerJoiningCorrected',
    );
    whenSaidAnew(past, ...anew('2026-03-01', investor)).thenRefuses(runsForward);
    const said = withSaidAnew(past, ...anew('2026-03-05', { ...investor, name: '王某' }));
    expect(stateAfter(...said).about.employers.at(-1)).toStrictEqual({
      ...{ name: '王某', role: 'investor' },
    });
    expect(docket(said)?.employers.split('; ')).toContain('王某');
    expect(docket(said)?.employers.split('; ')).not.toContain('某股东');
  });
  it('is not another of the register: that one joins, and this one is taken back', () =>
    whenSaidAnew(past, ...anew('2026-03-05', { ...investor, enterprise: 'weavers' })).thenRefuses(
      'corrects-a-fact',
    ));
  it('has its place: an agency and the user of the labor are parties together', () =>
    whenSaidAnew(past, ...anew('2026-03-05', { ...investor, role: 'user' })).thenRefuses(
      'dispatch-is-joint',
    ));
  it('never was a party once that is taken back', () => {
    const back = takenBack(past, 'TakeBackJoinedEmployer', 'EmployerJoined');
    const said = [...past, back];
    expect(stateAfter(...said).about.employers).toStrictEqual(
      stateAfter(receive()).about.employers,
    );
    expect(docket(said)?.employers).toBe(docket([receive()])?.employers);
    story(...said)
      .when(back)
      .thenRefuses('corrects-a-fact');
    story(...said)
      .when(joins())
      .thenRecordsTypes('EmployerJoined');
  });
  it('by a merger or split is corrected by that', () => {
    const merged: Commands = [
      receive({ employers: [{ enterprise: 'looms', role: 'employer' }] }),
      {
        type: 'FollowEmployers',
        data: {
          changes: [{ act: 'm1', enterprise: 'looms', on: '2026-03-06', heirs: ['weavers'] }],
        },
      },
    ];
    const heir = { enterprise: 'weavers', role: 'successor' };
    whenSaidAnew(merged, ...anew('2026-03-07', heir)).thenRefuses('party-by-merger');
    story(...merged)
      .when(takenBack(merged, 'TakeBackJoinedEmployer', 'EmployerJoined'))
      .thenRefuses('party-by-merger');
  });
});
