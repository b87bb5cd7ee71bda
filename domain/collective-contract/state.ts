import type { ProfileId } from '../law/profiles.ts';
import type {
  ContractKind,
  ContractLevel,
  CoverageMode,
  Deadline,
  Scope,
} from '../shared/values.ts';

/** A text that was signed: the contract's own, or an amendment's. `id` is the event id of its signing. */
export type SignedText = {
  readonly id: string;
  readonly case: string;
  readonly signedOn: string;
  readonly termStart: string;
  readonly termEnd: string;
  readonly clauses: readonly string[];
  /** The event ids of what became of it: filed, objected to, in effect, published, run out. */
  readonly came: readonly string[];
};

/** The review that an objection or an effect belongs to: received on, last day to object. */
export type Review = { readonly receivedOn: string; readonly due: string };

/** One time a text took effect; `id` is the event id. */
export type Effect = Review & {
  readonly id: string;
  readonly mode: 'explicit' | 'deemed';
  readonly on: string;
  /** How the text before it stood; it stands so again when this one is taken back. */
  readonly stood?: Stood;
};

/** What a text in force is known by beside its terms. */
export type Stood = Pick<State, 'publishedOn' | 'renewalOpenedOn' | 'notice'> & {
  readonly publication?: Deadline | undefined;
};

/** An enterprise's stay under a contract it acceded to: until `to` (included), and out from `outOn`; '' while open. */
export type Accession = {
  readonly id: string;
  readonly enterprise: string;
  readonly from: string;
  readonly to: string;
  readonly outOn: string;
};

export type Breach = {
  readonly on: string;
  readonly demandedOn: string;
  readonly due: string;
  readonly rectifiedOn: string;
};

export type Phase =
  | 'none'
  | 'signed'
  | 'under-review'
  | 'objected'
  | 'in-force'
  | 'amending'
  | 'amendment-under-review'
  | 'amendment-objected'
  /** Registered as history with an unknown term: never in force. */
  | 'unknown-term'
  /** Its term ran out; what happened before is still recorded. */
  | 'expired'
  /** Ended before its term by an act. */
  | 'ended'
  | 'void';

/** How it ended before its term; `id` is the event id. */
export type End = {
  readonly id: string;
  readonly on: string;
  readonly by: '' | 'rescission' | 'condition' | 'employer' | 'supersession';
  /** The enterprise that ended, or the contract that stands in its place. */
  readonly other: string;
};

/** One time it passed to a successor; `id` is the event id. */
export type Passing = {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly on: string;
  /** The event id of the merger or split; '' where the record does not say. */
  readonly act: string;
};

/** What a later decision reads; '' and [] are "not yet". */
export type State = {
  readonly phase: Phase;
  /** 'signed' by both sides here, or taken over from a record as 'history'. */
  readonly origin: '' | 'signed' | 'history';
  readonly source: string;
  readonly profile: ProfileId;
  readonly kind: ContractKind;
  readonly level: ContractLevel;
  readonly scope?: Scope | undefined;
  readonly coverage: CoverageMode;
  readonly enterprise: string;
  /** Whose it was when it was signed. */
  readonly own: string;
  readonly predecessor: string;
  readonly texts: readonly SignedText[];
  /** Amendments that were objected to, and another signed in their place. */
  readonly dropped: readonly SignedText[];
  /** How many of the texts have taken effect, one after the other. */
  readonly effects: readonly Effect[];
  /** The filing under review or last reviewed. */
  readonly filing: Review & {
    readonly id: string;
    readonly filedOn: string;
    readonly no: string;
    /** The clock of its review: `review`, or `review:refiled`. */
    readonly clock: string;
  };
  /** The review that each objection was made in, by event id. */
  readonly objections: Readonly<Record<string, Review>>;
  /** The day of the last objection. */
  readonly objectedOn: string;
  /** The clocks that were set, by rule. */
  readonly deadlines: Readonly<Record<string, Deadline>>;
  /** Deadlines whose lapse is on record, as `<rule> <due>`. */
  readonly lapsed: readonly string[];
  readonly publishedOn: string;
  readonly renewalOpenedOn: string;
  /** The notice given last, and the end of the term that it was given for. */
  readonly notice: { readonly id: string; readonly termEnd: string; readonly case: string };
  /** The reports on performance: by event id, until which day each tells of it. */
  readonly reports: readonly { readonly id: string; readonly to: string }[];
  readonly roster: readonly Accession[];
  /** What was recorded under an id that the client chose, as it was said. */
  readonly said: Readonly<Record<string, unknown>>;
  readonly breaches: Readonly<Record<string, Breach>>;
  /** The earliest of its ends. */
  readonly end: End;
  /** Every end that is on record: one of an earlier day does not undo the others. */
  readonly ends: readonly End[];
  /** The event ids of the rescissions and agreed conditions that never were. */
  readonly takenBack: readonly string[];
  /** The event id of its expiry; '' also for what had run out before it was registered. */
  readonly expiry: string;
  /** Where the contract stood before it ended. */
  readonly before: Phase;
  /** How it passed from employer to employer, in order. */
  readonly passed: readonly Passing[];
  readonly endReportedOn: string;
};

