import { numberedDay } from '../../domain/shared/calendar.ts';
import { raw, sql, type Query } from '../projection.ts';
import { DISPUTE_DIMENSIONS, ofSpell, openAfter } from './disputes.ts';
import {
  isGroupedBy,
  type Fields,
  type Figure,
  type Question,
  type UnitOfFigure,
  type Window,
} from './figure.ts';
import { asKnownAt, excludedOf } from './rows.ts';

/** Disputes in hand on a day: one row a dispute, or one a mediator where they are asked for. */
const rows =
  (isByMediator: boolean) =>
  ({ to }: Window, known: bigint): Query<UnitOfFigure> => {
    const day = numberedDay(to);
    const hands = sql()`LEFT JOIN mediator_spells_history m ON m.dispute = d.dispute
      AND ${asKnownAt('m', known)} AND m.from_on <= ${day}
      AND (m.left_on IS NULL OR m.left_on > ${day})`;
    return sql<UnitOfFigure>()`
      SELECT ${ofSpell}, ${raw(isByMediator ? `coalesce(m.mediator, '')` : `''`)} AS mediator,
        ${day} AS day, NULL AS value, 1 AS numerator, 0 AS denominator,
        CASE WHEN d.workers IS NULL THEN 'unknown-size' ELSE '' END AS reason
      FROM dispute_spells_history d ${isByMediator ? hands : raw('')}
      WHERE ${openAfter(day, known)} ORDER BY d.dispute`;
  };

const countOf = (found: readonly UnitOfFigure[]): Fields => ({
  count: found.length,
  workers: found.reduce((sum, { workers }) => sum + (workers ?? 0), 0),
  excluded: excludedOf(found),
});

const asksForMediators = (question: Question): boolean =>
  question.where['mediator'] !== undefined || isGroupedBy(question, 'mediator');

/** How many disputes each body and each mediator has in hand. */
export const mediationWorkload: Figure = {
  id: 'mediation-workload',
  names: { zh: '在办争议', en: 'Disputes in hand' },
  definition: {
    zh: '某日在办的争议件数及涉及的劳动者人数，可按调解组织（body）、调解员（mediator）分组。由几名调解员共同调解的争议在每名调解员名下各计一件，合计仍为一件；尚未指定调解员的单列。人数不明者计入件数，列于 excluded 的 unknown-size。',
    en: 'Disputes in hand on the day and the workers they are about, by body or by mediator. A dispute that several mediators have together counts once with each of them, and once in the whole; those that nobody is assigned to stand apart. One of unknown size counts and is named under excluded: unknown-size.',
  },
  definitionVersion: 1,
  unit: { zh: '件争议', en: 'disputes' },
  shape: 'count',
  takes: 'on',
  dimensions: [...DISPUTE_DIMENSIONS, 'mediator'],
  parameters: {},
  excludes: ['unknown-size'],
  answer: (question) => {
    const isByMediator = asksForMediators(question);
    return {
      by: 'rows',
      thing: 'dispute',
      rows: rows(isByMediator),
      counted: (found) => found,
      cell: countOf,
      overlapping: isByMediator,
    };
  },
};
