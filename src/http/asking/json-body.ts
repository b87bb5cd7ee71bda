import { isUtf8 } from 'node:buffer';
import express, { type Request, type RequestHandler } from 'express';
import { Problem, type Violation } from '../answers/problem.ts';

/** JSON between systems is UTF-8 (RFC 8259, 8.1); bytes of anything else would become � and stay so for ever. */
const ensureUtf8 = (_req: Request, _res: unknown, bytes: Buffer, charset: string): void => {
  if (charset !== 'utf-8') throw new Problem('unsupported-media-type');
  if (!isUtf8(bytes)) throw new Problem('not-utf-8');
};

const garbled: Violation['message'] = {
  zh: '文字已损坏（含有 � 或半个字符），请重新填写。',
  en: 'The text is damaged (it holds � or half a character): type it again.',
};

/** U+FFFD is what a program wrote where it lost a character: nobody means it, and nobody could mend it later. */
const isGarbled = (text: string): boolean => text.includes('\ufffd') || !text.isWellFormed();

const garbledIn = (value: unknown, path: readonly string[] = []): Violation[] => {
  if (typeof value === 'string')
    return isGarbled(value) ? [{ path: path.join('.'), message: garbled }] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    isGarbled(key) ? [{ path: path.join('.'), message: garbled }] : garbledIn(part, [...path, key]),
  );
};

const ensureWhole: RequestHandler = (req, _res, next) => {
  const violations = garbledIn(req.body);
  if (violations.length > 0) throw new Problem('invalid-request', { violations });
  next();
};

/** A body of JSON whose every character came through. */
export const jsonBody = (limit: string): RequestHandler[] => [
  express.json({ limit, verify: ensureUtf8 }),
  ensureWhole,
];
