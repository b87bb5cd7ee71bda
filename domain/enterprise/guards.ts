import { isPossibleDivision } from '../law/divisions.ts';
import { industryFaults } from '../law/industries.ts';
import { hasBegun } from '../shared/calendar.ts';
import {
  creditCodeFaults,
  organisationCodeFaults,
  registrationNumberFaults,
} from '../shared/codes.ts';
import type { Moment } from '../shared/decider.ts';
import type { Message } from '../shared/message.ts';
import { same } from '../shared/same.ts';
import type { EnterpriseEvent } from './events.ts';
import { ensure } from './rules.ts';
import { unionOn, unionsApart, type State } from './state.ts';

type Data<T extends EnterpriseEvent['type']> = Extract<EnterpriseEvent, { type: T }>['data'];

/** The day has come, somewhere, and the enterprise existed on it. */
export const ensureDay = (on: string, { since }: Pick<State, 'since'>, { at }: Moment): void => {
  ensure(hasBegun(on, at), 'not-in-the-future');
  ensure(since === '' || on >= since, 'not-before-registration');
};

/** A day of the enterprise's life: from its registration, before its end. */
export const ensureInLife = (on: string, state: State, moment: Moment): void => {
  ensureDay(on, state, moment);
  ensure(state.endedOn === '' || on < state.endedOn, 'not-after-the-end');
};

type Codes = {
  readonly creditCode?: string | undefined;
  readonly organisationCode?: string | undefined;
  readonly codeOverride?: string | undefined;
};

/** Codes pass their checks, or someone said why a failing one is taken all the same. */
export const ensureCodes = ({ creditCode, organisationCode, codeOverride }: Codes): void => {
  const faults = [
    ...(creditCode === undefined ? [] : creditCodeFaults(creditCode)),
    ...(organisationCode === undefined ? [] : organisationCodeFaults(organisationCode)),
  ];
  ensure(faults.length === 0 || codeOverride !== undefined, 'credit-code-sound');
};

const looksLikeACode = /^[0-9A-HJ-NPQRTUWXY]{18}$/;

/** Where the record's id is a credit code, it is the enterprise's, and as sound as one that is given. */
export const ensureOwnCode = (codes: Codes, { subject = '' }: Moment): void => {
  const { creditCode, codeOverride } = codes;
  if (!looksLikeACode.test(subject)) return;
  ensure(creditCode === undefined || creditCode === subject, 'credit-code-is-the-id');
  ensureCodes({ creditCode: subject, codeOverride });
};

export const ensureDivision = ({ division }: { readonly division: string }): void =>
  ensure(isPossibleDivision(division), 'division-exists');

type Classified = Pick<Data<'EnterpriseReclassified'>, 'industry' | 'industryScheme'>;

export const ensureIndustry = ({ industry, industryScheme }: Classified): void => {
  const sound =
    industryScheme === 'fmcs'
      ? /^[A-Z]$/.test(industry)
      : industryFaults(industry, industryScheme).length === 0;
  ensure(sound, 'industry-in-its-scheme');
};

type Typed = Pick<Data<'EnterpriseRegistered'>, 'registrationType' | 'registrationScheme'>;

/** A registration type is three digits, four in SAMR's scheme; both parts or none. */
export const ensureType = ({ registrationType: type, registrationScheme: scheme }: Typed): void => {
  const none = type === undefined && scheme === undefined;
  const form = scheme === 'samr' ? /^\d{4}$/ : /^\d{3}$/;
  ensure(
    none || (type !== undefined && scheme !== undefined && form.test(type)),
    'type-names-its-scheme',
  );
};

export const ensureHeadcount = (data: Data<'HeadcountReported'>): void => {
  const { workers, women = 0, dispatched = 0, migrant = 0, partTime = 0 } = data;
  ensure(Math.max(women, dispatched, migrant, partTime) <= workers, 'parts-within-workers');
};

/** Members may be more than the workers (another day, a federated union), which the register flags; women members not more than members. */
export const ensureMembers = (data: Data<'MembersCounted'>, state: State): void => {
  ensure((data.women ?? 0) <= data.members, 'women-within-members');
  ensure(unionOn(state, data.asOf), 'members-need-a-union');
};

export const ensureRegistration = (data: Data<'EnterpriseRegistered'>, moment: Moment): void => {
  ensureDay(data.registeredOn, { since: '' }, moment);
  ensureCodes(data);
  ensureOwnCode(data, moment);
  const { businessRegistrationNo: no, sizeClass, sizeYear } = data;
  ensure(
    no === undefined || registrationNumberFaults(no).length === 0,
    'registration-number-sound',
  );
  ensureDivision(data);
  ensureIndustry(data);
  ensureType(data);
  ensure((sizeClass === undefined) === (sizeYear === undefined), 'size-names-its-year');
};

type SplitSaid = Pick<Data<'EnterpriseSplitInto'>, 'on' | 'origin'> & {
  readonly corrects?: string | undefined;
};

