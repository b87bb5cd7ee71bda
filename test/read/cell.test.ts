import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balanceAt, cellWith, type Cell, type Moved } from '../../src/read/books/cell.ts';

const moved = (month: number, count: number, workers = 0): Moved => ({
  month,
  sums: [count, workers, 0, 0, 0],
});
const counted = (cell: Cell | undefined, month: number): number =>
  cell ? balanceAt(cell.months, cell.balances[0] ?? new Uint8Array(0), month) : 0;

// Months as years × 12 + months, from January = 0.
const [OCTOBER, NOVEMBER, DECEMBER] = [24_309, 24_310, 24_311];

describe('a cell of the books', () => {
  it('has no balance before its first month, and its last one for ever', () => {
    const cell = cellWith(undefined, [moved(OCTOBER, 3), moved(DECEMBER, -1)]);
    expect(
      [OCTOBER - 1, OCTOBER, NOVEMBER, DECEMBER, DECEMBER + 1_200].map((month) =>
        counted(cell, month),
      ),
    ).toStrictEqual([0, 3, 3, 2, 2]);
  });

  it('takes what comes late into its own month and all after it', () => {
    const before = cellWith(undefined, [moved(OCTOBER, 3), moved(DECEMBER, -1)]);
    const cell = cellWith(before, [moved(NOVEMBER, 10)]);
    expect([OCTOBER, NOVEMBER, DECEMBER].map((month) => counted(cell, month))).toStrictEqual([
      3, 13, 12,
    ]);
  });

  it('keeps no month that changes nothing, and is none when nothing is left', () => {
    const before = cellWith(undefined, [moved(OCTOBER, 3), moved(NOVEMBER, 1)]);
    const cell = cellWith(before, [moved(NOVEMBER, -1)]);
    expect(cell).toStrictEqual(cellWith(undefined, [moved(OCTOBER, 3)]));
    expect(cellWith(cell, [moved(OCTOBER, -3)])).toBeUndefined();
  });

  it('spends no bytes on sums that are always 0', () => {
    const cell = cellWith(undefined, [moved(OCTOBER, 1, 20), moved(NOVEMBER, 0, 5)]);
    expect(cell?.balances.map(({ byteLength }) => byteLength)).toStrictEqual([16, 16, 0, 0, 0]);
  });

  it('says what all movements up to a month say, in whatever portions they come', () => {
    const anyMoved = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: -3, max: 3 }));
    fc.assert(
      fc.property(
        fc.array(fc.array(anyMoved, { minLength: 1, maxLength: 6 }), { maxLength: 6 }),
        fc.integer({ min: 0, max: 41 }),
        (portions, month) => {
          let cell: Cell | undefined;
          for (const portion of portions) {
            const sums = new Map<number, number>();
            for (const [at, count] of portion) sums.set(at, (sums.get(at) ?? 0) + count);
            const inOrder = [...sums].sort(([a], [b]) => a - b);
            cell = cellWith(
              cell,
              inOrder.map(([at, count]) => moved(at, count)),
            );
          }
          const upTo = portions.flat().filter(([at]) => at <= month);
          expect(counted(cell, month)).toBe(upTo.reduce((sum, [, count]) => sum + count, 0));
        },
      ),
    );
  });
});
