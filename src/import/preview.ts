import { z } from 'zod';
import { readHeading } from './rows/heading.ts';
import type { Profile } from './profile.ts';
import { rowReader } from './rows/row.ts';
import type { Source } from './files/source.ts';

const Sentence = z.object({ zh: z.string(), en: z.string() });

/** What a file would be taken for, before anything is decided. */
export const Preview = z.object({
  columns: z.array(
    z.object({
      key: z.string(),
      headers: Sentence,
      required: z.boolean(),
      /** The header of the file that is taken for it; null where the file has none. */
      header: z.string().nullable(),
    }),
  ),
  /** Headers of the file that the profile does not know. */
  ignored: z.array(z.string()),
  headers: z.array(z.string()),
  rows: z.array(
    z.object({
      row: z.int(),
      cells: z.array(z.string()),
      faults: z.array(
        z.object({ column: z.string().nullable(), reason: z.string(), sentence: Sentence }),
      ),
    }),
  ),
});
export type Preview = z.infer<typeof Preview>;

const MOST = 20;

/** The mapping of a file's columns and its first rows, each with what is wrong in itself. Throws WrongHeader. */
export const previewOf = async (profile: Profile, source: Source): Promise<Preview> => {
  const heading = readHeading(source.headers, profile);
  const read = rowReader(profile, heading);
  const rows: Preview['rows'] = [];
  for await (const { row, cells, fault } of source.rows) {
    const meaning = fault ? { faults: [fault] } : read(cells);
    const faults = 'faults' in meaning ? meaning.faults : [];
    rows.push({
      row,
      cells: [...cells],
      faults: faults.map(({ column = null, reason, sentence }) => ({ column, reason, sentence })),
    });
    if (rows.length === MOST) break;
  }
  return {
    columns: profile.columns.map(({ key, headers: { zh, en }, required }) => ({
      key,
      headers: { zh, en },
      required,
      header: source.headers[heading.places.get(key) ?? -1] ?? null,
    })),
    ignored: [...heading.ignored],
    headers: [...source.headers],
    rows,
  };
};
