import { createDocument, type ZodOpenApiResponseObject } from 'zod-openapi';
import { z } from 'zod';
import { POSITION } from '../asking/position.ts';
import type { Route } from '../route.ts';

const INTRODUCTION = `Labor relations and collective bargaining as facts.

Commands are \`POST /api/v1/<things>/<id>/<command>\` with the command's data as JSON; ids are chosen by the client, so creating is a command like any other and safe to repeat. Reads answer as known now, or with \`knownAt\` as known then. Errors are RFC 9457 in zh-CN or en.`;

const SeenBefore = z.object({
  [POSITION]: z.string().regex(/^\d+$/).optional().meta({
    description: 'The position of an earlier answer: this one has seen it, or is 202 and `stale`.',
  }),
});

/** An answer that is older than what was asked for is the same, and says so where it is an object. */
const staleOf = ({ responses }: Route['says']): ZodOpenApiResponseObject | undefined => {
  const done = responses['200'];
  if (!done || '$ref' in done) return undefined;
  const { 'application/json': json, ...others } = done.content ?? {};
  const schema = json?.schema;
  const marked =
    schema instanceof z.ZodObject ? schema.extend({ stale: z.literal(true).optional() }) : schema;
  return {
    ...done,
    description: `${POSITION} is not reached yet: what there is, marked \`stale\`.`,
    content: { ...(marked ? { 'application/json': { schema: marked } } : {}), ...others },
  };
};

/** Every read may be asked to have seen a position. */
const sayingOf = ({ path, method, says }: Route): Route['says'] => {
  const stale = staleOf(says);
  if (method !== 'get' || !path.startsWith('/api/v1/') || !stale) return says;
  return {
    ...says,
    requestParams: { header: SeenBefore, ...says.requestParams },
    responses: { ...says.responses, '202': stale },
  };
};

/** The OpenAPI 3.1 document of exactly these routes. */
export const openApiOf = (routes: readonly Route[]): ReturnType<typeof createDocument> => {
  const paths: Record<string, Partial<Record<Route['method'], Route['says']>>> = {};
  for (const route of routes) {
    const { path, method } = route;
    paths[path] = { ...paths[path], [method]: sayingOf(route) };
  }
  return createDocument({
    openapi: '3.1.1',
    info: { title: 'Concord', version: '1', description: INTRODUCTION },
    servers: [{ url: '/' }],
    tags: [...new Set(routes.flatMap(({ says }) => says.tags ?? []))].map((name) => ({ name })),
    paths,
  });
};
