import { ruleBook } from '../shared/rules.ts';

/** What is refused at the door because an order that follows from it would be. */
export const rules = {
  'contract-id-free': {
    zh: '该合同编号已被另一合同或另一协商案件使用，请为将签订的合同另取编号。',
    en: 'This contract id belongs to another contract or bargaining case: give the contract to be signed an id of its own.',
  },
  'amends-its-own': {
    zh: '变更案件须针对本方的现行合同：该编号的合同没有登记、已经终止，或者企业、适用范围、合同种类、层级与本案不同。',
    en: 'A case amends a contract of its own: this one is not on record, has ended, or is for another employer or scope, or of another kind or level.',
  },
  'renews-its-own': {
    zh: '被续订的合同属于其他企业或适用范围，或者合同种类、层级不同。',
    en: 'The contract to be renewed is for another employer or scope, or of another kind or level.',
  },
  'successor-on-record': {
    zh: '接替的合同没有登记，或者不属于同一企业或适用范围、同一种类和层级。',
    en: 'The contract that is to stand in its place is not on record, or not of the same parties, kind and level.',
  },
  'heir-had-ended': {
    zh: '所列的承继企业在该日之前已经终止，或其记录已作废；请核对企业和日期，或先更正该企业的终止。',
    en: 'An enterprise named as successor had ended by that day, or its record was struck out: check which one it is and the day, or correct its end first.',
  },
  'employer-had-ended': {
    zh: '该企业在该日之前已经终止，或其记录已作废；请核对企业和日期，与承继其权利义务的单位协商，或先更正该企业的终止。',
    en: 'The employer had ended by that day, or its record was struck out: check which one it is and the day, bargain with whoever took its place, or correct its end first.',
  },
  'credit-code-free': {
    zh: '另一企业已使用该统一社会信用代码；请在该企业名下登记，或将其中一条记录作为重复记录作废。',
    en: 'Another enterprise has this credit code: record it there, or strike out one of the two as the duplicate of the other.',
  },
} as const;

export const ensure = ruleBook(rules);
