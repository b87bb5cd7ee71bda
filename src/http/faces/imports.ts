import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { WrongHeader } from '../../import/heading.ts';
import { readProfile, WrongProfile, type Profile } from '../../import/profile.ts';
import { shippedProfiles, templates } from '../../import/profiles.ts';
import { rejectsFile } from '../../import/rejects.ts';
import { importFile } from '../../import/run.ts';
import { bytesIn } from '../../config.ts';
import { formats, openSource, type Format } from '../../import/source.ts';
import { Summary } from '../../import/summary.ts';
import { templateFile } from '../../import/template.ts';
import { UnknownThing } from '../../import/decide-row.ts';
import { WrongFile } from '../../import/wrong-file.ts';
import { assertJson } from './commands.ts';
import { asked, param } from '../asking/input.ts';
import { languageOf } from '../asking/language.ts';
import { invalid, notFound, Problem } from '../answers/problem.ts';
import { operation, type Face, type Route } from '../route.ts';

const mediaTypes: Readonly<Record<Format, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  jsonl: 'application/jsonl; charset=utf-8',
};

const Named = z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/);
const Upload = z.strictObject({
  profile: Named,
  format: z.enum(formats),
  dryRun: z.enum(['true', 'false']).optional(),
});
const Download = z.strictObject({
  format: z.enum(formats).default('xlsx'),
  lang: z.enum(['zh', 'en']).optional(),
});
const Imported = Summary.extend({ rejects: z.string().nullable() });

/** A file that a program or a form of this origin sends; what other pages can send without asking is none of these. */
const uploads =
  /^(text\/csv|application\/(jsonl|x-ndjson|octet-stream|vnd\.openxmlformats-officedocument\.spreadsheetml\.sheet))\s*(;|$)/i;

/** Where imports keep what they need between requests: profiles of users, and rejects. */
const folderOf = ({ app }: Face): string => join(app.config.CONCORD_DATA, 'imports');

const profileNamed = async (face: Face, id: string): Promise<Profile> => {
  const shipped = shippedProfiles.find((profile) => profile.id === id);
  if (shipped) return shipped;
  const file = join(folderOf(face), 'profiles', `${id}.json`);
  if (!existsSync(file)) throw notFound(`imports/profiles/${id}`);
  return readProfile(JSON.parse(await readFile(file, 'utf8')));
};

/** The errors of a file or a profile as the client's. */
const asProblem = (error: unknown): unknown => {
  if (error instanceof WrongProfile)
    return new Problem('invalid-request', { violations: error.violations });
  const isFile =
    error instanceof WrongHeader || error instanceof WrongFile || error instanceof UnknownThing;
  return isFile ? invalid('file', error.message, error.message) : error;
};

/** The upload, on disk first, so that a slow import never holds a half-sent request. */
const received = async ({ app }: Face, req: Request, file: string): Promise<void> => {
  if (!uploads.test(req.get('Content-Type') ?? '')) throw new Problem('unsupported-media-type');
  const most = bytesIn(app.config.UPLOAD_LIMIT);
  let bytes = 0;
  const bounded = async function* (chunks: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      if (bytes > most) throw new Problem('body-too-large');
      yield chunk;
    }
  };
  await pipeline(req, bounded, createWriteStream(file));
};

const imported = async (face: Face, req: Request): Promise<z.infer<typeof Imported>> => {
  const { app } = face;
  const { profile: id, format, dryRun } = asked(req, Upload);
  const profile = await profileNamed(face, id);
  const run = createHash('sha256')
    .update(`${id} ${req.id as string} ${app.now()}`)
    .digest('hex')
    .slice(0, 32);
  const folder = join(folderOf(face), run);
  await mkdir(folder, { recursive: true });
  const file = join(folder, `upload.${format}`);
  const rejects = join(folder, 'rejects.csv');
  try {
    await received(face, req, file);
    const source = await openSource(
      file,
      format,
      profile.columns.map(({ key }) => key),
    );
    const refused = rejectsFile(rejects, source.headers);
    const summary = await importFile(app, {
      profile,
      source,
      dryRun: dryRun === 'true',
      rejects: refused,
    });
    await refused.close();
    const link = existsSync(rejects) ? `/api/v1/imports/${run}/rejects.csv` : null;
    return { ...summary, rejects: link };
  } finally {
    await rm(existsSync(rejects) ? file : folder, { recursive: true, force: true });
  }
};

