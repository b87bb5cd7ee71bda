import { finalBy } from '../../../law/disputes.ts';
import { plusDays } from '../../../shared/calendar.ts';
import { accepted } from './arbitration.ts';
import {
  clock,
  ensurePassed,
  ofArbitration,
  optional,
  stopping,
  without,
  wound,
} from '../../clocks.ts';
import type { DisputeEvent } from '../../events.ts';
import { ensure } from '../../rules.ts';
import { once } from '../../saying.ts';
import {
  ensureParties,
  inOrder,
  lawOf,
  standsFor,
  type After,
  type Ask,
  type Award,
  type Said,
  type State,
  type Steps,
} from '../../state.ts';

type Made = Said<'AwardMade'>;
type Item = Ask<'MakeAward'>['items'][number];

/** Whether this item alone is final: by its amount, or because it is about national standards (LDMAL 47). */
const kindOf = (state: State, { claim, fen }: Item, cap: number): Made['finality'] => {
  const test = finalBy[state.claims[claim]?.item ?? 'other'];
  if (test === 'standard') return 'final';
  return test === 'amount' && (fen ?? 0) <= cap ? 'final' : 'non-final';
};

/** Each claim is decided once, and belongs to somebody who filed or to all. */
const ensureOfThoseWhoFiled = (state: State, { items }: Ask<'MakeAward'>): void => {
  const decided = items.map(({ claim }) => claim);
  ensure(new Set(decided).size === decided.length, 'one-result-a-claim');
  const { claimants: filed } = state.arbitration;
  const whose = decided.map((claim) => state.claims[claim]?.claimant ?? '');
  ensure(
    filed.length === 0 || whose.every((person) => person === '' || filed.includes(person)),
    'filed-for-it',
  );
};

/** What an award says, with what follows from it: each item's kind, and whether the whole is final. */
export const awardOf = (state: State, data: Ask<'MakeAward'>): Made => {
  const isKnown = data.items.every(({ claim }) => state.claims[claim]?.waived === '');
  ensure(isKnown, 'claim-on-file');
  ensureOfThoseWhoFiled(state, data);
  const finalUpTo = lawOf(state).arbitration?.finalUpTo;
  const isMoney = data.items.some(
    ({ claim, fen }) =>
      fen !== undefined && finalBy[state.claims[claim]?.item ?? 'other'] === 'amount',
  );
  const isNamed = (data.minimumWageFen ?? 0) > 0;
  ensure(!isMoney || isNamed, 'minimum-wage-is-named', finalUpTo?.article);
  const cap = (data.minimumWageFen ?? 0) * (finalUpTo?.n ?? 0);
  const items = data.items.map((item) => {
    const claimant = state.claims[item.claim]?.claimant ?? '';
    return {
      ...item,
      ...optional('claimant', claimant === '' ? undefined : claimant),
      kind: kindOf(state, item, cap),
    };
  });
  const isFinal = items.every(({ kind }) => kind === 'final');
  return { ...data, items, finality: isFinal ? 'final' : 'non-final' };
};

const staying = ({ claimants }: State): string[] =>
  Object.keys(claimants).filter((person) => claimants[person] !== 'left');

/** Whom an award is about. */
const concerned = (state: State, items: Made['items']): string[] => {
  const named = items.map(({ claimant }) => claimant);
  return named.includes(undefined)
    ? staying(state)
    : [...new Set(named.flatMap((person = '') => standsFor(state, person)))];
};

/** The award of this id. */
export const awardOn = ({ awards }: State, id: string): Award => {
  const found = awards[id];
  ensure(found !== undefined, 'award-on-file');
  return found as Award;
};

type Service = Said<'AwardServed'>;

export const serviceOf = (state: State, data: Ask<'ServeAward'>): Service => {
  const { finality } = awardOn(state, data.award);
  const { suit, annulment } = lawOf(state).arbitration ?? {};
  const isSetAside = data.to === 'employer' && finality === 'final';
  return isSetAside
    ? { ...data, ...optional('annulment', clock(state, 'annulment', data.on, annulment)) }
    : { ...data, ...optional('suit', clock(state, 'suit', data.on, suit)) };
};

/** Whether a service or a suit reaches this person: it names him, or nobody. */
export const reaches = (
  { claimants }: { readonly claimants: readonly string[] },
  person: string,
): boolean => claimants.length === 0 || claimants.includes(person);

/** Whether someone has gone to court over the award for this person. */
export const isSued = ({ suits }: State, award: string, person: string): boolean =>
  Object.values(suits).some((suit) => suit.award === award && reaches(suit, person));

/** The day the award binds this person: when both sides let their time pass; '' while one may sue. */
const bindingOn = (state: State, { services }: Award, person: string): string => {
  const served = Object.values(services).filter((service) => reaches(service, person));
  const dues = (['workers', 'employer'] as const).map((side) =>
    served.flatMap(({ service, to, suit }) =>
      to === side && suit && !state.clocks[`suit:${service}`] ? [suit.due] : [],
    ),
  );
  if (dues.some((days) => days.length === 0)) return '';
  const last = dues.flat().toSorted().at(-1) ?? '';
  return last === '' ? '' : plusDays(last, 1);
};

/** Where the union applied alone, the award is about no person by name: it stands under ''. */
const UNION = '';
const unnamed = (persons: readonly string[]): readonly string[] =>
  persons.length > 0 ? persons : [UNION];
/** Those of them that a fact names; none stands for the union. */
export const named = (persons: readonly string[]): string[] =>
  persons.filter((person) => person !== UNION);

