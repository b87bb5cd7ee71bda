import type { Request, Response } from 'express';
import { z } from 'zod';
import { endOfDay, plusDays } from '../../../../domain/shared/calendar.ts';
import { Day } from '../../../../domain/shared/values.ts';
import { sql, type Query } from '../../../../projections/projection.ts';
import type { App } from '../../../app.ts';
import type { Recorded } from '../../../store/event-store.ts';
import { allOf, instantOf } from '../../asking/filters.ts';
import { After, asked, described, Limit, Position } from '../../asking/input.ts';
import { asReadBy } from '../../asking/notes.ts';
import { whoIs } from '../../asking/who.ts';
import { vocabularies } from '../../../words/words.ts';
import { invalid } from '../../answers/problem.ts';
import { operation, type Face, type Route } from '../../route.ts';
import { streamEvents } from '../../answers/sse.ts';

const BATCH = 'application/cloudevents-batch+json';
const STREAM = 'text/event-stream';
/** How long a batch waits for facts that a store keeps out of the log we follow. */
const MOST_MS = 2000;

const Following = z.strictObject({ after: Position.optional() });
const Batch = z.strictObject({ after: After, limit: Limit });
const Journal = z.strictObject({
  by: described('The account that recorded it.'),
  from: described('Recorded from then on: a day or an instant with its offset.'),
  to: described('Recorded until then, included: a day or an instant with its offset.'),
  type: described('One kind of fact, as histories name it.'),
  category: described('One kind of thing: enterprise, bargainingCase, contract, …'),
  subject: described('The id of one thing.'),
  after: After,
  limit: Limit,
});

const Entry = {
  id: z.string(),
  type: z.string(),
  category: z.string(),
  subject: z.string(),
  revision: z.string(),
  position: z.string(),
  at: z.string(),
  by: z.string(),
};

type JournalRow = {
  readonly event_id: string;
  readonly type: string;
  readonly category: string;
  readonly subject: string;
  readonly revision: number;
  readonly position_no: number;
  readonly at: string;
  readonly by: string;
};

/** The first instant of what `from` names: a bare day begins where the day before ends. */
const beginning = (text: string, zone: string): string => {
  if (!Day.safeParse(text).success) return instantOf('from', text, zone);
  const end = Date.parse(endOfDay(plusDays(text, -1), zone));
  return new Date(end + 1).toISOString();
};

const conditions = (app: App, query: z.infer<typeof Journal>): Query<unknown>[] => {
  const { by, from, to, type, category, subject, after } = query;
  const zone = app.config.CONCORD_ZONE;
  return [
    sql()`position_no > ${BigInt(after)}`,
    ...(by === undefined ? [] : [sql()`by = ${by}`]),
    ...(type === undefined ? [] : [sql()`type = ${type}`]),
    ...(category === undefined ? [] : [sql()`category = ${category}`]),
    ...(subject === undefined ? [] : [sql()`subject = ${subject}`]),
    ...(from === undefined ? [] : [sql()`at >= ${beginning(from, zone)}`]),
    ...(to === undefined ? [] : [sql()`at <= ${instantOf('to', to, zone)}`]),
  ];
};

const ensureAmong = (name: string, codes: readonly string[], code = codes[0]): void => {
  if (code === undefined || codes.includes(code)) return;
  const names = codes.join(', ');
  throw invalid(name, `可用：${names}。`, `There is no ${code}; there are: ${names}.`);
};

/** A kind of thing or fact that there is not is a slip. */
const ensureKinds = (app: App, { category, type }: z.infer<typeof Journal>): void => {
  const of = app.things.map((thing) => thing.category);
  ensureAmong('category', of, category);
  const asked = of.filter((one) => category === undefined || one === category);
  ensureAmong(
    'type',
    asked.flatMap((one) => Object.keys(vocabularies[one].events)),
    type,
  );
};

/** Who did what: one line a fact, without what it says. */
const whoDidWhat = async ({ app }: Face, req: Request, res: Response): Promise<void> => {
  const query = asked(req, Journal);
  ensureKinds(app, query);
  const rows = await app.heavy(sql<JournalRow>()`SELECT event_id, type, category, subject, revision,
    position_no, at, by FROM journal WHERE ${allOf(conditions(app, query))}
    ORDER BY position_no LIMIT ${query.limit + 1}`);
  const items = rows
    .slice(0, query.limit)
    .map(({ event_id: id, position_no, revision, ...row }) => ({
      id,
      ...row,
      revision: String(revision),
      position: String(position_no),
    }));
  const next = rows.length > query.limit ? (items.at(-1)?.position ?? null) : null;
  res.set('Cache-Control', 'no-store').json({ items, next });
};

