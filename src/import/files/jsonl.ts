import { isGarbled, linesOf } from './lines.ts';
import { fault, type reasons } from '../rows/reasons.ts';
import type { SourceRow } from './source.ts';

const cellText = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  return JSON.stringify(value);
};

const objectIn = (line: string): Readonly<Record<string, unknown>> | undefined => {
  try {
    const value: unknown = JSON.parse(line);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? { ...value } : undefined;
  } catch {
    return undefined;
  }
};

const faulty = (reason: keyof typeof reasons, row: number, line: string): SourceRow => ({
  row,
  cells: [line],
  fault: fault(reason),
});

const rowOf = (
  line: string,
  row: number,
  headers: readonly string[],
  places: ReadonlyMap<string, number>,
): SourceRow => {
  const object = objectIn(line);
  if (!object) return faulty('bad-json', row, line);
  if (isGarbled(line)) return faulty('bad-encoding', row, line);
  const cells = headers.map(() => '');
  for (const [key, value] of Object.entries(object)) {
    const place = places.get(key);
    if (place !== undefined) cells[place] = cellText(value);
  }
  return { row, cells };
};

const rowsOf = async function* (
  bytes: AsyncIterable<Buffer>,
  headers: readonly string[],
): AsyncIterable<SourceRow> {
  const places = new Map(headers.map((header, place) => [header, place]));
  let row = 0;
  for await (const lines of linesOf(bytes)) {
    for (const line of lines) {
      row += 1;
      if (line.trim() !== '') yield rowOf(line, row, headers, places);
    }
  }
};

/** JSON lines: an object a row, its keys the keys of the profile's columns. There is no header: row 1 is line 1. */
export const jsonlRows = (bytes: AsyncIterable<Buffer>, columns: readonly string[]) => ({
  headers: columns,
  rows: rowsOf(bytes, columns),
});
