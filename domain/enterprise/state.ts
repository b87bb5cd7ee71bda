import type { EnterpriseEvent } from './events.ts';
import { same } from '../shared/same.ts';

export type Phase = 'none' | 'open' | 'suspended' | 'revoked' | 'ended' | 'void';

/** What a later decision reads; '' is "not yet". */
export type State = {
  readonly phase: Phase;
  /** The first day it is known to have existed. */
  readonly since: string;
  /** The day of its last suspension, resumption or revocation. */
  readonly standingOn: string;
  /** The first day it no longer exists. */
  readonly endedOn: string;
  readonly duplicateOf: string;
  /** The event ids of the ends that were taken back. */
  readonly takenBack: readonly string[];
  /** Its present union, or the last it had: founded, federated, dissolved on. */
  readonly foundedOn: string;
  readonly federatedOn: string;
  readonly federation: string;
  readonly dissolvedOn: string;
  /** The first day it ever had a union, and the day the union before the present one ended. */
  readonly firstUnionOn: string;
  readonly formerUnionTo: string;
  /** What was last said about each kind of fact and day, so that a repetition is seen. */
  readonly said: Readonly<Record<string, unknown>>;
};

export const initial: State = {
  phase: 'none',
  since: '',
  standingOn: '',
  endedOn: '',
  duplicateOf: '',
  takenBack: [],
  foundedOn: '',
  federatedOn: '',
  federation: '',
  dissolvedOn: '',
  firstUnionOn: '',
  formerUnionTo: '',
  said: {},
};

type Kind = EnterpriseEvent['type'];
type Dated = { readonly on: string } | { readonly asOf: string };

const key = (kind: Kind, data: Dated) => `${kind} ${'on' in data ? data.on : data.asOf}`;

/** The state that remembers what was said about that day; a later saying wins. */
export const remember = (state: State, kind: Kind, data: Dated): State => ({
  ...state,
  said: { ...state.said, [key(kind, data)]: data },
});

/** Whether just this is what was last said about that day. */
export const wasSaid = (state: State, kind: Kind, data: Dated): boolean =>
  same(state.said[key(kind, data)], data);

/** The earlier of two days, '' being none. */
export const earlier = (a: string, b: string): string => (a !== '' && a < b ? a : b);

/** Whether the present union, if there is one, was not dissolved by that day. */
export const unionStands = ({ dissolvedOn }: State, on: string): boolean =>
  dissolvedOn === '' || on < dissolvedOn;

/** The first day of the present union, '' if there is none. */
export const unionSince = ({ foundedOn, federatedOn }: State): string =>
  federatedOn === '' ? foundedOn : earlier(foundedOn, federatedOn);
