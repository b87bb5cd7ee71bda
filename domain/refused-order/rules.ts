export const rules = {
  'order-is-owed': {
    zh: '没有待处理的该指令：它未被拒绝，或已执行、已不再执行。',
    en: 'No such order is owed: it was not refused, was carried out since, or was dismissed.',
  },
} as const;

export type Rule = keyof typeof rules;
