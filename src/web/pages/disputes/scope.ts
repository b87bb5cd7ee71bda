import { useRows } from '../../api/queries.ts';
import type { Query } from '../../api/request.ts';
import type { Row } from '../../api/types.ts';
import { useWho } from '../../who.ts';

export const SCOPES = ['open', 'mine', 'body', 'all'] as const;
export type Scope = (typeof SCOPES)[number];

/** Phases in which somebody still has something to do before it is over. */
export const OPEN = ['received', 'mediating', 'suspended', 'arbitrating'] as const;

const distinct = (rows: readonly Row[], column: string): string[] => [
  ...new Set(rows.map((row) => String(row[column]))),
];

/**
 * The part of the docket that is asked for: what I mediate now, what the bodies have where I
 * mediate, what is open anywhere, or all. `query` is undefined where there is nothing of the kind.
 */
export const useScope = (
  scope: Scope,
): { readonly query: Query | undefined; readonly who: string; readonly waits: boolean } => {
  const { by } = useWho();
  const own = scope === 'mine' || scope === 'body';
  const spells = useRows<Row>(
    'mediator-spells',
    { mediator: by, sort: '-from_on', limit: 500 },
    own,
  );
  const rows = spells.data?.items ?? [];
  const waits = own && spells.isPending;
  if (scope === 'all') return { query: { sort: '-received_on' }, who: by, waits };
  if (scope === 'open') return { query: { phase: OPEN, sort: 'next_due' }, who: by, waits };
  if (rows.length === 0) return { query: undefined, who: by, waits };
  const query =
    scope === 'mine'
      ? { id: distinct(rows, 'dispute').slice(0, 100), sort: 'next_due' }
      : { body: distinct(rows, 'body'), phase: OPEN, sort: 'next_due' };
  return { query, who: by, waits };
};
