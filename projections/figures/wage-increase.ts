import { accounts } from '../accounts/accounts.ts';
import { isIn } from '../balance/balances.ts';
import { raw, sql, type Query } from '../projection.ts';
import {
  AGREEMENT_DIMENSIONS,
  mean,
  PLACE_DIMENSIONS,
  rate,
  type Fields,
  type Figure,
  type Question,
  type UnitOfFigure,
  type Window,
} from './figure.ts';
import { asKnownAt, excludedOf } from './rows.ts';

/** Thousandths of a basis point in one per cent. */
const PER_CENT = 100_000;

const rows =
  ({ parameters }: Question) =>
  ({ from, to }: Window, known: bigint): Query<UnitOfFigure> => {
    const increase = raw(
      parameters['method'] === 'compound' ? 'c.increase_compound' : 'c.increase_simple',
    );
    return sql<UnitOfFigure>()`
      SELECT w.word AS unit, w.word AS label, d.region, d.industry, d.registration_type,
        d.size_class, d.unionised, d.contract_kind, d.contract_level, '' AS age,
        date(e.on_day * 86400, 'unixepoch') AS day, ${increase} AS value, c.workers,
        ${increase} IS NOT NULL AS numerator, 1 AS denominator,
        CASE WHEN ${increase} IS NULL THEN 'not-quantifiable'
          WHEN c.workers IS NULL THEN 'unknown-size' ELSE '' END AS reason,
        CAST(max(e.known) AS TEXT) AS since, CAST(c.until AS TEXT) AS until
      FROM book_entries e CROSS JOIN book_dims d ON d.id = e.dims
      CROSS JOIN book_words w ON w.id = e.unit
      CROSS JOIN contract_register_history c ON c.id = w.word AND ${asKnownAt('c', known)}
      WHERE ${isIn('e.account', accounts.tookEffect, [])} AND e.on_day >= ${from}
        AND e.on_day <= ${to} AND e.known <= ${known} AND c.quantifiable <> 'none'
      GROUP BY e.unit, e.dims, e.on_day HAVING sum(e.count) > 0 ORDER BY w.word`;
  };

/** Simple and worker-weighted mean in per cent a year, and the share that cannot be put in numbers. */
export const increaseOf = (units: readonly UnitOfFigure[]): Fields => {
  const counted = units.filter(({ value }) => value !== null);
  let [sum, weighted, workers] = [0, 0, 0];
  for (const unit of counted) {
    const value = unit.value ?? 0;
    sum += value;
    weighted += value * (unit.workers ?? 0);
    workers += unit.workers ?? 0;
  }
  return {
    count: counted.length,
    mean: mean(sum, counted.length * PER_CENT),
    weightedMean: mean(weighted, workers * PER_CENT),
    notQuantifiable: rate(units.length - counted.length, units.length),
    excluded: excludedOf(units),
  };
};

/** What increase a year was agreed. */
export const wageIncrease: Figure = {
  id: 'wage-increase',
  names: { zh: '协议工资年增幅', en: 'Agreed wage increase' },
  definition: {
    zh: '期间内生效、约定了工资调整的集体合同的年均增幅（%）：简单平均与按合同职工数加权平均。年均增幅默认为各步之和 ÷ 年数（method=simple），method=compound 为复利年率。无法量化者不计入平均，列于 excluded；notQuantifiable 为其占比。',
    en: 'Agreed increase a year, in per cent, of the contracts with a wage increase that took effect in the period: the simple mean, and the mean weighted by the contracts’ workers. A year’s increase is the sum of the steps ÷ years (method=simple) or the rate that compounds to them (method=compound). What cannot be put in numbers stays out of the means and is counted under excluded; notQuantifiable is its share.',
  },
  definitionVersion: 1,
  unit: { zh: '%／年', en: '% a year' },
  shape: 'mean',
  takes: 'from-to',
  dimensions: [...PLACE_DIMENSIONS, ...AGREEMENT_DIMENSIONS],
  parameters: { method: ['simple', 'compound'] },
  excludes: ['not-quantifiable', 'unknown-size'],
  answer: (question) => ({
    by: 'rows',
    thing: 'contract',
    rows: rows(question),
    counted: (units) => units,
    cell: increaseOf,
  }),
};
