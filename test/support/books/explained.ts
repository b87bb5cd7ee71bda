import { expect } from 'vitest';
import type { Asking, FigureDesk } from '../../../src/figures.ts';

const QUOTIENTS = ['rate', 'mean', 'weightedMean', 'notQuantifiable', 'median', 'p90'];

/** The counts and sums of a cell by their path: `excluded.open`, `outcomes.settled`. */
const sumsOf = (cell: object, path = ''): [string, number][] =>
  Object.entries(cell).flatMap(([name, value]: [string, unknown]): [string, number][] => {
    if (QUOTIENTS.includes(name)) return [];
    if (typeof value === 'number') return [[`${path}${name}`, value]];
    return typeof value === 'object' && value !== null ? sumsOf(value, `${path}${name}.`) : [];
  });

const total = (cells: readonly object[], sign: 1 | -1, into = new Map<string, number>()) => {
  for (const [path, value] of cells.flatMap((cell) => sumsOf(cell)))
    into.set(path, (into.get(path) ?? 0) + sign * value);
  return into;
};

const filled = (sums: ReadonlyMap<string, number>) =>
  Object.fromEntries([...sums].filter(([, sum]) => sum !== 0));

/** The causes of a change account for every count and sum of the cell, each with the facts it names. */
export const expectExplained = async (
  desk: FigureDesk,
  figure: string,
  asking: Asking,
): Promise<void> => {
  const { before, after, groups } = await desk.changes(figure, asking);
  const moved = groups.map((group) => group.moved);
  expect(filled(total(moved, 1)), figure).toStrictEqual(
    filled(total([before], -1, total([after], 1))),
  );
  for (const { facts } of groups) expect(facts.length).toBeGreaterThan(0);
};
