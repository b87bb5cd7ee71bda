import { numberedDay } from '../../domain/shared/calendar.ts';
import { sql, type Query } from '../projection.ts';
import type { Figure, Question, UnitOfFigure, Window } from './figure.ts';
import { asKnownAt, ratioOf } from './rows.ts';

/** Resolutions by the day they are to be done by; one that may still be done is not late, and not there yet. */
const rows =
  ({ today }: Question) =>
  ({ from, to }: Window, known: bigint): Query<UnitOfFigure> => sql<UnitOfFigure>()`
    SELECT r.id AS unit, r.meeting AS label, m.division AS region, '' AS industry,
      '' AS registration_type, '' AS size_class, '' AS unionised, '' AS contract_kind,
      '' AS contract_level, '' AS age, m.forum, m.meeting_level,
      coalesce(r.owner_party, '') AS owner_party, r.due_on AS day, NULL AS value, NULL AS workers,
      r.timeliness = 'timely' AS numerator, r.status <> 'withdrawn' AS denominator,
      CASE r.status WHEN 'withdrawn' THEN 'withdrawn' ELSE '' END AS reason,
      CAST(r.since AS TEXT) AS since,
      CAST(coalesce(r.until, CASE WHEN m.until > r.since THEN m.until END) AS TEXT) AS until
    FROM resolutions_history r
    JOIN meetings_history m ON m.id = r.meeting AND ${asKnownAt('m', known)}
    WHERE ${asKnownAt('r', known)} AND r.due_on >= ${numberedDay(from)}
      AND r.due_on <= ${numberedDay(to)} AND m.phase <> 'void'
      AND (r.status IN ('done', 'withdrawn') OR r.due_on < ${today}) ORDER BY r.id`;

/** How many resolutions of consultations are carried out by their day. */
export const resolutionFollowUp: Figure = {
  id: 'resolution-follow-up',
  names: { zh: '会议决定事项按期落实率', en: 'Resolutions done by their day' },
  definition: {
    zh: '完成期限在期间内的三方会议、联席会议决定事项中，在期限内完成的件数 ÷ 全部件数；期限尚未届满且未完成的不计，撤回的列于 excluded 的 withdrawn，未明确责任单位和期限的不计。按会议所在地统计。',
    en: 'Resolutions of tripartite meetings and joint conferences that were done by their day ÷ resolutions whose day fell in the period; one that is not done and whose day has not passed is left out, so is one without an owner and a day, and a withdrawn one is named under excluded: withdrawn. Counted where the meeting is.',
  },
  definitionVersion: 1,
  unit: { zh: '项', en: 'resolutions' },
  shape: 'ratio',
  takes: 'from-to',
  dimensions: ['region', 'forum', 'meetingLevel', 'ownerParty'],
  parameters: {},
  excludes: ['withdrawn'],
  answer: (question) => ({
    by: 'rows',
    thing: 'consultation',
    rows: rows(question),
    counted: (found) => found,
    cell: ratioOf,
  }),
};
