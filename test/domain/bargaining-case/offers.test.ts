import { describe, expect, it } from 'vitest';
import type { BargainingCommand } from '../../../domain/bargaining-case/commands.ts';
import {
  accepted,
  after,
  bargaining,
  consent,
  issue,
  issued,
  offered,
  prepare,
  prepared,
  receive,
  refuse,
  signed,
  story,
  under,
} from '../../support/stories/bargaining.ts';
import { given } from '../../support/stories/given.ts';
import { bargainingCase } from '../../../domain/bargaining-case/decider.ts';

type Notice = Extract<BargainingCommand, { type: 'RegisterCaseAsHistory' }>['data'];

const replyBy = (from: string, due: string) => ({
  rule: 'reply',
  from,
  due,
  period: '20 days',
  article: '集体合同规定 Art 32',
  calendar: 'final' as const,
  calendarVersion: 'CN-2026a',
});
const overdue = { type: 'RecordReplyOverdue', data: { offer: 'offer-1' } } as const;

describe('a case is prepared', () => {
  it('once', () => {
    given(bargainingCase).when(prepare()).thenRecords({ type: 'CasePrepared', data: prepared });
    story(prepare()).when(prepare()).thenRecords();
    story(prepare())
      .when(prepare({ women: 80 }))
      .thenRefuses('prepared-once');
  });
  it('under a law that is for its kind and day', () => {
    story().when(under('shandong-wage-2017')).thenRecordsTypes('CasePrepared');
    story()
      .when(under('shandong-wage-2017', { kind: 'women' }))
      .thenRefuses('profile-fits');
    story()
      .when(under('shandong-wage-2017', { on: '2016-12-31' }))
      .thenRefuses('profile-fits');
    story()
      .when(under('shandong-wage-2017', { on: '2017-01-01' }))
      .thenRecordsTypes('CasePrepared');
  });
  it('for an enterprise, or for a scope above it', () => {
    const scope = { divisions: ['210902'], industries: [] };
    const { enterprise: _, ...nobody } = prepared;
    story().when(prepare({ scope })).thenRefuses('enterprise-level-names-enterprise');
    story()
      .when({ type: 'PrepareOffer', data: nobody })
      .thenRefuses('enterprise-level-names-enterprise');
    story()
      .when({ type: 'PrepareOffer', data: { ...nobody, level: 'industry', scope } })
      .thenRecordsTypes('CasePrepared');
    const nowhere = { divisions: ['210902', '999999'], industries: [] };
    story()
      .when({ type: 'PrepareOffer', data: { ...nobody, level: 'industry', scope: nowhere } })
      .thenRefuses('division-exists');
  });
  it('for nobody but whom its contract could be for', () => {
    const { enterprise: _, ...nobody } = prepared;
    const scope = { divisions: ['210902'], industries: [] };
    const regional = { ...nobody, level: 'regional', scope } as const;
    const opening = (over: Partial<typeof prepared>) =>
      story().when({ type: 'PrepareOffer', data: { ...regional, ...over } });
    opening({}).thenRecordsTypes('CasePrepared');
    opening({ enterprise: 'mill' }).thenRefuses('level-above-needs-scope');
    opening({ scope: undefined }).thenRefuses('level-above-needs-scope');
    opening({ scope: { divisions: ['2109'], industries: [] } }).thenRefuses(
      'county-level-and-below',
      '劳动合同法 Art 53',
    );
    opening({ scope: { ...scope, industries: ['C', '17'] } }).thenRecordsTypes('CasePrepared');
    opening({ scope: { ...scope, industries: ['C', 'ZZZ'] } }).thenRefuses(
      'industry-in-its-scheme',
    );
  });
  it('as history, for nobody but whom its contract could be for', () => {
    const notice: Notice = {
      profile: 'national-2004',
      kind: 'wage',
      level: 'regional',
      contract: 'contract-1',
      scope: { divisions: ['3304'], industries: [] },
      noticeOn: '2025-03-01',
      source: '纸本',
    };
    const scope = { divisions: ['330402'], industries: [] };
    const registering = (over: Partial<Notice>) =>
      story().when({ type: 'RegisterCaseAsHistory', data: { ...notice, ...over } });
    registering({ scope }).thenRecordsTypes('CaseRegisteredAsHistory');
    registering({}).thenRefuses('county-level-and-below', '劳动合同法 Art 53');
    registering({ scope, enterprise: 'mill' }).thenRefuses('level-above-needs-scope');
  });
  it('and a renewal names the contract it renews, another than its own', () => {
    story()
      .when(prepare({ purpose: 'renewal' }))
      .thenRefuses('renewal-names-predecessor');
    story()
      .when(prepare({ purpose: 'renewal', predecessor: 'contract-1' }))
      .thenRefuses('renewal-names-predecessor');
    story()
      .when(prepare({ predecessor: 'contract-0' }))
      .thenRefuses('renewal-names-predecessor');
    story()
      .when(prepare({ purpose: 'renewal', predecessor: 'contract-0' }))
      .thenRecordsTypes('CasePrepared');
  });
  it('on a day that has come in its place', () => {
    story().when(prepare(), '2026-02-28T15:59:59.999Z').thenRefuses('not-in-the-future');
    story().when(prepare(), '2026-02-28T16:00:00.000Z').thenRecordsTypes('CasePrepared');
  });
});

