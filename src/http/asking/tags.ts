import { createHash } from 'node:crypto';
import type { Request } from 'express';

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
 * The revision in a tag of a thing, or in one that holds nothing else; undefined for what is no tag
 * of a thing. A command stands on the facts alone: nobody is told that somebody was first because
 * midnight passed.
 */
export const revisionIn = (tag: string): bigint | undefined => {
  const revision = /^"(-1(?=")|\d{1,18})(?:-[0-9a-f]{16})?"$/.exec(tag)?.[1];
  return revision === undefined ? undefined : BigInt(revision);
};
