import type { DisputeEvent } from '../../domain/dispute-case/events.ts';
import type { Seen } from '../projection.ts';

type Said<T extends DisputeEvent['type']> = Extract<DisputeEvent, { type: T }>['data'];
type Item = Said<'SettlementReached'>['items'][number];

type Claim = {
  readonly claimant: string;
  /** Null = not about money. */
  readonly fen: number | null;
  /** The sum it was changed to since; null = it was not. */
  readonly changed: number | null;
  readonly waived: 'no' | 'yes';
};
type Agreement = {
  readonly proceeding: string;
  /** Empty = the dispute as a whole. */
  readonly claimants: readonly string[];
  readonly items: readonly Item[];
  /** '' before it is in force. */
  readonly effectiveOn: string;
  /** The first reopening of the dispute after it took effect; '' when there is none. */
  readonly reopening: string;
};

/** What the books remember of a dispute's agreements: claims, items, payments by what they are for. */
export type SettlementDossier = {
  readonly claims: Readonly<Record<string, Claim>>;
  readonly agreements: Readonly<Record<string, Agreement>>;
  readonly paid: Readonly<
    Record<string, { readonly of: string; readonly on: string; readonly fen: number }>
  >;
  /** Why the dispute was reopened, by the fact. */
  readonly reopenings: Readonly<Record<string, string>>;
};

export const nothingSettled: SettlementDossier = {
  claims: {},
  agreements: {},
  paid: {},
  reopenings: {},
};

type Learner<D> = (dossier: SettlementDossier, data: D, fact: string) => SettlementDossier;

/** A claim said anew is still what it was changed to, or waived, since. */
const claimed: Learner<Said<'ClaimMade'>> = (dossier, { claim, claimant = '', fen = null }) => {
  const { changed = null, waived = 'no' } = dossier.claims[claim] ?? {};
  const after: Claim = { claimant, fen: changed ?? fen, changed, waived };
  return { ...dossier, claims: { ...dossier.claims, [claim]: after } };
};

const amended: Learner<Said<'ClaimAmended'>> = (dossier, { claim, fen, becomes }) => {
  const before = dossier.claims[claim];
  if (!before) return dossier;
  const changed = becomes === 'changed' ? (fen ?? before.changed) : before.changed;
  const after: Claim = {
    ...before,
    fen: changed ?? before.fen,
    changed,
    waived: becomes === 'waived' ? 'yes' : before.waived,
  };
  return { ...dossier, claims: { ...dossier.claims, [claim]: after } };
};

const withAgreement = (
  dossier: SettlementDossier,
  id: string,
  change: Partial<Agreement>,
): SettlementDossier => {
  const before = dossier.agreements[id] ?? {
    proceeding: '',
    claimants: [],
    items: [],
    effectiveOn: '',
    reopening: '',
  };
  return { ...dossier, agreements: { ...dossier.agreements, [id]: { ...before, ...change } } };
};

const reached: Learner<Said<'SettlementReached'>> = (dossier, data) => {
  const { proceeding, claimants, items } = data;
  return withAgreement(dossier, data.settlement, { proceeding, claimants, items });
};
const effective: Learner<Said<'SettlementTookEffect'>> = (dossier, { settlement, on }) =>
  withAgreement(dossier, settlement, { effectiveOn: on });

const performed: Learner<Said<'PerformanceRecorded'>> = (dossier, data) => {
  const of = `${data.settlement}/${data.item}`;
  const part = { of, on: data.on, fen: data.fen ?? 0 };
  return { ...dossier, paid: { ...dossier.paid, [`${of}/${data.part}`]: part } };
};

const reopened: Learner<Said<'DisputeReopened'>> = (dossier, { because }, fact) => {
  const isKnown = dossier.reopenings[fact] !== undefined;
  const agreements = Object.entries(dossier.agreements).map(([id, one]) => {
    const isOver = one.effectiveOn !== '' && one.reopening === '' && !isKnown;
    return [id, isOver ? { ...one, reopening: fact } : one] as const;
  });
  return {
    ...dossier,
    agreements: Object.fromEntries(agreements),
    reopenings: { ...dossier.reopenings, [fact]: because },
  };
};

