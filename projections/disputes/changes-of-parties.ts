import { standingChanges, type Followed } from '../employer-changes.ts';
import { sql, type Query } from '../projection.ts';

/** One dispute, or all that an enterprise is or was a party to. */
const concerned = (of: 'dispute' | 'party', id: string): Query<unknown> =>
  of === 'dispute'
    ? sql()`id = ${id}`
    : sql()`instr(' ' || enterprises || ' ', ' ' || ${id} || ' ') > 0`;

/**
 * How the parties of these disputes changed, and those that took their place, by dispute and day; also a
 * dispute whose employers are as they were. Answers `changes-of-parties`. The cross join keeps SQLite from
 * reading the changes of all enterprises for the few that are parties.
 */
export const changesOfParties = (of: 'dispute' | 'party', id: string): Query<Followed> =>
  sql<Followed>()`
  WITH RECURSIVE concerned (dispute, parties) AS (
    SELECT id, '["' || replace(enterprises, ' ', '","') || '"]' FROM dispute_docket
    WHERE phase <> 'void' AND enterprises IS NOT NULL AND ${concerned(of, id)}
  ), way (dispute, enterprise) AS (
    SELECT dispute, value FROM concerned, json_each(parties)
    UNION SELECT way.dispute, value FROM way
      JOIN ${standingChanges} AS changed USING (enterprise), json_each(changed.heirs)
  )
  SELECT concerned.dispute AS follower, changed.* FROM concerned LEFT JOIN (
    SELECT way.dispute AS of_dispute, changed.* FROM way
    CROSS JOIN ${standingChanges} AS changed USING (enterprise)
  ) AS changed ON of_dispute = concerned.dispute
  ORDER BY concerned.dispute, changed_on, enterprise, act_no`;
