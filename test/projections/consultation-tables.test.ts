import { describe, expect, it } from 'vitest';
import type { ConsultationCommand } from '../../domain/consultation/commands.ts';
import { agenda } from '../../projections/consultation/agenda.ts';
import { deadlines } from '../../projections/deadlines/deadlines.ts';
import { meetings } from '../../projections/consultation/meetings.ts';
import { resolutions } from '../../projections/consultation/resolutions.ts';
import {
  after,
  approve,
  assign,
  assigned,
  callOff,
  carrying,
  conveneJoint,
  convene,
  done,
  drop,
  hear,
  issued,
  notDone,
  open,
  overdue,
  progress,
  propose,
  reassign,
  remit,
  discussed,
  reportAtNext,
  reportUp,
  research,
  screen,
  strike,
  table,
  tabled,
  withdraw,
} from '../support/stories/consulting.ts';
import { rowAfter, rowsAfter } from '../support/stories/row-after.ts';

type Commands = readonly ConsultationCommand[];
const meeting = (...commands: Commands) => rowAfter(meetings, after(...commands));
const item = (...commands: Commands) => rowsAfter(agenda, after(...commands)).get('c1/i1');
const resolution = (...commands: Commands) =>
  rowsAfter(resolutions, after(...commands)).get('c1/r1');
const clock = (...commands: Commands) =>
  rowsAfter({ ...deadlines, categories: ['consultation'] }, after(...commands)).get(
    'consultation/c1/follow-up:r1',
  );

describe('the meetings', () => {
  it('are rows that say how far each is', () => {
    expect(meeting(...issued, reportUp())).toStrictEqual({
      id: 'c1',
      name: '南通市协调劳动关系三方会议第十二次会议',
      forum: 'tripartite',
      meeting_kind: 'regular',
      meeting_level: 'city',
      division: '3206',
      convenor: 'labor-administration',
      seats: 'labor-administration union enterprise-confederation industry-federation',
      convened_on: '2026-03-02',
      meets_on: '2026-03-16',
      previous: null,
      carried: 0,
      heard: 0,
      phase: 'issued',
      opened_on: '2026-03-16',
      present: 'labor-administration union enterprise-confederation industry-federation',
      closed_on: '2026-03-16',
      items: 1,
      resolutions: 1,
      minutes_on: '2026-03-18',
      minutes_signed_by: 'labor-administration union enterprise-confederation industry-federation',
      document_no: '通三方〔2026〕1号',
      issued_on: '2026-03-24',
      reported_upward_on: '2026-03-25',
      reported_to: 'province',
      duplicate_of: null,
    });
  });
  it('say what they carry over, and what they have heard', () => {
    expect(meeting(carrying, open())).toMatchObject({ carried: 1, heard: 0 });
    expect(meeting(carrying, open(), hear())).toMatchObject({ carried: 1, heard: 1 });
  });
  it('say when they do not take place, or were never there', () => {
    expect(meeting(convene(), callOff)?.phase).toBe('called-off');
    expect(meeting(convene(), strike({ duplicateOf: 'm9' }))).toMatchObject({
      phase: 'void',
      duplicate_of: 'm9',
    });
  });
});

describe('the agenda', () => {
  it('says who proposed an item and where it stands', () => {
    expect(item(conveneJoint(), propose(), screen(), approve(), research(), table())).toStrictEqual(
      {
        id: 'c1/i1',
        meeting: 'c1',
        item: 'i1',
        title: '集体协商要约行动',
        subject: 'collective-contracts',
        proposed_by: 'union',
        by_party: 'union',
        proposed_on: '2026-03-04',
        stage: 'tabled',
        stage_on: '2026-03-12',
        tabled_on: '2026-03-12',
        because: null,
        remitted_to: null,
        stage_fact: 'fact-5',
      },
    );
    expect(item(convene(), propose({ by: 'industry-federation' }))?.by_party).toBe('employers');
  });
  it('says where an item went, and why', () => {
    expect(item(...discussed, remit())).toMatchObject({
      stage: 'remitted',
      remitted_to: '三方会议办公室',
      because: '先行调研',
    });
    expect(item(...tabled, drop())).toMatchObject({ stage: 'dropped', because: '另行研究' });
    expect(item(...issued)?.stage).toBe('resolved');
  });
});

