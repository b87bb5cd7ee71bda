import type { Request } from 'express';

/** Whether the client would rather not wait (RFC 7240). */
export const prefersAsync = (req: Request): boolean =>
  /(^|[,;\s])respond-async($|[,;\s])/i.test(req.get('Prefer') ?? '');
