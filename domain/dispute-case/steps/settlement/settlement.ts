import { agreedDay, clock, optional, wound } from '../../clocks.ts';
import { ended } from '../mediation/closing.ts';
import type { DisputeEvent } from '../../events.ts';
import { ensureAssigned, openOne } from '../mediation/mediation.ts';
import { ensureRepresented } from '../receipt/parties.ts';
import { ensure } from '../../rules.ts';
import { lastSaid, once } from '../../saying.ts';
import {
  ensureParties,
  inOrder,
  lawOf,
  openClaimants,
  standsFor,
  type After,
  type Ask,
  type Owed,
  type Said,
  type Settlement,
  type State,
  type Steps,
} from '../../state.ts';

const parties = ['workers', 'employer', 'mediator', 'body'] as const;

/** The agreement of this id. */
export const settlementOf = ({ settlements }: State, id: string): Settlement => {
  const found = settlements[id];
  ensure(found !== undefined, 'settlement-on-file');
  return found as Settlement;
};

/** The agreement of this id, in force on the day. */
export const inForce = (state: State, id: string, on: string): Settlement => {
  const found = settlementOf(state, id);
  ensure(found.effectOn !== '', 'in-force-first', lawOf(state).inForce.article);
  inOrder(found.effectOn, on);
  return found;
};

/** Who settles: those it names and is still there, or who took over from them; or whoever is left. */
const settling = (state: State, claimants: readonly string[]): readonly string[] =>
  claimants.length > 0
    ? claimants
        .flatMap((person) => standsFor(state, person))
        .filter((person) => state.claimants[person] !== 'left')
    : openClaimants(state);

/** Where it names who settles, it grants nothing to others and nothing on their claims. */
const ensureOwnItems = (
  state: State,
  { claimants, items }: Pick<Ask<'ReachSettlement'>, 'claimants' | 'items'>,
): void => {
  const about = items
    .flatMap(({ claimant = '', claim = '' }) => [claimant, state.claims[claim]?.claimant ?? ''])
    .filter((person) => person !== '');
  const settles = settling(state, claimants);
  ensure(
    claimants.length === 0 ||
      about.flatMap((person) => standsFor(state, person)).every((one) => settles.includes(one)),
    'items-of-those-who-settle',
  );
};

/** Nobody settles twice while the first agreement stands. */
const ensureOpen = ({ claimants }: State, settles: readonly string[]): void =>
  ensure(
    settles.every((person) => claimants[person] !== 'settled'),
    'settled-already',
  );

/** What an agreement says holds together, and the represented consent to it. */
export const ensureSettlement = (state: State, data: Ask<'ReachSettlement'>): void => {
  ensureParties(state, data.claimants);
  const ids = data.items.map(({ item }) => item);
  const isOnce = new Set(ids).size === ids.length;
  ensure(isOnce && data.items.every(({ due }) => due >= data.on), 'items-once');
  const areClaims = data.items.every(
    ({ claim }) => claim === undefined || state.claims[claim] !== undefined,
  );
  ensure(areClaims, 'claim-on-file');
  const claimants = data.items.flatMap(({ claimant }) => claimant ?? []);
  ensureParties(state, claimants);
  ensureOwnItems(state, data);
  ensureRepresented(state, settling(state, data.claimants), data.consents);
};

/** The fact that puts an agreement in force on its last signature, with all its clocks. */
export const effectOf = (
  state: State,
  settlement: string,
  { items }: Pick<Settlement, 'items'>,
  on: string,
): Said<'SettlementTookEffect'> => {
  const { review, confirmation } = lawOf(state);
  return {
    settlement,
    on,
    ...optional('review', clock(state, 'review', on, review)),
    ...optional('confirmation', clock(state, 'confirmation', on, confirmation)),
    performance: Object.values(items).map(({ item, claim, fen, due }) => ({
      item,
      ...optional('claim', claim),
      ...optional('fen', fen),
      deadline: agreedDay('performance', on, due),
    })),
  };
};

/** The day of the last signature; '' while one is missing. */
export const lastSignature = (signedOn: Settlement['signedOn']): string =>
  parties.every((as) => signedOn[as] !== undefined)
    ? (Object.values(signedOn).toSorted().at(-1) ?? '')
    : '';

const takingEffect = (
  state: State,
  id: string,
  settlement: Settlement,
  on: string,
): DisputeEvent[] => {
  const all = settling(state, settlement.claimants);
  const left = openClaimants(state).filter((person) => !all.includes(person));
  const { proceeding } = settlement;
  const conclusion = { proceeding, on, outcome: 'settled', ending: 'agreement' } as const;
  return [
    { type: 'SettlementTookEffect', data: effectOf(state, id, settlement, on) },
    ...(left.length === 0 ? ended(state, conclusion) : []),
  ];
};

