import { ruleBook } from '../shared/rules.ts';

/** What is refused at the door because an order that follows from it would be. */
export const rules = {
  'contract-id-free': {
    zh: '该合同编号已被另一合同或另一协商案件使用，请为将签订的合同另取编号。',
    en: 'This contract id belongs to another contract or bargaining case: give the contract to be signed an id of its own.',
  },
} as const;

export const ensure = ruleBook(rules);
