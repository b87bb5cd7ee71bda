import { createDocument } from 'zod-openapi';
import type { Route } from '../route.ts';

const INTRODUCTION = `Labor relations and collective bargaining as facts.

Commands are \`POST /api/v1/<things>/<id>/<command>\` with the command's data as JSON; ids are chosen by the client, so creating is a command like any other and safe to repeat. Reads answer as known now, or with \`knownAt\` as known then. Errors are RFC 9457 in zh-CN or en.`;

/** The OpenAPI 3.1 document of exactly these routes. */
export const openApiOf = (routes: readonly Route[]): ReturnType<typeof createDocument> => {
  const paths: Record<string, Partial<Record<Route['method'], Route['says']>>> = {};
  for (const { path, method, says } of routes) paths[path] = { ...paths[path], [method]: says };
  return createDocument({
    openapi: '3.1.1',
    info: { title: 'Concord', version: '1', description: INTRODUCTION },
    servers: [{ url: '/' }],
    tags: [...new Set(routes.flatMap(({ says }) => says.tags ?? []))].map((name) => ({ name })),
    paths,
  });
};
