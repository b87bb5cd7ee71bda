import { stringify } from 'csv-stringify/sync';
import type { Value } from '../../projections/projection.ts';
import { cells, type Selection, type Written } from './selection.ts';

/** What a spreadsheet would run as a formula, half and full width. */
const formula = /^[=+\-@\t\r＝＋－＠]/;

/** Text that a spreadsheet would run is written as text; numbers stay numbers. */
export const harmless = (value: Value): Value =>
  typeof value === 'string' && formula.test(value) ? `'${value}` : value;

const lines = (rows: readonly (readonly Value[])[]): Uint8Array =>
  Buffer.from(stringify(rows as Value[][], { record_delimiter: 'windows' }));

/** RFC 4180 with a byte order mark, so that spreadsheets read Chinese as it is. */
export async function* csv({ columns, pages }: Selection): Written {
  yield Buffer.from('\ufeff');
  yield lines([Object.keys(columns)]);
  for await (const rows of pages) {
    if (rows.length > 0) yield lines(rows.map((row) => cells(columns, row).map(harmless)));
  }
}
