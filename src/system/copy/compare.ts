import { hash } from 'node:crypto';
import type { Recorded } from '../../store/event-store.ts';
import { essenceOf, type FactsOf } from './business.ts';

/** A pair of facts that should be the same one in two stores; what is missing is undefined. */
export type Pair = {
  readonly source?: Recorded | undefined;
  readonly target?: Recorded | undefined;
};

/** What two equal logs say: one line over all facts, one for each stream. */
export type Digest = {
  readonly facts: number;
  readonly streams: number;
  /** SHA-256 over the last line of every stream, in the order of their names. */
  readonly digest: string;
};

export const isSame = ({ source, target }: Pair): boolean =>
  source !== undefined && target !== undefined && essenceOf(source) === essenceOf(target);

const extended = (before: string, text: string): string => hash('sha256', `${before}\n${text}`);

/**
 * Reads two logs side by side to the end of both. Calls `differs` at the first pair that is not one
 * fact, in the order over all; the digests of each stream are made of what both say.
 */
export const compared = async (
  source: FactsOf,
  target: FactsOf,
  told: { readonly differs: (pair: Pair) => Error; readonly passed: (at: Recorded) => void },
): Promise<Digest> => {
  const streams = new Map<string, string>();
  for (let facts = 0; ; facts++) {
    const pair = { source: await source.next(), target: await target.next() };
    if (!pair.source && !pair.target) {
      const lines = [...streams].toSorted(([a], [b]) => (a < b ? -1 : 1));
      const digest = hash('sha256', lines.map((line) => line.join(' ')).join('\n'));
      return { facts, streams: streams.size, digest };
    }
    if (!isSame(pair) || !pair.source) throw told.differs(pair);
    const { stream } = pair.source;
    streams.set(stream, extended(streams.get(stream) ?? '', essenceOf(pair.source)));
    told.passed(pair.source);
  }
};
