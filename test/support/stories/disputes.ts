import type { DisputeCommand } from '../../../domain/dispute-case/commands.ts';
import { disputeCase } from '../../../domain/dispute-case/decider.ts';
import type { DisputeEvent } from '../../../domain/dispute-case/events.ts';
import { decide, fold, pastOf } from '../../../domain/shared/decider.ts';
import { given, recorded } from './given.ts';

export type Ask<T> = Extract<DisputeCommand, { type: T }>['data'];
type Over<T> = Partial<Ask<T>>;

/** After all the days of these stories. */
export const late = '2027-12-31T01:00:00.000Z';

/** What these commands record, one after the other. */
export const after = (...commands: readonly DisputeCommand[]): DisputeEvent[] =>
  commands.reduce<DisputeEvent[]>((past, command) => {
    const facts = recorded(past);
    const moment = { at: late, by: 'clerk-1', subject: 'd1', past: pastOf(facts) };
    return [
      ...past,
      ...decide(disputeCase, disputeCase.command.parse(command), fold(disputeCase, facts), moment),
    ];
  }, []);

/** given(commands that came before).when(command, at?) …, at a moment after all days unless said. */
export const story = (...commands: readonly DisputeCommand[]) => {
  const { when } = given(disputeCase, ...after(...commands));
  return {
    when: (command: DisputeCommand, at = late, subject?: string) => when(command, at, subject),
  };
};

/** The state after these commands. */
export const stateAfter = (...commands: readonly DisputeCommand[]) =>
  fold(disputeCase, recorded(after(...commands)));

/** The last day of a clock after these commands. */
export const dueAfter = (clock: string, ...commands: readonly DisputeCommand[]) =>
  stateAfter(...commands).clocks[clock]?.due;

/** The event id of the first fact of this type. */
export const idOf = (past: readonly DisputeEvent[], type: DisputeEvent['type']): string =>
  `fact-${String(past.findIndex((event) => event.type === type))}`;

/** The command that says the first fact of a type anew, after these. */
export const saidAnew = (
  past: readonly DisputeCommand[],
  fact: DisputeEvent['type'],
  type: DisputeCommand['type'],
  data: object,
): DisputeCommand =>
  ({
    type,
    data: { ...data, corrects: idOf(after(...past), fact), reason: '录入有误' },
  }) as DisputeCommand;

