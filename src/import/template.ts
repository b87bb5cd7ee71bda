import { stringify } from 'csv-stringify/sync';
import writeXlsxFile from 'write-excel-file/node';
import type { Column, Profile } from './profile.ts';
import type { Format } from './files/source.ts';

type Language = 'zh' | 'en';

const header = ({ headers, required }: Column, language: Language): string =>
  headers[language] + (required ? ' *' : '');

const example = (column: Column, language: Language): string => {
  const { example: given = '', choices } = column;
  return choices?.[given]?.[language] ?? given;
};

const noteOf = ({ note, choices }: Column, language: Language): string =>
  [
    note?.[language],
    choices &&
      Object.values(choices)
        .map((choice) => choice[language])
        .join(' / '),
  ]
    .filter((part) => part !== undefined)
    .join(' ');

const workbook = async ({ columns, name }: Profile, language: Language): Promise<Buffer> => {
  const heads = columns.map((column) => ({
    value: header(column, language),
    fontWeight: 'bold' as const,
  }));
  const row = columns.map((column) => ({ value: example(column, language), type: String }));
  const notes = columns.map((column) => [
    { value: header(column, language), fontWeight: 'bold' as const },
    { value: noteOf(column, language), type: String },
  ]);
  const written = writeXlsxFile([
    {
      sheet: name[language],
      data: [heads, row],
      columns: columns.map(() => ({ width: 22 })),
      stickyRowsCount: 1,
    },
    {
      sheet: language === 'zh' ? '填写说明' : 'Notes',
      data: notes,
      columns: [{ width: 28 }, { width: 70 }],
    },
  ]);
  return written.toBuffer();
};

/** An empty file of a profile: its headers in a language (required ones starred) and one example row. */
export const templateFile = async (
  profile: Profile,
  format: Format,
  language: Language,
): Promise<Buffer> => {
  const { columns } = profile;
  if (format === 'xlsx') return workbook(profile, language);
  const examples = columns.map((column) => example(column, language));
  if (format === 'csv') {
    const heads = columns.map((column) => header(column, language));
    return Buffer.from(`\ufeff${stringify([heads, examples])}`);
  }
  const row = columns.map(({ key }, i) => [key, examples[i]] as const);
  return Buffer.from(`${JSON.stringify(Object.fromEntries(row))}\n`);
};
