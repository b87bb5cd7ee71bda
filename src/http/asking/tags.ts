import { createHash } from 'node:crypto';
import type { Request } from 'express';

/** Names a text by what it says. */
export const tagOf = (text: string): string =>
  `"${createHash('sha256').update(text).digest('hex').slice(0, 16)}"`;

/** Whether If-None-Match names this tag. */
export const knows = (req: Request, tag: string): boolean =>
  (req.get('If-None-Match') ?? '').split(',').some((one) => one.trim().replace(/^W\//, '') === tag);
