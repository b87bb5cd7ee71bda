import type { DisputeEvent } from '../../domain/dispute-case/events.ts';
import type { Projection } from '../projection.ts';

/** One row an agreement: who settled, since when it is in force, and what came of it. Sums are fen. */
export type SettlementRow = {
  /** `<dispute>/<settlement>` */
  readonly id: string;
  readonly dispute: string;
  readonly settlement: string;
  readonly proceeding: string;
  readonly reached_on: string;
  /** How many settle; 0 = the dispute as a whole. */
  readonly claimants: number;
  readonly items: number;
  readonly agreed_fen: number;
  readonly workers_signed_on: string | null;
  readonly employer_signed_on: string | null;
  readonly mediator_signed_on: string | null;
  readonly sealed_on: string | null;
  readonly in_force_on: string | null;
  readonly review: string | null;
  readonly review_on: string | null;
  readonly confirmation: string | null;
  readonly confirmation_on: string | null;
  readonly payment_order: string | null;
  readonly payment_order_on: string | null;
  readonly enforcement_on: string | null;
};

type Of<T> = Extract<DisputeEvent, { type: T }>['data'];
type Says = Partial<SettlementRow>;
type Teller<D> = (data: D, row: SettlementRow) => Says;

const reached: Teller<Of<'SettlementReached'>> = ({ proceeding, on, claimants, items }) => ({
  proceeding,
  reached_on: on,
  claimants: claimants.length,
  items: items.length,
  agreed_fen: items.reduce((sum, { fen }) => sum + (fen ?? 0), 0),
});

const signed: Teller<Of<'SettlementSigned'>> = ({ as, on }) =>
  ({
    workers: { workers_signed_on: on },
    employer: { employer_signed_on: on },
    mediator: { mediator_signed_on: on },
    body: { sealed_on: on },
  })[as];

const reviewed =
  (review: string) =>
  (data: { readonly on: string }): Says => ({
    review,
    review_on: data.on,
  });
const confirmed =
  (confirmation: string) =>
  (data: { readonly on: string }): Says => ({
    confirmation,
    confirmation_on: data.on,
  });
const ordered =
  (payment_order: string) =>
  (data: { readonly on: string }): Says => ({
    payment_order,
    payment_order_on: data.on,
  });

/** The row shows the day of what came last: an earlier step said anew changes nothing there. */
const orderedAnew =
  (step: string) =>
  ({ on }: { readonly on: string }, { payment_order }: SettlementRow): Says =>
    payment_order === step ? { payment_order_on: on } : {};

const reviewedAnew =
  (step: string) =>
  ({ on }: { readonly on: string }, { review }: SettlementRow): Says =>
    review === step ? { review_on: on } : {};
const confirmedAnew =
  (step: string) =>
  ({ on }: { readonly on: string }, { confirmation }: SettlementRow): Says =>
    confirmation === step ? { confirmation_on: on } : {};

const enforced: Teller<Of<'EnforcementApplied'>> = ({ of, on }) =>
  of === 'settlement' ? { enforcement_on: on } : {};

const says: { readonly [T in DisputeEvent['type']]?: Teller<Of<T>> } = {
  SettlementReached: reached,
  SettlementCorrected: reached,
  SettlementSigned: signed,
  SignatureCorrected: signed,
  SettlementTookEffect: ({ on }) => ({ in_force_on: on }),
  EffectCorrected: ({ on }) => ({ in_force_on: on }),
  ReviewApplied: reviewed('applied'),
  ReviewApplicationCorrected: reviewedAnew('applied'),
  ReviewGranted: reviewed('granted'),
  ReviewGrantCorrected: reviewed('granted'),
  ReviewRejected: reviewed('rejected'),
  ReviewRejectionCorrected: reviewedAnew('rejected'),
  ConfirmationApplied: confirmed('applied'),
  ConfirmationApplicationCorrected: confirmedAnew('applied'),
  SettlementConfirmed: confirmed('granted'),
  ConfirmationCorrected: confirmed('granted'),
  ConfirmationRejected: confirmed('rejected'),
  ConfirmationRejectionCorrected: confirmedAnew('rejected'),
  PaymentOrderApplied: ordered('applied'),
  PaymentOrderIssued: ordered('issued'),
  PaymentOrderApplicationCorrected: orderedAnew('applied'),
  PaymentOrderCorrected: orderedAnew('issued'),
  PaymentOrderLapsed: ordered('lapsed'),
  PaymentOrderLapseCorrected: orderedAnew('lapsed'),
  EnforcementApplied: enforced,
  EnforcementApplicationCorrected: enforced,
};

const unborn: Omit<SettlementRow, 'id' | 'dispute' | 'settlement'> = {
  proceeding: '',
  reached_on: '',
  claimants: 0,
  items: 0,
  agreed_fen: 0,
  workers_signed_on: null,
  employer_signed_on: null,
  mediator_signed_on: null,
  sealed_on: null,
  in_force_on: null,
  review: null,
  review_on: null,
  confirmation: null,
  confirmation_on: null,
  payment_order: null,
  payment_order_on: null,
  enforcement_on: null,
};

/** The agreement that a fact is about. */
const about = ({ type, data }: DisputeEvent): string | undefined => {
  if (!(type in says)) return undefined;
  if (type === 'EnforcementApplied' || type === 'EnforcementApplicationCorrected')
    return data.of === 'settlement' ? data.title : undefined;
  return 'settlement' in data ? data.settlement : undefined;
};

export const settlements: Projection<SettlementRow, DisputeEvent> = {
  table: 'settlements',
  version: 2,
  columns: {
    id: 'TEXT NOT NULL',
    dispute: 'TEXT NOT NULL',
    settlement: 'TEXT NOT NULL',
    proceeding: 'TEXT NOT NULL',
    reached_on: 'TEXT NOT NULL',
    claimants: 'INTEGER NOT NULL',
    items: 'INTEGER NOT NULL',
    agreed_fen: 'INTEGER NOT NULL',
    workers_signed_on: 'TEXT',
    employer_signed_on: 'TEXT',
    mediator_signed_on: 'TEXT',
    sealed_on: 'TEXT',
    in_force_on: 'TEXT',
    review: 'TEXT',
    review_on: 'TEXT',
    confirmation: 'TEXT',
    confirmation_on: 'TEXT',
    payment_order: 'TEXT',
    payment_order_on: 'TEXT',
    enforcement_on: 'TEXT',
  },
  indexes: ['dispute', 'in_force_on'],
  categories: ['dispute'],
  keys: (event) => {
    const settlement = about(event);
    return settlement === undefined ? [] : [`${event.subject}/${settlement}`];
  },
  next: (before, event, id) => {
    const settlement = id.slice(event.subject.length + 1);
    const row = before ?? { id, dispute: event.subject, settlement, ...unborn };
    const tell = says[event.type] as Teller<unknown> | undefined;
    return { ...row, ...tell?.(event.data, row) };
  },
};
