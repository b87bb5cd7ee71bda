import { describe, expect, it } from 'vitest';
import { Count, Day, Id, Text } from '../../domain/shared/values.ts';

const takes = (schema: typeof Day | typeof Count | typeof Text, value: unknown) =>
  schema.safeParse(value).success;

describe('a day', () => {
  it.each(['1800-01-01', '2024-02-29', '2999-12-31'])('%s is one', (day) =>
    expect(takes(Day, day)).toBe(true),
  );
  it.each(['0000-01-01', '1799-12-31', '3000-01-01', '9999-12-31', '2026-02-30', '2026-6-1'])(
    '%s is none: it is impossible, a slip or a placeholder',
    (day) => expect(takes(Day, day)).toBe(false),
  );
});

it('takes no id that every object answers to by nature', () =>
  expect(
    ['d-1', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'Constructor'].map(
      (id) => Id.safeParse(id).success,
    ),
  ).toStrictEqual([true, false, false, false, false, true]));

it('counts no more people than any enterprise can have, so that sums stay exact', () =>
  expect([100_000_000, 100_000_001, -1, 1.5].map((n) => takes(Count, n))).toStrictEqual([
    true,
    false,
    false,
    false,
  ]));

it('takes no text with half a character', () =>
  expect(['沙织', '\ud83d\ude00', '\ud83d'].map((text) => takes(Text, text))).toStrictEqual([
    true,
    true,
    false,
  ]));
