import { createDocument } from 'zod-openapi';
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

/** Every read may be asked to have seen a position. */
const sayingOf = ({ path, method, says }: Route): Route['says'] => {
  if (method !== 'get' || !path.startsWith('/api/v1/')) return says;
  return {
    ...says,
    requestParams: { header: SeenBefore, ...says.requestParams },
    responses: {
      ...says.responses,
      '202': { description: `${POSITION} is not reached yet: what there is, marked \`stale\`.` },
    },
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
