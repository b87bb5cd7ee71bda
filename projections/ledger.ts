import { dayNumber, numberedDay } from '../domain/shared/calendar.ts';

/**
 * Figures kept like accounts. For one unit, its stays say from which day to which day it belongs
 * to which set, with which dimensions and weights. When a fact changes that, the difference is
 * posted: nothing posted is ever changed, so the books answer "on day t, as known at k" for all t, k.
 */

/** Days since 1970-01-01: what the books count with. */
export type DayNumber = number;

/** By what figures are grouped and filtered; '' where a dimension does not apply. */
export const DIMENSIONS = [
  'region',
  'industry',
  'registrationType',
  'sizeClass',
  'unionised',
  'contractKind',
  'contractLevel',
  'reason',
  'cause',
  'level',
  'body',
  'collective',
  'outcome',
] as const;
export type Dimension = (typeof DIMENSIONS)[number];
export type Dims = Readonly<Record<Dimension, string>>;

/** The column that keeps a dimension: region, registration_type, … */
export const dimensionColumn = (dimension: string): string =>
  dimension.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);

/** What a unit weighs beside 1. `unknown` counts units whose workers are not known. */
export const WEIGHTS = ['workers', 'women', 'unknown', 'members'] as const;
export type Weight = (typeof WEIGHTS)[number];
/** What a balance adds up, in the order of its columns: units, and what they weigh. */
export const SUMS = ['count', ...WEIGHTS] as const;
export type SumName = (typeof SUMS)[number];
export type Weights = Readonly<Record<Weight, number>>;

export const NO_DIMS: Dims = {
  region: '',
  industry: '',
  registrationType: '',
  sizeClass: '',
  unionised: '',
  contractKind: '',
  contractLevel: '',
  reason: '',
  cause: '',
  level: '',
  body: '',
  collective: '',
  outcome: '',
};
export const NO_WEIGHTS: Weights = { workers: 0, women: 0, unknown: 0, members: 0 };

/** One stay of a unit in an account: both days included, `to` null while it lasts. */
export type Stay = {
  readonly account: string;
  readonly from: DayNumber;
  readonly to: DayNumber | null;
  readonly dims: Dims;
  readonly weights: Weights;
};

/** What is added to the balance from `on` onward. `count` is +1, −1 or 0 (only a weight moved). */
export type Entry = {
  readonly account: string;
  readonly on: DayNumber;
  readonly dims: Dims;
  readonly count: number;
  readonly weights: Weights;
};

type Draft = { -readonly [K in keyof Entry]: Entry[K] };

/** The dimensions as one text, for finding like with like. */
export const dimsKey = (dims: Dims): string =>
  `${dims.region}\u001f${dims.industry}\u001f${dims.registrationType}\u001f${dims.sizeClass}\u001f${dims.unionised}\u001f${dims.contractKind}\u001f${dims.contractLevel}\u001f${dims.reason}\u001f${dims.cause}\u001f${dims.level}\u001f${dims.body}\u001f${dims.collective}\u001f${dims.outcome}`;

/** How many sets of dimensions are remembered; a city has tens of thousands. */
const REMEMBERED = 200_000;
const remembered = new Map<string, Dims>();

/** These dimensions, the others blank: the same object for the same values, so that they are found without being spelt. */
export const dimsOf = (some: Partial<Dims>): Dims => {
  const dims: Dims = { ...NO_DIMS, ...some };
  const key = dimsKey(dims);
  const held = remembered.get(key);
  if (held) return held;
  if (remembered.size >= REMEMBERED) remembered.clear();
  remembered.set(key, dims);
  return dims;
};

const plus = (a: Weights, b: Weights, sign: number): Weights => ({
  workers: a.workers + sign * b.workers,
  women: a.women + sign * b.women,
  unknown: a.unknown + sign * b.unknown,
  members: a.members + sign * b.members,
});

const isNothing = ({ count, weights }: Entry): boolean =>
  count === 0 &&
  weights.workers === 0 &&
  weights.women === 0 &&
  weights.unknown === 0 &&
  weights.members === 0;

/** Whether two sets of dimensions say the same; those from `dimsOf` are mostly one object. */
const areAlike = (a: Dims, b: Dims): boolean =>
  a === b || DIMENSIONS.every((dimension) => a[dimension] === b[dimension]);

const isSame = (a: Stay, b: Stay): boolean =>
  a.from === b.from &&
  a.to === b.to &&
  a.account === b.account &&
  areAlike(a.dims, b.dims) &&
  (a.weights === b.weights || WEIGHTS.every((weight) => a.weights[weight] === b.weights[weight]));

