import type { ContractKind, CoverageMode } from '../shared/values.ts';
import type { Sentence } from '../shared/rules.ts';

/**
 * A span the law gives. `days` is a text that says only "日": counted as calendar days, the last
 * one rolled; `calendar-days` says so itself; `working-days` skips rest days.
 */
export type Period = {
  readonly n: number;
  readonly unit: 'days' | 'calendar-days' | 'working-days' | 'months' | 'years';
  readonly article: string;
};

/** A number that is law. */
export type Limit = { readonly n: number; readonly article: string };

/** A share of a whole, compared in integers: `half` is ≥ 1/2, `over-half` is > 1/2. */
export type Majority = 'half' | 'over-half';

/** What the sides lay open before they meet, and how long before the first session. */
export type Disclosure = Period & {
  /** `at-least`: no later than the period before; `within`: in the days of the period itself. */
  readonly manner: 'at-least' | 'within';
  readonly includes: readonly ('information' | 'proposal' | 'agenda' | 'delegates')[];
};

/**
 * What one place's rules say about collective bargaining, for some kinds of contract and some
 * days. `null` is "not set": there is no limit. Where the place is silent and the national rule
 * applies, the national number stands here with the national article.
 */
export type Profile = {
  readonly name: Sentence;
  readonly source: Sentence;
  /** Division prefix the profile is for; 'CN' is the whole country. */
  readonly division: string;
  readonly kinds: readonly ContractKind[];
  readonly validFrom: string;
  readonly validTo: string | null;
  /** IANA zone: a legal day is the place's day. */
  readonly zone: string;
  readonly calendar: 'CN' | 'none';
  /** Whether a period that ends on a rest day ends on the next working day. */
  readonly rollForward: boolean;

  readonly delegates: {
    readonly min: Limit | null;
    readonly max: Limit | null;
    /** Fewest per side in an enterprise above the statistical scale (规模以上). */
    readonly minAboveScale: Limit | null;
    readonly parity: 'equal' | 'employer-at-most-employees' | 'not-set';
    readonly parityArticle: string;
    /** Outsiders are at most 1/n of their side's delegates. */
    readonly outsidersOneIn: Limit | null;
    /** At least 1/n of the employees' delegates work at the front line. */
    readonly frontLineOneIn: Limit | null;
    /** A woman delegate is needed when at least 1/n of the employees are women. */
    readonly womenFromOneIn: Limit | null;
    /** Disabled workers are represented when at least 1/n of the employees are disabled. */
    readonly disabledFromOneIn: Limit | null;
    /** A dispatched worker sits at the table when more than n % are dispatched. */
    readonly dispatchedOverPercent: Limit | null;
    /** Without a union, the delegates need the consent of this share of all employees. */
    readonly noUnionConsent: { readonly majority: Majority; readonly article: string };
    /** An empty seat is filled within this long. */
    readonly vacancy: Period | null;
    /** Each side names its delegates within this long of the consent to bargain. */
    readonly naming: Period | null;
    /** The delegates are published within this long of being settled. */
    readonly publish: Period | null;
    /** The article that wants them published before the talks, where it gives no number of days. */
    readonly publishBeforeTalks: string | null;
  };
  readonly reply: Period | null;
  /** Information is disclosed this long before the first session (counted backwards). */
  readonly disclosure: Disclosure | null;
  /** The employees' side reports to the upper union this long before the first session (backwards). */
  readonly reportToUpperUnion: Period | null;
  readonly window: {
    readonly period: Period;
    readonly from: 'consenting-reply' | 'receipt' | 'issue' | 'first-session';
    /** Which suspensions do not count against the window. */
    readonly excludes: 'force-majeure' | 'every-suspension' | 'none';
  } | null;
  readonly suspension: {
    readonly needs: 'both-sides' | 'employees-consent' | 'force-majeure' | 'not-set';
    /** Longest suspension in days; `cumulative` adds all suspensions of the case. */
    readonly cap: Limit | null;
    readonly cumulative: boolean;
    /** The cap may be exceeded when both sides agree. */
    readonly beyondByAgreement: boolean;
    readonly article: string;
  } | null;
  readonly draftToCongress: Period | null;
  readonly revote: Period | null;
  readonly congress: {
    readonly required: boolean;
    readonly article: string;
    /** Present ≥ 2/3 of all delegates, where a quorum is stated. */
    readonly quorum: { readonly article: string } | null;
    readonly approval: { readonly majority: Majority; readonly article: string };
    /** For industry and regional contracts, where it differs. */
    readonly approvalAbove: { readonly majority: Majority; readonly article: string };
  };
  readonly signing: {
    readonly order: 'after-congress' | 'before-congress';
    /** The chiefs also sign the draft that goes to the congress. */
    readonly draftToo: boolean;
    readonly article: string;
  };
  /** Counted from the chiefs' signature, or from the employer's receipt of the notice of approval. */
  readonly filing:
    | (Period & {
        readonly from: 'signature' | 'approval-notice';
        /** How many copies of the text are filed. */
        readonly copies: Limit | null;
      })
    | null;
  /** From receipt; without an objection the contract takes effect when it has passed. */
  readonly review: Period | null;
  /** The contract in force is published within this long. */
  readonly publication: Period | null;
  readonly term: {
    readonly minMonths: Limit | null;
    readonly maxMonths: Limit | null;
    readonly usualMonths: Limit | null;
    /** For wage contracts, where the usual term differs. */
    readonly wageUsualMonths: Limit | null;
  };
  /** The renewal window opens this long before expiry (backwards, never rolled). */
  readonly renewal: Period | null;
  /** The end or rescission is reported within this long. */
  readonly reportEnd: Period | null;
  /** Coordination of a dispute about concluding; null: it is open, but no days are set. */
  readonly coordination: {
    readonly applyWithin: Period | null;
    readonly acceptWithin: Period | null;
    readonly period: Period;
    readonly extension: Period;
  } | null;
  /** Rescinding needs the congress's consent by this majority. */
  readonly rescissionVote: { readonly majority: Majority; readonly article: string } | null;
  /** The article by which an industry or regional contract is for a county at most; null where nothing limits it. */
  readonly countyAtMost: string | null;
  readonly coverage: { readonly mode: CoverageMode; readonly article: string };
  /**
   * The articles by which one of several contracts over an enterprise prevails: the special one over
   * the comprehensive, and the level whose standard is higher; null where the text is silent.
   */
  readonly precedence: { readonly special: string | null; readonly floor: string | null };
  /** Disputes about concluding a contract: coordinated inside the case, or mediated as a dispute. */
  readonly interestDisputes: 'coordination' | 'mediation';
  /** Performance is reported to the congress at least once in this span. */
  readonly fulfilmentReport: Period | null;
  /** Notice that a party who would end or change a contract gives, where that opens the talks. */
  readonly notice: {
    /** To the other side, this long before expiry (backwards). */
    readonly toOtherSide: Period;
    /** To the mediation service, within this long after that notice. */
    readonly toMediation: Period;
  } | null;
};
