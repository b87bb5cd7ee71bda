import { raw, sql, type Query } from '../projection.ts';
import { excluding, rate, type Fields, type UnitOfFigure } from './figure.ts';

/** Rows of a history table as known at a position. */
export const asKnownAt = (alias: string, known: bigint): Query<unknown> =>
  sql()`${raw(`${alias}.since`)} <= ${known}
    AND (${raw(`${alias}.until`)} IS NULL OR ${raw(`${alias}.until`)} > ${known})`;

/** Dated rows that hold on a day, as known at a position. */
export const standing = (alias: string, on: string, known: bigint): Query<unknown> =>
  sql()`${asKnownAt(alias, known)} AND ${raw(`${alias}.from_on`)} <= ${on}
    AND (${raw(`${alias}.to_on`)} IS NULL OR ${raw(`${alias}.to_on`)} >= ${on})`;

/**
 * Joins `s`, what the enterprise was on a day: the last spell begun by then (it reaches beyond the
 * enterprise's end), else the first. `enterprise` and `day` are columns.
 */
export const placing = (enterprise: string, day: string, known: bigint): Query<unknown> =>
  sql()`LEFT JOIN enterprise_spells_history s ON ${asKnownAt('s', known)} AND s.id = (
    SELECT p.id FROM enterprise_spells_history p
    WHERE p.enterprise = ${raw(enterprise)} AND ${asKnownAt('p', known)}
    ORDER BY p.from_on <= ${raw(day)} DESC,
      CASE WHEN p.from_on <= ${raw(day)} THEN p.from_on END DESC, p.from_on LIMIT 1)`;

const sumOf = (rows: readonly UnitOfFigure[], weight: (row: UnitOfFigure) => number): number =>
  rows.reduce((sum, row) => sum + weight(row), 0);

/** How many are left out, by reason. */
export const excludedOf = (rows: readonly UnitOfFigure[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { reason } of rows) counts[reason] = (counts[reason] ?? 0) + 1;
  const { '': _, ...left } = counts;
  return excluding(left);
};

/** What is above the line by what is below it. */
export const ratioOf = (rows: readonly UnitOfFigure[]): Fields => {
  const numerator = sumOf(rows, (row) => row.numerator);
  const denominator = sumOf(rows, (row) => row.denominator);
  return {
    numerator,
    denominator,
    rate: rate(numerator, denominator),
    excluded: excludedOf(rows),
  };
};
