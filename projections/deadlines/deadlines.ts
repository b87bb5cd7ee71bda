import type { Category } from '../../domain/shared/policy.ts';
import type { Deadline } from '../../domain/shared/values.ts';
import type { Projection, Seen } from '../projection.ts';
import { bargainingDeadlines } from './bargaining.ts';
import { contractDeadlines } from './contract.ts';
import { disputeDeadlines } from './disputes.ts';
import { consultationDeadlines } from './consultations.ts';
import { turns, type DeadlineMove, type DeadlineMoves } from './moves.ts';

/** One clock of one thing. 'overdue' is derived when reading: running, and `due_on` is past. */
export type DeadlineRow = {
  /** `<category>/<subject>/<clock>` */
  readonly id: string;
  readonly category: string;
  readonly subject: string;
  readonly rule: string;
  /** What it is about within the thing (an offer, a seat, a side), or ''. */
  readonly about: string;
  readonly from_on: string;
  /** Event id of the fact that started it, or that says its days anew. */
  readonly from_event: string;
  readonly due_on: string;
  readonly period: string;
  readonly article: string;
  /** 'final', or 'provisional' while that year's holidays are not published. */
  readonly calendar: string;
  /** The calendar it was computed with; '' where none had a say. */
  readonly calendar_version: string;
  readonly status: string;
  readonly met_on: string | null;
  /** The last day that is on record as passed, while nothing has come since. */
  readonly overdue_on: string | null;
};

const movesOf: Readonly<Partial<Record<Category, DeadlineMoves<never>>>> = {
  bargainingCase: bargainingDeadlines,
  contract: contractDeadlines,
  dispute: disputeDeadlines,
  consultation: consultationDeadlines,
};

const moves = (event: Seen): readonly DeadlineMove[] =>
  movesOf[event.category]?.(event as Seen<never>) ?? [];

const keyOf = ({ category, subject }: Seen, clock: string): string =>
  `${category}/${subject}/${clock}`;

const days = (deadline: Deadline, { id }: Seen) => ({
  rule: deadline.rule,
  from_event: id,
  from_on: deadline.from,
  due_on: deadline.due,
  period: deadline.period,
  article: deadline.article,
  calendar: deadline.calendar,
  calendar_version: deadline.calendarVersion,
});

const started = (event: Seen, clock: string, deadline: Deadline): DeadlineRow => {
  const { category, subject } = event;
  const at = clock.indexOf(':');
  return {
    id: `${category}/${subject}/${clock}`,
    category,
    subject,
    about: at < 0 ? '' : clock.slice(at + 1),
    ...days(deadline, event),
    status: 'running',
    met_on: null,
    overdue_on: null,
  };
};

/** A clock follows what set it; one that was met runs again where its last day moved. */
const revised = (
  row: DeadlineRow | undefined,
  event: Seen,
  { clock, of, revised: deadline }: Extract<DeadlineMove, { becomes: 'revised' }>,
): DeadlineRow | undefined => {
  const by = { ...event, id: of };
  if (!row) return deadline && started(by, clock, deadline);
  const ran = row.status === 'running' || row.status === 'met';
  if (row.from_event !== of || !ran) return row;
  if (!deadline) return { ...row, status: 'cancelled', met_on: null };
  const stands = deadline.due === row.due_on;
  return stands ? { ...row, ...days(deadline, by) } : started(by, clock, deadline);
};

const moved = (
  row: DeadlineRow,
  event: Seen,
  move: Exclude<DeadlineMove, { becomes: 'revised' }>,
): DeadlineRow => {
  if ('deadline' in move) return { ...row, ...days(move.deadline, event) };
  if (move.becomes === 'overdue') return { ...row, overdue_on: move.due };
  const { of, to } = turns[move.becomes];
  if (!of.includes(row.status)) return row;
  // Whatever turns it, what was recorded of its last day counts no more: a clock that runs anew is rung anew.
  return { ...row, status: to, met_on: 'on' in move ? move.on : null, overdue_on: null };
};

/** The row as it stood; what another one superseded stays superseded. */
const stood = (
  before: DeadlineRow | undefined,
  event: Seen,
  { clock, deadline, fact, metOn }: Extract<DeadlineMove, { becomes: 'stood' }>,
): DeadlineRow => {
  const left = before?.status === 'superseded' ? 'superseded' : 'cancelled';
  return {
    ...started(event, clock, deadline),
    from_event: fact,
    status: metOn === undefined ? left : 'met',
    met_on: metOn ?? null,
  };
};

const apply = (
  row: DeadlineRow | undefined,
  event: Seen,
  move: DeadlineMove,
): DeadlineRow | undefined => {
  if (move.becomes === 'running') return started(event, move.clock, move.deadline);
  if (move.becomes === 'stood') return stood(row, event, move);
  if (move.becomes === 'revised') return revised(row, event, move);
  if (row) return moved(row, event, move);
  return move.becomes === 'recounted' ? started(event, move.clock, move.deadline) : undefined;
};

/** The clocks of everything there is, in one table. */
export const deadlines: Projection<DeadlineRow> = {
  table: 'deadlines',
  version: 14,
  columns: {
    id: 'TEXT NOT NULL',
    category: 'TEXT NOT NULL',
    subject: 'TEXT NOT NULL',
    rule: 'TEXT NOT NULL',
    about: 'TEXT NOT NULL',
    from_on: 'TEXT NOT NULL',
    from_event: 'TEXT NOT NULL',
    due_on: 'TEXT NOT NULL',
    period: 'TEXT NOT NULL',
    article: 'TEXT NOT NULL',
    calendar: 'TEXT NOT NULL',
    calendar_version: 'TEXT NOT NULL',
    status: 'TEXT NOT NULL',
    met_on: 'TEXT',
    overdue_on: 'TEXT',
  },
  indexes: ['status, due_on', 'category, subject'],
  categories: Object.keys(movesOf) as Category[],
  keys: (event) => [...new Set(moves(event).map(({ clock }) => keyOf(event, clock)))],
  next: (row, event, key) =>
    moves(event)
      .filter(({ clock }) => keyOf(event, clock) === key)
      .reduce((before, move) => apply(before, event, move), row),
};