/** On whom the award is binding now, grouped by the day. */
const takingEffect = (state: State, id: string, award: Award): DisputeEvent[] => {
  const days = new Map<string, string[]>();
  for (const person of unnamed(award.claimants)) {
    const on = bindingOn(state, award, person);
    if (on === '' || award.effective[person] !== undefined || isSued(state, id, person)) continue;
    days.set(on, [...(days.get(on) ?? []), person]);
  }
  return [...days].map(([on, claimants]) => ({
    type: 'AwardTookEffect',
    data: { award: id, on, claimants: named(claimants), ...enforcementOf(state, on) },
  }));
};

const enforcementOf = (state: State, on: string) =>
  optional('enforcement', clock(state, 'enforcement', on, lawOf(state).enforcement));

/** A final award binds from the day it is made (LDMAL 47). */
const atOnce = (state: State, { award, on, finality, items }: Made): DisputeEvent[] =>
  finality === 'final'
    ? [
        {
          type: 'AwardTookEffect',
          data: { award, on, claimants: concerned(state, items), ...enforcementOf(state, on) },
        },
      ]
    : [];

/** An award that turns out final, or not, binds at once, or not yet. */
export const finalityFollows = (state: State, said: Made): DisputeEvent[] => {
  const { finality, on, effective } = awardOn(state, said.award);
  if (finality === said.finality && on === said.on) return [];
  const claimants = Object.keys(effective);
  if (said.finality === 'final') return atOnce(state, said);
  return finality === 'final' && claimants.length > 0
    ? [{ type: 'AwardEffectTakenBack', data: { award: said.award, claimants: named(claimants) } }]
    : [];
};

const awardFor = (state: State, service: string): string =>
  Object.keys(state.awards).find((id) => state.awards[id]?.services[service]) ?? '';

export const awardSteps: Steps<'MakeAward' | 'ServeAward' | 'RecordNoSuit'> = {
  MakeAward: once('AwardMade', ['arbitrating'], (data, state) => {
    accepted(state, data);
    ensure(!state.awards[data.award], 'award-once');
    const made = awardOf(state, data);
    const { overdueOn, id } = state.arbitration;
    const isTimely = overdueOn !== '' && data.on <= overdueOn && data.part === 'whole';
    return [
      ...(isTimely
        ? ([{ type: 'AwardOverdueTakenBack', data: { arbitration: id } }] as const)
        : []),
      { type: 'AwardMade', data: made },
      ...(data.part === 'whole'
        ? stopping({ clocks: without(state, 'award') }, ...ofArbitration)
        : []),
      ...atOnce(state, made),
    ];
  }),
  ServeAward: once('AwardServed', ['arbitrating', 'decided'], (data, state) => {
    const { on, services } = awardOn(state, data.award);
    inOrder(on, data.on);
    ensureParties(state, data.claimants);
    ensure(!services[data.service], 'service-once');
    return [{ type: 'AwardServed', data: serviceOf(state, data) }];
  }),
  RecordNoSuit: {
    already: ({ service }, state) =>
      awardFor(state, service) !== '' && !state.clocks[`suit:${service}`],
    in: ['arbitrating', 'decided'],
    otherwise: 'clock-must-run',
    record: ({ service }, state, { at }) => {
      const name = `suit:${service}`;
      ensurePassed(state, state.clocks[name]?.due, at);
      const id = awardFor(state, service);
      const passed = { ...state, clocks: without(state, name) };
      return [
        { type: 'ClocksStopped', data: { clocks: [name] } },
        ...takingEffect(passed, id, awardOn(state, id)),
      ];
    },
  },
};

/** The state with one award changed; nothing changes where there is none. */
export const amendedAward = (
  { awards }: State,
  id: string,
  change: (before: Award) => Partial<Award>,
): State['awards'] => {
  const found = awards[id];
  return found ? { ...awards, [id]: { ...found, ...change(found) } } : awards;
};

const omitting = <V>(record: Readonly<Record<string, V>>, keys: readonly string[]) =>
  Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));

export const afterAwards: After<
  'AwardMade' | 'AwardServed' | 'AwardTookEffect' | 'AwardEffectTakenBack'
> = {
  AwardMade: (state, data) => ({
    ...state,
    phase: data.part === 'whole' ? 'decided' : state.phase,
    awards: {
      ...state.awards,
      [data.award]: {
        arbitration: data.arbitration,
        on: data.on,
        finality: data.finality,
        claimants: concerned(state, data.items),
        services: {},
        effective: {},
        annulment: '',
      },
    },
    clocks: data.part === 'whole' ? without(state, 'award') : state.clocks,
  }),
  AwardServed: (state, data) => ({
    ...state,
    awards: amendedAward(state, data.award, ({ services }) => ({
      services: { ...services, [data.service]: data },
    })),
    clocks: wound(state, {
      [`suit:${data.service}`]: data.suit,
      [`annulment:${data.service}`]: data.annulment,
    }),
  }),
  AwardTookEffect: (state, { award, on, claimants, enforcement }) => ({
    ...state,
    awards: amendedAward(state, award, ({ effective }) => ({
      effective: {
        ...effective,
        ...Object.fromEntries(unnamed(claimants).map((one) => [one, on])),
      },
    })),
    clocks: enforcement ? wound(state, { [`enforcement:${award}`]: enforcement }) : state.clocks,
  }),
  AwardEffectTakenBack: (state, { award, claimants }) => ({
    ...state,
    awards: amendedAward(state, award, ({ effective }) => ({
      effective: omitting(effective, unnamed(claimants)),
    })),
  }),
};
