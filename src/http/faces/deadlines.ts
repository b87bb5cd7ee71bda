import { deadlines, type DeadlineRow } from '../../../projections/deadlines/deadlines.ts';
import { asKnown, raw, sql, type Query } from '../../../projections/projection.ts';
import { dayOf } from '../../../domain/shared/calendar.ts';
import type { App } from '../../app.ts';
import type { Listed } from '../asking/filters.ts';
import { dayFrom } from '../asking/days.ts';
import { listRoute } from './lists.ts';
import type { Face, Route } from '../route.ts';

const columns: Readonly<Record<string, string>> = deadlines.columns;
const names = Object.keys(columns);
const stored = names.filter((name) => name !== 'status');

/** A clock that still runs after its last day is overdue; nothing has to be recorded for that. */
const asOf = (today: string, known?: bigint): Query<unknown> =>
  sql()`(SELECT ${raw(stored.join(', '))}, CASE WHEN status = 'running' AND due_on < ${today}
    THEN 'overdue' ELSE status END AS status FROM ${asKnown(deadlines.table, known)})`;

export const today = (app: App): string => dayOf(app.now(), app.config.CONCORD_ZONE);

/** The clocks of one aggregate, by their last days. */
export const deadlinesOf = (app: App, category: string, subject: string): DeadlineRow[] =>
  app.all(sql<DeadlineRow>()`SELECT ${raw(names.join(', '))}
    FROM ${asOf(today(app))} WHERE category = ${category} AND subject = ${subject}
    ORDER BY due_on, id`);

/** All clocks, with `before` for those whose last day is earlier than a day. */
export const deadlineRoutes = (face: Face): Route[] => {
  const listed: Listed = {
    name: 'deadlines',
    columns,
    rows: (known) => asOf(today(face.app), known),
    also: { before: (day) => sql()`due_on < ${dayFrom('before', day)}` },
  };
  return [listRoute(face, listed, 'deadlines')];
};
