import { expect } from 'vitest';
import type { Seen } from '../../../projections/projection.ts';
import { bookkeeping } from './bookkeeping.ts';

/** Books that took these facts one by one say the same as books that took them all at once. */
export const expectSameOneByOne = async (facts: readonly Seen[]): Promise<void> => {
  const [atOnce, oneByOne] = [bookkeeping(), bookkeeping()];
  await atOnce.take(facts);
  for (const fact of facts) await oneByOne.take([fact]);
  expect(oneByOne.contents()).toStrictEqual(atOnce.contents());
  atOnce.close();
  oneByOne.close();
};
