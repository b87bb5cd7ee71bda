import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One path as measured, beside what nothing on this machine can beat; `ratio` is the one over the other. */
export type Measured = {
  readonly path: string;
  /** How many writers, enterprises, events … */
  readonly size: string;
  readonly found: number;
  readonly unit: string;
  readonly bound?: number;
  readonly ratio?: number;
  /** What `design` asks for, as it is checked: a ratio or a limit. */
  readonly target: string;
};

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** The value that this share of all values does not exceed. */
export const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? 0;

/** A folder that is gone afterwards. */
export const scratch = async <T>(use: (folder: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'concord-bench-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** How often a second `once` can be done, by this many at a time, for so long. */
export const perSecond = async (
  atOnce: number,
  ms: number,
  once: (worker: number, n: number) => Promise<unknown>,
): Promise<number> => {
  const start = performance.now();
  let done = 0;
  const work = async (worker: number) => {
    for (let n = 0; performance.now() - start < ms; n++) {
      await once(worker, n);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, (_, worker) => work(worker)));
  return done / ((performance.now() - start) / 1000);
};

/** Two ways of doing the same, alternately, so that a noisy machine is unfair to neither; medians. */
export const beside = async (
  rounds: number,
  ours: () => Promise<number>,
  bound: () => Promise<number>,
): Promise<{ readonly found: number; readonly bound: number; readonly ratio: number }> => {
  const [found, bounds]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    if (round % 2 === 0) found.push(await ours());
    bounds.push(await bound());
    if (round % 2 === 1) found.push(await ours());
  }
  const [a, b] = [median(found), median(bounds)];
  return { found: Math.round(a), bound: Math.round(b), ratio: Math.round((a / b) * 100) / 100 };
};
