import type { Sentence } from '../../domain/shared/rules.ts';

/** Words as they are written down: Chinese, then English. */
export type Pair = readonly [zh: string, en: string];

/** Words by name, in both languages. */
export type Words = Readonly<Record<string, Sentence>>;

/** A table of pairs as a table of sentences. */
export const said = <K extends string>(
  pairs: Readonly<Record<K, Pair>>,
): Readonly<Record<K, Sentence>> =>
  Object.fromEntries(
    Object.entries<Pair>(pairs).map(([name, [zh, en]]) => [name, { zh, en }]),
  ) as Record<K, Sentence>;

/** What a table calls something, if it does. */
export const at = (words: Words, name: string): Sentence | undefined =>
  Object.hasOwn(words, name) ? words[name] : undefined;
