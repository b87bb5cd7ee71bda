import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Message } from '../../../../domain/shared/message.ts';
import type { App, Thing } from '../../../app.ts';
import { Stale, type Answer, type Asked } from '../../../command/asked.ts';
import { derivedId } from '../../../ids.ts';
import { NO_STREAM } from '../../../store/event-store.ts';
import { asked, described, idOf, parsed } from '../../asking/input.ts';
import { asReadBy } from '../../asking/notes.ts';
import { invalid, Problem, saidOf } from '../../answers/problem.ts';
import { kebab, operation, type Face, type Route } from '../../route.ts';
import { prefersAsync } from '../../asking/prefers.ts';
import { revisionIn } from '../../asking/tags.ts';
import { ToldFact, toldFact } from '../../answers/told-fact.ts';
import { whoIs } from '../../asking/who.ts';

const Query = z.strictObject({
  dryRun: z.enum(['true', 'false']).optional().meta({
    description: '`true` decides and answers, and records nothing.',
  }),
});

const Headers = z.object({
  'If-Match': z.string().optional().meta({ description: 'The revision seen, quoted: "7".' }),
  'Idempotency-Key': z
    .string()
    .optional()
    .meta({ description: 'The same key again gives the same answer, never a second fact.' }),
  Prefer: z
    .string()
    .optional()
    .meta({ description: '`respond-async` does not wait for the read models.' }),
  'X-Actor': described('The account that sends it; `local` where it is left out.'),
  'X-On-Behalf-Of': described('The account for whom it is sent.'),
});

const Decimal = z.string().meta({ description: 'An opaque decimal number.' });

const Answered = z
  .object({
    id: z.string(),
    revision: Decimal,
    position: Decimal,
    events: z.array(z.string()),
    stale: z.literal(true).optional(),
  })
  .meta({ id: 'CommandAnswer' });

/** The commands a thing takes, by type, each with the shape of its data: what the routes are made from. */
export const commandShapes = ({ accepts, decider }: Thing): ReadonlyMap<string, z.ZodType> => {
  const shapes = new Map<string, z.ZodType>();
  const collect = (schema: unknown): void => {
    if (schema instanceof z.ZodUnion) schema.options.forEach(collect);
    if (!(schema instanceof z.ZodObject)) return;
    const { type, data } = schema.shape as Record<string, unknown>;
    if (type instanceof z.ZodLiteral && data instanceof z.ZodType)
      shapes.set(String(type.value), data);
  };
  collect(accepts ?? decider.command);
  return shapes;
};

/** If-Match: "7" means: only if it still stands at revision 7 (compared strongly, RFC 9110). */
const expectedOf = (req: Request): bigint | undefined => {
  const header = req.get('If-Match');
  if (header === undefined) return undefined;
  const revision = revisionIn(header);
  if (revision !== undefined) return revision;
  throw invalid(
    'If-Match',
    'If-Match 应为带引号的修订号，例如 "7"。',
    'If-Match takes one quoted revision, for example "7".',
  );
};

const commandIdOf = (req: Request, noun: string, id: string): string => {
  const key = req.get('Idempotency-Key');
  if (key === undefined) return randomUUID();
  if (/^[\x20-\x7e]{1,255}$/.test(key)) return derivedId(whoIs(req).by, noun, id, key);
  throw invalid(
    'Idempotency-Key',
    'Idempotency-Key 应为 1 至 255 个可打印的 ASCII 字符。',
    'An Idempotency-Key is 1 to 255 printable ASCII characters.',
  );
};

const askedOf = (app: App, thing: Thing, req: Request): Asked => {
  const expected = expectedOf(req);
  const { dryRun } = asked(req, Query);
  return {
    at: app.now(),
    ...whoIs(req),
    commandId: commandIdOf(req, thing.noun, idOf(req)),
    ...(expected === undefined ? {} : { expected }),
    ...(dryRun === 'true' ? { dryRun: true } : {}),
  };
};

