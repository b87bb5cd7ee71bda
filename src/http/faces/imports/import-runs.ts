import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Profile } from '../../../import/profile.ts';
import { Preview, previewOf } from '../../../import/preview.ts';
import { rejectsFile } from '../../../import/rejects.ts';
import { importFile } from '../../../import/run.ts';
import { importRuns, RunNote, type ImportRuns } from '../../../import/runs.ts';
import { formats, openSource, type Format, type Source } from '../../../import/files/source.ts';
import { Summary } from '../../../import/summary.ts';
import { notFound } from '../../answers/problem.ts';
import { asked, param } from '../../asking/input.ts';
import { prefersAsync } from '../../asking/prefers.ts';
import { whoIs } from '../../asking/who.ts';
import { operation, type Face, type Route } from '../../route.ts';
import { failing, folderOf, profileNamed, received } from './import-files.ts';

const Named = z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/);
const Looked = z.strictObject({
  profile: Named.meta({ description: 'A profile that ships, or one that was handed in.' }),
  format: z.enum(formats).meta({ description: 'What the body is.' }),
});
const DryRun = z.enum(['true', 'false']).optional();
const FileName = z.string().min(1).max(200).optional();
const Upload = Looked.extend({
  dryRun: DryRun.meta({ description: '`true` validates and counts, and records nothing.' }),
  name: FileName.meta({ description: 'What the file is called, for the history of runs.' }),
});
const Imported = Summary.extend({ rejects: z.string().nullable() });
const Headers = z.object({
  Prefer: z
    .string()
    .optional()
    .meta({ description: '`respond-async` answers at once with the address of the run.' }),
});

const newId = ({ app }: Face, req: Request): string =>
  createHash('sha256')
    .update(`${req.id as string} ${app.now()}`)
    .digest('hex')
    .slice(0, 32);

const sourceIn = (file: string, format: Format, { columns }: Profile): Promise<Source> =>
  openSource(
    file,
    format,
    columns.map(({ key }) => key),
  );

type Work = {
  readonly face: Face;
  readonly runs: ImportRuns;
  readonly note: RunNote;
  readonly profile: Profile;
  readonly file: string;
  readonly format: Format;
};

/** Imports the file and keeps what came of it; the file itself is let go. */
const carriedOut = async ({ face: { app }, runs, note, profile, file, format }: Work) => {
  const rejects = join(runs.folderOf(note.id), 'rejects.csv');
  try {
    const source = await sourceIn(file, format, profile);
    const refused = rejectsFile(rejects, source.headers);
    const summary = await importFile(app, {
      profile,
      source,
      dryRun: note.dryRun,
      run: note.id,
      rejects: refused,
      progress: (done, of) => runs.progress(note.id, done, of),
    });
    await refused.close();
    const link = existsSync(rejects) ? `/api/v1/imports/${note.id}/rejects.csv` : null;
    const { done, of } = source.progress();
    return await runs.end(note.id, {
      status: 'done',
      endedAt: app.now(),
      summary,
      rejects: link,
      progress: { done: Math.max(done, of), of },
    });
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error);
    await runs.end(note.id, { status: 'failed', endedAt: app.now(), fault });
    throw error;
  } finally {
    await rm(file, { force: true });
  }
};

const begun = async (face: Face, runs: ImportRuns, req: Request): Promise<Work> => {
  const { profile: name, format, dryRun, name: called = null } = asked(req, Upload);
  const profile = await profileNamed(face, name);
  const id = newId(face, req);
  await mkdir(runs.folderOf(id), { recursive: true });
  const file = join(runs.folderOf(id), `upload.${format}`);
  try {
    await received(face, req, file);
  } catch (error) {
    await rm(runs.folderOf(id), { recursive: true, force: true });
    throw error;
  }
  const note: RunNote = {
    id,
    profile: name,
    name: called,
    dryRun: dryRun === 'true',
    by: whoIs(req).by,
    startedAt: face.app.now(),
    endedAt: null,
    status: 'running',
    progress: { done: 0, of: 0 },
    summary: null,
    fault: null,
    rejects: null,
  };
  await runs.begin(note);
  return { face, runs, note, profile, file, format };
};

const start = async (face: Face, runs: ImportRuns, req: Request, res: Response) => {
  const work = await failing(begun(face, runs, req));
  const address = `/api/v1/imports/${work.note.id}`;
  res.set({ Location: address, 'Cache-Control': 'no-store' });
  if (!prefersAsync(req)) {
    const { summary, rejects } = await failing(carriedOut(work));
    res.json({ ...summary, rejects });
    return;
  }
  // Whoever follows the run reads there why it failed.
  carriedOut(work).catch((error: unknown) => {
    face.app.log.warn({ run: work.note.id, err: error }, 'an import failed');
  });
  res.status(202).set('Preference-Applied', 'respond-async').json(work.note);
};

/** The file is looked at and let go: nothing is decided, nothing recorded. */
const look = async (face: Face, runs: ImportRuns, req: Request): Promise<Preview> => {
  const { profile: name, format } = asked(req, Looked);
  const profile = await profileNamed(face, name);
  const folder = runs.folderOf(newId(face, req));
  await mkdir(folder, { recursive: true });
  try {
    const file = join(folder, `upload.${format}`);
    await received(face, req, file);
    return await previewOf(profile, await sourceIn(file, format, profile));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const Answers = {
  '413': 'The file is too large.',
  '415': 'The body is none of these formats.',
} as const;

const readRoutes = (runs: ImportRuns): Route[] => [
  {
    method: 'get',
    path: '/api/v1/imports',
    says: operation({
      tag: 'imports',
      id: 'list-imports',
      summary: 'The imports over HTTP so far, the latest first',
      ok: z.object({ items: z.array(RunNote), next: z.null() }),
    }),
    answer: async (_req, res) => {
      res.set('Cache-Control', 'no-store').json({ items: await runs.list(), next: null });
    },
  },
  {
    method: 'get',
    path: '/api/v1/imports/{run}',
    says: operation({
      tag: 'imports',
      id: 'show-import',
      summary: 'How far an import is, and what came of it',
      path: z.object({ run: z.string() }),
      ok: RunNote,
      answers: { '404': 'There is no such import.' },
    }),
    answer: async (req, res) => {
      const id = param(req, 'run');
      const note = await runs.find(id);
      if (!note) throw notFound(`imports/${id}`);
      res.set('Cache-Control', 'no-store').json(note);
    },
  },
];

/** Looking at a file, importing it, and following the run. */
export const runRoutes = (face: Face): Route[] => {
  const runs = importRuns(folderOf(face));
  return [
    {
      method: 'post',
      path: '/api/v1/imports/preview',
      says: operation({
        tag: 'imports',
        id: 'preview-import',
        summary: 'What a file would be taken for: its columns and first rows; nothing is recorded',
        query: Looked,
        ok: Preview,
        answers: Answers,
      }),
      answer: async (req, res) => {
        res.set('Cache-Control', 'no-store').json(await failing(look(face, runs, req)));
      },
    },
    {
      method: 'post',
      path: '/api/v1/imports',
      says: operation({
        tag: 'imports',
        id: 'import-file',
        summary: 'Import a file: the body is the file, as CSV, XLSX or JSON lines',
        query: Upload,
        headers: Headers,
        ok: Imported,
        answers: {
          ...Answers,
          '202': { says: 'It runs; `Location` says where to follow it.', body: RunNote },
        },
        tells: ['Location'],
      }),
      answer: (req, res) => start(face, runs, req, res),
    },
    ...readRoutes(runs),
  ];
};
