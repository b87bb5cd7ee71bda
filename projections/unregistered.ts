import type { Category } from '../domain/shared/policy.ts';
import { asKnown, raw, sql, type Query } from './projection.ts';

/** An enterprise that something names although nobody has registered it (yet), or its record was struck out. */
export type UnregisteredRow = {
  /** `<category>/<subject>/<names_as>/<enterprise>` */
  readonly id: string;
  /** The id that is not registered. */
  readonly enterprise: string;
  /** What names it, and as what. */
  readonly category: string;
  readonly subject: string;
  readonly names_as: 'successor' | 'origin' | 'employer' | 'member';
  /** The first fact by which it does. */
  readonly fact: string;
  readonly fact_type: string;
  readonly named_at: string;
};

export const unregisteredColumns: Readonly<Record<keyof UnregisteredRow, string>> = {
  id: 'TEXT NOT NULL',
  enterprise: 'TEXT NOT NULL',
  category: 'TEXT NOT NULL',
  subject: 'TEXT NOT NULL',
  names_as: 'TEXT NOT NULL',
  fact: 'TEXT NOT NULL',
  fact_type: 'TEXT NOT NULL',
  named_at: 'TEXT NOT NULL',
};

/** Where a table names an enterprise; what was struck out names nobody. */
type Naming = {
  readonly category: Category;
  readonly as: UnregisteredRow['names_as'];
  readonly table: string;
  /** The column of the thing's id. */
  readonly subject: string;
  readonly column: string;
  readonly counts: string;
};

const notVoid = `phase <> 'void'`;

const namings: readonly Naming[] = [
  ...(['successor', 'origin'] as const).map((as) => ({
    category: 'enterprise' as const,
    as,
    table: 'enterprise_register',
    subject: 'id',
    column: as === 'origin' ? 'split_from' : as,
    counts: `status <> 'void'`,
  })),
  {
    category: 'bargainingCase',
    as: 'employer',
    table: 'case_board',
    subject: 'id',
    column: 'enterprise',
    counts: notVoid,
  },
  {
    category: 'contract',
    as: 'employer',
    table: 'contract_register',
    subject: 'id',
    column: 'enterprise',
    counts: notVoid,
  },
  {
    category: 'contract',
    as: 'member',
    table: 'contract_roster',
    subject: 'contract',
    column: 'enterprise',
    counts: 'true',
  },
  {
    category: 'dispute',
    as: 'employer',
    table: 'dispute_docket',
    subject: 'id',
    column: 'enterprises',
    counts: notVoid,
  },
];

/** The namings of one table: ids in a list are taken one by one. */
const named = (
  { category, as, table, subject, column, counts }: Naming,
  known: bigint | undefined,
  of: string | undefined,
): Query<unknown> => {
  const which = of === undefined ? raw('true') : sql()`r.${raw(subject)} = ${of}`;
  return sql()`SELECT ${category} AS category, r.${raw(subject)} AS subject, ${as} AS names_as,
      one.value AS enterprise,
      (SELECT min(h.since) FROM ${raw(table)}_history h WHERE h.id = r.id
        AND instr(' ' || h.${raw(column)} || ' ', ' ' || one.value || ' ') > 0) AS position
    FROM ${asKnown(table, known)} r,
      json_each('["' || replace(r.${raw(column)}, ' ', '","') || '"]') one
    WHERE r.${raw(column)} IS NOT NULL AND ${raw(counts)} AND ${which}
      AND NOT EXISTS (SELECT 1 FROM ${asKnown('enterprise_register', known)} e
        WHERE e.id = one.value AND e.status <> 'void')`;
};

/**
 * Who is named without a record that counts, as known at a position; of one thing where it is said
 * which. Whoever is registered is on it no more: it is read from the tables as they stand.
 */
export const unregistered = (
  known?: bigint,
  of?: { readonly category: string; readonly subject: string },
): Query<unknown> => {
  const some = namings.filter(({ category }) => of === undefined || of.category === category);
  const none = sql()`SELECT '' AS category, '' AS subject, '' AS names_as, '' AS enterprise,
    0 AS position WHERE false`;
  const all = some.reduce(
    (before, naming) => sql()`${before} UNION ALL ${named(naming, known, of?.subject)}`,
    none,
  );
  return sql()`(SELECT n.category || '/' || n.subject || '/' || n.names_as || '/' || n.enterprise AS id,
      n.enterprise, n.category, n.subject, n.names_as, min(j.event_id) AS fact,
      min(j.type) AS fact_type, min(j.at) AS named_at
    FROM (${all}) n JOIN journal j ON j.position_no = n.position GROUP BY 1)`;
};
