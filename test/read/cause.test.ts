import { expect, it } from 'vitest';
import type { Seen } from '../../projections/projection.ts';
import { causesIn } from '../../src/read/books/cause.ts';

const headcount = (asOf: string, at: string): Seen => ({
  id: 'fact-1',
  type: 'HeadcountReported',
  data: { asOf, workers: 7 },
  at,
  by: 'clerk-1',
  category: 'enterprise',
  subject: 'mill',
  revision: 1n,
  position: 2n,
});
const late = 'HeadcountReported:late';
const inTime = 'HeadcountReported';

it.each([
  ['2026-06-01', '2026-06-01T01:00:00.000Z', inTime],
  // Half past midnight of the 2nd in Shanghai is still the 1st in Greenwich.
  ['2026-06-01', '2026-06-01T16:30:00.000Z', late],
  ['2026-06-02', '2026-06-01T16:30:00.000Z', inTime],
  ['2026-05-01', '2026-06-01T16:30:00.000Z', late],
  ['2026-07-01', '2026-06-01T16:30:00.000Z', inTime],
])('a headcount as of %s recorded at %s is %s by the day of the place', (asOf, at, cause) =>
  expect(causesIn('Asia/Shanghai')(headcount(asOf, at))).toBe(cause),
);

it('is late by the day of another place', () =>
  expect(causesIn('America/New_York')(headcount('2026-06-01', '2026-06-02T03:00:00.000Z'))).toBe(
    inTime,
  ));

it('is never late when the fact names no day', () =>
  expect(
    causesIn('Asia/Shanghai')({ ...headcount('', '2026-06-01T01:00:00.000Z'), data: {} }),
  ).toBe(inTime));
