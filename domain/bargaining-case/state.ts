import { law } from '../law/profiles.ts';
import type { Profile } from '../law/profile.ts';
import { saidBefore, type Decider, type Moment } from '../shared/decider.ts';
import type { AgreedTerms } from '../shared/terms.ts';
import type { Deadline, Side } from '../shared/values.ts';
import type { BargainingCommand } from './commands.ts';
import type { BargainingEvent } from './events.ts';
import { ensure, type Rule } from './rules.ts';

export type Phase =
  | 'none'
  | 'history'
  | 'prepared'
  | 'offered'
  | 'accepted'
  | 'bargaining'
  | 'suspended'
  | 'deadlocked'
  | 'applied'
  | 'coordinating'
  | 'drafted'
  | 'rejected'
  | 'approved'
  | 'signed'
  | 'closed'
  | 'void';

/** What a fact says, and what a command asks. */
export type Said<T extends BargainingEvent['type']> = Extract<BargainingEvent, { type: T }>['data'];
export type Ask<T extends BargainingCommand['type']> = Extract<
  BargainingCommand,
  { type: T }
>['data'];

/** One offer; '' is "not yet". */
export type Offer = {
  readonly by: Side;
  readonly issuedOn: string;
  readonly receivedOn: string;
  /** The last day to reply; '' where the law sets none. */
  readonly due: string;
  readonly answer: '' | 'accepted' | 'refused';
  readonly repliedOn: string;
  readonly overdue: boolean;
};

/** A stay at the table: from its day, until and without `to`; '' while it lasts. */
export type Mandate = {
  readonly side: Side;
  readonly person: string;
  readonly standing: 'chief' | 'inside' | 'outside';
  readonly from: string;
  readonly to: string;
};

/** An empty seat, until and without `filledOn`; '' while it is empty. */
export type Vacancy = {
  readonly side: Side;
  readonly person: string;
  readonly from: string;
  readonly due: string;
  readonly filledOn: string;
};

export type Deputy = {
  readonly side: Side;
  readonly person: string;
  readonly from: string;
  readonly until: string;
};

/** How many of a side's delegates are what the law asks for. */
export type Composition = Partial<
  Record<'frontLine' | 'women' | 'dispatched' | 'disabled', number | undefined>
>;

export type Proposal = {
  readonly on: string;
  readonly side: Side;
  readonly clause: string;
  readonly status: 'open' | 'countered' | 'withdrawn' | 'agreed';
  readonly package: string;
};

/** `resumption` is the event id of the fact that ended it. */
export type Suspension = {
  readonly id: string;
  readonly on: string;
  readonly stops: readonly string[];
  readonly resumedOn: string;
  readonly resumption: string;
};

export type Draft = {
  readonly id: string;
  readonly on: string;
  readonly terms: AgreedTerms;
  readonly workers?: number | undefined;
  readonly women?: number | undefined;
};

/** A fact by its event id, and its day. */
export type Done = { readonly id: string; readonly on: string };

