import type { LawProfile, Limit, Period, Vote } from './profile.ts';
import type { Sentence } from '../../words/language.ts';
import type { law } from '../../words/law.ts';

export type LawWord = keyof typeof law.table;
/** What the law sets, in words, and where it says so. */
export type Told = { readonly text: string; readonly article: string };

/** How values are said in the language of the page. */
export type Say = {
  readonly t: (word: LawWord, values?: Readonly<Record<string, string | number>>) => string;
  readonly period: (period: Period) => string;
  readonly day: (day: string) => string;
  readonly list: (parts: readonly string[]) => string;
  readonly said: (text: Sentence) => string;
  readonly kind: (kind: string) => string;
  readonly has: (word: string) => word is LawWord;
};

/** One line of the table: null where the law sets nothing. */
export type Parameter = {
  readonly word: LawWord;
  readonly told: (profile: LawProfile, say: Say) => Told | null;
};
export type Group = { readonly word: LawWord; readonly parameters: readonly Parameter[] };

const coded = (say: Say, code: string): string => {
  const word = `code_${code}`;
  return say.has(word) ? say.t(word) : code;
};

const span =
  (pick: (profile: LawProfile) => Period | null | undefined): Parameter['told'] =>
  (profile, say) => {
    const found = pick(profile);
    return found ? { text: say.period(found), article: found.article } : null;
  };

const limit =
  (unit: LawWord, pick: (profile: LawProfile) => Limit | null): Parameter['told'] =>
  (profile, say) => {
    const found = pick(profile);
    return found ? { text: say.t(unit, { n: found.n }), article: found.article } : null;
  };

const named =
  (says: LawWord, pick: (profile: LawProfile) => string | null): Parameter['told'] =>
  (profile, say) => {
    const article = pick(profile);
    return article === null ? null : { text: say.t(says), article };
  };

const vote =
  (pick: (profile: LawProfile) => Vote | null): Parameter['told'] =>
  (profile, say) => {
    const found = pick(profile);
    return found ? { text: coded(say, found.majority), article: found.article } : null;
  };

const validity: readonly Parameter[] = [
  {
    word: 'source',
    told: ({ source }, say) => ({
      text: say.said(source),
      article: '',
    }),
  },
  {
    word: 'kinds',
    told: ({ kinds }, say) => ({ text: say.list(kinds.map(say.kind)), article: '' }),
  },
  {
    word: 'valid',
    told: ({ validFrom, validTo }, say) => ({
      text:
        validTo === null
          ? say.t('since', { from: say.day(validFrom) })
          : say.t('between', { from: say.day(validFrom), to: say.day(validTo) }),
      article: '',
    }),
  },
  {
    word: 'rollForward',
    told: ({ rollForward }, say) => ({
      text: say.t(rollForward ? 'rolled' : 'notRolled'),
      article: '',
    }),
  },
];

const delegates: readonly Parameter[] = [
  { word: 'min', told: limit('people', ({ delegates: { min } }) => min) },
  { word: 'max', told: limit('people', ({ delegates: { max } }) => max) },
  { word: 'minAboveScale', told: limit('people', ({ delegates }) => delegates.minAboveScale) },
  {
    word: 'parity',
    told: ({ delegates: { parity, parityArticle } }, say) =>
      parity === 'not-set' ? null : { text: coded(say, parity), article: parityArticle },
  },
  { word: 'outsiders', told: limit('oneInMost', ({ delegates }) => delegates.outsidersOneIn) },
  { word: 'frontLine', told: limit('oneInLeast', ({ delegates }) => delegates.frontLineOneIn) },
  { word: 'women', told: limit('fromOneIn', ({ delegates }) => delegates.womenFromOneIn) },
  { word: 'disabled', told: limit('fromOneIn', ({ delegates }) => delegates.disabledFromOneIn) },
  {
    word: 'dispatched',
    told: limit('overPercent', ({ delegates }) => delegates.dispatchedOverPercent),
  },
  { word: 'noUnionConsent', told: vote(({ delegates }) => delegates.noUnionConsent) },
  { word: 'naming', told: span(({ delegates }) => delegates.naming) },
  {
    word: 'publishDelegates',
    told: (profile, say) => {
      const { publish, publishBeforeTalks } = profile.delegates;
      if (publish) return { text: say.period(publish), article: publish.article };
      return publishBeforeTalks === null
        ? null
        : { text: say.t('beforeTalks'), article: publishBeforeTalks };
    },
  },
  { word: 'vacancy', told: span(({ delegates }) => delegates.vacancy) },
];

const suspended: Parameter['told'] = ({ suspension }, say) => {
  if (!suspension) return null;
  const { needs, cap, cumulative, beyondByAgreement, article } = suspension;
  const parts = [
    coded(say, needs),
    ...(cap ? [say.t(cumulative ? 'capInAll' : 'cap', { n: cap.n })] : []),
    ...(beyondByAgreement ? [say.t('beyondByAgreement')] : []),
  ];
  return { text: parts.join(say.t('comma')), article: cap?.article ?? article };
};

