import type { Request, Response } from 'express';
import { z } from 'zod';
import { lifelineOf, type LifelineRow } from '../../../../projections/lifeline.ts';
import type { App, Thing } from '../../../app.ts';
import type { Recorded } from '../../../store/event-store.ts';
import { After, asked, idOf, Limit } from '../../asking/input.ts';
import { notFound } from '../../answers/problem.ts';
import { operation, type Face, type Route } from '../../route.ts';
import { ToldFact, toldFact } from '../../answers/told-fact.ts';

const Asked = z.strictObject({ after: After, limit: Limit });

/** The facts themselves, each stream read once. */
const factsOf = async (app: App, rows: readonly LifelineRow[]) => {
  const streams = new Map<string, readonly Recorded[]>();
  const told = [];
  for (const { category, subject, revision } of rows) {
    const thing = app.things.find((one) => one.category === category);
    if (!thing) continue;
    const key = `${category}-${subject}`;
    const facts = streams.get(key) ?? (await app.history(thing, subject));
    streams.set(key, facts);
    const fact = facts[revision];
    if (fact) told.push({ about: thing.noun, subject, ...toldFact(fact) });
  }
  return told;
};

const lifeline = async ({ app }: Face, thing: Thing, req: Request, res: Response) => {
  const id = idOf(req);
  const { after, limit } = asked(req, Asked);
  const { position } = await app.stand(thing, id);
  await app.seen(position);
  if (position === 0n) throw notFound(`enterprises/${id}`);
  const rows = await app.heavy(lifelineOf(id, BigInt(after), limit + 1));
  const items = await factsOf(app, rows.slice(0, limit));
  const next = rows.length > limit ? (items.at(-1)?.position ?? null) : null;
  res.set('Cache-Control', 'no-store').json({ items, next });
};

/** One time axis for an enterprise: its own facts, its contracts', its cases' and its disputes'. `next` is the `after` of the next page. */
export const lifelineRoutes = (face: Face): Route[] =>
  face.app.things
    .filter(({ category }) => category === 'enterprise')
    .map((thing) => ({
      method: 'get' as const,
      path: `/api/v1/${thing.noun}/{id}/lifeline`,
      says: operation({
        tag: thing.noun,
        id: 'lifeline',
        summary:
          'All facts of one enterprise: its own, its contracts’, its cases’ and its disputes’',
        path: z.object({ id: z.string() }),
        query: Asked,
        ok: z.object({
          items: z.array(
            ToldFact.extend({ about: z.string(), subject: z.string() }).meta({
              id: 'LifelineFact',
            }),
          ),
          next: z.string().nullable(),
        }),
        answers: { '404': 'There is no such enterprise.' },
      }),
      answer: (req, res) => lifeline(face, thing, req, res),
    }));
