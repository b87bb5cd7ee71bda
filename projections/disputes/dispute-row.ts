/** Where every dispute stands: its phase and since when, with which body, the next clock. */
export type DisputeRow = {
  readonly id: string;
  readonly phase: string;
  readonly phase_since: string;
  readonly origin: 'case' | 'history';
  readonly profile: string;
  readonly division: string;
  readonly cause: string;
  readonly collective: string;
  readonly case_number: string | null;
  readonly form: string | null;
  readonly channel: string | null;
  readonly applied_by: string | null;
  readonly union_name: string | null;
  /** The first employer of the register among the parties. */
  readonly enterprise: string | null;
  /** All employers, by id or else by name, separated by '; '. */
  readonly employers: string;
  /** Those of the register among them, by id, separated by blanks; null when there is none. */
  readonly enterprises: string | null;
  /** What it was linked to, as `<kind>:<id>` (a clause as `clause:<contract>/<clause>`), separated by blanks. */
  readonly links: string | null;
  readonly workers: number | null;
  readonly claimants: number;
  readonly representatives: number;
  readonly received_on: string;
  /** The body where it stands. */
  readonly proceeding: string;
  readonly level: string;
  readonly body: string;
  readonly accepted_on: string | null;
  /** The mediators there, separated by blanks. */
  readonly mediators: string | null;
  readonly concluded_on: string | null;
  readonly outcome: string | null;
  readonly ending: string | null;
  readonly arbitration: string | null;
  readonly arbitration_filed_on: string | null;
  readonly award: string | null;
  readonly finality: string | null;
  readonly suits: number;
  readonly archived_on: string | null;
  readonly file_number: string | null;
  readonly kept_until: string | null;
  readonly duplicate_of: string | null;
  readonly next_clock: string | null;
  readonly next_due: string | null;
  /** What only the fold reads: the fact of the phase, where it stood before, clocks, bodies, and what follows. */
  readonly phase_fact: string;
  readonly phase_before: string;
  readonly clocks: string;
  readonly bodies: string;
  /** The fact that concluded it; '' while it is open. */
  readonly concluding: string;
  /** By how many the claimants are more than in the receipt, of these by each succession, which employers that names, and which joined since. */
  readonly more_claimants: number;
  readonly heirs: string;
  readonly named: string;
  readonly joined: string;
};

/** A dispute of which nothing is known yet. */
export const unborn: Omit<DisputeRow, 'id'> = {
  phase: '',
  phase_since: '',
  origin: 'case',
  profile: 'national-2004',
  division: '',
  cause: '',
  collective: '',
  case_number: null,
  form: null,
  channel: null,
  applied_by: null,
  union_name: null,
  enterprise: null,
  employers: '',
  enterprises: null,
  links: null,
  workers: null,
  claimants: 0,
  representatives: 0,
  received_on: '',
  proceeding: '',
  level: '',
  body: '',
  accepted_on: null,
  mediators: null,
  concluded_on: null,
  outcome: null,
  ending: null,
  arbitration: null,
  arbitration_filed_on: null,
  award: null,
  finality: null,
  suits: 0,
  archived_on: null,
  file_number: null,
  kept_until: null,
  duplicate_of: null,
  next_clock: null,
  next_due: null,
  phase_fact: '',
  phase_before: '',
  clocks: '{}',
  bodies: '{}',
  concluding: '',
  more_claimants: 0,
  heirs: '{}',
  named: '[]',
  joined: '[]',
};

const text = 'TEXT';
const needed = 'TEXT NOT NULL';
const count = 'INTEGER NOT NULL';

export const disputeColumns: Readonly<Record<keyof DisputeRow, string>> = {
  id: needed,
  phase: needed,
  phase_since: needed,
  origin: needed,
  profile: needed,
  division: needed,
  cause: needed,
  collective: needed,
  case_number: text,
  form: text,
  channel: text,
  applied_by: text,
  union_name: text,
  enterprise: text,
  employers: needed,
  enterprises: text,
  links: text,
  workers: 'INTEGER',
  claimants: count,
  representatives: count,
  received_on: needed,
  proceeding: needed,
  level: needed,
  body: needed,
  accepted_on: text,
  mediators: text,
  concluded_on: text,
  outcome: text,
  ending: text,
  arbitration: text,
  arbitration_filed_on: text,
  award: text,
  finality: text,
  suits: count,
  archived_on: text,
  file_number: text,
  kept_until: text,
  duplicate_of: text,
  next_clock: text,
  next_due: text,
  phase_fact: needed,
  phase_before: needed,
  clocks: needed,
  bodies: needed,
  concluding: needed,
  more_claimants: count,
  heirs: needed,
  named: needed,
  joined: needed,
};
