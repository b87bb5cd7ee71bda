import type { Request, Response } from 'express';
import { z } from 'zod';
import type { ZodOpenApiOperationObject, ZodOpenApiResponsesObject } from 'zod-openapi';
import type { App } from '../app.ts';
import type { FoundingDesk } from '../demo/founding.ts';
import type { Metrics } from './faces/operating/metrics.ts';

/** What every route may use: the system, what is counted, and whether the server is about to stop. */
export type Face = {
  readonly app: App;
  readonly metrics: Metrics;
  readonly closing: AbortSignal;
  readonly demo: FoundingDesk;
  /** The key of who keeps the house, left in the data folder; without it nobody does over HTTP. */
  readonly keeperKey?: string | undefined;
};

/** One address: how it answers, and what the OpenAPI document says of it. Both come from here alone. */
export type Route = {
  readonly method: 'get' | 'post' | 'put';
  /** As OpenAPI writes it: /api/v1/contracts/{id}. */
  readonly path: string;
  readonly says: ZodOpenApiOperationObject;
  readonly answer: (req: Request, res: Response) => Promise<void> | void;
};

const problemBody = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string(),
    violations: z.array(z.object({ path: z.string(), message: z.string() })),
    requestId: z.string(),
    rule: z.string().optional(),
    article: z.string().optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457; zh-CN or en by Accept-Language.' });

/** A problem with members of its own beside those of every problem. */
const problem = (description: string, more: z.ZodRawShape = {}) => ({
  description,
  content: {
    'application/problem+json': {
      schema: Object.keys(more).length > 0 ? problemBody.extend(more) : problemBody,
    },
  },
});

const text = (description: string) => ({ description, schema: { type: 'string' as const } });

/** The headers that say something of an answer, and what. */
const toldHeaders = {
  ETag: text('Names the answer as it is: If-None-Match and, of a thing, If-Match take it.'),
  Link: text('RFC 8288, `rel="next"`: the next page, where there is one.'),
  Location: text('Where it is found from now on.'),
} as const;

type Saying = {
  readonly tag: string;
  readonly id: string;
  readonly summary: string;
  readonly description?: string;
  readonly path?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly headers?: z.ZodObject;
  readonly body?: z.ZodType;
  /** The JSON answer, where there is one. */
  readonly ok?: z.ZodType;
  /** Other media types of the answer: text, or files. */
  readonly also?: readonly string[];
  /** Other media types of the answer that are JSON, too. */
  readonly json?: Readonly<Record<string, z.ZodType>>;
  /** Further answers by status; a done one has the JSON of `ok`. */
  readonly answers?: Readonly<Record<string, string | Further>>;
  /** The headers that come with what is done. */
  readonly tells?: readonly (keyof typeof toldHeaders)[];
};

/** An answer of another shape: JSON of its own, or a problem with these members. */
type Further = {
  readonly says: string;
  readonly body?: z.ZodType;
  readonly more?: z.ZodRawShape;
};

const contentOf = ({ ok, also = [], json = {} }: Saying) => ({
  ...Object.fromEntries(
    Object.entries({ ...(ok ? { 'application/json': ok } : {}), ...json }).map(([type, schema]) => [
      type,
      { schema },
    ]),
  ),
  ...Object.fromEntries(also.map((type) => [type, { schema: { type: 'string' as const } }])),
});

/** What is said of one status: done with the same content or its own, the same as before, or a problem. */
const answerOf = (saying: Saying, status: string, further: string | Further) => {
  const { says, body, more } = typeof further === 'string' ? { says: further } : further;
  if (Number(status) >= 400 && !body) return problem(says, more);
  const headers = Object.fromEntries(
    (saying.tells ?? []).map((name) => [name, toldHeaders[name]] as const),
  );
  return {
    description: says,
    ...(Object.keys(headers).length > 0 ? { headers } : {}),
    ...(status === '304' ? {} : { content: contentOf(body ? { ...saying, ok: body } : saying) }),
  };
};

const answers = (saying: Saying): ZodOpenApiResponsesObject => ({
  ...(Object.keys(contentOf(saying)).length > 0 ? { '200': answerOf(saying, '200', 'Done.') } : {}),
  ...Object.fromEntries(
    Object.entries(saying.answers ?? {}).map(([status, further]) => [
      status,
      answerOf(saying, status, further),
    ]),
  ),
  '400': problem('The request is wrong; `violations` says where.'),
  default: problem('Anything else that went wrong.'),
});

const parameters = ({ path, query, headers: header }: Saying) => ({
  ...(path ? { path } : {}),
  ...(query ? { query } : {}),
  ...(header ? { header } : {}),
});

/** What OpenAPI says of a route. */
export const operation = (saying: Saying): ZodOpenApiOperationObject => ({
  operationId: saying.id,
  summary: saying.summary,
  ...(saying.description === undefined ? {} : { description: saying.description }),
  tags: [saying.tag],
  requestParams: parameters(saying),
  ...(saying.body
    ? { requestBody: { required: true, content: { 'application/json': { schema: saying.body } } } }
    : {}),
  responses: answers(saying),
});

/** `FileContract` → `file-contract`. */
export const kebab = (name: string): string =>
  name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase();
