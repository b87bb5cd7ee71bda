import { openAsBlob } from 'node:fs';
import { access, readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Sentence } from '../../domain/shared/rules.ts';
import type { App } from '../app.ts';
import { readProfile, type Profile } from '../import/profile.ts';
import { shippedProfile } from '../import/profiles.ts';
import { rejectsFile } from '../import/rejects.ts';
import { importFile } from '../import/run.ts';
import { formatOf, openSource } from '../import/files/source.ts';
import { Summary } from '../import/summary.ts';
import { exits, Failed } from './exit.ts';
import type { Desk } from './desk.ts';
import { answer, table, type Paper } from './paper.ts';
import { progressBar } from './progress-bar.ts';
import { withQuery } from './read.ts';

export type ImportOptions = {
  /** The id of a profile that ships, or a file with one that somebody wrote. */
  readonly profile: { readonly id: string } | { readonly file: string };
  readonly dryRun?: boolean;
  readonly rejects?: string;
};

const profileFrom = async (from: ImportOptions['profile']): Promise<Profile> => {
  if ('id' in from) return shippedProfile(from.id);
  const text = await readFile(from.file, 'utf8');
  try {
    return readProfile(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new Failed(exits.usage, `${from.file}: ${error.message}`);
    throw error;
  }
};

const importHere = async (
  app: App,
  paper: Paper,
  file: string,
  { profile, rejects, dryRun = false }: { profile: Profile; rejects?: string; dryRun?: boolean },
): Promise<Summary> => {
  const keys = profile.columns.map(({ key }) => key);
  const source = await openSource(file, formatOf(file), keys);
  const refused = rejects === undefined ? undefined : rejectsFile(rejects, source.headers);
  const bar = progressBar(paper);
  try {
    return await importFile(app, {
      profile,
      source,
      dryRun,
      ...(refused && { rejects: refused }),
      ...(bar && { progress: bar.show }),
    });
  } finally {
    bar?.stop();
    await refused?.close();
  }
};

const mediaTypes = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  jsonl: 'application/jsonl',
} as const;

const Uploaded = Summary.extend({ rejects: z.string().nullable() });

/** The server that holds the data imports the file itself, so that every fact has the same id either way. */
const importThere = async (
  desk: Desk,
  file: string,
  { profile, rejects, dryRun }: { profile: Profile; rejects?: string; dryRun?: boolean },
): Promise<Summary> => {
  const format = formatOf(file);
  // A blob of a file that is not there says neither its name nor that it is not there.
  await access(file);
  const kept = await desk.ask('/imports/profiles', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(profile),
  });
  const { profile: id } = z.object({ profile: z.string() }).parse(await kept.json());
  const path = withQuery('/imports', { profile: id, format, dryRun: dryRun ? 'true' : undefined });
  const response = await desk.ask(path, {
    method: 'POST',
    headers: { 'Content-Type': mediaTypes[format] },
    body: await openAsBlob(file),
  });
  const { rejects: link, ...summary } = Uploaded.parse(await response.json());
  if (rejects !== undefined && link !== null) {
    const refused = await desk.ask(link.replace(/^\/api\/v1/, ''));
    await writeFile(rejects, Buffer.from(await refused.arrayBuffer()));
  }
  return summary;
};

const words = {
  read: { zh: '读取', en: 'read' },
  recorded: { zh: '已记录', en: 'recorded' },
  alreadyThere: { zh: '已存在', en: 'already there' },
  rejected: { zh: '退回', en: 'rejected' },
  reason: { zh: '退回原因', en: 'reason' },
  flagged: { zh: '照录待核', en: 'kept, worth a look' },
  rows: { zh: '行', en: 'rows' },
  ignored: { zh: '未识别的列', en: 'columns not known' },
} as const;

type Counted = { readonly sentence: Sentence; readonly rows: number };

const inWords = (summary: Summary, { language }: Paper): string => {
  const say = (word: keyof typeof words): string => words[word][language];
  const { read, recorded, alreadyThere, rejected, reasons, flags, ignoredColumns } = summary;
  const raised = flags.filter(({ rows }) => rows > 0);
  const listed = (head: string, list: readonly Counted[]) =>
    list.length === 0
      ? []
      : [
          '',
          table(
            list.map(({ sentence, rows }) => ({ [head]: sentence[language], [say('rows')]: rows })),
          ),
        ];
  return [
    table([
      {
        [say('read')]: read,
        [say('recorded')]: recorded,
        [say('alreadyThere')]: alreadyThere,
        [say('rejected')]: rejected,
      },
    ]),
    ...listed(say('reason'), reasons),
    ...listed(say('flagged'), raised),
    ...(ignoredColumns.length > 0 ? ['', `${say('ignored')}: ${ignoredColumns.join(', ')}`] : []),
  ].join('\n');
};

/** Imports a file here or through the server; rejected rows end with exit 1. */
export const importCommand = async (
  desk: Desk,
  paper: Paper,
  file: string,
  options: ImportOptions,
): Promise<void> => {
  const { profile: from, ...how } = options;
  const profile = await profileFrom(from);
  const summary = desk.app
    ? await importHere(desk.app, paper, file, { profile, ...how })
    : await importThere(desk, file, { profile, ...how });
  answer(paper, summary, () => inWords(summary, paper));
  if (summary.rejected > 0) throw new Failed(exits.refused, '');
};
