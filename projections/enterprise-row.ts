import type { EnterpriseEvent } from '../domain/enterprise/events.ts';

/** What is kept as it was said, and is odd. */
export const FLAGS = ['members-above-workers'] as const;
type Flag = (typeof FLAGS)[number];

/** An enterprise as it stands: what was said last about the latest day. */
export type EnterpriseRow = {
  id: string;
  name: string;
  name_en: string | null;
  credit_code: string | null;
  business_registration_no: string | null;
  organisation_code: string | null;
  division: string;
  address: string | null;
  industry: string;
  industry_scheme: string;
  registration_type: string | null;
  registration_scheme: string | null;
  size_class: string | null;
  size_year: number | null;
  scale: string | null;
  status: 'open' | 'suspended' | 'revoked' | 'deregistered' | 'merged' | 'split' | 'void';
  /** From which day it stood suspended, open again or revoked: `<day>/<status>`, in the order of the days, separated by blanks; null while it was always open. */
  standings: string | null;
  /** The first day it is known to have existed. */
  known_since: string;
  /** The first day it no longer exists. */
  ended_on: string | null;
  /** Whom it was merged into, or who took over its contracts when it was split. */
  successor: string | null;
  split_from: string | null;
  duplicate_of: string | null;
  union_kind: 'own' | 'federated' | 'none';
  union_since: string | null;
  union_name: string | null;
  union_credit_code: string | null;
  upper_union: string | null;
  federation: string | null;
  members: number | null;
  women_members: number | null;
  members_as_of: string | null;
  congress_delegates: number | null;
  congress_term_end: string | null;
  workers: number | null;
  women: number | null;
  dispatched: number | null;
  migrant: number | null;
  part_time: number | null;
  headcount_as_of: string | null;
  /** What somebody should look at, though it may be so: more members of its union than workers. */
  flag: Flag | null;
  /** The facts that the row is made of: a correction changes one of them. */
  facts: readonly Kept[];
};

type Correction = { readonly corrects: string };
type TakingBack = { readonly takesBack: readonly string[] };
export type Plain = Exclude<EnterpriseEvent, { data: Correction } | { data: TakingBack }>;
/** A fact as a row keeps it: its event id, and what it says now. */
export type Kept = { readonly id: string } & Plain;
type Data<T> = Extract<Plain, { type: T }>['data'];
type Row = Omit<EnterpriseRow, 'facts'>;

const blank = (id: string): Row => ({
  id,
  name: '',
  name_en: null,
  credit_code: null,
  business_registration_no: null,
  organisation_code: null,
  division: '',
  address: null,
  industry: '',
  industry_scheme: '',
  registration_type: null,
  registration_scheme: null,
  size_class: null,
  size_year: null,
  scale: null,
  status: 'open',
  standings: null,
  known_since: '',
  ended_on: null,
  successor: null,
  split_from: null,
  duplicate_of: null,
  union_kind: 'none',
  union_since: null,
  union_name: null,
  union_credit_code: null,
  upper_union: null,
  federation: null,
  members: null,
  women_members: null,
  members_as_of: null,
  congress_delegates: null,
  congress_term_end: null,
  workers: null,
  women: null,
  dispatched: null,
  migrant: null,
  part_time: null,
  headcount_as_of: null,
  flag: null,
});

const since = (row: Row, day: string): string =>
  row.known_since !== '' && row.known_since < day ? row.known_since : day;

const unionless = {
  union_kind: 'none',
  union_since: null,
  union_name: null,
  union_credit_code: null,
  upper_union: null,
  federation: null,
} as const;

const codes = (row: Row, d: Data<'EnterpriseRegistered'>) => ({
  credit_code: d.creditCode ?? row.credit_code,
  business_registration_no: d.businessRegistrationNo ?? null,
  organisation_code: d.organisationCode ?? null,
});

const registered = (row: Row, d: Data<'EnterpriseRegistered'>): Row => ({
  ...row,
  ...codes(row, d),
  name: d.name,
  name_en: d.nameEn ?? null,
  division: d.division,
  address: d.address ?? null,
  industry: d.industry,
  industry_scheme: d.industryScheme,
  registration_type: d.registrationType ?? row.registration_type,
  registration_scheme: d.registrationScheme ?? row.registration_scheme,
  size_class: d.sizeClass ?? row.size_class,
  size_year: d.sizeYear ?? row.size_year,
  scale: d.scale ?? row.scale,
  known_since: since(row, d.registeredOn),
});

const stood = (row: Row, status: Row['status'], on: string): Row => ({
  ...row,
  status,
  standings: [...(row.standings === null ? [] : [row.standings]), `${on}/${status}`].join(' '),
});

