import { z } from 'zod';
import { columnLabel } from '../../words/words.ts';
import { wordsFor, type Listed } from './filters.ts';
import { described, KnownAt, Limit } from './input.ts';

/** What a list may be asked beside its filters. */
export const AskedBeside = z.object({
  limit: Limit,
  cursor: described('`next` of the page before; it brings the filters with it.'),
  sort: described('A column; `-column` turns it round. By `id` where it is left out.'),
  knownAt: KnownAt,
  format: described('csv, xlsx, parquet or jsonl: the whole selection as a file; json is a page.'),
});

/** What is asked for beyond columns. */
const questions: Readonly<Record<string, string>> = {
  on: 'The day (YYYY-MM-DD) whose rows are asked for; today’s where it is left out.',
  q: 'A part of the name.',
  before: 'Due before this day.',
  after: 'Due after this day.',
};

const meaningOf = ({ name: list, columns }: Listed, name: string): string | undefined => {
  if (!Object.hasOwn(columns, name)) return questions[name];
  const label = columnLabel(list, name);
  return label && `${label.en} · ${label.zh}`;
};

/** What a filter takes: of a column of few codes one of them, or '' for none at all. */
const Filter = (listed: Listed, name: string): z.ZodType => {
  const words = wordsFor(listed, name);
  const description = meaningOf(listed, name);
  const filter = (words ? z.enum([...words, '']) : z.string()).optional();
  return description === undefined ? filter : filter.meta({ description });
};

/** Everything that a list may be asked, each with what it is. */
export const parametersOf = (listed: Listed): z.ZodObject => {
  const filters = Object.keys({ ...listed.columns, ...listed.also });
  const search = [
    ...(Object.hasOwn(listed.columns, 'name') ? ['q'] : []),
    ...(listed.takesDay || listed.dated ? ['on'] : []),
  ];
  return z.object({
    ...Object.fromEntries([...filters, ...search].map((name) => [name, Filter(listed, name)])),
    ...AskedBeside.shape,
  });
};
