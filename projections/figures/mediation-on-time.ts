import { raw, sql, type Query } from '../projection.ts';
import { concludedIn, DISPUTE_DIMENSIONS, ofSpell } from './disputes.ts';
import type { Figure, Question, UnitOfFigure, Window } from './figure.ts';
import { successOf } from './mediation-success.ts';

const rows =
  ({ parameters }: Question) =>
  (window: Window, known: bigint): Query<UnitOfFigure> => {
    const due = raw(parameters['clock'] === 'acceptance' ? 'd.acceptance_due' : 'd.receipt_due');
    return sql<UnitOfFigure>()`
      SELECT ${ofSpell}, d.outcome, d.left_on AS day, NULL AS value,
        coalesce(d.left_on <= ${due}, 0) AS numerator, ${due} IS NOT NULL AS denominator,
        CASE WHEN ${due} IS NULL THEN 'no-limit' ELSE '' END AS reason
      FROM dispute_spells_history d WHERE ${concludedIn(window, known)} ORDER BY d.dispute`;
  };

/** How many disputes are concluded within the limit of mediation. */
export const mediationOnTime: Figure = {
  id: 'mediation-on-time',
  names: { zh: '调解按期办结率', en: 'Mediation on time' },
  definition: {
    zh: '期间内结案的争议中，在调解期限最后一日（含）以前结案的件数 ÷ 全部件数。期限为结案组织的期限，含依法延长和中止：clock=receipt（默认）自收到申请起算，clock=acceptance 自受理起算。没有该期限的（未受理、法律未规定、补录的历史争议）列于 excluded 的 no-limit。',
    en: 'Of the disputes concluded in the period, those concluded by the last day of mediation, that day included ÷ all. The limit is that of the body which concluded the dispute, as lengthened by consent or suspension: from the receipt of the application (clock=receipt, the default) or from its acceptance (clock=acceptance). A dispute without such a limit (not accepted, none in the law, entered as history) is named under excluded: no-limit.',
  },
  definitionVersion: 1,
  unit: { zh: '件争议', en: 'disputes' },
  shape: 'ratio',
  takes: 'from-to',
  dimensions: [...DISPUTE_DIMENSIONS, 'outcome'],
  parameters: { clock: ['receipt', 'acceptance'] },
  excludes: ['no-limit'],
  answer: (question) => ({
    by: 'rows',
    thing: 'dispute',
    rows: rows(question),
    counted: (found) => found,
    cell: successOf,
    series: 'anew',
  }),
};
