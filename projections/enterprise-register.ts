import type { EnterpriseEvent } from '../domain/enterprise/events.ts';
import { enterpriseRow, type EnterpriseRow, type Kept } from './enterprise-row.ts';
import { sql, type Projection, type Query, type Seen } from './projection.ts';

export type { EnterpriseRow } from './enterprise-row.ts';

const columns: Readonly<Record<keyof EnterpriseRow, string>> = {
  id: 'TEXT NOT NULL',
  name: 'TEXT NOT NULL',
  name_en: 'TEXT',
  credit_code: 'TEXT',
  business_registration_no: 'TEXT',
  organisation_code: 'TEXT',
  division: 'TEXT NOT NULL',
  address: 'TEXT',
  industry: 'TEXT NOT NULL',
  industry_scheme: 'TEXT NOT NULL',
  registration_type: 'TEXT',
  registration_scheme: 'TEXT',
  size_class: 'TEXT',
  size_year: 'INTEGER',
  scale: 'TEXT',
  status: 'TEXT NOT NULL',
  standings: 'TEXT',
  known_since: 'TEXT NOT NULL',
  ended_on: 'TEXT',
  successor: 'TEXT',
  split_from: 'TEXT',
  duplicate_of: 'TEXT',
  union_kind: 'TEXT NOT NULL',
  union_since: 'TEXT',
  union_name: 'TEXT',
  union_credit_code: 'TEXT',
  upper_union: 'TEXT',
  federation: 'TEXT',
  members: 'INTEGER',
  women_members: 'INTEGER',
  members_as_of: 'TEXT',
  congress_delegates: 'INTEGER',
  congress_term_end: 'TEXT',
  workers: 'INTEGER',
  women: 'INTEGER',
  dispatched: 'INTEGER',
  migrant: 'INTEGER',
  part_time: 'INTEGER',
  headcount_as_of: 'TEXT',
  flag: 'TEXT',
  facts: 'TEXT NOT NULL',
};

/** A correction speaks in the place of the fact it corrects, what is taken back goes; everything else is added. */
const including = (facts: readonly Kept[], { id, type, data }: Seen<EnterpriseEvent>): Kept[] => {
  if ('takesBack' in data) return facts.filter((fact) => !data.takesBack.includes(fact.id));
  if (!('corrects' in data)) return [...facts, { id, type, data } as Kept];
  const { corrects, reason: _, ...said } = data;
  return facts.map((fact) => (fact.id === corrects ? ({ ...fact, data: said } as Kept) : fact));
};

/**
 * Every enterprise as it stands, also those that ended or were struck out. Facts come in any order
 * of their days and may be corrected, so a row is made anew from the facts it keeps.
 */
export const enterpriseRegister: Projection<EnterpriseRow, EnterpriseEvent> = {
  table: 'enterprise_register',
  version: 4,
  columns,
  keeps: ['facts'],
  lists: ['facts'],
  indexes: ['division, status', 'industry', 'credit_code', 'name'],
  categories: ['enterprise'],
  keys: ({ subject }) => [subject],
  next: (row, event, key) => {
    if (!row && event.type !== 'EnterpriseRegistered') {
      throw new Error(`enterprise_register: ${event.type} for no row ${key}`);
    }
    return enterpriseRow(key, row, including(row?.facts ?? [], event));
  },
};

/** The other enterprises that have a credit code, as their id or otherwise; answers `holders-of-credit-code`. */
export const holdersOfCreditCode = (
  code: string,
  but: string,
): Query<{ readonly id: string }> => sql<{ readonly id: string }>()`
  SELECT id FROM enterprise_register WHERE credit_code = ${code} AND id <> ${but} AND status <> 'void'
  UNION SELECT id FROM enterprise_register WHERE id = ${code} AND id <> ${but} AND status <> 'void'
  ORDER BY id`;

/** Which of these had ended before a day, were deregistered that day, or are struck out; answers `enterprises-ended`. */
export const enterprisesEnded = (
  among: readonly string[],
  on: string,
): Query<{ readonly id: string }> => sql<{ readonly id: string }>()`
  SELECT id FROM enterprise_register WHERE id IN (SELECT value FROM json_each(${JSON.stringify(among)}))
    AND (status = 'void' OR ended_on < ${on} OR (ended_on = ${on} AND successor IS NULL)) ORDER BY id`;
