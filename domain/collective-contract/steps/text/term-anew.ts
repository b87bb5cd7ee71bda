import type { ContractEvent } from '../../events.ts';
import { binding, type State } from '../../state.ts';
import { expiryOf } from './force.ts';
import { termClocks } from './review.ts';

export type Term = { readonly termStart: string; readonly termEnd: string };

/** The clocks of a term, set anew. */
export const clocksAnew = (state: State, term: Term): ContractEvent[] => {
  const { renewal, term: end, notice } = termClocks(state, term);
  return [renewal, end, notice].flatMap((set) =>
    set ? [{ type: 'DeadlineRecomputed', data: { deadline: set } } as const] : [],
  );
};

/** The clocks of a term that was said anew; what had run out ran out on an earlier day then. */
export const termMoved = (state: State, was: Term, now: Term): ContractEvent[] => [
  ...clocksAnew(state, now),
  ...(state.phase === 'expired' && now.termEnd < was.termEnd ? [expiryOf(now.termEnd, state)] : []),
];

/** The clocks of a term that binds and was said anew. */
export const termAnew = (state: State, text: string, was: Term, now: Term): ContractEvent[] => {
  const moved = was.termStart !== now.termStart || was.termEnd !== now.termEnd;
  const binds = state.effects.length > 0 && binding(state).id === text;
  return moved && binds && state.phase !== 'ended' ? termMoved(state, was, now) : [];
};
