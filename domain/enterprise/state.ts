import type { EnterpriseEvent } from './events.ts';
import { same } from '../shared/same.ts';

export type Phase = 'none' | 'open' | 'suspended' | 'revoked' | 'ended' | 'void';

/** A union began, or was dissolved; `id` is the event id. */
export type UnionTurn = {
  readonly id: string;
  readonly on: string;
  readonly is: 'begun' | 'dissolved';
};

/** A day on which something turned, by the event id of the fact that said so. */
export type Turn = Pick<UnionTurn, 'id' | 'on'>;

/** What a later decision reads; '' is "not yet". */
export type State = {
  readonly phase: Phase;
  /** The first day it is known to have existed. */
  readonly since: string;
  /** Its suspensions, resumptions and revocations, in the order they were said. */
  readonly standings: readonly Turn[];
  /** The splits that it went on after. */
  readonly splits: readonly Turn[];
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
  /** Each day from which it was said to have a union, or none, by the fact that said so. */
  readonly unions: readonly UnionTurn[];
  /** The first day it ever had a union, and the day the union before the present one ended. */
  readonly firstUnionOn: string;
  readonly formerUnionTo: string;
  /** What was last said about each kind of fact and day, so that a repetition is seen. */
  readonly said: Readonly<Record<string, unknown>>;
};

export const initial: State = {
  phase: 'none',
  since: '',
  standings: [],
  splits: [],
  endedOn: '',
  duplicateOf: '',
  takenBack: [],
  foundedOn: '',
  federatedOn: '',
  federation: '',
  dissolvedOn: '',
  unions: [],
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

/** The turns in the order of their days; on the same day the later recording comes last. */
const inOrder = (turns: readonly UnionTurn[]): readonly UnionTurn[] =>
  turns.toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));

/** Whether it had a union on a day. */
export const unionOn = ({ unions }: State, day: string): boolean =>
  inOrder(unions).findLast(({ on }) => on <= day)?.is === 'begun';

/** Which turns make up one union after the other, whatever their days within it. */
export const unionsApart = (turns: readonly UnionTurn[]): string => {
  const unions: string[][] = [[]];
  for (const { id, is } of inOrder(turns)) {
    unions.at(-1)?.push(id);
    if (is === 'dissolved') unions.push([]);
  }
  return unions.map((ids) => ids.sort().join(' ')).join(' | ');
};

/** The first day of the present union, '' if there is none. */
export const unionSince = ({ foundedOn, federatedOn }: State): string =>
  federatedOn === '' ? foundedOn : earlier(foundedOn, federatedOn);
