import { divisionExists, isPossibleDivision } from '../../../domain/law/divisions.ts';
import { IndustryScheme } from '../../../domain/enterprise/events.ts';
import { industryFaults } from '../../../domain/law/industries.ts';
import type { Sentence } from '../../../domain/shared/rules.ts';
import { Division } from '../../../domain/shared/values.ts';
import { Problem } from '../answers/problem.ts';

/** Codes too many to list: whether there can be such a one, and what is said where there cannot. */
type Kind = { readonly isPossible: (code: string) => boolean; readonly not: Sentence };

const division: Kind = {
  isPossible: (code) => Division.safeParse(code).success && isPossibleDivision(code),
  not: divisionExists,
};

const industry: Kind = {
  isPossible: (code) =>
    IndustryScheme.options.some((scheme) => industryFaults(code, scheme).length === 0),
  not: { zh: '没有这样的行业代码，例如 C17。', en: 'There is no such industry; C17 is one.' },
};

const registrationType: Kind = {
  isPossible: (code) => /^\d{3,4}$/.test(code),
  not: {
    zh: '登记注册类型是三位或四位数字，例如 110。',
    en: 'A registration type is three or four digits, for example 110.',
  },
};

/** By the names of columns and dimensions. */
const kinds: Readonly<Record<string, Kind>> = {
  division,
  region: division,
  industry,
  registration_type: registrationType,
  registrationType,
};

/** What is wrong with a code that is asked for; nothing to ask for means "has none". */
const faultOf = (name: string, code: string): Sentence | undefined => {
  const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
  return !kind || code === '' || kind.isPossible(code) ? undefined : kind.not;
};

/** Of a division, an industry or a type one is asked for that there can be; retired ones are good. */
export const ensurePossible = (name: string, code: string): void => {
  const message = faultOf(name, code);
  if (message) throw new Problem('invalid-request', { violations: [{ path: name, message }] });
};
