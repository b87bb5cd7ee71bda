import { days, limit, workingDays, years } from '../periods.ts';
import type { Profile } from '../profile.ts';

const at = (article: string): string => `宁波市企业工资集体协商条例 Art ${article}`;
const province = (article: string): string => `浙江省集体合同条例 Art ${article}`;
const national = (article: string): string => `集体合同规定 Art ${article}`;

/** 宁波市企业工资集体协商条例, in force from May 2014; silent on the vote, which Zhejiang rules. */
export const ningboWage2014: Profile = {
  name: { zh: '宁波：企业工资集体协商', en: 'Ningbo: wage bargaining' },
  source: {
    zh: '宁波市企业工资集体协商条例（2014-04-10公布）',
    en: 'Ningbo Regulations on Enterprise Wage Bargaining (published 2014-04-10)',
  },
  division: '3302',
  kinds: ['wage'],
  validFrom: '2014-05-01',
  validTo: null,
  zone: 'Asia/Shanghai',
  calendar: 'CN',
  rollForward: true,
  delegates: {
    min: limit(3, at('8')),
    max: limit(10, at('8')),
    minAboveScale: limit(5, at('8')),
    parity: 'employer-at-most-employees',
    parityArticle: at('8'),
    outsidersOneIn: limit(3, at('9')),
    frontLineOneIn: null,
    womenFromOneIn: null,
    disabledFromOneIn: null,
    dispatchedOverPercent: null,
    noUnionConsent: { majority: 'over-half', article: at('9') },
    vacancy: days(15, national('31')),
    naming: null,
    publish: workingDays(5, at('10')),
    publishBeforeTalks: null,
  },
  reply: workingDays(10, at('14')),
  disclosure: {
    ...days(7, at('17')),
    manner: 'at-least',
    includes: ['information', 'proposal'],
  },
  reportToUpperUnion: null,
  window: { period: workingDays(30, at('16')), from: 'first-session', excludes: 'none' },
  suspension: {
    needs: 'not-set',
    cap: limit(60, at('19')),
    cumulative: true,
    beyondByAgreement: false,
    article: at('19'),
  },
  draftToCongress: workingDays(15, at('20')),
  revote: null,
  congress: {
    required: true,
    article: at('20'),
    quorum: { article: province('24') },
    approval: { majority: 'over-half', article: province('24') },
    approvalAbove: { majority: 'half', article: at('30') },
  },
  signing: { order: 'after-congress', draftToo: true, article: at('19-20') },
  filing: { ...days(10, at('34')), from: 'signature', copies: null },
  review: days(15, at('35')),
  publication: workingDays(5, at('35')),
  term: { minMonths: null, maxMonths: null, usualMonths: null, wageUsualMonths: null },
  renewal: days(90, at('22')),
  reportEnd: null,
  coordination: null,
  rescissionVote: null,
  countyAtMost: '劳动合同法 Art 53',
  coverage: { mode: 'ALL_IN_SCOPE', article: at('31') },
  precedence: { special: province('18'), floor: null },
  interestDisputes: 'coordination',
  fulfilmentReport: years(1, at('36')),
  notice: null,
};
