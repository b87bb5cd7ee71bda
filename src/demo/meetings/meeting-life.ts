import { after } from '../act.ts';
import { paper } from '../papers.ts';
import type { Fate, MeetingTold, Resolved } from './meeting-plan.ts';

// One meeting, from the notice to the last report on what it resolved.

const subjects = [
  ['collective-contracts', '集体协商要约行动'],
  ['wages', '发布工资指导线'],
  ['dispute-handling', '劳动争议多元化解'],
  ['harmonious-enterprises', '和谐劳动关系企业创建'],
  ['safety-and-health', '高温作业劳动保护'],
  ['employment', '稳岗返还政策落实'],
  ['social-insurance', '新业态职业伤害保障'],
] as const;

const bodiesOf = ({ series }: MeetingTold): readonly string[] =>
  series.seats.map(({ body }) => body);

export type Notice = {
  readonly previous?: string | undefined;
  readonly carried: readonly Resolved[];
  /** What calls for an extraordinary meeting. */
  readonly because?: string;
};

const convene = (told: MeetingTold, { previous, carried, because }: Notice): void => {
  const { say, on, series } = told;
  const { forum, level, division, name, seats } = series;
  const [convenor] = seats;
  const last = previous !== undefined && carried.length > 0;
  say(-30, 'ConveneMeeting', {
    forum,
    kind: because === undefined ? 'regular' : 'extraordinary',
    ...(because !== undefined && { because }),
    level,
    division,
    name: `${name}（${on(0).slice(0, 7)}）`,
    seats,
    convenor: convenor.body,
    on: on(-30),
    meetsOn: on(0),
    ...(last && { previous }),
    carried: last ? carried.map(({ resolution }) => resolution) : [],
  });
};

/** An item on its way to the table: a joint conference screens, approves and researches it first. */
const propose = (told: MeetingTold, item: string, n: number): void => {
  const { say, on, series } = told;
  const [subject, title] = subjects[n % subjects.length] ?? subjects[0];
  const by = bodiesOf(told)[n % series.seats.length];
  say(-25, 'ProposeItem', { item, by, subject, title, on: on(-25) });
  if (series.forum === 'tripartite') return;
  say(-20, 'ScreenItem', { item, on: on(-20) });
  say(-15, 'ApproveItem', { item, on: on(-15) });
  say(-8, 'RecordResearch', { item, on: on(-8), report: paper('联合调研报告.pdf') });
};

/** How a resolution of the last meeting stands on the day of this one. */
const standingOf = ({ fate, doneOn }: Resolved, today: string) => {
  if (fate === 'not-done') return { standing: 'not-done', because: '经费未落实' };
  const isDone = (fate === 'done' || fate === 'done-late') && doneOn <= today;
  return isDone ? { standing: 'done', doneOn } : { standing: 'under-way' };
};

const hearReports = ({ say, on }: MeetingTold, carried: readonly Resolved[]): void => {
  for (const one of carried) {
    const { resolution } = one;
    say(0, 'HearLastResolution', { resolution, on: on(0), ...standingOf(one, on(0)) });
  }
};

const fates = { done: 58, 'done-late': 14, 'not-done': 10, 'under-way': 12, withdrawn: 6 };

const resolved = ({ id, dice, on }: MeetingTold, n: number): Resolved => {
  const fate: Fate = dice.weighted(fates);
  const due = after(on(0), dice.whole(60, 150));
  const doneOn = after(due, fate === 'done-late' ? dice.whole(3, 25) : -dice.whole(1, 30));
  return { resolution: `${id}-r${String(n + 1)}`, fate, due, doneOn };
};

/** Resolved in one or two points; put off or passed on where they do not agree. */
const decideOn = (told: MeetingTold, item: string): readonly Resolved[] => {
  const { say, on, dice } = told;
  say(0, 'DiscussItem', { item, on: on(0) });
  const way = dice.weighted({ resolved: 80, deferred: 12, remitted: 8 });
  const because = '意见尚不一致';
  if (way === 'deferred') say(0, 'DeferItem', { item, on: on(0), because });
  if (way === 'remitted')
    say(0, 'RemitItem', { item, on: on(0), to: '三方会议办公室', because: '先行调研' });
  if (way !== 'resolved') return [];
  const points = Array.from({ length: dice.whole(1, 2) }, (_, n) =>
    resolved({ ...told, id: item }, n),
  );
  for (const { resolution } of points)
    say(0, 'ResolveItem', {
      item,
      resolution,
      on: on(0),
      text: '会议议定事项，由责任单位按期落实。',
      consenting: bodiesOf(told),
    });
  return points;
};

