import { parse } from 'csv-parse';
import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Sentence as Said } from '../../../../domain/shared/rules.ts';
import { rejectHeaders } from '../../../import/rows/heading.ts';
import { importRuns } from '../../../import/runs.ts';
import { notFound } from '../../answers/problem.ts';
import { Sentence } from '../../answers/row-shape.ts';
import { asked, Limit, param } from '../../asking/input.ts';
import { operation, type Face, type Route } from '../../route.ts';
import { folderOf, mediaTypes, profileNamed } from './import-files.ts';

const Looked = z.strictObject({ limit: Limit });
const Rejects = z.object({
  /** The headers of the file that was imported. */
  headers: z.array(z.string()),
  items: z.array(
    z.object({
      row: z.int(),
      /** What the columns are called that are wrong; empty where the whole row is. */
      columns: Sentence,
      sentence: Sentence,
      cells: z.array(z.string()),
    }),
  ),
  next: z.null(),
});
type Rejects = z.infer<typeof Rejects>;

const fileOf = (face: Face, req: Request): string => {
  const run = param(req, 'run');
  const file = join(folderOf(face), run, 'rejects.csv');
  if (!/^[0-9a-f]{32}$/.test(run) || !existsSync(file))
    throw notFound(`imports/${run}/rejects.csv`);
  return file;
};

/** `not-a-day: This is not a day`: people read the sentence. */
const withoutCodes = (text: string): string => text.replace(/(^|; )[a-z0-9-]+: /g, '$1');

type Headers = ReadonlyMap<string, Said>;

/** The file names columns in both languages at once; here each stands for itself. */
const headersOf = async (face: Face, req: Request): Promise<Headers> => {
  const run = await importRuns(folderOf(face)).find(param(req, 'run'));
  const profile = run && (await profileNamed(face, run.profile));
  return new Map(
    profile?.columns.map(({ headers: { zh, en } }) => [`${zh} ${en}`, { zh, en }] as const),
  );
};

const columnsIn = (text: string, headers: Headers): Said => {
  const said = text.split('; ').map((one) => headers.get(one) ?? { zh: one, en: one });
  return {
    zh: said.map(({ zh }) => zh).join('；'),
    en: said.map(({ en }) => en).join('; '),
  };
};

const firstOf = async (file: string, limit: number, known: Headers): Promise<Rejects> => {
  const lines: AsyncIterable<string[]> = createReadStream(file).pipe(
    parse({ bom: true, relax_column_count: true, to: limit + 1 }),
  );
  const all: string[][] = [];
  for await (const line of lines) all.push(line);
  const [headers = [], ...rows] = all;
  return {
    headers: headers.slice(rejectHeaders.length),
    items: rows.map(([row = '', columns = '', en = '', zh = '', ...cells]) => ({
      row: Number(row),
      columns: columnsIn(columns, known),
      sentence: { zh, en: withoutCodes(en) },
      cells,
    })),
    next: null,
  };
};

/** What an import rejected: the first rows to look at, and all of them as a file. */
export const rejectRoutes = (face: Face): Route[] => [
  {
    method: 'get',
    path: '/api/v1/imports/{run}/rejects',
    says: operation({
      tag: 'imports',
      id: 'list-rejects',
      summary: 'The first rejected rows of an import, each with why; the file has all of them',
      path: z.object({ run: z.string() }),
      query: Looked,
      ok: Rejects,
      answers: { '404': 'There is no such import, or it rejected nothing.' },
    }),
    answer: async (req: Request, res: Response) => {
      const { limit } = asked(req, Looked);
      res
        .set('Cache-Control', 'no-store')
        .json(await firstOf(fileOf(face, req), limit, await headersOf(face, req)));
    },
  },
  {
    method: 'get',
    path: '/api/v1/imports/{run}/rejects.csv',
    says: operation({
      tag: 'imports',
      id: 'download-rejects',
      summary: 'The rejected rows of an import, with row, column and reason',
      path: z.object({ run: z.string() }),
      also: [mediaTypes.csv],
      answers: { '404': 'There is no such import, or it rejected nothing.' },
    }),
    answer: async (req: Request, res: Response) => {
      const file = fileOf(face, req);
      res.attachment('rejects.csv').type(mediaTypes.csv);
      await pipeline(createReadStream(file), res);
    },
  },
];
