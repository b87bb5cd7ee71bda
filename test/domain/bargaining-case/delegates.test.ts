import { describe, expect, it } from 'vitest';
import {
  accepted,
  after,
  appoint,
  bargaining,
  consent,
  issue,
  leave,
  list,
  minutes,
  name,
  named,
  open,
  prepare,
  publish,
  receive,
  replace,
  story,
  under,
} from '../../support/bargaining.ts';

const acceptedUnder = (...prepared: Parameters<typeof under>) => [
  under(...prepared),
  issue(),
  receive(),
  consent(),
];
const vacancy = {
  rule: 'vacancy',
  from: '2026-04-10',
  due: '2026-04-27',
  period: '15 days',
  article: '集体合同规定 Art 31',
  calendar: 'final',
  calendarVersion: 'CN-2026a',
} as const;

describe('a side names its delegates', () => {
  it('after the consent to bargain, and the same list once', () => {
    story(prepare(), issue(), receive()).when(name('employer')).thenRefuses('not-now');
    story(...accepted)
      .when(name('employees'))
      .thenRecords({
        type: 'DelegatesNamed',
        data: { side: 'employees', on: '2026-03-12', delegates: list('w'), chiefBy: 'office' },
      });
    story(...named)
      .when(name('employees'))
      .thenRecords();
  });
  it('anew until the first session, and says whom the new list leaves out', () => {
    const delegates = [...list('w', 2), { person: 'w7', standing: 'inside' } as const];
    story(...named)
      .when(name('employees', { delegates }))
      .thenRecords({
        type: 'DelegatesNamed',
        data: { side: 'employees', on: '2026-03-12', delegates, chiefBy: 'office', drops: ['w3'] },
      });
    story(...bargaining)
      .when(name('employees', { delegates }))
      .thenRefuses('delegates-settled');
  });
  it('three at least nationally, five above scale in Hangzhou and nine at most', () => {
    const two = { delegates: list('w', 2) };
    story(...accepted)
      .when(name('employees', two))
      .thenRefuses('too-few-delegates', '集体合同规定 Art 19');
    const big = acceptedUnder('hangzhou-wage-2014', { scale: 'above' });
    const of = (n: number) => name('employees', { delegates: list('w', n) });
    story(...big)
      .when(of(4))
      .thenRefuses('too-few-delegates');
    story(...big)
      .when(of(5))
      .thenRecordsTypes('DelegatesNamed');
    story(...big)
      .when(of(9))
      .thenRecordsTypes('DelegatesNamed');
    story(...big)
      .when(of(10))
      .thenRefuses('too-many-delegates');
    story(...acceptedUnder('us-nlra'))
      .when(name('employees', { delegates: list('w', 1) }))
      .thenRecordsTypes('DelegatesNamed');
  });
  it('as many as the other side nationally, at least as many for the employees in Hangzhou', () => {
    const four = name('employees', { delegates: list('w', 4) });
    const three = name('employees');
    const fourM = name('employer', { delegates: list('m', 4) });
    story(...accepted, name('employer'))
      .when(four)
      .thenRefuses('sides-in-parity');
    story(...acceptedUnder('hangzhou-wage-2014'), name('employer'))
      .when(four)
      .thenRecordsTypes('DelegatesNamed');
    story(...acceptedUnder('hangzhou-wage-2014'), three)
      .when(fourM)
      .thenRefuses('sides-in-parity', '杭州市企业工资集体协商条例 Art 16');
  });
  it('with exactly one chief', () => {
    const none = list('w').map(({ person }) => ({ person, standing: 'inside' as const }));
    const two = list('w').map(({ person }) => ({ person, standing: 'chief' as const }));
    story(...accepted)
      .when(name('employees', { delegates: none }))
      .thenRefuses('one-chief');
    story(...accepted)
      .when(name('employees', { delegates: two }))
      .thenRefuses('one-chief');
  });
  it('whose authorisation is in writing where the chief has no office', () => {
    story(...accepted)
      .when(name('employer', { chiefBy: 'authorisation' }))
      .thenRefuses('written-authorisation');
    story(...accepted)
      .when(name('employer', { chiefBy: 'authorisation', authorisation: [minutes] }))
      .thenRecordsTypes('DelegatesNamed');
  });
  it('with outsiders up to a third of the side', () => {
    const outsiders = (n: number, outside: number) =>
      story(...accepted).when(name('employees', { delegates: list('w', n, outside) }));
    outsiders(3, 1).thenRecordsTypes('DelegatesNamed');
    outsiders(5, 2).thenRefuses('too-many-outsiders', '集体合同规定 Art 23');
    outsiders(6, 2).thenRecordsTypes('DelegatesNamed');
  });
  it('nobody twice and nobody who sits on the other side', () => {
    const twice = [...list('w', 2), { person: 'w2', standing: 'inside' } as const];
    story(...accepted)
      .when(name('employees', { delegates: twice }))
      .thenRefuses('delegate-once');
    const across = [...list('w', 2), { person: 'm3', standing: 'inside' } as const];
    story(...accepted, name('employer'))
      .when(name('employees', { delegates: across }))
      .thenRefuses('one-side-only', '集体合同规定 Art 24');
  });
  it('in Shandong a third of the employees from the front line', () => {
    const front = (frontLine?: number) =>
      story(...acceptedUnder('shandong-wage-2017')).when(
        name('employees', { delegates: list('w', 4), ...(frontLine && { frontLine }) }),
      );
    front().thenRefuses('front-line-share', '山东省企业工资集体协商条例 Art 7');
    front(1).thenRefuses('front-line-share');
    front(2).thenRecordsTypes('DelegatesNamed');
    story(...acceptedUnder('shandong-wage-2017'))
      .when(name('employer'))
      .thenRecordsTypes('DelegatesNamed');
  });
  it('in Chongqing a woman where one in five is one, a dispatched worker above five per cent', () => {
    const from = (women: number, dispatched: number) =>
      story(...acceptedUnder('chongqing-2017', { employees: 200, women, dispatched }));
    from(39, 10).when(name('employees')).thenRecordsTypes('DelegatesNamed');
    from(40, 0).when(name('employees')).thenRefuses('women-at-the-table');
    from(40, 0)
      .when(name('employees', { women: 1 }))
      .thenRecordsTypes('DelegatesNamed');
    from(0, 11).when(name('employees')).thenRefuses('dispatched-at-the-table');
    from(0, 11)
      .when(name('employees', { dispatched: 1 }))
      .thenRecordsTypes('DelegatesNamed');
  });
  it('in Henan a disabled worker where one in ten is disabled', () => {
    const from = (disabled: number) =>
      story(...acceptedUnder('henan-wage-2014', { employees: 200, disabled }));
    from(19)
      .when(name('employees', { frontLine: 3 }))
      .thenRecordsTypes('DelegatesNamed');
    from(20)
      .when(name('employees', { frontLine: 3 }))
      .thenRefuses('disabled-at-the-table');
    from(20)
      .when(name('employees', { frontLine: 3, disabled: 1 }))
      .thenRecordsTypes('DelegatesNamed');
  });
  it('with its days to publish them, which end when they are published', () => {
    const [fact] = after(
      ...acceptedUnder('shandong-wage-2017'),
      name('employees', { frontLine: 1 }),
    ).slice(-1);
    expect(fact).toMatchObject({
      type: 'DelegatesNamed',
      data: { publish: { due: '2026-03-17' } },
    });
    story(...accepted)
      .when(publish())
      .thenRefuses('delegates-named');
    story(...named)
      .when(publish())
      .thenRecordsTypes('DelegatesPublished');
    story(...named, publish())
      .when(publish())
      .thenRecords();
  });
  it('in Shanghai within fifteen days of the consent', () => {
    const [fact] = after(...acceptedUnder('shanghai-2015')).slice(-1);
    expect(fact).toMatchObject({ type: 'OfferAccepted', data: { naming: { due: '2026-03-25' } } });
  });
});

