import { describe, expect, it } from 'vitest';
import {
  after,
  carrying,
  close,
  convene,
  defer,
  discuss,
  discussed,
  everyone,
  hear,
  open,
  opened,
  propose,
  remit,
  resolve,
  resolved,
  story,
  table,
  tabled,
} from '../../support/stories/consulting.ts';

const without = (...absent: readonly string[]) => everyone.filter((body) => !absent.includes(body));

describe('the report on the last meeting', () => {
  const start = [carrying, propose(), table(), open()];
  it('comes before anything else', () => {
    story(...start)
      .when(discuss())
      .thenRefuses('last-meeting-first');
    story(...start, hear())
      .when(discuss())
      .thenRecordsTypes('ItemDiscussed');
  });
  it('goes where the resolution was made', () =>
    story(...start)
      .when(hear({ standing: 'done', doneOn: '2026-03-01' }))
      .thenRecords({
        type: 'LastResolutionHeard',
        data: {
          resolution: 'r0',
          on: '2026-03-16',
          standing: 'done',
          doneOn: '2026-03-01',
          previous: 'meeting-1',
        },
      }));
  it('is about what was carried over, once', () => {
    story(...start)
      .when(hear({ resolution: 'r9' }))
      .thenRefuses('carried-over');
    story(...start, hear())
      .when(hear())
      .thenRecords();
    story(...start, hear())
      .when(hear({ standing: 'not-done', because: '经费' }))
      .thenRefuses('heard-once');
  });
  it('says when it was done or why it was not', () => {
    const says = (over: Parameters<typeof hear>[0]) => story(...start).when(hear(over));
    says({ standing: 'done' }).thenRefuses('say-how-it-stands');
    says({ standing: 'not-done' }).thenRefuses('say-how-it-stands');
    says({ standing: 'under-way', because: '经费' }).thenRefuses('say-how-it-stands');
    says({ standing: 'not-done', because: '经费' }).thenRecordsTypes('LastResolutionHeard');
    says({ standing: 'done', doneOn: '2026-03-16' }).thenRecordsTypes('LastResolutionHeard');
    says({ standing: 'done', doneOn: '2026-03-17' }).thenRefuses('days-run-forward');
  });
  it('is heard before the meeting closes', () => {
    story(carrying, open()).when(close()).thenRefuses('every-item-ends');
    story(carrying, open(), hear()).when(close()).thenRecordsTypes('MeetingClosed');
  });
});

describe('a resolution', () => {
  const meetingOf = (present: Parameters<typeof open>[0]) => [...tabled, open(present), discuss()];
  it('needs every party at the table', () => {
    const unionAway = without('union');
    story(...meetingOf({ present: unionAway }))
      .when(resolve({ consenting: unionAway }))
      .thenRefuses('every-party-present', '劳动合同法 Art 5');
    const employersAway = without('enterprise-confederation', 'industry-federation');
    story(...meetingOf({ present: employersAway }))
      .when(resolve({ consenting: employersAway }))
      .thenRefuses('every-party-present');
  });
  it('is not made by consent from afar', () =>
    story(...meetingOf({ present: without('union') }))
      .when(resolve())
      .thenRefuses('every-party-present'));
  it('stands on the law of its matter', () => {
    const dispute = propose({ subject: 'major-dispute' });
    const away = without('labor-administration');
    story(convene(), dispute, table(), open({ present: away }), discuss())
      .when(resolve({ consenting: away }))
      .thenRefuses('every-party-present', '劳动争议调解仲裁法 Art 8');
  });
  it('needs one body of the employers, which may be either', () => {
    const one = without('enterprise-confederation');
    story(...meetingOf({ present: one }))
      .when(resolve({ consenting: one }))
      .thenRecordsTypes('ItemResolved');
    story(...meetingOf({ present: one }))
      .when(resolve())
      .thenRecordsTypes('ItemResolved');
  });
  it('needs the consent of every body that is there', () => {
    story(...discussed)
      .when(resolve({ consenting: without('industry-federation') }))
      .thenRefuses('by-consensus', '劳动合同法 Art 5');
    story(...discussed)
      .when(resolve({ consenting: [...everyone, 'government'] }))
      .thenRefuses('body-of-the-meeting');
  });
  it('follows a discussion, and has an id of its own', () => {
    story(...opened)
      .when(resolve())
      .thenRefuses('discuss-first');
    story(...discussed, defer())
      .when(resolve())
      .thenRefuses('discuss-first');
    story(...resolved)
      .when(resolve())
      .thenRecords();
    story(...resolved)
      .when(resolve({ text: '另一决定' }))
      .thenRefuses('resolution-once');
    story(...resolved)
      .when(resolve({ resolution: 'r2', text: '另一决定' }))
      .thenRecordsTypes('ItemResolved');
    story(...discussed)
      .when(resolve({ item: 'i9' }))
      .thenRefuses('item-on-record');
  });
});

describe('a meeting', () => {
  it('opens with bodies that were convened, on or after the notice', () => {
    story(...tabled)
      .when(open({ present: ['union', 'union'] }))
      .thenRefuses('body-of-the-meeting');
    story(...tabled)
      .when(open({ present: ['government'] }))
      .thenRefuses('body-of-the-meeting');
    story(...tabled)
      .when(open({ on: '2026-03-01' }))
      .thenRefuses('days-run-forward');
    story(...tabled)
      .when(open({ on: '2026-03-02' }))
      .thenRecordsTypes('MeetingOpened');
    story(...opened)
      .when(open())
      .thenRecords();
    story(...opened)
      .when(open({ on: '2026-03-17' }))
      .thenRefuses('not-now');
  });
  it('discusses what is on the table, and on the day it sits', () => {
    story(convene(), propose(), open()).when(discuss()).thenRefuses('discuss-what-is-tabled');
    story(...tabled)
      .when(discuss())
      .thenRefuses('not-now');
    story(...opened)
      .when(discuss({ on: '2026-03-15' }))
      .thenRefuses('days-run-forward');
  });
  it('may defer an item or remit it, also with a party absent', () => {
    const start = [...tabled, open({ present: ['union', 'labor-administration'] }), discuss()];
    story(...start)
      .when(defer())
      .thenRecordsTypes('ItemDeferred');
    story(...start)
      .when(remit())
      .thenRecordsTypes('ItemRemitted');
    story(...start, defer())
      .when(remit())
      .thenRefuses('discuss-first');
    story(...start, defer())
      .when(defer())
      .thenRecords();
    story(...start, remit())
      .when(remit())
      .thenRecords();
    story(...start, remit())
      .when(defer())
      .thenRefuses('discuss-first');
  });
  it('closes when every item on the table has its outcome', () => {
    story(...discussed)
      .when(close())
      .thenRefuses('every-item-ends');
    story(...opened)
      .when(close())
      .thenRefuses('every-item-ends');
    story(...resolved, propose({ item: 'i2' }))
      .when(close())
      .thenRecordsTypes('MeetingClosed');
    story(...resolved)
      .when(close('2026-03-15'))
      .thenRefuses('days-run-forward');
    story(...resolved, close())
      .when(close())
      .thenRecords();
  });
  it('records each thing by its name', () =>
    expect(after(...resolved, close()).map(({ type }) => type)).toStrictEqual([
      'MeetingConvened',
      'ItemProposed',
      'ItemTabled',
      'MeetingOpened',
      'ItemDiscussed',
      'ItemResolved',
      'MeetingClosed',
    ]));
});
