import { standingChanges, type Followed } from '../employer-changes.ts';
import { sql, type Query } from '../projection.ts';

/** One case, or all of an enterprise and of those whose place it took. */
const concerned = (of: 'case' | 'employer', id: string): Query<unknown> =>
  of === 'case'
    ? sql()`id = ${id}`
    : sql()`enterprise IN (WITH RECURSIVE before (enterprise) AS (
        SELECT ${id} UNION SELECT changed.enterprise FROM before
          JOIN employer_changes AS changed ON contracts_to = before.enterprise AND goes_on = 'no')
      SELECT enterprise FROM before)`;

/**
 * How the employers of these cases ended, and those that took their place, by case and day; also a case whose
 * employer is there. Answers `ends-of-employer`.
 */
export const endsOfEmployer = (of: 'case' | 'employer', id: string): Query<Followed> =>
  sql<Followed>()`
  WITH RECURSIVE concerned (follower, enterprise) AS (
    SELECT id, enterprise FROM case_board WHERE enterprise IS NOT NULL AND ${concerned(of, id)}
      AND (phase NOT IN ('history', 'signed', 'closed', 'void') OR ground = 'employer-dissolved')
  ), way (follower, enterprise) AS (
    SELECT follower, enterprise FROM concerned
    UNION SELECT follower, contracts_to FROM way
      JOIN ${standingChanges} AS changed USING (enterprise)
      WHERE goes_on = 'no' AND contracts_to IS NOT NULL
  )
  SELECT concerned.follower, changed.* FROM concerned LEFT JOIN (
    SELECT way.follower AS of_follower, changed.* FROM way
    JOIN ${standingChanges} AS changed USING (enterprise) WHERE goes_on = 'no'
  ) AS changed ON of_follower = concerned.follower
  ORDER BY concerned.follower, changed_on, enterprise, act_no`;