const keepProfile = async (face: Face, req: Request): Promise<{ readonly profile: string }> => {
  assertJson(req);
  const profile = readProfile(req.body);
  if (shippedProfiles.some((shipped) => JSON.stringify(shipped) === JSON.stringify(profile)))
    return { profile: profile.id };
  const text = JSON.stringify(profile);
  const id = `${profile.id}-${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
  const folder = join(folderOf(face), 'profiles');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${id}.json`), text);
  return { profile: id };
};

const sendTemplate = async (req: Request, res: Response): Promise<void> => {
  const name = param(req, 'name');
  const { format, lang } = asked(req, Download);
  const profile = shippedProfiles.find(({ id }) => id === name);
  if (!profile) throw notFound(`imports/templates/${name}`);
  const file = await templateFile(profile, format, lang ?? languageOf(req));
  res.attachment(`${name}.${format}`).type(mediaTypes[format]).send(file);
};

const sendRejects = async (face: Face, req: Request, res: Response): Promise<void> => {
  const run = param(req, 'run');
  const file = join(folderOf(face), run, 'rejects.csv');
  if (!/^[0-9a-f]{32}$/.test(run) || !existsSync(file))
    throw notFound(`imports/${run}/rejects.csv`);
  res.attachment('rejects.csv').type(mediaTypes.csv);
  await pipeline(createReadStream(file), res);
};

const Card = z.object({
  id: z.string(),
  name: z.object({ zh: z.string(), en: z.string() }),
  template: z.boolean(),
});

const cards = shippedProfiles.map((profile) => ({
  id: profile.id,
  name: profile.name,
  template: templates.includes(profile),
}));

const downloads = (face: Face): Route[] => [
  {
    method: 'get',
    path: '/api/v1/imports/templates/{name}',
    says: operation({
      tag: 'imports',
      id: 'download-template',
      summary: 'An empty file to fill in',
      path: z.object({ name: z.string() }),
      query: Download,
      ok: z.unknown(),
      also: Object.values(mediaTypes),
      answers: { '404': 'There is no such profile.' },
    }),
    answer: (req, res) => sendTemplate(req, res),
  },
  {
    method: 'get',
    path: '/api/v1/imports/{run}/rejects.csv',
    says: operation({
      tag: 'imports',
      id: 'download-rejects',
      summary: 'The rejected rows of an import, with row, column and reason',
      path: z.object({ run: z.string() }),
      ok: z.unknown(),
      also: [mediaTypes.csv],
      answers: { '404': 'There is no such import, or it rejected nothing.' },
    }),
    answer: (req, res) => sendRejects(face, req, res),
  },
];

const failing = async <T>(work: Promise<T>): Promise<T> =>
  work.catch((error: unknown) => {
    throw asProblem(error);
  });

/** Imports over HTTP: profiles, templates, the upload itself, and what was rejected. */
export const importRoutes = (face: Face): Route[] => [
  {
    method: 'get',
    path: '/api/v1/imports/profiles',
    says: operation({
      tag: 'imports',
      id: 'list-import-profiles',
      summary: 'What can be imported',
      ok: z.object({ items: z.array(Card), next: z.null() }),
    }),
    answer: (_req, res) => {
      res.json({ items: cards, next: null });
    },
  },
  {
    method: 'post',
    path: '/api/v1/imports/profiles',
    says: operation({
      tag: 'imports',
      id: 'keep-import-profile',
      summary: 'Hand in a profile of your own; the answer is the name to import under',
      body: z.record(z.string(), z.unknown()),
      ok: z.object({ profile: z.string() }),
    }),
    answer: async (req, res) => {
      res.json(await failing(keepProfile(face, req)));
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
      ok: Imported,
      answers: { '413': 'The file is too large.', '415': 'The body is none of these formats.' },
    }),
    answer: async (req, res) => {
      res.json(await failing(imported(face, req)));
    },
  },
  ...downloads(face),
];
