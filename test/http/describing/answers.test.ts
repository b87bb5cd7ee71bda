import { setTimeout as wait } from 'node:timers/promises';
import type { Response } from 'supertest';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { mill, path, serving } from '../serving.ts';

type Parameter = { in: string; name: string; description?: string; required?: boolean };
type Said = {
  content?: Record<string, { schema: object }>;
  headers?: Record<string, unknown>;
};
type Operation = { parameters?: Parameter[]; responses: Record<string, Said> };
type Document = {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object> };
};

let on: Awaited<ReturnType<typeof serving>>;
let document: Document;
let parts: object;

/** A city with its history, so that every list has rows and every figure its units. */
beforeAll(async () => {
  on = await serving({ CONCORD_CLOCK: 'settable' });
  await on.post('/api/v1/demo', { enterprises: 6, seed: 3 }).expect(202);
  while (((await on.get('/api/v1/demo')).body as { status: string }).status === 'running')
    await wait(50);
  await on.post(`${path}/mill/register`, mill).expect(200);
  document = (await on.get('/api/openapi.json')).body as Document;
  parts = inOneSchema(document.components.schemas);
}, 180_000);
afterAll(() => on.end());

/** References of the document as references of one schema by itself. */
const inOneSchema = (schema: object): object =>
  JSON.parse(JSON.stringify(schema).replaceAll('#/components/schemas/', '#/$defs/')) as object;

const shapes = new Map<object, z.ZodType>();
const shapeOf = (schema: object): z.ZodType => {
  const known =
    shapes.get(schema) ??
    z.fromJSONSchema({ ...inOneSchema(schema), $defs: parts } as z.core.JSONSchema.BaseSchema);
  shapes.set(schema, known);
  return known;
};

const NAMED_HEADERS = ['ETag', 'Link', 'Location'];

const typeOf = (answer: Response): string => (answer.get('Content-Type') ?? '').split(';')[0] ?? '';

/** What is wrong with the content, as what is said of its media type. */
const contentFaults = ({ content = {} }: Said, answer: Response): string[] => {
  const type = typeOf(answer);
  const said = Object.entries(content).find(([name]) => name.split(';')[0] === type);
  if (!said) return [`nothing is said of ${type} (${String(answer.status)})`];
  if (!type.endsWith('json')) return [];
  const { error } = shapeOf(said[1].schema).safeParse(JSON.parse(answer.text));
  return error?.issues.map(({ path: at, message }) => `${at.join('.')} ${message}`) ?? [];
};

/** How an answer is other than what is said of its address. */
const faults = (address: string, answer: Response): string[] => {
  const [method = '', template = ''] = address.split(' ');
  const said = document.paths[template]?.[method]?.responses[String(answer.status)];
  if (!said) return [`${address}: nothing is said of ${String(answer.status)}`];
  const headers = NAMED_HEADERS.filter((name) => answer.get(name) && !said.headers?.[name]);
  return [
    ...headers.map((name) => `nothing is said of ${name}`),
    ...contentFaults(said, answer),
  ].map((fault) => `${address}: ${fault}`);
};

const asked = async (template: string, url = template) =>
  faults(`get ${template}`, await on.get(url));

const operations = () =>
  Object.entries(document.paths).flatMap(([template, item]) =>
    Object.entries(item).map(([method, operation]) => ({ template, method, operation })),
  );

const body = async <T>(url: string): Promise<T> => (await on.get(url).expect(200)).body as T;
type Items = { items: { id: string }[] };
const firstOf = async (list: string): Promise<string> =>
  (await body<Items>(`/api/v1/${list}?limit=1`)).items[0]?.id ?? '';

test('every address that takes no id answers as it is said to', async () => {
  const wrong: string[] = [];
  for (const { template, method } of operations())
    if (method === 'get' && !template.includes('{')) wrong.push(...(await asked(template)));
  expect(wrong).toStrictEqual([]);
});

test('so does every kind of thing, with its history and what it is changed by', async () => {
  const wrong: string[] = [];
  for (const { noun } of on.app.things) {
    const id = await firstOf(noun);
    const one = `/api/v1/${noun}`;
    if (id === '') continue;
    wrong.push(...(await asked(`${one}/{id}`, `${one}/${id}`)));
    wrong.push(...(await asked(`${one}/{id}/events`, `${one}/${id}/events`)));
  }
  const again = await on.post(`${path}/mill/register`, mill).set('If-Match', '"-1"');
  wrong.push(...faults(`post ${path}/{id}/register`, again));
  expect(again.status).toBe(412);
  const dry = on.post(`${path}/mill/found-union?dryRun=true`, { on: '2021-01-01' });
  wrong.push(...faults(`post ${path}/{id}/found-union`, await dry));
  const late = on.post(`${path}/mill/found-union`, { on: '2021-01-01' });
  wrong.push(...faults(`post ${path}/{id}/found-union`, await late.set('Prefer', 'respond-async')));
  expect(wrong).toStrictEqual([]);
});

