import { useAnswer } from '../../api/queries.ts';
import type { Row } from '../../api/types.ts';
import type { Terms } from '../../words/terms.ts';

export const SIDES = ['employer', 'employees'] as const;

/** What one side said in a round. */
export type Say = {
  readonly proposal: string;
  readonly on: string;
  readonly value: number | null;
  readonly text: string | null;
  readonly status: string;
  readonly counters: string | null;
};
export type Side = (typeof SIDES)[number];
export type Line = {
  readonly clause: string;
  readonly topic: string;
  readonly title: string;
  readonly unit: string | null;
  readonly rounds: readonly ({ readonly round: number } & Readonly<Record<Side, Say | null>>)[];
  readonly gap: number | null;
  readonly agreed: string | null;
};
export type TableAnswer = { readonly rounds: number; readonly clauses: readonly Line[] };
export type Position = Row & {
  readonly session: string;
  readonly side: Side;
  readonly item: string;
  readonly topic: string;
  readonly position: string;
  readonly value: number | null;
  readonly unit: string | null;
};
/** A clause with the first positions on it. */
export type Shown = Line & { readonly first: readonly Position[] };

/** What lies on the table of a case, as the API lays it out. */
export const useCaseTable = (id: string) =>
  useAnswer<TableAnswer>(`/v1/bargaining-cases/${encodeURIComponent(id)}/table`);

/** Every clause with the first positions on it; what nobody has proposed yet has only those. */
export const linesOf = (
  clauses: readonly Line[],
  positions: readonly Position[],
): readonly Shown[] => {
  const groups = Map.groupBy(positions, ({ item }) => item);
  const known = new Set(clauses.map(({ clause }) => clause));
  const only = [...groups].flatMap(([clause, first]) => {
    const [one] = first;
    if (known.has(clause) || one === undefined) return [];
    const { topic, unit } = one;
    return [{ clause, topic, title: '', unit, rounds: [], gap: null, agreed: null, first }];
  });
  return [
    ...clauses.map((line) => ({
      ...line,
      unit: line.unit ?? groups.get(line.clause)?.[0]?.unit ?? null,
      first: groups.get(line.clause) ?? [],
    })),
    ...only,
  ];
};

/** What a clause is called; what nobody has proposed yet goes by its topic. */
export const nameOf = (line: Shown, terms: Terms): string =>
  line.title === '' ? terms.value('topic', line.topic) : line.title;
