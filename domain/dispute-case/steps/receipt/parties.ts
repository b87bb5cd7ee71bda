import { mapValues } from '../../../shared/map-values.ts';
import { clock, ensurePassed, optional, without, wound } from '../../clocks.ts';
import { ensure } from '../../rules.ts';
import { lastSaid, once } from '../../saying.ts';
import {
  ensureParties,
  inOrder,
  known,
  lawOf,
  openClaimants,
  pending,
  standsFor,
  working,
  type After,
  type Ask,
  type Claim,
  type Said,
  type State,
  type Steps,
} from '../../state.ts';

export const ensureClaim = ({ claims }: State, id: string): Claim => {
  const claim = claims[id];
  ensure(claim?.waived === '', 'claim-on-file');
  return claim as Claim;
};

/** Where there are representatives, what they do for others needs the others' consent. */
export const ensureRepresented = (
  state: State,
  persons: readonly string[],
  consents: readonly string[],
): void => {
  const { representatives } = state;
  const isAgreed = persons.every(
    (person) => representatives.includes(person) || consents.includes(person),
  );
  ensure(
    representatives.length === 0 || isAgreed,
    'represented-consents',
    lawOf(state).collective.consent.article,
  );
};

/** Whoever mediates or arbitrates the dispute does not become a party to it. */
export const ensureNoMediator = (state: State, persons: readonly string[]): void => {
  const handling = [
    ...Object.values(state.proceedings).flatMap(({ mediators }) => mediators),
    ...state.arbitration.arbitrators,
  ];
  ensure(
    persons.every((person) => !handling.includes(person)),
    'mediator-is-no-party',
    lawOf(state).recusal.article,
  );
};

/** Whose claim it is: one claimant's, or everybody's. */
export const concerned = (state: State, { claimant }: Claim): readonly string[] =>
  claimant === '' ? openClaimants(state) : standsFor(state, claimant);

/** The dead do not come back. */
const ensureLiving = ({ heirs }: State, persons: readonly string[]): void =>
  ensure(
    persons.every((person) => !heirs[person]),
    'claimant-once',
  );

/** Others take over, each once, who live and handle nothing of the dispute. */
export const ensureHeirs = (
  state: State,
  { claimant, successors }: Pick<Ask<'SucceedClaimant'>, 'claimant' | 'successors'>,
): void => {
  const areOthers = !successors.includes(claimant);
  const isOnce = new Set(successors).size === successors.length;
  ensure(areOthers && isOnce, 'claimant-once');
  ensureLiving(state, successors);
  ensureNoMediator(state, successors);
};

/** Those of them who are no claimants yet; undefined where that is all of them. */
export const joinsOf = (
  { claimants }: State,
  { successors }: Pick<Ask<'SucceedClaimant'>, 'successors'>,
): string[] | undefined => {
  const joins = successors.filter((one) => (claimants[one] ?? 'left') === 'left');
  return joins.length === successors.length ? undefined : joins;
};

export const negotiationOf = (
  state: State,
  data: Ask<'RequestNegotiation'>,
): Said<'NegotiationRequested'> => {
  const reply = clock(state, 'negotiation-reply', data.on, lawOf(state).negotiationReply);
  return { ...data, ...optional('reply', reply) };
};

/** A collective elects three to five of its claimants; those of `before` may have left since. */
export const ensureElection = (
  state: State,
  { representatives }: Pick<Ask<'ElectRepresentatives'>, 'representatives'>,
  before: readonly string[] = [],
): void => {
  const { collective } = lawOf(state);
  const { min, max } = collective.representatives;
  const length = new Set(representatives).size;
  const isFew = length === representatives.length && min <= length && length <= max;
  ensure(state.about.collective === 'collective', 'collective-only');
  ensure(isFew, 'three-to-five-representatives', collective.article);
  ensureParties(
    state,
    representatives.filter((person) => !before.includes(person)),
  );
};

export const partySteps: Steps<
  | 'MakeClaim'
  | 'AmendClaim'
  | 'ChooseLeadClaims'
  | 'JoinClaimant'
  | 'RecordClaimantLeaving'
  | 'SucceedClaimant'
  | 'ElectRepresentatives'
  | 'RequestNegotiation'
  | 'AnswerNegotiation'
  | 'RecordNoNegotiation'
