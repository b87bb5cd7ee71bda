import { Conflict } from '../store/event-store.ts';
import { Stale, type Answer } from './asked.ts';
import { decidedOn, recordedBefore, streamOf, triedOn, type Doing } from './doing.ts';
import { recorder, type Recording } from './recording.ts';

/** Decides once, on what the log says now or on what was last read of it. */
export const attempts = (recording: Recording) => {
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
