import type { Sentence } from '../../../domain/shared/rules.ts';

/** Why a row is not taken: a stable code, a sentence for people, and the column where there is one. */
export type Fault = {
  readonly reason: string;
  readonly sentence: Sentence;
  /** The key of the column. */
  readonly column?: string;
};

/** Every reason that is the file's; the business's own reasons come from the rules. */
export const reasons = {
  'column-count': {
    zh: '该行的列数与表头不一致。',
    en: 'The row does not have as many columns as the header.',
  },
  'bad-quotes': {
    zh: '该行的引号不成对，无法读取。',
    en: 'The quotes in the row do not match, so that it cannot be read.',
  },
  'bad-json': {
    zh: '该行不是一个 JSON 对象。',
    en: 'The line is not a JSON object.',
  },
  'bad-encoding': {
    zh: '该行有无法识别的字符，请将文件存为 UTF-8 后重试。',
    en: 'The row has characters that cannot be read; save the file as UTF-8.',
  },
  'cell-missing': { zh: '必填项为空。', en: 'The cell must not be empty.' },
  'not-a-day': {
    zh: '不是有效的日期，请写成 2026-06-01。',
    en: 'This is not a day; write it like 2026-06-01.',
  },
  'not-a-count': {
    zh: '不是不带小数的非负整数。',
    en: 'This is not a whole number of 0 or more.',
  },
  'not-a-percentage': {
    zh: '不是百分数，最多两位小数。',
    en: 'This is not a percentage with at most two decimals.',
  },
  'not-a-choice': {
    zh: '不在可选范围内。',
    en: 'This is none of the choices.',
  },
  'not-as-asked': {
    zh: '内容不符合要求。',
    en: 'The content is not as it must be.',
  },
  'no-id': {
    zh: '无法确定该行所指的对象，请补全编号或名称。',
    en: 'The row does not say what it is about: give its number or name.',
  },
  'not-in-register': {
    zh: '该行所指的对象尚未登记，请先导入。',
    en: 'What the row refers to is not in the register: import that first.',
  },
  'recorded-otherwise': {
    zh: '同一行此前已按不同的内容记录，请更正原记录。',
    en: 'The same row was recorded with other content before: correct that record.',
  },
  busy: {
    zh: '他人正在同时修改该记录，请重新导入。',
    en: 'Others are changing this record at the same time: import the row again.',
  },
  'too-large': { zh: '该行内容过大。', en: 'The row carries too much data.' },
} as const satisfies Readonly<Record<string, Sentence>>;

export const fault = (
  reason: keyof typeof reasons,
  column?: string,
  detail?: string | Sentence,
): Fault => {
  const { zh, en } = reasons[reason];
  const more = (language: keyof Sentence): string => {
    if (detail === undefined) return '';
    return ` (${typeof detail === 'string' ? detail : detail[language]})`;
  };
  return {
    reason,
    sentence: { zh: zh + more('zh'), en: en + more('en') },
    ...(column !== undefined && { column }),
  };
};
