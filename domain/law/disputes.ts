import { calendarDays, days, limit, months, workingDays, years } from './periods.ts';
import type { Limit, Period } from './profile.ts';
import type { ProfileId } from './profiles.ts';

/** A period of dispute law; `unverified` was not read in a published text: have it confirmed before use. */
export type DisputePeriod = Period & { readonly standing?: 'unverified' };

/** A clock of mediation that the sides may, or may not, lengthen by consent. */
export type MediationPeriod = DisputePeriod & { readonly extension: 'by-consent' | 'none' };

/** What a jurisdiction says about handling disputes; `null` is "not set". */
export type DisputeLaw = {
  /** Both sides must agree to be mediated. */
  readonly consent: { readonly article: string } | null;
  readonly negotiationReply: DisputePeriod | null;
  readonly acceptance: DisputePeriod | null;
  readonly refusalNotice: DisputePeriod | null;
  /** Counted from the receipt of the application, and from its acceptance: both run. */
  readonly mediation: {
    readonly receipt: MediationPeriod | null;
    readonly acceptance: MediationPeriod | null;
  };
  readonly inForce: { readonly article: string };
  readonly review: DisputePeriod | null;
  readonly confirmation: DisputePeriod | null;
  readonly paymentOrder: {
    readonly answer: DisputePeriod;
    readonly pay: DisputePeriod;
    readonly article: string;
  } | null;
  readonly limitation: DisputePeriod | null;
  readonly arbitration: {
    readonly acceptance: DisputePeriod;
    readonly service: DisputePeriod;
    readonly tribunal: DisputePeriod;
    readonly defence: DisputePeriod;
    readonly forward: DisputePeriod;
    /** Counted back from the hearing. */
    readonly notice: DisputePeriod;
    readonly postponement: DisputePeriod;
    readonly award: DisputePeriod;
    /** Award and extension together. */
    readonly longer: DisputePeriod;
    readonly suit: DisputePeriod;
    readonly annulment: DisputePeriod;
    /** An item of money is final up to this many months of the local minimum wage. */
    readonly finalUpTo: Limit;
    /** The commission at the place of performance goes before that at the employer's seat. */
    readonly jurisdiction: { readonly article: string };
    readonly mixed: { readonly article: string };
    readonly workerSuesFirst: { readonly article: string };
    readonly collectiveTribunal: Limit;
  } | null;
  readonly enforcement: DisputePeriod | null;
  readonly collective: {
    readonly workers: Limit;
    readonly representatives: { readonly min: number; readonly max: number };
    readonly consent: { readonly article: string };
    readonly article: string;
  };
  /** How long a file is kept at least, counted from its archiving. */
  readonly retention: { readonly award: DisputePeriod; readonly mediation: DisputePeriod } | null;
  readonly recusal: { readonly article: string };
  readonly dispatch: { readonly article: string };
  readonly concluding: { readonly article: string };
};

const ldmal = (article: string): string => `劳动争议调解仲裁法 Art ${article}`;
const o17 = (article: string): string => `企业劳动争议协商调解规定 Art ${article}`;
const cpl = (article: string): string => `民事诉讼法 Art ${article}`;
const spc = (article: string): string => `最高法劳动争议司法解释（一） Art ${article}`;
const zhejiang = (article: string): string => `浙江省劳动人事争议调解仲裁条例 Art ${article}`;

const unverified = (period: Period): DisputePeriod => ({ ...period, standing: 'unverified' });

/**
 * 三日, 五日, 十日 of the arbitration rules. That they are working days was not read in the text;
 * `days` counts them as the law's plain 日.
 */
export const shortDays = (
  n: number,
  article: string,
  as: 'working-days' | 'days' = 'working-days',
): DisputePeriod => unverified(as === 'days' ? days(n, article) : workingDays(n, article));

