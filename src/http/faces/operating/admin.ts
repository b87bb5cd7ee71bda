import { timingSafeEqual } from 'node:crypto';
import { isAbsolute } from 'node:path';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { assertJson } from '../things/commands.ts';
import { parsed } from '../../asking/input.ts';
import { Problem } from '../../answers/problem.ts';
import { operation, type Face, type Route } from '../../route.ts';

/** A long work says that it goes on, so that nobody gives the connection up. */
const BEAT_MS = 10_000;

const Backup = z.strictObject({ folder: z.string().min(1).refine(isAbsolute, { error: '/…' }) });
const Rebuild = z.strictObject({ tables: z.array(z.string()).default([]) });
const Nothing = z.strictObject({});

const isOwn = ({ socket }: Request): boolean =>
  ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(socket.remoteAddress ?? '');

const isKey = (given: string, key: string): boolean =>
  given.length === key.length && timingSafeEqual(Buffer.from(given), Buffer.from(key));

/** Who can read the data folder has the key that the server left there, and comes from this machine. */
const assertKeeper = (req: Request, key: string): void => {
  assertJson(req);
  if (!isOwn(req) || !isKey(req.get('X-Keeper-Key') ?? '', key))
    throw new Problem('not-the-keeper');
};

/** Answers 200 at once and what came of it when it is done: blanks, then one JSON object. */
const atLength = async (res: Response, work: () => Promise<object>): Promise<void> => {
  res.set('Cache-Control', 'no-store').type('application/json').flushHeaders();
  const beat = setInterval(() => res.write(' '), BEAT_MS);
  try {
    res.end(JSON.stringify(await work()));
  } catch (error) {
    res.req.log.error({ err: error }, 'the work of the house failed');
    const failure = error instanceof Error ? error.message : String(error);
    res.end(JSON.stringify({ failure, asker: error instanceof RangeError ? 'wrong' : 'right' }));
  } finally {
    clearInterval(beat);
  }
};

/** Work on the whole house that only the process that holds the data can do; none without a key. */
export const adminRoutes = ({ app, keeperKey }: Face): Route[] => {
  if (keeperKey === undefined) return [];
  const route = <T>(
    [name, summary]: readonly [string, string],
    body: z.ZodType<T>,
    work: (asked: T) => Promise<object>,
  ): Route => ({
    method: 'post',
    path: `/api/v1/admin/${name}`,
    says: operation({
      tag: 'admin',
      id: name,
      summary,
      body,
      ok: z.looseObject({
        failure: z.string().optional(),
        asker: z.enum(['wrong', 'right']).optional(),
      }),
      answers: { '403': 'Only who can read the data folder, on the machine itself.' },
    }),
    answer: async (req, res) => {
      assertKeeper(req, keeperKey);
      const asked = parsed(req, body, (req.body as unknown) ?? {});
      await atLength(res, () => work(asked));
    },
  });
  return [
    route(['verify', 'Checks every event and every table'], Nothing, async () => ({
      findings: await app.verify(),
    })),
    route(['backup', 'Copies events and keys to a folder'], Backup, async ({ folder }) => ({
      files: await app.backup(folder),
    })),
    route(
      ['rebuild', 'Builds read models anew, beside the old ones'],
      Rebuild,
      async ({ tables }) => {
        await app.rebuild(tables);
        return { rebuilt: tables.length > 0 ? tables : 'all' };
      },
    ),
  ];
};
