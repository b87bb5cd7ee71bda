import { describe, expect, it } from 'vitest';
import type { DisputeCommand } from '../../../domain/dispute-case/commands.ts';
import { claims } from '../../../projections/disputes/claims.ts';
import { disputeDocket } from '../../../projections/disputes/dispute-docket.ts';
import {
  arbitrating,
  award,
  filed,
  hearing,
  mixed,
  serve,
  served,
  setAside,
  sue,
} from '../../support/stories/arbitrations.ts';
import { after, stateAfter } from '../../support/stories/disputes.ts';
import { rowAfter, rowsAfter } from '../../support/stories/row-after.ts';
import { clockOf, whenSaidAnew, withSaidAnew } from '../../support/stories/said-anew.ts';

// Filed on 2026-05-06, accepted on the 8th; the award of 2026-06-15 is served on the 16th and 17th.

type Commands = readonly DisputeCommand[];
const runsForward = 'days-run-forward';
const metOn = (name: string, commands: Commands) => clockOf(name, commands)?.met_on;
const arbitration = 'arb';

describe('a commission that did not accept', () => {
  const refuse = { arbitration, on: '2026-05-11', because: '不属受案范围' };
  const past: Commands = [...filed, { type: 'RefuseArbitration', data: refuse }];
  const refusal = (on: string) =>
    ['ArbitrationNotAccepted', 'CorrectArbitrationRefusal', { ...refuse, on }] as const;

  it('said so on the day of the filing or later, and before the suit for it', () => {
    whenSaidAnew(past, ...refusal('2026-05-06')).thenRecordsTypes('ArbitrationRefusalCorrected');
    whenSaidAnew(past, ...refusal('2026-05-05')).thenRefuses(runsForward);
    const sued = [...past, sue({ ground: 'not-accepted', award: undefined, on: '2026-05-20' })];
    whenSaidAnew(sued, ...refusal('2026-05-20')).thenRecordsTypes('ArbitrationRefusalCorrected');
    whenSaidAnew(sued, ...refusal('2026-05-21')).thenRefuses(runsForward);
    whenSaidAnew(sued, 'SuitFiled', 'CorrectSuit', {
      ...sue({ ground: 'not-accepted', award: undefined }).data,
      on: '2026-05-10',
    }).thenRefuses('court-is-open');
  });
  it('is shown on its new day', () => {
    const said = withSaidAnew(past, ...refusal('2026-05-12'));
    expect(metOn('arbitration-acceptance', said)).toBe('2026-05-12');
    expect(stateAfter(...said).arbitration.refusedOn).toBe('2026-05-12');
    expect(rowAfter(disputeDocket, after(...said))?.phase_since).toBe('2026-05-12');
  });
  it('is not said anew when another one was applied to since', () => {
    const other: DisputeCommand = {
      type: 'FileArbitration',
      data: {
        arbitration: 'arb-2',
        commission: '市仲裁委',
        on: '2026-05-20',
        by: 'workers',
        claimants: [],
      },
    };
    whenSaidAnew([...past, other], ...refusal('2026-05-12')).thenRefuses('this-arbitration');
  });
});

