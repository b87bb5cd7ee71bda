import type { BargainingEvent } from '../../domain/bargaining-case/events.ts';
import { bargainingDeadlines } from '../deadlines/bargaining.ts';
import { clockColumns } from '../deadlines/hands.ts';
import type { Projection } from '../projection.ts';
import { phaseSince } from '../phase-since.ts';

/** Where every bargaining case stands: its phase and since when, the next clock, whom it is for. */
export type CaseRow = {
  readonly id: string;
  readonly phase: string;
  readonly phase_since: string;
  readonly origin: 'case' | 'history';
  readonly profile: string;
  readonly kind: string;
  readonly level: string;
  readonly purpose: string | null;
  readonly contract: string;
  readonly predecessor: string | null;
  /** The employer; `casesStanding` has whoever took its place since. */
  readonly enterprise: string | null;
  /** The employer that it was opened with. */
  readonly opened_with: string | null;
  /** The first division of its scope, for cases above the enterprise. */
  readonly division: string | null;
  readonly union_name: string | null;
  readonly employers_body: string | null;
  readonly represented_by: string | null;
  readonly prepared_by: string | null;
  readonly prepared_on: string | null;
  readonly topics: string | null;
  readonly workers: number | null;
  readonly women: number | null;
  readonly notice_on: string | null;
  readonly expires_on: string | null;
  readonly accepted_on: string | null;
  readonly sessions: number;
  readonly last_session_on: string | null;
  readonly draft: string | null;
  readonly version: number;
  readonly approved_on: string | null;
  readonly signed_on: string | null;
  readonly closed_on: string | null;
  readonly ground: string | null;
  readonly window_over_on: string | null;
  readonly duplicate_of: string | null;
  readonly next_clock: string | null;
  readonly next_due: string | null;
  /** The fact that brought it into its phase, where it stood before, and its clocks; never shown. */
  readonly phase_fact: string;
  readonly phase_before: string;
  readonly clocks: string;
};

type Of<T> = Extract<BargainingEvent, { type: T }>['data'];
type Says = Partial<CaseRow>;

const employer = (enterprise: string | undefined): Says => ({
  enterprise: enterprise ?? null,
  opened_with: enterprise ?? null,
});

const preparation = (data: Of<'CasePrepared'>): Says => ({
  profile: data.profile,
  kind: data.kind,
  level: data.level,
  purpose: data.purpose,
  contract: data.contract,
  predecessor: data.predecessor ?? null,
  ...employer(data.enterprise),
  division: data.scope?.divisions[0] ?? null,
  union_name: data.union ?? null,
  employers_body: data.employersBody ?? null,
  represented_by: data.representedBy,
  prepared_by: data.preparedBy,
  prepared_on: data.on,
  topics: data.topics.join(' '),
  workers: data.employees ?? null,
  women: data.women ?? null,
});

const history = (data: Of<'CaseRegisteredAsHistory'>): Says => ({
  origin: 'history',
  profile: data.profile,
  kind: data.kind,
  level: data.level,
  contract: data.contract,
  ...employer(data.enterprise),
  division: data.scope?.divisions[0] ?? null,
  union_name: data.union ?? null,
  prepared_by: data.noticeBy ?? null,
  workers: data.workers ?? null,
  notice_on: data.noticeOn,
  expires_on: data.expiresOn ?? null,
});

const early = ({ phase }: CaseRow): boolean => phase === 'prepared' || phase === 'offered';

