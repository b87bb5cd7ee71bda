import { accounts, ANY } from '../accounts/accounts.ts';
import { numberedDay } from '../../domain/shared/calendar.ts';
import { isIn } from '../balance/balances.ts';
import type { Filter } from '../balance/filters.ts';
import { raw, sql, type Query } from '../projection.ts';
import { overlaps } from './population.ts';
import { ratioOf, standing } from './rows.ts';
import {
  Unanswerable,
  type FromRows,
  type Question,
  type UnitOfFigure,
  type Window,
} from './figure.ts';

type Weight = 'enterprises' | 'workers' | 'women';

/** What a covered enterprise adds, and what each enterprise of the population does. */
const weights: Readonly<Record<Weight, readonly [covered: string, all: string]>> = {
  enterprises: ['1', '1'],
  workers: ['CASE WHEN v.whole THEN s.workers ELSE coalesce(s.women, 0) END', 's.workers'],
  women: ['coalesce(s.women, 0)', 'coalesce(s.women, 0)'],
};

const isAsked = (column: string, value: string | undefined): Query<unknown> =>
  value === undefined ? raw('1 = 1') : sql()`${raw(column)} = ${value}`;

const covered = ({ where }: Question, on: string, known: bigint): Query<unknown> =>
  sql()`SELECT c.enterprise, max(c.kind <> 'women') AS whole, min(c.since) AS since,
      max(coalesce(c.until, 0)) AS until FROM coverage_history c
    WHERE ${standing('c', on, known)} AND ${isAsked('c.kind', where['contractKind'])}
      AND ${isAsked('c.level', where['contractLevel'])} GROUP BY c.enterprise`;

const uncertain = ({ where }: Question, { to }: Window, known: bigint): Query<unknown> => {
  const agreement: Filter[] = [
    { dimension: 'contractKind', is: [where['contractKind'] ?? ANY] },
    { dimension: 'contractLevel', is: [where['contractLevel'] ?? ANY] },
  ];
  return sql()`SELECT w.word AS enterprise, max(e.known) AS since FROM book_entries e
    CROSS JOIN book_words w ON w.id = e.unit
    WHERE ${isIn('e.account', accounts.uncertain, agreement)} AND e.on_day <= ${to}
      AND e.known <= ${known} GROUP BY e.unit HAVING sum(e.count) > 0`;
};

const rows =
  (question: Question, weight: Weight) =>
  (window: Window, known: bigint): Query<UnitOfFigure> => {
    const on = numberedDay(window.to);
    const [ofCovered, ofAll] = weights[weight].map(raw);
    const unionised =
      question.parameters['population'] === 'all' ? raw('1 = 1') : raw(`s.unionised <> 'none'`);
    const least = Number(question.parameters['minWorkers']);
    return sql<UnitOfFigure>()`
      SELECT s.enterprise AS unit, s.enterprise AS label, s.division AS region, s.industry,
        s.registration_type, s.size_class, s.unionised,
        ${question.where['contractKind'] ?? ''} AS contract_kind,
        ${question.where['contractLevel'] ?? ''} AS contract_level,
        '' AS age, ${on} AS day, NULL AS value, s.workers,
        CASE WHEN s.workers IS NULL OR v.enterprise IS NULL THEN 0
          ELSE ${ofCovered ?? raw('1')} END AS numerator,
        CASE WHEN s.workers IS NULL THEN 0 ELSE ${ofAll ?? raw('1')} END AS denominator,
        CASE WHEN u.enterprise IS NOT NULL AND v.enterprise IS NULL THEN 'unknown-term'
          WHEN s.workers IS NULL THEN 'unknown-headcount' ELSE '' END AS reason,
        CAST(max(s.since, coalesce(v.since, u.since, 0)) AS TEXT) AS since,
        CAST(nullif(coalesce(s.until, v.until, 0), 0) AS TEXT) AS until
      FROM enterprise_spells_history s
      LEFT JOIN (${covered(question, on, known)}) v ON v.enterprise = s.enterprise
      LEFT JOIN (${uncertain(question, window, known)}) u ON u.enterprise = s.enterprise
      WHERE ${standing('s', on, known)} AND ${unionised}
        AND (s.workers IS NULL OR s.workers >= ${least})
      ORDER BY s.enterprise`;
  };

/** A population of enterprises with at least N workers on the day; read from the dated rows, for no account is kept by size. */
export const bySize = (question: Question, weight: Weight): FromRows => {
  if (overlaps(question)) {
    throw new Unanswerable(
      'groupBy',
      'minWorkers is asked for one kind and level at a time: filter by them instead of grouping. / minWorkers 请按合同类型、层级筛选，不能按其分组。',
    );
  }
  return {
    by: 'rows',
    thing: 'enterprise',
    rows: rows(question, weight),
    counted: (found) => found,
    cell: ratioOf,
  };
};
