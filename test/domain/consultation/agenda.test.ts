import { describe, it } from 'vitest';
import {
  approve,
  close,
  convene,
  conveneJoint,
  defer,
  discuss,
  discussed,
  drop,
  open,
  propose,
  research,
  resolved,
  screen,
  story,
  table,
  tabled,
} from '../../support/stories/consulting.ts';

const start = [conveneJoint(), propose()];
const before = [...start, screen(), approve(), research()];

describe('an item of a joint conference', () => {
  it('is proposed, screened, approved, researched and then tabled', () => {
    story(...start)
      .when(screen())
      .thenRecordsTypes('ItemScreened');
    story(...start, screen())
      .when(approve())
      .thenRecordsTypes('ItemApproved');
    story(...start, screen(), approve())
      .when(research())
      .thenRecordsTypes('ItemResearched');
    story(...before)
      .when(table())
      .thenRecordsTypes('ItemTabled');
  });
  it('skips no stage', () => {
    story(...start)
      .when(table())
      .thenRefuses('stage-by-stage', '工会法 Art 35(1)');
    story(...start)
      .when(approve())
      .thenRefuses('stage-by-stage');
    story(...start, screen())
      .when(research())
      .thenRefuses('stage-by-stage');
    story(...start, screen(), approve())
      .when(table())
      .thenRefuses('stage-by-stage');
  });
  it('comes to each stage once, in the order of days', () => {
    story(...start, screen())
      .when(screen())
      .thenRecords();
    story(...before)
      .when(approve())
      .thenRecords();
    story(...before)
      .when(research())
      .thenRecords();
    story(...before, table())
      .when(table())
      .thenRecords();
    story(...start, screen())
      .when(screen({ on: '2026-03-06' }))
      .thenRefuses('stage-by-stage');
    story(...start, screen())
      .when(approve({ on: '2026-03-04' }))
      .thenRefuses('days-run-forward');
    story(...start, screen())
      .when(approve({ on: '2026-03-05' }))
      .thenRecordsTypes('ItemApproved');
  });
});

describe('an item of a tripartite meeting', () => {
  it('is tabled as it was proposed', () => {
    story(convene(), propose()).when(table()).thenRecordsTypes('ItemTabled');
    story(convene(), propose()).when(screen()).thenRefuses('stage-by-stage', '工会法 Art 35(2)');
  });
  it('is proposed by a body of the meeting, once', () => {
    story(convene())
      .when(propose({ by: 'industry-federation' }))
      .thenRecordsTypes('ItemProposed');
    story(convene())
      .when(propose({ by: 'government' }))
      .thenRefuses('body-of-the-meeting');
    story(convene(), propose()).when(propose()).thenRecords();
    story(convene(), propose())
      .when(propose({ title: '工资指导线' }))
      .thenRefuses('item-once');
  });
  it('may still be proposed and tabled at the meeting, not after', () => {
    story(convene(), open())
      .when(propose({ on: '2026-03-16' }))
      .thenRecordsTypes('ItemProposed');
    story(convene(), open(), close()).when(propose()).thenRefuses('not-now');
  });
  it('is one that is on record', () =>
    story(convene(), propose())
      .when(table({ item: 'i9' }))
      .thenRefuses('item-on-record'));
});

describe('dropping an item', () => {
  it('is open until it has its outcome', () => {
    story(...tabled)
      .when(drop())
      .thenRecordsTypes('ItemDropped');
    story(...discussed)
      .when(drop())
      .thenRecordsTypes('ItemDropped');
    story(...resolved)
      .when(drop())
      .thenRefuses('dropped-before-outcome');
    story(...discussed, defer())
      .when(drop())
      .thenRefuses('dropped-before-outcome');
  });
  it('lets the meeting close, and nobody discuss it', () => {
    story(...tabled, open(), drop())
      .when(close())
      .thenRecordsTypes('MeetingClosed');
    story(...tabled, drop(), open())
      .when(discuss())
      .thenRefuses('discuss-what-is-tabled');
    story(...tabled, drop())
      .when(drop())
      .thenRecords();
  });
});
