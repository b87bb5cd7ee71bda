import { asKnown, raw, sql, type Query } from '../projection.ts';
import { caseBoard } from './case-board.ts';

const { table, columns, keeps = [] } = caseBoard;
const hidden: readonly string[] = ['enterprise', ...keeps];
const stored = raw(
  Object.keys(columns)
    .filter((name) => !hidden.includes(name))
    .map((name) => `one.${name}`)
    .join(', '),
);

/** How employers ended and another took their place, by the records that count. */
const succeeded = (known?: bigint): Query<unknown> =>
  sql()`(SELECT enterprise, changed_on, contracts_to FROM ${asKnown('employer_changes', known)} AS act
    WHERE goes_on = 'no' AND contracts_to > ''
    AND NOT EXISTS (SELECT 1 FROM ${asKnown('enterprise_register', known)} AS record
      WHERE record.id = act.enterprise AND record.status = 'void'))`;

/** The last of those that took each other's place by a day, and while the case was open. Nobody follows in a circle. */
const holder = (day: string, known?: bigint): Query<unknown> => sql()`(
  WITH RECURSIVE way (enterprise, step) AS (
    SELECT one.opened_with, 0
    UNION SELECT contracts_to, step + 1 FROM way JOIN ${succeeded(known)} USING (enterprise)
      WHERE changed_on <= ${day} AND step < 64 AND changed_on < CASE one.phase
        WHEN 'closed' THEN one.closed_on WHEN 'signed' THEN one.signed_on ELSE '9999' END
  ) SELECT enterprise FROM way ORDER BY step DESC LIMIT 1)`;

/**
 * The cases with whoever bargains in them on a day: their employer or, where that was absorbed or ceased in a split
 * while they were open, what took its place. Most are their employer's still: these are found by the indexes.
 */
export const casesStanding = (day: string, known?: bigint): Query<unknown> => {
  const rows = sql()`${asKnown(table, known)} AS one`;
  const passed = sql()`one.enterprise IN (SELECT enterprise FROM ${succeeded(known)})
    AND one.phase NOT IN ('history', 'void')`;
  return sql()`(SELECT ${stored}, one.enterprise FROM ${rows} WHERE (${passed}) IS NOT TRUE
    UNION ALL SELECT ${stored}, CAST(${holder(day, known)} AS TEXT) AS enterprise
    FROM ${rows} WHERE ${passed})`;
};
