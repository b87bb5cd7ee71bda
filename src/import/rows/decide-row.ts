import { decide, fold, pastOf } from '../../../domain/shared/decider.ts';
import type { Fact, Message, Stamp } from '../../../domain/shared/message.ts';
import { Refusal } from '../../../domain/shared/rules.ts';
import type { App, Thing } from '../../app.ts';
import type { AnyDecider } from '../../command/asked.ts';
import { factId } from '../../ids.ts';
import { understood } from '../../system/facts.ts';
import { complaints } from './complaints.ts';
import { fault, type Fault } from './reasons.ts';
import type { Need, Order } from './row.ts';

/** A command that would record something, parsed. */
export type Ahead = { readonly order: Order; readonly thing: Thing; readonly command: Message };

/** What a whole row would do: everything already there, commands to send, or why it is not taken. */
export type Verdict =
  | { readonly ahead: readonly Ahead[]; readonly facts: number }
  | { readonly faults: readonly Fault[] };

type Stream = { readonly thing: Thing; readonly ids: ReadonlySet<string>; facts: readonly Fact[] };

/** The noun is none of the system's: the profile is wrong, not the row. */
export class UnknownThing extends Error {
  override readonly name = 'UnknownThing';
}

/** The business refuses one of the orders of a row. */
export class OrderRefused extends Error {
  override readonly name = 'OrderRefused';
  readonly order: Order;
  readonly refusal: Refusal;
  constructor(order: Order, refusal: Refusal) {
    super(refusal.message);
    this.order = order;
    this.refusal = refusal;
  }
}

/** Does what an order asks. Throws OrderRefused. */
export const obeying = async <T>(order: Order, work: () => T | Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    throw error instanceof Refusal ? new OrderRefused(order, error) : error;
  }
};

/** The thing that a profile names. Throws UnknownThing. */
export const thingNamed = (app: Pick<App, 'things'>, noun: string): Thing => {
  const thing = app.things.find((one) => one.noun === noun);
  if (thing) return thing;
  throw new UnknownThing(`${noun}: ${app.things.map((one) => one.noun).join(', ')}`);
};

/** What the schema complains of, in both languages. */
const violations = (shape: AnyDecider['command'], order: Order): Fault[] => {
  const issues = (language: keyof typeof complaints) =>
    shape.safeParse(order.command, { error: complaints[language] }).error?.issues ?? [];
  const chinese = issues('zh');
  return issues('en').map(({ path, message }, i) => {
    const field = String(path[1] ?? '');
    const what = field || order.command.type;
    return fault('not-as-asked', order.columns[field], {
      zh: `${what}：${chinese[i]?.message ?? message}`,
      en: `${what}: ${message}`,
    });
  });
};

/** A thing as it is recorded, to decide on. Throws Corrupt. */
const opened = async (app: App, noun: string, id: string): Promise<Stream> => {
  const thing = thingNamed(app, noun);
  const stored = await app.history(thing, id);
  const facts = stored.map((one): Fact => {
    const { type, data } = understood(thing.decider.event, one);
    return { type, data, id: one.id, at: one.at, by: one.by };
  });
  return { thing, facts, ids: new Set(stored.map(({ commandId }) => commandId)) };
};

/** Decides a command on a stream and adds what it would record; answers how many facts that is. */
const decideOn = (stream: Stream, order: Order, command: Message, stamp: Stamp): number => {
  const { decider } = stream.thing;
  const state = fold(decider, stream.facts as never) as never;
  const moment = { ...stamp, subject: order.id, past: pastOf(stream.facts) };
  const events = decide(decider, command, state, moment) as readonly Message[];
  const name = `${decider.category}-${order.id}`;
  const facts = events.map((event, i) => ({
    ...event,
    ...stamp,
    id: factId(order.commandId, name, i),
  }));
  stream.facts = [...stream.facts, ...facts];
  return facts.length;
};

type StreamAt = (noun: string, id: string) => Promise<Stream>;

/** The things that a row speaks of, each opened once. */
const streamsOf = (app: App): StreamAt => {
  const streams = new Map<string, Promise<Stream>>();
  return (noun, id) => {
    const key = `${noun} ${id}`;
    const stream = streams.get(key) ?? opened(app, noun, id);
    streams.set(key, stream);
    return stream;
  };
};

const missing = async (needs: readonly Need[], at: StreamAt): Promise<Fault[]> => {
  const faults: Fault[] = [];
  for (const { noun, id, column, said } of needs) {
    const { facts } = await at(noun, id);
    if (facts.length === 0) faults.push(fault('not-in-register', column, said));
  }
  return faults;
};

/** The orders of a row one after the other, each on what the ones before it would have recorded. */
const decideAll = async (
  orders: readonly Order[],
  at: StreamAt,
  stamp: Stamp,
): Promise<Verdict> => {
  const ahead: Ahead[] = [];
  let facts = 0;
  for (const order of orders) {
    const stream = await at(order.noun, order.id);
    const { thing, ids } = stream;
    const shape = thing.accepts ?? thing.decider.command;
    const parsed = shape.safeParse(order.command);
    if (!parsed.success) return { faults: violations(shape, order) };
    if (ids.has(order.commandId)) continue;
    const command = parsed.data as Message;
    const recorded = await obeying(order, () => decideOn(stream, order, command, stamp));
    if (recorded > 0) ahead.push({ order, thing, command });
    facts += recorded;
  }
  return { ahead, facts };
};

/**
 * Decides a row in memory, each command on what the ones before it would have recorded, so that
 * nothing of a row is recorded unless all of it can be. Throws OrderRefused of the first that may not.
 */
export const rowDecider =
  (app: App, by: string) =>
  async (orders: readonly Order[], needs: readonly Need[]): Promise<Verdict> => {
    const at = streamsOf(app);
    // Rows are recorded in the order of their commands: when the last is there, all of it is.
    const last = orders.at(-1);
    if (last && (await at(last.noun, last.id)).ids.has(last.commandId))
      return { ahead: [], facts: 0 };
    const verdict = await decideAll(orders, at, { at: app.now(), by });
    if ('faults' in verdict) return verdict;
    const faults = await missing(needs, at);
    return faults.length > 0 ? { faults } : verdict;
  };