describe('a delegate who leaves', () => {
  it('leaves an empty seat with fifteen days to fill it', () => {
    const data = {
      side: 'employees',
      person: 'w1',
      on: '2026-04-10',
      because: 'resigned',
    } as const;
    story(...bargaining)
      .when(leave())
      .thenRecords({ type: 'DelegateLeft', data: { ...data, vacancy } });
    story(...bargaining, leave())
      .when(leave())
      .thenRecords();
    story(...bargaining, leave())
      .when(leave({ on: '2026-04-11' }))
      .thenRefuses('delegate-of-the-side');
    story(...bargaining)
      .when(leave({ side: 'employer' }))
      .thenRefuses('delegate-of-the-side');
  });
  it('is replaced once, by somebody who sits on neither side', () => {
    story(...bargaining)
      .when(replace())
      .thenRefuses('no-vacancy');
    story(...bargaining, leave())
      .when(replace())
      .thenRecordsTypes('DelegateReplaced');
    story(...bargaining, leave(), replace())
      .when(replace())
      .thenRecords();
    const by = (person: string, standing: 'chief' | 'inside' = 'inside') =>
      story(...bargaining, leave()).when(replace({ delegate: { person, standing } }));
    by('w2').thenRefuses('delegate-once');
    by('m2').thenRefuses('one-side-only');
    by('w9', 'chief').thenRecordsTypes('DelegateReplaced');
    story(...bargaining, leave({ person: 'w2' }))
      .when(replace({ leaves: 'w2', delegate: { person: 'w9', standing: 'chief' } }))
      .thenRefuses('one-chief');
    story(...bargaining, leave())
      .when(replace({ on: '2026-04-09' }))
      .thenRefuses('days-run-forward');
  });
  it('stops the sessions only when the seat is empty past its term', () => {
    const meet = (on: string) =>
      story(...bargaining, leave({ person: 'w3' })).when(
        open({ session: 'session-2', on, chairedBy: 'employer' }),
      );
    meet('2026-04-27').thenRecordsTypes('SessionOpened');
    meet('2026-04-28').thenRefuses('vacancy-open', '集体合同规定 Art 31');
  });
});

