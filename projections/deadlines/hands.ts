import { isOfRight } from '../../domain/law/rights.ts';
import { turns, type DeadlineMove, type Status } from './moves.ts';

/** Where each clock of one thing stands: its last day, and whether it runs. */
type Hand = { readonly due: string; readonly status: Status };
type Hands = Readonly<Record<string, Hand>>;

/** A clock after a move; only those of a contract are revised, or stand as they did, and no board shows them. */
const after = (hand: Hand | undefined, move: DeadlineMove): Hand | undefined => {
  if (move.becomes === 'running') return { due: move.deadline.due, status: 'running' };
  if (move.becomes === 'recounted') return { status: 'running', ...hand, due: move.deadline.due };
  if (move.becomes === 'overdue' || move.becomes === 'revised' || move.becomes === 'stood')
    return hand;
  const { of, to } = turns[move.becomes];
  return hand && of.includes(hand.status) ? { ...hand, status: to } : hand;
};

const wound = (hands: Hands, moves: readonly DeadlineMove[]): Hands =>
  moves.reduce<Hands>((before, move) => {
    const hand = after(before[move.clock], move);
    return hand ? { ...before, [move.clock]: hand } : before;
  }, hands);

const ruleOf = (clock: string): string => clock.split(':')[0] ?? clock;

/** The running clock that ends first; what nobody has to use comes after every duty. */
const nextOf = (hands: Hands): { readonly clock: string; readonly due: string } | undefined => {
  const rank = ({ clock, due }: { readonly clock: string; readonly due: string }): string =>
    `${isOfRight(ruleOf(clock)) ? 'right' : 'duty'} ${due} ${clock}`;
  return Object.entries(hands)
    .flatMap(([clock, { due, status }]) => (status === 'running' ? [{ clock, due }] : []))
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
