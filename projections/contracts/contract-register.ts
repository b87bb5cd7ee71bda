import type { ContractEvent } from '../../domain/collective-contract/events.ts';
import { law } from '../../domain/law/profiles.ts';
import { dayOf } from '../../domain/shared/calendar.ts';
import type { Fact } from '../../domain/shared/message.ts';
import {
  learnContract,
  openingOf,
  unknownContract,
  type ContractDossier,
} from '../accounts/contract-life.ts';
import {
  derived,
  derivedColumns,
  noRenewal,
  renewal,
  type Derived,
  type Renewal,
} from './contract-row.ts';
import { sql, type Projection, type Query, type Seen } from '../projection.ts';

type Phase =
  | 'signed'
  | 'under-review'
  | 'objected'
  | 'in-force'
  | 'amending'
  | 'amendment-under-review'
  | 'amendment-objected'
  | 'unknown-term'
  | 'expired'
  | 'ended'
  | 'void';

/** What the facts say one after the other. */
type Told = {
  readonly phase: Phase;
  readonly origin: 'signed' | 'history';
  readonly union_name: string | null;
  readonly employers_body: string | null;
  readonly case_id: string | null;
  readonly predecessor: string | null;
  /** Workers of the whole establishment as the source gives it; not a headcount. */
  readonly establishment: number | null;
  readonly registered_on: string | null;
  readonly receipt_no: string | null;
  readonly received_on: string | null;
  readonly review_due: string | null;
  readonly published_on: string | null;
  readonly renewal_opened_on: string | null;
  readonly expired_on: string | null;
  readonly end_reported_on: string | null;
};

/** Where every contract stands: whose it is, its term, how it took effect, when it is in force. */
export type ContractRow = {
  readonly id: string;
  /** The facts the row is computed from; never shown. */
  readonly facts: readonly Kept[];
} & Derived &
  Renewal &
  Told;

/** The columns that are shown. */
const contractColumns = {
  id: 'TEXT NOT NULL',
  phase: 'TEXT NOT NULL',
  origin: 'TEXT NOT NULL',
  ...derivedColumns,
  union_name: 'TEXT',
  employers_body: 'TEXT',
  case_id: 'TEXT',
  predecessor: 'TEXT',
  renews_from: 'TEXT',
  renews_for: 'TEXT',
  establishment: 'INTEGER',
  registered_on: 'TEXT',
  receipt_no: 'TEXT',
  received_on: 'TEXT',
  review_due: 'TEXT',
  published_on: 'TEXT',
  renewal_opened_on: 'TEXT',
  expired_on: 'TEXT',
  end_reported_on: 'TEXT',
} as const;

type Of<T> = Extract<ContractEvent, { type: T }>['data'];
/** The row in the making, with what only the fold needs: where it stood before it ended, by what, its filing, its effects. */
type Story = Told & {
  readonly before: Phase;
  /** The contracts that superseded it, '' for another end. */
  readonly ends: readonly string[];
  readonly filedFrom: string | null;
  readonly effects: number;
};
type Says = Partial<Story>;

const untold: Story = {
  phase: 'signed',
  origin: 'signed',
  union_name: null,
  employers_body: null,
  case_id: null,
  predecessor: null,
  establishment: null,
  registered_on: null,
  receipt_no: null,
  received_on: null,
  review_due: null,
  published_on: null,
  renewal_opened_on: null,
  expired_on: null,
  end_reported_on: null,
  before: 'signed',
  ends: [],
  filedFrom: null,
  effects: 0,
};

const parties = (data: Of<'ContractSigned'> | Of<'ContractRegisteredAsHistory'>): Says => ({
  union_name: data.union ?? null,
  employers_body: data.employersBody ?? null,
  predecessor: data.predecessor ?? null,
});

const historyPhase = (
  { termEnd, profile }: Of<'ContractRegisteredAsHistory'>,
  at: string,
): Phase => {
  if (!termEnd) return 'unknown-term';
  return termEnd < dayOf(at, law(profile).zone) ? 'expired' : 'in-force';
};

const filed = (data: Of<'ContractFiled'>, { effects }: Story): Says => ({
  phase: effects > 0 ? 'amendment-under-review' : 'under-review',
  receipt_no: data.receiptNo,
  received_on: data.receivedOn,
  filedFrom: data.receivedOn,
  review_due: data.review?.due ?? null,
});

const withoutEffect = ({ phase, effects }: Story): Says => {
  const again = effects > 1 ? 'amendment-under-review' : 'under-review';
  return {
    ...(phase === 'ended' ? { before: again } : { phase: again }),
    effects: effects - 1,
    expired_on: null,
  };
};

const end = (data: object, { phase, before, ends }: Story): Says => ({
  phase: 'ended',
  before: phase === 'ended' ? before : phase,
  ends: [...ends, 'by' in data ? String(data.by) : ''],
});

/** What ended it otherwise ends it still. */
const notSuperseded = (
  { by }: Of<'SupersessionTakenBack'>,
  { phase, before, ends }: Story,
): Says => {
  const left = ends.filter((one) => one !== by);
  return { phase: left.length === 0 ? before : phase, ends: left };
};

