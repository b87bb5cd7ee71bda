import { z } from 'zod';
import { figures } from '../../projections/figures/catalogue.ts';
import type { Figure, Parameter } from '../../projections/figures/figure.ts';
import type { FigureCard, FigureDesk } from '../figures.ts';
import type { Sources } from './asking.ts';
import { cellDesk, seriesDesk } from './numbers.ts';
import { changeDesk, memberDesk } from './reasons.ts';

const parameterShape = (parameter: Parameter): z.ZodType => {
  if (parameter === 'count') return z.string().regex(/^\d{0,9}$/);
  return z.enum(parameter.filter((value) => value !== ''));
};

const cardOf = ({ answer: _, parameters, ...head }: Figure): FigureCard => ({
  ...head,
  parameters: z.object(
    Object.fromEntries(
      Object.entries(parameters).map(([name, one]) => [name, parameterShape(one).optional()]),
    ),
  ),
});

/** Where figures are asked for: a few sums known now on this thread, everything else in workers. */
export const figureDesk = (sources: Sources): FigureDesk => ({
  catalogue: figures.map(cardOf),
  cell: cellDesk(sources),
  series: seriesDesk(sources),
  members: memberDesk(sources),
  changes: changeDesk(sources),
});