test.each([
  ['enterprises/{id}/lifeline', 'enterprises'],
  ['enterprises/{id}/terms', 'enterprises'],
  ['bargaining-cases/{id}/table', 'bargaining-cases'],
  ['bargaining-cases/{id}/vote-rule', 'bargaining-cases'],
  ['disputes/{id}/notes', 'disputes'],
])('so does %s', async (template, list) => {
  const url = `/api/v1/${template}`.replace('{id}', await firstOf(list));
  expect(await asked(`/api/v1/${template}`, url)).toStrictEqual([]);
});

test.each([
  ['/api/v1/search', '?q=a'],
  ['/api/v1/rest-days', '?year=2026'],
  ['/api/v1/law/{profile}', 'national-2004'],
  ['/api/v1/law/{profile}/deadline', 'national-2004/deadline?rule=reply&from=2026-03-02'],
  ['/api/v1/law', '?division=320681&kind=wage'],
  ['/api/v1/schemas/{things}/{command}', 'contracts/file'],
  ['/api/v1/imports/templates/{name}', 'enterprises?format=csv'],
  ['/api/v1/contracts', '?format=jsonl'],
  ['/api/v1/contracts', '?format=csv'],
])('so does %s asked for %s', async (template, rest) => {
  const url = template.includes('{')
    ? template.replace(/\{things\}.*|\{\w+\}.*/, rest)
    : `${template}${rest}`;
  const answer = await on.get(url).expect(200);
  expect(faults(`get ${template}`, answer)).toStrictEqual([]);
});

test('so do the facts as CloudEvents, and the history of the deadline that is listed first', async () => {
  const events = '/api/v1/events';
  const batch = await on.get(events).set('Accept', 'application/cloudevents-batch+json');
  expect(faults(`get ${events}`, batch)).toStrictEqual([]);
  const story = `/api/v1/deadlines/story`;
  const id = encodeURIComponent(await firstOf('deadlines'));
  expect(await asked(story, `${story}?id=${id}`)).toStrictEqual([]);
});

type Card = { id: string; takes: 'on' | 'from-to'; dimensions: string[] };

test('every figure answers as it is said to: cells, groups, series, members of every side, changes', async () => {
  const { items: cards } = await body<{ items: Card[] }>('/api/v1/figures');
  const wrong: string[] = [];
  for (const { id, takes, dimensions } of cards) {
    const figure = `/api/v1/figures/${id}`;
    const days = takes === 'on' ? 'on=2026-05-31' : 'from=2025-01-01&to=2026-05-31';
    const period = takes === 'on' ? days : 'period=2026-01-01/2026-05-31';
    for (const dimension of dimensions)
      wrong.push(...(await asked(figure, `${figure}?${days}&groupBy=${dimension}`)));
    const series = `${figure}/series?from=2026-01-01&to=2026-05-31&step=month`;
    wrong.push(...(await asked(`${figure}/series`, series)));
    for (const side of ['numerator', 'denominator', 'excluded'])
      wrong.push(...(await asked(`${figure}/members`, `${figure}/members?${days}&side=${side}`)));
    wrong.push(...(await asked(`${figure}/changes`, `${figure}/changes?${period}&from=0`)));
  }
  expect(wrong).toStrictEqual([]);
});

test('an answer older than what was waited for is said to be one', async () => {
  for (const template of [
    '/api/v1/enterprises',
    '/api/v1/figures/contract-rate',
    '/api/v1/words',
  ]) {
    const answer = await on.get(template).set('Concord-Position', '999999999');
    expect([answer.status, faults(`get ${template}`, answer)]).toStrictEqual([202, []]);
  }
});

test('every parameter of a query says what it is', () => {
  const silent = operations().flatMap(({ template, method, operation: { parameters = [] } }) =>
    parameters
      .filter((one) => one.in === 'query' && !one.description)
      .map(({ name }) => `${method} ${template}?${name}`),
  );
  expect(silent).toStrictEqual([]);
});
