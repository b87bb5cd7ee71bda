import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import type { Value } from '../../projections/projection.ts';
import { cells, TooManyRows, type Selection, type Written } from './selection.ts';

/** A workbook is made whole in memory, so it is the one format with a bound below Excel's own. */
export const MOST_ROWS = 100_000;
const LONGEST_CELL = 32_767;

// XML 1.0 has no place for these, not even escaped.
const unspeakable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const cell = (value: Value): string | number | null => {
  if (value === null || typeof value === 'number') return value;
  return String(value).replace(unspeakable, '').slice(0, LONGEST_CELL);
};

/** One sheet with a header row that stays in view. Throws TooManyRows beyond 100,000 rows. */
export async function* xlsx({ name, columns, pages }: Selection): Written {
  const sheet: SheetData = [
    Object.keys(columns).map((value) => ({ value, fontWeight: 'bold' as const })),
  ];
  for await (const rows of pages) {
    if (sheet.length + rows.length > MOST_ROWS + 1) throw new TooManyRows(MOST_ROWS);
    for (const row of rows) sheet.push(cells(columns, row).map(cell));
  }
  yield await writeExcelFile(sheet, { sheet: name.slice(0, 31), stickyRowsCount: 1 }).toBuffer();
}