const learners: { readonly [T in DisputeEvent['type']]?: Learner<Said<T>> } = {
  ClaimMade: claimed,
  ClaimCorrected: claimed,
  ClaimAmended: amended,
  ClaimAmendmentCorrected: amended,
  SettlementReached: reached,
  SettlementCorrected: reached,
  SettlementTookEffect: effective,
  EffectCorrected: effective,
  PerformanceRecorded: performed,
  PerformanceCorrected: performed,
  DisputeReopened: reopened,
  ReopeningCorrected: reopened,
};

/** The dossier after a fact; the same object when the fact is about no agreement. */
export const learnSettlement = (
  dossier: SettlementDossier,
  { type, data, id }: Seen<DisputeEvent>,
): SettlementDossier => {
  const learn = learners[type] as Learner<typeof data> | undefined;
  return learn ? learn(dossier, data, 'corrects' in data ? data.corrects : id) : dossier;
};

/** An agreement in force: what is due under it by when, and what was done. Money in fen. */
export type SettlementDue = {
  readonly settlement: string;
  readonly proceeding: string;
  readonly effectiveOn: string;
  /** The last day of its last item. */
  readonly dueOn: string;
  /** The day on which all of it was done; null while something is outstanding. */
  readonly performedOn: string | null;
  /** `timely` when every item was done by its own day. */
  readonly timeliness: 'timely' | 'late' | 'outstanding';
  /** `void` when the dispute was reopened because the agreement was void. */
  readonly standing: 'in-force' | 'void';
  readonly claimed: number;
  readonly agreed: number;
  readonly paid: number;
};

type Part = SettlementDossier['paid'][string];

const byDay = (a: Part, b: Part): number => (a.on < b.on ? -1 : Number(a.on > b.on));

/** The day on which an item was done in full; '' while it is not. */
const doneOn = ({ fen }: Item, parts: readonly Part[]): string => {
  let left = fen ?? 0;
  for (const part of parts.toSorted(byDay)) {
    left -= part.fen;
    if (left <= 0) return part.on;
  }
  return '';
};

/** The claims that an agreement answers: those of who settles, and those its items name. */
const answered = ({ claims }: SettlementDossier, { claimants, items }: Agreement): number =>
  Object.entries(claims)
    .filter(
      ([id, { claimant, waived }]) =>
        items.some(({ claim }) => claim === id) ||
        (waived === 'no' && (claimants.length === 0 || claimants.includes(claimant))),
    )
    .reduce((sum, [, { fen }]) => sum + (fen ?? 0), 0);

const last = (days: readonly string[]): string => days.toSorted().at(-1) ?? '';

const timelinessOf = (
  items: readonly { readonly due: string; readonly done: string }[],
): SettlementDue['timeliness'] => {
  if (items.some(({ done }) => done === '')) return 'outstanding';
  return items.every(({ due, done }) => done <= due) ? 'timely' : 'late';
};

/** The agreements of a dispute that took effect, as they stand. */
export const settlementDues = (dossier: SettlementDossier): readonly SettlementDue[] =>
  Object.entries(dossier.agreements).flatMap(([settlement, agreement]) => {
    const { proceeding, effectiveOn, items, reopening } = agreement;
    if (effectiveOn === '') return [];
    const parts = Object.values(dossier.paid);
    const owed = items.map((item) => {
      const mine = parts.filter(({ of }) => of === `${settlement}/${item.item}`);
      const paid = mine.reduce((sum, { fen }) => sum + fen, 0);
      return { due: item.due, done: doneOn(item, mine), paid, agreed: item.fen ?? 0 };
    });
    const timeliness = timelinessOf(owed);
    return [
      {
        settlement,
        proceeding,
        effectiveOn,
        dueOn: last(owed.map(({ due }) => due)),
        performedOn: timeliness === 'outstanding' ? null : last(owed.map(({ done }) => done)),
        timeliness,
        standing: dossier.reopenings[reopening] === 'agreement-void' ? 'void' : 'in-force',
        claimed: answered(dossier, agreement),
        agreed: owed.reduce((sum, item) => sum + item.agreed, 0),
        paid: owed.reduce((sum, item) => sum + item.paid, 0),
      },
    ];
  });
