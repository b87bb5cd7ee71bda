import type { Sentence } from '../words/language.ts';
import type { JsonSchema } from './json-schema.ts';

export type Cell = string | number | null;
/** A row of a list or a register, as OpenAPI promises it; name your own type over it. */
export type Row = Readonly<Record<string, Cell>> & { readonly id: string };
export type Page<R> = { readonly items: readonly R[]; readonly next: string | null };

/** One clock of one thing. */
export type Deadline = {
  readonly id: string;
  readonly category: string;
  readonly subject: string;
  readonly rule: string;
  readonly about: string;
  readonly from_on: string;
  readonly due_on: string;
  readonly period: string;
  readonly article: string;
  readonly calendar: string;
  readonly calendar_version: string;
  readonly status: string;
  readonly met_on: string | null;
};

/** What `GET /<things>/<id>` adds to the row. */
export type Subject<R> = R & {
  readonly id: string;
  readonly revision: string;
  readonly allowedCommands: readonly string[];
  readonly deadlines: readonly Deadline[];
};

/** Who did what: a line of the journal. */
export type Happened = {
  readonly id: string;
  readonly type: string;
  readonly category: string;
  readonly subject: string;
  readonly revision: string;
  readonly position: string;
  readonly at: string;
  readonly by: string;
};

/** What a command answered. */
export type Answered = {
  readonly id: string;
  readonly revision: string;
  readonly position: string;
  readonly events: readonly string[];
};

export type FigureCard = {
  readonly id: string;
  readonly names: Sentence;
  readonly definition: Sentence;
  readonly definitionVersion: number;
  readonly unit: Sentence;
  readonly shape: 'ratio' | 'count' | 'mean' | 'duration' | 'ledger' | 'pipeline';
  readonly takes: 'on' | 'from-to';
  readonly dimensions: readonly string[];
  readonly parameters: JsonSchema;
};

/** A cell of a figure; its numbers follow the figure's shape. */
export type FigureCell = Readonly<Record<string, unknown>> & {
  readonly excluded: Readonly<Record<string, number>>;
  readonly members: string;
};
export type FigureGroup = FigureCell & { readonly key: string; readonly label: Sentence | string };
export type FigureAnswer = {
  readonly figure: string;
  readonly definitionVersion: number;
  readonly on?: string;
  readonly from?: string;
  readonly to?: string;
  readonly knownAt: string;
  readonly position: string;
  readonly overlapping?: true;
  readonly total: FigureCell;
  readonly groups: readonly FigureGroup[];
};
export type FigureSeries = Omit<FigureAnswer, 'total' | 'groups'> & {
  readonly series: readonly (FigureCell & { readonly date: string })[];
};
