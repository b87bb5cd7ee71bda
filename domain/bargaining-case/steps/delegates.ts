import { same } from '../../shared/same.ts';
import { clock, optional, stopping, wound } from '../clocks.ts';
import {
  ensureAuthorised,
  ensureNaming,
  ensureOneSeatEach,
  isChief,
  isNamed,
  seated,
  sitting,
} from '../composition.ts';
import { ensure } from '../rules.ts';
import { repeats } from '../saying.ts';
import {
  inOrder,
  lawOf,
  open,
  talking,
  type After,
  type Ask,
  type Mandate,
  type Said,
  type State,
  type Steps,
  type Vacancy,
} from '../state.ts';

/** A side's list as the fact says it: with its clock to be published, and whom it leaves out of the one before. */
export const listed = (
  state: State,
  data: Ask<'NameDelegates'>,
  before: readonly { readonly person: string }[],
): Said<'DelegatesNamed'> => {
  const profile = lawOf(state);
  const stay = new Set(data.delegates.map(({ person }) => person));
  const drops = before.map(({ person }) => person).filter((person) => !stay.has(person));
  return {
    ...data,
    ...optional('drops', drops.length > 0 ? drops : undefined),
    ...optional('publish', clock(profile, 'publish', data.on, profile.delegates.publish)),
  };
};

/** The clock to fill an empty seat. */
export const vacancyClock = (state: State, on: string): Pick<Said<'DelegateLeft'>, 'vacancy'> =>
  optional('vacancy', clock(lawOf(state), 'vacancy', on, lawOf(state).delegates.vacancy));

const ensureDelegate = (
  state: State,
  { side, person, on }: Omit<Mandate, 'standing' | 'from' | 'to'> & { readonly on: string },
): void =>
  ensure(
    seated(state, side, on).some((mandate) => mandate.person === person),
    'delegate-of-the-side',
  );

const ensureSubstitute = (state: State, data: Ask<'ReplaceDelegate'>): void => {
  const { side, leaves, delegate, on } = data;
  const seat = state.vacancies.find(
    (empty) => empty.side === side && empty.person === leaves && empty.filledOn === '',
  );
  ensure(seat !== undefined, 'no-vacancy');
  inOrder(seat?.from ?? '', on);
  const others = sitting(state, side);
  ensureOneSeatEach(state, side, [...others.map(({ person }) => person), delegate.person]);
  if (delegate.standing !== 'chief') return;
  ensure(!others.some(({ standing }) => standing === 'chief'), 'one-chief');
  ensureAuthorised(data);
};

/** A list of the same side that says the same. */
const isListed = (state: State, data: Ask<'NameDelegates'>): boolean => {
  const {
    publish: _,
    drops: __,
    ...before
  } = (state.said[`naming ${data.side}`] ?? {}) as Partial<Said<'DelegatesNamed'>>;
  return same(before, data);
};

export const delegateSteps: Steps<
  | 'NameDelegates'
  | 'PublishDelegates'
  | 'RecordDelegateLeaving'
  | 'ReplaceDelegate'
  | 'AppointChief'
  | 'AuthoriseDeputy'
