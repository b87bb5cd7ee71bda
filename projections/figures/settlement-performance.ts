import { numberedDay } from '../../domain/shared/calendar.ts';
import { sql, type Query } from '../projection.ts';
import { DISPUTE_DIMENSIONS } from './disputes.ts';
import {
  rate,
  type Fields,
  type Figure,
  type Question,
  type UnitOfFigure,
  type Window,
} from './figure.ts';
import { asKnownAt, excludedOf } from './rows.ts';

/** Settlements by their last day; one that may still be performed is not late, and not there yet. */
const rows =
  ({ today }: Question) =>
  ({ from, to }: Window, known: bigint): Query<UnitOfFigure> => sql<UnitOfFigure>()`
    SELECT s.dispute AS unit, s.dispute AS label, s.region, '' AS industry,
      '' AS registration_type, '' AS size_class, '' AS unionised, '' AS contract_kind,
      '' AS contract_level, '' AS age, s.cause, s.collective, s.level, s.body, s.due_on AS day,
      s.standing = 'in-force' AND s.timeliness = 'timely' AS numerator,
      s.standing = 'in-force' AS denominator,
      CASE s.standing WHEN 'void' THEN 'agreement-void' ELSE '' END AS reason,
      NULL AS value, NULL AS workers, s.claimed, s.agreed, s.paid,
      CAST(s.since AS TEXT) AS since, CAST(s.until AS TEXT) AS until
    FROM settlement_dues_history s
    WHERE ${asKnownAt('s', known)} AND s.due_on >= ${numberedDay(from)}
      AND s.due_on <= ${numberedDay(to)}
      AND (s.performed_on IS NOT NULL OR s.standing = 'void' OR s.due_on < ${today})
    ORDER BY s.id`;

const later = (a: string, b: string): string => (BigInt(a) > BigInt(b) ? a : b);
const earlier = (a: string | null, b: string | null): string | null => {
  if (a === null || b === null) return a ?? b;
  return BigInt(a) < BigInt(b) ? a : b;
};

const together = (a: UnitOfFigure, b: UnitOfFigure): UnitOfFigure => ({
  ...a,
  numerator: a.numerator + b.numerator,
  denominator: a.denominator + b.denominator,
  claimed: (a.claimed ?? 0) + (b.claimed ?? 0),
  agreed: (a.agreed ?? 0) + (b.agreed ?? 0),
  paid: (a.paid ?? 0) + (b.paid ?? 0),
  since: later(a.since, b.since),
  until: earlier(a.until, b.until),
});

/** The members are disputes: the settlements of one that fell due with the same body stand together. */
const byDispute = (found: readonly UnitOfFigure[]): readonly UnitOfFigure[] => {
  const disputes = new Map<string, UnitOfFigure>();
  for (const row of found) {
    const key = [row.unit, row.body, row.reason].join('\u001f');
    const held = disputes.get(key);
    disputes.set(key, held ? together(held, row) : row);
  }
  return [...disputes.values()];
};

/** How many were performed by their day, and the money claimed, agreed and paid under those due. */
export const performanceOf = (found: readonly UnitOfFigure[]): Fields => {
  const due = found.filter(({ denominator }) => denominator > 0);
  const sum = (amount: (row: UnitOfFigure) => number | null | undefined): number =>
    due.reduce((sofar, row) => sofar + (amount(row) ?? 0), 0);
  const numerator = sum((row) => row.numerator);
  const denominator = sum((row) => row.denominator);
  return {
    numerator,
    denominator,
    rate: rate(numerator, denominator),
    claimed: sum((row) => row.claimed),
    agreed: sum((row) => row.agreed),
    paid: sum((row) => row.paid),
    excluded: excludedOf(found),
  };
};

/** How many settlements are performed by their day. */
export const settlementPerformance: Figure = {
  id: 'settlement-performance',
  names: { zh: '调解协议按期履行率', en: 'Settlements performed by their day' },
  definition: {
    zh: '履行期限届满日在期间内的已生效调解协议中，每一项都在其期限内履行完毕的件数 ÷ 全部件数；有多项的以最后一项的期限为准，期限尚未届满且未履行完毕的不计，因协议无效而重新受理的列于 excluded 的 agreement-void。claimed、agreed、paid 为这些协议所涉请求、约定和至今已付的金额（分）。',
    en: 'Of the settlements in force whose last day to perform fell in the period, those of which every item was performed by its own day ÷ all. One whose last day has not passed and which is not performed is left out; one whose dispute was reopened because the agreement was void is named under excluded: agreement-void. claimed, agreed and paid are the sums, in fen, of the claims they answer, of what was agreed, and of what was paid so far.',
  },
  definitionVersion: 1,
  unit: { zh: '份协议', en: 'settlements' },
  shape: 'ratio',
  takes: 'from-to',
  dimensions: DISPUTE_DIMENSIONS,
  parameters: {},
  excludes: ['agreement-void'],
  answer: (question) => ({
    by: 'rows',
    thing: 'dispute',
    rows: rows(question),
    counted: byDispute,
    cell: performanceOf,
  }),
};
