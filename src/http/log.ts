import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Logger } from 'pino';
import { pinoHttp, type HttpLogger } from 'pino-http';

const quiet = new Set(['/livez', '/readyz', '/metrics']);

const pathOf = ({ url = '' }: { readonly url?: string | undefined }): string =>
  url.split('?', 1)[0] ?? '';

const requestId = (req: IncomingMessage): string => {
  const given = req.headers['x-request-id'];
  return typeof given === 'string' && /^[\w.:-]{1,128}$/.test(given) ? given : randomUUID();
};

/**
 * One line a request: id, method, path, status, how long. No header, no query, no body: they may
 * name people or carry secrets.
 */
export const requestLog = (logger: Logger): HttpLogger =>
  pinoHttp({
    logger,
    genReqId: (req, res) => {
      const id = requestId(req);
      res.setHeader('X-Request-Id', id);
      return id;
    },
    autoLogging: { ignore: (req) => quiet.has(pathOf(req)) },
    wrapSerializers: false,
    serializers: {
      req: (req: IncomingMessage) => ({ id: req.id, method: req.method, path: pathOf(req) }),
      res: ({ statusCode }: { readonly statusCode: number }) => ({ statusCode }),
    },
  });
