import { decide, openTo, pastOf, type Decider } from '../domain/shared/decider.ts';
import type { Fact, Message } from '../domain/shared/message.ts';
import { bodyHash, factId } from './ids.ts';
import { recentStreams, type Held } from './system/recent-streams.ts';
import { Conflict, type Envelope, type EventStore, type Proposed } from './store/event-store.ts';

const ATTEMPTS = 3;
const VERSION = 1;

/** Who asks, under which command id, and how: everything about a command that is not business. */
export type Asked = Omit<Envelope, 'bodyHash' | 'correlationId' | 'causationId'> & {
  readonly correlationId?: string;
  readonly causationId?: string;
  /** The revision the asker has seen (If-Match). */
  readonly expected?: bigint;
  /** Decide and answer, record nothing. */
  readonly dryRun?: boolean;
};

/** Where the aggregate stands after the command, and what the command recorded (nothing when it was already so). */
export type Answer = {
  readonly id: string;
  readonly revision: bigint;
  /** Of the last fact of the stream; 0 when it has none. */
  readonly position: bigint;
  readonly events: readonly Message[];
};

/** The asker's revision is not the latest: someone was first. */
export class Stale extends Error {
  override readonly name = 'Stale';
  readonly revision: bigint;
  readonly since: readonly Fact[];
  constructor(stream: string, revision: bigint, since: readonly Fact[]) {
    super(`${stream} is at revision ${String(revision)}`);
    this.revision = revision;
    this.since = since;
  }
}

/** The same command id came with another body. */
export class KeyReused extends Error {
  override readonly name = 'KeyReused';
}

/** Others were first, three times in a row: try again in a moment. */
export class Busy extends Error {
  override readonly name = 'Busy';
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a decider of whatever state, commands and events
export type AnyDecider = Decider<any, any, any>;

export type Handle = ReturnType<typeof commandHandler>['handle'];

/** What this very command recorded before, if it did: the answer to give again. */
const recordedBefore = ({ places, facts }: Held, command: Message, { commandId }: Asked) => {
  const end = places.findLastIndex((place) => place.commandId === commandId);
  const last = places[end];
  if (!last) return undefined;
  if (last.bodyHash !== bodyHash(command)) {
    throw new KeyReused(`Command ${commandId} was recorded with another body.`);
  }
  const start = places.findIndex((place) => place.commandId === commandId);
  const events = facts.slice(start, end + 1).map(({ type, data }) => ({ type, data }));
  return { revision: last.revision, position: last.position, events };
};

const proposals = (events: readonly Message[], stream: string, commandId: string): Proposed[] =>
  events.map(({ type, data }, i) => ({
    id: factId(commandId, stream, i),
    type,
    version: VERSION,
    data,
  }));

/** What must have happened before these facts of one aggregate may be recorded; it is repeatable. */
export type BeforeRecording = (stream: string, events: readonly Message[]) => void;

/** Load, fold, decide, append: the whole application layer. */
export const commandHandler = (store: EventStore, beforeRecording?: BeforeRecording) => {
  const recent = recentStreams(store);

  const attempt = async (decider: AnyDecider, id: string, command: Message, asked: Asked) => {
    const stream = `${decider.category}-${id}`;
    const held = await recent.load(decider, stream);
    const before = recordedBefore(held, command, asked);
    if (before) return { id, ...before };
    const { revision, position } = held;
    if (asked.expected !== undefined && asked.expected !== revision) {
      throw new Stale(stream, revision, held.facts.slice(Number(asked.expected) + 1));
    }
    const { at, by } = asked;
    const events = decide(decider, command, held.state as never, {
      at,
      by,
      subject: id,
      past: pastOf(held.facts),
    }) as readonly Message[];
    if (events.length === 0 || asked.dryRun) return { id, revision, position, events };

    const { expected: _, dryRun: __, ...envelope } = asked;
    beforeRecording?.(stream, events);
    const { commandId } = asked;
    const hash = bodyHash(command);
    const proposed = proposals(events, stream, commandId);
    const appended = await store.append(stream, proposed, revision, {
      ...envelope,
      bodyHash: hash,
      correlationId: asked.correlationId ?? commandId,
      causationId: asked.causationId ?? commandId,
    });
    recent.appended(decider, stream, held, {
      facts: proposed.map((fact) => ({ ...fact, at, by })),
      places: proposed.map((_fact, i) => ({
        commandId,
        bodyHash: hash,
        revision: revision + BigInt(i + 1),
        position: appended.position,
      })),
    });
    return { id, ...appended, events };
  };

  /**
   * Decides a command and records what it decides. Throws Refusal, Stale (with `expected`),
   * KeyReused, Busy, StoreUnavailable. Repeating it under the same command id is harmless.
   */
  const handle = async (
    decider: AnyDecider,
    id: string,
    command: Message,
    asked: Asked,
  ): Promise<Answer> => {
    for (let tries = 1; ; tries++) {
      try {
        return await attempt(decider, id, command, asked);
      } catch (error) {
        if (!(error instanceof Conflict)) throw error;
        recent.forget(error.stream);
        if (tries === ATTEMPTS) throw new Busy(error.message);
      }
    }
  };

  /** Where one aggregate stands, and what it is open to. */
  const stand = async (decider: AnyDecider, id: string) => {
    const { state, revision, position } = await recent.load(decider, `${decider.category}-${id}`);
    return { revision, position, allowedCommands: openTo(decider, state as never) };
  };

  return { handle, stand };
};
