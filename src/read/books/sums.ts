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

/**
 * Sums by a number (0 … 2⁵³). There are millions of them, so they lie in plain memory, where
 * nothing collects garbage.
 */
export const sumsByNumber = () => {
  let numbers = new Float64Array(LEAST).fill(FREE);
  let sums = new Float64Array(LEAST * WIDTH);
  let size = 0;

  const grow = (): void => {
    const [oldNumbers, oldSums] = [numbers, sums];
    numbers = new Float64Array(oldNumbers.length * 4).fill(FREE);
    sums = new Float64Array(numbers.length * WIDTH);
    for (let from = 0; from < oldNumbers.length; from++) {
      const number = oldNumbers[from] ?? FREE;
      if (number === FREE) continue;
      const to = find(numbers, number);
      numbers[to] = number;
      for (let i = 0; i < WIDTH; i++) sums[to * WIDTH + i] = oldSums[from * WIDTH + i] ?? 0;
    }
  };

  return {
    size: (): number => size,
    add: (number: number, more: Sums): void => {
      if (size * 2 >= numbers.length) grow();
      const place = find(numbers, number);
      if (numbers[place] === FREE) {
        numbers[place] = number;
        size += 1;
      }
      const at = place * WIDTH;
      // Not a loop: this is where a building spends its time.
      sums[at] = (sums[at] ?? 0) + more[0];
      sums[at + 1] = (sums[at + 1] ?? 0) + more[1];
      sums[at + 2] = (sums[at + 2] ?? 0) + more[2];
      sums[at + 3] = (sums[at + 3] ?? 0) + more[3];
      sums[at + 4] = (sums[at + 4] ?? 0) + more[4];
    },
    /** The numbers, in order. */
    numbers: (): Float64Array => {
      const found = new Float64Array(size);
      let n = 0;
      for (const number of numbers) if (number !== FREE) found[n++] = number;
      return found.sort();
    },
    sumsOf: (number: number): Sums => {
      const at = find(numbers, number) * WIDTH;
      const sum = (i: number): number => sums[at + i] ?? 0;
      return [sum(0), sum(1), sum(2), sum(3), sum(4)];
    },
    clear: (): void => {
      size = 0;
      numbers = new Float64Array(LEAST).fill(FREE);
      sums = new Float64Array(LEAST * WIDTH);
    },
  };
};
