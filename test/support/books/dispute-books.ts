import type { DisputeCommand } from '../../../domain/dispute-case/commands.ts';
import type { DisputeEvent } from '../../../domain/dispute-case/events.ts';
import { bookkeeping, inOrder, type Told } from './bookkeeping.ts';
import { after } from '../stories/disputes.ts';

export const YEAR = { from: '2026-01-01', to: '2026-12-31' };

/** The facts of one dispute, with the ids fact-0, fact-1, … */
export const told = (subject: string, facts: readonly DisputeEvent[]): Told<DisputeEvent>[] =>
  facts.map((fact, i) => ({ ...fact, category: 'dispute', subject, id: `fact-${String(i)}` }));

/** The books after some disputes d1, d2, …, each told by its commands, on a day after all of them. */
export const kept = async (...disputes: readonly (readonly DisputeCommand[])[]) => {
  const books = bookkeeping();
  const facts = disputes.flatMap((commands, i) => told(`d${String(i + 1)}`, after(...commands)));
  await books.take(inOrder(facts));
  books.setNow('2027-01-31T01:00:00.000Z');
  const total = async (figure: string, asking: Record<string, string> = {}) =>
    (await books.desk.cell(figure, { ...YEAR, ...asking })).total;
  return { ...books, total };
};
