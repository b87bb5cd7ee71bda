import { disputeLaw, type DisputeLaw } from '../law/disputes.ts';
import { law } from '../law/profiles.ts';
import type { Profile } from '../law/profile.ts';
import { saidBefore, type Decider, type Moment } from '../shared/decider.ts';
import type { Deadline } from '../shared/values.ts';
import type { DisputeCommand } from './commands.ts';
import type { DisputeEvent } from './events.ts';
import type { DisputeSide } from './particulars.ts';
import type { SettledItem } from './settlement-particulars.ts';
import { ensure, type Rule } from './rules.ts';

/**
 * Where a dispute stands. `settled` and `concluded` are over for the books; an agreement is then
 * performed, or arbitration follows. `decided` is after an award or the end of arbitration.
 */
export type Phase =
  | 'none'
  | 'history'
  | 'received'
  | 'mediating'
  | 'suspended'
  | 'settled'
  | 'concluded'
  | 'arbitrating'
  | 'decided'
  | 'void';

export type Said<T extends DisputeEvent['type']> = Extract<DisputeEvent, { type: T }>['data'];
export type Ask<T extends DisputeCommand['type']> = Extract<DisputeCommand, { type: T }>['data'];

/** One body's handling; '' is "not yet". */
export type Proceeding = {
  readonly level: Said<'DisputeReceived'>['level'];
  readonly body: string;
  readonly on: string;
  readonly consents: Readonly<Record<DisputeSide, string>>;
  readonly acceptedOn: string;
  readonly mediators: readonly string[];
  readonly ended: string;
  /** The event ids of its end while another body went on, and of the transfer that followed from it. */
  readonly ending: string;
  readonly passing: string;
};

export type Claim = {
  readonly claimant: string;
  readonly item: Said<'ClaimMade'>['item'];
  readonly fen: number | undefined;
  readonly waived: string;
};

/** What was paid of it, by the event id of the fact that said so. */
type Payment = { readonly id: string; readonly on: string; readonly fen: number };

/** One thing owed; `paid` by part, `overdue` is the day the clock recorded. */
export type Owed = SettledItem & {
  readonly paid: Readonly<Record<string, Payment>>;
  readonly overdue: string;
};

export type Settlement = {
  readonly proceeding: string;
  readonly on: string;
  readonly claimants: readonly string[];
  readonly items: Readonly<Record<string, Owed>>;
  readonly signedOn: Readonly<Record<string, string>>;
  /** The event id of the fact that put it in force, and the day; '' before. */
  readonly effect: string;
  readonly effectOn: string;
  readonly review: '' | 'applied' | 'granted' | 'rejected';
  readonly confirmation: '' | 'applied' | 'granted' | 'rejected';
  readonly paymentOrder: '' | 'applied' | 'issued' | 'lapsed';
};

export type Suspension = {
  readonly id: string;
  readonly on: string;
  readonly stops: readonly string[];
  readonly resumedOn: string;
  readonly resumption: string;
};

export type Arbitration = {
  readonly id: string;
  /** Who filed; empty = all. */
  readonly claimants: readonly string[];
  /** Place of performance or the employer's seat; '' where nobody said. */
  readonly jurisdiction: string;
  readonly filedOn: string;
  readonly refusedOn: string;
  readonly silentOn: string;
  readonly acceptedOn: string;
  readonly arbitrators: readonly string[];
  readonly hearings: Readonly<Record<string, string>>;
  readonly extendedOn: string;
  readonly overdueOn: string;
  readonly endedOn: string;
};

export type Award = {
  readonly arbitration: string;
  readonly on: string;
  readonly finality: string;
  readonly claimants: readonly string[];
  readonly services: Readonly<Record<string, Said<'AwardServed'>>>;
  /** For whom it is binding, and since when. */
  readonly effective: Readonly<Record<string, string>>;
  readonly annulment: '' | 'applied' | 'annulled' | 'dismissed';
};

/** A fact that moved the limitation, with the clock and the days it had stood as the fact found them. */
export type LimitationMove = {
  readonly id: string;
  readonly is: 'interrupted' | 'suspended' | 'resumed';
  readonly on: string;
  readonly found: Deadline | undefined;
  readonly stoodOn: string;
  readonly stood: number;
};

/** An enterprise that joined in the place of another, by the event id of the joining. */
export type Succession = {
  readonly id: string;
  readonly enterprise: string;
  readonly on: string;
  /** The event id of the merger or split; '' where nobody said. */
  readonly act: string;
};

