import { outsidersAllowed, reaches } from '../law/votes.ts';
import type { Limit, Profile } from '../law/profile.ts';
import type { Side } from '../shared/values.ts';
import { ensure } from './rules.ts';
import {
  lawOf,
  other,
  type Ask,
  type Composition,
  type Mandate,
  type State,
  type Vacancy,
} from './state.ts';

type Delegates = readonly Pick<Mandate, 'person' | 'standing'>[];

/** A side as it would sit: its delegates, how many seats it has, and what they are. */
type Seating = {
  readonly side: Side;
  readonly delegates: Delegates;
  /** Delegates, and empty seats that may still be filled. */
  readonly seats: number;
  readonly counts: Composition;
};

/** Who sits for a side on a day. */
export const seated = ({ mandates }: State, side: Side, on: string): readonly Mandate[] =>
  mandates.filter(
    (mandate) =>
      mandate.side === side && mandate.from <= on && (mandate.to === '' || on < mandate.to),
  );

/** Who sits for a side as far as is known, whatever the day. */
export const sitting = ({ mandates }: State, side: Side): readonly Mandate[] =>
  mandates.filter((mandate) => mandate.side === side && mandate.to === '');

/** The seats of a side that are empty on a day. */
export const vacant = ({ vacancies }: State, side: Side, on: string): readonly Vacancy[] =>
  vacancies.filter(
    (seat) => seat.side === side && seat.from <= on && (seat.filledOn === '' || on < seat.filledOn),
  );

export const isNamed = ({ mandates }: State, side: Side): boolean =>
  mandates.some((mandate) => mandate.side === side);

const ensureNumbers = (seats: number, { delegates }: Profile, scale: string | undefined): void => {
  const { max, minAboveScale } = delegates;
  const min = scale === 'above' && minAboveScale ? minAboveScale : delegates.min;
  ensure(!min || seats >= min.n, 'too-few-delegates', min?.article);
  ensure(!max || seats <= max.n, 'too-many-delegates', max?.article);
};

/** Equal numbers, or no more for the employer than for the employees, as the place has it. */
const ensureParity = (side: Side, own: number, theirs: number, { delegates }: Profile): void => {
  const [employer, employees] = side === 'employer' ? [own, theirs] : [theirs, own];
  const { parity, parityArticle } = delegates;
  const holds = parity === 'equal' ? employer === employees : employer <= employees;
  ensure(parity === 'not-set' || holds, 'sides-in-parity', parityArticle);
};

/** Whether a group is large enough among the employees to be heard: at least one in n. */
const atLeastOneIn = (oneIn: Limit | null, group = 0, employees = 0): boolean =>
  oneIn !== null && group > 0 && group * oneIn.n >= employees;

const ensureFrontLine = (oneIn: Limit | null, frontLine: number, seats: number): void =>
  ensure(!oneIn || frontLine * oneIn.n >= seats, 'front-line-share', oneIn?.article);

/** Whom the law wants at the table, and how many of the delegates speak for them. */
const ensureVoices = (counts: Composition, seats: number, state: State): void => {
  const { delegates } = lawOf(state);
  const { employees = 0, women, disabled, dispatched = 0 } = state.about;
  const { frontLineOneIn: front, dispatchedOverPercent: over } = delegates;
  const { womenFromOneIn, disabledFromOneIn } = delegates;
  ensureFrontLine(front, counts.frontLine ?? 0, seats);
  const heard = [
    [womenFromOneIn, atLeastOneIn(womenFromOneIn, women, employees), 'women'],
    [disabledFromOneIn, atLeastOneIn(disabledFromOneIn, disabled, employees), 'disabled'],
    [over, over !== null && dispatched * 100 > over.n * employees, 'dispatched'],
  ] as const;
  for (const [limit, wanted, who] of heard)
    ensure(!wanted || (counts[who] ?? 0) > 0, `${who}-at-the-table`, limit?.article);
};