describe('the resolutions', () => {
  it('say who is to do what by when', () => {
    expect(resolution(...issued)).toMatchObject({ status: 'resolved', timeliness: 'no-day' });
    expect(resolution(...assigned, progress())).toMatchObject({
      owner: 'union',
      owner_party: 'union',
      owner_office: '权益保障部',
      due_on: '2026-06-30',
      reported_on: '2026-05-08',
      status: 'assigned',
      timeliness: 'pending',
    });
  });
  it('are done in time until the last day, and late the day after', () => {
    expect(resolution(...assigned, overdue(), done())?.timeliness).toBe('timely');
    expect(resolution(...assigned, done({ on: '2026-07-01' }))?.timeliness).toBe('late');
  });
  it('are overdue by the clock, and not any more when the day was wrong', () => {
    const past = [...assigned, overdue()];
    expect(resolution(...past)).toMatchObject({ status: 'overdue', timeliness: 'overdue' });
    const moved = [...past, reassign('2026-09-30')];
    expect(resolution(...moved)).toMatchObject({
      status: 'assigned',
      timeliness: 'pending',
      owner_party: 'government',
      owner_office: null,
    });
    expect(resolution(...moved, reassign('2026-06-30'))?.status).toBe('overdue');
  });
  it('are not done for a reason, until they are', () => {
    expect(resolution(...assigned, notDone())).toMatchObject({
      status: 'not-done',
      because: '经费未落实',
      done_on: null,
    });
    expect(resolution(...assigned, notDone(), done({ on: '2026-08-03' }))).toMatchObject({
      status: 'done',
      because: null,
      timeliness: 'late',
    });
  });
  it('say at which meeting the report was heard', () =>
    expect(resolution(...assigned, reportAtNext())).toMatchObject({
      status: 'done',
      done_on: '2026-06-20',
      reported_at: 'meeting-3',
      timeliness: 'timely',
    }));
  it('may be withdrawn', () =>
    expect(resolution(...assigned, withdraw())).toMatchObject({
      status: 'withdrawn',
      timeliness: 'withdrawn',
    }));
});

describe('the day to be done by', () => {
  it('is a clock of its own', () =>
    expect(clock(...assigned)).toMatchObject({
      rule: 'follow-up',
      about: 'r1',
      from_on: '2026-03-24',
      due_on: '2026-06-30',
      status: 'running',
    }));
  it('is met, given up, taken up again, stopped', () => {
    expect(clock(...assigned, done())).toMatchObject({ status: 'met', met_on: '2026-06-30' });
    expect(clock(...assigned, notDone())?.status).toBe('cancelled');
    expect(clock(...assigned, done(), notDone())?.status).toBe('cancelled');
    expect(clock(...assigned, notDone(), done())?.status).toBe('met');
    expect(clock(...assigned, withdraw())?.status).toBe('cancelled');
    expect(clock(...assigned, strike())?.status).toBe('cancelled');
    expect(clock(...assigned, reassign('2026-09-30'))).toMatchObject({
      due_on: '2026-09-30',
      status: 'running',
    });
  });
  it('is on record as passed until it is set anew, met or given up', () => {
    const passed = [...assigned, overdue()];
    expect(clock(...passed)).toMatchObject({ status: 'running', overdue_on: '2026-06-30' });
    expect(clock(...passed, done())?.overdue_on).toBeNull();
    expect(clock(...passed, notDone())?.overdue_on).toBeNull();
    expect(clock(...passed, reassign('2026-09-30'))).toMatchObject({
      due_on: '2026-09-30',
      overdue_on: '2026-06-30',
    });
  });
});

it('another assignment of the same says the same', () =>
  expect(resolution(...assigned, assign())).toStrictEqual(resolution(...assigned)));
