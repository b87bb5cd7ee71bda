import { days, limit } from '../periods.ts';
import type { Profile } from '../profile.ts';

const at = (article: string): string => `工资集体协商试行办法 Art ${article}`;
/** For what every collective contract needs and Order 9 leaves to the general provisions. */
const national = (article: string): string => `集体合同规定 Art ${article}`;

/** 工资集体协商试行办法 (Order 9): wage bargaining where a place has no own rule. */
export const nationalWage2000: Profile = {
  name: { zh: '全国：工资集体协商', en: 'National: wage bargaining' },
  source: {
    zh: '工资集体协商试行办法（劳动和社会保障部令第9号，2000）',
    en: 'Trial Measures for Collective Wage Bargaining (Ministry of Labor Order 9, 2000)',
  },
  division: 'CN',
  kinds: ['wage'],
  validFrom: '2000-11-08',
  validTo: null,
  zone: 'Asia/Shanghai',
  calendar: 'CN',
  rollForward: true,
  delegates: {
    min: null,
    max: null,
    minAboveScale: null,
    parity: 'not-set',
    parityArticle: at('9-11'),
    outsidersOneIn: limit(3, national('23')),
    frontLineOneIn: null,
    womenFromOneIn: null,
    disabledFromOneIn: null,
    dispatchedOverPercent: null,
    noUnionConsent: { majority: 'half', article: at('9') },
    vacancy: days(15, national('31')),
    naming: null,
    publish: null,
    publishBeforeTalks: null,
  },
  reply: days(20, at('17')),
  disclosure: { ...days(5, at('18')), manner: 'within', includes: ['information'] },
  reportToUpperUnion: null,
  window: null,
  suspension: null,
  draftToCongress: null,
  revote: null,
  congress: {
    required: true,
    article: at('19'),
    quorum: null,
    // Order 9 only has the congress discuss; that it passes the draft is the later, general rule.
    approval: { majority: 'half', article: `${at('19')}; ${national('36')}` },
    approvalAbove: { majority: 'half', article: `${at('19')}; ${national('36')}` },
  },
  signing: { order: 'after-congress', draftToo: false, article: at('19-20') },
  filing: { ...days(7, at('21')), from: 'signature', copies: null },
  review: days(15, at('22')),
  publication: days(5, at('23')),
  term: {
    minMonths: null,
    maxMonths: null,
    usualMonths: limit(12, at('24')),
    wageUsualMonths: null,
  },
  renewal: days(60, at('24')),
  reportEnd: null,
  coordination: null,
  rescissionVote: null,
  countyAtMost: '劳动合同法 Art 53',
  coverage: { mode: 'ALL_IN_SCOPE', article: '劳动合同法 Art 54(2)' },
  precedence: { special: null, floor: null },
  interestDisputes: 'coordination',
  fulfilmentReport: null,
  notice: null,
};
