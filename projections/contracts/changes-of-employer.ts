import { standingChanges, type Followed } from '../employer-changes.ts';
import { sql, type Query } from '../projection.ts';

/** One contract, or all that are or were an enterprise's own, ended or not. */
const concerned = (of: 'contract' | 'employer', id: string): Query<unknown> =>
  of === 'contract'
    ? sql()`id = ${id}`
    : sql()`id IN (SELECT id FROM contract_register WHERE enterprise = ${id}
      UNION ALL SELECT id FROM contract_register WHERE passed_from > ''
        AND instr(' ' || former_employers || ' ', ' ' || ${id} || ' ') > 0)`;

/**
 * How the employers that these contracts have or had changed, by contract and day; also a contract whose
 * employers are as they were. Answers `changes-of-employer`.
 */
export const changesOfEmployer = (of: 'contract' | 'employer', id: string): Query<Followed> =>
  sql<Followed>()`
  WITH concerned (follower, employers) AS (
    SELECT id, '["' || replace(enterprise || coalesce(' ' || former_employers, ''), ' ', '","') || '"]'
    FROM contract_register WHERE phase <> 'void' AND enterprise IS NOT NULL AND ${concerned(of, id)}
  )
  SELECT follower, changed.* FROM concerned LEFT JOIN ${standingChanges} AS changed
    ON changed.enterprise IN (SELECT value FROM json_each(employers))
  ORDER BY follower, changed_on, enterprise, act_no`;
