import { z } from 'zod';
import { command, correct, takeBack } from '../shared/message.ts';
import { Day, Id, Text } from '../shared/values.ts';
import {
  codeLearned,
  congress,
  ending,
  federation,
  founding,
  headcount,
  knownEarlier,
  members,
  merger,
  move,
  origin,
  reclassification,
  registration,
  registrationType,
  renaming,
  revocation,
  revocationAnew,
  sizing,
  split,
  standingAnew,
  unionEnd,
} from './events.ts';

const code = z.string().trim().min(1).max(40);
const year = z.int().min(1949).max(2199);

const registering = {
  ...registration,
  creditCode: code.optional(),
  businessRegistrationNo: code.optional(),
  organisationCode: code.optional(),
  industry: code,
  registrationType: code.optional(),
  sizeYear: year.optional(),
};
const reclassifying = { ...reclassification, industry: code };
const changingType = { ...registrationType, registrationType: code };
const assessing = { ...sizing, sizeYear: year };
const founded = { ...founding, creditCode: code.optional() };

/** Everything that can be asked of an enterprise; the path of a command is its name in kebab-case. */
export const EnterpriseCommand = z.discriminatedUnion('type', [
  /** Opens the record; for one that is known, an earlier day says that it existed before. */
  command('Register', registering),
  command('LearnCreditCode', { ...codeLearned, creditCode: code }),
  command('Rename', renaming),
  command('Move', move),
  command('Reclassify', reclassifying),
  command('ChangeRegistrationType', changingType),
  command('AssessSizeClass', assessing),
  command('ReportHeadcount', headcount),
  command('FoundUnion', founded),
  command('FederateUnion', federation),
  command('DissolveUnion', unionEnd),
  command('CountMembers', members),
  command('ConstituteCongress', congress),
  command('Suspend', ending),
  command('Resume', ending),
  /** 吊销: the licence is taken, the legal person goes on until it is deregistered. */
  command('Revoke', revocation),
  /** 注销: the legal person ends. */
  command('Deregister', ending),
  command('MergeInto', merger),
  command('SplitInto', split),
  command('RecordSplitFrom', origin),
  /** Strikes out a record that should not be; with `duplicateOf`, in favour of the other one. */
  command('Void', { reason: Text, duplicateOf: Id.optional() }),
  correct('CorrectRegistration', { ...registering, registeredOn: Day }),
  correct('CorrectEnterpriseKnownEarlier', knownEarlier),
  correct('CorrectMove', move),
  correct('CorrectReclassification', reclassifying),
  correct('CorrectRegistrationType', changingType),
  correct('CorrectSizeClass', assessing),
  correct('CorrectHeadcount', headcount),
  correct('CorrectUnionFounding', founded),
  correct('CorrectUnionKnownEarlier', knownEarlier),
  correct('CorrectUnionFederation', federation),
  // The reason of a correction is its own: of an end only the day is said anew.
  correct('CorrectUnionDissolution', { on: Day }),
  correct('CorrectMembers', members),
  correct('CorrectDeregistration', { on: Day }),
  correct('CorrectMerger', merger),
  correct('CorrectSplit', split),
  correct('CorrectCreditCode', { ...codeLearned, creditCode: code }),
  correct('CorrectRenaming', renaming),
  correct('CorrectCongress', congress),
  correct('CorrectSplitFrom', origin),
  correct('CorrectSuspension', standingAnew),
  correct('CorrectResumption', standingAnew),
  correct('CorrectRevocation', revocationAnew),
  takeBack('TakeBackDeregistration'),
  takeBack('TakeBackMerger'),
  takeBack('TakeBackSplit'),
]);
export type EnterpriseCommand = z.infer<typeof EnterpriseCommand>;