/** What a later decision reads; '' and [] are "not yet". */
export type State = {
  readonly phase: Phase;
  /** Where a suspension goes back to. */
  readonly before: Phase;
  readonly about: Said<'DisputeReceived'>;
  /** The last fact of each kind about each thing, as it was said. */
  readonly said: Readonly<Record<string, unknown>>;
  readonly claimants: Readonly<Record<string, 'open' | 'settled' | 'left'>>;
  readonly representatives: readonly string[];
  /** Who took over from somebody who died. */
  readonly heirs: Readonly<Record<string, readonly string[]>>;
  /** Enterprises that joined in the place of another; all other employers are in `about`. */
  readonly succeeding: readonly Succession[];
  readonly claims: Readonly<Record<string, Claim>>;
  /** The claims chosen to lead for others, by the event id of the choice. */
  readonly leads: Readonly<Record<string, readonly string[]>>;
  readonly proceedings: Readonly<Record<string, Proceeding>>;
  /** The proceeding where the dispute stands. */
  readonly standing: string;
  readonly interests: readonly string[];
  readonly sessions: readonly string[];
  readonly conclusion: Said<'DisputeConcluded'> | undefined;
  /** The event id of the conclusion. */
  readonly concluding: string;
  readonly negotiation: '' | 'asked' | 'willing' | 'unwilling' | 'silent';
  readonly settlements: Readonly<Record<string, Settlement>>;
  readonly arbitration: Arbitration;
  readonly awards: Readonly<Record<string, Award>>;
  readonly suits: Readonly<Record<string, Said<'SuitFiled'>>>;
  readonly clocks: Readonly<Record<string, Deadline>>;
  /** Every clock there was, as it was counted last. */
  readonly everWound: Readonly<Record<string, Deadline>>;
  readonly suspensions: readonly Suspension[];
  /** The day its file was archived; '' while it is with the body. */
  readonly archivedOn: string;
  readonly limitation: {
    /** The event id of the fact that said last from when it runs. */
    readonly began: string;
    readonly runs: '' | 'one-year' | 'not-while-employed' | 'suspended';
    readonly stoodOn: string;
    /** Days it stood still since it last began. */
    readonly stood: number;
    /** What has moved it since it was said to run, in the order it was recorded. */
    readonly moves: readonly LimitationMove[];
  };
};

export type Case = Decider<State, DisputeCommand, DisputeEvent, Rule>;
/** Some rows of the state table. */
export type Steps<T extends DisputeCommand['type']> = Pick<Case['steps'], T>;
export type After<T extends keyof Case['after']> = Pick<Case['after'], T>;

export const noArbitration: Arbitration = {
  id: '',
  claimants: [],
  jurisdiction: '',
  filedOn: '',
  refusedOn: '',
  silentOn: '',
  acceptedOn: '',
  arbitrators: [],
  hearings: {},
  extendedOn: '',
  overdueOn: '',
  endedOn: '',
};

export const initial: State = {
  phase: 'none',
  before: 'none',
  about: {
    on: '',
    profile: 'national-2004',
    division: '',
    cause: 'other',
    form: 'written',
    channel: 'walk-in',
    proceeding: '',
    level: 'street',
    body: '',
    by: 'workers',
    claimants: [],
    employers: [],
    claim: 'separate',
    collective: 'individual',
  },
  said: {},
  claimants: {},
  representatives: [],
  heirs: {},
  succeeding: [],
  claims: {},
  leads: {},
  proceedings: {},
  standing: '',
  interests: [],
  sessions: [],
  conclusion: undefined,
  concluding: '',
  negotiation: '',
  settlements: {},
  arbitration: noArbitration,
  awards: {},
  suits: {},
  clocks: {},
  everWound: {},
  suspensions: [],
  archivedOn: '',
  limitation: { began: '', runs: '', stoodOn: '', stood: 0, moves: [] },
};

export const working: Phase[] = ['received', 'mediating'];
/** Until the award: the parties and their claims may still change. */
export const pending: Phase[] = [...working, 'suspended', 'settled', 'concluded', 'arbitrating'];
export const known: Phase[] = [...pending, 'decided'];
export const recorded: Phase[] = ['history', ...known];

export const placeOf = ({ about }: Pick<State, 'about'>): Profile => law(about.profile);
export const lawOf = ({ about }: Pick<State, 'about'>): DisputeLaw => disputeLaw(about.profile);

/** Whoever is still in the dispute and has not settled. */
export const openClaimants = ({ claimants }: State): string[] =>
  Object.keys(claimants).filter((person) => claimants[person] === 'open');

/** Who acts for this person now: whoever took over from him, or he himself. */
export const standsFor = ({ heirs }: Pick<State, 'heirs'>, person: string): readonly string[] =>
  heirs[person]?.flatMap((heir) => standsFor({ heirs }, heir)) ?? [person];

/** In what order things happen: `later` may be the same day. */
export const inOrder = (earlier: string, later: string): void =>
  ensure(earlier <= later, 'days-run-forward');

/** All of them are claimants of this dispute. */
export const ensureParties = ({ claimants }: State, persons: readonly string[]): void =>
  ensure(
    persons.every((person) => (claimants[person] ?? 'left') !== 'left'),
    'party-of-the-dispute',
  );

/** What the corrected fact says now. Refuses unless it is of this type and about the same thing. */
export const corrected = <T extends DisputeEvent['type']>(
  type: T,
  data: { readonly corrects: string },
  moment: Moment,
  about: readonly string[],
): Said<T> => {
  const said = saidBefore(type, data, moment, about);
  ensure(said !== undefined, 'corrects-a-fact');
  return said as Said<T>;
};
