import type { RefusedOrderEvent } from '../domain/refused-order/events.ts';
import { register, sql } from './projection.ts';

/** An order of a policy that was refused: why, to whom, and what became of it. */
export type RefusedOrderRow = {
  readonly id: string;
  readonly status: 'refused' | 'given-again' | 'carried-out' | 'dismissed';
  readonly policy: string;
  readonly cause: string;
  readonly cause_type: string;
  readonly from_category: string;
  readonly from_id: string;
  readonly to_category: string;
  readonly to_id: string;
  readonly command: string;
  /** What was ordered, as JSON. */
  readonly body: string;
  readonly rule: string;
  readonly sentence_zh: string;
  readonly sentence_en: string;
  readonly article: string | null;
  readonly refused_at: string;
  /** How often it was refused. */
  readonly refusals: number;
  readonly settled_at: string | null;
  readonly settled_by: string | null;
  readonly reason: string | null;
};

type Refused = Extract<RefusedOrderEvent, { type: 'OrderRefused' }>['data'];

const saying = ({ rule, sentence, article = '' }: Refused, at: string) => ({
  status: 'refused' as const,
  rule,
  sentence_zh: sentence.zh,
  sentence_en: sentence.en,
  article: article === '' ? null : article,
  refused_at: at,
});

const unsettled = { settled_at: null, settled_by: null, reason: null };

/** One row an order that was ever refused; those that still are have the status `refused`. */
export const refusedOrders = register<RefusedOrderRow, RefusedOrderEvent>({
  table: 'refused_orders',
  version: 1,
  columns: {
    id: 'TEXT NOT NULL',
    status: 'TEXT NOT NULL',
    policy: 'TEXT NOT NULL',
    cause: 'TEXT NOT NULL',
    cause_type: 'TEXT NOT NULL',
    from_category: 'TEXT NOT NULL',
    from_id: 'TEXT NOT NULL',
    to_category: 'TEXT NOT NULL',
    to_id: 'TEXT NOT NULL',
    command: 'TEXT NOT NULL',
    body: 'TEXT NOT NULL',
    rule: 'TEXT NOT NULL',
    sentence_zh: 'TEXT NOT NULL',
    sentence_en: 'TEXT NOT NULL',
    article: 'TEXT',
    refused_at: 'TEXT NOT NULL',
    refusals: 'INTEGER NOT NULL',
    settled_at: 'TEXT',
    settled_by: 'TEXT',
    reason: 'TEXT',
  },
  indexes: ['status', 'from_category, from_id', 'to_category, to_id'],
  categories: ['refusedOrder'],
  create: {
    OrderRefused: ({ subject, data, at }) => ({
      id: subject,
      policy: data.policy,
      cause: data.cause,
      cause_type: data.causeType,
      from_category: data.from.category,
      from_id: data.from.id,
      to_category: data.to.category,
      to_id: data.to.id,
      command: data.command.type,
      body: JSON.stringify(data.command.data),
      ...saying(data, at),
      refusals: 1,
      ...unsettled,
    }),
  },
  change: {
    OrderRefused: (row, { data, at }) => ({
      ...row,
      ...saying(data, at),
      refusals: row.refusals + 1,
      ...unsettled,
    }),
    OrderGivenAgain: (row) => ({ ...row, status: 'given-again', ...unsettled }),
    OrderCarriedOut: (row, { at, by }) => ({
      ...row,
      status: 'carried-out',
      settled_at: at,
      settled_by: by,
      reason: null,
    }),
    OrderDismissed: (row, { at, by, data }) => ({
      ...row,
      status: 'dismissed',
      settled_at: at,
      settled_by: by,
      reason: data.reason,
    }),
  },
});

/** How many wait for somebody: refused, and neither carried out since nor dismissed. */
export const refusalsOwed = sql<{
  readonly n: number;
}>()`SELECT count(*) AS n FROM refused_orders WHERE status = 'refused'`;