describe('a case of the past', () => {
  const data = {
    profile: 'us-nlra',
    kind: 'comprehensive',
    level: 'enterprise',
    contract: 'contract-1',
    enterprise: 'mill',
    noticeOn: '2003-09-30',
    expiresOn: '2003-10-31',
    source: 'FMCS F-7',
  } as const;
  const register = { type: 'RegisterCaseAsHistory', data } as const;
  it('is registered as history, once, and starts no clock', () => {
    story().when(register).thenRecords({ type: 'CaseRegisteredAsHistory', data });
    story(register).when(register).thenRecords();
    story(register)
      .when({ ...register, data: { ...data, workers: 7 } })
      .thenRefuses('prepared-once');
    story(register).when({ type: 'RecomputeDeadlines', data: {} }).thenRecords();
    story(register).when(issue()).thenRefuses('not-now');
  });
});

describe('an offer', () => {
  it('is issued once under its id, not before the case was prepared', () => {
    story(prepare()).when(issue()).thenRecords({ type: 'OfferIssued', data: issued });
    story(prepare(), issue()).when(issue()).thenRecords();
    story(prepare(), issue())
      .when(issue({ on: '2026-03-04' }))
      .thenRefuses('offer-once');
    story(prepare())
      .when(issue({ on: '2026-02-28' }))
      .thenRefuses('days-run-forward');
    story(prepare())
      .when(issue({ proposedOn: '2026-03-01' }))
      .thenRefuses('days-run-forward');
  });
  it('is received once, and the time to reply counts from receipt, not from issue', () => {
    story(prepare(), issue())
      .when(receive())
      .thenRecords({
        type: 'OfferReceived',
        data: {
          offer: 'offer-1',
          on: '2026-03-03',
          receipt: '签收',
          reply: replyBy('2026-03-03', '2026-03-23'),
        },
      });
    story(...offered)
      .when(receive())
      .thenRecords();
    story(...offered)
      .when(receive({ on: '2026-03-04' }))
      .thenRefuses('received-once');
    story(prepare()).when(receive()).thenRefuses('offer-on-file');
    story(prepare(), issue())
      .when(receive({ on: '2026-03-01' }))
      .thenRefuses('days-run-forward');
  });
  it('is answered once, after it was received', () => {
    story(prepare(), issue()).when(consent()).thenRefuses('reply-to-what-was-received');
    story(...offered)
      .when(consent({ on: '2026-03-02' }))
      .thenRefuses('days-run-forward');
    story(...accepted)
      .when(consent())
      .thenRecords();
    story(...accepted)
      .when(refuse())
      .thenRefuses('answered-once');
    story(...offered, refuse())
      .when(refuse())
      .thenRecords();
    story(...offered, refuse())
      .when(consent())
      .thenRefuses('answered-once');
  });
  it('is not refused without reasons', () => {
    const { success } = bargainingCase.command.safeParse({
      type: 'RefuseOffer',
      data: { offer: 'offer-1', on: '2026-03-10', reasons: ' ' },
    });
    expect(success).toBe(false);
  });
  it('comes too late for a case that is signed', () => {
    story(...signed)
      .when(issue({ offer: 'offer-2', on: '2026-06-01' }))
      .thenRefuses('not-now');
  });
});