export const received: Ask<'ReceiveDispute'> = {
  on: '2026-03-02',
  profile: 'national-2004',
  division: '210902',
  cause: 'remuneration',
  form: 'written',
  channel: 'walk-in',
  proceeding: 'street',
  level: 'street',
  body: '新华街道调解中心',
  by: 'workers',
  claimants: ['wang'],
  employers: [{ enterprise: 'mill', role: 'employer' }],
  claim: 'separate',
};
export const receive = (over: Over<'ReceiveDispute'> = {}): DisputeCommand => ({
  type: 'ReceiveDispute',
  data: { ...received, ...over },
});
/** The law of a place, from the receipt. */
export const receiveUnder = (profile: Ask<'ReceiveDispute'>['profile']) => receive({ profile });
export const claim = (over: Over<'MakeClaim'> = {}): DisputeCommand => ({
  type: 'MakeClaim',
  data: {
    claim: 'c1',
    claimant: 'wang',
    item: 'pay',
    fen: 2_500_000,
    on: '2026-03-02',
    ...over,
  },
});
export const amend = (over: Over<'AmendClaim'> = {}): DisputeCommand => ({
  type: 'AmendClaim',
  data: { claim: 'c1', on: '2026-03-06', becomes: 'waived', consents: [], ...over },
});
export const agreeTo = (over: Over<'GiveConsent'> = {}): DisputeCommand => ({
  type: 'GiveConsent',
  data: { proceeding: 'street', side: 'employer', on: '2026-03-03', ...over },
});
export const declineIt = (over: Over<'RefuseConsent'> = {}): DisputeCommand => ({
  type: 'RefuseConsent',
  data: { proceeding: 'street', side: 'employer', on: '2026-03-04', ...over },
});
export const accept = (over: Over<'AcceptMediation'> = {}): DisputeCommand => ({
  type: 'AcceptMediation',
  data: { proceeding: 'street', on: '2026-03-04', ...over },
});
export const assign = (over: Over<'AssignMediator'> = {}): DisputeCommand => ({
  type: 'AssignMediator',
  data: { proceeding: 'street', mediator: 'zhao', on: '2026-03-04', ...over },
});
export const interest = (person = 'zhao'): DisputeCommand => ({
  type: 'RecordInterest',
  data: { person, on: '2026-03-04', ground: 'interest' },
});
export const session = (over: Over<'HoldSession'> = {}): DisputeCommand => ({
  type: 'HoldSession',
  data: {
    proceeding: 'street',
    session: 's1',
    on: '2026-03-09',
    mediators: ['zhao'],
    present: ['wang', 'boss'],
    ...over,
  },
});
export const join = (over: Over<'JoinProceeding'> = {}): DisputeCommand => ({
  type: 'JoinProceeding',
  data: {
    proceeding: 'committee',
    level: 'enterprise',
    body: '纺织厂调解委员会',
    on: '2026-03-05',
    ...over,
  },
});
export const transfer = (over: Over<'TransferDispute'> = {}): DisputeCommand => ({
  type: 'TransferDispute',
  data: {
    from: 'street',
    proceeding: 'city',
    level: 'city',
    body: '市调解中心',
    on: '2026-03-10',
    because: 'escalated',
    ...over,
  },
});
export const extend = (over: Over<'ExtendMediation'> = {}): DisputeCommand => ({
  type: 'ExtendMediation',
  data: {
    proceeding: 'street',
    on: '2026-03-17',
    until: '2026-04-10',
    consents: ['workers', 'employer'],
    ...over,
  },
});
export const suspend = (over: Over<'SuspendHandling'> = {}): DisputeCommand => ({
  type: 'SuspendHandling',
  data: { on: '2026-03-09', ground: 'assessment', ...over },
});
export const resume = (on = '2026-03-19'): DisputeCommand => ({
  type: 'ResumeHandling',
  data: { on },
});
export const conclude = (over: Over<'ConcludeDispute'> = {}): DisputeCommand => ({
  type: 'ConcludeDispute',
  data: {
    proceeding: 'street',
    on: '2026-03-17',
    outcome: 'failed',
    ending: 'no-agreement',
    ...over,
  },
});
export const reopen = (over: Over<'ReopenDispute'> = {}): DisputeCommand => ({
  type: 'ReopenDispute',
  data: {
    on: '2026-04-20',
    because: 'consent-anew',
    proceeding: 'again',
    level: 'street',
    body: '新华街道调解中心',
    ...over,
  },
});
export const settle = (over: Over<'ReachSettlement'> = {}): DisputeCommand => ({
  type: 'ReachSettlement',
  data: {
    settlement: 'a1',
    proceeding: 'street',
    on: '2026-03-12',
    claimants: [],
    items: [
      { item: 'i1', claim: 'c1', ground: 'pay', fen: 2_000_000, due: '2026-04-30' },
      { item: 'i2', ground: 'other', what: '出具离职证明', due: '2026-04-10' },
    ],
    consents: [],
    ...over,
  },
});
export const sign = (
  as: Ask<'SignSettlement'>['as'],
  over: Over<'SignSettlement'> = {},
): DisputeCommand => ({
  type: 'SignSettlement',
  data: {
    settlement: 'a1',
    as,
    on: '2026-03-13',
    persons: { workers: ['wang'], employer: ['boss'], mediator: ['zhao'], body: [] }[as],
    ...over,
  },
});
export const signAll = (over: Over<'SignSettlement'> = {}, persons = ['wang']) => [
  sign('workers', { ...over, persons }),
  sign('employer', over),
  sign('mediator', over),
  sign('body', over),
];
export const pay = (over: Over<'RecordPerformance'> = {}): DisputeCommand => ({
  type: 'RecordPerformance',
  data: {
    settlement: 'a1',
    item: 'i1',
    part: 'p1',
    on: '2026-04-20',
    fen: 2_000_000,
    ...over,
  },
});
export const confirm = (over: Over<'ApplyForConfirmation'> = {}): DisputeCommand => ({
  type: 'ApplyForConfirmation',
  data: {
    settlement: 'a1',
    on: '2026-04-01',
    by: ['workers', 'employer'],
    court: '太平区人民法院',
    ...over,
  },
});
export const claimed = [receive(), claim()];
export const agreed = [...claimed, agreeTo()];
export const mediating = [...agreed, accept(), assign()];
export const settling = [...mediating, session(), settle()];
export const settled = [...settling, ...signAll()];
export const failed = [...mediating, conclude()];
export const twelve = Array.from({ length: 12 }, (_, i) => `w${String(i + 1)}`);
export const collective: readonly DisputeCommand[] = [
  receive({ claimants: twelve, claim: 'common' }),
  {
    type: 'ElectRepresentatives',
    data: { on: '2026-03-03', representatives: ['w1', 'w2', 'w3'] },
  },
  ...twelve.map((claimant, i) => claim({ claim: `c${String(i + 1)}`, claimant })),
];
