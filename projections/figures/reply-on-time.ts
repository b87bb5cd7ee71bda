import { numberedDay } from '../../domain/shared/calendar.ts';
import { sql, type Query } from '../projection.ts';
import {
  AGREEMENT_DIMENSIONS,
  PLACE_DIMENSIONS,
  type Figure,
  type Question,
  type UnitOfFigure,
  type Window,
} from './figure.ts';
import { asKnownAt, placing, ratioOf } from './rows.ts';

/** Offers by their due day; one that may still be answered in time is not late, and not there yet. */
const rows =
  ({ today }: Question) =>
  ({ from, to }: Window, known: bigint): Query<UnitOfFigure> => sql<UnitOfFigure>()`
    SELECT o.id AS unit, o.case_id AS label, coalesce(s.division, c.division, '') AS region,
      coalesce(s.industry, '') AS industry, coalesce(s.registration_type, '') AS registration_type,
      coalesce(s.size_class, '') AS size_class, coalesce(s.unionised, '') AS unionised,
      c.kind AS contract_kind, c.level AS contract_level, '' AS age, o.due_on AS day,
      NULL AS value, NULL AS workers, coalesce(o.replied_on <= o.due_on, 0) AS numerator,
      1 AS denominator, '' AS reason, CAST(o.since AS TEXT) AS since,
      CAST(coalesce(o.until, CASE WHEN c.until > o.since THEN c.until END) AS TEXT) AS until
    FROM offers_history o
    JOIN case_board_history c ON c.id = o.case_id AND ${asKnownAt('c', known)}
    ${placing('c.enterprise', 'o.due_on', known)}
    WHERE ${asKnownAt('o', known)} AND o.due_on >= ${numberedDay(from)}
      AND o.due_on <= ${numberedDay(to)} AND c.phase <> 'void'
      AND (o.replied_on IS NOT NULL OR o.due_on < ${today}) ORDER BY o.id`;

/** How many offers are answered in time. */
export const replyOnTime: Figure = {
  id: 'reply-on-time',
  names: { zh: '要约按时答复率', en: 'Replies on time' },
  definition: {
    zh: '答复期限届满日在期间内的要约中，在期限内答复（接受或拒绝）的件数 ÷ 全部件数；期限尚未届满且未答复的要约不计。按期限届满日企业所在地统计。',
    en: 'Offers answered, accepting or refusing, within the limit ÷ offers whose limit fell in the period; an unanswered offer whose limit has not passed is left out. Counted where the enterprise is on the due day.',
  },
  definitionVersion: 1,
  unit: { zh: '件要约', en: 'offers' },
  shape: 'ratio',
  takes: 'from-to',
  dimensions: [...PLACE_DIMENSIONS, ...AGREEMENT_DIMENSIONS],
  parameters: {},
  excludes: [],
  answer: (question) => ({
    by: 'rows',
    thing: 'case',
    rows: rows(question),
    counted: (found) => found,
    cell: ratioOf,
  }),
};