/** A side may sit like this: numbers, outsiders, and the voices the law wants heard. */
export const ensureSeating = (state: State, seating: Seating): void => {
  const profile = lawOf(state);
  const { side, delegates, seats, counts } = seating;
  ensureNumbers(seats, profile, state.about.scale);
  const { frontLine = 0, women = 0, dispatched = 0, disabled = 0 } = counts;
  ensure(Math.max(frontLine, women, dispatched, disabled) <= seats, 'more-than-delegates');
  const { outsidersOneIn } = profile.delegates;
  const outsiders = delegates.filter(({ standing }) => standing === 'outside').length;
  ensure(
    !outsidersOneIn || outsiders <= outsidersAllowed(delegates.length, outsidersOneIn.n),
    'too-many-outsiders',
    outsidersOneIn?.article,
  );
  if (side === 'employees') ensureVoices(counts, seats, state);
};

/** Both sides as they are on the day of a session; a seat empty past its term stops it. */
export const ensureSeated = (state: State, on: string): void => {
  const seats = { employer: 0, employees: 0 };
  for (const side of ['employer', 'employees'] as const) {
    ensure(isNamed(state, side), 'delegates-named');
    const delegates = seated(state, side, on);
    const empty = vacant(state, side, on);
    const article = lawOf(state).delegates.vacancy?.article;
    ensure(
      empty.every(({ due }) => due === '' || on <= due),
      'vacancy-open',
      article,
    );
    seats[side] = delegates.length + empty.length;
    const counts = state.composition[side];
    // While the chief's seat is empty a deputy may stand in; who is present is another rule.
    ensure(empty.length > 0 || hasChief(delegates), 'one-chief');
    ensureSeating(state, { side, delegates, seats: seats[side], counts });
  }
  ensureParity('employer', seats.employer, seats.employees, lawOf(state));
};

const hasChief = (delegates: Delegates): boolean =>
  delegates.filter(({ standing }) => standing === 'chief').length === 1;

/** Nobody twice, nobody on both sides. */
export const ensureOneSeatEach = (state: State, side: Side, persons: readonly string[]): void => {
  ensure(new Set(persons).size === persons.length, 'delegate-once');
  const across = new Set(sitting(state, other(side)).map(({ person }) => person));
  ensure(!persons.some((person) => across.has(person)), 'one-side-only', '集体合同规定 Art 24');
};

/** Who stands in for the employees without a union needs most of them behind. */
const ensureConsent = ({ consent, on }: Ask<'NameDelegates'>, profile: Profile): void => {
  const { majority, article } = profile.delegates.noUnionConsent;
  const { given = 0, employees = 0, rosterOn = '' } = consent ?? {};
  ensure(given <= employees && rosterOn <= on, 'consents-add-up');
  ensure(reaches(majority, given, employees), 'consent-of-employees', article);
};

type ChiefBy = {
  readonly chiefBy?: string | undefined;
  readonly authorisation?: unknown[] | undefined;
};

/** A chief by authorisation shows it in writing. */
export const ensureAuthorised = ({ chiefBy, authorisation = [] }: ChiefBy): void =>
  ensure(chiefBy !== 'authorisation' || authorisation.length > 0, 'written-authorisation');

/** A list of delegates that the law lets stand. */
export const ensureNaming = (state: State, data: Ask<'NameDelegates'>): void => {
  const { side, delegates } = data;
  const profile = lawOf(state);
  const persons = delegates.map(({ person }) => person);
  ensureOneSeatEach(state, side, persons);
  ensure(hasChief(delegates), 'one-chief');
  ensureAuthorised(data);
  ensureSeating(state, { side, delegates, seats: delegates.length, counts: data });
  if (isNamed(state, other(side)))
    ensureParity(side, delegates.length, seatsOf(state, other(side)), profile);
  if (side === 'employees' && state.about.representedBy === 'employees')
    ensureConsent(data, profile);
};

const seatsOf = (state: State, side: Side): number =>
  sitting(state, side).length +
  state.vacancies.filter((seat) => seat.side === side && seat.filledOn === '').length;

/** Whether this person is the chief of the side on the day. */
export const isChief = (state: State, side: Side, person: string, on: string): boolean =>
  seated(state, side, on).some(
    (mandate) => mandate.person === person && mandate.standing === 'chief',
  );
