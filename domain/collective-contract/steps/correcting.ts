import { law } from '../../law/profiles.ts';
import type { Moment, Step } from '../../shared/decider.ts';
import { same } from '../../shared/same.ts';
import type { ContractEvent } from '../events.ts';
import { ensure, type Rule } from '../rules.ts';
import type { State } from '../state.ts';
import { ensurePast, original, recorded, type Said } from '../terms.ts';

type Type = ContractEvent['type'];
type Correction = Extract<ContractEvent, { data: { corrects: string } }>['type'];
type Correct = { readonly corrects: string; readonly reason: string };

/** What a correction says in the place of the fact. */
type Anew<As extends Correction> = Omit<Said<As>, 'corrects' | 'reason'>;

/** The fact that is corrected: its event id, what it says now, and when somebody corrects it. */
type Before<F extends Type> = {
  readonly id: string;
  readonly was: Said<F>;
  readonly moment: Moment;
};

/** A correction as it is made: what the fact said, and what it says now. */
type Made<F extends Type, As extends Correction> = Before<F> & {
  readonly reason: string;
  readonly now: Anew<As>;
};

/** How one kind of fact is said anew: what it says now, and what else follows from that. */
type Revision<D extends Correct, F extends Type, As extends Correction> = {
  readonly fact: F;
  readonly as: As;
  /** The fields that say what the fact is about: these are not corrected. */
  readonly about?: readonly (keyof D & keyof Said<F> & string)[];
  /** The field whose day must have come, as it must when the fact is recorded. */
  readonly came?: keyof D & string;
  readonly says: (
    data: Omit<D, 'corrects' | 'reason'>,
    state: State,
    before: Before<F>,
  ) => Anew<As>;
  readonly follows?: (state: State, made: Made<F, As>) => readonly ContractEvent[];
};

/** The row of the state table that corrects one kind of fact; saying the same again records nothing. */
export const correcting = <D extends Correct, F extends Type, As extends Correction>({
  fact,
  as,
  about = [],
  came,
  says,
  follows,
}: Revision<D, F, As>): Step<State, D, ContractEvent, Rule> => ({
  in: recorded,
  otherwise: 'contract-on-record',
  record: (data, state, moment) => {
    const { corrects: id, reason, ...asked } = data;
    const was = original(moment, id, fact);
    const isAbout = about.every((field) => same(was[field], data[field]));
    ensure(isAbout, 'correct-what-is-recorded');
    if (came) ensurePast(data[came] as string, moment, law(state.profile));
    const now = says(asked, state, { id, was, moment });
    if (same(was, now)) return [];
    const anew = { type: as, data: { corrects: id, reason, ...now } } as unknown;
    return [anew as ContractEvent, ...(follows?.(state, { id, was, moment, reason, now }) ?? [])];
  },
});
