import { said } from './said.ts';

/** What can be asked. */
export const commands = said({
  Register: ['人员登记', 'Register a person'],
  CorrectDetails: ['更正个人信息', 'Correct details'],
  SealNote: ['密封说明', 'Seal a note'],
  Erase: ['删除个人信息', 'Erase the person'],
  Void: ['作废人员记录', 'Strike out the record'],
});

/** What can have happened. */
export const events = said({
  PersonRegistered: ['人员登记', 'Person registered'],
  DetailsCorrected: ['更正个人信息', 'Details corrected'],
  NoteSealed: ['密封说明', 'Note sealed'],
  PersonErased: ['删除个人信息', 'Person erased'],
  PersonVoided: ['作废人员记录', 'Person voided'],
  PersonFoundDuplicate: ['认定为重复记录', 'Found to be a duplicate'],
});

/** Where it can stand. */
export const phases = said({
  none: ['尚未登记', 'Not on record'],
  registered: ['已登记', 'Registered'],
  void: ['已作废', 'Void'],
});