/** What each fact does to the row; the facts come in the order of their days. */
const becomes: { readonly [T in Plain['type']]: (row: Row, data: Data<T>) => Row } = {
  EnterpriseRegistered: registered,
  EnterpriseKnownEarlier: (row, d) => ({ ...row, known_since: since(row, d.since) }),
  CreditCodeLearned: (row, d) => ({ ...row, credit_code: d.creditCode }),
  EnterpriseRenamed: (row, d) => ({ ...row, name: d.name, name_en: d.nameEn ?? null }),
  EnterpriseMoved: (row, d) => ({ ...row, division: d.division, address: d.address ?? null }),
  EnterpriseReclassified: (row, d) => ({
    ...row,
    industry: d.industry,
    industry_scheme: d.industryScheme,
  }),
  RegistrationTypeChanged: (row, d) => ({
    ...row,
    registration_type: d.registrationType,
    registration_scheme: d.registrationScheme,
  }),
  SizeClassAssessed: (row, d) => ({
    ...row,
    size_class: d.sizeClass,
    size_year: d.sizeYear,
    scale: d.scale ?? row.scale,
  }),
  HeadcountReported: (row, d) => ({
    ...row,
    workers: d.workers,
    women: d.women ?? null,
    dispatched: d.dispatched ?? null,
    migrant: d.migrant ?? null,
    part_time: d.partTime ?? null,
    headcount_as_of: d.asOf,
  }),
  UnionFounded: (row, d) => ({
    ...row,
    union_kind: 'own',
    union_since: row.union_since ?? d.on,
    union_name: d.name ?? null,
    union_credit_code: d.creditCode ?? null,
    upper_union: d.upperUnion ?? null,
  }),
  UnionFederated: (row, d) => ({
    ...row,
    union_kind: row.union_kind === 'own' ? 'own' : 'federated',
    union_since: row.union_since ?? d.on,
    federation: d.federation,
  }),
  UnionKnownEarlier: (row, d) => ({
    ...row,
    union_kind: 'own',
    union_since: row.union_since ?? d.since,
  }),
  UnionDissolved: (row) => ({ ...row, ...unionless }),
  MembersCounted: (row, d) => ({
    ...row,
    members: d.members,
    women_members: d.women ?? null,
    members_as_of: d.asOf,
  }),
  CongressConstituted: (row, d) => ({
    ...row,
    congress_delegates: d.delegates,
    congress_term_end: d.termEnd ?? null,
  }),
  EnterpriseSuspended: (row, { on }) => stood(row, 'suspended', on),
  EnterpriseResumed: (row, { on }) => stood(row, 'open', on),
  EnterpriseRevoked: (row, { on }) => stood(row, 'revoked', on),
  EnterpriseDeregistered: (row, d) => ({ ...row, status: 'deregistered', ended_on: d.on }),
  EnterpriseMergedInto: (row, d) => ({
    ...row,
    status: 'merged',
    ended_on: d.on,
    successor: d.successor,
  }),
  EnterpriseSplitInto: (row, d) =>
    d.origin === 'remains'
      ? row
      : { ...row, status: 'split', ended_on: d.on, successor: d.contractsTo },
  EnterpriseSplitFrom: (row, d) => ({ ...row, split_from: d.origin }),
  EnterpriseVoided: (row) => ({ ...row, status: 'void' }),
  EnterpriseFoundDuplicate: (row, d) => ({ ...row, status: 'void', duplicate_of: d.of }),
};

const LAST = '9999-12-31';

/** The day that a fact is about; what strikes out a record comes after everything. */
const dayOf = ({ data }: Plain): string => {
  if ('on' in data) return data.on;
  if ('asOf' in data) return data.asOf;
  if ('since' in data) return data.since;
  return 'registeredOn' in data ? data.registeredOn : LAST;
};

const become = <T extends Plain['type']>(row: Row, type: T, data: Data<T>): Row =>
  becomes[type](row, data);

/**
 * The row that these facts make: of two about one day the one recorded later wins. What the
 * registration says holds from its day, and before it where nothing else was said.
 */
const madeOf = (id: string, facts: readonly Plain[]): Row =>
  facts
    .toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : Number(dayOf(a) > dayOf(b))))
    .reduce((row, { type, data }) => become(row, type, data as never), blank(id));

/** Members and workers are counted on days of their own, so neither is refused for the other. */
const flagged = (row: Row): Row => {
  const { union_kind: union, members, workers } = row;
  const isOdd = union !== 'none' && members !== null && workers !== null && members > workers;
  return { ...row, flag: isOdd ? 'members-above-workers' : null };
};

/** The row with these facts in the place of those it is made of. */
export const enterpriseRow = (
  id: string,
  row: EnterpriseRow | undefined,
  facts: readonly Kept[],
): EnterpriseRow => {
  const before = row?.facts ?? [];
  const last = facts.at(-1);
  // Most facts are about a later day than all before: they change the row as it stands.
  const follows =
    row && last && facts.length > before.length && before.every((one) => dayOf(one) <= dayOf(last));
  return follows
    ? { ...flagged(become(row, last.type, last.data as never)), facts }
    : { ...flagged(madeOf(id, facts)), facts };
};
