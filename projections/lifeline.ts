import { sql, type Query } from './projection.ts';

/** One fact on an enterprise's lifeline: its own, of a contract that ever covered it, or of a case or dispute about it. */
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
  SELECT position_no, category, subject, revision FROM journal
  WHERE position_no > ${after} AND (
    (category = 'enterprise' AND subject = ${enterprise})
    OR (category = 'contract' AND subject IN (
      SELECT contract FROM coverage_history WHERE enterprise = ${enterprise}
      UNION SELECT contract FROM book_links WHERE enterprise = ${enterprise}))
    OR (category = 'bargainingCase' AND subject IN (
      SELECT id FROM case_board WHERE enterprise = ${enterprise}))
    OR (category = 'dispute' AND subject IN (
      SELECT dispute FROM book_disputes WHERE enterprise = ${enterprise})))
  ORDER BY position_no LIMIT ${limit}`;
