import { afterAll, beforeAll, expect, test } from 'vitest';
import { typesOf } from '../../support/shape-words.ts';
import { serving } from '../serving.ts';

type Operation = {
  operationId: string;
  parameters?: { in: string; name: string; required?: boolean; schema?: { enum?: string[] } }[];
  requestBody?: { content: Record<string, { schema: Record<string, unknown> }> };
  responses: Record<string, { description: string }>;
};
type Document = {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, unknown> };
};

let on: Awaited<ReturnType<typeof serving>>;
let document: Document;
beforeAll(async () => {
  on = await serving({ CONCORD_CLOCK: 'settable' });
  document = (await on.get('/api/openapi.json')).body as Document;
});
afterAll(() => on.end());

const operations = () =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
  );

/** Every address the server answers, as OpenAPI writes it. */
const mounted = (): string[] =>
  on.http.router.stack.flatMap(({ route }) =>
    route
      ? route.stack.map(({ method }) => `${method} ${route.path.replace(/:(\w+)/g, '{$1}')}`)
      : [],
  );

test('the document is OpenAPI 3.1 and holds every address there is, and no other', () => {
  expect(document.openapi).toBe('3.1.1');
  const said = operations().map(({ path, method }) => `${method} ${path}`);
  const own = ['get /api/openapi.json', 'get /api/docs'];
  expect(said.toSorted()).toStrictEqual(
    mounted()
      .filter((address) => !own.includes(address))
      .toSorted(),
  );
});

test('every command of every thing has an address with its shape', () => {
  for (const { noun, decider, accepts } of on.app.things) {
    // What the system alone records of a refused order has no address.
    for (const [type] of typesOf(accepts ?? decider.command)) {
      const kebab = type.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
      const operation = document.paths[`/api/v1/${noun}/{id}/${kebab}`]?.post;
      const schema = operation?.requestBody?.content['application/json']?.schema;
      expect(schema, `${noun} ${type}`).toMatchObject({ additionalProperties: false });
    }
  }
});

test('operations have ids of their own, declared path parameters and described answers', () => {
  const ids = operations().map(({ operation }) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { path, operation } of operations()) {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const declared = (operation.parameters ?? []).filter((one) => one.in === 'path');
    expect(declared.map(({ name }) => name)).toStrictEqual(named);
    expect(declared.every(({ required }) => required === true)).toBe(true);
    for (const { description } of Object.values(operation.responses))
      expect(description).not.toBe('');
  }
});

test.each([
  [
    'deadlines',
    'status',
    ['running', 'suspended', 'met', 'overdue', 'cancelled', 'superseded', 'provisional'],
  ],
  ['deadlines', 'calendar', ['final', 'provisional']],
  ['consultations', 'phase', ['convened', 'open', 'closed', 'issued', 'called-off', 'void']],
  ['deadlines', 'subject', undefined],
])(
  'the list of %s says what its filter %s takes, and takes just that',
  async (list, name, words) => {
    const { parameters = [] } = document.paths[`/api/v1/${list}`]?.get ?? {};
    const said = parameters.find((one) => one.name === name)?.schema?.enum;
    expect(said).toStrictEqual(words && [...words, '']);
    for (const word of said ?? []) await on.get(`/api/v1/${list}?${name}=${word}`).expect(200);
  },
);

test('every reference leads somewhere', () => {
  const references = JSON.stringify(document).matchAll(
    /"\$ref":"#\/components\/schemas\/([^"]+)"/g,
  );
  for (const [, name = ''] of references) expect(document.components.schemas).toHaveProperty(name);
});

test('the page shows every address and needs no script and no other origin', async () => {
  const { text, headers } = await on.get('/api/docs');
  for (const { path } of operations()) expect(text).toContain(`<code>${path}</code>`);
  expect(text).not.toMatch(/<script|https?:\/\/(?!json-schema)/);
  expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
});
