import type { Request, RequestHandler, Response } from 'express';
import type { App } from '../../app.ts';
import { invalid } from '../answers/problem.ts';

/** Goes with every answer of a read, and may come with the question: what has to be seen in it. */
export const POSITION = 'Concord-Position';

const wantedOf = (req: Request): bigint | undefined => {
  const header = req.get(POSITION);
  if (header === undefined) return undefined;
  if (/^\d{1,19}$/.test(header)) return BigInt(header);
  throw invalid(
    POSITION,
    `${POSITION} 应为此前回答中给出的位置。`,
    `${POSITION} takes the position that an earlier answer gave.`,
  );
};

/** The answer is older than what was asked for, and says so: 202, and `stale` where it is an object. */
const sayStale = (req: Request, res: Response): void => {
  const json = res.json.bind(res);
  const isObject = (body: unknown) =>
    typeof body === 'object' && body !== null && !Array.isArray(body);
  res.status(202);
  res.json = (body: object) => json(isObject(body) ? { ...body, stale: true } : body);
  // "Not modified" would pass for the answer that was waited for.
  delete req.headers['if-none-match'];
};

/**
 * Reading what one wrote, on whichever node: a read that names a position waits for the read models
 * of this node (2 s), then answers with what there is. Every read says how far it has seen.
 */
export const atPosition =
  (app: App): RequestHandler =>
  async (req, res, next) => {
    if (!['GET', 'HEAD'].includes(req.method) || !req.path.startsWith('/api/v1/')) {
      next();
      return;
    }
    const wanted = wantedOf(req);
    if (wanted !== undefined && !(await app.seen(wanted))) sayStale(req, res);
    res.set(POSITION, String(app.position()));
    next();
  };
