import type { Corrects } from '../shared/decider.ts';
import type { ContractCommand } from './commands.ts';
import type { ContractEvent } from './events.ts';

/** Of which fact each correction, or taking back, is: it names one of that kind by its event id. */
export const corrects: Corrects<ContractCommand, ContractEvent> = {
  CorrectSigning: 'ContractSigned',
  CorrectHistory: 'ContractRegisteredAsHistory',
  CorrectFiling: 'ContractFiled',
  CorrectRefiling: 'ContractRefiled',
  CorrectObjection: 'ReviewObjected',
  CorrectEffect: 'ContractTookEffect',
  CorrectPublication: 'ContractPublished',
  CorrectBreach: 'BreachFound',
  CorrectRectificationDemand: 'RectificationDemanded',
  CorrectRectification: 'BreachRectified',
  CorrectEndReport: 'EndReported',
  CorrectFulfilmentReport: 'FulfilmentReported',
  CorrectNotice: 'NoticeGiven',
  CorrectAccession: 'EnterpriseAcceded',
  CorrectWithdrawal: 'EnterpriseWithdrew',
  CorrectInspection: 'InspectionHeld',
  CorrectAmendment: 'AmendmentSigned',
  CorrectRescission: 'ContractRescinded',
  CorrectTermination: 'ContractTerminated',
  TakeBackRescission: 'ContractRescinded',
  TakeBackTermination: 'ContractTerminated',
};
