import type { EnterpriseEvent } from '../../domain/enterprise/events.ts';
import { dayNumber } from '../../domain/shared/calendar.ts';
import type { Seen } from '../projection.ts';
import { said, saidAnew, type Dated } from './dated.ts';

export type Union = 'own' | 'federated' | 'none';
export type Head = { readonly workers: number; readonly women: number };

/** What the books remember of an enterprise: every dated attribute, by the fact that said it. */
export type EnterpriseDossier = {
  /** Each day it was said to be registered: it counts from the earliest. */
  readonly registered: readonly Dated<null>[];
  readonly divisions: readonly Dated<string>[];
  readonly industries: readonly Dated<string>[];
  readonly types: readonly Dated<string>[];
  readonly sizes: readonly Dated<string>[];
  readonly unions: readonly Dated<Union>[];
  readonly heads: readonly Dated<Head>[];
  readonly members: readonly Dated<number>[];
  /** Leaves the population from that day (deregistered, merged, split up). */
  readonly ends: readonly Dated<null>[];
  readonly void: 'no' | 'yes';
};

export const unknownEnterprise: EnterpriseDossier = {
  registered: [],
  divisions: [],
  industries: [],
  types: [],
  sizes: [],
  unions: [],
  heads: [],
  members: [],
  ends: [],
  void: 'no',
};

type Of<T> = Extract<EnterpriseEvent, { type: T }>['data'];
type Into = typeof said | typeof saidAnew;

const registration = (
  d: EnterpriseDossier,
  data: Of<'EnterpriseRegistered'>,
  fact: string,
  into: Into,
): EnterpriseDossier => {
  const on = dayNumber(data.registeredOn);
  return {
    ...d,
    registered: into(d.registered, { fact, on, is: null }),
    divisions: into(d.divisions, { fact, on, is: data.division }),
    industries: into(d.industries, { fact, on, is: data.industry }),
    types: into(d.types, { fact, on, is: data.registrationType ?? '' }),
    sizes: into(d.sizes, { fact, on, is: data.sizeClass ?? '' }),
  };
};
const union = (is: Union) => (d: EnterpriseDossier, on: string, fact: string, into: Into) => ({
  ...d,
  unions: into(d.unions, { fact, on: dayNumber(on), is }),
});
const headcount = (
  d: EnterpriseDossier,
  data: Of<'HeadcountReported'>,
  fact: string,
  into: Into,
) => ({
  ...d,
  heads: into(d.heads, {
    fact,
    on: dayNumber(data.asOf),
    is: { workers: data.workers, women: data.women ?? 0 },
  }),
});
const ending = (d: EnterpriseDossier, on: string, fact: string, into: Into) => ({
  ...d,
  ends: into(d.ends, { fact, on: dayNumber(on), is: null }),
});
/** A saying of its own: what the registration says, anew or not, leaves it as it is. */
const earlier = (d: EnterpriseDossier, since: string, fact: string, into: Into) => ({
  ...d,
  registered: into(d.registered, { fact, on: dayNumber(since), is: null }),
});

const splitUp = (
  d: EnterpriseDossier,
  data: Of<'EnterpriseSplitInto'>,
  fact: string,
  into: Into,
) =>
  data.origin === 'ceases'
    ? ending(d, data.on, fact, into)
    : { ...d, ends: d.ends.filter((end) => end.fact !== fact) };

const notEnded = (
  d: EnterpriseDossier,
  { takesBack }: { readonly takesBack: readonly string[] },
): EnterpriseDossier => ({ ...d, ends: d.ends.filter(({ fact }) => !takesBack.includes(fact)) });

type Learn = {
  readonly [T in EnterpriseEvent['type']]?: (
    d: EnterpriseDossier,
    data: Of<T>,
    fact: string,
  ) => EnterpriseDossier;
};