/** What a fact says about the case; a phase it names is in force from the fact's day. */
const says: { readonly [T in BargainingEvent['type']]?: (data: Of<T>, row: CaseRow) => Says } = {
  CasePrepared: (data) => ({ ...preparation(data), phase: 'prepared' }),
  PreparationCorrected: preparation,
  CaseRegisteredAsHistory: (data) => ({ ...history(data), phase: 'history' }),
  HistoryCorrected: history,
  OfferIssued: (_, { phase }) => (phase === 'prepared' ? { phase: 'offered' } : {}),
  OfferAccepted: ({ on }, row) => (early(row) ? { phase: 'accepted', accepted_on: on } : {}),
  SessionOpened: ({ on }, { sessions }) => ({
    phase: 'bargaining',
    sessions: sessions + 1,
    last_session_on: on,
  }),
  BargainingSuspended: (_, { phase }) => ({ phase: 'suspended', phase_before: phase }),
  BargainingResumed: (_, { phase_before }) => ({ phase: phase_before }),
  WindowRanOut: ({ due }) => ({ window_over_on: due }),
  DeadlockDeclared: () => ({ phase: 'deadlocked' }),
  CoordinationApplied: () => ({ phase: 'applied' }),
  CoordinationAccepted: () => ({ phase: 'coordinating' }),
  CoordinationAgreed: () => ({ phase: 'bargaining' }),
  CoordinationFailed: () => ({ phase: 'deadlocked' }),
  DraftAgreed: ({ draft, version }) => ({ phase: 'drafted', draft, version, approved_on: null }),
  DraftApproved: ({ on }, { phase }) => ({
    phase: phase === 'signed' ? phase : 'approved',
    approved_on: on,
  }),
  DraftRejected: () => ({ phase: 'rejected', approved_on: null }),
  NegotiationReopened: () => ({ phase: 'bargaining' }),
  CaseSigned: ({ signedOn }) => ({ phase: 'signed', signed_on: signedOn }),
  SigningCorrected: ({ signedOn }) => ({ signed_on: signedOn }),
  CaseClosed: ({ on, ground }) => ({ phase: 'closed', closed_on: on, ground }),
  ClosingCorrected: ({ on, ground }) => ({ closed_on: on, ground }),
  ClosingTakenBack: () => ({ phase: 'deadlocked', closed_on: null, ground: null }),
  CaseReopened: ({ phase }) => ({ phase, closed_on: null, ground: null }),
  CaseVoided: ({ duplicateOf }) => ({ phase: 'void', duplicate_of: duplicateOf ?? null }),
};

const unborn: Omit<CaseRow, 'id'> = {
  phase: '',
  phase_since: '',
  origin: 'case',
  profile: 'national-2004',
  kind: '',
  level: '',
  purpose: null,
  contract: '',
  predecessor: null,
  enterprise: null,
  opened_with: null,
  division: null,
  union_name: null,
  employers_body: null,
  represented_by: null,
  prepared_by: null,
  prepared_on: null,
  topics: null,
  workers: null,
  women: null,
  notice_on: null,
  expires_on: null,
  accepted_on: null,
  sessions: 0,
  last_session_on: null,
  draft: null,
  version: 0,
  approved_on: null,
  signed_on: null,
  closed_on: null,
  ground: null,
  window_over_on: null,
  duplicate_of: null,
  next_clock: null,
  next_due: null,
  phase_fact: '',
  phase_before: '',
  clocks: '{}',
};

const since = phaseSince(['on', 'signedOn', 'noticeOn']);

export const caseBoard: Projection<CaseRow, BargainingEvent> = {
  table: 'case_board',
  version: 6,
  columns: {
    id: 'TEXT NOT NULL',
    phase: 'TEXT NOT NULL',
    phase_since: 'TEXT NOT NULL',
    origin: 'TEXT NOT NULL',
    profile: 'TEXT NOT NULL',
    kind: 'TEXT NOT NULL',
    level: 'TEXT NOT NULL',
    purpose: 'TEXT',
    contract: 'TEXT NOT NULL',
    predecessor: 'TEXT',
    enterprise: 'TEXT',
    opened_with: 'TEXT',
    division: 'TEXT',
    union_name: 'TEXT',
    employers_body: 'TEXT',
    represented_by: 'TEXT',
    prepared_by: 'TEXT',
    prepared_on: 'TEXT',
    topics: 'TEXT',
    workers: 'INTEGER',
    women: 'INTEGER',
    notice_on: 'TEXT',
    expires_on: 'TEXT',
    accepted_on: 'TEXT',
    sessions: 'INTEGER NOT NULL',
    last_session_on: 'TEXT',
    draft: 'TEXT',
    version: 'INTEGER NOT NULL',
    approved_on: 'TEXT',
    signed_on: 'TEXT',
    closed_on: 'TEXT',
    ground: 'TEXT',
    window_over_on: 'TEXT',
    duplicate_of: 'TEXT',
    next_clock: 'TEXT',
    next_due: 'TEXT',
    phase_fact: 'TEXT NOT NULL',
    phase_before: 'TEXT NOT NULL',
    clocks: 'TEXT NOT NULL',
  },
  keeps: ['phase_fact', 'phase_before', 'clocks'],
  indexes: ['phase, next_due', 'enterprise', 'contract'],
  categories: ['bargainingCase'],
  keys: ({ subject }) => [subject],
  next: (before, event, id) => {
    const row = before ?? { id, ...unborn };
    const tell = says[event.type] as ((data: unknown, row: CaseRow) => Says) | undefined;
    const said = tell?.(event.data, row) ?? {};
    const changes = {
      ...said,
      ...since(row, said, event),
      ...clockColumns(row.clocks, bargainingDeadlines(event)),
    };
    return Object.keys(changes).length === 0 ? before : { ...row, ...changes };
  },
};
