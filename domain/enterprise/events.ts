import { z } from 'zod';
import { correction, event, takingBack } from '../shared/message.ts';
import { Attachments, Count, Day, Division, Id, Text } from '../shared/values.ts';

// These shapes are on disk for ever: add an optional field or a new type, never change one.
// They are exported for the commands that ask for the same.

export const IndustryScheme = z.enum(['gb4754-2017', 'gb4754-2011', 'fmcs']);
export const RegistrationScheme = z.enum(['nbs-1998', 'nbs-2023', 'samr', 'gb12402-2000']);
export const SizeClass = z.enum(['large', 'medium', 'small', 'micro']);
/** 规模以上 or not: the statistical scale that moves some delegate minimums. */
export const Scale = z.enum(['above', 'below']);

export const registration = {
  /** The first day it counts as registered. */
  registeredOn: Day,
  name: Text,
  nameEn: Text.optional(),
  creditCode: z.string().optional(),
  /** Why a code that fails its check digit was taken all the same. */
  codeOverride: Text.optional(),
  businessRegistrationNo: z.string().optional(),
  organisationCode: z.string().optional(),
  division: Division,
  address: Text.optional(),
  industry: z.string(),
  industryScheme: IndustryScheme,
  registrationType: z.string().optional(),
  registrationScheme: RegistrationScheme.optional(),
  sizeClass: SizeClass.optional(),
  sizeYear: z.int().optional(),
  scale: Scale.optional(),
};
export const codeLearned = { on: Day, creditCode: z.string(), codeOverride: Text.optional() };
export const renaming = { on: Day, name: Text, nameEn: Text.optional() };
export const move = { on: Day, division: Division, address: Text.optional() };
export const reclassification = { on: Day, industry: z.string(), industryScheme: IndustryScheme };
export const registrationType = {
  on: Day,
  registrationType: z.string(),
  registrationScheme: RegistrationScheme,
};
export const sizing = { on: Day, sizeClass: SizeClass, sizeYear: z.int(), scale: Scale.optional() };
export const headcount = {
  asOf: Day,
  workers: Count,
  women: Count.optional(),
  dispatched: Count.optional(),
  migrant: Count.optional(),
  partTime: Count.optional(),
};
export const founding = {
  on: Day,
  name: Text.optional(),
  creditCode: z.string().optional(),
  codeOverride: Text.optional(),
  upperUnion: Text.optional(),
};
export const federation = { on: Day, federation: Text };
export const members = { asOf: Day, members: Count, women: Count.optional() };
export const congress = { on: Day, delegates: Count, termEnd: Day.optional() };
export const unionEnd = { on: Day, reason: Text };
export const ending = { on: Day, reason: Text.optional() };
export const revocation = {
  ...ending,
  decisionNo: Text.optional(),
  proof: Attachments.optional(),
};
/** The reason of a correction is its own: the rest of what was said is said anew. */
export const standingAnew = { on: Day };
export const revocationAnew = {
  on: Day,
  decisionNo: Text.optional(),
  proof: Attachments.optional(),
};
export const merger = { on: Day, successor: Id };
/** `releases` is whom it was said to be merged into until a correction named another. */
const merged = { ...merger, releases: Id.optional() };
export const split = {
  on: Day,
  successors: z.array(Id).min(1),
  /** The successor that the contracts pass to. */
  contractsTo: Id,
  /** Whether the enterprise that was split goes on. */
  origin: z.enum(['remains', 'ceases']),
};
export const origin = { on: Day, origin: Id };
/** It existed, or had its union, from an earlier day than was said before. */
export const knownEarlier = { since: Day };

export const EnterpriseEvent = z.discriminatedUnion('type', [
  event('EnterpriseRegistered', registration),
  event('EnterpriseKnownEarlier', knownEarlier),
  event('CreditCodeLearned', codeLearned),
  event('EnterpriseRenamed', renaming),
  event('EnterpriseMoved', move),
  event('EnterpriseReclassified', reclassification),
  event('RegistrationTypeChanged', registrationType),
  event('SizeClassAssessed', sizing),
  event('HeadcountReported', headcount),
  event('UnionFounded', founding),
  event('UnionFederated', federation),
  event('UnionKnownEarlier', knownEarlier),
  event('UnionDissolved', unionEnd),
  event('MembersCounted', members),
  event('CongressConstituted', congress),
  event('EnterpriseSuspended', ending),
  event('EnterpriseResumed', ending),
  event('EnterpriseRevoked', revocation),
  event('EnterpriseDeregistered', ending),
  event('EnterpriseMergedInto', merged),
  event('EnterpriseSplitInto', split),
  event('EnterpriseSplitFrom', origin),
  event('EnterpriseVoided', { reason: Text }),
  event('EnterpriseFoundDuplicate', { of: Id, reason: Text }),
  correction('RegistrationCorrected', registration),
  correction('EnterpriseKnownEarlierCorrected', knownEarlier),
  correction('MoveCorrected', move),
  correction('ReclassificationCorrected', reclassification),
  correction('RegistrationTypeCorrected', registrationType),
  correction('SizeClassCorrected', sizing),
  correction('HeadcountCorrected', headcount),
  correction('UnionFoundingCorrected', founding),
  correction('UnionKnownEarlierCorrected', knownEarlier),
  correction('UnionFederationCorrected', federation),
  // The reason of a correction is its own: of an end only the day is said anew.
  correction('UnionDissolutionCorrected', { on: Day }),
  correction('MembersCorrected', members),
  correction('DeregistrationCorrected', { on: Day }),
  correction('MergerCorrected', merged),
  correction('SplitCorrected', split),
  correction('CreditCodeCorrected', codeLearned),
  correction('RenamingCorrected', renaming),
  correction('CongressCorrected', congress),
  correction('SplitFromCorrected', origin),
  correction('SuspensionCorrected', standingAnew),
  correction('ResumptionCorrected', standingAnew),
  correction('RevocationCorrected', revocationAnew),
  /** The enterprise did not end: it goes on as if that had not been recorded. */
  takingBack('DeregistrationTakenBack', { on: Day }),
  takingBack('MergerTakenBack', merger),
  takingBack('SplitTakenBack', { on: Day, contractsTo: Id }),
]);
export type EnterpriseEvent = z.infer<typeof EnterpriseEvent>;
