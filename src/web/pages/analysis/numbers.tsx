import type { FigureCard, FigureCell } from '../../api/types.ts';
import { analysis } from '../../words/analysis.ts';
import { useFormat, type Format } from '../../words/format.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';

type Name = keyof typeof analysis.table;
const isName = (name: string): name is Name => Object.hasOwn(analysis.table, name);

const MONEY = ['claimed', 'agreed', 'paid'];
const SHARES = ['rate', 'notQuantifiable'];
const MEANS = ['mean', 'weightedMean'];

/** A number of a cell as people read it, by its name. */
export const written = (name: string, value: number | null, format: Format): string => {
  if (value === null) return '–';
  if (MONEY.includes(name)) return format.money(value);
  if (SHARES.includes(name)) return format.rate(value);
  // Told in percent.
  if (MEANS.includes(name)) return format.rate(value / 100);
  return format.number(value);
};

/** What the numbers of a figure’s cells are called. */
export const useNumberName = (card: FigureCard): ((name: string) => string) => {
  const t = useWords(analysis);
  const terms = useTerms();
  return (name) => {
    if (card.shape === 'pipeline') return terms.phase('bargainingCase', name);
    return isName(name) ? t(name) : name;
  };
};

/** The numbers of a cell in their order, without what was left out. */
export const numbersIn = (cell: FigureCell): readonly (readonly [string, number | null])[] =>
  Object.entries(cell).flatMap(([name, value]) =>
    (typeof value === 'number' || value === null) && name !== 'key' ? [[name, value] as const] : [],
  );

/** All numbers of one cell, each under its name; nothing that the large number says already. */
export const Numbers = ({
  card,
  cell,
}: {
  readonly card: FigureCard;
  readonly cell: FigureCell;
}) => {
  const format = useFormat();
  const nameOf = useNumberName(card);
  return (
    <dl>
      {numbersIn(cell).map(([name, value]) => (
        <div key={name}>
          <dt>{nameOf(name)}</dt>
          <dd>{written(name, value, format)}</dd>
        </div>
      ))}
    </dl>
  );
};
