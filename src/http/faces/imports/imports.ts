import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { readProfile } from '../../../import/profile.ts';
import { shippedProfiles, templates } from '../../../import/profiles.ts';
import { formats } from '../../../import/files/source.ts';
import { templateFile } from '../../../import/template.ts';
import { assertJson } from '../things/commands.ts';
import { failing, folderOf, mediaTypes } from './import-files.ts';
import { rejectRoutes } from './import-rejects.ts';
import { runRoutes } from './import-runs.ts';
import { asked, param } from '../../asking/input.ts';
import { languageOf } from '../../asking/language.ts';
import { notFound } from '../../answers/problem.ts';
import { operation, type Face, type Route } from '../../route.ts';

const Download = z.strictObject({
  format: z.enum(formats).default('xlsx').meta({ description: 'Of the file.' }),
  lang: z.enum(['zh', 'en']).optional().meta({ description: 'By Accept-Language otherwise.' }),
});

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

const templateRoute: Route = {
  method: 'get',
  path: '/api/v1/imports/templates/{name}',
  says: operation({
    tag: 'imports',
    id: 'download-template',
    summary: 'An empty file to fill in',
    path: z.object({ name: z.string() }),
    query: Download,
    also: Object.values(mediaTypes),
    answers: { '404': 'There is no such profile.' },
  }),
  answer: (req, res) => sendTemplate(req, res),
};

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
  ...runRoutes(face),
  templateRoute,
  ...rejectRoutes(face),
];
