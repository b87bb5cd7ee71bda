import { useFacts } from '../../api/queries.ts';
import type { Fact } from '../../api/problem.ts';
import { saidNow } from '../../api/said-now.ts';
import { useClocks } from '../../shell/clocks.ts';
import type { Attachment } from '../../api/attachments.ts';
import type { WageStep } from './values.tsx';

export type Clause = {
  readonly id: string;
  readonly topic: string;
  readonly title: string;
  readonly text?: string;
  readonly value?: number;
  readonly unit?: string;
};
export type Draft = {
  readonly draft: string;
  readonly version: number;
  readonly on: string;
  readonly termStart: string;
  readonly termEnd: string;
  readonly steps: readonly WageStep[];
  readonly clauses: readonly Clause[];
  readonly text: readonly Attachment[];
};
export type Opening = { readonly session: string; readonly present: readonly string[] };
export type Closing = {
  readonly session: string;
  readonly minutes: readonly Attachment[];
  readonly signedBy: readonly string[];
};
export type Signature = {
  readonly draft: string;
  readonly side: string;
  readonly person: string;
  readonly on: string;
  readonly text?: readonly Attachment[];
};

/** What the facts of these types say; the caller names the shape that the schema promises. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- as `get` does
export const said = <T>(facts: readonly Fact[], ...types: readonly string[]): readonly T[] =>
  facts.filter(({ type }) => types.includes(type)).map(({ data }) => data as T);

/** What was said last about each part: a correction stands in the place of what it corrects. */
export const lastOf = <T>(all: readonly T[], key: (one: T) => string): readonly T[] => [
  ...new Map(all.map((one) => [key(one), one])).values(),
];

/** The facts of the case as known at the clock of the page, as they read then. */
export const useKnownFacts = (id: string) => {
  const { knownAt } = useClocks();
  const facts = useFacts('bargainingCase', id);
  const until =
    knownAt === undefined
      ? Infinity
      : Date.parse(knownAt.length === 10 ? `${knownAt}T23:59:59+08:00` : knownAt);
  const known = facts.data?.filter(({ at }) => Date.parse(at) <= until);
  return { ...facts, data: known && saidNow(known) };
};
