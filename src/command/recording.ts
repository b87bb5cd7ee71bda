import type { Message } from '../../domain/shared/message.ts';
import { bodyHash, factId } from '../ids.ts';
import {
  Corrupt,
  FACT_VERSION,
  StoreUnavailable,
  type EventStore,
  type Proposed,
} from '../store/event-store.ts';
import type { Held, recentStreams } from '../system/recent-streams.ts';
import type { Answer } from './asked.ts';
import { recordedBefore, streamOf, type Doing } from './doing.ts';

/** What must have happened before these facts of one aggregate may be recorded; it is repeatable. */
export type BeforeRecording = (stream: string, events: readonly Message[]) => void;

/** Of a store that others write, too: which streams must be asked for before anything is decided. */
export type AsksFirst = (category: string) => boolean;

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

type Streams = ReturnType<typeof recentStreams>;

/** What recording needs beside the command: the log, what was read of it, and whether others write it, too. */
export type Recording = {
  readonly store: EventStore;
  readonly recent: Streams;
  readonly beforeRecording: BeforeRecording | undefined;
  readonly asksFirst: AsksFirst | undefined;
};

/** Records what commands decide, and answers with it. */
export const recorder = ({ store, recent, beforeRecording, asksFirst }: Recording) => {
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
