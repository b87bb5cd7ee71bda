import type { DisputeEvent } from '../../domain/dispute-case/events.ts';
import type { Projection, Seen } from '../projection.ts';

/** One row a thing owed under an agreement. Sums are fen; `agreed_fen` is empty where it is not money. */
export type SettlementItemRow = {
  /** `<dispute>/<settlement>/<item>` */
  readonly id: string;
  readonly dispute: string;
  readonly settlement: string;
  readonly item: string;
  readonly claim: string | null;
  readonly claimant: string | null;
  readonly ground: string;
  readonly agreed_fen: number | null;
  readonly due_on: string;
  readonly in_force_on: string | null;
  readonly paid_fen: number;
  readonly payments: number;
  /** The day of the payment that made it whole. */
  readonly performed_on: string | null;
  /** What the clock recorded; empty when nothing, or taken back. */
  readonly overdue_on: string | null;
  /** agreed, due, partly, performed, late or defaulted. */
  readonly status: string;
  /** Every payment by its id, for the fold alone. */
  readonly parts: string;
};

type Of<T> = Extract<DisputeEvent, { type: T }>['data'];
type Parts = Readonly<Record<string, { readonly on: string; readonly fen: number }>>;
type Counted = Pick<
  SettlementItemRow,
  'paid_fen' | 'payments' | 'performed_on' | 'status' | 'parts'
>;

/** The day on which the payments, by their days, first make up what was agreed. */
const wholeOn = (parts: Parts, agreed: number | null): string | null => {
  let paid = 0;
  for (const { on, fen } of Object.values(parts).toSorted((a, b) => (a.on < b.on ? -1 : 1))) {
    paid += fen;
    if (paid >= (agreed ?? 0)) return on;
  }
  return null;
};

const statusOf = (row: SettlementItemRow, performed: string | null, payments: number): string => {
  if (row.in_force_on === null) return 'agreed';
  if (performed !== null) return performed <= row.due_on ? 'performed' : 'late';
  if (payments > 0) return 'partly';
  // A day that was said anew has passed only when the clock has said so.
  return row.overdue_on === row.due_on ? 'defaulted' : 'due';
};

/** What follows from the payments on the row. */
const counted = (row: SettlementItemRow, parts: Parts): Counted => {
  const payments = Object.keys(parts).length;
  const performed = payments > 0 ? wholeOn(parts, row.agreed_fen) : null;
  return {
    paid_fen: Object.values(parts).reduce((sum, { fen }) => sum + fen, 0),
    payments,
    performed_on: performed,
    status: statusOf(row, performed, payments),
    parts: JSON.stringify(parts),
  };
};

const partsOf = ({ parts }: SettlementItemRow): Parts => JSON.parse(parts) as Parts;

const unborn = {
  claim: null,
  claimant: null,
  ground: '',
  agreed_fen: null,
  due_on: '',
  in_force_on: null,
  paid_fen: 0,
  payments: 0,
  performed_on: null,
  overdue_on: null,
  status: 'agreed',
  parts: '{}',
} as const;

const agreed = (
  row: SettlementItemRow,
  { items }: Of<'SettlementReached'>,
): SettlementItemRow | undefined => {
  const item = items.find((one) => one.item === row.item);
  if (!item) return undefined;
  const now = {
    ...row,
    claim: item.claim ?? null,
    claimant: item.claimant ?? null,
    ground: item.ground,
    agreed_fen: item.fen ?? null,
    due_on: item.due,
  };
  return { ...now, ...counted(now, partsOf(row)) };
};

/** The row with one field said anew and its status with it. */
const now = (row: SettlementItemRow, says: Partial<SettlementItemRow>): SettlementItemRow => {
  const after = { ...row, ...says };
  return { ...after, ...counted(after, partsOf(after)) };
};

type Folder<D> = (row: SettlementItemRow, data: D) => SettlementItemRow | undefined;

const paid: Folder<Of<'PerformanceRecorded'>> = (row, { part, on, fen = 0 }) => ({
  ...row,
  ...counted(row, { ...partsOf(row), [part]: { on, fen } }),
});
const inForce: Folder<Of<'SettlementTookEffect'>> = (row, { on }) => now(row, { in_force_on: on });

const folders: { readonly [T in DisputeEvent['type']]?: Folder<Of<T>> } = {
  SettlementReached: agreed,
  SettlementCorrected: agreed,
  SettlementTookEffect: inForce,
  EffectCorrected: inForce,
  PerformanceRecorded: paid,
  PerformanceCorrected: paid,
  PerformanceFellOverdue: (row, { due }) => now(row, { overdue_on: due }),
  DefaultTakenBack: (row) => now(row, { overdue_on: null }),
};

type Naming = {
  readonly settlement: string;
  readonly item?: string;
  readonly items?: readonly { readonly item: string }[];
  readonly performance?: readonly { readonly item: string }[];
  readonly drops?: readonly string[];
};

/** The items that a fact is about: `<settlement>/<item>`. */
const about = ({ data }: Seen<DisputeEvent>): string[] => {
  const { settlement, item, items = [], performance = [], drops = [] } = data as Naming;
  const named = [item, ...drops, ...[...items, ...performance].map((one) => one.item)];
  return [...new Set(named.flatMap((id) => id ?? []))].map((id) => `${settlement}/${id}`);
};

export const settlementItems: Projection<SettlementItemRow, DisputeEvent> = {
  table: 'settlement_items',
  version: 2,
  columns: {
    id: 'TEXT NOT NULL',
    dispute: 'TEXT NOT NULL',
    settlement: 'TEXT NOT NULL',
    item: 'TEXT NOT NULL',
    claim: 'TEXT',
    claimant: 'TEXT',
    ground: 'TEXT NOT NULL',
    agreed_fen: 'INTEGER',
    due_on: 'TEXT NOT NULL',
    in_force_on: 'TEXT',
    paid_fen: 'INTEGER NOT NULL',
    payments: 'INTEGER NOT NULL',
    performed_on: 'TEXT',
    overdue_on: 'TEXT',
    status: 'TEXT NOT NULL',
    parts: 'TEXT NOT NULL',
  },
  keeps: ['parts'],
  indexes: ['dispute', 'status, due_on'],
  categories: ['dispute'],
  keys: (event) =>
    event.type in folders ? about(event).map((item) => `${event.subject}/${item}`) : [],
  next: (before, event, id) => {
    const [settlement = '', item = ''] = id.slice(event.subject.length + 1).split('/');
    const row = before ?? { id, dispute: event.subject, settlement, item, ...unborn };
    const next = folders[event.type] as Folder<unknown> | undefined;
    return next ? next(row, event.data) : row;
  },
};
