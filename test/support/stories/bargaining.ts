import type { BargainingCommand } from '../../../domain/bargaining-case/commands.ts';
import { bargainingCase } from '../../../domain/bargaining-case/decider.ts';
import type { BargainingEvent } from '../../../domain/bargaining-case/events.ts';
import { decide, fold, pastOf } from '../../../domain/shared/decider.ts';
import type { Side } from '../../../domain/shared/values.ts';
import { given, recorded } from './given.ts';

type Ask<T> = Extract<BargainingCommand, { type: T }>['data'];
type Over<T> = Partial<Ask<T>>;

/** After all the days of these stories. */
export const late = '2027-12-31T01:00:00.000Z';

/** What these commands record, one after the other. */
export const after = (...commands: readonly BargainingCommand[]): BargainingEvent[] =>
  commands.reduce<BargainingEvent[]>((past, command) => {
    const facts = recorded(past);
    const moment = { at: late, by: 'clerk-1', subject: 'case-1', past: pastOf(facts) };
    return [
      ...past,
      ...decide(
        bargainingCase,
        bargainingCase.command.parse(command),
        fold(bargainingCase, facts),
        moment,
      ),
    ];
  }, []);

/** given(commands that came before).when(command, at?) …, at a moment after all days unless said. */
export const story = (...commands: readonly BargainingCommand[]) => {
  const { when } = given(bargainingCase, ...after(...commands));
  return { when: (command: BargainingCommand, at = late) => when(command, at) };
};

/** The state after these commands. */
export const stateAfter = (...commands: readonly BargainingCommand[]) =>
  fold(bargainingCase, recorded(after(...commands)));

/** The event id of the first fact of this type. */
export const idOf = (past: readonly BargainingEvent[], type: BargainingEvent['type']): string =>
  `fact-${String(past.findIndex((event) => event.type === type))}`;

export const minutes = {
  sha256: 'a'.repeat(64),
  name: '会议记录.pdf',
  mediaType: 'application/pdf',
  bytes: 1000,
};

export const prepared: Ask<'PrepareOffer'> = {
  on: '2026-03-01',
  profile: 'national-2004',
  kind: 'comprehensive',
  level: 'enterprise',
  purpose: 'first',
  contract: 'contract-1',
  enterprise: 'mill',
  union: '纺织厂工会',
  representedBy: 'union',
  preparedBy: 'employees',
  topics: ['wage-increase', 'working-hours'],
  employees: 200,
};

export const prepare = (over: Over<'PrepareOffer'> = {}): BargainingCommand => ({
  type: 'PrepareOffer',
  data: { ...prepared, ...over },
});
/** A wage case under the law of a place. */
export const under = (profile: Ask<'PrepareOffer'>['profile'], over: Over<'PrepareOffer'> = {}) =>
  prepare({ profile, kind: 'wage', ...over });

export const issued: Ask<'IssueOffer'> = {
  offer: 'offer-1',
  by: 'employees',
  on: '2026-03-02',
  topics: ['wage-increase'],
  proposedOn: '2026-04-01',
  place: '二楼会议室',
};
export const issue = (over: Over<'IssueOffer'> = {}): BargainingCommand => ({
  type: 'IssueOffer',
  data: { ...issued, ...over },
});
export const receive = (over: Over<'RecordReceipt'> = {}): BargainingCommand => ({
  type: 'RecordReceipt',
  data: { offer: 'offer-1', on: '2026-03-03', receipt: '签收', ...over },
});
export const consent = (over: Over<'ConsentToOffer'> = {}): BargainingCommand => ({
  type: 'ConsentToOffer',
  data: { offer: 'offer-1', on: '2026-03-10', ...over },
});
export const refuse = (over: Over<'RefuseOffer'> = {}): BargainingCommand => ({
  type: 'RefuseOffer',
  data: { offer: 'offer-1', on: '2026-03-10', reasons: '正在停产', ...over },
});

type Delegates = Ask<'NameDelegates'>['delegates'];
/** Delegates `<side letter>1 …`: the first is the chief, the last `outside` are outsiders. */
export const list = (letter: string, n = 3, outside = 0): Delegates =>
  Array.from({ length: n }, (_, i) => ({
    person: `${letter}${String(i + 1)}`,
    standing: i === 0 ? 'chief' : i >= n - outside ? 'outside' : 'inside',
  }));
