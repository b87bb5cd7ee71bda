import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { csvRows } from './csv.ts';
import { jsonlRows } from './jsonl.ts';
import type { Fault } from '../rows/reasons.ts';
import { sheetRows } from './sheet.ts';
import { WrongFile } from './wrong-file.ts';

/**
 * One row as the file has it: its number as people see it in the file (a header is row 1; of JSON lines,
 * which have none, the line), and its cells, or why it can't be read.
 */
export type SourceRow = {
  readonly row: number;
  readonly cells: readonly string[];
  readonly fault?: Fault;
};

/** A file being read: the header first, then the rows; `done` and `of` count bytes (rows of a sheet). */
export type Source = {
  readonly headers: readonly string[];
  readonly rows: AsyncIterable<SourceRow>;
  readonly progress: () => { readonly done: number; readonly of: number };
};

export const formats = ['csv', 'xlsx', 'jsonl'] as const;
export type Format = (typeof formats)[number];

/** The format that the name of a file says. Throws WrongFile. */
export const formatOf = (name: string): Format => {
  const ending = name.toLowerCase().split('.').at(-1);
  if (ending === 'ndjson') return 'jsonl';
  const format = formats.find((known) => known === ending);
  if (format === undefined)
    throw new WrongFile(`${name}: 仅支持 / only ${formats.join(', ')} can be imported`);
  return format;
};

/** Opens a file; its rows are read as they are asked for (a workbook is read whole). Throws WrongFile. */
export const openSource = async (
  path: string,
  format: Format,
  columns: readonly string[],
): Promise<Source> => {
  const { size } = await stat(path);
  if (format === 'xlsx') return sheetRows(path);
  let done = 0;
  const bytes = createReadStream(path, { highWaterMark: 256 * 1024 });
  const counted = async function* (): AsyncIterable<Buffer> {
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      done += chunk.length;
      yield chunk;
    }
  };
  const progress = () => ({ done, of: size });
  if (format === 'jsonl') return { ...jsonlRows(counted(), columns), progress };
  return { ...(await csvRows(counted())), progress };
};
