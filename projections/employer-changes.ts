import type { EnterpriseEvent } from '../domain/enterprise/events.ts';
import type { EmployerChange, Follower } from '../domain/shared/policy.ts';
import { register, sql, type Seen } from './projection.ts';

/** One end of an enterprise, or one split that handed its contracts on; the id is its event id. */
export type EmployerChangeRow = {
  readonly id: string;
  readonly enterprise: string;
  /** The first day that its contracts are another's, or ended. */
  readonly changed_on: string;
  /** Who has its contracts from then on; null when they end with it. */
  readonly contracts_to: string | null;
  readonly goes_on: 'yes' | 'no';
  /** Who takes its place once it is no more, as a JSON list. */
  readonly heirs: string;
  /** Where the act stands in the enterprise's history: it tells acts of one day apart. */
  readonly act_no: number;
};

type Of<Type> = Seen<Extract<EnterpriseEvent, { type: Type }>>;
type Row = EmployerChangeRow | undefined;

/** The row of an act, or after its correction. */
const rowOf = (
  { subject, revision }: Seen,
  id: string,
  said: Omit<EmployerChange, 'id' | 'enterprise'>,
  before?: Row,
): Row => ({
  id,
  enterprise: subject,
  changed_on: said.on,
  contracts_to: said.to,
  goes_on: said.goesOn ? 'yes' : 'no',
  heirs: JSON.stringify(said.heirs),
  act_no: before?.act_no ?? Number(revision),
});

const deregistered = (
  fact: Of<'EnterpriseDeregistered' | 'DeregistrationCorrected'>,
  id: string,
  before?: Row,
) => rowOf(fact, id, { on: fact.data.on, to: null, goesOn: false, heirs: [] }, before);

const merged = (fact: Of<'EnterpriseMergedInto' | 'MergerCorrected'>, id: string, before?: Row) => {
  const { on, successor: to } = fact.data;
  return rowOf(fact, id, { on, to, goesOn: false, heirs: [to] }, before);
};

/** A split may leave the contracts where they are. */
const split = (fact: Of<'EnterpriseSplitInto' | 'SplitCorrected'>, id: string, before?: Row) => {
  const { on, contractsTo: to, origin, successors } = fact.data;
  const goesOn = origin === 'remains';
  const heirs = goesOn ? [] : successors;
  return to === fact.subject ? undefined : rowOf(fact, id, { on, to, goesOn, heirs }, before);
};

const gone = (): undefined => undefined;

/** How enterprises ended or handed their contracts on: mergers, splits and deregistrations, as they stand. */
export const employerChanges = register<EmployerChangeRow, EnterpriseEvent>({
  table: 'employer_changes',
  version: 3,
  columns: {
    id: 'TEXT NOT NULL',
    enterprise: 'TEXT NOT NULL',
    changed_on: 'TEXT NOT NULL',
    contracts_to: 'TEXT',
    goes_on: 'TEXT NOT NULL',
    heirs: 'TEXT NOT NULL',
    act_no: 'INTEGER NOT NULL',
  },
  indexes: ['enterprise, changed_on', 'contracts_to'],
  categories: ['enterprise'],
  keys: ({ id, data }) => {
    if ('takesBack' in data) return data.takesBack;
    return ['corrects' in data ? data.corrects : id];
  },
  create: {
    EnterpriseDeregistered: deregistered,
    EnterpriseMergedInto: merged,
    EnterpriseSplitInto: split,
    // A split that handed nothing on has no row.
    SplitCorrected: split,
    SplitTakenBack: gone,
  },
  change: {
    DeregistrationCorrected: (row, fact, id) => deregistered(fact, id, row),
    MergerCorrected: (row, fact, id) => merged(fact, id, row),
    SplitCorrected: (row, fact, id) => split(fact, id, row),
    DeregistrationTakenBack: gone,
    MergerTakenBack: gone,
    SplitTakenBack: gone,
  },
});

/** The acts that count: none of a record that was struck out. */
export const standingChanges = sql()`(SELECT * FROM employer_changes AS act WHERE NOT EXISTS (
  SELECT 1 FROM enterprise_register WHERE id = act.enterprise AND status = 'void'))`;

/** A row as the policies read it. */
export const asEmployerChange = (row: EmployerChangeRow): EmployerChange => ({
  id: row.id,
  enterprise: row.enterprise,
  on: row.changed_on,
  to: row.contracts_to,
  goesOn: row.goes_on === 'yes',
  heirs: JSON.parse(row.heirs) as string[],
});

/** One act of an employer of a contract or dispute; without one where nothing ever happened to its employers. */
export type Followed = { readonly follower: string } & (EmployerChangeRow | { readonly id: null });

/** Each contract or dispute with all that happened to its employers, in the order that it was found in. */
export const followers = (found: readonly Followed[]): Follower[] =>
  [...Map.groupBy(found, ({ follower }) => follower)].map(([id, rows]) => ({
    id,
    changes: rows.flatMap((row) => (row.id === null ? [] : [asEmployerChange(row)])),
  }));
