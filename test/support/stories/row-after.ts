import type { Message } from '../../../domain/shared/message.ts';
import type { FoldRow, Projection, Seen } from '../../../projections/projection.ts';
import type { Category } from '../../../domain/shared/policy.ts';
import { recorded } from './given.ts';

/** Folds facts about one aggregate into the rows a projection keeps for it, by key. */
export const rowsAfter = <R extends FoldRow, E extends Message>(
  projection: Projection<R, E>,
  facts: readonly E[],
  subject = 'c1',
): Map<string, R> => {
  const rows = new Map<string, R>();
  recorded(facts).forEach((fact, i) => {
    const seen: Seen<E> = {
      ...fact,
      category: projection.categories[0] as Category,
      subject,
      revision: BigInt(i),
      position: BigInt(i + 1),
    };
    for (const key of projection.keys(seen)) {
      const next = projection.next(rows.get(key), seen, key);
      if (next) rows.set(key, next);
      else rows.delete(key);
    }
  });
  return rows;
};

/** The row of the aggregate itself. */
export const rowAfter = <R extends FoldRow, E extends Message>(
  projection: Projection<R, E>,
  facts: readonly E[],
  subject = 'c1',
): R | undefined => rowsAfter(projection, facts, subject).get(subject);
