import { afterAll, beforeAll, expect, it } from 'vitest';
import { concord, type Concord } from '../support/concord.ts';
import { both, notice } from '../support/stories/joint-conference.ts';

const half = { from: '2026-01-01', to: '2026-06-30' };
const reason = '会议记录核对';

let they: Concord;
const meeting = (id: string) => (command: string, data: object) =>
  they.send('consultations', id, command, data);
const tenth = meeting('j10');
const eleventh = meeting('j11');
const heard = { resolution: 'fund', on: '2026-09-15' };
const hearing = () => they.fact('consultations', 'j11', 'LastResolutionHeard');
const correct = async (says: object) =>
  eleventh('CorrectLastResolutionHearing', {
    ...heard,
    ...says,
    corrects: await hearing(),
    reason,
  });

const fund = async () => {
  const { items } = (await they.get('resolutions', { meeting: 'j10' })) as {
    items: readonly object[];
  };
  return items[0];
};
const clock = async () => {
  const { items } = (await they.get('deadlines', { subject: 'j10' })) as {
    items: readonly { status: string; met_on: string | null }[];
  };
  return items.map(({ status, met_on }) => [status, met_on]);
};

beforeAll(async () => {
  they = await concord('2026-03-16');
  const on = '2026-03-16';
  await tenth('ConveneMeeting', notice);
  const item = 'i1';
  await tenth('ProposeItem', {
    item,
    by: 'union',
    subject: 'wages',
    title: '住房',
    on: '2026-03-03',
  });
  for (const stage of ['ScreenItem', 'ApproveItem', 'TableItem']) {
    const paper = {
      sha256: 'd'.repeat(64),
      name: '报告.pdf',
      mediaType: 'application/pdf',
      bytes: 1,
    };
    if (stage === 'TableItem')
      await tenth('RecordResearch', { item, on: '2026-03-03', report: [paper] });
    await tenth(stage, { item, on: '2026-03-03' });
  }
  await tenth('OpenMeeting', { on, present: both });
  await tenth('DiscussItem', { item, on });
  await tenth('ResolveItem', { item, resolution: 'fund', on, text: '设立基金', consenting: both });
  await tenth('AssignFollowUp', {
    resolution: 'fund',
    owner: { body: 'union' },
    on,
    due: '2026-06-30',
  });
  await tenth('CloseMeeting', { on });
  await they.itIs('2026-09-15');
  await eleventh('ConveneMeeting', {
    ...notice,
    ...{ name: '第十一次联席会议', on: '2026-09-01', meetsOn: '2026-09-15' },
    ...{ previous: 'j10', carried: ['fund'] },
  });
  await eleventh('OpenMeeting', { on: '2026-09-15', present: both });
  await eleventh('HearLastResolution', { ...heard, standing: 'done', doneOn: '2026-06-29' });
});
afterAll(() => they.close());

it('is what the meeting before has, too: done by its day', async () => {
  expect(await fund()).toMatchObject({ status: 'done', timeliness: 'timely', reported_at: 'j11' });
  expect(await clock()).toStrictEqual([['met', '2026-06-29']]);
  expect(await they.ratio('resolution-follow-up', half)).toBe('1 of 1');
});

it('with another day it was done late, there as well', async () => {
  await they.itIs('2026-09-20');
  await correct({ standing: 'done', doneOn: '2026-07-29' });
  expect(await fund()).toMatchObject({ status: 'done', timeliness: 'late', done_on: '2026-07-29' });
  expect(await clock()).toStrictEqual([['met', '2026-07-29']]);
  expect(await they.ratio('resolution-follow-up', half)).toBe('0 of 1');
  const known = { ...half, knownAt: '2026-09-16' };
  expect(await they.ratio('resolution-follow-up', known)).toBe('1 of 1');
});

it('that it is under way still means that it is overdue', async () => {
  await correct({ standing: 'under-way' });
  expect(await fund()).toMatchObject({ status: 'overdue', done_on: null, reported_at: 'j11' });
  expect(await clock()).toStrictEqual([['overdue', null]]);
  expect((await they.history('consultations', 'j10')).slice(-2)).toStrictEqual([
    'ReportAtNextCorrected',
    'FollowUpEndTakenBack',
  ]);
});

it('that it was not done says why', async () => {
  await correct({ standing: 'not-done', because: '财政预算未列支' });
  expect(await fund()).toMatchObject({ status: 'not-done', because: '财政预算未列支' });
  expect(await clock()).toStrictEqual([['cancelled', null]]);
});

it('never was: it is waited for again, and the meeting hears what it is to hear', async () => {
  const takesBack = await hearing();
  await eleventh('TakeBackLastResolutionHearing', { takesBack, reason });
  expect(await fund()).toMatchObject({ status: 'overdue', because: null, reported_at: null });
  expect(await clock()).toStrictEqual([['overdue', null]]);
  expect(await they.get('consultations/j11')).toMatchObject({ carried: 1, heard: 0 });
  await eleventh('HearLastResolution', { ...heard, standing: 'done', doneOn: '2026-06-30' });
  expect(await fund()).toMatchObject({ status: 'done', timeliness: 'timely', reported_at: 'j11' });
});

it('goes with the meeting that is struck out', async () => {
  await eleventh('Void', { reason: '重复录入' });
  expect(await fund()).toMatchObject({ status: 'overdue', reported_at: null });
  expect(await they.get('refused-orders')).toMatchObject({ items: [] });
});