/** Two lists without what both begin with and what both end with. */
export const withoutSame = <T>(
  before: readonly T[],
  after: readonly T[],
  isAlike: (a: T, b: T) => boolean,
): readonly [readonly T[], readonly T[]] => {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && isAlike(before[head] as T, after[head] as T)) head += 1;
  let tail = 0;
  while (
    tail < shorter - head &&
    isAlike(before[before.length - 1 - tail] as T, after[after.length - 1 - tail] as T)
  ) {
    tail += 1;
  }
  return [before.slice(head, before.length - tail), after.slice(head, after.length - tail)];
};

/** What is to be posted on one day; few enough to be looked through. */
const add = (drafts: Draft[], on: DayNumber, { account, dims, weights }: Stay, sign: number) => {
  for (const draft of drafts) {
    if (draft.account !== account || !areAlike(draft.dims, dims)) continue;
    draft.count += sign;
    draft.weights = plus(draft.weights, weights, sign);
    return;
  }
  drafts.push({ account, on, dims, count: sign, weights: plus(NO_WEIGHTS, weights, sign) });
};

/** What must be posted to turn the books for `before` into the books for `after`. A stay that runs backwards is none. */
export const difference = (before: readonly Stay[], after: readonly Stay[]): Entry[] => {
  // Most facts leave nearly all stays of a unit as they were.
  const [gone, come] = withoutSame(before, after, isSame);
  if (gone.length === 0 && come.length === 0) return [];
  const days = new Map<DayNumber, Draft[]>();
  const post = (on: DayNumber, stay: Stay, sign: number) => {
    let drafts = days.get(on);
    if (!drafts) days.set(on, (drafts = []));
    add(drafts, on, stay, sign);
  };
  const enter = (stays: readonly Stay[], sign: number) => {
    for (const stay of stays) {
      if (stay.to !== null && stay.to < stay.from) continue;
      post(stay.from, stay, sign);
      if (stay.to !== null) post(stay.to + 1, stay, -sign);
    }
  };
  enter(gone, -1);
  enter(come, 1);
  const posted: Entry[] = [];
  for (const drafts of days.values()) {
    for (const draft of drafts) if (!isNothing(draft)) posted.push(draft);
  }
  return posted;
};

/** An account as the books keep it: what its cells are summed by. */
export type Account = {
  readonly name: string;
  readonly unit: 'enterprise' | 'contract' | 'case' | 'dispute';
  /** Dimensions that every cell keeps. */
  readonly always: readonly Dimension[];
  /** Dimensions kept alone and in pairs. */
  readonly free: readonly Dimension[];
  /** Kept in parts of their own by contract kind and level: a unit stands in several, and one is asked for. */
  readonly parts?: 'by-agreement';
};

/** The sets of dimensions that an account's cells are kept by, in a fixed order. */
export const cubesOf = ({ always, free }: Account): readonly (readonly Dimension[])[] => {
  const pairs = free.flatMap((a, i) => free.slice(i + 1).map((b) => [a, b]));
  return [[], ...free.map((a) => [a]), ...pairs].map((some) => [...always, ...some]);
};

/** The number of the smallest cube that keeps these dimensions; −1 when none does. */
export const cubeFor = (account: Account, wanted: readonly Dimension[]): number =>
  cubesOf(account).findIndex((cube) => wanted.every((dimension) => cube.includes(dimension)));

/** The month that a day lies in: years × 12 + months, January 2026 = 24312. */
export const monthOf = (day: DayNumber): number => {
  const text = numberedDay(day);
  return Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1;
};

/** `monthOf` for many days, each worked out once. */
export const monthsByDay = (): ((day: DayNumber) => number) => {
  const known = new Map<DayNumber, number>();
  return (day) => {
    const held = known.get(day) ?? monthOf(day);
    known.set(day, held);
    return held;
  };
};

/** The first day of a month. */
export const firstDayOf = (month: number): DayNumber => {
  const [year, nth] = [Math.floor(month / 12), (month % 12) + 1];
  return dayNumber(`${String(year).padStart(4, '0')}-${String(nth).padStart(2, '0')}-01`);
};

/** Only these dimensions; the others blank. */
export const only = (dims: Dims, kept: readonly Dimension[]): Dims => {
  const some: Record<Dimension, string> = { ...NO_DIMS };
  for (const dimension of kept) some[dimension] = dims[dimension];
  return some;
};
