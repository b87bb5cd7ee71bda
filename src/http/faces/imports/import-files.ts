import { createWriteStream, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Request } from 'express';
import { bytesIn } from '../../../config.ts';
import { UnknownThing } from '../../../import/rows/decide-row.ts';
import { WrongHeader } from '../../../import/rows/heading.ts';
import { readProfile, WrongProfile, type Profile } from '../../../import/profile.ts';
import { shippedProfiles } from '../../../import/profiles.ts';
import type { Format } from '../../../import/files/source.ts';
import { WrongFile } from '../../../import/files/wrong-file.ts';
import { invalid, notFound, Problem } from '../../answers/problem.ts';
import type { Face } from '../../route.ts';

/** How each format of a file is named to browsers. */
export const mediaTypes: Readonly<Record<Format, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  jsonl: 'application/jsonl; charset=utf-8',
};

/** A file that a program or a form of this origin sends; what other pages can send without asking is none of these. */
const uploads =
  /^(text\/csv|application\/(jsonl|x-ndjson|octet-stream|vnd\.openxmlformats-officedocument\.spreadsheetml\.sheet))\s*(;|$)/i;

/** Where imports keep what they need between requests: profiles of users, and rejects. */
export const folderOf = ({ app }: Face): string => join(app.config.CONCORD_DATA, 'imports');

/** A profile that ships, or one that somebody handed in. */
export const profileNamed = async (face: Face, id: string): Promise<Profile> => {
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
export const received = async ({ app }: Face, req: Request, file: string): Promise<void> => {
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

/** What the work gives; what is wrong with a file or a profile is the client's fault. */
export const failing = async <T>(work: Promise<T>): Promise<T> =>
  work.catch((error: unknown) => {
    throw asProblem(error);
  });
