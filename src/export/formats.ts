import { csv } from './csv.ts';
import { jsonl } from './jsonl.ts';
import { parquet } from './parquet.ts';
import type { Selection, Written } from './selection.ts';
import { xlsx } from './xlsx.ts';

/** A way to write a selection. */
export type Format = {
  readonly mediaType: string;
  readonly write: (selection: Selection) => Written;
};

/** The formats by the name that is also the file's extension. */
export const formats = {
  csv: { mediaType: 'text/csv; charset=utf-8', write: csv },
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: xlsx,
  },
  parquet: { mediaType: 'application/vnd.apache.parquet', write: parquet },
  jsonl: { mediaType: 'application/jsonl; charset=utf-8', write: jsonl },
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof formats;

export const isFormat = (name: string): name is FormatName => Object.hasOwn(formats, name);
