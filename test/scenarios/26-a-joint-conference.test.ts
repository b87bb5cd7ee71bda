import { afterAll, beforeAll, expect, it } from 'vitest';
import { concord, type Concord } from '../support/concord.ts';
import { both, notice, seats } from '../support/stories/joint-conference.ts';

const paper = { sha256: 'd'.repeat(64), name: '报告.pdf', mediaType: 'application/pdf', bytes: 1 };
const year = { from: '2026-01-01', to: '2026-12-31', forum: 'joint-conference' };

let they: Concord;
const meeting = (id: string) => (command: string, data: object) =>
  they.send('consultations', id, command, data);
const tenth = meeting('j10');
const eleventh = meeting('j11');

beforeAll(async () => {
  they = await concord('2026-03-16');
  await tenth('ConveneMeeting', notice);
});
afterAll(() => they.close());

it('seats the government and the union, and nobody else', async () => {
  const employers = { body: 'enterprise-confederation', name: '市企业联合会' };
  await they.isRefused('seats-of-the-forum', ['consultations', 'j9', 'ConveneMeeting'], {
    ...notice,
    seats: [...seats, employers],
  });
  await they.isRefused('every-party-convened', ['consultations', 'j9', 'ConveneMeeting'], {
    ...notice,
    seats: seats.slice(0, 1),
  });
});

it('brings an item to the table by screening, approval and a joint report, in that order', async () => {
  const item = 'housing';
  const title = '困难职工住房保障';
  await tenth('ProposeItem', {
    item,
    by: 'union',
    subject: 'union-affairs',
    title,
    on: '2026-03-03',
  });
  const steps = [
    ['ScreenItem', { item, on: '2026-03-05' }],
    ['ApproveItem', { item, on: '2026-03-06' }],
    ['RecordResearch', { item, on: '2026-03-10', report: [paper] }],
    ['TableItem', { item, on: '2026-03-12' }],
  ] as const;
  for (const [i, [command, data]] of steps.entries()) {
    for (const [later, too] of steps.slice(i + 1))
      await they.isRefused('stage-by-stage', ['consultations', 'j10', later], too);
    await tenth(command, data);
  }
  expect(await they.get('agenda', { meeting: 'j10' })).toMatchObject({
    items: [{ item, stage: 'tabled' }],
  });
});

it('decides together, issues its document, and gives its resolutions an owner and a day', async () => {
  const on = '2026-03-16';
  await tenth('OpenMeeting', { on, present: both });
  await tenth('DiscussItem', { item: 'housing', on });
  for (const resolution of ['fund', 'survey']) {
    const asked = { item: 'housing', resolution, on, text: resolution };
    const path = ['consultations', 'j10', 'ResolveItem'];
    await they.isRefused('by-consensus', path, { ...asked, consenting: ['government'] });
    await tenth('ResolveItem', { ...asked, consenting: both });
  }
  await tenth('CloseMeeting', { on });
  await they.itIs('2026-03-20');
  await tenth('DrawUpMinutes', { on: '2026-03-18', minutes: [paper] });
  for (const body of both) await tenth('SignMinutes', { body, on: '2026-03-20' });
  await tenth('IssueJointDocument', { number: '通政办发〔2026〕21号', on: '2026-03-20' });
  const owner = { body: 'government', office: '住房和城乡建设局' };
  const fund = { resolution: 'fund', owner, on: '2026-03-20', due: '2026-06-30' };
  await tenth('AssignFollowUp', fund);
  await tenth('AssignFollowUp', {
    resolution: 'survey',
    owner: { body: 'union' },
    on: '2026-03-20',
    due: '2026-05-31',
  });
  const { items } = (await they.get('deadlines', { subject: 'j10' })) as {
    items: readonly { rule: string; due_on: string }[];
  };
  expect(items.map(({ rule, due_on }) => `${rule} ${due_on}`).sort()).toStrictEqual([
    'follow-up 2026-05-31',
    'follow-up 2026-06-30',
  ]);
});

it('takes down what is overdue the day after, and not before', async () => {
  await they.itIs('2026-05-30');
  await tenth('RecordDone', { resolution: 'survey', on: '2026-05-29' });
  await they.itIs('2026-06-30');
  expect(await they.history('consultations', 'j10')).not.toContain('FollowUpFellOverdue');
  await they.itIs('2026-07-01');
  expect(await they.history('consultations', 'j10')).toContain('FollowUpFellOverdue');
  expect(await they.ratio('resolution-follow-up', year)).toBe('1 of 2');
});

it('opens the next conference with the report on the last one, with the reason for what was not done', async () => {
  const on = '2026-12-04';
  await they.itIs(on);
  const carried = ['fund', 'survey'];
  const next = {
    name: '第十一次联席会议',
    on: '2026-11-04',
    meetsOn: on,
    previous: 'j10',
    carried,
  };
  await eleventh('ConveneMeeting', { ...notice, ...next });
  const item = 'outdoor';
  const day = { item, on: '2026-11-10' };
  await eleventh('ProposeItem', { ...day, by: 'union', subject: 'wages', title: '户外劳动者驿站' });
  await eleventh('ScreenItem', day);
  await eleventh('ApproveItem', day);
  await eleventh('RecordResearch', { ...day, report: [paper] });
  await eleventh('TableItem', day);
  await eleventh('OpenMeeting', { on, present: both });
  const path = ['consultations', 'j11', 'HearLastResolution'];
  await they.isRefused('last-meeting-first', ['consultations', 'j11', 'DiscussItem'], { item, on });
  const failed = { resolution: 'fund', on, standing: 'not-done' };
  await they.isRefused('say-how-it-stands', path, failed);
  await eleventh('HearLastResolution', { ...failed, because: '财政预算未列支' });
  await eleventh('HearLastResolution', {
    resolution: 'survey',
    on,
    standing: 'done',
    doneOn: '2026-05-29',
  });
  await eleventh('DiscussItem', { item, on });
  expect(await they.get('resolutions', { meeting: 'j10', resolution: 'fund' })).toMatchObject({
    items: [{ status: 'not-done', reported_at: 'j11' }],
  });
  expect(await they.ratio('resolution-follow-up', year)).toBe('1 of 2');
  expect(await they.figure('resolution-follow-up', { ...year, forum: 'tripartite' })).toMatchObject(
    {
      denominator: 0,
      rate: null,
    },
  );
});
