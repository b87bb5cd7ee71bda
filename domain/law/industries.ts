import type { Sentence } from '../shared/rules.ts';

/** The standards an industry code may follow; `fmcs` has free letters. */
export type IndustryScheme = 'gb4754-2017' | 'gb4754-2011' | 'fmcs';

/** What is wrong with an industry code. */
export type IndustryFault = 'form' | 'unknown-section' | 'unknown-division' | 'section-mismatch';

/** A section: its letter, its name, and its first and last division in both editions. */
export type Section = {
  readonly letter: string;
  readonly name: Sentence;
  readonly '2017': readonly [number, number];
  readonly '2011': readonly [number, number];
};

type Row = readonly [string, string, string, number, number, number, number];

const rows: readonly Row[] = [
  ['A', '农、林、牧、渔业', 'Agriculture, forestry and fishing', 1, 5, 1, 5],
  ['B', '采矿业', 'Mining', 6, 12, 6, 12],
  ['C', '制造业', 'Manufacturing', 13, 43, 13, 43],
  ['D', '电力、热力、燃气及水生产和供应业', 'Electricity, heat, gas and water', 44, 46, 44, 46],
  ['E', '建筑业', 'Construction', 47, 50, 47, 50],
  ['F', '批发和零售业', 'Wholesale and retail trade', 51, 52, 51, 52],
  ['G', '交通运输、仓储和邮政业', 'Transport, storage and post', 53, 60, 53, 60],
  ['H', '住宿和餐饮业', 'Accommodation and catering', 61, 62, 61, 62],
  ['I', '信息传输、软件和信息技术服务业', 'Information transmission and software', 63, 65, 63, 65],
  ['J', '金融业', 'Finance', 66, 69, 66, 69],
  ['K', '房地产业', 'Real estate', 70, 70, 70, 70],
  ['L', '租赁和商务服务业', 'Leasing and business services', 71, 72, 71, 72],
  ['M', '科学研究和技术服务业', 'Scientific research and technical services', 73, 75, 73, 75],
  ['N', '水利、环境和公共设施管理业', 'Water, environment and public facilities', 76, 79, 76, 78],
  ['O', '居民服务、修理和其他服务业', 'Resident services, repair and other', 80, 82, 79, 81],
  ['P', '教育', 'Education', 83, 83, 82, 82],
  ['Q', '卫生和社会工作', 'Health and social work', 84, 85, 83, 84],
  ['R', '文化、体育和娱乐业', 'Culture, sports and entertainment', 86, 90, 85, 89],
  ['S', '公共管理、社会保障和社会组织', 'Public administration and organisations', 91, 96, 90, 95],
  ['T', '国际组织', 'International organisations', 97, 97, 96, 96],
];

/** The twenty sections of GB/T 4754. */
export const sections: readonly Section[] = rows.map(([letter, zh, en, a, b, c, d]) => ({
  letter,
  name: { zh, en },
  '2017': [a, b],
  '2011': [c, d],
}));

type Edition = '2017' | '2011';

const editionOf = (scheme: IndustryScheme): Edition | undefined => {
  switch (scheme) {
    case 'gb4754-2017':
      return '2017';
    case 'gb4754-2011':
      return '2011';
    case 'fmcs':
      return undefined;
  }
};

/** Division, group or class, with or without its section's letter: C, 13, C13, 131, 1311. */
const shape = /^([A-Z]?)(\d{2,4})?$/;

const sectionByNumber = (digits: string, edition: Edition): Section | undefined => {
  const number = Number(digits.slice(0, 2));
  return sections.find((s) => s[edition][0] <= number && number <= s[edition][1]);
};

/** The section of a code: by its two digits, else by its letter. Undefined where there is none. */
export const sectionOf = (
  code: string,
  scheme: IndustryScheme = 'gb4754-2017',
): Section | undefined => {
  const edition = editionOf(scheme);
  const [, letter, digits] = shape.exec(code) ?? [];
  if (!edition) return undefined;
  return digits === undefined
    ? sections.find((s) => s.letter === letter)
    : sectionByNumber(digits, edition);
};

const standardFaults = (code: string, scheme: IndustryScheme): IndustryFault[] => {
  const match = shape.exec(code);
  if (!match || code === '') return ['form'];
  const [, letter = '', digits] = match;
  const section = sectionOf(code, scheme);
  if (!section) return [digits === undefined ? 'unknown-section' : 'unknown-division'];
  return letter !== '' && letter !== section.letter ? ['section-mismatch'] : [];
};

/** Checks an industry code against its standard; [] is fine. */
export const industryFaults = (code: string, scheme: IndustryScheme): IndustryFault[] => {
  if (scheme !== 'fmcs') return standardFaults(code, scheme);
  return /^[A-Z]{1,8}$/.test(code) ? [] : ['form'];
};

/** What people call the section that a code lies in. */
export const industryName = (code: string, scheme?: IndustryScheme): Sentence | undefined =>
  sectionOf(code, scheme)?.name;

const digitsOf = (code: string) => code.replace(/^[A-Z]/, '');

/** Whether an industry code lies in another: a section's letter holds its divisions, digits hold what begins with them. */
export const isIndustryWithin = (code: string, scope: string): boolean =>
  code === scope ||
  (/^[A-Z]$/.test(scope)
    ? sectionOf(code)?.letter === scope
    : digitsOf(code).startsWith(digitsOf(scope)));
