import type { BargainingEvent } from '../../domain/bargaining-case/events.ts';
import { register } from '../projection.ts';

/** The congress's last vote on each draft, counted as 应到, 实到, 赞成, 反对, 弃权. */
export type VoteRow = {
  /** `<case>/<draft>` */
  readonly id: string;
  readonly case_id: string;
  readonly draft: string;
  readonly version: number;
  readonly agreed_on: string;
  readonly voted_on: string | null;
  readonly total: number | null;
  readonly present: number | null;
  readonly yes: number | null;
  readonly no: number | null;
  readonly abstain: number | null;
  readonly outcome: 'pending' | 'approved' | 'rejected';
  /** Why it was rejected: 'quorum' or 'votes'. */
  readonly cause: string | null;
};

type Held = Extract<BargainingEvent, { type: 'CongressHeld' }>['data'];

const counted = (row: VoteRow, { data }: { readonly data: Held }): VoteRow => {
  const { on, total, present, yes, no, abstain } = data;
  return { ...row, voted_on: on, total, present, yes, no, abstain };
};

export const votes = register<VoteRow, BargainingEvent>({
  table: 'votes',
  version: 1,
  columns: {
    id: 'TEXT NOT NULL',
    case_id: 'TEXT NOT NULL',
    draft: 'TEXT NOT NULL',
    version: 'INTEGER NOT NULL',
    agreed_on: 'TEXT NOT NULL',
    voted_on: 'TEXT',
    total: 'INTEGER',
    present: 'INTEGER',
    yes: 'INTEGER',
    no: 'INTEGER',
    abstain: 'INTEGER',
    outcome: 'TEXT NOT NULL',
    cause: 'TEXT',
  },
  indexes: ['case_id, version'],
  categories: ['bargainingCase'],
  keys: ({ subject, data }) => ('draft' in data ? [`${subject}/${data.draft}`] : []),
  create: {
    DraftAgreed: ({ subject, data }, id) => ({
      id,
      case_id: subject,
      draft: data.draft,
      version: data.version,
      agreed_on: data.on,
      voted_on: null,
      total: null,
      present: null,
      yes: null,
      no: null,
      abstain: null,
      outcome: 'pending',
      cause: null,
    }),
  },
  change: {
    DraftCorrected: (row, { data }) => ({ ...row, agreed_on: data.on }),
    CongressHeld: counted,
    CongressCorrected: counted,
    DraftApproved: (row) => ({ ...row, outcome: 'approved', cause: null }),
    DraftRejected: (row, { data }) => ({ ...row, outcome: 'rejected', cause: data.cause }),
  },
});
