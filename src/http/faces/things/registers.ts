import { asKnown } from '../../../../projections/projection.ts';
import type { Register } from '../../../app.ts';
import { dayFrom } from '../../asking/days.ts';
import type { Listed } from '../../asking/filters.ts';
import type { Face } from '../../route.ts';
import { today } from '../deadlines/deadlines.ts';

/** The register of a thing as a list; its rows stand as of today, or of the day that `knownAt` lies in. */
export const registerOf = (
  { app }: Face,
  { noun, table, columns, codes, on, dated, stands }: Register,
): Listed => ({
  name: noun,
  columns,
  ...(codes ? { codes } : {}),
  rows: (known, day) => stands?.(day ?? today(app), known) ?? asKnown(table, known),
  ...(dated ? { dated } : {}),
  ...(on ? { also: { on: (day) => on(dayFrom('on', day)) } } : {}),
});
