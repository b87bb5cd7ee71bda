import type { Fact } from './problem.ts';

const takenBackBy = (data: Fact['data']): readonly unknown[] =>
  Array.isArray(data['takesBack']) ? (data['takesBack'] as readonly unknown[]) : [];

/** A history as it reads now: a corrected fact says in its own place what was said of it last, and what was taken back is not in it. */
export const saidNow = (facts: readonly Fact[]): readonly Fact[] => {
  const gone = new Set(facts.flatMap(({ data }) => takenBackBy(data)));
  const last = new Map<unknown, Fact['data']>();
  for (const { data } of facts) {
    const { corrects, reason: _, ...said } = data;
    if (corrects !== undefined) last.set(corrects, said);
  }
  return facts
    .filter(({ id, data }) => data['corrects'] === undefined && !gone.has(id))
    .map((fact) => ({ ...fact, data: last.get(fact.id) ?? fact.data }));
};
