import type { Request, Response } from 'express';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { z } from 'zod';
import { dayOf } from '../../../../domain/shared/calendar.ts';
import { raw, sql, type Query, type Row, type Value } from '../../../../projections/projection.ts';
import { formats, isFormat } from '../../../export/formats.ts';
import { nextLink, packed, unpacked, type Cursor } from '../../asking/cursor.ts';
import { dayFrom } from '../../asking/days.ts';
import { sendFile } from '../../answers/download.ts';
import { allOf, conditionOf, instantOf, type Listed } from '../../asking/filters.ts';
import { manyOf, parsed } from '../../asking/input.ts';
import { AskedBeside, parametersOf } from '../../asking/list-parameters.ts';
import { invalid } from '../../answers/problem.ts';
import { keptPages, sendPage, type KeptPages, type SentPage } from '../../answers/kept-pages.ts';
import { pageShape } from '../../answers/row-shape.ts';
import { operation, type Face, type Route } from '../../route.ts';

const OURS = Object.keys(AskedBeside.shape);

/** A list as it was asked for. */
type Question = {
  readonly asked: z.infer<typeof AskedBeside>;
  /** All but `cursor` and `limit`, in one order: what a cursor pins. */
  readonly query: string;
  readonly condition: Query<unknown>;
  readonly sort: Sort;
  /** What is chosen from, as known at a position. */
  readonly rows: (known?: bigint) => Query<unknown>;
};

type Sort = { readonly column: string; readonly down: boolean };

const sortOf = (listed: Listed, text = 'id'): Sort => {
  const down = text.startsWith('-');
  const column = down ? text.slice(1) : text;
  if (Object.hasOwn(listed.columns, column)) return { column, down };
  const names = Object.keys(listed.columns).join(', ');
  throw invalid('sort', `只能按这些列排序：${names}。`, `Sort by one of: ${names}.`);
};

const canonical = (query: ReadonlyMap<string, readonly string[]>): string => {
  const pairs = [...query]
    .filter(([name]) => name !== 'cursor' && name !== 'limit')
    .flatMap(([name, values]) => values.map((value) => [name, value] as [string, string]));
  return new URLSearchParams(
    pairs.toSorted((a, b) => (a.join('=') < b.join('=') ? -1 : 1)),
  ).toString();
};

const single = (query: ReadonlyMap<string, readonly string[]>): Record<string, string> =>
  Object.fromEntries(
    [...query]
      .filter(([name]) => OURS.includes(name))
      .map(([name, values]) => [name, values.join(',')]),
  );

/** The query itself, or the one that its cursor pins; both only when they are the same. */
const pinned = (listed: Listed, query: Map<string, string[]>, cursor: Cursor | undefined) => {
  if (!cursor) return query;
  const own = canonical(query);
  const [name, asked = ''] = cursor.query.split('?');
  if (name !== listed.name || (own !== '' && own !== asked))
    throw invalid('cursor', '游标属于另一查询。', 'This cursor belongs to another query.');
  const params = new URLSearchParams(asked);
  return new Map([...params.keys()].map((name) => [name, params.getAll(name)]));
};

/** The names of a query that are no filters. */
const oursIn = ({ takesDay, dated }: Listed): readonly string[] =>
  takesDay || dated ? [...OURS, 'on'] : OURS;

/** The day that `on` names, or the one that `knownAt` lies in. */
const dayAsked = (
  { takesDay }: Listed,
  on: string | undefined,
  { knownAt, zone }: { readonly knownAt: string | undefined; readonly zone: string },
): string | undefined => {
  if (takesDay && on !== undefined) return dayFrom('on', on);
  return knownAt === undefined ? undefined : dayOf(instantOf('knownAt', knownAt, zone), zone);
};

/** The rows of the day that was asked for, or of the list as it stands. */
const rowsAsked = (
  listed: Listed,
  on: string | undefined,
  moment: { readonly knownAt: string | undefined; readonly zone: string },
): Question['rows'] => {
  const { dated } = listed;
  if (dated && on !== undefined) {
    const day = dayFrom('on', on);
    return (known) => dated(day, known);
  }
  const day = dayAsked(listed, on, moment);
  return (known) => listed.rows(known, day);
};

const questionOf = (
  { app }: Face,
  req: Request,
  listed: Listed,
  cursor: Cursor | undefined,
): Question => {
  const sent = manyOf(req);
  const query = pinned(listed, sent, cursor);
  const asked = parsed(req, AskedBeside, { ...single(query), ...single(sent) });
  const filters = [...query].filter(([name]) => !oursIn(listed).includes(name));
  const { knownAt } = asked;
  return {
    asked,
    query: canonical(query),
    condition: conditionOf(listed, new Map(filters)),
    sort: sortOf(listed, asked.sort),
    rows: rowsAsked(listed, query.get('on')?.[0], { knownAt, zone: app.config.CONCORD_ZONE }),
  };
};

/** The rows after the last one of the page before; nulls come first going up and last going down. */
const beyond = ({ column, down }: Sort, { value, id }: Cursor): Query<unknown> => {
  const field = raw(column);
  if (column === 'id') return down ? sql()`id < ${id}` : sql()`id > ${id}`;
  const tie = sql()`(${field} IS ${value} AND id > ${id})`;
  if (value === null) return down ? tie : sql()`(${tie} OR ${field} IS NOT NULL)`;
  return down
    ? sql()`(${tie} OR ${field} < ${value} OR ${field} IS NULL)`
    : sql()`(${tie} OR ${field} > ${value})`;
};