const issue = (told: MeetingTold, points: readonly Resolved[]): void => {
  const { say, on, series } = told;
  say(3, 'DrawUpMinutes', { on: on(3), minutes: paper('会议纪要.pdf') });
  for (const body of bodiesOf(told)) say(5, 'SignMinutes', { body, on: on(5) });
  const number = `${series.division}联发〔${on(0).slice(0, 4)}〕${on(0).slice(5, 7)}号`;
  if (points.length > 0) say(8, 'IssueJointDocument', { number, on: on(8) });
  say(10, 'ReportUpward', { on: on(10), office: '上一级协调劳动关系三方会议办公室' });
};

/** Owner and day, a report on the way, and the end: in time, late, not at all, or withdrawn. */
const followUp = (told: MeetingTold, point: Resolved, n: number): void => {
  const { say, on, series, dice } = told;
  const { resolution, fate, due, doneOn } = point;
  const day = (of: string): number => daysFrom(on(0), of);
  const seat = series.seats[n % series.seats.length] ?? series.seats[0];
  const owner = { body: seat.body, office: '办公室' };
  say(12, 'AssignFollowUp', { resolution, owner, on: on(12), due });
  say(25, 'ReportProgress', { resolution, on: on(25), note: '已制定方案' });
  const because = '经费未落实';
  if (fate === 'withdrawn') say(40, 'WithdrawResolution', { resolution, on: on(40), because });
  if (fate === 'not-done') say(day(due), 'RecordNotDone', { resolution, on: due, because });
  if (fate !== 'done' && fate !== 'done-late') return;
  // Some are written down late: the clock has taken the lapse down by then.
  const late = dice.chance(0.15) ? 30 : 0;
  const said = { resolution, on: doneOn };
  const fact = say(day(doneOn) + late, 'RecordDone', said);
  if (fact === undefined || !dice.chance(0.04)) return;
  const slip = { corrects: fact, reason: '完成日期登记有误', resolution };
  say(day(doneOn) + late + 5, 'CorrectCompletion', { ...slip, on: after(doneOn, -1) });
};

const daysFrom = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** Holds a meeting; answers with what the next one hears of. */
export const hold = (told: MeetingTold, notice: Notice): readonly Resolved[] => {
  const { say, on, id, dice } = told;
  const items = Array.from({ length: dice.whole(2, 3) }, (_, i) => `${id}-i${String(i + 1)}`);
  const first = dice.whole(0, 6);
  convene(told, notice);
  for (const [i, item] of items.entries()) propose(told, item, first + i);
  for (const item of items) say(-3, 'TableItem', { item, on: on(-3) });
  say(0, 'OpenMeeting', { on: on(0), present: bodiesOf(told) });
  hearReports(told, notice.carried);
  const points = items.flatMap((item) => decideOn(told, item));
  say(0, 'CloseMeeting', { on: on(0) });
  issue(told, points);
  for (const [n, point] of points.entries()) followUp(told, point, n);
  return points.filter(({ fate }) => fate !== 'withdrawn');
};

/** Convened, and called off for the floods. */
export const callOff = (told: MeetingTold): void => {
  convene(told, { carried: [] });
  told.say(-6, 'CallOffMeeting', { on: told.on(-6), because: '防汛' });
};

/** Entered twice by mistake. */
export const strike = (told: MeetingTold): void => {
  convene(told, { carried: [] });
  told.say(-28, 'Void', { reason: '重复录入' });
};

/** Under way on the city's last day. */
export const opened = (told: MeetingTold): void => {
  const { say, on } = told;
  convene(told, { carried: [] });
  say(0, 'OpenMeeting', { on: on(0), present: bodiesOf(told) });
};
