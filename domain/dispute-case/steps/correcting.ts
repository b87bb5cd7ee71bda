import type { Moment, Step } from '../../shared/decider.ts';
import { same } from '../../shared/same.ts';
import type { DisputeEvent } from '../events.ts';
import { ensure, type Rule } from '../rules.ts';
import { lastSaid } from '../saying.ts';
import { corrected, known, type Phase, type Said, type State } from '../state.ts';

type Type = DisputeEvent['type'];
export type Correction = Extract<DisputeEvent, { data: { corrects: string } }>['type'];
type Correct = { readonly corrects: string; readonly reason: string };

/** What a correction says in the place of the fact. */
export type Anew<As extends Correction> = Omit<Said<As>, 'corrects' | 'reason'>;

/** A correction as it is made: what the fact says now, why, in which state and moment. */
export type Made<As extends Correction> = {
  readonly said: Anew<As>;
  readonly reason: string;
  /** The event id of the fact that is corrected. */
  readonly corrects: string;
  readonly state: State;
  readonly moment: Moment;
};

/** How one kind of fact is said anew: what it says now, and what else follows from that. */
type Revision<D, F extends Type, As extends Correction> = {
  readonly fact: F;
  readonly as: As;
  /** The fields that say what the fact is about: these are not corrected. */
  readonly about: readonly (keyof Said<F> & string)[];
  readonly in?: readonly Phase[];
  readonly says: (
    data: Omit<D, 'corrects' | 'reason'>,
    state: State,
    before: Said<F>,
    corrects: string,
  ) => Anew<As>;
  readonly follows?: (made: Made<As>) => readonly DisputeEvent[];
};

/** No later fact of this kind stands in its place: what has been said again since is over. */
export const ensureLast = <T extends Type>(
  state: State,
  type: T,
  about: Readonly<Record<string, string>>,
  before: Said<T>,
): void => {
  const last = lastSaid(state, type, about);
  ensure(last !== undefined && same(last, before), 'not-now');
};

/** The row of the state table that corrects one kind of fact; saying the same again records nothing. */
export const correcting = <C extends Correct, F extends Type, As extends Correction>(
  revision: Revision<C, F, As>,
): Step<State, C, DisputeEvent, Rule> => ({
  in: revision.in ?? known,
  otherwise: 'not-now',
  record: (data, state, moment) => {
    const { corrects, reason, ...asked } = data;
    const before = corrected(revision.fact, data, moment, revision.about);
    const said = revision.says(asked, state, before, corrects);
    if (same(before, said)) return [];
    const anew = { type: revision.as, data: { corrects, reason, ...said } } as unknown;
    return [
      anew as DisputeEvent,
      ...(revision.follows?.({ said, reason, corrects, state, moment }) ?? []),
    ];
  },
});