/** Suspension, resumption, revocation and the end follow on each other. */
export const ensureForward = (on: string, { standings }: State): void =>
  ensure(on >= (standings.at(-1)?.on ?? ''), 'standing-runs-forward');

/** An end comes after its suspensions and the splits that it went on after; `but` is the fact said anew. */
export const ensureEnd = (on: string, state: State, but = ''): void => {
  ensureForward(on, state);
  const others = state.splits.filter(({ id }) => id !== but);
  ensure(
    others.every((split) => split.on <= on),
    'ends-after-its-splits',
  );
};

/** The day of a split: of its life where it goes on, an end of it otherwise. */
export const ensureSplitDay = (
  { on, origin, corrects = '' }: SplitSaid,
  state: State,
  moment: Moment,
): void => {
  ensureDay(on, state, moment);
  if (origin === 'ceases') {
    ensureEnd(on, state, corrects);
    return;
  }
  ensureForward(on, state);
  const was = moment.past(corrects)?.data as Data<'EnterpriseSplitInto'> | undefined;
  // What ended it was this very split, said anew.
  ensure(
    was?.origin === 'ceases' || state.endedOn === '' || on <= state.endedOn,
    'not-after-the-end',
  );
};

/** One of them said anew still lies between the one before and the one after it. */
export const ensureStandsInOrder = (
  { corrects, on }: { readonly corrects: string; readonly on: string },
  { standings }: State,
): void => {
  const days = standings.map((turn) => (turn.id === corrects ? on : turn.on));
  ensure(
    days.every((day, i) => day >= (days[i - 1] ?? '')),
    'standing-runs-forward',
  );
};

export const ensureCongress = ({ on, termEnd }: Data<'CongressConstituted'>): void =>
  ensure(termEnd === undefined || termEnd >= on, 'congress-term-forward');

/** A turn of its unions said anew for another day still ends, or begins, the same union. */
export const ensureSameUnions = (corrects: string, on: string, { unions }: State): void => {
  const anew = unions.map((turn) => (turn.id === corrects ? { ...turn, on } : turn));
  ensure(unionsApart(anew) === unionsApart(unions), 'unions-in-order');
};

/** The day of a dissolution said anew is one on which there was a union to dissolve. */
export const ensureDissolves = (corrects: string, on: string, state: State): void => {
  const others = state.unions.filter(({ id }) => id !== corrects);
  ensure(unionOn({ ...state, unions: others }, on), 'union-to-dissolve');
  ensureSameUnions(corrects, on, state);
};

/** An enterprise that ended in another way cannot have ceased in its split as well. */
export const ensureEndsOnce = (
  { corrects, origin }: { readonly corrects: string; readonly origin: string },
  { endedOn }: State,
  { past }: Moment,
): void => {
  const was = past(corrects)?.data as Data<'EnterpriseSplitInto'> | undefined;
  const isNewEnd = origin === 'ceases' && was?.origin === 'remains';
  ensure(!isNewEnd || endedOn === '', 'ends-once');
};

export const ensureAnother = (other: string, { subject }: Moment): void =>
  ensure(other !== subject, 'another-enterprise');

export const ensureSplit = (data: Data<'EnterpriseSplitInto'>, moment: Moment): void => {
  const { successors, contractsTo, origin } = data;
  for (const successor of successors) ensureAnother(successor, moment);
  ensure(new Set(successors).size === successors.length, 'successors-named-once');
  ensure(
    successors.includes(contractsTo) || (origin === 'remains' && contractsTo === moment.subject),
    'contracts-go-to-a-party-of-the-split',
  );
};

type Correction = { readonly corrects: string };
type Corrected = EnterpriseEvent['type'];

const cited = ({ corrects }: Correction, type: Corrected, moment: Moment): Message | undefined => {
  const fact = moment.past(corrects);
  return fact?.type === type ? fact : undefined;
};

/** Without what only a correction says: its reason, and what it changed. */
const said = (data: object): object => ({
  ...data,
  ...{ corrects: undefined, reason: undefined, releases: undefined },
});

/** Whether the fact already says what its correction would say. */
export const saysSo = (data: Correction, type: Corrected, moment: Moment): boolean => {
  const fact = cited(data, type, moment);
  return fact !== undefined && same(said(fact.data as object), said(data));
};

/** A correction names a recorded fact of its kind. */
export const ensureCites = (data: Correction, type: Corrected, moment: Moment): void =>
  ensure(cited(data, type, moment) !== undefined, 'correct-what-is-recorded');

/** The fact that is to be taken back, as it says now. Refused unless it is recorded and of this kind. */
export const ensureTakesBack = <T extends Corrected>(
  { takesBack }: { readonly takesBack: string },
  type: T,
  moment: Moment,
): Data<T> => {
  const fact = cited({ corrects: takesBack }, type, moment);
  ensure(fact !== undefined, 'correct-what-is-recorded');
  return fact?.data as Data<T>;
};
