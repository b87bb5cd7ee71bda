import type { Sentence } from '../shared/rules.ts';
import type { ContractLevel, Scope } from '../shared/values.ts';
import { divisionExists, isPossibleScope } from './divisions.ts';
import { industryFaults } from './industries.ts';
import type { Profile } from './profile.ts';

/** For whom a contract can be; a case that is to make one is refused by the same. */
export const partyRules = {
  'enterprise-level-names-enterprise': {
    zh: '企业集体合同须写明企业，且不写适用范围。',
    en: 'A contract at enterprise level names its enterprise and no scope.',
  },
  'level-above-needs-scope': {
    zh: '行业性、区域性集体合同须写明适用的区划或行业，不写单个企业。',
    en: 'An industry or regional contract names the scope it is for and no single enterprise.',
  },
  'division-exists': divisionExists,
  'industry-in-its-scheme': {
    zh: '适用范围中的行业代码不在国民经济行业分类（或当地所用分类）之内。',
    en: 'The scope names an industry code that does not exist in the classification of the place.',
  },
  'county-level-and-below': {
    zh: '行业性、区域性集体合同只能在县级以下区域内订立。',
    en: 'Industry and regional contracts are concluded at county level and below.',
  },
} as const satisfies Readonly<Record<string, Sentence>>;

type Whom = {
  readonly level: ContractLevel;
  readonly enterprise?: string | undefined;
  readonly scope?: Scope | undefined;
};

/** Provinces and cities: two or four digits, or six that end in 00. */
const aboveCounty = (division: string): boolean =>
  /^\d{2}$|^\d{4}$|^\d{4}00$/.test(division) || division === 'CN';

/** A scope names no edition of the standard: a code of either is one. */
const isIndustry = (code: string, { calendar }: Profile): boolean => {
  const schemes =
    calendar === 'CN' ? (['gb4754-2017', 'gb4754-2011'] as const) : (['fmcs'] as const);
  return schemes.some((scheme) => industryFaults(code, scheme).length === 0);
};

type Ensure = (holds: boolean, rule: keyof typeof partyRules, article?: string) => void;

/** Whom a contract is for. */
export const ensureParties = (
  { level, enterprise, scope }: Whom,
  profile: Profile,
  ensure: Ensure,
): void => {
  if (level === 'enterprise') {
    ensure(!!enterprise && !scope, 'enterprise-level-names-enterprise');
    return;
  }
  ensure(!enterprise && !!scope, 'level-above-needs-scope');
  ensure(isPossibleScope(scope), 'division-exists');
  const { divisions = [], industries = [] } = scope ?? {};
  ensure(
    industries.every((code) => isIndustry(code, profile)),
    'industry-in-its-scheme',
  );
  const { countyAtMost } = profile;
  const isWithin = countyAtMost === null || !divisions.some(aboveCounty);
  ensure(isWithin, 'county-level-and-below', countyAtMost ?? undefined);
};
