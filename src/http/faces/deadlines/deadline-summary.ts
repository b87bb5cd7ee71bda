import { z } from 'zod';
import { plusDays } from '../../../../domain/shared/calendar.ts';
import { Day } from '../../../../domain/shared/values.ts';
import { sql } from '../../../../projections/projection.ts';
import { asked } from '../../asking/input.ts';
import { operation, type Face, type Route } from '../../route.ts';
import { clocksAsOf, today } from './deadlines.ts';

/** This week: today and the six days after it. */
const WEEK = 7;

const Query = z.strictObject({
  on: Day.optional().meta({ description: 'As of this day; today where it is left out.' }),
});
const Count = z.int().nonnegative();
const Clock = z.object({
  rule: z.string(),
  /** The article that sets it; empty where a day was agreed. */
  article: z.string(),
  overdue: Count,
  today: Count,
  /** Due on one of the six days after. */
  week: Count,
  later: Count,
  suspended: Count,
});
type Clock = z.infer<typeof Clock>;

const counted = ({ app }: Face, day: string): Clock[] => {
  const end = plusDays(day, WEEK);
  return app.all(sql<Clock>()`SELECT rule, article,
      count(*) FILTER (WHERE status = 'overdue') AS overdue,
      count(*) FILTER (WHERE status = 'running' AND due_on = ${day}) AS today,
      count(*) FILTER (WHERE status = 'running' AND due_on > ${day} AND due_on < ${end}) AS week,
      count(*) FILTER (WHERE status = 'running' AND due_on >= ${end}) AS later,
      count(*) FILTER (WHERE status = 'suspended') AS suspended
    FROM ${clocksAsOf(day)} WHERE status IN ('overdue', 'running', 'suspended')
    GROUP BY rule, article ORDER BY overdue DESC, rule, article`);
};

/** How many clocks are overdue, end today, this week and later, by the article that sets them. */
export const deadlineSummaryRoute = (face: Face): Route => ({
  method: 'get',
  path: '/api/v1/deadlines/summary',
  says: operation({
    tag: 'deadlines',
    id: 'summarise-deadlines',
    summary: 'How many deadlines are overdue, due today, this week and later, by clock and article',
    query: Query,
    ok: z.object({ on: Day, items: z.array(Clock), next: z.null() }),
  }),
  answer: (req, res) => {
    const { on = today(face.app) } = asked(req, Query);
    res.set('Cache-Control', 'no-store').json({ on, items: counted(face, on), next: null });
  },
});
