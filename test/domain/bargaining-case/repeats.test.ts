import { describe, it } from 'vitest';
import type { BargainingCommand } from '../../../domain/bargaining-case/commands.ts';
import {
  accepted,
  agree,
  appoint,
  approved,
  bargaining,
  close,
  consent,
  deadlock,
  drafted,
  end,
  hold,
  issue,
  leave,
  minutes,
  name,
  named,
  offered,
  open,
  prepare,
  publish,
  receive,
  refuse,
  replace,
  sign,
  story,
  suspend,
  under,
} from '../../support/stories/bargaining.ts';

type Commands = readonly BargainingCommand[];

const as = <T extends BargainingCommand['type']>(
  type: T,
  data: Extract<BargainingCommand, { type: T }>['data'],
) => ({ type, data }) as BargainingCommand;

const paper = { ...minutes, name: '另一份.pdf', sha256: 'b'.repeat(64) };
const clause = { id: 'c1', topic: 'wage-floor', title: '最低工资', value: 230_000 } as const;
const propose = (proposal: string) =>
  as('TableProposal', { proposal, side: 'employees', on: '2026-04-02', clause });
const onTable = [...bargaining, propose('p1'), propose('p2')];
const pack = (...proposals: string[]) =>
  as('PackageProposals', { package: 'k1', side: 'employees', on: '2026-04-03', proposals });
const stuck = [...bargaining, deadlock()];
const apply = (by: 'employees' | 'employer') =>
  as('ApplyForCoordination', { on: '2026-04-11', by });
const take = (mode: 'applied' | 'ex-officio') =>
  as('AcceptCoordination', { on: '2026-04-12', mode });
const coordinated = [...stuck, apply('employees'), take('applied')];
const shanghai = [
  under('shanghai-2015'),
  ...offered.slice(1),
  consent(),
  name('employer'),
  name('employees'),
  open(),
  close(),
  agree({ termEnd: '2027-05-31' }),
  sign('employees', { on: '2026-05-08' }),
  sign('employer', { on: '2026-05-08' }),
  hold(),
];
const notified = (proof: typeof paper) =>
  as('RecordApprovalNotice', { draft: 'draft-1', on: '2026-05-13', proof: [proof] });
const deputy = (authorisation: typeof paper) =>
  as('AuthoriseDeputy', {
    side: 'employees',
    person: 'w2',
    on: '2026-03-20',
    until: '2026-06-20',
    authorisation: [authorisation],
  });
const report = (union: string) => as('ReportToUpperUnion', { on: '2026-03-16', union });
const withdraw = (on: string) => as('WithdrawProposal', { proposal: 'p1', on });
const agreeOn = (on: string) => as('AgreeTentatively', { proposals: ['p1'], on });
const failed = (note: string) => as('RecordCoordinationFailed', { on: '2026-04-20', note });
const settled = (agreement: typeof paper) =>
  as('RecordCoordinationAgreed', { on: '2026-04-20', agreement: [agreement] });
const left = [...named, leave()];

/** What came before, what was recorded then, and the same with other content on the same day. */
const table: readonly (readonly [Commands, BargainingCommand, BargainingCommand])[] = [
  [[prepare()], issue(), issue({ place: '三楼会议室' })],
  [[prepare()], issue(), issue({ topics: ['working-hours'] })],
  [[prepare(), issue()], receive(), receive({ receipt: '挂号信 1234' })],
  [offered, consent({ reasons: '愿意' }), consent({ reasons: '无异议' })],
  [offered, refuse(), refuse({ reasons: '不必' })],
  [named, publish(), publish({ means: '企业微信' })],
  [named, leave(), leave({ because: 'ill' })],
  [left, replace(), replace({ delegate: { person: 'w8', standing: 'inside' } })],
  [left, appoint(), appoint({ chiefBy: 'office' })],
  [named, deputy(minutes), deputy(paper)],
  [named, report('区总工会'), report('市总工会')],
  [named, open(), open({ present: ['m1', 'w1'] })],
  [named, open(), open({ chairedBy: 'employer' })],
  [[...named, open()], close(), close({ minutes: [paper] })],
  [[...named, open()], close(), close({ signedBy: ['m1'] })],
  [onTable, withdraw('2026-04-03'), withdraw('2026-04-04')],
  [onTable, agreeOn('2026-04-03'), agreeOn('2026-04-04')],
  [onTable, pack('p1', 'p2'), pack('p2', 'p1')],
  [bargaining, suspend(), suspend({ until: '2026-04-20' })],
  [bargaining, deadlock(), as('DeclareDeadlock', { on: '2026-04-10', issues: '工时' })],
  [stuck, apply('employees'), apply('employer')],
  [[...stuck, apply('employees')], take('applied'), take('ex-officio')],
  [coordinated, failed('未达成'), failed('一方缺席')],
  [coordinated, settled(minutes), settled(paper)],
  [approved, sign('employees', { text: [minutes] }), sign('employees', { text: [paper] })],
  [shanghai.slice(0, 9), sign('employees'), sign('employees', { text: [paper] })],
  [shanghai, notified(minutes), notified(paper)],
  [drafted, end(), end({ note: '改日再谈' })],
  [drafted, end(), end({ on: '2026-06-02' })],
  [accepted, as('Void', { reason: '重复' }), as('Void', { reason: '重复', duplicateOf: 'case-2' })],
];

const rows = table.map(
  ([before, command, other]) => [command.type, before, command, other] as const,
);

describe('what was recorded', () => {
  it.each(rows)('by %s is not recorded again', (_, before, command) => {
    story(...before, command)
      .when(command)
      .thenRecords();
  });
  it.each(rows)('by %s says nothing else by the same id and day', (_, before, command, other) => {
    story(...before, command)
      .when(other)
      .thenRefuses('said-otherwise');
  });
  it('by a list of delegates needs no appointment', () => {
    story(...named)
      .when(appoint({ person: 'w1' }))
      .thenRecords();
  });
  it('of an employer that ended reaches a case that is over, and changes nothing', () => {
    story(...drafted, end())
      .when(end({ ground: 'employer-dissolved', on: '2026-06-09' }))
      .thenRecords();
  });
});
