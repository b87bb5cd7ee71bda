import { asKnown, raw, sql, type Query } from '../projection.ts';
import { contractRegister } from './contract-register.ts';

const { table, columns, keeps = [] } = contractRegister;
const hidden: readonly string[] = ['phase', ...keeps];
const stored = raw(
  Object.keys(columns)
    .filter((name) => !hidden.includes(name))
    .join(', '),
);

/** Ended by the facts, and out on a later day than this one. */
const endsLater = (day: string): Query<unknown> =>
  sql()`phase = 'ended' AND ended_on > ${day} AND force_to >= ${day}`;

/**
 * The current rows, those that end later beside all others: SQLite searches each part by its index
 * and merges them in order. It does so for columns of one type only, hence the cast.
 */
const current = (day: string): Query<unknown> =>
  sql()`(SELECT ${stored}, phase FROM ${raw(table)} WHERE (${endsLater(day)}) IS NOT TRUE
    UNION ALL SELECT ${stored}, CAST('in-force' AS TEXT) AS phase
    FROM ${raw(table)} WHERE ${endsLater(day)})`;

/** The rows of a moment in the past: they have no index, and are read once. */
const past = (day: string, known: bigint): Query<unknown> =>
  sql()`(SELECT ${stored}, CASE WHEN ${endsLater(day)} THEN 'in-force' ELSE phase END AS phase
    FROM ${asKnown(table, known)})`;

/**
 * The register as it stands on a day: a contract whose end was agreed ahead is in force until the
 * day it is out.
 */
export const contractsStanding = (day: string, known?: bigint): Query<unknown> =>
  known === undefined ? current(day) : past(day, known);
