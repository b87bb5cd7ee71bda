import type { Profile } from '../profile.ts';

/** Where the file has the columns of a profile, and which of its headers no profile column knows. */
export type Heading = {
  readonly headers: readonly string[];
  readonly places: ReadonlyMap<string, number>;
  readonly ignored: readonly string[];
};

/** The header does not fit the profile: which columns are missing or stand twice. */
export class WrongHeader extends Error {
  override readonly name = 'WrongHeader';
}

/** The columns that a rejects file has beside those of its source; they are skipped on the way in. */
export const rejectHeaders = ['rejected_row', 'rejected_column', 'reason', '退回原因'] as const;

const folded = (header: string): string =>
  header
    .trim()
    .replace(/\s*\*$/, '')
    .toLowerCase();

/** Finds the columns by their keys or by any of their headers. Throws WrongHeader. */
export const readHeading = (headers: readonly string[], { columns }: Profile): Heading => {
  const known = new Map(
    columns.flatMap(({ key, headers: { zh, en, also = [] } }) =>
      [key, zh, en, ...also].map((header) => [folded(header), key] as const),
    ),
  );
  const places = new Map<string, number>();
  const ignored: string[] = [];
  for (const [place, header] of headers.entries()) {
    const key = known.get(folded(header));
    if (key !== undefined && places.has(key))
      throw new WrongHeader(`列重复 / The column stands twice: ${header}`);
    if (key !== undefined) places.set(key, place);
    else if (!rejectHeaders.some((own) => own === folded(header))) ignored.push(header);
  }
  const missing = columns.filter(({ key, required }) => required && !places.has(key));
  if (missing.length > 0) {
    const names = missing.map(({ headers: { zh, en } }) => `${zh} (${en})`).join(', ');
    throw new WrongHeader(`缺少列 / Missing columns: ${names}`);
  }
  return { headers, places, ignored: ignored.filter((header) => header.trim() !== '') };
};
