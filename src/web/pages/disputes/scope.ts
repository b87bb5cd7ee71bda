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

/** Whether a dispute is in these hands where it stands now, or was when it was concluded. */
const isMediatedBy =
  (by: string) =>
  ({ mediators }: Row): boolean =>
    String(mediators ?? '')
      .split(' ')
      .includes(by);

/** Where I ever mediated, and what of it nobody else has in hand now. */
const useOwn = (by: string, scope: Scope) => {
  const asks = scope === 'mine' || scope === 'body';
  const query = { mediator: by, sort: '-from_on', limit: 500 };
  const { data, isPending } = useRows<Row>('mediator-spells', query, asks);
  const rows = data?.items ?? [];
  const id = distinct(rows, 'dispute').slice(0, 100);
  const looks = scope === 'mine' && id.length > 0;
  const found = useRows<Row>('disputes', { id, limit: 100 }, looks);
  return {
    bodies: distinct(rows, 'body'),
    ids: (found.data?.items ?? []).filter(isMediatedBy(by)).map((row) => row.id),
    waits: (asks && isPending) || (looks && found.isPending),
  };
};

/**
 * The part of the docket that is asked for: what I mediate, what the bodies have where I mediate,
 * what is open anywhere, or all. `query` is undefined where there is nothing of the kind.
 */
export const useScope = (
  scope: Scope,
): { readonly query: Query | undefined; readonly who: string; readonly waits: boolean } => {
  const { by } = useWho();
  const { bodies, ids, waits } = useOwn(by, scope);
  const asked = {
    all: { sort: '-received_on' },
    open: { phase: OPEN, sort: 'next_due' },
    mine: ids.length > 0 ? { id: ids, sort: 'next_due' } : undefined,
    body: bodies.length > 0 ? { body: bodies, phase: OPEN, sort: 'next_due' } : undefined,
  };
  return { query: asked[scope], who: by, waits };
};