describe('the chief', () => {
  it('is appointed from the delegates of the side who are no outsiders, when there is none', () => {
    story(...bargaining)
      .when(appoint())
      .thenRefuses('one-chief');
    story(...bargaining, leave())
      .when(appoint())
      .thenRecordsTypes('ChiefAppointed');
    story(...bargaining, leave(), appoint())
      .when(appoint())
      .thenRecords();
    story(...bargaining, leave())
      .when(appoint({ person: 'm2' }))
      .thenRefuses('delegate-of-the-side');
    const outside = [...accepted, name('employees', { delegates: list('w', 3, 1) }), leave()];
    story(...outside)
      .when(appoint({ person: 'w3' }))
      .thenRefuses('chief-is-insider');
  });
  it('has a deputy for sessions by a written authorisation, never himself', () => {
    const deputy = (person: string, over = {}) =>
      ({
        type: 'AuthoriseDeputy',
        data: {
          side: 'employees',
          person,
          on: '2026-04-01',
          until: '2026-04-30',
          authorisation: [minutes],
          ...over,
        },
      }) as const;
    const second = open({
      session: 'session-2',
      on: '2026-04-30',
      chairedBy: 'employer',
      present: ['m1', 'w2'],
    });
    story(...named)
      .when(deputy('w1'))
      .thenRefuses('deputy-is-another');
    story(...named)
      .when(deputy('w8'))
      .thenRefuses('delegate-of-the-side');
    story(...named, deputy('w2'))
      .when(deputy('w2'))
      .thenRecords();
    story(...bargaining)
      .when(second)
      .thenRefuses('chiefs-present');
    story(...bargaining, deputy('w2'))
      .when(second)
      .thenRecordsTypes('SessionOpened');
    story(...bargaining, deputy('w2', { until: '2026-04-29' }))
      .when(second)
      .thenRefuses('chiefs-present');
  });
});

describe('without a union', () => {
  const nobody = (profile: 'national-2004' | 'shandong-wage-2017') => [
    prepare({ profile, kind: 'wage', representedBy: 'employees' }),
    issue(),
    receive(),
    consent(),
  ];
  it('the consents add up, on a roster that was there', () => {
    const by = (given: number, rosterOn: string) =>
      story(...nobody('national-2004')).when(
        name('employees', { consent: { given, employees: 200, rosterOn } }),
      );
    by(201, '2026-03-01').thenRefuses('consents-add-up');
    by(200, '2026-03-13').thenRefuses('consents-add-up');
    by(200, '2026-03-12').thenRecordsTypes('DelegatesNamed');
    story(...nobody('national-2004'))
      .when(name('employees'))
      .thenRefuses('consent-of-employees');
    story(...nobody('national-2004'))
      .when(name('employer'))
      .thenRecordsTypes('DelegatesNamed');
  });
});
