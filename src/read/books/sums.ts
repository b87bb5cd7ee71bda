/** Count, workers, women, unknown, members. */
export type Sums = readonly [number, number, number, number, number];
const WIDTH = 5;

const LEAST = 1_024;
const FREE = -1;

const spread = (number: number): number => {
  const high = (number / 4_294_967_296) | 0;
  const mixed = Math.imul((number | 0) ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
};

/** The place of a number, or the free one where it belongs. */
const find = (numbers: Float64Array, number: number): number => {
  const mask = numbers.length - 1;
  let place = spread(number) & mask;
  for (let there = numbers[place]; there !== number && there !== FREE; there = numbers[place]) {
    place = (place + 1) & mask;
  }
  return place;
};

const is = (list: ArrayLike<number>, place: number): number => list[place] ?? 0;

/** A larger array that begins with what is in this one. */
const enlarged = (array: Float64Array<ArrayBuffer>) => {
  const larger = new Float64Array(array.length * 2);
  larger.set(array);
  return larger;
};

/**
 * Sums by a number (0 … 2⁵³). There may be a million of them, so they lie in plain memory, where
 * nothing collects garbage: places by number, and the sums one after the other as they came.
 */
export const sumsByNumber = () => {
  let places = new Float64Array(LEAST * 2).fill(FREE);
  let indexes = new Int32Array(LEAST * 2);
  let numbers = new Float64Array(LEAST);
  let sums = new Float64Array(LEAST * WIDTH);
  let size = 0;

  const grow = (): void => {
    numbers = enlarged(numbers);
    sums = enlarged(sums);
    places = new Float64Array(places.length * 2).fill(FREE);
    indexes = new Int32Array(places.length);
    for (let index = 0; index < size; index++) {
      const number = numbers[index] ?? 0;
      const place = find(places, number);
      places[place] = number;
      indexes[place] = index;
    }
  };
  const indexOf = (number: number): number => {
    const place = find(places, number);
    if (places[place] !== FREE) return indexes[place] ?? 0;
    places[place] = number;
    indexes[place] = size;
    numbers[size] = number;
    size += 1;
    return size - 1;
  };

  return {
    /** Adds the five sums that stand in a list from a place on. */
    add: (number: number, list: ArrayLike<number>, from: number): void => {
      if (size === numbers.length) grow();
      const at = indexOf(number) * WIDTH;
      // Not a loop: this is where a building spends its time.
      sums[at] = is(sums, at) + is(list, from);
      sums[at + 1] = is(sums, at + 1) + is(list, from + 1);
      sums[at + 2] = is(sums, at + 2) + is(list, from + 2);
      sums[at + 3] = is(sums, at + 3) + is(list, from + 3);
      sums[at + 4] = is(sums, at + 4) + is(list, from + 4);
    },
    /** The numbers, in order. */
    numbers: (): Float64Array => numbers.slice(0, size).sort(),
    /** The sums of a number that was added to. */
    sumsOf: (number: number): Sums => {
      const at = (indexes[find(places, number)] ?? 0) * WIDTH;
      const sum = (i: number): number => sums[at + i] ?? 0;
      return [sum(0), sum(1), sum(2), sum(3), sum(4)];
    },
    /** Forgets all numbers; the memory is kept unless it is far more than was needed. */
    clear: (): void => {
      const isFar = numbers.length > LEAST && size * 8 < numbers.length;
      if (isFar) [numbers, sums] = [new Float64Array(LEAST), new Float64Array(LEAST * WIDTH)];
      else sums.fill(0, 0, size * WIDTH);
      if (isFar) places = new Float64Array(LEAST * 2);
      if (isFar) indexes = new Int32Array(LEAST * 2);
      places.fill(FREE);
      size = 0;
    },
  };
};