const learn: Learn = {
  EnterpriseRegistered: (d, data, fact) => registration(d, data, fact, said),
  EnterpriseKnownEarlier: (d, { since }, fact) => earlier(d, since, fact, said),
  EnterpriseMoved: (d, { on, division }, fact) => ({
    ...d,
    divisions: said(d.divisions, { fact, on: dayNumber(on), is: division }),
  }),
  EnterpriseReclassified: (d, { on, industry }, fact) => ({
    ...d,
    industries: said(d.industries, { fact, on: dayNumber(on), is: industry }),
  }),
  RegistrationTypeChanged: (d, { on, registrationType }, fact) => ({
    ...d,
    types: said(d.types, { fact, on: dayNumber(on), is: registrationType }),
  }),
  SizeClassAssessed: (d, { on, sizeClass }, fact) => ({
    ...d,
    sizes: said(d.sizes, { fact, on: dayNumber(on), is: sizeClass }),
  }),
  HeadcountReported: (d, data, fact) => headcount(d, data, fact, said),
  UnionFounded: (d, { on }, fact) => union('own')(d, on, fact, said),
  UnionFederated: (d, { on }, fact) => union('federated')(d, on, fact, said),
  UnionKnownEarlier: (d, { since }, fact) => union('own')(d, since, fact, said),
  UnionDissolved: (d, { on }, fact) => union('none')(d, on, fact, said),
  MembersCounted: (d, { asOf, members }, fact) => ({
    ...d,
    members: said(d.members, { fact, on: dayNumber(asOf), is: members }),
  }),
  EnterpriseDeregistered: (d, { on }, fact) => ending(d, on, fact, said),
  EnterpriseMergedInto: (d, { on }, fact) => ending(d, on, fact, said),
  EnterpriseSplitInto: (d, data, fact) => splitUp(d, data, fact, said),
  DeregistrationTakenBack: notEnded,
  MergerTakenBack: notEnded,
  SplitTakenBack: notEnded,
  EnterpriseVoided: (d) => ({ ...d, void: 'yes' }),
  EnterpriseFoundDuplicate: (d) => ({ ...d, void: 'yes' }),
  RegistrationCorrected: (d, data) => registration(d, data, data.corrects, saidAnew),
  EnterpriseKnownEarlierCorrected: (d, { since, corrects }) =>
    earlier(d, since, corrects, saidAnew),
  MoveCorrected: (d, { corrects, on, division }) => ({
    ...d,
    divisions: saidAnew(d.divisions, { fact: corrects, on: dayNumber(on), is: division }),
  }),
  ReclassificationCorrected: (d, { corrects, on, industry }) => ({
    ...d,
    industries: saidAnew(d.industries, { fact: corrects, on: dayNumber(on), is: industry }),
  }),
  RegistrationTypeCorrected: (d, { corrects, on, registrationType }) => ({
    ...d,
    types: saidAnew(d.types, { fact: corrects, on: dayNumber(on), is: registrationType }),
  }),
  SizeClassCorrected: (d, { corrects, on, sizeClass }) => ({
    ...d,
    sizes: saidAnew(d.sizes, { fact: corrects, on: dayNumber(on), is: sizeClass }),
  }),
  HeadcountCorrected: (d, data) => headcount(d, data, data.corrects, saidAnew),
  UnionFoundingCorrected: (d, { on, corrects }) => union('own')(d, on, corrects, saidAnew),
  UnionKnownEarlierCorrected: (d, { since, corrects }) =>
    union('own')(d, since, corrects, saidAnew),
  UnionFederationCorrected: (d, { on, corrects }) => union('federated')(d, on, corrects, saidAnew),
  UnionDissolutionCorrected: (d, { on, corrects }) => union('none')(d, on, corrects, saidAnew),
  MembersCorrected: (d, { corrects, asOf, members }) => ({
    ...d,
    members: saidAnew(d.members, { fact: corrects, on: dayNumber(asOf), is: members }),
  }),
  DeregistrationCorrected: (d, { corrects, on }) => ending(d, on, corrects, saidAnew),
  MergerCorrected: (d, { corrects, on }) => ending(d, on, corrects, saidAnew),
  SplitCorrected: (d, data) =>
    splitUp(
      { ...d, ends: d.ends.filter(({ fact }) => fact !== data.corrects) },
      data,
      data.corrects,
      said,
    ),
};

/** The dossier after a fact; the same object when the fact moves no account. */
export const learnEnterprise = (
  dossier: EnterpriseDossier,
  { type, data, id }: Seen<EnterpriseEvent>,
): EnterpriseDossier => {
  const step = learn[type] as
    ((d: EnterpriseDossier, data: unknown, fact: string) => EnterpriseDossier) | undefined;
  return step ? step(dossier, data, id) : dossier;
};
