/** Count, workers, women, unknown, members. */
export type Sums = readonly [number, number, number, number, number];
const WIDTH = 5;

const LEAST = 1_024;
const FREE = -1;

const spread = (number: number): number => {
  const low = number | 0;
  const high = (number / 4_294_967_296) | 0;
  const mixed = Math.imul(low ^ (high * 0x9e37), 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
};

/** A table of this many places, a power of two. */
const emptied = (places: number) => ({
  numbers: new Float64Array(places).fill(FREE),
  sums: new Float64Array(places * WIDTH),
  mask: places - 1,
});

/** Sums by a number (0 … 2⁵³). Millions of them, so they lie in plain memory, where nothing collects garbage. */
export const sumsByNumber = () => {
  let table = emptied(LEAST);
  let size = 0;

  const placeOf = ({ numbers, mask }: typeof table, number: number): number => {
    let place = spread(number) & mask;
    while (numbers[place] !== number && numbers[place] !== FREE) place = (place + 1) & mask;
    return place;
  };

  const grow = (): void => {
    const old = table;
    table = emptied(old.numbers.length * 2);
    old.numbers.forEach((number, from) => {
      if (number === FREE) return;
      const to = placeOf(table, number);
      table.numbers[to] = number;
      table.sums.set(old.sums.subarray(from * WIDTH, (from + 1) * WIDTH), to * WIDTH);
    });
  };

  return {
    size: (): number => size,
    add: (number: number, sums: Sums): void => {
      if (size * 2 >= table.numbers.length) grow();
      const place = placeOf(table, number);
      if (table.numbers[place] === FREE) {
        table.numbers[place] = number;
        size += 1;
      }
      for (let i = 0; i < WIDTH; i++) {
        const at = place * WIDTH + i;
        table.sums[at] = (table.sums[at] ?? 0) + (sums[i] ?? 0);
      }
    },
    numbers: (): Float64Array => table.numbers.filter((number) => number !== FREE),
    sumsOf: (number: number): Sums => {
      const at = placeOf(table, number) * WIDTH;
      const [a = 0, b = 0, c = 0, d = 0, e = 0] = table.sums.subarray(at, at + WIDTH);
      return [a, b, c, d, e];
    },
    clear: (): void => {
      size = 0;
      table = emptied(LEAST);
    },
  };
};
