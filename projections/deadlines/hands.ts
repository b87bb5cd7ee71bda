import { isOfRight } from '../../domain/law/rights.ts';
import type { DeadlineMove } from './moves.ts';

/** The clocks of one thing that run, with their last days. */
type Hands = Readonly<Record<string, string>>;

/** The running clocks after some moves; one that stands still is not among them. */
const wound = (hands: Hands, moves: readonly DeadlineMove[]): Hands =>
  moves.reduce<Hands>((before, move) => {
    // What is on record as overdue is waited for still, and so is what runs beside what was met.
    if (move.becomes === 'overdue' || move.becomes === 'met-anew') return before;
    const { [move.clock]: runs, ...others } = before;
    if (move.becomes === 'running') return { ...others, [move.clock]: move.deadline.due };
    if (move.becomes === 'recounted')
      return runs === undefined ? before : { ...others, [move.clock]: move.deadline.due };
    return others;
  }, hands);

const ruleOf = (clock: string): string => clock.split(':')[0] ?? clock;

/** The running clock that ends first; what nobody has to use comes after every duty. */
const nextOf = (hands: Hands): { readonly clock: string; readonly due: string } | undefined => {
  const rank = ({ clock, due }: { readonly clock: string; readonly due: string }): string =>
    `${isOfRight(ruleOf(clock)) ? 'right' : 'duty'} ${due} ${clock}`;
  return Object.entries(hands)
    .map(([clock, due]) => ({ clock, due }))
    .toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1))[0];
};

/** What a board's row says of its clocks after some moves: nothing new when nothing moved. */
export const clockColumns = (clocks: string, moves: readonly DeadlineMove[]) => {
  if (moves.length === 0) return {};
  const hands = wound(JSON.parse(clocks) as Hands, moves);
  const next = nextOf(hands);
  return {
    clocks: JSON.stringify(hands),
    next_clock: next?.clock ?? null,
    next_due: next?.due ?? null,
  };
};
