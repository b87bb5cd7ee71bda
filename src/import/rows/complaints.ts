import type { z } from 'zod';

/** What the schemas complain of, in the words of one language. */
type Language = {
  readonly types: Readonly<Record<string, string>>;
  readonly otherType: string;
  readonly forms: Readonly<Record<string, string>>;
  readonly otherForm: string;
  readonly missing: string;
  readonly wrongType: (expected: string, given: string) => string;
  readonly oneOf: (values: readonly string[]) => string;
  /** How a number is bounded, and how many parts something has. */
  readonly bounds: Readonly<Record<'atLeast' | 'moreThan' | 'atMost' | 'lessThan', string>>;
  readonly bound: (word: string, limit: string, of: 'string' | 'list' | undefined) => string;
  readonly unknownKeys: (keys: readonly string[]) => string;
  readonly multipleOf: (divisor: string) => string;
  readonly noAlternative: string;
  readonly otherwise: string;
};

const zh: Language = {
  types: {
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
  },
  otherType: '其他类型',
  forms: {
    date: '日期应为 YYYY-MM-DD，且确有此日。',
    datetime: '时刻应带时区，例如 2026-06-01T09:00:00+08:00。',
    email: '不是电子邮件地址。',
    url: '不是网址。',
    uuid: '不是 UUID。',
    base64: '不是 Base64。',
  },
  otherForm: '格式不符合要求。',
  missing: '必填。',
  wrongType: (expected, given) => `应为${expected}，填写的是${given}。`,
  oneOf: (values) => `应为以下之一：${values.join('、')}。`,
  bounds: { atLeast: '不少于', moreThan: '大于', atMost: '不超过', lessThan: '小于' },
  bound: (word, limit, of) =>
    `应${word} ${limit}${of === undefined ? '' : ` ${of === 'string' ? '个字' : '项'}`}。`,
  unknownKeys: (keys) => `没有这个字段：${keys.join('、')}。`,
  multipleOf: (divisor) => `应为 ${divisor} 的倍数。`,
  noAlternative: '内容不是任何一种可接受的形式。',
  otherwise: '内容不符合要求。',
};

const en: Language = {
  types: {
    string: 'a text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'an object',
    record: 'an object',
    null: 'null',
    undefined: 'nothing',
    nan: 'no number',
    date: 'a date',
  },
  otherType: 'something else',
  forms: {
    date: 'A day is written YYYY-MM-DD, and must exist.',
    datetime: 'An instant has its offset, for example 2026-06-01T09:00:00+08:00.',
    email: 'This is no e-mail address.',
    url: 'This is no web address.',
    uuid: 'This is no UUID.',
    base64: 'This is no Base64.',
  },
  otherForm: 'It does not have the right form.',
  missing: 'It must be filled in.',
  wrongType: (expected, given) => `It must be ${expected}, and is ${given}.`,
  oneOf: (values) => `It must be one of: ${values.join(', ')}.`,
  bounds: { atLeast: 'at least', moreThan: 'more than', atMost: 'at most', lessThan: 'less than' },
  bound: (word, limit, of) => {
    if (of === undefined) return `It must be ${word} ${limit}.`;
    const part = of === 'string' ? 'character' : 'item';
    return `It must have ${word} ${limit} ${part}${limit === '1' ? '' : 's'}.`;
  },
  unknownKeys: (keys) => `There is no such field: ${keys.join(', ')}.`,
  multipleOf: (divisor) => `It must be a multiple of ${divisor}.`,
  noAlternative: 'It has none of the forms that are taken.',
  otherwise: 'It is not as it must be.',
};

const kindOf = (value: unknown): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value === 'number' && Number.isNaN(value) ? 'nan' : typeof value;
};

const countedIn = (origin: string): 'string' | 'list' | undefined => {
  if (origin === 'string') return 'string';
  return origin === 'array' || origin === 'set' ? 'list' : undefined;
};

type Issue = z.core.$ZodRawIssue;
type Says = { readonly [C in Issue['code']]?: (issue: Extract<Issue, { code: C }>) => string };

const saysIn = (words: Language): Says => {
  const { types, otherType, forms, bounds } = words;
  const named = (type: string): string => types[type] ?? otherType;
  return {
    invalid_type: ({ input, expected }) =>
      input === undefined ? words.missing : words.wrongType(named(expected), named(kindOf(input))),
    invalid_value: ({ values }) => words.oneOf(values.map(String)),
    too_small: ({ origin, minimum, inclusive }) =>
      words.bound(
        inclusive === false ? bounds.moreThan : bounds.atLeast,
        String(minimum),
        countedIn(origin),
      ),
    too_big: ({ origin, maximum, inclusive }) =>
      words.bound(
        inclusive === false ? bounds.lessThan : bounds.atMost,
        String(maximum),
        countedIn(origin),
      ),
    invalid_format: ({ format }) => forms[format] ?? words.otherForm,
    unrecognized_keys: ({ keys }) => words.unknownKeys(keys),
    not_multiple_of: ({ divisor }) => words.multipleOf(String(divisor)),
    invalid_union: () => words.noAlternative,
  };
};

/** How the schemas complain in one language; a schema's own words (a range, a form) stand as they are. */
const complainingIn = (words: Language): z.core.$ZodErrorMap => {
  const says = saysIn(words);
  return (issue) => {
    const say = says[issue.code] as ((issue: Issue) => string) | undefined;
    return say?.(issue) ?? words.otherwise;
  };
};

/** How the schemas complain, by language. */
export const complaints = { zh: complainingIn(zh), en: complainingIn(en) } as const;
