import { asKnown, raw, sql, type Query } from '../projection.ts';
import { contractRegister } from './contract-register.ts';

const { table, columns, keeps = [] } = contractRegister;
const hidden: readonly string[] = ['phase', ...keeps];
const stored = Object.keys(columns).filter((name) => !hidden.includes(name));

/**
 * The register as it stands on a day: a contract whose end was agreed ahead is in force until the
 * day it is out. `recorded_phase` is the phase that the facts say.
 */
const rows = (day: string, known?: bigint): Query<unknown> =>
  sql()`(SELECT ${raw(stored.join(', '))}, phase AS recorded_phase,
    CASE WHEN phase = 'ended' AND ended_on > ${day} AND force_to >= ${day}
      THEN 'in-force' ELSE phase END AS phase
    FROM ${asKnown(table, known)})`;

/** Only what is shown in force may have another phase on record. */
const ofPhase = (phase: string): Query<unknown> =>
  phase === 'in-force' ? sql()`1 = 1` : sql()`recorded_phase = ${phase}`;

/** How contracts stand on a day. */
export const contractsStanding = { rows, narrows: { phase: ofPhase } };
