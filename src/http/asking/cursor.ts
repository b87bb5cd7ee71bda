import type { Request } from 'express';
import { z } from 'zod';
import { Position } from './input.ts';
import { invalid } from '../answers/problem.ts';

/** Where a page ended: what was asked, as known at which position, and the last row's sort value and id. */
export type Cursor = {
  readonly query: string;
  readonly position: bigint;
  readonly value: string | number | null;
  readonly id: string;
};

const Packed = z.tuple([
  z.string(),
  Position,
  z.union([z.string(), z.number(), z.null()]),
  z.string(),
]);

export const packed = ({ query, position, value, id }: Cursor): string =>
  Buffer.from(JSON.stringify([query, String(position), value, id])).toString('base64url');

/** Reads a cursor back; whatever we did not write is the client's fault. */
export const unpacked = (text: string): Cursor => {
  try {
    const [query, position, value, id] = Packed.parse(
      JSON.parse(Buffer.from(text, 'base64url').toString()),
    );
    return { query, position: BigInt(position), value, id };
  } catch {
    throw invalid('cursor', '游标无效。', 'This is no cursor of ours.');
  }
};

/** The link to the next page (RFC 8288). */
export const nextLink = (req: Request, cursor: string, limit: number): string => {
  const { pathname } = new URL(req.originalUrl, 'http://concord');
  return `<${pathname}?cursor=${cursor}&limit=${limit}>; rel="next"`;
};
