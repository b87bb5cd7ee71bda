import type { SQLInputValue } from 'node:sqlite';
import type { Message } from '../../../domain/shared/message.ts';
import type { Category } from '../../../domain/shared/policy.ts';
import type { Query, Seen } from '../../../projections/projection.ts';
import { figureDesk } from '../../../src/figures.ts';
import { books } from '../../../src/read/books/books.ts';
import type { Place } from '../../../src/read/history-table.ts';
import { journal } from '../../../src/read/journal.ts';
import { turns } from '../../../src/read/pace.ts';
import { rowModel, type ReadModel } from '../../../src/read/model.ts';
import { openViews } from '../../../src/read/views.ts';
import { positionAt } from '../../../src/system/running.ts';
import { enterpriseRegister } from '../../../projections/enterprise-register.ts';
import { refusedOrders } from '../../../projections/refused-orders.ts';
import { contractRegister } from '../../../projections/contracts/contract-register.ts';
import { inspections } from '../../../projections/contracts/inspections.ts';
import { offers } from '../../../projections/bargaining/offers.ts';
import { caseBoard } from '../../../projections/bargaining/case-board.ts';

/** A fact before it has its position: whose it is, what happened, and when it was recorded. */
export type Told<E extends Message = Message> = E & {
  readonly category: Category;
  readonly subject: string;
  readonly at?: string;
  readonly id?: string;
};

/** Facts in their positions 1, 2, 3 …, with the ids fact-1, fact-2 … where they have none. */
export const inOrder = (told: readonly Told[], after = 0n): Seen[] =>
  told.map((fact, i) => {
    const position = after + BigInt(i) + 1n;
    return {
      id: `fact-${String(position)}`,
      at: '2026-06-01T01:00:00.000Z',
      by: 'clerk-1',
      revision: BigInt(i),
      ...fact,
      position,
    };
  });

const models: readonly ReadModel[] = [
  journal,
  books,
  ...[enterpriseRegister, contractRegister, inspections, caseBoard, offers, refusedOrders].map(
    rowModel,
  ),
];
const place: Place = { suffix: '', generation: 1 };

/** The real read models in a database of their own, fed by hand, and the desk over them. */
export const bookkeeping = (file = ':memory:', some = models) => {
  const db = openViews(file);
  for (const model of some) {
    model.create(db, place);
    model.index(db, place);
    model.show(db);
  }
  const writers = some.map((model) => model.open(db, place));
  let position = 0n;
  let now = '2026-06-01T01:00:00.000Z';

  const all = <R>({ text, values }: Query<R>): R[] =>
    db.prepare(text).all(...(values as SQLInputValue[])) as R[];

  return {
    db,
    all,
    /** Takes facts in one transaction. */
    take: async (facts: readonly Seen[]): Promise<void> => {
      db.exec('BEGIN');
      for (const fact of facts) {
        for (const writer of writers) {
          const pending = writer.apply(fact);
          if (pending) await pending;
        }
        position = fact.position;
        if (fact.at > now) now = fact.at;
      }
      for (const writer of writers) await writer.flush(turns());
      db.exec('COMMIT');
    },
    /** What the clock of the desk shows from now on. */
    setNow: (instant: string): void => {
      now = instant;
    },
    position: () => position,
    /** Everything the books say, for comparing two of them. */
    contents: () => books.contents.map((text) => db.prepare(text.replaceAll('$', '')).all()),
    desk: figureDesk({
      all,
      heavy: (query) => Promise.resolve(all(query)),
      positionAt: (instant) => positionAt(all, instant),
      position: () => position,
      now: () => now,
      zone: 'Asia/Shanghai',
    }),
    close: () => db.close(),
  };
};
