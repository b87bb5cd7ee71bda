import { decide, openTo, pastOf, type Decider } from '../domain/shared/decider.ts';
import type { Message } from '../domain/shared/message.ts';
import { bodyHash, factId } from './ids.ts';
import { recentStreams, type Held } from './system/recent-streams.ts';
import {
  Conflict,
  Corrupt,
  FACT_VERSION,
  StoreUnavailable,
  type Envelope,
  type EventStore,
  type Proposed,
} from './store/event-store.ts';

const ATTEMPTS = 3;

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
  constructor(stream: string, revision: bigint) {
    super(`${stream} is at revision ${String(revision)}`);
    this.revision = revision;
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

/** What a command recorded: the answer, and its facts as they were proposed. */
type Told = {
  readonly answer: Answer;
  readonly facts: readonly Proposed[];
  readonly bodyHash: string;
};

const proposals = (events: readonly Message[], stream: string, commandId: string): Proposed[] =>
  events.map(({ type, data }, i) => ({
    id: factId(commandId, stream, i),
    type,
    version: FACT_VERSION,
    data,
  }));

/** What must have happened before these facts of one aggregate may be recorded; it is repeatable. */
export type BeforeRecording = (stream: string, events: readonly Message[]) => void;

/** Of a store that others write, too: which streams must be asked for before anything is decided. */
export type AsksFirst = (category: string) => boolean;

/** One command for one aggregate, and who asks it. */
type Doing = {
  readonly decider: AnyDecider;
  readonly id: string;
  readonly command: Message;
  readonly asked: Asked;
};

const streamOf = ({ decider, id }: Doing): string => `${decider.category}-${id}`;

const decidedOn = ({ decider, id, command, asked }: Doing, held: Held): readonly Message[] => {
  const { at, by } = asked;
  const past = pastOf(held.facts);
  const stamp = { at, by, subject: id, past };
  return decide(decider, command, held.state as never, stamp) as readonly Message[];
};

/** What a state that may be stale decides: only what the store will check counts. */
const triedOn = (doing: Doing, held: Held): readonly Message[] => {
  const { expected, dryRun } = doing.asked;
  if (dryRun || (expected !== undefined && expected !== held.revision)) return [];
  try {
    return decidedOn(doing, held);
  } catch {
    // A refusal is only said on the latest state.
    return [];
  }
};

/** Lets commands of one name follow each other: the second finds what the first recorded. */
const oneByOne = () => {
  const last = new Map<string, Promise<unknown>>();
  return <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const before = last.get(name);
    const mine = before ? before.then(work, work) : work();
    const over = () => {
      if (last.get(name) === mine) last.delete(name);
    };
    last.set(name, mine);
    mine.then(over, over);
    return mine;
  };
};

type Streams = ReturnType<typeof recentStreams>;

/** What recording needs beside the command: the log, what was read of it, and whether others write it, too. */
type Recording = {
  readonly store: EventStore;
  readonly recent: Streams;
  readonly beforeRecording: BeforeRecording | undefined;
  readonly asksFirst: AsksFirst | undefined;
};

/** Records what commands decide, and answers with it. */
const recorder = ({ store, recent, beforeRecording, asksFirst }: Recording) => {
  const append = async (doing: Doing, held: Held, events: readonly Message[]): Promise<Told> => {
    const { id, command, asked } = doing;
    const stream = streamOf(doing);
    const { expected: _, dryRun: __, ...envelope } = asked;
    beforeRecording?.(stream, events);
    const { commandId } = asked;
    const facts = proposals(events, stream, commandId);
    const said = bodyHash(command);
    const appended = await store.append(stream, facts, held.revision, {
      ...envelope,
      bodyHash: said,
      correlationId: asked.correlationId ?? commandId,
      causationId: asked.causationId ?? commandId,
    });
    return { answer: { id, ...appended, events }, facts, bodyHash: said };
  };

  /** Keeps the stream with what was just recorded in it, and answers. */
  const remember = (doing: Doing, held: Held, { answer, facts, bodyHash }: Told): Answer => {
    const { decider, asked } = doing;
    const { at, by, commandId } = asked;
    recent.appended(decider, streamOf(doing), held, {
      facts: facts.map((fact) => ({ ...fact, at, by })),
      places: facts.map((_fact, i) => ({
        commandId,
        bodyHash,
        revision: held.revision + BigInt(i + 1),
        position: answer.position,
      })),
    });
    return answer;
  };

  /** What the log says of a command that it has: another node may have recorded it at the same moment. */
  const readBack = async (doing: Doing): Promise<Answer> => {
    const { decider, id, command, asked } = doing;
    const stream = streamOf(doing);
    try {
      const told = recordedBefore(await recent.load(decider, stream), command, asked);
      if (told) return { id, ...told };
      throw new Corrupt(`${stream} does not hold what it was said to have recorded.`);
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      // It is recorded; whether under this body, nobody can say now.
      throw new StoreUnavailable(error.message, 'unknown', error);
    }
  };

  return async (doing: Doing, held: Held, events: readonly Message[]): Promise<Answer> => {
    const told = await append(doing, held, events);
    return asksFirst ? readBack(doing) : remember(doing, held, told);
  };
};

