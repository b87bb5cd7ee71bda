import { createHash } from 'node:crypto';
import type { Request, RequestHandler } from 'express';

const named = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 16);

/** Names a text by what it says. */
export const tagOf = (text: string): string => `"${named(text)}"`;

/**
 * Names a thing as it is told: its revision and, where lists beside its own facts bear on the answer,
 * what they say. A day that passes changes a clock and records nothing.
 */
export const toldTag = (
  revision: bigint,
  besides: Readonly<Record<string, readonly unknown[]>>,
): string =>
  Object.values(besides).every(({ length }) => length === 0)
    ? `"${String(revision)}"`
    : `"${String(revision)}-${named(JSON.stringify(besides))}"`;

/** Whether If-None-Match names this tag. */
export const knows = (req: Request, tag: string): boolean =>
  (req.get('If-None-Match') ?? '').split(',').some((one) => one.trim().replace(/^W\//, '') === tag);

/**
 * A command stands on the facts alone: of the tag that came with an answer, If-Match keeps the
 * revision, so that nobody is told that somebody was first because midnight passed.
 */
export const revisionsMatch: RequestHandler = (req, _, next) => {
  const header = req.get('If-Match');
  if (header !== undefined)
    req.headers['if-match'] = header.replace(/^"(\d+)-[0-9a-f]{16}"$/, '"$1"');
  next();
};