const national: DisputeLaw = {
  consent: { article: o17('22') },
  negotiationReply: unverified(days(5, o17('10'))),
  acceptance: unverified(workingDays(3, o17('22'))),
  refusalNotice: workingDays(3, o17('22')),
  mediation: {
    receipt: { ...calendarDays(15, ldmal('14')), extension: 'none' },
    acceptance: { ...unverified(calendarDays(15, o17('29'))), extension: 'by-consent' },
  },
  inForce: { article: ldmal('14') },
  review: unverified(days(15, o17('27'))),
  confirmation: calendarDays(30, cpl('205')),
  paymentOrder: {
    answer: calendarDays(5, cpl('225')),
    pay: calendarDays(15, cpl('227')),
    article: ldmal('16'),
  },
  limitation: years(1, ldmal('27')),
  arbitration: {
    acceptance: shortDays(5, ldmal('29')),
    service: shortDays(5, ldmal('30')),
    tribunal: shortDays(5, ldmal('32')),
    defence: shortDays(10, ldmal('30')),
    forward: shortDays(5, ldmal('30')),
    notice: shortDays(5, ldmal('35')),
    postponement: shortDays(3, ldmal('35')),
    award: calendarDays(45, ldmal('43')),
    longer: calendarDays(60, ldmal('43')),
    suit: calendarDays(15, ldmal('48, 50')),
    annulment: calendarDays(30, ldmal('49')),
    finalUpTo: limit(12, ldmal('47')),
    jurisdiction: { article: ldmal('21') },
    mixed: { article: spc('20') },
    workerSuesFirst: { article: spc('21') },
    collectiveTribunal: limit(3, '劳动人事争议仲裁办案规则'),
  },
  enforcement: years(2, cpl('250')),
  collective: {
    workers: limit(10, ldmal('7')),
    representatives: { min: 3, max: 5 },
    consent: { article: ldmal('7') },
    article: '劳动人事争议仲裁办案规则 Art 5',
  },
  retention: {
    award: years(10, '劳动人事争议仲裁办案规则'),
    mediation: years(5, '劳动人事争议仲裁办案规则'),
  },
  recusal: { article: ldmal('33') },
  dispatch: { article: ldmal('22') },
  concluding: { article: '劳动法 Art 84' },
};

/** 浙江省劳动人事争议调解仲裁条例: mediation ends 15 days from receipt, longer by consent; no days for the review. */
const inZhejiang: DisputeLaw = {
  ...national,
  mediation: {
    receipt: { ...calendarDays(15, zhejiang('10')), extension: 'by-consent' },
    acceptance: national.mediation.acceptance,
  },
  review: null,
  collective: {
    ...national.collective,
    consent: { article: zhejiang('40') },
    article: zhejiang('40'),
  },
};

/** NLRA § 8(d): the service mediates at its own offer; no limit of days, no arbitration commission. */
const inAmerica: DisputeLaw = {
  ...national,
  consent: null,
  negotiationReply: null,
  acceptance: null,
  refusalNotice: null,
  mediation: { receipt: null, acceptance: null },
  inForce: { article: 'NLRA § 8(d)' },
  review: null,
  confirmation: null,
  paymentOrder: null,
  limitation: unverified(months(6, 'NLRA § 10(b)')),
  arbitration: null,
  enforcement: null,
  retention: null,
  collective: { ...national.collective, workers: limit(1, 'NLRA § 9(a)') },
  concluding: { article: 'NLRA § 8(d)' },
};

const local: Readonly<Partial<Record<ProfileId, DisputeLaw>>> = {
  'zhejiang-2011': inZhejiang,
  'ningbo-wage-2014': inZhejiang,
  'hangzhou-wage-2014': inZhejiang,
  'us-nlra': inAmerica,
};

/** What the place of this profile says about disputes; the national rules where it has none of its own. */
export const disputeLaw = (profile: ProfileId): DisputeLaw => local[profile] ?? national;

/** Which items can be final up to an amount, and which always are (LDMAL 47). */
export const finalBy: Readonly<Record<string, 'amount' | 'standard'>> = {
  pay: 'amount',
  'overtime-pay': 'amount',
  'injury-medical-costs': 'amount',
  compensation: 'amount',
  damages: 'amount',
  'hours-and-rest': 'standard',
  'social-insurance': 'standard',
};

/** What a payment order can be had for (LDMAL 16): arrears of pay, medical costs of an injury, compensation. */
export const payableByOrder: readonly string[] = [
  'pay',
  'overtime-pay',
  'injury-medical-costs',
  'compensation',
  'damages',
];
