import { afterEach, beforeEach, expect, it } from 'vitest';
import { calendarVersion } from '../../domain/law/holidays.ts';
import type { Message } from '../../domain/shared/message.ts';
import * as bargaining from '../support/stories/bargaining.ts';
import * as disputes from '../support/stories/disputes.ts';
import { historyOf, onLog, openedOn, write } from '../support/machine.ts';
import { dataFolder } from '../support/server-process.ts';

let folder: string;
let remove: () => void;
beforeEach(() => {
  ({ folder, remove } = dataFolder());
});
afterEach(() => {
  remove();
});

const outdated = { due: '2026-10-02', calendar: 'provisional', calendarVersion: 'CN-2025' };

/** The same history, as it was recorded before the rest days of October were published. */
const before = (facts: readonly Message[]): readonly Message[] =>
  facts.map(({ type, data }) => ({
    type,
    data: Object.fromEntries(
      Object.entries(data as object).map(([name, value]: [string, unknown]) => [
        name,
        typeof value === 'object' && value !== null && 'calendarVersion' in value
          ? { ...value, ...outdated }
          : value,
      ]),
    ),
  }));

const recordedBefore = (stream: string, facts: readonly Message[]): Promise<void> =>
  onLog(folder, async (store) => {
    for (const fact of before(facts)) await write(store, stream, fact);
  });

/** What the clock said of each deadline, and by whose word. */
const saidAnew = async (noun: string, id: string) => {
  const app = await openedOn(folder, '2026-09-21');
  const facts = await historyOf(app, noun, id);
  await app.close();
  return facts
    .filter(({ type }) => type === 'DeadlineRecomputed')
    .map(({ by, data }) => {
      const { clock, deadline } = data as { clock: string; deadline: typeof outdated };
      return [by, clock, deadline.due, deadline.calendar, deadline.calendarVersion];
    });
};

it('the reply of a case is counted anew at the start, once', async () => {
  const facts = bargaining.after(
    bargaining.prepare({ on: '2026-09-01' }),
    bargaining.issue({ on: '2026-09-12', proposedOn: '2026-11-02' }),
    bargaining.receive({ on: '2026-09-12' }),
  );
  await recordedBefore('bargainingCase-case-1', facts);
  // Twenty days end on 2 October, in the holiday; nobody works before the 8th.
  const anew = [['clock', 'reply:offer-1', '2026-10-08', 'final', calendarVersion]];
  expect(await saidAnew('bargaining-cases', 'case-1')).toStrictEqual(anew);
  expect(await saidAnew('bargaining-cases', 'case-1')).toStrictEqual(anew);
});

it('the clocks of a dispute are counted anew at the start, once', async () => {
  await recordedBefore('dispute-d1', disputes.after(disputes.receive({ on: '2026-09-17' })));
  // Three working days from a Thursday: Sunday the 20th is worked for the holiday.
  const anew = [
    ['clock', 'acceptance:street', '2026-09-21', 'final', calendarVersion],
    ['clock', 'mediation-from-receipt:street', '2026-10-08', 'final', calendarVersion],
  ];
  expect(await saidAnew('disputes', 'd1')).toStrictEqual(anew);
  expect(await saidAnew('disputes', 'd1')).toStrictEqual(anew);
});

it('what is counted by the calendar of today is left alone', async () => {
  const facts = disputes.after(disputes.receive({ on: '2026-09-17' }));
  await onLog(folder, async (store) => {
    for (const fact of facts) await write(store, 'dispute-d1', fact);
  });
  expect(await saidAnew('disputes', 'd1')).toStrictEqual([]);
});
