import { z } from 'zod';
import type { Asking } from '../figures.ts';
import { wrong } from './wrong-question.ts';

const Cursor = z.tuple([
  z.string(),
  z.string().regex(/^\d{1,18}$/),
  z.int().nonnegative(),
  z.int().nonnegative(),
]);

/** What a page is of: the question without where the page begins and how long it is. */
const questionOf = ({ cursor: _, limit: __, knownAt: ___, ...rest }: Asking): string =>
  JSON.stringify(Object.entries(rest).sort());

/** Where a page begins, as known at which position; a cursor pins both. */
export const pageStart = (asking: Asking, known: bigint) => {
  const { cursor, limit: text = '50' } = asking;
  const limit = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (limit < 1 || limit > 500) wrong('limit', '应为 1 至 500。', 'A limit is 1 to 500.');
  if (cursor === undefined) return { known, limit, after: [0, 0] as const };
  try {
    const json = Buffer.from(cursor, 'base64url').toString();
    const [question, position, nth, last] = Cursor.parse(JSON.parse(json));
    if (question !== questionOf(asking)) throw new Error('Another question.');
    return { known: BigInt(position), limit, after: [nth, last] as const };
  } catch {
    return wrong('cursor', '游标无效，或属于另一个查询。', 'This is no cursor of this question.');
  }
};

/** The cursor of the next page. */
export const pageEnd = (
  asking: Asking,
  known: bigint,
  [nth, last]: readonly [number, number],
): string =>
  Buffer.from(JSON.stringify([questionOf(asking), String(known), nth, last])).toString('base64url');
