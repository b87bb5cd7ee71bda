import { dayNumber, numberedDay } from '../../domain/shared/calendar.ts';

/** Chance that can be had again: the same numbers give the same throws (mulberry32). */
export type Dice = {
  /** At least 0, below 1. */
  readonly part: () => number;
  /** A whole number from a to b, both included. */
  readonly whole: (a: number, b: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(list: readonly [T, ...T[]]) => T;
  /** One of the keys, as likely as its weight. */
  readonly weighted: <K extends string>(weights: Readonly<Record<K, number>>) => K;
  /** Normally distributed around 0 with deviation 1. */
  readonly normal: () => number;
  /** A day from a to b, both included; a when b lies before it. */
  readonly day: (a: string, b: string) => string;
};

const seedOf = (numbers: readonly number[]): number =>
  numbers.reduce((hash, n) => {
    const mixed = Math.imul(hash ^ (n + 0x9e37_79b9), 0x85eb_ca6b);
    return (mixed ^ (mixed >>> 13)) >>> 0;
  }, 0x1234_5678);

/** Dice that start from these numbers. */
export const dice = (...numbers: readonly number[]): Dice => {
  let state = seedOf(numbers);
  const part = (): number => {
    state = (state + 0x6d2b_79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (a: number, b: number): number => a + Math.floor(part() * (b - a + 1));
  return {
    part,
    whole,
    chance: (probability) => part() < probability,
    pick: (list) => list[whole(0, list.length - 1)] ?? list[0],
    weighted: <K extends string>(weights: Readonly<Record<K, number>>): K => {
      const keys = Object.keys(weights) as K[];
      let left = part() * keys.reduce((sum, key) => sum + weights[key], 0);
      return keys.find((key) => (left -= weights[key]) < 0) ?? (keys[0] as K);
    },
    normal: () => Math.sqrt(-2 * Math.log(1 - part())) * Math.cos(2 * Math.PI * part()),
    day: (a, b) => (b <= a ? a : numberedDay(whole(dayNumber(a), dayNumber(b)))),
  };
};