/** A fact as CloudEvents 1.0 (JSON format); extension attributes are lower case. */
const cloudEvent = (app: App, fact: Recorded) => {
  const { id, type, data, at, by, stream, position, revision, correlationId, causationId } = fact;
  const cut = stream.indexOf('-');
  const category = stream.slice(0, cut);
  const noun = app.things.find((thing) => thing.category === category)?.noun ?? category;
  return {
    specversion: '1.0',
    id,
    source: `/api/v1/${noun}`,
    type: `concord.${type}`,
    subject: stream.slice(cut + 1),
    time: at,
    datacontenttype: 'application/json',
    actor: by,
    revision: String(revision),
    sequence: String(position),
    correlationid: correlationId,
    causationid: causationId,
    data,
  };
};

const CloudEvent = z.looseObject({
  specversion: z.literal('1.0'),
  id: z.string(),
  source: z.string(),
  type: z.string(),
  subject: z.string(),
  time: z.iso.datetime(),
  sequence: z.string().meta({ description: 'Its position, for `after`.' }),
});

/** The last fact there is to tell; the store's own head may stand on a note of the system to itself. */
const lastOf = (app: App): bigint => {
  const [row] = app.all(
    sql<{ last: number | null }>()`SELECT max(position_no) AS last FROM journal`,
  );
  return BigInt(row?.last ?? 0);
};

const collected = async (
  { app, closing }: Face,
  after: bigint,
  limit: number,
): Promise<readonly Recorded[]> => {
  const head = lastOf(app);
  const facts: Recorded[] = [];
  if (after >= head) return facts;
  const signal = AbortSignal.any([closing, AbortSignal.timeout(MOST_MS)]);
  for await (const batch of app.follow(after, signal)) {
    facts.push(...batch);
    if (facts.length >= limit || (facts.at(-1)?.position ?? 0n) >= head) break;
  }
  return facts.slice(0, limit);
};

const batch = async (face: Face, req: Request, res: Response): Promise<void> => {
  const { after, limit } = asked(req, Batch);
  const facts = await asReadBy(
    face.app,
    whoIs(req).by,
    await collected(face, BigInt(after), limit),
  );
  res
    .set('Cache-Control', 'no-store')
    .type(BATCH)
    .send(JSON.stringify(facts.map((fact) => cloudEvent(face.app, fact))));
};

/** Where the stream goes on: after the last fact the client saw, the one it names, or now. */
const startOf = async ({ app }: Face, req: Request): Promise<bigint> => {
  const { after } = asked(req, Following);
  const { head } = await app.progress();
  const text = req.get('Last-Event-ID') ?? after;
  if (text === undefined) return head;
  if (Position.safeParse(text).success && BigInt(text) <= head) return BigInt(text);
  throw invalid(
    'after',
    `应为不超过 ${String(head)} 的位置号。`,
    `This is a position up to ${String(head)}.`,
  );
};

const answer = async (face: Face, req: Request, res: Response): Promise<void> => {
  res.vary('Accept');
  const wanted = req.accepts(['application/json', STREAM, BATCH]);
  if (wanted === BATCH) return batch(face, req, res);
  if (wanted !== STREAM) return whoDidWhat(face, req, res);
  const after = await startOf(face, req);
  const { by } = whoIs(req);
  await streamEvents({
    face,
    after,
    res,
    read: (facts) => asReadBy(face.app, by, facts),
    told: (fact) => cloudEvent(face.app, fact),
  });
};

/** What happened: as a list of who did what, live as it happens, or as CloudEvents. */
export const eventsRoute = (face: Face): Route => ({
  method: 'get',
  path: '/api/v1/events',
  says: operation({
    tag: 'events',
    id: 'list-events',
    summary: 'What happened, and who did it',
    description:
      'application/json: who did what. text/event-stream: live from after a position (or Last-Event-ID), each fact as a CloudEvent. ' +
      'application/cloudevents-batch+json: up to `limit` facts after a position.',
    query: Journal,
    ok: z.object({ items: z.array(z.object(Entry)), next: z.string().nullable() }),
    also: [STREAM],
    json: { [BATCH]: z.array(CloudEvent) },
  }),
  answer: (req, res) => answer(face, req, res),
});
