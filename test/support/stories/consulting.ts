import type { ConsultationCommand } from '../../../domain/consultation/commands.ts';
import { consultation } from '../../../domain/consultation/decider.ts';
import type { ConsultationEvent } from '../../../domain/consultation/events.ts';
import { decide, fold, pastOf } from '../../../domain/shared/decider.ts';
import { given, recorded } from './given.ts';

type Ask<T> = Extract<ConsultationCommand, { type: T }>['data'];
type Over<T> = Partial<Ask<T>>;

/** After all the days of these stories. */
export const late = '2026-12-31T01:00:00.000Z';
const subject = 'meeting-2';

/** What these commands record, one after the other. */
export const after = (...commands: readonly ConsultationCommand[]): ConsultationEvent[] =>
  commands.reduce<ConsultationEvent[]>((past, command) => {
    const facts = recorded(past);
    const moment = { at: late, by: 'clerk-1', subject, past: pastOf(facts) };
    const asked = consultation.command.parse(command);
    return [...past, ...decide(consultation, asked, fold(consultation, facts), moment)];
  }, []);

/** given(commands that came before).when(command, at?) …, at a moment after all days unless said. */
export const story = (...commands: readonly ConsultationCommand[]) => {
  const { when } = given(consultation, ...after(...commands));
  return { when: (command: ConsultationCommand, at = late) => when(command, at, subject) };
};

/** The event id of the last fact of this type after these commands. */
export const idOf = (
  commands: readonly ConsultationCommand[],
  type: ConsultationEvent['type'],
): string => `fact-${String(after(...commands).findLastIndex((event) => event.type === type))}`;

export const paper = {
  sha256: 'b'.repeat(64),
  name: '会议纪要.pdf',
  mediaType: 'application/pdf',
  bytes: 1000,
};

