import { suggest } from '../../domain/law/profiles.ts';
import { plusDays, plusMonths } from '../../domain/shared/calendar.ts';
import type { ContractKind } from '../../domain/shared/values.ts';
import { after, earlier, later, type Diary } from './act.ts';
import type { Dice } from './dice.ts';
import type { Life } from './enterprise-life.ts';

/** What a made-up wage rise looks like: a percentage, an amount, or words. */
export const wageStep = (dice: Dice, effectiveOn: string) => {
  const kind = dice.weighted({ percent: 80, amount: 14, 'not-quantifiable': 6 });
  if (kind === 'percent') return { by: kind, effectiveOn, basisPoints: dice.whole(20, 90) * 10 };
  if (kind === 'amount')
    return {
      by: kind,
      effectiveOn,
      fenPerMonth: dice.whole(10, 40) * 1000,
      onFenPerMonth: 520_000,
    };
  return { by: kind, effectiveOn, text: '视经营情况适当调整' };
};

/** The clauses that made-up contracts have. */
export const clauses = (kind: ContractKind) => [
  { id: 'c1', topic: kind === 'women' ? 'women' : 'wage-increase', title: '调整幅度' },
  { id: 'c2', topic: 'wage-floor', title: '最低工资', value: 202_000, unit: 'fen-per-month' },
  { id: 'c3', topic: 'payment-guarantee', title: '支付日', value: 10, unit: 'day-of-month' },
];

type Chain = { readonly kind: ContractKind; readonly months: number; readonly renewal: number };

const chains: readonly (Chain & { readonly share: number })[] = [
  { kind: 'wage', months: 12, share: 0.75, renewal: 0.86 },
  { kind: 'comprehensive', months: 36, share: 0.55, renewal: 0.9 },
  { kind: 'women', months: 36, share: 0.42, renewal: 0.9 },
  { kind: 'safety', months: 24, share: 0.08, renewal: 0.8 },
];

const terms = (kind: ContractKind, start: string, dice: Dice) => ({
  steps: kind === 'wage' ? [wageStep(dice, start)] : [],
  clauses: clauses(kind),
});

type One = Chain & {
  readonly start: string;
  readonly termEnd: string;
  readonly predecessor: string | undefined;
};

/** One contract, found in the files of the enterprise and taken into the register. */
const takeOver = (diary: Diary, life: Life, one: One, dice: Dice): string | undefined => {
  const { kind, start, termEnd, predecessor } = one;
  const isLate = dice.chance(0.05);
  const due = after(start, isLate ? dice.whole(150, 330) : dice.whole(5, 60));
  const day = later(due, after(life.knownOn, dice.whole(3, 60)));
  if (life.endOn !== '' && day >= life.endOn) return undefined;
  const id = `${life.id}-${kind}-${start.slice(0, 7)}`;
  const to = { noun: 'contracts', id, by: life.by };
  const data = {
    kind,
    level: 'enterprise',
    enterprise: life.id,
    profile: suggest({ division: life.division, kind, on: start }).profile,
    source: '企业档案',
    registeredOn: start,
    signedOn: plusDays(start, -20),
    effectiveOn: start,
    termStart: start,
    ...(dice.chance(0.01) ? {} : { termEnd }),
    ...(predecessor === undefined ? {} : { predecessor }),
    workers: life.workers(start),
    women: life.women(start),
    ...terms(kind, start, dice),
  };
  const fact = diary.write(day, to, 'RegisterAsHistory', data);
  if (fact === undefined) return undefined;
  const last = life.endOn === '' ? termEnd : earlier(termEnd, life.endOn);
  aftermath(diary, to, { data, fact, day, last: after(last, -10) }, dice);
  return id;
};

type Taken = {
  readonly data: object;
  readonly fact: string;
  readonly day: string;
  readonly last: string;
};

/** What may become of it: a slip corrected, an inspection, an early end. */
const aftermath = (
  { write, until }: Diary,
  to: { readonly noun: string; readonly id: string; readonly by: string },
  { data, fact, day, last }: Taken,
  dice: Dice,
): void => {
  const fate = dice.weighted({ none: 74, inspected: 20, corrected: 3, rescinded: 2, void: 1 });
  const on = dice.day(day, last);
  if (on > last || on > until) return;
  if (fate === 'inspected' && 'termEnd' in data) {
    const result = dice.weighted({ fulfilled: 85, partly: 10, unfulfilled: 5 });
    const results = [
      { clause: 'c1', result: 'fulfilled' },
      { clause: 'c2', result },
      { clause: 'c3', result: 'fulfilled' },
    ];
    write(after(on, 2), to, 'HoldInspection', { inspection: `i-${on}`, on, results });
  }
  if (fate === 'corrected') {
    const reason = '人数登记有误';
    write(after(day, dice.whole(10, 90)), to, 'CorrectHistory', {
      corrects: fact,
      reason,
      ...data,
      workers: 25,
      women: 12,
    });
  }
  if (fate === 'rescinded')
    write(after(on, 5), to, 'Rescind', {
      on,
      ground: 'agreement',
      because: '双方协商一致解除',
      congress: { delegates: 60, inFavour: 52 },
    });
  if (fate === 'void') write(after(day, 30), to, 'Void', { reason: '重复登记' });
};

/** One kind of contract after the other's end, as long as they are renewed; after a pause again. */
const chainOn = (diary: Diary, life: Life, chain: Chain, dice: Dice): void => {
  const { unionOn, endOn, knownOn } = life;
  const last = endOn === '' ? diary.until : endOn;
  let start = `${later(after(unionOn, dice.whole(60, 700)), '2013-02-01').slice(0, 7)}-01`;
  let predecessor: string | undefined;
  while (start < last) {
    const next = plusMonths(start, chain.months);
    const one: One = { ...chain, start, termEnd: plusDays(next, -1), predecessor };
    const taken = one.termEnd < knownOn ? undefined : takeOver(diary, life, one, dice);
    const renews = dice.chance(chain.renewal);
    predecessor = renews ? taken : undefined;
    start = renews ? next : plusMonths(next, 12);
  }
};

/** The contracts that an enterprise with a union had, of every kind. */
export const concludeContracts = (diary: Diary, life: Life, dice: Dice): void => {
  const { unionOn } = life;
  if (unionOn === '') return;
  const readiness = life.workers(unionOn) >= 25 ? 1 : 0.35;
  for (const chain of chains)
    if (dice.chance(chain.share * readiness)) chainOn(diary, life, chain, dice);
};
