import type { BargainingEvent } from '../../domain/bargaining-case/events.ts';
import { register, type Seen } from '../projection.ts';

/** One row a proposal: read by clause and round it is the path of the concessions. */
export type ProposalRow = {
  /** `<case>/<proposal>` */
  readonly id: string;
  readonly case_id: string;
  readonly proposal: string;
  readonly side: string;
  readonly clause: string;
  readonly topic: string;
  readonly title: string;
  readonly text: string | null;
  readonly round: number;
  readonly proposed_on: string;
  readonly session: string | null;
  readonly value: number | null;
  readonly unit: string | null;
  readonly counters: string | null;
  readonly countered_by: string | null;
  readonly package: string | null;
  readonly status: 'open' | 'countered' | 'withdrawn' | 'agreed';
  readonly settled_on: string | null;
};

type Of<T> = Extract<BargainingEvent, { type: T }>['data'];
type Tabled = Of<'ProposalTabled'> & { readonly counters?: string };

const said = ({ side, clause, round, on, session, counters }: Tabled) => ({
  side,
  clause: clause.id,
  topic: clause.topic,
  title: clause.title,
  text: clause.text ?? null,
  round,
  proposed_on: on,
  session: session ?? null,
  value: clause.value ?? null,
  unit: clause.unit ?? null,
  counters: counters ?? null,
});

const tabled = ({ subject, data }: { subject: string; data: Tabled }, id: string): ProposalRow => ({
  id,
  case_id: subject,
  proposal: data.proposal,
  ...said(data),
  countered_by: null,
  package: null,
  status: 'open',
  settled_on: null,
});

const named = ({ data }: Seen<BargainingEvent>): readonly string[] => {
  if ('proposals' in data) return data.proposals;
  if (!('proposal' in data)) return [];
  return 'counters' in data ? [data.proposal, data.counters] : [data.proposal];
};

export const proposals = register<ProposalRow, BargainingEvent>({
  table: 'proposals',
  version: 2,
  columns: {
    id: 'TEXT NOT NULL',
    case_id: 'TEXT NOT NULL',
    proposal: 'TEXT NOT NULL',
    side: 'TEXT NOT NULL',
    clause: 'TEXT NOT NULL',
    topic: 'TEXT NOT NULL',
    title: 'TEXT NOT NULL',
    text: 'TEXT',
    round: 'INTEGER NOT NULL',
    proposed_on: 'TEXT NOT NULL',
    session: 'TEXT',
    value: 'INTEGER',
    unit: 'TEXT',
    counters: 'TEXT',
    countered_by: 'TEXT',
    package: 'TEXT',
    status: 'TEXT NOT NULL',
    settled_on: 'TEXT',
  },
  indexes: ['case_id, clause, round'],
  categories: ['bargainingCase'],
  keys: (event) => named(event).map((proposal) => `${event.subject}/${proposal}`),
  create: { ProposalTabled: tabled, ProposalCountered: tabled },
  change: {
    ProposalCountered: (row, { data }) => ({
      ...row,
      status: 'countered',
      countered_by: data.proposal,
      settled_on: data.on,
    }),
    ProposalCorrected: (row, { data }) => ({ ...row, ...said(data) }),
    CounterCorrected: (row, { data }) => ({
      ...row,
      ...(row.proposal === data.proposal ? said(data) : { settled_on: data.on }),
    }),
    ProposalWithdrawn: (row, { data }) => ({ ...row, status: 'withdrawn', settled_on: data.on }),
    WithdrawalCorrected: (row, { data }) => ({ ...row, settled_on: data.on }),
    ProposalTentativelyAgreed: (row, { data }) => ({
      ...row,
      status: 'agreed',
      settled_on: data.on,
    }),
    TentativeAgreementCorrected: (row, { data }) => ({ ...row, settled_on: data.on }),
    ProposalsPackaged: (row, { data }) => ({ ...row, package: data.package }),
  },
});
