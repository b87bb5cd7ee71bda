import { z } from 'zod';
import { isWithin } from '../shared/codes.ts';
import type { Sentence } from '../shared/rules.ts';
import type { ContractKind } from '../shared/values.ts';
import type { Profile } from './profile.ts';
import { beijing2005 } from './profiles/beijing-2005.ts';
import { chongqing2017 } from './profiles/chongqing-2017.ts';
import { hangzhouWage2014 } from './profiles/hangzhou-wage-2014.ts';
import { henanWage2014 } from './profiles/henan-wage-2014.ts';
import { national2004 } from './profiles/national-2004.ts';
import { nationalWage2000 } from './profiles/national-wage-2000.ts';
import { ningboWage2014 } from './profiles/ningbo-wage-2014.ts';
import { shandongWage2017 } from './profiles/shandong-wage-2017.ts';
import { shanghai2015 } from './profiles/shanghai-2015.ts';
import { usNlra } from './profiles/us-nlra.ts';
import { zhejiang2011 } from './profiles/zhejiang-2011.ts';

/** The profiles by the id that an opening event stores: an id is never reused for other rules. */
export const ProfileId = z.enum([
  'national-wage-2000',
  'national-2004',
  'shandong-wage-2017',
  'zhejiang-2011',
  'beijing-2005',
  'shanghai-2015',
  'chongqing-2017',
  'henan-wage-2014',
  'ningbo-wage-2014',
  'hangzhou-wage-2014',
  'us-nlra',
]);
export type ProfileId = z.infer<typeof ProfileId>;

export const profileIds: readonly ProfileId[] = ProfileId.options;

const profiles: Readonly<Record<ProfileId, Profile>> = {
  'national-wage-2000': nationalWage2000,
  'national-2004': national2004,
  'shandong-wage-2017': shandongWage2017,
  'zhejiang-2011': zhejiang2011,
  'beijing-2005': beijing2005,
  'shanghai-2015': shanghai2015,
  'chongqing-2017': chongqing2017,
  'henan-wage-2014': henanWage2014,
  'ningbo-wage-2014': ningboWage2014,
  'hangzhou-wage-2014': hangzhouWage2014,
  'us-nlra': usNlra,
};

/** What this profile says. */
export const law = (id: ProfileId): Profile => profiles[id];

/** Where the rules are sought: the division, what the contract is about, and the day. */
export type Place = {
  readonly division: string;
  readonly kind: ContractKind;
  readonly on: string;
};

const reaches = ({ division, kinds, validFrom, validTo }: Profile, place: Place): boolean =>
  isWithin(place.division, division) &&
  kinds.includes(place.kind) &&
  validFrom <= place.on &&
  (validTo === null || place.on <= validTo);

/** The smaller place first; between two for one place, the one written for fewer kinds. */
const closer = (a: Profile, b: Profile): number => {
  const depth = ({ division }: Profile) => (division === 'CN' ? 0 : division.length);
  return depth(b) - depth(a) || a.kinds.length - b.kinds.length;
};

const unread: Readonly<Record<string, Sentence>> = {
  '32': {
    zh: '江苏省集体协商条例（2023-05-01施行）的期限尚未核实，暂按全国规定办理。',
    en: 'The day limits of the Jiangsu Regulations on Collective Bargaining (in force from 2023-05-01) are unverified; the national rules stand in.',
  },
  '21': {
    zh: '未查到辽宁省现行的集体协商规定，暂按全国规定办理。',
    en: 'No current rule of Liaoning was found; the national rules stand in.',
  },
};

const noLocalRule: Sentence = {
  zh: '系统中没有该地区对此类合同的规定，暂按全国规定办理。',
  en: 'No rule of this place for this kind of contract is on file; the national rules stand in.',
};

const noRule: Sentence = {
  zh: '系统中没有该地区当日对此类合同有效的规定，暂列全国规定，请核实。',
  en: 'No rule on file is valid for this place, kind and day; the national rules are named and need checking.',
};

const noteFor = (division: string, found: Profile): Sentence | null => {
  if (found.division !== 'CN' || division === 'CN') return null;
  return unread[division.slice(0, 2)] ?? noLocalRule;
};

/** The profile of the smallest place that has rules for this kind on this day, and what to know about the choice. */
export const suggest = (place: Place): { profile: ProfileId; note: Sentence | null } => {
  const [best] = profileIds
    .filter((id) => reaches(law(id), place))
    .toSorted((a, b) => closer(law(a), law(b)));
  if (best === undefined) return { profile: 'national-2004', note: noRule };
  return { profile: best, note: noteFor(place.division, law(best)) };
};
