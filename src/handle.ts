import { openTo } from '../domain/shared/decider.ts';
import type { Message } from '../domain/shared/message.ts';
import { Busy, type AnyDecider, type Answer, type Asked } from './command/asked.ts';
import { attempts } from './command/attempts.ts';
import { streamOf, type Doing } from './command/doing.ts';
import { oneByOne } from './command/one-by-one.ts';
import type { AsksFirst, BeforeRecording } from './command/recording.ts';
import { Conflict, type EventStore } from './store/event-store.ts';
import { recentStreams } from './system/recent-streams.ts';

const ATTEMPTS = 3;

export type Handle = ReturnType<typeof commandHandler>['handle'];

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