export const name = (side: Side, over: Over<'NameDelegates'> = {}): BargainingCommand => ({
  type: 'NameDelegates',
  data: {
    side,
    on: '2026-03-12',
    delegates: list(side === 'employer' ? 'm' : 'w'),
    chiefBy: 'office',
    ...over,
  },
});
export const leave = (over: Over<'RecordDelegateLeaving'> = {}): BargainingCommand => ({
  type: 'RecordDelegateLeaving',
  data: { side: 'employees', person: 'w1', on: '2026-04-10', because: 'resigned', ...over },
});
export const replace = (over: Over<'ReplaceDelegate'> = {}): BargainingCommand => ({
  type: 'ReplaceDelegate',
  data: {
    side: 'employees',
    leaves: 'w1',
    delegate: { person: 'w9', standing: 'inside' },
    on: '2026-04-15',
    ...over,
  },
});
export const appoint = (over: Over<'AppointChief'> = {}): BargainingCommand => ({
  type: 'AppointChief',
  data: { side: 'employees', person: 'w2', on: '2026-04-15', chiefBy: 'election', ...over },
});
export const publish = (over: Over<'PublishDelegates'> = {}): BargainingCommand => ({
  type: 'PublishDelegates',
  data: { side: 'employees', on: '2026-03-14', means: '公告栏', ...over },
});
export const disclose = (over: Over<'Disclose'> = {}): BargainingCommand => ({
  type: 'Disclose',
  data: { by: 'employer', on: '2026-03-15', items: ['工资总额'], ...over },
});
export const open = (over: Over<'OpenSession'> = {}): BargainingCommand => ({
  type: 'OpenSession',
  data: {
    session: 'session-1',
    on: '2026-04-01',
    chairedBy: 'employees',
    present: ['m1', 'm2', 'w1', 'w2'],
    recorder: 'clerk-9',
    ...over,
  },
});
export const close = (over: Over<'CloseSession'> = {}): BargainingCommand => ({
  type: 'CloseSession',
  data: {
    session: 'session-1',
    on: '2026-04-01',
    minutes: [minutes],
    signedBy: ['m1', 'w1'],
    ...over,
  },
});
export const suspend = (over: Over<'SuspendBargaining'> = {}): BargainingCommand => ({
  type: 'SuspendBargaining',
  data: {
    on: '2026-04-06',
    until: '2026-04-16',
    ground: 'recess',
    consents: ['employer', 'employees'],
    note: '双方同意休会',
    ...over,
  },
});
export const resume = (on = '2026-04-16'): BargainingCommand => ({
  type: 'ResumeBargaining',
  data: { on },
});
export const deadlock = (on = '2026-04-10'): BargainingCommand => ({
  type: 'DeclareDeadlock',
  data: { on, issues: '工资增幅' },
});
export const agreed: Ask<'AgreeDraft'> = {
  draft: 'draft-1',
  on: '2026-05-06',
  termStart: '2026-06-01',
  termEnd: '2028-05-31',
  steps: [{ by: 'percent', effectiveOn: '2026-06-01', basisPoints: 500 }],
  clauses: [{ id: 'c1', topic: 'wage-floor', title: '最低工资', value: 230_000 }],
  text: [],
};
export const agree = (over: Over<'AgreeDraft'> = {}): BargainingCommand => ({
  type: 'AgreeDraft',
  data: { ...agreed, ...over },
});
export const hold = (over: Over<'HoldCongress'> = {}): BargainingCommand => ({
  type: 'HoldCongress',
  data: {
    draft: 'draft-1',
    on: '2026-05-12',
    total: 100,
    present: 80,
    yes: 60,
    no: 15,
    abstain: 5,
    ...over,
  },
});
export const sign = (side: Side, over: Over<'SignDraft'> = {}): BargainingCommand => ({
  type: 'SignDraft',
  data: {
    draft: 'draft-1',
    side,
    person: side === 'employer' ? 'm1' : 'w1',
    on: '2026-05-14',
    ...over,
  },
});
export const end = (over: Over<'CloseCase'> = {}): BargainingCommand => ({
  type: 'CloseCase',
  data: { on: '2026-06-01', ground: 'both-agree', ...over },
});

export const offered = [prepare(), issue(), receive()];
export const accepted = [...offered, consent()];
export const named = [...accepted, name('employer'), name('employees')];
export const bargaining = [...named, open(), close()];
export const drafted = [...bargaining, agree()];
export const approved = [...drafted, hold()];
export const signed = [...approved, sign('employees'), sign('employer')];

/** As far as bargaining under the law of a place that wants nothing before the first session but delegates. */
export const bargainingUnder = (profile: Ask<'PrepareOffer'>['profile']) => [
  under(profile),
  issue(),
  receive(),
  consent(),
  name('employer'),
  name('employees', { frontLine: 3 }),
  disclose(),
  open(),
  close(),
];
