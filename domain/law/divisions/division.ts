import type { Sentence } from '../../shared/rules.ts';

/** A division as the lists keep it. `validFrom` and `validTo` are inclusive; null is open. */
export type DivisionEntry = {
  readonly code: string;
  readonly name: Sentence;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** The divisions that took over when this code was retired. */
  readonly successors: readonly string[];
  /** A code that only the statistics use (a development zone): no GB/T 2260 division. */
  readonly statisticalOnly: boolean;
};

/** What the end of a Chinese name says in English; the longer ending is tried first. */
const kinds: readonly (readonly [string, string])[] = [
  ['自治县', 'Autonomous County'],
  ['新区', 'New District'],
  ['区', 'District'],
  ['县', 'County'],
  ['市', 'City'],
];

const inEnglish = (zh: string, pinyin: string): string => {
  const kind = kinds.find(([ending]) => zh.endsWith(ending));
  return kind ? `${pinyin} ${kind[1]}` : pinyin;
};

const entry = (line: string): DivisionEntry => {
  const [code = '', zh = '', ...pinyin] = line.split(' ');
  return {
    code,
    name: { zh, en: inEnglish(zh, pinyin.join(' ')) },
    validFrom: null,
    validTo: null,
    successors: [],
    statisticalOnly: false,
  };
};

/** Reads a list, one division a line: code, Chinese name, its reading in Latin letters. */
export const divisionList = (text: string): readonly DivisionEntry[] =>
  text
    .trim()
    .split('\n')
    .map((line) => entry(line.trim()));