/** What a later decision reads; '' and [] are "not yet". */
export type State = {
  readonly phase: Phase;
  readonly about: Said<'CasePrepared'>;
  /** What was recorded under an id that the client chose, as it was said. */
  readonly said: Readonly<Record<string, unknown>>;
  readonly offers: Readonly<Record<string, Offer>>;
  readonly acceptedOn: string;
  readonly firstChair: Side | '';
  readonly mandates: readonly Mandate[];
  readonly vacancies: readonly Vacancy[];
  readonly deputies: readonly Deputy[];
  readonly composition: Readonly<Record<Side, Composition>>;
  readonly publishedOn: Readonly<Record<Side, string>>;
  readonly disclosedOn: string;
  readonly reportedOn: string;
  readonly mediationNotifiedOn: string;
  readonly sessions: readonly { id: string; on: string; closedOn: string }[];
  readonly proposals: Readonly<Record<string, Proposal>>;
  /** The clocks that run, by name: `window`, `reply:<offer>`, `vacancy:<person>`, … */
  readonly clocks: Readonly<Record<string, Deadline>>;
  readonly windowRanOut: string;
  readonly suspensions: readonly Suspension[];
  /** Where a suspension goes back to. */
  readonly before: Phase;
  /** What was done about each deadlock, from its declaration on, in the order it was recorded. */
  readonly rounds: readonly (readonly Done[])[];
  readonly extended: string;
  readonly coordinationFailed: string;
  readonly drafts: readonly string[];
  readonly draft: Draft;
  readonly rejected: '' | 'quorum' | 'votes';
  readonly congress: string;
  readonly approvedOn: string;
  readonly signedOn: Readonly<Record<Side, string>>;
  readonly notifiedOn: string;
  /** The event id of CaseSigned. */
  readonly signing: string;
  readonly ground: string;
  /** How it was closed: the fact, where it stood before, and the fact that stopped clocks with what it stopped. */
  readonly closing: string;
  readonly stood: Phase;
  readonly stopped: { readonly id: string; readonly clocks: Readonly<Record<string, Deadline>> };
};

export type Case = Decider<State, BargainingCommand, BargainingEvent, Rule>;
/** Some rows of the state table. */
export type Steps<T extends BargainingCommand['type']> = Pick<Case['steps'], T>;
export type After<T extends keyof Case['after']> = Pick<Case['after'], T>;

export const noTerms: AgreedTerms = {
  termStart: '',
  termEnd: '',
  steps: [],
  clauses: [],
  text: [],
};
export const noDraft: Draft = { id: '', on: '', terms: noTerms };

export const initial: State = {
  phase: 'none',
  about: {
    on: '',
    profile: 'national-2004',
    kind: 'comprehensive',
    level: 'enterprise',
    purpose: 'first',
    contract: '',
    representedBy: 'union',
    preparedBy: 'employees',
    topics: [],
  },
  said: {},
  offers: {},
  acceptedOn: '',
  firstChair: '',
  mandates: [],
  vacancies: [],
  deputies: [],
  composition: { employer: {}, employees: {} },
  publishedOn: { employer: '', employees: '' },
  disclosedOn: '',
  reportedOn: '',
  mediationNotifiedOn: '',
  sessions: [],
  proposals: {},
  clocks: {},
  windowRanOut: '',
  suspensions: [],
  before: 'none',
  rounds: [],
  extended: '',
  coordinationFailed: '',
  drafts: [],
  draft: noDraft,
  rejected: '',
  congress: '',
  approvedOn: '',
  signedOn: { employer: '', employees: '' },
  notifiedOn: '',
  signing: '',
  ground: '',
  closing: '',
  stood: 'none',
  stopped: { id: '', clocks: {} },
};

/** From the consent to bargain to the last signature. */
export const talking: Phase[] = [
  'accepted',
  'bargaining',
  'suspended',
  'deadlocked',
  'applied',
  'coordinating',
  'drafted',
  'rejected',
  'approved',
];
export const open: Phase[] = ['prepared', 'offered', ...talking];
export const ended: Phase[] = ['history', 'signed', 'closed', 'void'];

export const lawOf = ({ about }: State): Profile => law(about.profile);
export const other = (side: Side): Side => (side === 'employer' ? 'employees' : 'employer');

/** In what order things happen: `later` may be the same day. */
export const inOrder = (earlier: string, later: string): void =>
  ensure(earlier <= later, 'days-run-forward');

/** What the corrected fact says now. Refuses unless it is of this type and, where asked, about the same thing. */
export const corrected = <T extends BargainingEvent['type']>(
  type: T,
  data: { readonly corrects: string },
  moment: Moment,
  about: readonly string[],
): Said<T> => {
  const said = saidBefore(type, data, moment, about);
  ensure(said !== undefined, 'corrects-a-fact');
  return said as Said<T>;
};