describe('the course of an arbitration', () => {
  const form = (over: object = {}): DisputeCommand => ({
    type: 'FormTribunal',
    data: { arbitration, on: '2026-05-12', arbitrators: ['qian'], ...over },
  });
  it('a tribunal is formed from the acceptance on, of neutral arbitrators', () => {
    const past = [...arbitrating, form()];
    const tribunal = (over: object) =>
      ['TribunalFormed', 'CorrectTribunal', { ...form().data, ...over }] as const;
    whenSaidAnew(past, ...tribunal({ on: '2026-05-08' })).thenRecordsTypes('TribunalCorrected');
    whenSaidAnew(past, ...tribunal({ on: '2026-05-07' })).thenRefuses(runsForward);
    whenSaidAnew(past, ...tribunal({ arbitrators: ['wang'] })).thenRefuses('mediator-is-no-party');
    whenSaidAnew(past, ...tribunal({ arbitrators: ['qian', 'sun'] })).thenRefuses(
      'three-arbitrators',
    );
    expect(metOn('tribunal', withSaidAnew(past, ...tribunal({ on: '2026-05-11' })))).toBe(
      '2026-05-11',
    );
  });
  it('an arbitrator is recused from the acceptance on', () => {
    const recusal = { arbitration, arbitrator: 'qian', on: '2026-05-13' };
    const past: Commands = [...arbitrating, form(), { type: 'RecuseArbitrator', data: recusal }];
    const recused = (over: object) =>
      whenSaidAnew(past, 'ArbitratorRecused', 'CorrectArbitratorRecusal', { ...recusal, ...over });
    recused({ on: '2026-05-08' }).thenRecordsTypes('ArbitratorRecusalCorrected');
    recused({ on: '2026-05-07' }).thenRefuses(runsForward);
    recused({ arbitrator: 'sun' }).thenRefuses('corrects-a-fact');
  });
  it('a defence is forwarded when it was filed', () => {
    const past: Commands = [
      ...arbitrating,
      { type: 'ServeApplication', data: { arbitration, on: '2026-05-11' } },
      { type: 'FileDefence', data: { arbitration, on: '2026-05-15' } },
      { type: 'ForwardDefence', data: { arbitration, on: '2026-05-18' } },
    ];
    const forwarding = (on: string) =>
      ['DefenceForwarded', 'CorrectDefenceForwarding', { arbitration, on }] as const;
    whenSaidAnew(past, ...forwarding('2026-05-15')).thenRecordsTypes('DefenceForwardingCorrected');
    whenSaidAnew(past, ...forwarding('2026-05-14')).thenRefuses(runsForward);
    expect(metOn('defence-forward', withSaidAnew(past, ...forwarding('2026-05-16')))).toBe(
      '2026-05-16',
    );
  });
  it('a hearing is postponed in time, or held on its day or later', () => {
    const of = { arbitration, hearing: 'h1' };
    const scheduled = [...arbitrating, hearing()];
    const last = stateAfter(...scheduled).clocks['postponement:h1']?.due ?? '';
    const asked: Commands = [
      ...scheduled,
      { type: 'PostponeHearing', data: { ...of, on: '2026-05-21' } },
    ];
    const postponement = (on: string) =>
      ['HearingPostponed', 'CorrectPostponement', { ...of, on }] as const;
    whenSaidAnew(asked, ...postponement(last)).thenRecordsTypes('PostponementCorrected');
    whenSaidAnew(asked, ...postponement('2026-05-31')).thenRefuses('postpone-in-time');
    whenSaidAnew(asked, ...postponement('2026-05-07')).thenRefuses(runsForward);
    expect(metOn('postponement:h1', withSaidAnew(asked, ...postponement(last)))).toBe(last);
    const held: Commands = [
      ...scheduled,
      { type: 'HoldHearing', data: { ...of, on: '2026-06-03' } },
    ];
    const holding = (on: string) =>
      whenSaidAnew(held, 'HearingHeld', 'CorrectHearingHeld', { ...of, on });
    holding('2026-06-01').thenRecordsTypes('HearingHeldCorrected');
    holding('2026-05-31').thenRefuses(runsForward);
  });
  it('prior enforcement is ordered after the acceptance, of claims on file', () => {
    const order = { arbitration, on: '2026-05-20', claims: ['c1'] };
    const past: Commands = [...arbitrating, { type: 'OrderPriorEnforcement', data: order }];
    const ordering = (over: object) =>
      whenSaidAnew(past, 'PriorEnforcementOrdered', 'CorrectPriorEnforcement', {
        ...order,
        ...over,
      });
    ordering({ on: '2026-05-08' }).thenRecordsTypes('PriorEnforcementCorrected');
    ordering({ on: '2026-05-07' }).thenRefuses(runsForward);
    ordering({ claims: ['c9'] }).thenRefuses('claim-on-file');
  });
  it('ends without an award on the day of the acceptance or later', () => {
    const end = { arbitration, on: '2026-06-10', how: 'withdrawn' };
    const past: Commands = [
      ...arbitrating,
      { type: 'EndArbitration', data: end } as DisputeCommand,
    ];
    const ending = (on: string) =>
      ['ArbitrationEnded', 'CorrectArbitrationEnd', { ...end, on }] as const;
    whenSaidAnew(past, ...ending('2026-05-08')).thenRecordsTypes('ArbitrationEndCorrected');
    whenSaidAnew(past, ...ending('2026-05-07')).thenRefuses(runsForward);
    const said = withSaidAnew(past, ...ending('2026-06-09'));
    expect(metOn('award', said)).toBe('2026-06-09');
    expect(rowAfter(disputeDocket, after(...said))?.phase_since).toBe('2026-06-09');
  });
});

