import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ConsultationCommand } from '../../domain/consultation/commands.ts';
import type { Order } from '../../domain/shared/policy.ts';
import { deadlines } from '../../projections/deadlines/deadlines.ts';
import { clock } from '../../src/clock.ts';
import { rowModel } from '../../src/read/model.ts';
import { bookkeeping, inOrder } from '../support/books/bookkeeping.ts';
import { after, assigned, done, overdue, reassign } from '../support/stories/consulting.ts';

let kept: ReturnType<typeof bookkeeping>;
beforeEach(() => {
  kept = bookkeeping(':memory:', [rowModel(deadlines)]);
});
afterEach(() => {
  kept.close();
});

/** What a clock that starts on a day orders, after these commands to a meeting. */
const ordered = async (day: string, ...commands: readonly ConsultationCommand[]) => {
  const facts = after(...commands).map((fact) => ({ ...fact, category: 'consultation' as const }));
  await kept.take(inOrder(facts.map((fact) => ({ ...fact, subject: 'c1' }))));
  const orders: Order[] = [];
  const starting = clock({
    all: kept.all,
    execute: (order) => Promise.resolve(orders.push(order)),
    now: () => `${day}T01:00:00.000Z`,
    zone: 'Asia/Shanghai',
    calendarVersion: '',
    log: pino({ level: 'silent' }),
    every: 0,
  });
  await starting.start();
  await starting.close();
  return orders.map(({ command }) => command);
};

test('it rings the day after the last day, not on it', async () => {
  expect(await ordered('2026-06-30', ...assigned)).toStrictEqual([]);
});
test('it rings all the same when it starts late', async () => {
  expect(await ordered('2026-09-01', ...assigned)).toStrictEqual([overdue()]);
});
test('it asks no more after what is on record as passed', async () => {
  expect(await ordered('2026-09-01', ...assigned, overdue())).toStrictEqual([]);
});
test('it rings anew for a last day that was said anew', async () => {
  const anew = reassign('2026-08-31');
  expect(await ordered('2026-08-31', ...assigned, overdue(), anew)).toStrictEqual([]);
});
test('it rings anew the day after that one', async () => {
  const anew = reassign('2026-08-31');
  expect(await ordered('2026-09-01', ...assigned, overdue(), anew)).toStrictEqual([overdue()]);
});
test('it lets be what was met', async () => {
  expect(await ordered('2026-09-01', ...assigned, overdue(), done())).toStrictEqual([]);
});
