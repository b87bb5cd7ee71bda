import { numberedDay } from '../../domain/shared/calendar.ts';
import { sql, type Query } from '../projection.ts';
import {
  AGREEMENT_DIMENSIONS,
  PLACE_DIMENSIONS,
  type Figure,
  type UnitOfFigure,
  type Window,
} from './figure.ts';
import { asKnownAt, placing, ratioOf } from './rows.ts';

/** Every inspection of the period, placed where the contract's enterprise was on its day. */
const rows = ({ from, to }: Window, known: bigint): Query<UnitOfFigure> => sql<UnitOfFigure>()`
  SELECT i.contract AS unit, i.contract AS label,
    coalesce(s.division, substr(c.divisions, 1, instr(c.divisions || ' ', ' ') - 1), '') AS region,
    coalesce(s.industry, CASE WHEN instr(c.industries, ' ') = 0 THEN c.industries END, '') AS industry,
    coalesce(s.registration_type, '') AS registration_type,
    coalesce(s.size_class, '') AS size_class, coalesce(s.unionised, '') AS unionised,
    c.kind AS contract_kind, c.level AS contract_level, '' AS age, i.inspected_on AS day,
    NULL AS value, c.workers, i.all_due_fulfilled = 'yes' AS numerator,
    i.all_due_fulfilled <> 'none-due' AS denominator,
    CASE i.all_due_fulfilled WHEN 'none-due' THEN 'nothing-due' ELSE '' END AS reason,
    CAST(i.since AS TEXT) AS since,
    CAST(coalesce(i.until, CASE WHEN c.until > i.since THEN c.until END) AS TEXT) AS until
  FROM inspections_history i
  JOIN contract_register_history c ON c.id = i.contract AND ${asKnownAt('c', known)}
  ${placing('c.enterprise', 'i.inspected_on', known)}
  WHERE ${asKnownAt('i', known)} AND i.inspected_on >= ${numberedDay(from)}
    AND i.inspected_on <= ${numberedDay(to)} AND c.phase <> 'void'
  ORDER BY i.contract, i.inspected_on, i.since`;

/** 履约率: how many of the inspected contracts are kept. */
export const fulfilmentRate: Figure = {
  id: 'fulfilment-rate',
  names: { zh: '集体合同履约率', en: 'Fulfilment rate' },
  definition: {
    zh: '期间内最后一次联合检查认定到期条款全部履行的合同数 ÷ 期间内受检合同数。未受检不等于已履行；尚未到期的条款不计，检查时无到期条款的合同列于 excluded 的 nothing-due。企业合同按检查当日企业所在地统计。',
    en: 'Contracts whose last joint inspection in the period found all due clauses fulfilled ÷ contracts inspected in the period. Not inspected is not fulfilled; clauses not yet due do not count, and a contract of which nothing was due is named under excluded: nothing-due. A contract of an enterprise is counted where the enterprise was on the day of the inspection.',
  },
  definitionVersion: 1,
  unit: { zh: '份', en: 'contracts' },
  shape: 'ratio',
  takes: 'from-to',
  dimensions: [...PLACE_DIMENSIONS, ...AGREEMENT_DIMENSIONS],
  parameters: {},
  excludes: ['nothing-due'],
  answer: () => ({
    by: 'rows',
    thing: 'contract',
    rows,
    counted: (found) => [...new Map(found.map((row) => [row.unit, row])).values()],
    cell: ratioOf,
  }),
};
