import { z } from 'zod';
import { correction, event } from '../shared/message.ts';
import { Attachments, Count, Day, Division, Id, Text } from '../shared/values.ts';

// These shapes are on disk for ever: add an optional field or a new type, never change one.

export const IndustryScheme = z.enum(['gb4754-2017', 'gb4754-2011', 'fmcs']);
export const RegistrationScheme = z.enum(['nbs-1998', 'nbs-2023', 'samr', 'gb12402-2000']);
export const SizeClass = z.enum(['large', 'medium', 'small', 'micro']);
/** 规模以上 or not: the statistical scale that moves some delegate minimums. */
export const Scale = z.enum(['above', 'below']);

const registration = {
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
const move = { on: Day, division: Division };
const reclassification = { on: Day, industry: z.string(), industryScheme: IndustryScheme };
const registrationType = {
  on: Day,
  registrationType: z.string(),
  registrationScheme: RegistrationScheme,
};
const sizing = { on: Day, sizeClass: SizeClass, sizeYear: z.int(), scale: Scale.optional() };
const headcount = {
  asOf: Day,
  workers: Count,
  women: Count.optional(),
  dispatched: Count.optional(),
  migrant: Count.optional(),
  partTime: Count.optional(),
};
const founding = {
  on: Day,
  name: Text.optional(),
  creditCode: z.string().optional(),
  upperUnion: Text.optional(),
};
const federation = { on: Day, federation: Text };
const members = { asOf: Day, members: Count, women: Count.optional() };
const unionEnd = { on: Day, reason: Text };
const ending = { on: Day, reason: Text.optional() };
const merger = { on: Day, successor: Id };
const split = {
  on: Day,
  successors: z.array(Id).min(1),
  /** The successor that the contracts pass to. */
  contractsTo: Id,
  /** Whether the enterprise that was split goes on. */
  origin: z.enum(['remains', 'ceases']),
};

export const EnterpriseEvent = z.discriminatedUnion('type', [
  event('EnterpriseRegistered', registration),
  event('EnterpriseKnownEarlier', { since: Day }),
  event('CreditCodeLearned', { on: Day, creditCode: z.string(), codeOverride: Text.optional() }),
  event('EnterpriseRenamed', { on: Day, name: Text, nameEn: Text.optional() }),
  event('EnterpriseMoved', move),
  event('EnterpriseReclassified', reclassification),
  event('RegistrationTypeChanged', registrationType),
  event('SizeClassAssessed', sizing),
  event('HeadcountReported', headcount),
  event('UnionFounded', founding),
  event('UnionFederated', federation),
  event('UnionKnownEarlier', { since: Day }),
  event('UnionDissolved', unionEnd),
  event('MembersCounted', members),
  event('CongressConstituted', { on: Day, delegates: Count, termEnd: Day.optional() }),
  event('EnterpriseSuspended', ending),
  event('EnterpriseResumed', ending),
  event('EnterpriseRevoked', {
    ...ending,
    decisionNo: Text.optional(),
    proof: Attachments.optional(),
  }),
  event('EnterpriseDeregistered', ending),
  event('EnterpriseMergedInto', merger),
  event('EnterpriseSplitInto', split),
  event('EnterpriseSplitFrom', { on: Day, origin: Id }),
  event('EnterpriseVoided', { reason: Text }),
  event('EnterpriseFoundDuplicate', { of: Id, reason: Text }),
  correction('RegistrationCorrected', registration),
  correction('MoveCorrected', move),
  correction('ReclassificationCorrected', reclassification),
  correction('RegistrationTypeCorrected', registrationType),
  correction('SizeClassCorrected', sizing),
  correction('HeadcountCorrected', headcount),
  correction('UnionFoundingCorrected', founding),
  correction('UnionFederationCorrected', federation),
  correction('UnionDissolutionCorrected', unionEnd),
  correction('MembersCorrected', members),
  correction('DeregistrationCorrected', ending),
  correction('MergerCorrected', merger),
  correction('SplitCorrected', split),
]);
export type EnterpriseEvent = z.infer<typeof EnterpriseEvent>;