/** Decides once, on what the log says now or on what was last read of it. */
const attempts = (recording: Recording) => {
  const { recent, asksFirst } = recording;
  const record = recorder(recording);

  const asked = async (doing: Doing): Promise<Answer> => {
    const { decider, id, command, asked } = doing;
    const stream = streamOf(doing);
    const held = await recent.load(decider, stream);
    const before = recordedBefore(held, command, asked);
    if (before) return { id, ...before };
    const { revision, position } = held;
    if (asked.expected !== undefined && asked.expected !== revision) {
      throw new Stale(stream, revision);
    }
    const events = decidedOn(doing, held);
    if (events.length === 0 || asked.dryRun) return { id, revision, position, events };
    return record(doing, held, events);
  };

  /**
   * Appends at what was last read, without asking first what came since: the store refuses a state that
   * was not the latest. Whatever else such a state decides is not said.
   */
  const unasked = async (doing: Doing): Promise<Answer | undefined> => {
    const { decider, command, asked } = doing;
    const isAsked = asksFirst?.(decider.category) ?? true;
    const held = isAsked ? undefined : recent.asLastRead(streamOf(doing));
    const events = held ? triedOn(doing, held) : [];
    if (!held || events.length === 0 || recordedBefore(held, command, asked)) return undefined;
    try {
      return await record(doing, held, events);
    } catch (error) {
      if (error instanceof Conflict) return undefined;
      throw error;
    }
  };

  return { asked, unasked };
};

/** Load, fold, decide, append: the whole application layer. `asksFirst` is left out by a sole writer. */
export const commandHandler = (
  store: EventStore,
  beforeRecording?: BeforeRecording,
  asksFirst?: AsksFirst,
) => {
  const recent = recentStreams(store);
  const attempt = attempts({ store, recent, beforeRecording, asksFirst });
  const inTurn = oneByOne();

  const untilNobodyIsFirst = async (doing: Doing): Promise<Answer> => {
    const answer = await attempt.unasked(doing);
    if (answer) return answer;
    for (let tries = 1; ; tries++) {
      try {
        return await attempt.asked(doing);
      } catch (error) {
        if (!(error instanceof Conflict)) throw error;
        recent.forget(error.stream);
        if (tries === ATTEMPTS) throw new Busy(error.message);
      }
    }
  };

  /**
   * Decides a command and records what it decides. Throws Refusal, Stale (with `expected`),
   * KeyReused, Busy, StoreUnavailable. Repeating it under the same command id is harmless.
   */
  const handle = (
    decider: AnyDecider,
    id: string,
    command: Message,
    asked: Asked,
  ): Promise<Answer> => {
    const doing = { decider, id, command, asked };
    return inTurn(`${streamOf(doing)} ${asked.commandId}`, () => untilNobodyIsFirst(doing));
  };

  /** Where one aggregate stands, and what it is open to. */
  const stand = async (decider: AnyDecider, id: string) => {
    const held = await recent.load(decider, `${decider.category}-${id}`);
    const { state, facts, revision, position } = held;
    return { revision, position, allowedCommands: openTo(decider, state as never, facts) };
  };

  return { handle, stand };
};
