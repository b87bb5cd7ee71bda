import type { PartiesChanges } from '../../domain/shared/policy.ts';
import { asEmployerChange, type EmployerChangeRow } from '../employer-changes.ts';
import { sql, type Query } from '../projection.ts';

type Change = { readonly dispute: string } & (EmployerChangeRow | { readonly id: null });

/** One dispute, or all that an enterprise is or was a party to. */
const concerned = (of: 'dispute' | 'party', id: string): Query<unknown> =>
  of === 'dispute'
    ? sql()`id = ${id}`
    : sql()`instr(' ' || enterprises || ' ', ' ' || ${id} || ' ') > 0`;

/** How the parties of these disputes changed, and those that took their place, by dispute and day. */
const changes = (of: 'dispute' | 'party', id: string): Query<Change> => sql<Change>()`
  WITH RECURSIVE concerned (dispute, parties) AS (
    SELECT id, '["' || replace(enterprises, ' ', '","') || '"]' FROM dispute_docket
    WHERE phase <> 'void' AND enterprises IS NOT NULL AND ${concerned(of, id)}
  ), way (dispute, enterprise) AS (
    SELECT dispute, value FROM concerned, json_each(parties)
    UNION SELECT way.dispute, value FROM way
      JOIN employer_changes USING (enterprise), json_each(employer_changes.heirs)
  )
  SELECT concerned.dispute, changed.* FROM concerned LEFT JOIN (
    SELECT way.dispute AS of_dispute, employer_changes.* FROM way
    JOIN employer_changes USING (enterprise)
  ) AS changed ON of_dispute = concerned.dispute
  ORDER BY concerned.dispute, changed_on, enterprise, act_no`;

/** Every dispute concerned, also one whose employers are as they were; answers `changes-of-parties`. */
export const changesOfParties = (
  all: (query: Query<Change>) => readonly Change[],
  of: 'dispute' | 'party',
  id: string,
): PartiesChanges[] =>
  [...Map.groupBy(all(changes(of, id)), ({ dispute }) => dispute)].map(([dispute, rows]) => ({
    dispute,
    changes: rows.flatMap((row) => (row.id === null ? [] : [asEmployerChange(row)])),
  }));
