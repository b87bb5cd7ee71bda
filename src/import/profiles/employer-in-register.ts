/** The employer of a row must be on file: under its credit code, or where it has none its name and division. */
export const employerInRegister = {
  thing: 'enterprises',
  id: { named: 'enterprise' },
  column: 'enterpriseCode',
  otherwise: {
    column: 'enterpriseName',
    hint: {
      zh: '按名称和区划未找到；有统一社会信用代码的单位须填写代码',
      en: 'not found by name and division; an enterprise that has a credit code goes by that',
    },
  },
} as const;