export const noEnd: End = { id: '', on: '', by: '', other: '' };

/** The end that counts: the one of the earliest day, of two of one day the one that was recorded first. */
export const earliest = (ends: readonly End[]): End =>
  ends.reduce((first, end) => (first.on === '' || end.on < first.on ? end : first), noEnd);

/** Its end with its employer, also where it had ended before in another way. */
export const employerEndOf = ({ ends }: Pick<State, 'ends'>): End =>
  ends.find(({ by }) => by === 'employer') ?? noEnd;

/** Its end by another contract, also where it had ended before in another way. */
export const supersessionOf = ({ ends }: Pick<State, 'ends'>, contract: string): End =>
  ends.find(({ by, other }) => by === 'supersession' && other === contract) ?? noEnd;

/** Whose it was on a day. */
export const holderOn = ({ own, passed }: Pick<State, 'own' | 'passed'>, day: string): string =>
  passed.findLast(({ on }) => on <= day)?.to ?? own;

export const initial: State = {
  phase: 'none',
  origin: '',
  source: '',
  profile: 'national-2004',
  kind: 'comprehensive',
  level: 'enterprise',
  coverage: 'ALL_IN_SCOPE',
  enterprise: '',
  own: '',
  predecessor: '',
  texts: [],
  dropped: [],
  effects: [],
  filing: { id: '', no: '', filedOn: '', receivedOn: '', due: '', clock: '' },
  objections: {},
  objectedOn: '',
  deadlines: {},
  lapsed: [],
  publishedOn: '',
  renewalOpenedOn: '',
  notice: { id: '', termEnd: '', case: '' },
  reports: [],
  roster: [],
  said: {},
  breaches: {},
  end: noEnd,
  ends: [],
  takenBack: [],
  expiry: '',
  before: 'none',
  passed: [],
  endReportedOn: '',
};

const noText: SignedText = {
  id: '',
  case: '',
  signedOn: '',
  termStart: '',
  termEnd: '',
  clauses: [],
  came: [],
};

/** The text whose terms bind: the last that took effect, or the first while none has. */
export const binding = ({ texts, effects }: State): SignedText =>
  texts[Math.max(effects.length - 1, 0)] ?? noText;

/** The text that was signed last: under negotiation with the authority, or binding. */
export const latest = ({ texts }: State): SignedText => texts.at(-1) ?? noText;

/** The day the first text took effect; '' when none has. */
export const tookEffectOn = ({ effects }: State): string => effects[0]?.on ?? '';

/** The first day it binds, '' when it never did. */
export const forceFrom = (state: State): string => {
  const effect = tookEffectOn(state);
  const start = state.texts[0]?.termStart ?? '';
  return effect && (effect > start ? effect : start);
};

/** Whether a day lies within the contract's life in force, as far as it is known. */
export const bindsOn = (state: State, day: string): boolean => {
  const from = forceFrom(state);
  const { end } = state;
  return (
    from !== '' && day >= from && day <= binding(state).termEnd && (end.on === '' || day < end.on)
  );
};
