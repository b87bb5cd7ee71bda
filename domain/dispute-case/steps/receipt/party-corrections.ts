import { same } from '../../../shared/same.ts';
import { optional } from '../../clocks.ts';
import { ensure } from '../../rules.ts';
import { lastSaid, saidBeside } from '../../saying.ts';
import {
  corrected,
  inOrder,
  known,
  pending,
  type Ask,
  type Said,
  type State,
  type Steps,
} from '../../state.ts';
import { correcting } from '../correcting.ts';
import { ensureEmployers } from './intake.ts';
import { ensureClaim, ensureHeirs, joinsOf } from './parties.ts';
import { between } from '../said-anew.ts';

type Succession = Said<'ClaimantSucceeded'>;

/** Whether anything else on file names this person. */
const isNamed = (said: unknown, person: string): boolean =>
  typeof said === 'object' && said !== null
    ? Object.values(said).some((one) => isNamed(one, person))
    : said === person;

const joinedBy = ({ successors, joins = successors }: Succession): readonly string[] => joins;

/** Whoever came by the succession and has done something since stays. */
const ensureUnheard = (state: State, before: Succession, stay: readonly string[]): void => {
  const others = saidBeside(state, 'ClaimantSucceeded', before);
  const gone = joinedBy(before).filter((person) => !stay.includes(person));
  ensure(
    gone.every((person) => !isNamed(others, person)),
    'acted-since',
  );
};

/** The state as it would be without those who came by the succession; of them, those who died since lived then. */
const without = (state: State, before: Succession): State => {
  const but = <T>(record: Readonly<Record<string, T>>, gone: readonly string[]) =>
    Object.fromEntries(Object.entries(record).filter(([person]) => !gone.includes(person)));
  return {
    ...state,
    claimants: but(state.claimants, joinedBy(before)),
    heirs: but(state.heirs, before.successors),
  };
};

/** The first day on which a successor left, or was succeeded; '' where none did. */
const firstLeaving = (state: State, { successors }: Pick<Succession, 'successors'>): string =>
  successors
    .flatMap((claimant) =>
      (['ClaimantLeft', 'ClaimantSucceeded'] as const).flatMap(
        (fact) => lastSaid(state, fact, { claimant })?.on ?? [],
      ),
    )
    .toSorted()[0] ?? '';

const succession = (
  data: Omit<Ask<'CorrectClaimantSuccession'>, 'corrects' | 'reason'>,
  state: State,
  before: Succession,
): Succession => {
  const stood = without(state, before);
  const { claimant } = data;
  ensureHeirs(stood, data);
  ensureUnheard(state, before, data.successors);
  inOrder(lastSaid(state, 'ClaimantJoined', { claimant })?.on ?? state.about.on, data.on);
  between(state.about.on, data, firstLeaving(state, data));
  return { ...data, ...optional('joins', joinsOf(stood, data)) };
};

/** The claims that another choice made lead for others. */
const leadOtherwise = ({ leads }: State, id: string): readonly string[] =>
  Object.entries(leads).flatMap(([fact, claims]) => (fact === id ? [] : claims));

const droppedFrom = (
  { claims, drops = [] }: Said<'LeadClaimsChosen'>,
  still: readonly string[],
): string[] => [...new Set([...claims, ...drops])].filter((claim) => !still.includes(claim));

const leadClaims = (
  data: Omit<Ask<'CorrectLeadClaims'>, 'corrects' | 'reason'>,
  state: State,
  before: Said<'LeadClaimsChosen'>,
  id: string,
): Said<'LeadClaimsChosen'> => {
  for (const claim of data.claims) if (!before.claims.includes(claim)) ensureClaim(state, claim);
  inOrder(state.about.on, data.on);
  const drops = droppedFrom(before, [...data.claims, ...leadOtherwise(state, id)]);
  return { ...data, ...optional('drops', drops.length > 0 ? drops : undefined) };
};

type Employers = State['about']['employers'];

/** The other employers among the parties. */
const otherEmployers = ({ about }: State, { employer }: Said<'EmployerJoined'>): Employers => {
  const at = about.employers.findLastIndex((party) => same(party, employer));
  return at < 0 ? about.employers : about.employers.toSpliced(at, 1);
};

/** Who came by a merger or split follows the register; its own day and place are corrected there. */
const ensureOfItsOwn = ({ act }: Said<'EmployerJoined'>): void =>
  ensure(act === undefined, 'party-by-merger');

/** Corrections of who took part, and the taking back of what never was. */
export const partyCorrections: Steps<
  | 'CorrectLeadClaims'
  | 'TakeBackLeadClaims'
  | 'CorrectClaimantSuccession'
  | 'TakeBackClaimantSuccession'
  | 'CorrectEmployerJoining'
  | 'TakeBackJoinedEmployer'
> = {
  CorrectLeadClaims: correcting<
    Ask<'CorrectLeadClaims'>,
    'LeadClaimsChosen',
    'LeadClaimsCorrected'
  >({ fact: 'LeadClaimsChosen', as: 'LeadClaimsCorrected', about: [], says: leadClaims }),
  TakeBackLeadClaims: {
    in: known,
    otherwise: 'not-now',
    record: ({ takesBack: corrects, reason }, state, moment) => {
      const before = corrected('LeadClaimsChosen', { corrects }, moment, []);
      const drops = droppedFrom(before, leadOtherwise(state, corrects));
      return [{ type: 'LeadClaimsTakenBack', data: { takesBack: [corrects], reason, drops } }];
    },
  },
  CorrectClaimantSuccession: correcting<
    Ask<'CorrectClaimantSuccession'>,
    'ClaimantSucceeded',
    'ClaimantSuccessionCorrected'
  >({
    fact: 'ClaimantSucceeded',
    as: 'ClaimantSuccessionCorrected',
    about: ['claimant'],
    says: succession,
  }),
  TakeBackClaimantSuccession: {
    in: known,
    otherwise: 'not-now',
    record: ({ takesBack: corrects, reason }, state, moment) => {
      const before = corrected('ClaimantSucceeded', { corrects }, moment, []);
      ensureUnheard(state, before, []);
      const { claimant, successors, joins } = before;
      const data = { takesBack: [corrects], reason, claimant, successors };
      return [
        { type: 'ClaimantSuccessionTakenBack', data: { ...data, ...optional('joins', joins) } },
      ];
    },
  },
  CorrectEmployerJoining: correcting<
    Ask<'CorrectEmployerJoining'>,
    'EmployerJoined',
    'EmployerJoiningCorrected'
  >({
    fact: 'EmployerJoined',
    as: 'EmployerJoiningCorrected',
    about: [],
    says: (data, state, before) => {
      ensureOfItsOwn(before);
      ensure(data.employer.enterprise === before.employer.enterprise, 'corrects-a-fact');
      inOrder(state.about.on, data.on);
      ensureEmployers(state, [...otherEmployers(state, before), data.employer]);
      return data;
    },
  }),
  TakeBackJoinedEmployer: {
    in: pending,
    otherwise: 'not-now',
    record: ({ takesBack: corrects, reason }, state, moment) => {
      const before = corrected('EmployerJoined', { corrects }, moment, []);
      ensureOfItsOwn(before);
      const { employer } = before;
      ensureEmployers(state, otherEmployers(state, before));
      return [
        { type: 'EmployerJoiningTakenBack', data: { takesBack: [corrects], reason, employer } },
      ];
    },
  },
};