/** All who settle have signed, or have consented and a representative signed for them. */
const ensureAgreed = (state: State, id: string, signed: readonly string[]): void => {
  const { claimants, proceeding } = settlementOf(state, id);
  const all = settling(state, claimants);
  if (all.every((person) => signed.includes(person))) return;
  const isRepresented = signed.some((person) => state.representatives.includes(person));
  ensure(isRepresented, 'sides-sign');
  const reached = lastSaid(state, 'SettlementReached', { settlement: id, proceeding });
  ensureRepresented(state, all, [...(reached?.consents ?? []), ...signed]);
};

/** Before the last signature puts it in force: whoever joined since has agreed, too. */
const ensureAllAgree = (state: State, { settlement, as, persons }: Ask<'SignSettlement'>): void => {
  const before = lastSaid(state, 'SettlementSigned', { settlement, as: 'workers' });
  ensureAgreed(state, settlement, as === 'workers' ? persons : (before?.persons ?? []));
};

/** Those who settle sign, or a representative for them; the mediators are those assigned. */
export const ensureSigners = (state: State, data: Ask<'SignSettlement'>): void => {
  const settlement = settlementOf(state, data.settlement);
  inOrder(settlement.on, data.on);
  const { persons } = data;
  if (data.as === 'mediator') {
    const proceeding = state.proceedings[settlement.proceeding];
    ensure(persons.length > 0, 'assigned-mediators');
    if (proceeding) ensureAssigned(state, proceeding, persons);
  }
  if (data.as === 'workers') ensureAgreed(state, data.settlement, persons);
};

export const settlementSteps: Steps<'ReachSettlement' | 'SignSettlement'> = {
  ReachSettlement: once('SettlementReached', ['mediating'], (data, state) => {
    ensure(!state.settlements[data.settlement], 'settlement-once');
    const { acceptedOn } = openOne(state, data.proceeding, data.on);
    ensure(acceptedOn !== '', 'accept-first');
    inOrder(acceptedOn, data.on);
    ensureSettlement(state, data);
    ensureOpen(state, data.claimants);
    return [{ type: 'SettlementReached', data }];
  }),
  SignSettlement: once('SettlementSigned', ['mediating'], (data, state) => {
    const settlement = settlementOf(state, data.settlement);
    ensure(settlement.signedOn[data.as] === undefined, 'signed-once');
    ensureSigners(state, data);
    ensureOpen(state, settlement.claimants);
    const last = lastSignature({ ...settlement.signedOn, [data.as]: data.on });
    if (last !== '') ensureAllAgree(state, data);
    return [
      { type: 'SettlementSigned', data },
      ...(last === '' ? [] : takingEffect(state, data.settlement, settlement, last)),
    ];
  }),
};

const isOwed = (item: Said<'SettlementReached'>['items'][number]): Owed => ({
  ...item,
  paid: {},
  overdue: '',
});

/** The state with one agreement changed; nothing changes where there is none. */
export const amendedSettlement = (
  { settlements }: State,
  id: string,
  change: (before: Settlement) => Partial<Settlement>,
): State['settlements'] => {
  const found = settlements[id];
  return found ? { ...settlements, [id]: { ...found, ...change(found) } } : settlements;
};

export const afterSettlement: After<
  'SettlementReached' | 'SettlementSigned' | 'SettlementTookEffect'
> = {
  SettlementReached: (state, data) => ({
    ...state,
    settlements: {
      ...state.settlements,
      [data.settlement]: {
        proceeding: data.proceeding,
        on: data.on,
        claimants: data.claimants,
        items: Object.fromEntries(data.items.map((item) => [item.item, isOwed(item)])),
        signedOn: {},
        effect: '',
        effectOn: '',
        review: '',
        confirmation: '',
        paymentOrder: '',
      },
    },
  }),
  SettlementSigned: (state, { settlement, as, on }) => ({
    ...state,
    settlements: amendedSettlement(state, settlement, ({ signedOn }) => ({
      signedOn: { ...signedOn, [as]: on },
    })),
  }),
  SettlementTookEffect: (state, { settlement, on, review, confirmation, performance }, { id }) => {
    const settled = settling(state, state.settlements[settlement]?.claimants ?? []);
    return {
      ...state,
      settlements: amendedSettlement(state, settlement, () => ({ effect: id, effectOn: on })),
      claimants: {
        ...state.claimants,
        ...Object.fromEntries(settled.map((person) => [person, 'settled' as const])),
      },
      clocks: wound(state, {
        [`review:${settlement}`]: review,
        [`confirmation:${settlement}`]: confirmation,
        ...Object.fromEntries(
          performance.map(({ item, deadline }) => [`performance:${settlement}/${item}`, deadline]),
        ),
      }),
    };
  },
};
