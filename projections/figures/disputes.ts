import { numberedDay } from '../../domain/shared/calendar.ts';
import { raw, sql, type Query } from '../projection.ts';
import type { Window } from './figure.ts';
import { asKnownAt } from './rows.ts';

/** The dimensions of every dispute: the first three frozen at its receipt, the others of the body it is with. */
export const DISPUTE_DIMENSIONS = ['region', 'cause', 'collective', 'level', 'body'] as const;

/** What a dispute is counted by, from its spell `d`; dimensions of other things are blank. */
export const ofSpell = raw(`d.dispute AS unit, d.dispute AS label, d.region, '' AS industry,
  '' AS registration_type, '' AS size_class, '' AS unionised, '' AS contract_kind,
  '' AS contract_level, '' AS age, d.cause, d.level, d.body, d.collective, d.workers,
  CAST(d.since AS TEXT) AS since, CAST(d.until AS TEXT) AS until`);

/** The spells `d` that ended in a conclusion of the period and were not reopened in it: one a dispute. */
export const concludedIn = ({ from, to }: Window, known: bigint): Query<unknown> =>
  sql()`${asKnownAt('d', known)} AND d.went = 'concluded' AND d.left_on >= ${numberedDay(from)}
    AND d.left_on <= ${numberedDay(to)}
    AND (d.reopened_on IS NULL OR d.reopened_on > ${numberedDay(to)})`;

/** The spells `d` in which disputes stand after a day: one a dispute. */
export const openAfter = (day: string, known: bigint): Query<unknown> =>
  sql()`${asKnownAt('d', known)} AND d.from_on <= ${day}
    AND (d.left_on IS NULL OR d.left_on > ${day})`;
