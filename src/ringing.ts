import type { Logger } from 'pino';
import { onDeadline, rungRules } from '../domain/policies/on-deadline.ts';
import { dayOf } from '../domain/shared/calendar.ts';
import type { Category, Order } from '../domain/shared/policy.ts';
import { Refusal } from '../domain/shared/rules.ts';
import { raw, sql, type Query } from '../projections/projection.ts';
import type { Asked } from './command/asked.ts';
import { derivedId } from './ids.ts';
import { inOrder } from './in-order.ts';

const AT_ONCE = 64;

export type Ringing = {
  readonly all: <R>(query: Query<R>) => R[];
  readonly execute: (order: Order, asked: Asked) => Promise<unknown>;
  readonly now: () => string;
  readonly zone: string;
  /** The version of the rest-day calendar that deadlines are computed with. */
  readonly calendarVersion: string;
  readonly log: Logger;
};

type Due = {
  readonly id: string;
  readonly category: Category;
  readonly subject: string;
  readonly rule: string;
  readonly about: string;
  readonly due_on: string;
  /** The position from which the deadline stands as it does. */
  readonly since: number | bigint;
};

/** Most deadlines wait for people; only these have an order. What is on record as passed need not be asked again. */
const withOrders = raw(rungRules.map((rule) => `'${rule}'`).join(', '));

/** The clocks with an order whose last day has come by a day. */
const dueBy = (day: string): Query<Due> =>
  sql<Due>()`SELECT id, category, subject, rule, about, due_on, since FROM deadlines
    WHERE status = 'running' AND due_on <= ${day} AND overdue_on IS NOT due_on
      AND category || '/' || rule IN (${withOrders})
    ORDER BY due_on, id`;

/** The things with a clock that an older calendar set. */
const computedBefore = (version: string) =>
  sql<Pick<Due, 'category' | 'subject'>>()`SELECT DISTINCT category, subject FROM deadlines
    WHERE status = 'running' AND calendar_version <> ${version} AND calendar_version <> ''`;

/** What a clock orders on a day, if anything. */
const orderOf = (due: Due, today: string): Order | undefined => {
  const found = onDeadline(due);
  if (!found || (found.when === 'passed' && due.due_on >= today)) return undefined;
  return { category: due.category, id: due.subject, command: found.command };
};

/** Gives an order under an id made of its name; a refusal is none of the clock's business. */
const ordering =
  ({ execute, now, log }: Ringing) =>
  async (one: Order, ...name: readonly string[]): Promise<void> => {
    const commandId = derivedId('clock', one.category, one.id, ...name);
    try {
      await execute(one, { at: now(), by: 'clock', commandId });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      // Not yet where the thing is, or it has moved on: the next tick asks again.
      log.debug({ order: one.command.type, of: one.id, rule: error.rule }, 'the clock was refused');
    }
  };

/** What the clock does in a round. */
export const rounds = (options: Ringing) => {
  const { all, now, zone, calendarVersion } = options;
  const order = ordering(options);
  return {
    ring: async (): Promise<void> => {
      const today = dayOf(now(), zone);
      const due = all(dueBy(today));
      // The clocks of one thing ring one after the other: side by side they would race for its stream.
      const orders = inOrder(AT_ONCE);
      for (const one of due) {
        const asked = orderOf(one, today);
        const whose = `${one.category}-${one.subject}`;
        // What an earlier order recorded may have been taken back: a clock that runs anew is rung anew.
        const name = [one.id, one.due_on, String(one.since)];
        if (asked) await orders.start([whose], () => order(asked, ...name));
      }
      await orders.finish();
    },
    /** Deadlines computed with an older calendar are computed anew. */
    recompute: async (): Promise<void> => {
      for (const { category, subject } of all(computedBefore(calendarVersion))) {
        const command = { type: 'RecomputeDeadlines', data: {} };
        await order({ category, id: subject, command }, 'calendar', calendarVersion);
      }
    },
  };
};