/** A page of another origin can post forms and text to a local server, but not this type. */
export const assertJson = (req: Request): void => {
  if (!/^application\/json\s*(;|$)/i.test(req.get('Content-Type') ?? ''))
    throw new Problem('unsupported-media-type');
};

/** 200 once the read models have seen it; 202 when the client would not wait, or they take too long. */
const reply = async (app: App, answer: Answer, res: Response): Promise<void> => {
  const waits = !prefersAsync(res.req);
  if (!waits) res.set('Preference-Applied', 'respond-async');
  const seen = waits && (await app.seen(answer.position));
  const revision = String(answer.revision);
  const position = String(answer.position);
  res
    .status(seen ? 200 : 202)
    .set({ ETag: `"${revision}"`, 'Concord-Position': position, 'Cache-Control': 'no-store' })
    .json({
      id: answer.id,
      revision,
      position,
      events: answer.events.map(({ type }) => type),
      ...(waits && !seen ? { stale: true } : {}),
    });
};

const resultOf = ({ events }: Answer, { dryRun }: Asked): string => {
  if (dryRun) return 'dry-run';
  return events.length > 0 ? 'recorded' : 'nothing';
};

/** What an answer says where someone was first. */
const Meanwhile = { revision: Decimal, events: z.array(ToldFact) };

/** What others did since the revision that was seen, as this reader may read it. */
const changedMeanwhile = async (
  app: App,
  thing: Thing,
  req: Request,
  { revision }: Stale,
): Promise<Problem> => {
  const seen = Number(expectedOf(req) ?? NO_STREAM);
  const facts = await app.history(thing, idOf(req));
  const since = await asReadBy(app, whoIs(req).by, facts.slice(seen + 1));
  return new Problem('changed-meanwhile', {
    more: { revision: String(revision), events: since.map(toldFact) },
  });
};

const decided = async ({ app, metrics, demo }: Face, thing: Thing, type: string, req: Request) => {
  try {
    assertJson(req);
    // While a city is founded it is another day: nobody else's facts are to bear it.
    if (demo.isRunning()) throw new Problem('busy', { retryAfter: 5 });
    const id = idOf(req);
    const how = askedOf(app, thing, req);
    const sent = parsed(req, thing.accepts ?? thing.decider.command, {
      type,
      data: (req.body as unknown) ?? {},
    }) as Message;
    const command = thing.prepare ? await thing.prepare(id, sent) : sent;
    const answer = await app.handle(thing, id, command, how);
    metrics.command(`${thing.noun}/${kebab(type)}`, resultOf(answer, how));
    if (!how.dryRun) metrics.recorded(thing.category, answer.events.length);
    return answer;
  } catch (error) {
    metrics.command(`${thing.noun}/${kebab(type)}`, saidOf(error).code);
    throw error instanceof Stale ? await changedMeanwhile(app, thing, req, error) : error;
  }
};

const IdPath = z.object({ id: z.string().meta({ description: 'Chosen by the client.' }) });

/** Every command of a thing over HTTP: the schema is the parser, the name is the path. */
export const commandRoutes = (face: Face, thing: Thing): Route[] =>
  [...commandShapes(thing)].map(([type, body]) => ({
    method: 'post',
    path: `/api/v1/${thing.noun}/{id}/${kebab(type)}`,
    says: operation({
      tag: thing.noun,
      id: `${thing.noun}-${kebab(type)}`,
      summary: kebab(type).replaceAll('-', ' '),
      path: IdPath,
      query: Query,
      headers: Headers,
      body,
      ok: Answered,
      answers: {
        '202': 'Recorded; the read models have not seen it yet.',
        '409': 'Refused: `rule`, and `article` when there is one.',
        '412': { says: 'Someone was first: `revision` and `events` since.', more: Meanwhile },
        '413': 'The body is too large.',
        '415': 'The body is not application/json.',
        '422': 'The Idempotency-Key came with another body.',
        '503': 'Not now; see `outcome` and Retry-After.',
      },
      tells: ['ETag'],
    }),
    answer: async (req, res) => reply(face.app, await decided(face, thing, type, req), res),
  }));
