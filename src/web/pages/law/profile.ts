import type { Sentence } from '../../words/language.ts';

export type Limit = { readonly n: number; readonly article: string };
export type Period = Limit & { readonly unit: string };
export type Vote = { readonly majority: string; readonly article: string };

/** A profile of law as the list tells it. */
export type LawCard = {
  readonly id: string;
  readonly name: Sentence;
  readonly source: Sentence;
  readonly division: string;
  readonly kinds: readonly string[];
  readonly validFrom: string;
  readonly validTo: string | null;
};

/** A profile of law, every number with its article; null where the law sets nothing. */
export type LawProfile = LawCard & {
  readonly calendar: string;
  readonly rollForward: boolean;
  readonly delegates: {
    readonly min: Limit | null;
    readonly max: Limit | null;
    readonly minAboveScale: Limit | null;
    readonly parity: string;
    readonly parityArticle: string;
    readonly outsidersOneIn: Limit | null;
    readonly frontLineOneIn: Limit | null;
    readonly womenFromOneIn: Limit | null;
    readonly disabledFromOneIn: Limit | null;
    readonly dispatchedOverPercent: Limit | null;
    readonly noUnionConsent: Vote;
    readonly vacancy: Period | null;
    readonly naming: Period | null;
    readonly publish: Period | null;
    readonly publishBeforeTalks: string | null;
  };
  readonly reply: Period | null;
  readonly disclosure:
    (Period & { readonly manner: string; readonly includes: readonly string[] }) | null;
  readonly reportToUpperUnion: Period | null;
  readonly window: {
    readonly period: Period;
    readonly from: string;
    readonly excludes: string;
  } | null;
  readonly suspension: {
    readonly needs: string;
    readonly cap: Limit | null;
    readonly cumulative: boolean;
    readonly beyondByAgreement: boolean;
    readonly article: string;
  } | null;
  readonly draftToCongress: Period | null;
  readonly revote: Period | null;
  readonly congress: {
    readonly required: boolean;
    readonly article: string;
    readonly quorum: { readonly article: string } | null;
    readonly approval: Vote;
    readonly approvalAbove: Vote;
  };
  readonly signing: {
    readonly order: string;
    readonly draftToo: boolean;
    readonly article: string;
  };
  readonly filing: (Period & { readonly from: string; readonly copies: Limit | null }) | null;
  readonly review: Period | null;
  readonly publication: Period | null;
  readonly term: {
    readonly minMonths: Limit | null;
    readonly maxMonths: Limit | null;
    readonly usualMonths: Limit | null;
    readonly wageUsualMonths: Limit | null;
  };
  readonly renewal: Period | null;
  readonly reportEnd: Period | null;
  readonly coordination: {
    readonly applyWithin: Period | null;
    readonly acceptWithin: Period | null;
    readonly period: Period;
    readonly extension: Period;
  } | null;
  readonly rescissionVote: Vote | null;
  readonly countyAtMost: string | null;
  readonly coverage: { readonly mode: string; readonly article: string };
  readonly precedence: { readonly special: string | null; readonly floor: string | null };
  readonly interestDisputes: string;
  readonly fulfilmentReport: Period | null;
  readonly notice: { readonly toOtherSide: Period; readonly toMediation: Period } | null;
  readonly clocks: readonly Clock[];
};

/** A clock that a profile sets; `backwards` is counted back from a coming day. */
export type Clock = {
  readonly rule: string;
  readonly period: Period;
  readonly backwards: boolean;
};