> = {
  NameDelegates: {
    already: (data, state) => isListed(state, data),
    in: talking,
    otherwise: 'not-now',
    record: (data, state) => {
      ensure(state.sessions.length === 0, 'delegates-settled');
      inOrder(state.about.on, data.on);
      ensureNaming(state, data);
      const empty = state.vacancies.filter(({ side }) => side === data.side);
      return [
        { type: 'DelegatesNamed', data: listed(state, data, sitting(state, data.side)) },
        ...stopping(state, (name) => empty.some(({ person }) => name === `vacancy:${person}`)),
      ];
    },
  },
  PublishDelegates: {
    already: (data, state) =>
      repeats(state.publishedOn[data.side] === data.on, state, 'DelegatesPublished', data),
    in: open,
    otherwise: 'not-now',
    record: (data, state) => {
      ensure(isNamed(state, data.side), 'delegates-named');
      const { on = '' } = (state.said[`naming ${data.side}`] ?? {}) as Partial<typeof data>;
      inOrder(on, data.on);
      return [{ type: 'DelegatesPublished', data }];
    },
  },
  RecordDelegateLeaving: {
    already: (data, state) => {
      const { side, person, on } = data;
      const left = (seat: Vacancy) =>
        seat.side === side && seat.person === person && seat.from === on;
      return repeats(state.vacancies.some(left), state, 'DelegateLeft', data);
    },
    in: open,
    otherwise: 'not-now',
    record: (data, state) => {
      ensureDelegate(state, data);
      return [{ type: 'DelegateLeft', data: { ...data, ...vacancyClock(state, data.on) } }];
    },
  },
  ReplaceDelegate: {
    already: (data, state) => {
      const { side, leaves, on } = data;
      const filled = (seat: Vacancy) =>
        seat.side === side && seat.person === leaves && seat.filledOn === on;
      return repeats(state.vacancies.some(filled), state, 'DelegateReplaced', data);
    },
    in: open,
    otherwise: 'not-now',
    record: (data, state) => {
      ensureSubstitute(state, data);
      return [{ type: 'DelegateReplaced', data }];
    },
  },
  AppointChief: {
    already: (data, state) => {
      const { side, person, on } = data;
      return repeats(isChief(state, side, person, on), state, 'ChiefAppointed', data);
    },
    in: open,
    otherwise: 'not-now',
    record: (data, state) => {
      ensureDelegate(state, data);
      const own = sitting(state, data.side);
      ensure(!own.some(({ standing }) => standing === 'chief'), 'one-chief');
      const delegate = own.find(({ person }) => person === data.person);
      ensure(
        delegate?.standing !== 'outside',
        'chief-is-insider',
        lawOf(state).delegates.outsidersOneIn?.article,
      );
      ensureAuthorised(data);
      return [{ type: 'ChiefAppointed', data }];
    },
  },
  AuthoriseDeputy: {
    already: (data, state) => {
      const { side, person, on, until } = data;
      const authorised = state.deputies.some((one) => same(one, { side, person, from: on, until }));
      return repeats(authorised, state, 'DeputyAuthorised', data);
    },
    in: talking,
    otherwise: 'not-now',
    record: (data, state) => {
      inOrder(data.on, data.until);
      ensureDelegate(state, data);
      ensure(!isChief(state, data.side, data.person, data.on), 'deputy-is-another');
      return [{ type: 'DeputyAuthorised', data }];
    },
  },
};

const leftOn = (state: State, person: string, on: string): readonly Mandate[] =>
  state.mandates.map((mandate) =>
    mandate.person === person && mandate.to === '' ? { ...mandate, to: on } : mandate,
  );

const composed = (state: State, { side, ...data }: Said<'DelegateReplaced'>) => {
  const { frontLine, women, dispatched, disabled } = { ...state.composition[side], ...data };
  return { ...state.composition, [side]: { frontLine, women, dispatched, disabled } };
};

export const afterDelegates: After<
  | 'DelegatesNamed'
  | 'DelegatesPublished'
  | 'DelegateLeft'
  | 'DelegateReplaced'
  | 'ChiefAppointed'
  | 'DeputyAuthorised'
> = {
  DelegatesNamed: (state, data) => ({
    ...state,
    said: { ...state.said, [`naming ${data.side}`]: data },
    mandates: [
      ...state.mandates.filter(({ side }) => side !== data.side),
      ...data.delegates.map(({ person, standing }) => ({
        side: data.side,
        person,
        standing,
        from: data.on,
        to: '',
      })),
    ],
    vacancies: state.vacancies.filter(({ side }) => side !== data.side),
    composition: {
      ...state.composition,
      [data.side]: {
        frontLine: data.frontLine,
        women: data.women,
        dispatched: data.dispatched,
        disabled: data.disabled,
      },
    },
    clocks: wound(state, {
      [`naming:${data.side}`]: undefined,
      [`publish:${data.side}`]: data.publish,
    }),
  }),
  DelegatesPublished: (state, { side, on }) => ({
    ...state,
    publishedOn: { ...state.publishedOn, [side]: on },
    clocks: wound(state, { [`publish:${side}`]: undefined }),
  }),
  DelegateLeft: (state, { side, person, on, vacancy }) => ({
    ...state,
    mandates: leftOn(state, person, on),
    vacancies: [
      ...state.vacancies,
      { side, person, from: on, due: vacancy?.due ?? '', filledOn: '' },
    ],
    clocks: wound(state, { [`vacancy:${person}`]: vacancy }),
  }),
  DelegateReplaced: (state, data) => ({
    ...state,
    mandates: [...state.mandates, { side: data.side, ...data.delegate, from: data.on, to: '' }],
    vacancies: state.vacancies.map((seat) =>
      seat.side === data.side && seat.person === data.leaves && seat.filledOn === ''
        ? { ...seat, filledOn: data.on }
        : seat,
    ),
    composition: composed(state, data),
    clocks: wound(state, { [`vacancy:${data.leaves}`]: undefined }),
  }),
  ChiefAppointed: (state, { side, person, on }) => ({
    ...state,
    mandates: [...leftOn(state, person, on), { side, person, standing: 'chief', from: on, to: '' }],
  }),
  DeputyAuthorised: (state, { side, person, on, until }) => ({
    ...state,
    deputies: [...state.deputies, { side, person, from: on, until }],
  }),
};
