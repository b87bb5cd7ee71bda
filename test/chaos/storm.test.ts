import { expect, it } from 'vitest';
import { storm } from '../support/chaos/storm.ts';
import { EVENTS } from '../support/chaos/weather.ts';

const SECONDS = 8;
const A_LONG_WHILE = 180_000;

it(
  `keeps every acknowledged command, once and in order, and every figure, through ${String(SECONDS)} s of every fault`,
  async () => {
    const { acknowledged, facts, sentAgain, faults, forced, ...amiss } = await storm({
      seconds: SECONDS,
      writers: 8,
      longOutage: false,
    });
    expect(acknowledged).toBeGreaterThan(50);
    expect(Object.keys(faults)).toHaveLength(EVENTS.length);
    expect(facts).toBeGreaterThanOrEqual(acknowledged);
    for (const [what, found] of Object.entries(amiss)) expect(found, what).toStrictEqual([]);
  },
  A_LONG_WHILE,
);