const tripartite: Ask<'ConveneMeeting'> = {
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

export const everyone = [
  'labor-administration',
  'union',
  'enterprise-confederation',
  'industry-federation',
] as const;

export const convene = (over: Over<'ConveneMeeting'> = {}): ConsultationCommand => ({
  type: 'ConveneMeeting',
  data: { ...tripartite, ...over },
});
export const conveneJoint = (over: Over<'ConveneMeeting'> = {}): ConsultationCommand =>
  convene({
    forum: 'joint-conference',
    name: '市政府与市总工会第十次联席会议',
    seats: [
      { body: 'government', name: '市人民政府' },
      { body: 'union', name: '市总工会' },
    ],
    convenor: 'government',
    ...over,
  });
export const callOff: ConsultationCommand = {
  type: 'CallOffMeeting',
  data: { on: '2026-03-10', because: '防汛' },
};
export const propose = (over: Over<'ProposeItem'> = {}): ConsultationCommand => ({
  type: 'ProposeItem',
  data: {
    item: 'i1',
    by: 'union',
    subject: 'collective-contracts',
    title: '集体协商要约行动',
    on: '2026-03-04',
    ...over,
  },
});
export const screen = (over: Over<'ScreenItem'> = {}): ConsultationCommand => ({
  type: 'ScreenItem',
  data: { item: 'i1', on: '2026-03-05', ...over },
});
export const approve = (over: Over<'ApproveItem'> = {}): ConsultationCommand => ({
  type: 'ApproveItem',
  data: { item: 'i1', on: '2026-03-06', ...over },
});
export const research = (over: Over<'RecordResearch'> = {}): ConsultationCommand => ({
  type: 'RecordResearch',
  data: { item: 'i1', on: '2026-03-09', report: [paper], ...over },
});
export const table = (over: Over<'TableItem'> = {}): ConsultationCommand => ({
  type: 'TableItem',
  data: { item: 'i1', on: '2026-03-12', ...over },
});
export const drop = (over: Over<'DropItem'> = {}): ConsultationCommand => ({
  type: 'DropItem',
  data: { item: 'i1', on: '2026-03-16', because: '另行研究', ...over },
});
export const open = (over: Over<'OpenMeeting'> = {}): ConsultationCommand => ({
  type: 'OpenMeeting',
  data: { on: '2026-03-16', present: [...everyone], ...over },
});
export const hear = (over: Over<'HearLastResolution'> = {}): ConsultationCommand => ({
  type: 'HearLastResolution',
  data: { resolution: 'r0', on: '2026-03-16', standing: 'under-way', ...over },
});
export const discuss = (over: Over<'DiscussItem'> = {}): ConsultationCommand => ({
  type: 'DiscussItem',
  data: { item: 'i1', on: '2026-03-16', ...over },
});
export const resolve = (over: Over<'ResolveItem'> = {}): ConsultationCommand => ({
  type: 'ResolveItem',
  data: {
    item: 'i1',
    resolution: 'r1',
    on: '2026-03-16',
    text: '联合开展集体协商要约行动',
    consenting: [...everyone],
    ...over,
  },
});
export const defer = (over: Over<'DeferItem'> = {}): ConsultationCommand => ({
  type: 'DeferItem',
  data: { item: 'i1', on: '2026-03-16', because: '意见不一致', ...over },
});
export const remit = (over: Over<'RemitItem'> = {}): ConsultationCommand => ({
  type: 'RemitItem',
  data: { item: 'i1', on: '2026-03-16', to: '三方会议办公室', because: '先行调研', ...over },
});
export const close = (on = '2026-03-16'): ConsultationCommand => ({
  type: 'CloseMeeting',
  data: { on },
});
export const drawUp = (on = '2026-03-18'): ConsultationCommand => ({
  type: 'DrawUpMinutes',
  data: { on, minutes: [paper] },
});
export const sign = (body: Ask<'SignMinutes'>['body'], on = '2026-03-20'): ConsultationCommand => ({
  type: 'SignMinutes',
  data: { body, on },
});
export const issue = (over: Over<'IssueJointDocument'> = {}): ConsultationCommand => ({
  type: 'IssueJointDocument',
  data: { number: '通三方〔2026〕1号', on: '2026-03-24', ...over },
});
export const reportUp = (over: Over<'ReportUpward'> = {}): ConsultationCommand => ({
  type: 'ReportUpward',
  data: { on: '2026-03-25', office: '省三方会议办公室', ...over },
});
export const assign = (over: Over<'AssignFollowUp'> = {}): ConsultationCommand => ({
  type: 'AssignFollowUp',
  data: {
    resolution: 'r1',
    owner: { body: 'union', office: '权益保障部' },
    on: '2026-03-24',
    due: '2026-06-30',
    ...over,
  },
});
export const progress = (over: Over<'ReportProgress'> = {}): ConsultationCommand => ({
  type: 'ReportProgress',
  data: { resolution: 'r1', on: '2026-05-08', note: '已发出要约 120 份', ...over },
});
export const done = (over: Over<'RecordDone'> = {}): ConsultationCommand => ({
  type: 'RecordDone',
  data: { resolution: 'r1', on: '2026-06-30', ...over },
});
export const notDone = (over: Over<'RecordNotDone'> = {}): ConsultationCommand => ({
  type: 'RecordNotDone',
  data: { resolution: 'r1', on: '2026-06-30', because: '经费未落实', ...over },
});
export const overdue = (resolution = 'r1'): ConsultationCommand => ({
  type: 'RecordFollowUpOverdue',
  data: { resolution },
});
export const withdraw = (over: Over<'WithdrawResolution'> = {}): ConsultationCommand => ({
  type: 'WithdrawResolution',
  data: { resolution: 'r1', on: '2026-04-30', because: '上级已统一部署', ...over },
});
export const reportAtNext = (over: Over<'RecordReportAtNext'> = {}): ConsultationCommand => ({
  type: 'RecordReportAtNext',
  data: {
    resolution: 'r1',
    meeting: 'meeting-3',
    on: '2026-09-15',
    standing: 'done',
    ...(over.standing === undefined && { doneOn: '2026-06-20' }),
    ...over,
  },
});
export const correctReport = (over: Over<'CorrectReportAtNext'> = {}): ConsultationCommand => ({
  type: 'CorrectReportAtNext',
  data: {
    ...(reportAtNext(over).data as Ask<'RecordReportAtNext'>),
    reason: '会议记录核对',
  },
});
export const takeReportBack = (meeting = 'meeting-3'): ConsultationCommand => ({
  type: 'TakeBackReportAtNext',
  data: { resolution: 'r1', meeting, reason: '会议记录核对' },
});
export const strike = (over: Over<'Void'> = {}): ConsultationCommand => ({
  type: 'Void',
  data: { reason: '重复录入', ...over },
});

/** Carries over one resolution of the meeting before. */
export const carrying = convene({ previous: 'meeting-1', carried: ['r0'] });
export const tabled = [convene(), propose(), table()];
export const opened = [...tabled, open()];
export const discussed = [...opened, discuss()];
export const resolved = [...discussed, resolve()];
export const closed = [...resolved, close()];
export const minuted = [...closed, drawUp()];
export const signed = [...minuted, ...everyone.map((body) => sign(body))];
export const issued = [...signed, issue()];
export const assigned = [...issued, assign()];
/** The last day of the assignment, said anew. */
export const reassign = (due: string): ConsultationCommand => ({
  type: 'CorrectAssignment',
  data: {
    corrects: idOf(assigned, 'FollowUpAssigned'),
    reason: '录入有误',
    resolution: 'r1',
    owner: { body: 'labor-administration' },
    on: '2026-03-24',
    due,
  },
});
