import { afterAll, beforeAll, expect, it } from 'vitest';
import { concord, type Concord } from '../support/concord.ts';

const notice = {
  forum: 'tripartite',
  kind: 'regular',
  level: 'city',
  division: '3206',
  name: '南通市协调劳动关系三方会议第十二次会议',
  seats: [
    { body: 'labor-administration', name: '市人力资源和社会保障局' },
    { body: 'union', name: '市总工会' },
    { body: 'enterprise-confederation', name: '市企业联合会' },
    { body: 'industry-federation', name: '市工商业联合会' },
  ],
  convenor: 'labor-administration',
  on: '2026-03-02',
  meetsOn: '2026-03-16',
  carried: [],
};
const everyone = notice.seats.map(({ body }) => body);
const half = { from: '2026-04-01', to: '2026-06-30' };

let they: Concord;
const meeting = (id: string) => (command: string, data: object) =>
  they.send('consultations', id, command, data);
const first = meeting('m12');
const next = meeting('m13');

const settle = async (resolution: string, owner: string, due: string): Promise<void> => {
  const on = '2026-03-16';
  const consenting = everyone;
  await first('ResolveItem', { item: 'i1', resolution, on, text: resolution, consenting });
  await first('AssignFollowUp', { resolution, owner: { body: owner }, on, due });
};

beforeAll(async () => {
  they = await concord('2026-03-16');
  await first('ConveneMeeting', notice);
  await first('ProposeItem', {
    item: 'i1',
    by: 'union',
    subject: 'wages',
    title: '工资集体协商',
    on: '2026-03-04',
  });
  await first('TableItem', { item: 'i1', on: '2026-03-12' });
});
afterAll(() => they.close());

it('resolves nothing while the employers are away', async () => {
  const present = everyone.slice(0, 2);
  await first('OpenMeeting', { on: '2026-03-16', present });
  await first('DiscussItem', { item: 'i1', on: '2026-03-16' });
  const asked = {
    item: 'i1',
    resolution: 'offers',
    on: '2026-03-16',
    text: '要约行动',
    consenting: present,
  };
  const path = ['consultations', 'm12', 'ResolveItem'];
  const before = await they.history('consultations', 'm12');
  await they.isRefused('every-party-present', path, asked);
  expect(await they.history('consultations', 'm12')).toStrictEqual(before);
  const corrects = await they.fact('consultations', 'm12', 'MeetingOpened');
  const reason = '漏记到会单位';
  await first('CorrectOpening', { corrects, reason, on: '2026-03-16', present: everyone });
});

it('resolves by consensus, signs and issues, and gives each resolution an owner and a day', async () => {
  await settle('offers', 'union', '2026-06-30');
  await settle('guideline', 'labor-administration', '2026-05-31');
  await settle('training', 'industry-federation', '2026-12-31');
  await first('CloseMeeting', { on: '2026-03-16' });
  await they.itIs('2026-03-20');
  const minutes = [
    { sha256: 'c'.repeat(64), name: '纪要.pdf', mediaType: 'application/pdf', bytes: 1 },
  ];
  await first('DrawUpMinutes', { on: '2026-03-18', minutes });
  for (const body of everyone) await first('SignMinutes', { body, on: '2026-03-20' });
  await first('IssueJointDocument', { number: '通三方〔2026〕1号', on: '2026-03-20' });
  await first('ReportUpward', { on: '2026-03-20', office: '省三方会议办公室' });
  expect(await they.get('consultations/m12')).toMatchObject({
    phase: 'issued',
    document_no: '通三方〔2026〕1号',
    reported_to: 'province',
    resolutions: 3,
  });
  expect(await they.ratio('resolution-follow-up', half)).toBe('0 of 0');
});

it('finds overdue what was not reported by its day', async () => {
  await they.itIs('2026-05-20');
  await first('RecordDone', { resolution: 'guideline', on: '2026-05-20' });
  await they.itIs('2026-06-30');
  expect(await they.ratio('resolution-follow-up', half)).toBe('1 of 1');
  await they.itIs('2026-07-01');
  expect(await they.ratio('resolution-follow-up', half)).toBe('1 of 2');
  const { items } = (await they.get('resolutions', { status: 'overdue' })) as {
    items: readonly { id: string }[];
  };
  expect(items.map(({ id }) => id)).toStrictEqual(['m12/offers']);
});

