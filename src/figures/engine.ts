import type { Fields, Thing, Window } from '../../projections/figures/figure.ts';
import type { Query } from '../../projections/projection.ts';
import type { Moved } from './moved.ts';

/** Reads as known at a position; `head` is the last position there is. */
export type Read = {
  readonly at: { readonly known: bigint; readonly head: bigint };
  readonly rows: <R>(query: Query<R>) => Promise<R[]> | R[];
};

export type Cells = {
  readonly total: Fields;
  readonly groups: readonly { readonly values: readonly string[]; readonly fields: Fields }[];
};

/** A fact as figures cite it. */
export type Cited = { readonly position: string; readonly type: string; readonly at: string };

/** What one unit weighs in a figure, said alike by all of them; null where that is unknown or the figure has no such thing. */
export type MemberWeights = {
  /** What it adds above the line, and below it. */
  readonly numerator: number;
  readonly denominator: number;
  readonly workers: number | null;
  readonly women: number | null;
  /** Members of its union. */
  readonly members: number | null;
  /** What is averaged: an increase, a number of days. */
  readonly value: number | null;
};

/** A member, before it is named; `label` is the id of the thing whose name it goes by. */
export type Found = {
  readonly unit: string;
  readonly label: string;
  readonly reason: string;
  readonly weights: MemberWeights;
  readonly facts: readonly Cited[];
};
export type MemberPage = {
  readonly found: readonly Found[];
  /** Where the next page begins; undefined when there is none. */
  readonly next: readonly [number, number] | undefined;
};
export type PageAsked = {
  readonly side: string;
  readonly after: readonly [number, number];
  readonly limit: number;
};

/** What one fact changed in a figure. */
export type Change = {
  readonly cause: string;
  readonly fact: Cited & { readonly unit: string };
  readonly numerator: number;
  readonly denominator: number;
  /** What a count says beside: the workers of its units. */
  readonly workers: number;
  /** All that adds up in a cell, by its names. */
  readonly moved: Moved;
};

/** How a figure is worked out, whatever it is worked out from. */
export type Engine = {
  /** Out of the sums of the books, or out of a row a unit. */
  readonly by: 'books' | 'rows';
  readonly thing: Thing;
  readonly overlapping: boolean;
  readonly cells: (read: Read, window: Window) => Promise<Cells>;
  readonly series: (read: Read, windows: readonly Window[]) => Promise<readonly Fields[]>;
  readonly members: (read: Read, window: Window, asked: PageAsked) => Promise<MemberPage>;
  /** What changed since a position. */
  readonly changes: (read: Read, window: Window, before: bigint) => Promise<readonly Change[]>;
};