const moves: {
  readonly [T in ContractEvent['type']]?: (data: Of<T>, story: Story, at: string) => Says;
} = {
  ContractSigned: (data) => ({ ...parties(data), case_id: data.case }),
  ContractRegisteredAsHistory: (data, _, at) => ({
    ...parties(data),
    origin: 'history',
    phase: historyPhase(data, at),
    establishment: data.establishment ?? null,
    registered_on: data.registeredOn,
    receipt_no: data.receiptNo ?? null,
    effects: data.termEnd ? 1 : 0,
  }),
  ContractFiled: filed,
  ContractRefiled: filed,
  ReviewObjected: (_, { effects }) => ({
    phase: effects > 0 ? 'amendment-objected' : 'objected',
  }),
  ContractTookEffect: (_, { effects }) => ({
    phase: 'in-force',
    published_on: null,
    effects: effects + 1,
  }),
  EffectTakenBack: (_, story) => withoutEffect(story),
  ContractPublished: ({ on }) => ({ published_on: on }),
  AmendmentSigned: () => ({ phase: 'amending' }),
  RenewalWindowOpened: ({ on }) => ({ renewal_opened_on: on }),
  ContractExpired: ({ on }) => ({ phase: 'expired', expired_on: on }),
  ContractRescinded: end,
  ContractTerminated: end,
  ContractEndedWithEmployer: end,
  ContractSuperseded: end,
  SupersessionTakenBack: notSuperseded,
  ContractPassedToSuccessor: () => ({}),
  EndReported: ({ on }) => ({ end_reported_on: on }),
  DeadlineRecomputed: ({ deadline: { rule, from, due } }, { filedFrom }) =>
    rule === 'review' && from === filedFrom ? { review_due: due } : {},
  ContractVoided: () => ({ phase: 'void' }),
};

const tell = (story: Story, { type, data, at }: Kept): Story => {
  const move = moves[type] as ((data: unknown, story: Story, at: string) => Says) | undefined;
  return move ? { ...story, ...move(data, story, at) } : story;
};

/** An expiry that a corrected or extended term contradicts is none. */
const settled = (
  { before: _, ends: __, filedFrom: ___, effects: ____, ...told }: Story,
  bindsUntil: string | null,
): Told =>
  told.phase === 'expired' && told.expired_on !== null && told.expired_on <= (bindsUntil ?? '')
    ? { ...told, phase: 'in-force', expired_on: null }
    : told;

/** A fact as the row keeps it: without the texts and files that no column needs. */
type Kept = Pick<Fact<ContractEvent>, 'id' | 'type' | 'at'> & { readonly data: unknown };

const kept = ({ id, type, data, at }: Seen<ContractEvent>): Kept => {
  const {
    clauses: _,
    text: __,
    documents: ___,
    opinion: ____,
    proof: _____,
    ...slim
  } = data as Readonly<Record<string, unknown>>;
  return { id, type, at, data: 'clauses' in data ? { ...slim, clauses: [] } : slim };
};

/** The facts with one more; a correction speaks in the place of what it corrects, what is taken back goes. */
const learn = (facts: readonly Kept[], fact: Seen<ContractEvent>): readonly Kept[] => {
  const { data: said } = fact;
  if ('takesBack' in said) return facts.filter(({ id }) => !said.takesBack.includes(id));
  const next = kept(fact);
  if (!('corrects' in fact.data)) return fact.type in moves ? [...facts, next] : facts;
  const { corrects, reason: _, ...data } = next.data as { corrects: string; reason: string };
  return facts.some(({ id }) => id === corrects)
    ? facts.map((old) => (old.id === corrects ? { ...old, data } : old))
    : facts;
};

const rowOf = (id: string, facts: readonly Kept[]): ContractRow | undefined => {
  const dossier = facts.reduce<ContractDossier>(
    (before, fact) => learnContract(before, fact as Fact<ContractEvent>),
    unknownContract,
  );
  const opening = openingOf(dossier);
  if (!opening) return undefined;
  const columns = derived(opening, dossier);
  const told = settled(facts.reduce(tell, untold), columns.term_end);
  // An old register may name a predecessor, too: what was signed here stands in its place.
  const renews = told.origin === 'signed' && told.predecessor !== null;
  return { id, facts, ...columns, ...told, ...(renews ? renewal(dossier) : noRenewal) };
};

/** One row a contract. */
export const contractRegister: Projection<ContractRow, ContractEvent> = {
  table: 'contract_register',
  version: 7,
  columns: { ...contractColumns, facts: 'TEXT NOT NULL' },
  keeps: ['facts'],
  lists: ['facts'],
  // Of two that serve a query alike SQLite takes the later one: what finds the fewest rows comes last.
  indexes: [
    'phase, ended_on',
    'phase',
    'enterprise',
    'passed_from',
    'force_from, force_to',
    'term_end',
    'predecessor',
  ],
  categories: ['contract'],
  keys: ({ type, data, subject }) =>
    'corrects' in data || 'takesBack' in data || type in moves ? [subject] : [],
  next: (row, fact, id) => {
    const before = row?.facts ?? [];
    const facts = learn(before, fact);
    return facts === before ? row : rowOf(id, facts);
  },
};

/** In force on a day: from the first day to the last, but not in a gap between. */
export const inForceOn = (day: string): Query<unknown> =>
  sql()`force_from <= ${day} AND force_to >= ${day} AND (force_gaps IS NULL OR NOT EXISTS (
    SELECT 1 FROM json_each('["' || replace(force_gaps, ' ', '","') || '"]') AS gap
    WHERE ${day} BETWEEN substr(gap.value, 1, 10) AND substr(gap.value, 12)))`;
