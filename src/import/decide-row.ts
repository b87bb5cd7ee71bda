import { decide, fold, pastOf } from '../../domain/shared/decider.ts';
import type { Fact, Message, Stamp } from '../../domain/shared/message.ts';
import type { App, Thing } from '../app.ts';
import type { AnyDecider } from '../handle.ts';
import { factId } from '../ids.ts';
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

/**
 * Decides a row in memory, each command on what the ones before it would have recorded, so that
 * nothing of a row is recorded unless all of it can be. Throws the Refusal of the first that may not.
 */
export const rowDecider = (app: App, by: string) => {
  const open = async (noun: string, id: string): Promise<Stream> => {
    const thing = thingNamed(app, noun);
    const stored = await app.history(thing, id);
    const facts = stored.map((one): Fact => {
      const { type, data } = thing.decider.event.parse(one) as Message;
      return { type, data, id: one.id, at: one.at, by: one.by };
    });
    return { thing, facts, ids: new Set(stored.map(({ commandId }) => commandId)) };
  };

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

  const missing = async (
    needs: readonly Need[],
    at: (noun: string, id: string) => Promise<Stream>,
  ): Promise<Fault[]> => {
    const faults: Fault[] = [];
    for (const { noun, id, column } of needs) {
      const { facts } = await at(noun, id);
      if (facts.length === 0) faults.push(fault('not-in-register', column, id));
    }
    return faults;
  };

  return async (orders: readonly Order[], needs: readonly Need[]): Promise<Verdict> => {
    const streams = new Map<string, Promise<Stream>>();
    const at = (noun: string, id: string): Promise<Stream> => {
      const key = `${noun} ${id}`;
      const opened = streams.get(key) ?? open(noun, id);
      streams.set(key, opened);
      return opened;
    };
    // Rows are recorded in the order of their commands: when the last is there, all of it is.
    const last = orders.at(-1);
    if (last && (await at(last.noun, last.id)).ids.has(last.commandId)) {
      return { ahead: [], facts: 0 };
    }
    const stamp = { at: app.now(), by };
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
      const recorded = decideOn(stream, order, command, stamp);
      if (recorded > 0) ahead.push({ order, thing, command });
      facts += recorded;
    }
    const faults = await missing(needs, at);
    return faults.length > 0 ? { faults } : { ahead, facts };
  };
};