const talks: readonly Parameter[] = [
  { word: 'reply', told: span(({ reply }) => reply) },
  {
    word: 'disclosure',
    told: ({ disclosure }, say) => {
      if (!disclosure) return null;
      const what = say.list(disclosure.includes.map((one) => coded(say, one)));
      const when = say.t(disclosure.manner === 'within' ? 'withinBefore' : 'atLeastBefore', {
        period: say.period(disclosure),
      });
      return { text: say.t('disclosed', { when, what }), article: disclosure.article };
    },
  },
  { word: 'reportToUpperUnion', told: span(({ reportToUpperUnion }) => reportToUpperUnion) },
  {
    word: 'window',
    told: ({ window }, say) =>
      window && {
        text: say.t('windowSays', {
          period: say.period(window.period),
          from: coded(say, window.from),
          excludes: coded(say, `excludes-${window.excludes}`),
        }),
        article: window.period.article,
      },
  },
  { word: 'suspension', told: suspended },
];

const congress: readonly Parameter[] = [
  { word: 'draftToCongress', told: span(({ draftToCongress }) => draftToCongress) },
  {
    word: 'congressRequired',
    told: ({ congress: { required, article } }, say) => ({
      text: say.t(required ? 'needed' : 'notNeeded'),
      article,
    }),
  },
  {
    word: 'quorum',
    told: ({ congress: { quorum } }, say) =>
      quorum && { text: say.t('twoThirds'), article: quorum.article },
  },
  { word: 'approval', told: vote(({ congress: { approval } }) => approval) },
  { word: 'approvalAbove', told: vote(({ congress: { approvalAbove } }) => approvalAbove) },
  { word: 'revote', told: span(({ revote }) => revote) },
  {
    word: 'signing',
    told: ({ signing: { order, draftToo, article } }, say) => ({
      text: coded(say, order) + (draftToo ? say.t('draftToo') : ''),
      article,
    }),
  },
];

const contract: readonly Parameter[] = [
  {
    word: 'filing',
    told: ({ filing }, say) =>
      filing && {
        text:
          say.t('filingSays', { period: say.period(filing), from: coded(say, filing.from) }) +
          (filing.copies ? say.t('copies', { n: filing.copies.n }) : ''),
        article: filing.article,
      },
  },
  { word: 'review', told: span(({ review }) => review) },
  { word: 'publication', told: span(({ publication }) => publication) },
  { word: 'minMonths', told: limit('months', ({ term }) => term.minMonths) },
  { word: 'maxMonths', told: limit('months', ({ term }) => term.maxMonths) },
  { word: 'usualMonths', told: limit('months', ({ term }) => term.usualMonths) },
  { word: 'wageUsualMonths', told: limit('months', ({ term }) => term.wageUsualMonths) },
  { word: 'fulfilmentReport', told: span(({ fulfilmentReport }) => fulfilmentReport) },
  { word: 'renewal', told: span(({ renewal }) => renewal) },
  { word: 'reportEnd', told: span(({ reportEnd }) => reportEnd) },
  { word: 'rescissionVote', told: vote(({ rescissionVote }) => rescissionVote) },
  {
    word: 'coverage',
    told: ({ coverage: { mode, article } }, say) => ({ text: coded(say, mode), article }),
  },
  { word: 'countyAtMost', told: named('withinCounty', (profile) => profile.countyAtMost) },
  { word: 'specialFirst', told: named('specialPrevails', ({ precedence }) => precedence.special) },
  { word: 'higherFirst', told: named('higherPrevails', ({ precedence }) => precedence.floor) },
];

const disputes: readonly Parameter[] = [
  {
    word: 'interestDisputes',
    told: ({ interestDisputes }, say) => ({ text: coded(say, interestDisputes), article: '' }),
  },
  { word: 'applyWithin', told: span(({ coordination }) => coordination?.applyWithin) },
  { word: 'acceptWithin', told: span(({ coordination }) => coordination?.acceptWithin) },
  { word: 'coordination', told: span(({ coordination }) => coordination?.period) },
  { word: 'extension', told: span(({ coordination }) => coordination?.extension) },
  { word: 'toOtherSide', told: span(({ notice }) => notice?.toOtherSide) },
  { word: 'toMediation', told: span(({ notice }) => notice?.toMediation) },
];

/** Everything that a profile of law may set, in the order of a case. */
export const groups: readonly Group[] = [
  { word: 'groupValidity', parameters: validity },
  { word: 'groupDelegates', parameters: delegates },
  { word: 'groupTalks', parameters: talks },
  { word: 'groupCongress', parameters: congress },
  { word: 'groupContract', parameters: contract },
  { word: 'groupDisputes', parameters: disputes },
];
