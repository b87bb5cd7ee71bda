import { isWithin } from '../shared/codes.ts';
import type { Sentence } from '../shared/rules.ts';
import { citiesOfProfiles } from './divisions/cities-of-profiles.ts';
import type { DivisionEntry } from './divisions/division.ts';
import { jiangsu } from './divisions/jiangsu.ts';
import { liaoning } from './divisions/liaoning.ts';
import { provinces } from './divisions/provinces.ts';
import { unitedStates } from './divisions/united-states.ts';

/** Every division on file; retired codes stay, for old records carry them. */
export const divisions: readonly DivisionEntry[] = [
  ...provinces,
  ...liaoning,
  ...jiangsu,
  ...citiesOfProfiles,
  ...unitedStates,
];

const byCode: ReadonlyMap<string, DivisionEntry> = new Map(divisions.map((d) => [d.code, d]));

/** GB/T 2260 writes provinces and cities with trailing zeros: 320000, 320600. */
const short = (code: string): string =>
  code.length === 6 ? code.replace(/^(\d\d)0000$/, '$1').replace(/^(\d{4})00$/, '$1') : code;

const MUNICIPAL = /^(11|12|31|50)0[12]$/;

/** What is on file about a code, '3206' and '320600' alike. */
export const division = (code: string): DivisionEntry | undefined => byCode.get(short(code));

/** What people call the division; undefined where no name is on file. */
export const divisionName = (code: string): Sentence | undefined =>
  division(code)?.name ??
  // 市辖区 and 县 of a municipality: no city lies between it and its districts.
  (MUNICIPAL.test(short(code)) ? division(code.slice(0, 2))?.name : undefined);

/** Whether the code was in force on that day, as far as its changes are on file. */
export const isDivisionInForce = (code: string, on: string): boolean => {
  const entry = division(code);
  if (!entry) return false;
  return (entry.validFrom ?? '') <= on && (entry.validTo === null || on <= entry.validTo);
};

const countriesOnFile = ['CN', 'US'];

/**
 * Whether there can be such a division. In China the province says so: of what lies below not every
 * code that was retired is on file. The states of a country are known where they are on file.
 */
export const isPossibleDivision = (code: string): boolean => {
  if (/^\d/.test(code)) return byCode.has(code.slice(0, 2));
  return !countriesOnFile.includes(code.slice(0, 2)) || byCode.has(code);
};

/** Whether there can be every division of a scope; none, and there is nothing to doubt. */
export const isPossibleScope = (scope: { readonly divisions: readonly string[] } | undefined) =>
  scope?.divisions.every(isPossibleDivision) ?? true;

/** What is said where there cannot be such a division. */
export const divisionExists: Sentence = {
  zh: '没有这样的行政区划：代码的省份（或州）不存在；已撤销的区划代码仍可使用。',
  en: 'There is no such division: no province (or state) has this code; codes that were retired are good.',
};

/** The divisions that answer for a code now: itself, or what took over from it. */
export const divisionsNow = (code: string): readonly string[] => {
  const successors = division(code)?.successors ?? [];
  return successors.length === 0 ? [code] : successors.flatMap(divisionsNow);
};

/** The divisions directly below one, retired ones included. */
export const divisionsBelow = (code: string): readonly DivisionEntry[] => {
  const top = short(code);
  const inside = divisions.filter((d) => d.code !== top && isWithin(d.code, top));
  const nearest = Math.min(...inside.map((d) => d.code.length));
  return inside.filter((d) => d.code.length === nearest);
};
