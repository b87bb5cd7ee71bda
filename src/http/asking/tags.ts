import type { Request } from 'express';

/** Whether If-None-Match names this tag. */
export const knows = (req: Request, tag: string): boolean =>
  (req.get('If-None-Match') ?? '').split(',').some((one) => one.trim().replace(/^W\//, '') === tag);
