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
  .object({
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

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemBody } },
});

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
  /** Other media types of the answer. */
  readonly also?: readonly string[];
  /** Further answers by status. */
  readonly answers?: Readonly<Record<string, string>>;
};

const answers = ({ ok, also = [], answers = {} }: Saying): ZodOpenApiResponsesObject => ({
  '200': {
    description: 'Done.',
    content: {
      ...(ok ? { 'application/json': { schema: ok } } : {}),
      ...Object.fromEntries(also.map((type) => [type, { schema: { type: 'string' as const } }])),
    },
  },
  ...Object.fromEntries(
    Object.entries(answers).map(([status, text]) => [
      status,
      Number(status) < 400 ? { description: text } : problem(text),
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
