import type { FromBooks, Question } from '../../projections/figures/figure.ts';
import { changesIn, membersIn } from './book-members.ts';
import { cellsIn, seriesIn } from './book-sums.ts';
import type { Engine } from './engine.ts';

/** Answers a figure out of the balances of its accounts. */
export const fromBooks = (
  reckoning: FromBooks,
  question: Question,
  takes: 'on' | 'from-to',
): Engine => {
  const reckoned = { reckoning, question, takes };
  return {
    by: 'books',
    thing: reckoning.thing,
    overlapping: reckoning.overlapping,
    cells: cellsIn(reckoned),
    series: seriesIn(reckoned),
    members: membersIn(reckoned),
    changes: changesIn(reckoned),
  };
};