it('opens the next meeting with the report on the last one', async () => {
  await they.itIs('2026-09-15');
  await next('ConveneMeeting', {
    ...notice,
    name: '第十三次会议',
    on: '2026-09-01',
    meetsOn: '2026-09-15',
    previous: 'm12',
    carried: ['offers', 'training'],
  });
  const on = '2026-09-15';
  await next('ProposeItem', { item: 'i1', by: 'union', subject: 'other', title: '新业态', on });
  await next('TableItem', { item: 'i1', on });
  await next('OpenMeeting', { on, present: everyone });
  const discussing = ['consultations', 'm13', 'DiscussItem'];
  await they.isRefused('last-meeting-first', discussing, { item: 'i1', on });
  const done = { resolution: 'offers', on, standing: 'done', doneOn: '2026-06-29' };
  await next('HearLastResolution', done);
  await they.isRefused('last-meeting-first', discussing, { item: 'i1', on });
  await next('HearLastResolution', { resolution: 'training', on, standing: 'under-way' });
  await next('DiscussItem', { item: 'i1', on });
  expect((await they.history('consultations', 'm12')).slice(-3)).toStrictEqual([
    'ReportedAtNext',
    'FollowUpDone',
    'ReportedAtNext',
  ]);
  expect(await they.get('resolutions', { meeting: 'm12', owner: 'union' })).toMatchObject({
    items: [{ status: 'done', timeliness: 'timely', done_on: '2026-06-29', reported_at: 'm13' }],
  });
});

it('counts what was done in time though it was reported late, and still says what was known before', async () => {
  const known = { ...half, knownAt: '2026-07-15' };
  expect(await they.ratio('resolution-follow-up', half)).toBe('2 of 2');
  expect(await they.ratio('resolution-follow-up', known)).toBe('1 of 2');
  expect(await they.members('resolution-follow-up', half)).toStrictEqual([
    'm12/guideline',
    'm12/offers',
  ]);
  const { groups } = await they.changes('resolution-follow-up', {
    period: '2026-04-01/2026-06-30',
    from: '2026-07-15',
  });
  expect(groups).toMatchObject([
    { cause: 'FollowUpDone', numerator: 1, denominator: 0, facts: [{ unit: 'm12/offers' }] },
  ]);
});

const year = { from: '2026-01-01', to: '2026-12-31' };

it('says it by forum, level, owner and place', async () => {
  await they.itIs('2027-01-01');
  expect(await they.ratio('resolution-follow-up', year)).toBe('2 of 3');
  const by = async (groupBy: string) => {
    const { groups } = (await they.get('figures/resolution-follow-up', { ...year, groupBy })) as {
      groups: readonly { numerator: number; denominator: number; label: unknown }[];
    };
    return groups.map((one) => [one.label, one.numerator, one.denominator]);
  };
  expect(await by('ownerParty')).toStrictEqual([
    [{ zh: '企业方', en: 'Employers' }, 0, 1],
    [{ zh: '政府方', en: 'Government' }, 1, 1],
    [{ zh: '工会方', en: 'Union' }, 1, 1],
  ]);
  expect(await by('forum,meetingLevel')).toStrictEqual([
    [{ zh: '三方会议 · 市级', en: 'Tripartite meeting · City' }, 2, 3],
  ]);
  const where = async (more: object) => they.ratio('resolution-follow-up', { ...year, ...more });
  expect(await where({ region: '32' })).toBe('2 of 3');
  expect(await where({ region: '33' })).toBe('0 of 0');
  expect(await where({ forum: 'joint-conference' })).toBe('0 of 0');
  expect(await where({ ownerParty: 'employers' })).toBe('0 of 1');
});

it('leaves out what was withdrawn, and names it; a meeting struck out counts nothing', async () => {
  const because = '并入全市培训计划';
  await first('WithdrawResolution', { resolution: 'training', on: '2026-12-30', because });
  expect(await they.figure('resolution-follow-up', year)).toMatchObject({
    numerator: 2,
    denominator: 2,
    excluded: { withdrawn: 1 },
  });
  await first('Void', { reason: '重复录入' });
  expect(await they.ratio('resolution-follow-up', year)).toBe('0 of 0');
});
