import { deadline } from '../law/deadlines.ts';
import type { Period, Profile } from '../law/profile.ts';
import type { Standing } from '../law/whose.ts';
import { dayOf, plusDays, plusMonths } from '../shared/calendar.ts';
import type { Decider, Moment } from '../shared/decider.ts';
import type { Stamp } from '../shared/message.ts';
import type { Deadline } from '../shared/values.ts';
import type { ContractCommand } from './commands.ts';
import type { ContractEvent } from './events.ts';
import { ensure, type Rule } from './rules.ts';
import type { Phase, State } from './state.ts';

export type Steps = Decider<State, ContractCommand, ContractEvent, Rule>['steps'];
export type Ask<T> = Extract<ContractCommand, { type: T }>['data'];
export type Said<T> = Extract<ContractEvent, { type: T }>['data'];

/** Signed and not ended by an act: the phases in which a contract can still be ended. */
export const living: readonly Phase[] = [
  'signed',
  'under-review',
  'objected',
  'in-force',
  'amending',
  'amendment-under-review',
  'amendment-objected',
  'unknown-term',
  'expired',
];

/** Binding on its parties today or, when recorded late, before its end. */
export const bound: readonly Phase[] = [
  'in-force',
  'amending',
  'amendment-under-review',
  'amendment-objected',
  'expired',
  'ended',
];

/** Every phase in which there is a record to correct. */
export const recorded: readonly Phase[] = [...living, 'ended'];

export const today = ({ at }: Stamp, { zone }: Profile): string => dayOf(at, zone);

/** A fact cannot be dated after the day it is recorded. */
export const ensurePast = (day: string, stamp: Stamp, profile: Profile): void =>
  ensure(day <= today(stamp, profile), 'not-in-the-future');

/** The clock that this law sets, as an optional field of a fact; nothing where it sets none. */
export const clockOf = <Name extends string>(
  name: Name,
  clock: {
    readonly rule: string;
    readonly from: string;
    readonly period: Period | null;
    readonly profile: Profile;
  },
): Partial<Record<Name, Deadline>> => {
  const { period } = clock;
  if (!period) return {};
  return { [name]: deadline({ ...clock, period }) } as Partial<Record<Name, Deadline>>;
};

/** The clock to report the end of a contract, from the day it ended. */
export const reportOfEnd = (on: string, profile: Profile): { readonly report?: Deadline } =>
  clockOf('report', { rule: 'report-end', from: on, period: profile.reportEnd, profile });

/** The last day of a term of n whole months that begins on this day. */
const lastOf = (start: string, months: number): string => plusDays(plusMonths(start, months), -1);

export const ensureTerm = (start: string, end: string, { term }: Profile): void => {
  ensure(start < end, 'term-runs-forward');
  const { maxMonths } = term;
  if (maxMonths) ensure(end <= lastOf(start, maxMonths.n), 'term-too-long', maxMonths.article);
};

/** An amendment may cover what is left of a term; a new contract runs for the shortest one at least. */
export const ensureFullTerm = (start: string, end: string, profile: Profile): void => {
  ensureTerm(start, end, profile);
  const { minMonths } = profile.term;
  if (minMonths) ensure(end >= lastOf(start, minMonths.n), 'term-too-short', minMonths.article);
};

/** The fact that a correction names, if it is of this kind; otherwise the correction is refused. */
export const original = <T extends ContractEvent['type']>(
  { past }: Moment,
  eventId: string,
  type: T,
): Said<T> => {
  const fact = past(eventId);
  ensure(fact?.type === type, 'correct-what-is-recorded');
  return fact?.data as Said<T>;
};

/** Whose the contract is: its employer’s, who may have it from another in a merger or split. */
export const standing = ({ kind, level, scope, enterprise, passed }: State): Standing => ({
  kind,
  level,
  scope,
  employers: [enterprise, ...passed.map(({ from }) => from)].filter((one) => one !== ''),
});

/** Nothing renews or supersedes itself. */
export const ensureAnother = (other: string | undefined, { subject }: Moment): void =>
  ensure(other === undefined || other !== subject, 'another-contract');
