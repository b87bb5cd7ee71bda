import type { Moment, Step } from '../../shared/decider.ts';
import { same } from '../../shared/same.ts';
import type { Deadline } from '../../shared/values.ts';
import { recount } from '../clocks.ts';
import type { BargainingEvent } from '../events.ts';
import type { Rule } from '../rules.ts';
import { corrected, lawOf, open, type Phase, type Said, type State } from '../state.ts';

type Type = BargainingEvent['type'];
export type Correction = Extract<BargainingEvent, { data: { corrects: string } }>['type'];
type Correct = { readonly corrects: string; readonly reason: string };

/** What a correction says in the place of the fact. */
export type Anew<As extends Correction> = Omit<Said<As>, 'corrects' | 'reason'>;

/** How one kind of fact is said anew: what it says now, and what else follows from that. */
type Revision<D, F extends Type, As extends Correction> = {
  readonly fact: F;
  readonly as: As;
  /** The fields that say what the fact is about: these are not corrected. */
  readonly about: readonly (keyof Said<F> & string)[];
  readonly in?: Phase[];
  readonly says: (data: Omit<D, 'corrects' | 'reason'>, state: State, before: Said<F>) => Anew<As>;
  /** What the act had to obey and what came after it must still obey: refuses the correction. */
  readonly obeys?: (data: D, state: State, before: Said<F>) => void;
  readonly follows?: (data: D, made: Made<As>) => readonly BargainingEvent[];
};

/** A correction as it is made: what the fact says now, in which state and moment. */
type Made<As extends Correction> = {
  readonly said: Anew<As>;
  readonly state: State;
  readonly moment: Moment;
};

const recordedIn: Phase[] = [...open, 'signed', 'closed'];

/** The row of the state table that corrects one kind of fact; saying the same again records nothing. */
export const correcting = <C extends Correct, F extends Type, As extends Correction>(
  revision: Revision<C, F, As>,
): Step<State, C, BargainingEvent, Rule> => ({
  in: revision.in ?? recordedIn,
  otherwise: 'not-now',
  record: (data, state, moment) => {
    const { corrects, reason, ...asked } = data;
    const before = corrected(revision.fact, data, moment, revision.about);
    revision.obeys?.(data, state, before);
    const said = revision.says(asked, state, before);
    if (same(before, said)) return [];
    const anew = { type: revision.as, data: { corrects, reason, ...said } } as unknown;
    return [anew as BargainingEvent, ...(revision.follows?.(data, { said, state, moment }) ?? [])];
  },
});

/** The clock that the corrected fact started, from its new day; undefined where it started none. */
export const restarted = (
  state: State,
  started: Deadline | undefined,
  from: string,
): Deadline | undefined => started && recount(lawOf(state), { ...started, from });
