import { readSheet } from 'read-excel-file/node';
import type { Source, SourceRow } from './source.ts';
import { WrongFile } from './wrong-file.ts';

const cellText = (value: unknown): string => {
  if (value instanceof Date) return value.toISOString().replace(/T00:00:00\.000Z$/, '');
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
};

/** The first sheet of a workbook, read whole: the header, then row by row. Throws WrongFile. */
export const sheetRows = async (path: string): Promise<Source> => {
  const sheet = await readSheet(path).catch((cause: unknown) => {
    throw new WrongFile('不是 XLSX 工作簿 / This is no XLSX workbook.', { cause });
  });
  const [head = [], ...body] = sheet;
  let done = 0;
  const rows = async function* (): AsyncIterable<SourceRow> {
    for (const line of body) {
      done += 1;
      const cells = line.map(cellText);
      if (cells.some((cell) => cell.trim() !== '')) yield { row: done + 1, cells };
    }
  };
  return {
    headers: head.map(cellText),
    rows: rows(),
    progress: () => ({ done, of: body.length }),
  };
};