const orderOf = ({ column, down }: Sort): Query<unknown> => {
  const direction = down ? ' DESC' : '';
  return raw(column === 'id' ? `id${direction}` : `${column}${direction}, id`);
};

const selection = (
  listed: Listed,
  { condition, sort, rows }: Question,
  known: bigint | undefined,
  cursor?: Cursor,
): Query<Row> => {
  const where = cursor ? allOf([condition, beyond(sort, cursor)]) : condition;
  return sql<Row>()`SELECT ${raw(Object.keys(listed.columns).join(', '))}
    FROM ${rows(known)} WHERE ${where} ORDER BY ${orderOf(sort)}`;
};

/** The position that `knownAt` resolves to, once the read models have seen it. */
const knownOf = async ({ app }: Face, { asked }: Question): Promise<bigint | undefined> => {
  if (asked.knownAt === undefined) return undefined;
  const instant = instantOf('knownAt', asked.knownAt, app.config.CONCORD_ZONE);
  const position = app.positionAt(instant);
  await app.seen(position);
  return position;
};

type Page = { readonly rows: readonly Row[]; readonly position: bigint };

/** The first page as it stands, with the position it stands at: when that moved meanwhile, as known there. */
const firstPage = async ({ app }: Face, query: (known?: bigint) => Query<Row>): Promise<Page> => {
  const position = app.position();
  const rows = app.all(query());
  // Rows are there a moment before the position is said to be reached.
  await nextTurn();
  if (app.position() === position) return { rows, position };
  return { rows: await app.heavy(query(position)), position };
};

const pageOf = async (
  face: Face,
  listed: Listed,
  question: Question,
  cursor: Cursor | undefined,
): Promise<Page> => {
  const query = (known?: bigint) =>
    sql<Row>()`${selection(listed, question, known, cursor)} LIMIT ${question.asked.limit + 1}`;
  const position = cursor?.position ?? (await knownOf(face, question));
  if (position === undefined) return firstPage(face, query);
  return { rows: await face.app.heavy(query(position)), position };
};

const plain = (value: Value | undefined): string | number | null =>
  typeof value === 'bigint' ? Number(value) : (value ?? null);

/** The page that answers a question, as it is sent. */
const pageSent = async (
  face: Face,
  listed: Listed,
  question: Question,
  { req, cursor }: { readonly req: Request; readonly cursor: Cursor | undefined },
): Promise<SentPage> => {
  const { limit } = question.asked;
  const { rows, position } = await pageOf(face, listed, question, cursor);
  const items = rows.slice(0, limit);
  const last = rows.length > limit ? items.at(-1) : undefined;
  const next = last
    ? packed({
        query: `${listed.name}?${question.query}`,
        position,
        value: plain(last[question.sort.column]),
        id: last.id,
      })
    : null;
  return {
    body: JSON.stringify({ items, next }),
    position: String(position),
    ...(next === null ? {} : { link: nextLink(req, next, limit) }),
  };
};

const answerPage = async (
  face: Face,
  listed: Listed,
  kept: KeptPages,
  [req, res]: readonly [Request, Response],
): Promise<void> => {
  const stood = kept.stand();
  const known = kept.find(req.originalUrl, stood);
  if (known) {
    sendPage(res, known);
    return;
  }
  const [text] = manyOf(req).get('cursor') ?? [];
  const cursor = text === undefined ? undefined : unpacked(text);
  const question = questionOf(face, req, listed, cursor);
  const { format } = question.asked;
  if (format !== undefined && format !== 'json') {
    await answerFile(face, listed, question, res);
    return;
  }
  const page = await pageSent(face, listed, question, { req, cursor });
  kept.keep(req.originalUrl, page, stood);
  sendPage(res, page);
};

const answerFile = async (
  face: Face,
  listed: Listed,
  question: Question,
  res: Response,
): Promise<void> => {
  const { format = '' } = question.asked;
  if (!isFormat(format)) {
    const names = Object.keys(formats).join(', ');
    throw invalid('format', `可用的格式：json, ${names}。`, `The formats are json, ${names}.`);
  }
  const known = await knownOf(face, question);
  const pages = face.app.pages(selection(listed, question, known));
  await sendFile(res, format, { name: listed.name, columns: listed.columns, pages });
};

/** A list with filters, pages and files. */
export const listRoute = (face: Face, listed: Listed, tag: string): Route => {
  const kept = keptPages(face.app);
  return {
    method: 'get',
    path: `/api/v1/${listed.name}`,
    says: operation({
      tag,
      id: `list-${listed.name}`,
      summary: 'The list',
      description:
        'Every column is a filter; a name given twice means either, an empty value means "has none". ' +
        '`sort` takes a column, `-column` turns it round. `format` (csv, xlsx, parquet, jsonl) gives the whole selection.',
      query: parametersOf(listed),
      ok: pageShape(listed.columns),
      also: Object.values(formats).map(({ mediaType }) => mediaType),
      tells: ['Link'],
    }),
    answer: (req, res) => answerPage(face, listed, kept, [req, res]),
  };
};