describe('silence', () => {
  it('is recorded from the day after the last day, once', () => {
    story(...offered)
      .when(overdue, '2026-03-23T15:59:59.999Z')
      .thenRefuses('clock-must-run');
    story(...offered)
      .when(overdue, '2026-03-23T16:00:00.000Z')
      .thenRecords({ type: 'ReplyFellOverdue', data: { offer: 'offer-1', due: '2026-03-23' } });
    story(...offered, overdue)
      .when(overdue)
      .thenRecords();
    story(...accepted)
      .when(overdue)
      .thenRecords();
    story(...signed)
      .when(overdue)
      .thenRecords();
    story(prepare()).when(overdue).thenRefuses('offer-on-file');
  });
  it('says the same legal day however late the clock wakes', () => {
    story(...offered)
      .when(overdue, '2026-09-01T00:00:00.000Z')
      .thenRecords({ type: 'ReplyFellOverdue', data: { offer: 'offer-1', due: '2026-03-23' } });
  });
  it('is taken back by a reply that was in time but recorded late', () => {
    story(...offered, overdue)
      .when(consent({ on: '2026-03-23' }))
      .thenRecords(
        { type: 'OfferAccepted', data: { offer: 'offer-1', on: '2026-03-23' } },
        { type: 'OverdueTakenBack', data: { offer: 'offer-1', because: 'reply-in-time' } },
      );
    story(...offered, overdue)
      .when(refuse({ on: '2026-03-23' }))
      .thenRecordsTypes('OfferRefused', 'OverdueTakenBack');
  });
  it('stays on record when the consent itself is late, and bargaining begins all the same', () => {
    story(...offered, overdue)
      .when(consent({ on: '2026-03-24' }))
      .thenRecordsTypes('OfferAccepted');
  });
  it('means nothing where the law sets no time to reply', () => {
    story(under('us-nlra'), issue(), receive()).when(overdue).thenRefuses('clock-must-run');
  });
});

describe('the time to reply', () => {
  const due = (profile: Parameters<typeof under>[0], on: string) => {
    const [received] = after(under(profile), issue({ on, proposedOn: on }), receive({ on })).slice(
      -1,
    );
    return received?.type === 'OfferReceived' ? received.data.reply?.due : undefined;
  };
  it.each([
    ['national-2004', '2026-09-10', '2026-09-30'],
    ['national-2004', '2026-09-11', '2026-10-08'],
    ['national-2004', '2026-09-21', '2026-10-12'],
    ['zhejiang-2011', '2026-09-16', '2026-09-30'],
    ['us-nlra', '2026-09-10', undefined],
  ] as const)('under %s from %s ends %s', (profile, on, last) => {
    expect(due(profile, on)).toBe(last);
  });
  it('gives a second consent no second window', () => {
    const again = [
      issue({ offer: 'offer-2', by: 'employer' }),
      receive({ offer: 'offer-2' }),
    ] as const;
    story(...bargaining, ...again)
      .when(consent({ offer: 'offer-2' }))
      .thenRecords({ type: 'OfferAccepted', data: { offer: 'offer-2', on: '2026-03-10' } });
  });
});
