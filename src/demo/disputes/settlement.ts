import { paper } from '../papers.ts';
import type { Body } from './bodies.ts';
import { leading, representatives, type Claimed, type DisputeTold } from './dispute-plan.ts';

// The agreement, its signatures, and how it is performed.

const settlement = 'agreement';

type Owed = Claimed & { readonly owed: string; readonly agreed?: number; readonly due: number };

export type Agreement = {
  readonly at: Body;
  readonly day: number;
  /** Into how many monthly payments a sum is divided. */
  readonly parts?: number;
  /** Only these settle; everyone where left out. */
  readonly claimants?: readonly string[];
};

const instalments = (claim: Claimed, agreement: Agreement, share: number): Owed[] => {
  const { parts = 1, day } = agreement;
  if (claim.fen === undefined) return [{ ...claim, owed: claim.claim, due: day + 30 }];
  const part = Math.floor((claim.fen * share) / parts / 1000) * 1000;
  return Array.from({ length: parts }, (_, i) => ({
    ...claim,
    owed: `${claim.claim}-${String(i + 1)}`,
    agreed: part,
    due: day + 30 * (i + 1),
  }));
};

const itemOf = ({ owed, claim, claimant, item, agreed, due }: Owed, on: DisputeTold['on']) => ({
  item: owed,
  claim,
  ...(claimant !== undefined && { claimant }),
  ground: item,
  ...(agreed === undefined ? { what: '补办手续' } : { fen: agreed }),
  due: on(due),
});

/** Agreed on and signed by everyone; answers with what is owed. */
export const settle = (told: DisputeTold, agreement: Agreement): readonly Owed[] => {
  const { plan, say, on, dice } = told;
  const { at, day, claimants = [] } = agreement;
  const share = 0.6 + 0.4 * dice.part();
  const isMeant = ({ claimant }: Claimed): boolean =>
    claimants.length === 0 || (claimant !== undefined && claimants.includes(claimant));
  const owed = plan.claims.filter(isMeant).flatMap((one) => instalments(one, agreement, share));
  const speakers = representatives(plan);
  const all = claimants.length > 0 ? claimants : plan.claimants;
  say(day, 'ReachSettlement', {
    settlement,
    proceeding: at.proceeding,
    on: on(day),
    claimants,
    items: owed.map((one) => itemOf(one, on)),
    consents: speakers.length > 0 ? all.filter((one) => !speakers.includes(one)) : [],
    document: paper('调解协议书.pdf'),
  });
  sign(told, agreement, all);
  return owed;
};

const sign = (
  { plan, say, on, life }: DisputeTold,
  { at, day }: Agreement,
  all: readonly string[],
): void => {
  const speakers = representatives(plan);
  const workers = speakers.length > 0 ? speakers.slice(0, 1) : all;
  const persons = {
    workers,
    employer: [`p-${life.id}-employer-1`],
    mediator: [leading(plan, at)],
    body: [],
  };
  for (const [as, names] of Object.entries(persons))
    say(day + 1, 'SignSettlement', { settlement, as, on: on(day + 1), persons: names });
};

/** Every sum is paid a few days before its day, or so many days after it. */
export const perform = (
  { say, on }: DisputeTold,
  owed: readonly Owed[],
  after = -3,
): readonly (string | undefined)[] =>
  owed.map(({ owed: item, agreed, due }) =>
    say(due + after, 'RecordPerformance', {
      settlement,
      item,
      part: 'p1',
      on: on(due + after),
      ...(agreed !== undefined && { fen: agreed }),
      proof: paper('付款回单.pdf'),
    }),
  );

const byOrder = ['pay', 'overtime-pay', 'injury-medical-costs', 'compensation', 'damages'];

/** Only the first half is paid; a payment order follows where the law has one, and enforcement. */
export const defaultOn = ({ say, on }: DisputeTold, owed: readonly Owed[]): void => {
  const [first] = owed;
  if (first?.agreed === undefined) return;
  say(first.due, 'RecordPerformance', {
    settlement,
    item: first.owed,
    part: 'p1',
    on: on(first.due),
    fen: Math.floor(first.agreed / 2),
  });
  if (!byOrder.includes(first.item)) return;
  const day = first.due + 20;
  say(day, 'ApplyForPaymentOrder', { settlement, on: on(day), items: [first.owed] });
  say(day + 8, 'IssuePaymentOrder', { settlement, on: on(day + 8) });
  const of = { of: 'payment-order', title: settlement };
  say(day + 30, 'ApplyForEnforcement', { ...of, on: on(day + 30) });
};

const both = ['workers', 'employer'];

/** Both sides have the court confirm the agreement. */
export const confirm = ({ say, on }: DisputeTold, day: number): void => {
  say(day, 'ApplyForConfirmation', { settlement, on: on(day), by: both, court: '区人民法院' });
  say(day + 12, 'ConfirmSettlement', { settlement, on: on(day + 12) });
};

/** Both sides have the arbitration commission review it. */
export const review = ({ say, on }: DisputeTold, day: number): void => {
  say(day, 'ApplyForReview', { settlement, on: on(day), by: both });
  say(day + 5, 'GrantReview', { settlement, on: on(day + 5) });
};
