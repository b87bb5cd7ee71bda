import { numberedDay } from '../../domain/shared/calendar.ts';
import { sql, type Query } from '../projection.ts';
import { concludedIn, DISPUTE_DIMENSIONS, ofSpell, openAfter } from './disputes.ts';
import type { Fields, Figure, UnitOfFigure, Window } from './figure.ts';
import { excludedOf } from './rows.ts';

/** Disputes concluded in the period with their days, and those in hand at its end without. */
const rows = (window: Window, known: bigint): Query<UnitOfFigure> => sql<UnitOfFigure>()`
  SELECT ${ofSpell}, d.outcome, d.left_on AS day, d.days AS value, d.suspended_days,
    1 AS numerator, 1 AS denominator, '' AS reason
  FROM dispute_spells_history d WHERE ${concludedIn(window, known)}
  UNION ALL
  SELECT ${ofSpell}, 'open' AS outcome, ${numberedDay(window.to)} AS day, NULL AS value,
    0 AS suspended_days, 0 AS numerator, 1 AS denominator, 'open' AS reason
  FROM dispute_spells_history d WHERE ${openAfter(numberedDay(window.to), known)}
  ORDER BY 1`;

/** The smallest value that at least this share of a sorted list does not exceed. */
export const nearestRank = (sorted: readonly number[], share: number): number | null =>
  sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;

/** The middle value of a sorted list, or the mean of the two in the middle. */
const median = (sorted: readonly number[]): number | null => {
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
};

/** Days of the concluded; those in hand are counted, for their days are not over. */
export const durationOf = (units: readonly UnitOfFigure[]): Fields => {
  const days = units.flatMap(({ value }) => value ?? []).sort((a, b) => a - b);
  const within = (most: number) => days.filter((count) => count <= most).length;
  return {
    count: days.length,
    median: median(days),
    p90: nearestRank(days, 0.9),
    within15: within(15),
    within45: within(45),
    open: units.length - days.length,
    suspendedDays: units.reduce((sum, { suspended_days: stood = 0 }) => sum + stood, 0),
    excluded: excludedOf(units),
  };
};

/** How long disputes take. */
export const daysToResolution: Figure = {
  id: 'days-to-resolution',
  names: { zh: '争议办结天数', en: 'Days to resolution' },
  definition: {
    zh: '期间内结案的全部争议，结案日 − 首次收到日的天数：中位数、第90百分位（最近秩法）、15天以内和45天以内的件数。中止处理的天数不计，合计列为 suspendedDays。期末在办的争议天数未定，另计为 open。',
    en: 'Of all disputes concluded in the period, the closing day − the day of the first receipt: median, 90th percentile (nearest rank), and how many took 15 days or less and 45 days or less. Days of suspension are left out; suspendedDays is their sum. Disputes in hand at the end of the period are counted apart as open, for their days are not over.',
  },
  definitionVersion: 1,
  unit: { zh: '天', en: 'days' },
  shape: 'duration',
  takes: 'from-to',
  dimensions: [...DISPUTE_DIMENSIONS, 'outcome'],
  parameters: {},
  excludes: ['open'],
  answer: () => ({
    by: 'rows',
    thing: 'dispute',
    rows,
    counted: (found) => found,
    cell: durationOf,
    series: 'anew',
  }),
};
