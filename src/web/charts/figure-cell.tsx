import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { FigureCard, FigureCell as Cell } from '../api/types.ts';
import { useFormat, type Format } from '../words/format.ts';
import { shared } from '../words/shared.ts';
import { useWords } from '../words/words.ts';

const number = (cell: Cell, name: string): number | null => {
  const value = cell[name];
  return typeof value === 'number' ? value : null;
};

/** The number that a cell is read for, by the figure's shape; null where there is none. */
export const mainNumber = ({ shape }: Pick<FigureCard, 'shape'>, cell: Cell): number | null => {
  if (shape === 'ratio') return number(cell, 'rate');
  if (shape === 'mean') return number(cell, 'mean');
  if (shape === 'duration') return number(cell, 'median');
  if (shape === 'ledger') return number(cell, 'closing');
  if (shape === 'pipeline')
    return Object.entries(cell).reduce(
      (sum, [name, value]) =>
        name !== 'excluded' && typeof value === 'number' ? sum + value : sum,
      0,
    );
  return number(cell, 'count');
};

/** That number as people read it. */
export const mainText = (
  { shape }: Pick<FigureCard, 'shape'>,
  value: number | null,
  format: Format,
): string => {
  if (value === null) return '–';
  if (shape === 'ratio') return format.rate(value);
  // Told in percent.
  if (shape === 'mean') return format.rate(value / 100);
  return format.number(value);
};

/** Both halves of a ratio, or how many are behind a mean. */
const Halves = ({
  shape,
  cell,
}: {
  readonly shape: FigureCard['shape'];
  readonly cell: Cell;
}): ReactNode => {
  const t = useWords(shared);
  const format = useFormat();
  const [numerator, denominator] = [number(cell, 'numerator'), number(cell, 'denominator')];
  if (shape === 'ratio' && numerator !== null && denominator !== null)
    return t('of', {
      numerator: format.number(numerator),
      denominator: format.number(denominator),
    });
  const workers = number(cell, 'workers');
  return workers === null ? null : t('workers', { count: format.number(workers) });
};

/** One number that opens: it leads to its members under the same selection. */
export const FigureCell = ({
  card,
  cell,
  selection,
}: {
  readonly card: FigureCard;
  readonly cell: Cell;
  /** Days, clocks and dimensions of this cell, as the figure's page takes them. */
  readonly selection: Readonly<Record<string, string | undefined>>;
}) => {
  const format = useFormat();
  const t = useWords(shared);
  const left = Object.values(cell.excluded).reduce((sum, n) => sum + n, 0);
  return (
    <span className="figure-cell">
      <Link
        to="/analysis/$figure"
        params={{ figure: card.id }}
        search={{ ...selection, show: 'members' } as never}
        className="figure-number"
      >
        {mainText(card, mainNumber(card, cell), format)}
      </Link>{' '}
      <span className="soft">
        <Halves shape={card.shape} cell={cell} />
        {left > 0 && <> · {t('excluded', { count: format.number(left) })}</>}
      </span>
    </span>
  );
};