> = {
  MakeClaim: once('ClaimMade', pending, (data, state) => {
    ensure(!state.claims[data.claim], 'claim-once');
    inOrder(state.about.on, data.on);
    ensureParties(state, data.claimant === undefined ? [] : [data.claimant]);
    return [{ type: 'ClaimMade', data }];
  }),
  AmendClaim: once('ClaimAmended', pending, (data, state) => {
    const claim = ensureClaim(state, data.claim);
    ensureRepresented(state, concerned(state, claim), data.consents);
    return [{ type: 'ClaimAmended', data }];
  }),
  ChooseLeadClaims: once('LeadClaimsChosen', pending, (data, state) => {
    for (const claim of data.claims) ensureClaim(state, claim);
    ensure(state.about.collective === 'collective', 'collective-only');
    return [{ type: 'LeadClaimsChosen', data }];
  }),
  JoinClaimant: once('ClaimantJoined', pending, (data, state) => {
    ensure((state.claimants[data.claimant] ?? 'left') === 'left', 'claimant-once');
    ensureLiving(state, [data.claimant]);
    ensureNoMediator(state, [data.claimant]);
    inOrder(state.about.on, data.on);
    return [{ type: 'ClaimantJoined', data }];
  }),
  RecordClaimantLeaving: once('ClaimantLeft', pending, (data, state) => {
    ensureParties(state, [data.claimant]);
    inOrder(state.about.on, data.on);
    return [{ type: 'ClaimantLeft', data }];
  }),
  SucceedClaimant: once('ClaimantSucceeded', known, (data, state) => {
    ensureParties(state, [data.claimant]);
    ensureHeirs(state, data);
    inOrder(state.about.on, data.on);
    const joins = joinsOf(state, data);
    return [{ type: 'ClaimantSucceeded', data: { ...data, ...optional('joins', joins) } }];
  }),
  ElectRepresentatives: once('RepresentativesElected', pending, (data, state) => {
    ensureElection(state, data);
    return [{ type: 'RepresentativesElected', data }];
  }),
  RequestNegotiation: once('NegotiationRequested', working, (data, state) => [
    { type: 'NegotiationRequested', data: negotiationOf(state, data) },
  ]),
  AnswerNegotiation: once('NegotiationAnswered', working, (data, state) => {
    ensure(state.negotiation !== '', 'applied-first');
    inOrder(lastSaid(state, 'NegotiationRequested', {})?.on ?? '', data.on);
    return [{ type: 'NegotiationAnswered', data }];
  }),
  RecordNoNegotiation: {
    already: (_, { negotiation }) => negotiation !== 'asked',
    in: working,
    otherwise: 'clock-must-run',
    record: (_, state, { at }) => {
      const due = state.clocks['negotiation-reply']?.due;
      ensurePassed(state, due, at);
      return [{ type: 'NegotiationWentUnanswered', data: { due: due ?? '' } }];
    },
  },
};

/** Those who take over stand in his place; whoever has a claim of his own open keeps it so. */
const succeeded = (state: State, { claimant, successors }: Said<'ClaimantSucceeded'>): State => {
  const also = (persons: readonly string[]): readonly string[] =>
    persons.flatMap((person) => (person === claimant ? [person, ...successors] : [person]));
  const { claimants, arbitration } = state;
  const stays = (person: string) =>
    claimants[person] === 'open' ? 'open' : (claimants[claimant] ?? 'open');
  return {
    ...state,
    claimants: {
      ...claimants,
      ...Object.fromEntries(successors.map((person) => [person, stays(person)])),
      [claimant]: 'left',
    },
    heirs: { ...state.heirs, [claimant]: successors },
    representatives: state.representatives.filter((person) => person !== claimant),
    arbitration: { ...arbitration, claimants: also(arbitration.claimants) },
    awards: mapValues(state.awards, (award) => ({
      ...award,
      claimants: award.claimants.flatMap((person) => (person === claimant ? successors : [person])),
      services: mapValues(award.services, (service) => ({
        ...service,
        claimants: [...also(service.claimants)],
      })),
    })),
  };
};

const claimOf = ({ claimant = '', item, fen }: Said<'ClaimMade'>): Claim => ({
  claimant,
  item,
  fen,
  waived: '',
});

export const afterParties: After<
  | 'ClaimMade'
  | 'ClaimAmended'
  | 'LeadClaimsChosen'
  | 'ClaimantJoined'
  | 'ClaimantLeft'
  | 'ClaimantSucceeded'
  | 'LeadClaimsTakenBack'
  | 'ClaimantSuccessionTakenBack'
  | 'RepresentativesElected'
  | 'NegotiationRequested'
  | 'NegotiationAnswered'
  | 'NegotiationWentUnanswered'
> = {
  ClaimMade: (state, data) => ({
    ...state,
    claims: { ...state.claims, [data.claim]: claimOf(data) },
  }),
  ClaimAmended: (state, { claim: id, fen, becomes, on }) => {
    const claim = state.claims[id];
    if (!claim) return state;
    const now = {
      ...claim,
      waived: becomes === 'waived' ? on : claim.waived,
      fen: becomes === 'changed' ? (fen ?? claim.fen) : claim.fen,
    };
    return { ...state, claims: { ...state.claims, [id]: now } };
  },
  LeadClaimsChosen: (state, { claims }, { id }) => ({
    ...state,
    leads: { ...state.leads, [id]: claims },
  }),
  LeadClaimsTakenBack: (state) => state,
  ClaimantJoined: (state, { claimant }) => ({
    ...state,
    claimants: { ...state.claimants, [claimant]: 'open' },
  }),
  ClaimantLeft: (state, { claimant }) => ({
    ...state,
    claimants: { ...state.claimants, [claimant]: 'left' },
    representatives: state.representatives.filter((person) => person !== claimant),
  }),
  ClaimantSucceeded: (state, data) => succeeded(state, data),
  ClaimantSuccessionTakenBack: (state) => state,
  RepresentativesElected: (state, { representatives }) => ({ ...state, representatives }),
  NegotiationRequested: (state, { reply }) => ({
    ...state,
    negotiation: 'asked',
    clocks: wound(state, { 'negotiation-reply': reply }),
  }),
  NegotiationAnswered: (state, { answer }) => ({
    ...state,
    negotiation: answer,
    clocks: without(state, 'negotiation-reply'),
  }),
  NegotiationWentUnanswered: (state) => ({
    ...state,
    negotiation: 'silent',
  }),
};
