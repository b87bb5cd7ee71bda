import type { Fact } from '../api/problem.ts';
import type { Format } from '../words/format.ts';
import type { Terms } from '../words/terms.ts';

type Data = Readonly<Record<string, unknown>>;
type Names = ReadonlyMap<string, string>;
type Sayings = {
  readonly terms: Terms;
  readonly format: Format;
  /** What an agreement of this id is called. */
  readonly agreement: (id: string) => string;
};

const NONE: Names = new Map();

/** What a clock is about: a side or a level by its name, a part of the thing by what it is called there, else by its id. */
export const aboutOf = (about: string, terms: Terms, parts: Names = NONE): string => {
  const part = parts.get(about);
  if (part !== undefined) return part;
  if (terms.hasValue('side', about)) return terms.value('side', about);
  return terms.value('level', about, 'disputes');
};

const itemsIn = ({ items }: Data): readonly Data[] =>
  Array.isArray(items)
    ? items.filter((one): one is Data => typeof one === 'object' && one !== null)
    : [];

/** What is owed: what it is for, and how much or what. */
const owed = ({ ground, fen, what }: Data, { terms, format }: Sayings): string => {
  const much = typeof fen === 'number' ? format.money(fen) : what;
  const name = terms.value('ground', String(ground), 'settlement-items');
  return typeof much === 'string' ? `${name} ${much}` : name;
};

const agreedIn = (data: Data, sayings: Sayings): [string, string][] => {
  const settlement = String(data['settlement']);
  return [
    [settlement, sayings.agreement(settlement)],
    ...itemsIn(data).map((item): [string, string] => [
      `${settlement}/${String(item['item'])}`,
      owed(item, sayings),
    ]),
  ];
};

/** The parts of a dispute or a meeting that clocks are about, by what they are: a body by its name, an item of an agreement by what is owed, a resolution by its text. */
export const partsNamed = (facts: readonly Fact[], sayings: Sayings): Names =>
  new Map(
    facts.flatMap(({ type, data }): [string, string][] => {
      if (/^Settlement(Reached|Corrected)$/.test(type)) return agreedIn(data, sayings);
      const { proceeding, body, resolution, text } = data;
      if (typeof resolution === 'string' && typeof text === 'string') return [[resolution, text]];
      return typeof proceeding === 'string' && typeof body === 'string' ? [[proceeding, body]] : [];
    }),
  );
