import { describe, expect, it } from 'vitest';
import type { BargainingCommand } from '../../../domain/bargaining-case/commands.ts';
import {
  accepted,
  after,
  bargaining,
  bargainingUnder,
  close,
  consent,
  disclose,
  issue,
  leave,
  name,
  named,
  open,
  prepare,
  publish,
  receive,
  replace,
  story,
  under,
} from '../../support/stories/bargaining.ts';

const second = (over = {}) =>
  open({ session: 'session-2', on: '2026-04-08', chairedBy: 'employer', ...over });

describe('the first session', () => {
  it('waits for both lists of delegates', () => {
    story(...accepted)
      .when(open())
      .thenRefuses('delegates-named');
    story(...accepted, name('employer'))
      .when(open())
      .thenRefuses('delegates-named');
    story(...named)
      .when(open())
      .thenRecordsTypes('SessionOpened');
  });
  it('comes after the consent, which comes before any session', () => {
    story(prepare(), issue(), receive()).when(open()).thenRefuses('not-now');
    story(...named)
      .when(open({ on: '2026-03-09' }))
      .thenRefuses('days-run-forward');
  });
  it('waits for the disclosure where the place has one: ten days before in Shandong', () => {
    const ready = bargainingUnder('shandong-wage-2017').slice(0, 6);
    story(...ready)
      .when(open())
      .thenRefuses('disclose-before-session');
    const told = (on: string) => story(...ready, disclose({ on })).when(open());
    told('2026-03-22').thenRecordsTypes('SessionOpened');
    told('2026-03-23').thenRefuses('disclose-before-session', '山东省企业工资集体协商条例 Art 23');
    story(...ready, disclose({ by: 'employees' }))
      .when(open())
      .thenRefuses('disclose-before-session');
  });
  it('under Order 9 only needs it by the day itself', () => {
    const ready = bargainingUnder('national-wage-2000').slice(0, 6);
    story(...ready)
      .when(open())
      .thenRefuses('disclose-before-session');
    story(...ready, disclose({ on: '2026-04-01' }))
      .when(open())
      .thenRecordsTypes('SessionOpened');
  });
  it('waits in Beijing for both lists to be published', () => {
    const ready = [
      under('beijing-2005'),
      issue(),
      receive(),
      consent(),
      name('employer'),
      name('employees'),
      publish(),
    ];
    story(...ready)
      .when(open())
      .thenRefuses('publish-before-talks');
    story(...ready, publish({ side: 'employer', on: '2026-04-01' }))
      .when(open())
      .thenRecordsTypes('SessionOpened');
    story(...ready, publish({ side: 'employer', on: '2026-04-02' }))
      .when(open())
      .thenRefuses('publish-before-talks');
  });
  it('starts the window of Ningbo: thirty working days', () => {
    const window = after(...bargainingUnder('ningbo-wage-2014')).flatMap((fact) =>
      fact.type === 'SessionOpened' ? [fact.data.window?.due] : [],
    );
    expect(window).toStrictEqual(['2026-05-18']);
  });
});

describe('a session', () => {
  it('is numbered, and opened once', () => {
    expect(after(...bargaining, second()).slice(-1)).toMatchObject([{ data: { number: 2 } }]);
    story(...bargaining)
      .when(open())
      .thenRecords();
    story(...bargaining)
      .when(open({ on: '2026-04-08' }))
      .thenRefuses('session-once');
  });
  it('follows the one before it, which is closed', () => {
    story(...named, open())
      .when(second())
      .thenRefuses('close-session-first');
    story(...bargaining)
      .when(second({ on: '2026-03-31' }))
      .thenRefuses('days-run-forward');
  });
  it('is chaired in turn, first by the side whose offer it was', () => {
    story(...named)
      .when(open({ chairedBy: 'employer' }))
      .thenRefuses('chair-in-turn', '集体合同规定 Art 34');
    story(...bargaining)
      .when(second({ chairedBy: 'employees' }))
      .thenRefuses('chair-in-turn');
    story(...bargaining)
      .when(second())
      .thenRecordsTypes('SessionOpened');
    story(...bargaining, second(), close({ session: 'session-2', on: '2026-04-08' }))
      .when(open({ session: 'session-3', on: '2026-04-15' }))
      .thenRecordsTypes('SessionOpened');
  });
  it('has a recorder who is no delegate', () => {
    story(...named)
      .when(open({ recorder: 'w3' }))
      .thenRefuses('recorder-is-neutral', '集体合同规定 Art 33(5)');
    const { recorder: _, ...unrecorded } = {
      ...(open().data as Extract<BargainingCommand, { type: 'OpenSession' }>['data']),
    };
    const alone = { type: 'OpenSession', data: unrecorded } as const;
    story(...named)
      .when(alone)
      .thenRefuses('recorder-is-neutral');
    story(...bargainingUnder('us-nlra').slice(0, 6))
      .when({ ...alone, data: { ...unrecorded, chairedBy: 'employer' } })
      .thenRecordsTypes('SessionOpened');
  });
  it('sits with delegates only, both chiefs among them', () => {
    story(...named)
      .when(open({ present: ['m1', 'w1', 'x1'] }))
      .thenRefuses('only-delegates-sit');
    story(...named)
      .when(open({ present: ['m1', 'w2'] }))
      .thenRefuses('chiefs-present');
    story(...named)
      .when(open({ present: ['m2', 'w1'] }))
      .thenRefuses('chiefs-present');
    story(...named)
      .when(open({ present: ['m1', 'w1'] }))
      .thenRecordsTypes('SessionOpened');
  });
  it('is not held while a side has no chief though its seats are filled', () => {
    story(...bargaining, leave(), replace())
      .when(second({ on: '2026-04-20', present: ['m1', 'w2'] }))
      .thenRefuses('one-chief');
  });
  it('is closed once, with signed minutes, not before it was opened', () => {
    story(...named, open())
      .when(close())
      .thenRecordsTypes('SessionClosed');
    story(...bargaining)
      .when(close())
      .thenRecords();
    story(...bargaining)
      .when(close({ on: '2026-04-02' }))
      .thenRefuses('closed-once');
    story(...bargaining)
      .when(close({ session: 'session-9' }))
      .thenRefuses('session-on-file');
    story(...named, open())
      .when(close({ on: '2026-03-31' }))
      .thenRefuses('days-run-forward');
  });
});

describe('what is on the table', () => {
  const stand = (session = 'session-1') =>
    ({
      type: 'TablePosition',
      data: {
        session,
        side: 'employees',
        item: 'raise',
        topic: 'wage-increase',
        position: '增长百分之八',
        value: 800,
        unit: 'basis-points',
      },
    }) as const;
  it('is a position on an item of an open session, said once', () => {
    const sitting = [...named, open()];
    story(...sitting)
      .when(stand())
      .thenRecordsTypes('PositionTabled');
    story(...sitting, stand())
      .when(stand())
      .thenRecords();
    story(...sitting)
      .when(stand('session-9'))
      .thenRefuses('session-on-file');
    story(...sitting, close())
      .when(stand())
      .thenRefuses('closed-once');
  });
  it('is a disclosure or a report to the upper union, said once', () => {
    const report = { type: 'ReportToUpperUnion', data: { on: '2026-03-20' } } as const;
    story(...named, disclose())
      .when(disclose())
      .thenRecords();
    story(...named)
      .when(report)
      .thenRecordsTypes('ReportedToUpperUnion');
    story(...named, report)
      .when(report)
      .thenRecords();
  });
});
