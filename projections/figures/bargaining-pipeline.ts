import { numberedDay } from '../../domain/shared/calendar.ts';
import { accounts } from '../accounts/accounts.ts';
import { PIPELINE_PHASES as PHASES } from '../accounts/case-life.ts';
import { isIn } from '../balance/balances.ts';
import type { Filter } from '../balance/filters.ts';
import { sql, type Query } from '../projection.ts';
import {
  AGREEMENT_DIMENSIONS,
  asAsked,
  isGroupedBy,
  placeFilters,
  type Figure,
  type FromBooks,
  type FromRows,
  type Question,
  type Term,
  type UnitOfFigure,
  type Window,
} from './figure.ts';

const phaseAsked = ({ parameters }: Question): Filter[] =>
  parameters['phase'] ? [{ dimension: 'reason', is: [parameters['phase']] }] : [];

const fromBooks = (question: Question): FromBooks => {
  const filters = [
    ...placeFilters(question),
    ...asAsked(question, 'contractKind'),
    ...asAsked(question, 'contractLevel'),
    ...phaseAsked(question),
  ];
  const open: Term = { account: accounts.casePhase, filters };
  const inPhase = (phase: string): Term => ({
    account: accounts.casePhase,
    filters: [...filters, { dimension: 'reason', is: [phase] }],
  });
  return {
    by: 'books',
    thing: 'case',
    terms: { open, ...Object.fromEntries(PHASES.map((phase) => [phase, inPhase(phase)])) },
    weighs: ['count'],
    cell: (sum) => ({
      ...Object.fromEntries(PHASES.map((phase) => [phase, sum(phase).count])),
      excluded: {},
    }),
    sides: { numerator: { term: 'open', weight: 'count' } },
    exclusions: [],
    overlapping: false,
  };
};

/** Open cases with the phase they are in and how long ago they began; `value` is the place of the phase. */
const rows =
  ({ parameters }: Question) =>
  ({ to }: Window, known: bigint): Query<UnitOfFigure> => sql<UnitOfFigure>()`
    WITH moved AS (
      SELECT unit, dims, on_day, sum(count) AS count, max(known) AS known FROM book_entries
      WHERE ${isIn('account', accounts.casePhase, [])} AND on_day <= ${to} AND known <= ${known}
      GROUP BY unit, dims, on_day HAVING sum(count) <> 0
    ), begun AS (SELECT unit, min(on_day) AS on_day FROM moved WHERE count > 0 GROUP BY unit)
    SELECT w.word AS unit, w.word AS label, d.region, d.industry, d.registration_type,
      d.size_class, d.unionised, d.contract_kind, d.contract_level,
      CASE WHEN ${to} - b.on_day <= 15 THEN '0-15' WHEN ${to} - b.on_day <= 30 THEN '16-30'
        WHEN ${to} - b.on_day <= 60 THEN '31-60' WHEN ${to} - b.on_day <= 90 THEN '61-90'
        ELSE '91+' END AS age,
      ${numberedDay(to)} AS day, 1 AS numerator, 0 AS denominator, '' AS reason,
      instr(${PHASES.join(' ')}, d.reason) AS value, NULL AS workers,
      CAST(max(m.known) AS TEXT) AS since,
      (SELECT CAST(min(e.known) AS TEXT) FROM book_entries e
        WHERE ${isIn('e.account', accounts.casePhase, [])} AND e.unit = m.unit
          AND e.known > ${known} AND e.on_day <= ${to}) AS until
    FROM moved m CROSS JOIN begun b ON b.unit = m.unit CROSS JOIN book_dims d ON d.id = m.dims
    CROSS JOIN book_words w ON w.id = m.unit
    WHERE ${parameters['phase'] ?? ''} IN ('', d.reason)
    GROUP BY m.unit, m.dims HAVING sum(m.count) > 0 ORDER BY w.word`;

const phaseAt = (place: number | null): string =>
  PHASES.join(' ')
    .slice((place ?? 1) - 1)
    .split(' ', 1)[0] ?? '';

const byAge = (question: Question): FromRows => ({
  by: 'rows',
  thing: 'case',
  rows: rows(question),
  counted: (found) => found,
  cell: (units) => ({
    ...Object.fromEntries(
      PHASES.map((phase) => [phase, units.filter(({ value }) => phaseAt(value) === phase).length]),
    ),
    excluded: {},
  }),
});

/** Where the open bargaining cases stand. */
export const bargainingPipeline: Figure = {
  id: 'bargaining-pipeline',
  names: { zh: '集体协商进程', en: 'Bargaining pipeline' },
  definition: {
    zh: '某日尚未签订、关闭或作废的协商案件，按所处阶段统计；按 age 分组时为自案件开始之日起的天数。补录的历史案件不计。',
    en: 'Bargaining cases that are not yet signed, closed or void on the day, by the phase they are in; grouped by age, by the days since they began. Cases entered as history are left out.',
  },
  definitionVersion: 1,
  unit: { zh: '件', en: 'cases' },
  shape: 'pipeline',
  takes: 'on',
  dimensions: ['region', 'industry', ...AGREEMENT_DIMENSIONS, 'age'],
  parameters: { phase: ['', ...PHASES] },
  excludes: [],
  answer: (question) =>
    question.where['age'] !== undefined || isGroupedBy(question, 'age')
      ? byAge(question)
      : fromBooks(question),
};
