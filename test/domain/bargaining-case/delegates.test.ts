import { describe, expect, it } from 'vitest';
import {
  accepted,
  after,
  bargaining,
  consent,
  issue,
  list,
  minutes,
  name,
  named,
  prepare,
  publish,
  receive,
  story,
  under,
} from '../../support/stories/bargaining.ts';

const acceptedUnder = (...prepared: Parameters<typeof under>) => [
  under(...prepared),
  issue(),
  receive(),
  consent(),
];
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
    front(4).thenRecordsTypes('DelegatesNamed');
    front(5).thenRefuses('more-than-delegates');
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
