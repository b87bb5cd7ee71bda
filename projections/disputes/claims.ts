import type { DisputeEvent } from '../../domain/dispute-case/events.ts';
import type { Projection, Seen } from '../projection.ts';

/** One row a claim: of one claimant, or common to all. Sums are fen; empty = not about money, or not yet. */
export type ClaimRow = {
  /** `<dispute>/<claim>` */
  readonly id: string;
  readonly dispute: string;
  readonly claim: string;
  readonly claimant: string | null;
  readonly item: string;
  readonly made_on: string;
  readonly claimed_fen: number | null;
  readonly lead: string | null;
  readonly agreed_fen: number | null;
  readonly awarded_fen: number | null;
  readonly judged_fen: number | null;
  readonly paid_fen: number;
  /** open, waived, admitted, agreed, granted, partly, dismissed or judged. */
  readonly outcome: string;
  /** For the fold alone: payments by settlement, item and part; what each settlement grants; the sum since changed. */
  readonly parts: string;
  readonly agreements: string;
  readonly changed_fen: number | null;
  /** The judgment it was judged in last, for the fold alone; '' before. */
  readonly judgment: string;
};

type Of<T> = Extract<DisputeEvent, { type: T }>['data'];
type Says = Partial<ClaimRow>;
type Teller<D> = (data: D, row: ClaimRow) => Says;

/** A claim said anew is still what it was changed to since. */
const made: Teller<Of<'ClaimMade'>> = ({ claimant, item, fen, on }, { changed_fen }) => ({
  claimant: claimant ?? null,
  item,
  made_on: on,
  claimed_fen: changed_fen ?? fen ?? null,
});

const amended: Teller<Of<'ClaimAmended'>> = ({ becomes, fen }) => {
  if (becomes !== 'changed') return { outcome: becomes };
  return fen === undefined ? {} : { claimed_fen: fen, changed_fen: fen };
};

const total = (sums: Readonly<Record<string, number>>): number =>
  Object.values(sums).reduce((sum, fen) => sum + fen, 0);

/** The sum of what is money; null where nothing is. */
const money = (sums: readonly (number | null | undefined)[]): number | null =>
  sums.reduce<number | null>(
    (sum, fen) => (typeof fen === 'number' ? (sum ?? 0) + fen : sum),
    null,
  );

/** What the agreements about one claim grant together, of each of its items the sum. */
const agreed: Teller<Of<'SettlementTookEffect'>> = ({ settlement, performance }, row) => {
  const sums = performance.flatMap((one) => (one.claim === row.claim ? [one.fen] : []));
  const { [settlement]: _, ...others } = JSON.parse(row.agreements) as Record<
    string,
    number | null
  >;
  const now = sums.length === 0 ? others : { ...others, [settlement]: money(sums) };
  return {
    agreements: JSON.stringify(now),
    agreed_fen: money(Object.values(now)),
    outcome: Object.keys(now).length > 0 ? 'agreed' : 'open',
  };
};

const awarded: Teller<Of<'AwardMade'>> = ({ items }, { claim }) => {
  const found = items.find((item) => item.claim === claim);
  return found ? { awarded_fen: found.fen ?? null, outcome: found.result } : {};
};

const paid: Teller<Of<'PerformanceRecorded'>> = ({ settlement, item, part, fen }, row) => {
  const before = JSON.parse(row.parts) as Record<string, number>;
  const parts = { ...before, [`${settlement}/${item}/${part}`]: fen ?? 0 };
  return {
    parts: JSON.stringify(parts),
    paid_fen: total(parts),
  };
};

type Judgment = Of<'SuitDecided'>;
const named = ({ suit, instance }: Pick<Judgment, 'suit' | 'instance'>): string =>
  `${suit}/${instance}`;

/** What was judged last: an earlier judgment said anew changes nothing there. */
const judged: Teller<Judgment> = (data, { claim }) => ({
  judged_fen: data.items.find((item) => item.claim === claim)?.fen ?? null,
  outcome: 'judged',
  judgment: named(data),
});

/** What leads for others, or does so no more. */
const led: Teller<Of<'LeadClaimsChosen'>> = ({ claims: chosen }, { claim }) => ({
  lead: chosen.includes(claim) ? 'lead' : null,
});

const says: { readonly [T in DisputeEvent['type']]?: Teller<Of<T>> } = {
  ClaimMade: made,
  ClaimCorrected: made,
  ClaimAmended: amended,
  ClaimAmendmentCorrected: amended,
  LeadClaimsChosen: led,
  LeadClaimsCorrected: led,
  LeadClaimsTakenBack: () => ({ lead: null }),
  SettlementTookEffect: agreed,
  EffectCorrected: agreed,
  PerformanceRecorded: paid,
  PerformanceCorrected: paid,
  AwardMade: awarded,
  AwardCorrected: awarded,
  SuitDecided: judged,
  JudgmentCorrected: (data, row) => (row.judgment === named(data) ? judged(data, row) : {}),
};

type Naming = {
  readonly claim?: string;
  readonly towards?: string;
  readonly claims?: readonly string[];
  readonly items?: readonly { readonly claim?: string }[];
  readonly performance?: readonly { readonly claim?: string }[];
  readonly drops?: readonly string[];
};

/** The claims that a fact is about. */
const about = ({ data }: Seen<DisputeEvent>): string[] => {
  const { claim, towards, claims = [], items = [], performance = [], drops = [] } = data as Naming;
  const within = [...items, ...performance].map((one) => one.claim);
  const named = [claim, towards, ...claims, ...drops, ...within];
  return [...new Set(named.flatMap((id) => id ?? []))];
};

const unborn: Omit<ClaimRow, 'id' | 'dispute' | 'claim'> = {
  claimant: null,
  item: '',
  made_on: '',
  claimed_fen: null,
  lead: null,
  agreed_fen: null,
  awarded_fen: null,
  judged_fen: null,
  paid_fen: 0,
  outcome: 'open',
  parts: '{}',
  agreements: '{}',
  changed_fen: null,
  judgment: '',
};

export const claims: Projection<ClaimRow, DisputeEvent> = {
  table: 'claims',
  version: 5,
  columns: {
    id: 'TEXT NOT NULL',
    dispute: 'TEXT NOT NULL',
    claim: 'TEXT NOT NULL',
    claimant: 'TEXT',
    item: 'TEXT NOT NULL',
    made_on: 'TEXT NOT NULL',
    claimed_fen: 'INTEGER',
    lead: 'TEXT',
    agreed_fen: 'INTEGER',
    awarded_fen: 'INTEGER',
    judged_fen: 'INTEGER',
    paid_fen: 'INTEGER NOT NULL',
    outcome: 'TEXT NOT NULL',
    parts: 'TEXT NOT NULL',
    agreements: 'TEXT NOT NULL',
    changed_fen: 'INTEGER',
    judgment: 'TEXT NOT NULL',
  },
  keeps: ['parts', 'agreements', 'changed_fen', 'judgment'],
  indexes: ['dispute', 'claimant'],
  categories: ['dispute'],
  keys: (event) =>
    event.type in says ? about(event).map((claim) => `${event.subject}/${claim}`) : [],
  next: (before, event, id) => {
    const claim = id.slice(event.subject.length + 1);
    const row = before ?? { id, dispute: event.subject, claim, ...unborn };
    const tell = says[event.type] as Teller<unknown> | undefined;
    return { ...row, ...tell?.(event.data, row) };
  },
};
