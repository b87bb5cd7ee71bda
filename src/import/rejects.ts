import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { once } from 'node:events';
import { stringify } from 'csv-stringify/sync';
import { rejectHeaders } from './rows/heading.ts';
import type { Profile } from './profile.ts';
import type { Fault } from './rows/reasons.ts';
import type { SourceRow } from './files/source.ts';

/** Where rejected rows go: as they came, with row number, column and reason; made when the first one comes. */
export type RejectsFile = {
  readonly write: (row: SourceRow, faults: readonly Fault[], profile: Profile) => Promise<void>;
  readonly close: () => Promise<void>;
};

const headerOf = (key: string | undefined, profile: Profile): string => {
  const column = profile.columns.find((one) => one.key === key);
  return column ? `${column.headers.zh} ${column.headers.en}` : '';
};

/** A rejects file in CSV (UTF-8 with a byte order mark); corrected, it can be imported as it is. */
export const rejectsFile = (path: string, headers: readonly string[]): RejectsFile => {
  let file: ReturnType<typeof createWriteStream> | undefined;

  // A rejects file that is imported again has such columns of its own: they are said anew.
  const isSaid = (_: string, i: number) => !rejectHeaders.some((header) => header === headers[i]);

  const line = (cells: readonly string[]): string => stringify([cells]);

  const opened = () => {
    if (file) return file;
    file = createWriteStream(path);
    file.write(`\ufeff${line([...rejectHeaders, ...headers.filter(isSaid)])}`);
    return file;
  };

  return {
    write: async ({ row, cells }, faults, profile) => {
      const about = [
        String(row),
        [...new Set(faults.map(({ column }) => headerOf(column, profile)))].join('; '),
        faults.map(({ reason, sentence }) => `${reason}: ${sentence.en}`).join('; '),
        faults.map(({ sentence }) => sentence.zh).join('; '),
      ];
      const padded = headers.map((_, i) => cells[i] ?? '').filter(isSaid);
      const rest = cells.slice(headers.length);
      const out = opened();
      if (!out.write(line([...about, ...padded, ...rest]))) await once(out, 'drain');
    },
    close: async () => {
      if (!file) return;
      file.end();
      await finished(file);
    },
  };
};
