import type { Sentence } from '../../domain/shared/rules.ts';
import type { Filter, Group } from '../balance/filters.ts';
import type { Sums } from '../balance/balances.ts';
import type { Account, DayNumber, Dimension, SumName } from '../ledger.ts';
import type { Query } from '../projection.ts';

/** What a figure may be asked for beside its dimensions: one of some words (the first is the default), or a whole number. */
export type Parameter = readonly string[] | 'count';

/** A figure as it is published. */
export type FigureHead = {
  readonly id: string;
  readonly names: Sentence;
  readonly definition: Sentence;
  readonly definitionVersion: number;
  readonly unit: Sentence;
  readonly shape: 'ratio' | 'count' | 'mean' | 'duration' | 'ledger' | 'pipeline';
  /** Stocks are asked `on` a day, all others `from` … `to`, both included. */
  readonly takes: 'on' | 'from-to';
  readonly dimensions: readonly string[];
  readonly parameters: Readonly<Record<string, Parameter>>;
  /** Why units are left out: a unit for one reason, the first of these that fits. */
  readonly excludes: readonly string[];
};

/** What was asked of a figure, once it is understood. */
export type Question = {
  /** Dimension → the value asked for. */
  readonly where: Readonly<Partial<Record<string, string>>>;
  readonly groupBy: readonly Group[];
  /** Parameters by name, defaults filled in; '' where none was given. */
  readonly parameters: Readonly<Record<string, string>>;
  /** The place's day at the moment it is known. */
  readonly today: string;
};

/** The days asked for; a stock has `from` = `to`. */
export type Window = { readonly from: DayNumber; readonly to: DayNumber };

/** The fields of a cell, beside `members`. */
export type Fields = Readonly<Record<string, unknown>> & {
  readonly excluded: Readonly<Record<string, number>>;
};

/** The numbers of cells that do not add up over groups or units; all others do. */
export const NO_SUMS: ReadonlySet<string> = new Set([
  ...['rate', 'mean', 'weightedMean', 'notQuantifiable', 'median', 'p90'],
]);

export type Side = 'numerator' | 'denominator' | 'excluded';

/** Whose names its members go by. */
export type Thing = 'enterprise' | 'contract' | 'case' | 'consultation' | 'dispute';

/** An account and which of its units are meant. */
export type Term = {
  readonly account: Account;
  readonly filters: readonly Filter[];
  /** In a figure of a period, a stock: before its first day, or at the end of its last. */
  readonly stock?: 'opening' | 'closing';
};

/** Units left out for one published reason: of a term, perhaps only those of unknown headcount, less another term's. */
export type Exclusion = {
  readonly reason: string;
  readonly term: string;
  readonly only?: 'unknown';
  readonly without?: string;
};

/** A figure out of balances. */
export type FromBooks = {
  readonly by: 'books';
  readonly thing: Thing;
  readonly terms: Readonly<Record<string, Term>>;
  /** The sums that the cell reads; the others stay 0. */
  readonly weighs: readonly SumName[];
  /** The cell; `sum` gives a term's balance (of a flow: what came in the period), `group` says of which group. */
  readonly cell: (sum: (term: string) => Sums, group: Question['where']) => Fields;
  readonly sides: Readonly<
    Partial<
      Record<'numerator' | 'denominator', { readonly term: string; readonly weight: SumName }>
    >
  >;
  readonly exclusions: readonly Exclusion[];
  /** Whether a unit may stand in several groups, so that they need not sum. */
  readonly overlapping: boolean;
};

