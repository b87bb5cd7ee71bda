import type { z } from 'zod';
import type { Sentence } from '../domain/shared/rules.ts';
import type { MemberWeights } from './figures/engine.ts';
import type { Moved } from './figures/moved.ts';

/** A number as published: the shape is the figure's, `excluded` and `members` are in every one. */
export type Cell = Readonly<Record<string, unknown>> & {
  /** Units left out, by published reason. */
  readonly excluded: Readonly<Record<string, number>>;
  /** Where the units behind the number are listed: path and query under /api/v1. */
  readonly members: string;
};

/** What the catalogue says of a figure. */
export type FigureCard = {
  readonly id: string;
  readonly names: Sentence;
  readonly definition: Sentence;
  readonly definitionVersion: number;
  readonly unit: Sentence;
  readonly shape: 'ratio' | 'count' | 'mean' | 'duration' | 'ledger' | 'pipeline';
  /** Stocks are asked `on` a day, all others `from` … `to`, both included. */
  readonly takes: 'on' | 'from-to';
  readonly dimensions: readonly string[];
  /** Why units are left out: a unit for one reason, the first of these that fits. */
  readonly excludes: readonly string[];
  /** Its own parameters (population, minWorkers, method, …), beside dimensions and the two clocks. */
  readonly parameters: z.ZodObject;
};

/** A request's query as it came: strings by name. */
export type Asking = Readonly<Record<string, string>>;

export type FigureBody = {
  readonly figure: string;
  readonly definitionVersion: number;
  readonly on?: string;
  readonly from?: string;
  readonly to?: string;
  /** The instant asked for, and the position it resolved to. */
  readonly knownAt: string;
  readonly position: string;
  readonly overlapping?: true;
  readonly total: Cell;
  readonly groups: readonly (Cell & { readonly key: string; readonly label: Sentence | string })[];
};

/** A fact behind a number: what it was, and in whose history it stands. */
export type FactOfFigure = {
  readonly id: string;
  readonly position: string;
  readonly type: string;
  readonly at: string;
  readonly subject: { readonly things: string; readonly id: string };
};

export type Member = {
  readonly id: string;
  /** The thing it belongs to (an offer to its case, a resolution to its meeting), by its address. */
  readonly subject: { readonly things: string; readonly id: string };
  readonly label: string;
  readonly weights: MemberWeights;
  /** Why it is left out, on the side of the excluded. */
  readonly reason?: string;
  readonly facts: readonly FactOfFigure[];
};

/** Where figures are asked for. Each throws WrongQuestion when the query does not fit the figure. */
export type FigureDesk = {
  readonly catalogue: readonly FigureCard[];
  readonly cell: (figure: string, asking: Asking) => Promise<FigureBody>;
  readonly series: (
    figure: string,
    asking: Asking,
  ) => Promise<
    Omit<FigureBody, 'total' | 'groups'> & {
      readonly series: readonly (Cell & { readonly date: string })[];
    }
  >;
  readonly members: (
    figure: string,
    asking: Asking,
  ) => Promise<{ readonly items: readonly Member[]; readonly next: string | null }>;
  readonly changes: (
    figure: string,
    asking: Asking,
  ) => Promise<{
    readonly figure: string;
    readonly on?: string;
    readonly before: Cell;
    readonly after: Cell;
    readonly groups: readonly {
      readonly cause: string;
      readonly numerator: number;
      readonly denominator: number;
      /** Where the figure is a count. */
      readonly workers?: number;
      /** By how much each number of the cell that adds up is another one, by its name. */
      readonly moved: Moved;
      readonly facts: readonly (FactOfFigure & { readonly unit: string })[];
    }[];
  }>;
};

export { figureDesk } from './figures/desk.ts';
export { NoSuchFigure, WrongQuestion } from './figures/wrong-question.ts';
