import { z } from 'zod';
import { isWhole } from '../../export/selection.ts';

/** A sentence in both languages. */
export const Sentence = z.object({ zh: z.string(), en: z.string() }).meta({ id: 'Sentence' });

type Columns = Readonly<Record<string, string>>;

const cellShape = (sqlType: string): z.ZodType => {
  const shape = isWhole(sqlType) ? z.int() : z.string();
  return /NOT NULL/i.test(sqlType) ? shape : shape.nullable();
};

/** What a row of a table looks like as JSON. */
export const rowShape = (columns: Columns): z.ZodObject =>
  z.object(
    Object.fromEntries(Object.entries(columns).map(([name, type]) => [name, cellShape(type)])),
  );

/** A page of such rows. */
export const pageShape = (columns: Columns): z.ZodObject =>
  z.object({ items: z.array(rowShape(columns)), next: z.string().nullable() });