/** One unit as a figure sees it: what it adds above and below the line, and since which fact. */
export type UnitOfFigure = {
  readonly unit: string;
  /** The thing it belongs to, for its name and its link. */
  readonly label: string;
  readonly region: string;
  readonly industry: string;
  readonly registration_type: string;
  readonly size_class: string;
  readonly unionised: string;
  readonly contract_kind: string;
  readonly contract_level: string;
  readonly age: string;
  readonly forum?: string;
  readonly meeting_level?: string;
  readonly owner_party?: string;
  readonly cause?: string;
  readonly level?: string;
  readonly body?: string;
  readonly collective?: string;
  readonly outcome?: string;
  readonly mediator?: string;
  readonly day: string;
  readonly numerator: number;
  readonly denominator: number;
  /** Why it is left out; '' when it is not. */
  readonly reason: string;
  readonly value: number | null;
  readonly workers: number | null;
  /** Days that a dispute stood still. */
  readonly suspended_days?: number;
  /** Sums of a settlement, in fen; null where there is none. */
  readonly claimed?: number | null;
  readonly agreed?: number | null;
  readonly paid?: number | null;
  /** Positions of the fact that made it so, and of the one that made it otherwise. */
  readonly since: string;
  readonly until: string | null;
};

/** A figure out of rows, one a unit. */
export type FromRows = {
  readonly by: 'rows';
  readonly thing: Thing;
  /** The units of these days, as known at a position. */
  readonly rows: (window: Window, known: bigint) => Query<UnitOfFigure>;
  /** Of several rows of one unit in a period, those that count. */
  readonly counted: (rows: readonly UnitOfFigure[]) => readonly UnitOfFigure[];
  readonly cell: (rows: readonly UnitOfFigure[]) => Fields;
  /** What counts depends on the period’s last day: a series asks for every period anew. */
  readonly series?: 'anew';
  /** Whether a unit may stand in several groups, so that they need not sum. */
  readonly overlapping?: boolean;
};

export type Figure = FigureHead & {
  /** Throws Unanswerable when parameters do not go together. */
  readonly answer: (question: Question) => FromBooks | FromRows;
};

/** Two parts of a question do not go together. */
export class Unanswerable extends Error {
  override readonly name = 'Unanswerable';
  readonly parameter: string;
  constructor(parameter: string, message: string) {
    super(message);
    this.parameter = parameter;
  }
}

const rounded = (value: number): number => Math.round(value * 1_000_000) / 1_000_000;

/** A rate to 6 places; null when there is nothing to divide by. */
export const rate = (numerator: number, denominator: number): number | null =>
  denominator === 0 ? null : rounded(numerator / denominator);

export const mean = (sum: number, weight: number): number | null =>
  weight === 0 ? null : rounded(sum / weight);

/** The reasons that left anything out. */
export const excluding = (counts: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0));

const PLACE: readonly Dimension[] = [
  'region',
  'industry',
  'registrationType',
  'sizeClass',
  'unionised',
];

/** A region is asked with all that lies in it, or `only:<code>`: what is recorded under that very code. */
export const regionAsked = (value: string): { readonly only: boolean; readonly code: string } =>
  value === '' || value.startsWith(ONLY)
    ? { only: true, code: value.slice(value === '' ? 0 : ONLY.length) }
    : { only: false, code: value };
export const ONLY = 'only:';

/** The filters of a question that say where and what an enterprise is. */
export const placeFilters = ({ where }: Question): Filter[] =>
  PLACE.flatMap((dimension): Filter[] => {
    const value = where[dimension];
    if (value === undefined) return [];
    if (dimension !== 'region') return [{ dimension, is: [value] }];
    const { only, code } = regionAsked(value);
    return only ? [{ dimension, is: [code] }] : [{ dimension, within: code }];
  });

/** A filter that takes a dimension as it is asked for; none when it is not. */
export const asAsked = ({ where }: Question, dimension: Dimension): Filter[] => {
  const value = where[dimension];
  return value === undefined ? [] : [{ dimension, is: [value] }];
};

export const isGroupedBy = ({ groupBy }: Question, dimension: string): boolean =>
  groupBy.some((group) => group.dimension === dimension);

/** The dimensions of figures about contracts and enterprises. */
export const PLACE_DIMENSIONS = ['region', 'industry', 'registrationType', 'sizeClass'] as const;
export const AGREEMENT_DIMENSIONS = ['contractKind', 'contractLevel'] as const;
