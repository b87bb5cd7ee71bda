import type { Corrects } from '../shared/decider.ts';
import type { EnterpriseCommand } from './commands.ts';
import type { EnterpriseEvent } from './events.ts';

/** Of which fact each correction, or taking back, is: it names one of that kind by its event id. */
export const corrects: Corrects<EnterpriseCommand, EnterpriseEvent> = {
  CorrectRegistration: 'EnterpriseRegistered',
  CorrectEnterpriseKnownEarlier: 'EnterpriseKnownEarlier',
  CorrectMove: 'EnterpriseMoved',
  CorrectReclassification: 'EnterpriseReclassified',
  CorrectRegistrationType: 'RegistrationTypeChanged',
  CorrectSizeClass: 'SizeClassAssessed',
  CorrectHeadcount: 'HeadcountReported',
  CorrectUnionFounding: 'UnionFounded',
  CorrectUnionKnownEarlier: 'UnionKnownEarlier',
  CorrectUnionFederation: 'UnionFederated',
  CorrectUnionDissolution: 'UnionDissolved',
  CorrectMembers: 'MembersCounted',
  CorrectDeregistration: 'EnterpriseDeregistered',
  CorrectMerger: 'EnterpriseMergedInto',
  CorrectSplit: 'EnterpriseSplitInto',
  CorrectCreditCode: 'CreditCodeLearned',
  CorrectRenaming: 'EnterpriseRenamed',
  CorrectCongress: 'CongressConstituted',
  CorrectSplitFrom: 'EnterpriseSplitFrom',
  CorrectSuspension: 'EnterpriseSuspended',
  CorrectResumption: 'EnterpriseResumed',
  CorrectRevocation: 'EnterpriseRevoked',
  TakeBackDeregistration: 'EnterpriseDeregistered',
  TakeBackMerger: 'EnterpriseMergedInto',
  TakeBackSplit: 'EnterpriseSplitInto',
};