describe('what comes before a court', () => {
  const sued = [...mixed, serve(), serve({ service: 'v2', to: 'employer' }), sue()];
  const judge = {
    suit: 'u1',
    on: '2026-09-01',
    instance: 'first',
    result: 'partly',
    items: [{ claim: 'c1', fen: 2_000_000 }],
  };
  const decide = (over: object = {}): DisputeCommand =>
    ({ type: 'DecideSuit', data: { ...judge, ...over } }) as DisputeCommand;
  const suit = (over: object) => ['SuitFiled', 'CorrectSuit', { ...sue().data, ...over }] as const;
  const judgment = (over: object) =>
    ['SuitDecided', 'CorrectJudgment', { ...judge, ...over }] as const;

  it('a suit is filed in the time that runs from the service, and before it is decided', () => {
    whenSaidAnew(sued, ...suit({ on: '2026-06-16' })).thenRecordsTypes('SuitCorrected');
    whenSaidAnew(sued, ...suit({ on: '2026-06-15' })).thenRefuses('sue-in-time');
    whenSaidAnew(sued, ...suit({ on: '2026-07-01' })).thenRecordsTypes('SuitCorrected');
    whenSaidAnew(sued, ...suit({ on: '2026-07-02' })).thenRefuses('sue-in-time');
    whenSaidAnew(sued, ...suit({ court: '海州区人民法院' })).thenRecordsTypes('SuitCorrected');
    whenSaidAnew(sued, ...suit({ claimants: ['wang'] })).thenRefuses('corrects-a-fact');
    whenSaidAnew(
      [...sued, decide({ on: '2026-06-26' })],
      ...suit({ on: '2026-06-26' }),
    ).thenRecordsTypes('SuitCorrected');
    whenSaidAnew(
      [...sued, decide({ on: '2026-06-26' })],
      ...suit({ on: '2026-06-27' }),
    ).thenRefuses(runsForward);
    expect(stateAfter(...withSaidAnew(sued, ...suit({ on: '2026-06-20' }))).suits['u1']?.on).toBe(
      '2026-06-20',
    );
  });
  it('a judgment is said anew with its sums; the last one is shown', () => {
    const first = [...sued, decide()];
    whenSaidAnew(first, ...judgment({ on: '2026-06-25' })).thenRecordsTypes('JudgmentCorrected');
    whenSaidAnew(first, ...judgment({ on: '2026-06-24' })).thenRefuses(runsForward);
    whenSaidAnew(first, ...judgment({ items: [] })).thenRefuses('claim-on-file');
    whenSaidAnew(first, ...judgment({ items: [...judge.items, { claim: 'c9' }] })).thenRefuses(
      'claim-on-file',
    );
    const row = (commands: Commands) => rowsAfter(claims, after(...commands)).get('c1/c1');
    const less = judgment({ items: [{ claim: 'c1', fen: 1_000_000 }] });
    expect(row(withSaidAnew(first, ...less))?.judged_fen).toBe(1_000_000);
    const second = [
      ...first,
      decide({ instance: 'second', on: '2026-11-01', items: [{ claim: 'c1', fen: 3_000_000 }] }),
    ];
    expect(row(withSaidAnew(second, ...less))?.judged_fen).toBe(3_000_000);
  });
  it('an application to set aside lies in its time, before its decision and a worker’s suit', () => {
    const applied = [...served, setAside()];
    const application = (past: Commands, on: string) =>
      whenSaidAnew(past, 'AnnulmentApplied', 'CorrectAnnulmentApplication', setAside({ on }).data);
    application(applied, '2026-06-17').thenRecordsTypes('AnnulmentApplicationCorrected');
    application(applied, '2026-06-16').thenRefuses('set-aside-in-time');
    application(applied, '2026-07-17').thenRecordsTypes('AnnulmentApplicationCorrected');
    application(applied, '2026-07-18').thenRefuses('set-aside-in-time');
    const decided: Commands = [
      ...applied,
      { type: 'DecideAnnulment', data: { award: 'w1', on: '2026-07-10', result: 'dismissed' } },
    ];
    application(decided, '2026-07-10').thenRecordsTypes('AnnulmentApplicationCorrected');
    application(decided, '2026-07-11').thenRefuses(runsForward);
    const suing = [...served, setAside({ on: '2026-06-20' }), sue({ on: '2026-06-25' })];
    application(suing, '2026-06-25').thenRecordsTypes('AnnulmentApplicationCorrected');
    application(suing, '2026-06-26').thenRefuses('worker-has-sued');
  });
  it('an application for enforcement lies after the receipt, and meets its clock', () => {
    const past: Commands = [
      ...arbitrating,
      award({ items: [{ claim: 'c1', result: 'granted', fen: 100 }] }),
      { type: 'ApplyForEnforcement', data: { on: '2026-07-20', of: 'award', title: 'w1' } },
    ];
    const enforcement = (on: string) =>
      [
        'EnforcementApplied',
        'CorrectEnforcementApplication',
        { on, of: 'award', title: 'w1' },
      ] as const;
    whenSaidAnew(past, ...enforcement('2026-03-01')).thenRefuses(runsForward);
    whenSaidAnew(past, ...enforcement('2026-07-21')).thenRecordsTypes(
      'EnforcementApplicationCorrected',
    );
    whenSaidAnew(past, 'EnforcementApplied', 'CorrectEnforcementApplication', {
      on: '2026-07-20',
      of: 'settlement',
      title: 'w1',
    }).thenRefuses('corrects-a-fact');
  });
});
