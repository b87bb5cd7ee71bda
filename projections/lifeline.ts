import { sql, type Query } from './projection.ts';

/** One fact on an enterprise's lifeline: its own, of a contract that ever covered it, of a case or dispute about it, or of an order among them that was refused. */
export type LifelineRow = {
  readonly position_no: number;
  readonly category: string;
  readonly subject: string;
  readonly revision: number;
};

/** All facts of one enterprise after a position, in the order they were recorded. */
export const lifelineOf = (
  enterprise: string,
  after: bigint,
  limit: number,
): Query<LifelineRow> => sql<LifelineRow>()`
  WITH contracts AS (SELECT contract FROM coverage_history WHERE enterprise = ${enterprise}
      UNION SELECT contract FROM book_links WHERE enterprise = ${enterprise}),
    cases AS (SELECT id FROM case_board WHERE enterprise = ${enterprise})
  SELECT position_no, category, subject, revision FROM journal
  WHERE position_no > ${after} AND (
    (category = 'enterprise' AND subject = ${enterprise})
    OR (category = 'contract' AND subject IN contracts)
    OR (category = 'bargainingCase' AND subject IN cases)
    OR (category = 'dispute' AND subject IN (
      SELECT dispute FROM book_disputes WHERE enterprise = ${enterprise}))
    OR (category = 'refusedOrder' AND subject IN (
      SELECT id FROM refused_orders WHERE (from_category = 'enterprise' AND from_id = ${enterprise})
        OR (from_category = 'contract' AND from_id IN contracts)
        OR (from_category = 'bargainingCase' AND from_id IN cases))))
  ORDER BY position_no LIMIT ${limit}`;
