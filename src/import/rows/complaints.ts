import { z } from 'zod';

const types: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: '是或否',
  array: '列表',
  object: '对象',
  record: '对象',
  null: '空值',
  undefined: '未填写',
  nan: '非数字',
  date: '日期',
};
const named = (type: string): string => types[type] ?? '其他类型';

const forms: Readonly<Record<string, string>> = {
  date: '日期应为 YYYY-MM-DD，且确有此日。',
  datetime: '时刻应带时区，例如 2026-06-01T09:00:00+08:00。',
  email: '不是电子邮件地址。',
  url: '不是网址。',
  uuid: '不是 UUID。',
  base64: '不是 Base64。',
  regex: '格式不符合要求。',
};

const kindOf = (value: unknown): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value === 'number' && Number.isNaN(value) ? 'nan' : typeof value;
};

const unitOf: Readonly<Record<string, string>> = { string: '个字', array: '项', set: '项' };
const bound = (origin: string, limit: unknown, word: string): string => {
  const unit = unitOf[origin];
  return unit === undefined
    ? `应${word} ${String(limit)}。`
    : `应${word} ${String(limit)} ${unit}。`;
};

type Issue = z.core.$ZodRawIssue;
type Says = { readonly [C in Issue['code']]?: (issue: Extract<Issue, { code: C }>) => string };

const says: Says = {
  invalid_type: ({ input, expected }) =>
    input === undefined ? '必填。' : `应为${named(expected)}，填写的是${named(kindOf(input))}。`,
  invalid_value: ({ values }) => `应为以下之一：${values.map(String).join('、')}。`,
  too_small: ({ origin, minimum, inclusive }) =>
    bound(origin, minimum, inclusive === false ? '大于' : '不少于'),
  too_big: ({ origin, maximum, inclusive }) =>
    bound(origin, maximum, inclusive === false ? '小于' : '不超过'),
  invalid_format: ({ format }) => forms[format] ?? '格式不符合要求。',
  unrecognized_keys: ({ keys }) => `没有这个字段：${keys.join('、')}。`,
  not_multiple_of: ({ divisor }) => `应为 ${String(divisor)} 的倍数。`,
  invalid_union: () => '内容不是任何一种可接受的形式。',
};

/** How the schemas complain in Chinese; a schema's own words (a range, a form) stand as they are. */
const inChinese: z.core.$ZodErrorMap = (issue) => {
  const say = says[issue.code] as ((issue: Issue) => string) | undefined;
  return say?.(issue) ?? '内容不符合要求。';
};

/** How the schemas complain, by language. */
export const complaints = { zh: inChinese, en: z.locales.en().localeError } as const;
