import type { Request, Response } from 'express';
import { z } from 'zod';
import { deadlines } from '../../../../projections/deadlines/deadlines.ts';
import { asKnown, raw, sql, type Row } from '../../../../projections/projection.ts';
import type { App, Thing } from '../../../app.ts';
import { NO_STREAM } from '../../../store/event-store.ts';
import { commandShapes } from './commands.ts';
import { deadlinesOf, today } from '../deadlines/deadlines.ts';
import { unregisteredIn } from './unregistered.ts';
import { idOf } from '../../asking/input.ts';
import { asReadBy } from '../../asking/notes.ts';
import { whoIs } from '../../asking/who.ts';
import { knows, toldTag } from '../../asking/tags.ts';
import { mayReadPeople } from '../../asking/who.ts';
import { notFound, Problem } from '../../answers/problem.ts';
import { rowShape } from '../../answers/row-shape.ts';
import { ToldFact, toldFact } from '../../answers/told-fact.ts';
import { operation, type Face, type Route } from '../../route.ts';

const IdPath = z.object({ id: z.string() });

const rowOf = ({ app }: Face, { table, columns, stands }: Thing, id: string): Row | undefined => {
  const rows = stands?.(today(app)) ?? asKnown(table);
  return app.all(
    sql<Row>()`SELECT ${raw(Object.keys(columns).join(', '))} FROM ${rows} WHERE id = ${id}`,
  )[0];
};

const found = (row: Row | undefined, seen: boolean, thing: Thing, id: string): Row => {
  if (row) return row;
  if (seen) throw notFound(`${thing.noun}/${id}`);
  throw new Problem('lagging-reads', { retryAfter: 1 });
};

/** What is told with a row and follows from more than the facts of its thing: the day, other things, keys and who asks. */
const besidesOf = ({ app }: Face, { category, details }: Thing, id: string, req: Request) => ({
  deadlines: deadlinesOf(app, category, id),
  unregistered: unregisteredIn(app, category, id),
  ...(details && mayReadPeople(req) ? { details: app.all(details(id)) } : {}),
});

/** The row, where it stands, what it is open to, and its clocks; the tag begins with the revision. */
const one = async (face: Face, thing: Thing, req: Request, res: Response): Promise<void> => {
  const { app } = face;
  const id = idOf(req);
  const { revision, position, allowedCommands } = await app.stand(thing, id);
  const seen = await app.seen(position);
  const row = found(rowOf(face, thing, id), seen, thing, id);
  const besides = besidesOf(face, thing, id, req);
  const tag = toldTag(revision, { ...(thing.stands ? { row: [row] } : {}), ...besides });
  res.set({ ETag: tag, 'Cache-Control': 'no-store', 'Concord-Position': String(position) });
  if (seen && knows(req, tag)) {
    res.status(304).end();
    return;
  }
  const taken = commandShapes(thing);
  res.json({
    ...row,
    revision: String(revision),
    allowedCommands: allowedCommands.filter((type) => taken.has(type)),
    ...besides,
    ...(besides.details ? { details: besides.details[0] ?? null } : {}),
    ...(seen ? {} : { stale: true }),
  });
};

const history = async (app: App, thing: Thing, req: Request, res: Response): Promise<void> => {
  const id = idOf(req);
  const facts = await app.history(thing, id);
  const last = facts.at(-1)?.revision ?? NO_STREAM;
  if (last === NO_STREAM) throw notFound(`${thing.noun}/${id}`);
  const read = await asReadBy(app, whoIs(req).by, facts);
  // Who may not read a note is told something else than who may, of the same facts.
  const withheld = read.filter((fact, at) => fact !== facts[at]).map((fact) => fact.id);
  const tag = toldTag(last, { withheld });
  res.set({ ETag: tag, 'Cache-Control': 'no-store' });
  if (knows(req, tag)) res.status(304).end();
  else res.json(read.map(toldFact));
};

const answers = { '304': 'It is still the same.', '404': 'There is no such thing.' };

/** What is known of somebody: nothing after the erasure, or to whom it is not shown. */
const Details = z.looseObject({ name: z.string() }).nullable().optional();

const oneRoute = (face: Face, thing: Thing): Route => ({
  method: 'get',
  path: `/api/v1/${thing.noun}/{id}`,
  says: operation({
    tag: thing.noun,
    id: `show-${thing.noun}`,
    summary: 'One, as it stands',
    path: IdPath,
    ok: rowShape(thing.columns).extend({
      revision: z.string(),
      allowedCommands: z.array(z.string()),
      deadlines: z.array(rowShape(deadlines.columns)),
      // Enterprises that it names and nobody has registered.
      unregistered: z.array(z.string()),
      ...(thing.details ? { details: Details } : {}),
      stale: z.literal(true).optional(),
    }),
    answers,
    tells: ['ETag'],
  }),
  answer: (req, res) => one(face, thing, req, res),
});

const historyRoute = ({ app }: Face, thing: Thing): Route => ({
  method: 'get',
  path: `/api/v1/${thing.noun}/{id}/events`,
  says: operation({
    tag: thing.noun,
    id: `history-of-${thing.noun}`,
    summary: 'Its history',
    path: IdPath,
    ok: z.array(ToldFact),
    answers,
    tells: ['ETag'],
  }),
  answer: (req, res) => history(app, thing, req, res),
});

/** One thing, and its history. */
export const thingRoutes = (face: Face, thing: Thing): Route[] => [
  oneRoute(face, thing),
  historyRoute(face, thing),
];
