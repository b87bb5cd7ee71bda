import { deadlineCodes } from '../../../../projections/codes.ts';
import { deadlines, type DeadlineRow } from '../../../../projections/deadlines/deadlines.ts';
import { asKnown, raw, sql, type Query } from '../../../../projections/projection.ts';
import { ofRights } from '../../../../domain/law/rights.ts';
import { dayOf } from '../../../../domain/shared/calendar.ts';
import type { App } from '../../../app.ts';
import type { Listed } from '../../asking/filters.ts';
import { dayFrom } from '../../asking/days.ts';
import { listRoute } from '../things/lists.ts';
import type { Face, Route } from '../../route.ts';

const columns: Readonly<Record<string, string>> = deadlines.columns;
const names = Object.keys(columns);
const derived = ['status', 'met_on', 'overdue_on'];
const stored = names.filter((name) => !derived.includes(name));

const rights = ` ${ofRights.join(' ')} `;

/**
 * The clocks as they stand on a day: one that still runs after its last day is overdue, and one
 * that is met later is not met yet, nor has a later last day passed; a right that nobody used has lapsed
 * and counts as cancelled. Nothing has to be recorded for that.
 */
export const clocksAsOf = (day: string, known?: bigint): Query<unknown> =>
  sql()`(SELECT ${raw(stored.join(', '))},
    CASE WHEN status = 'running' OR (status = 'met' AND met_on > ${day})
      THEN CASE WHEN due_on >= ${day} THEN 'running'
        WHEN instr(${rights}, ' ' || rule || ' ') > 0 THEN 'cancelled' ELSE 'overdue' END
      ELSE status END AS status,
    CASE WHEN met_on <= ${day} THEN met_on END AS met_on,
    CASE WHEN overdue_on < ${day} THEN overdue_on END AS overdue_on
    FROM ${asKnown(deadlines.table, known)})`;

/** Clocks that run to a day which the rest days of its year may still move. */
const provisional = sql()`(calendar = 'provisional' AND status IN ('running', 'suspended'))`;

export const today = (app: App): string => dayOf(app.now(), app.config.CONCORD_ZONE);

/** The clocks of one aggregate, by their last days. */
export const deadlinesOf = (app: App, category: string, subject: string): DeadlineRow[] =>
  app.all(sql<DeadlineRow>()`SELECT ${raw(names.join(', '))}
    FROM ${clocksAsOf(today(app))} WHERE category = ${category} AND subject = ${subject}
    ORDER BY due_on, id`);

/** All clocks as they stand today, or on the day that `on` or `knownAt` names; `before` takes those whose last day is earlier than a day. */
export const deadlineRoutes = (face: Face): Route[] => {
  const listed: Listed = {
    name: 'deadlines',
    columns,
    codes: deadlineCodes,
    means: { status: { provisional } },
    rows: (known, day) => clocksAsOf(day ?? today(face.app), known),
    takesDay: true,
    also: {
      before: (day) => sql()`due_on < ${dayFrom('before', day)}`,
      after: (day) => sql()`due_on > ${dayFrom('after', day)}`,
    },
  };
  return [listRoute(face, listed, 'deadlines')];
};
