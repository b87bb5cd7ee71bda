import { numberedDay } from '../../domain/shared/calendar.ts';
import { sql, type Query } from '../projection.ts';
import { concludedIn, DISPUTE_DIMENSIONS, ofSpell } from './disputes.ts';
import { rate, type Fields, type Figure, type UnitOfFigure, type Window } from './figure.ts';
import { asKnownAt, excludedOf } from './rows.ts';

/** Why an outcome is neither a success nor a failure; none for `settled` and `failed`. */
const NEITHER = sql()`CASE d.outcome WHEN 'settled' THEN '' WHEN 'failed' THEN ''
  WHEN 'unknown' THEN 'unknown-outcome' WHEN '' THEN 'open' ELSE d.outcome END`;

const byConclusion = (window: Window, known: bigint): Query<UnitOfFigure> => sql<UnitOfFigure>()`
  SELECT ${ofSpell}, d.outcome, d.left_on AS day, NULL AS value, d.outcome = 'settled' AS numerator,
    d.outcome IN ('settled', 'failed') AS denominator, ${NEITHER} AS reason
  FROM dispute_spells_history d WHERE ${concludedIn(window, known)} ORDER BY d.dispute`;

/** The disputes received in the period, with what became of them since. */
const byReceipt = ({ from, to }: Window, known: bigint): Query<UnitOfFigure> => sql<UnitOfFigure>()`
  SELECT ${ofSpell}, coalesce(nullif(d.outcome, ''), 'open') AS outcome, d.received_on AS day,
    NULL AS value, d.outcome = 'settled' AS numerator,
    d.outcome IN ('settled', 'failed') AS denominator, ${NEITHER} AS reason
  FROM dispute_spells_history d WHERE ${asKnownAt('d', known)} AND d.went <> 'transferred'
    AND d.reopened_on IS NULL AND d.received_on >= ${numberedDay(from)}
    AND d.received_on <= ${numberedDay(to)} ORDER BY d.dispute`;

/** Settled by settled and failed; every other outcome is left out under its own name. */
export const successOf = (rows: readonly UnitOfFigure[]): Fields => {
  const numerator = rows.filter((row) => row.numerator !== 0).length;
  const denominator = rows.filter((row) => row.denominator !== 0).length;
  return {
    numerator,
    denominator,
    rate: rate(numerator, denominator),
    excluded: excludedOf(rows),
  };
};

/** How many mediations end in an agreement. */
export const mediationSuccess: Figure = {
  id: 'mediation-success',
  names: { zh: '调解成功率', en: 'Mediation success' },
  definition: {
    zh: '期间内结案的争议中，达成协议的件数 ÷（达成协议 + 调解不成）的件数。撤回（withdrawn）、拒绝调解（refused）、转送（referred）和结果不明（unknown-outcome）列于 excluded。一件争议无论经过几个调解组织，在一个期间内只按最后一次结案计一次；期末前重新受理的不算结案。地区、案由和是否集体争议以收到时为准，层级和调解组织为结案的组织。by=receipt 时，对象为期间内收到的争议及其至今的结果，在办的列于 excluded 的 open。',
    en: 'Of the disputes concluded in the period, those settled ÷ those settled or failed. Withdrawn, refused, referred and unknown outcomes are named under excluded. A dispute counts once in a period, by its last conclusion, however many bodies it went through; one that is reopened by the end of the period is not concluded. Region, cause and collective are those of the receipt; level and body are those of the body that concluded it. With by=receipt, the disputes are those received in the period, with what became of them since; those in hand are named under excluded: open.',
  },
  definitionVersion: 1,
  unit: { zh: '件争议', en: 'disputes' },
  shape: 'ratio',
  takes: 'from-to',
  dimensions: [...DISPUTE_DIMENSIONS, 'outcome'],
  parameters: { by: ['conclusion', 'receipt'] },
  excludes: ['withdrawn', 'refused', 'referred', 'unknown-outcome', 'open'],
  answer: ({ parameters }) => ({
    by: 'rows',
    thing: 'dispute',
    rows: parameters['by'] === 'receipt' ? byReceipt : byConclusion,
    counted: (rows) => rows,
    cell: successOf,
    series: 'anew',
  }),
};
