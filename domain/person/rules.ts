import { ruleBook } from '../shared/rules.ts';

export const rules = {
  'person-registered-once': {
    zh: '该人员编号已被使用；请更正其信息，或使用新的编号。',
    en: 'This person’s id is taken: correct the details, or use a new id.',
  },
  'person-on-record': {
    zh: '该人员尚未登记、已删除或已作废。',
    en: 'This person is not registered, was erased, or was struck out.',
  },
  'person-erased': {
    zh: '该人员的个人信息已删除，不能再保存其信息。',
    en: 'This person’s details were erased; nothing more can be kept about them.',
  },
  'resident-id-sound': {
    zh: '身份证号码未通过校验；确属真实的，请写明理由。',
    en: 'The resident id fails its check; if it is real all the same, say why.',
  },
  'erased-by-today': {
    zh: '删除日期不得晚于今天。',
    en: 'The day of the erasure lies in the future.',
  },
  'another-person': {
    zh: '须指明另一人员编号，不能是本人。',
    en: 'Another person must be named, not this one.',
  },
} as const;

export type Rule = keyof typeof rules;
export const ensure = ruleBook<Rule>(rules);
