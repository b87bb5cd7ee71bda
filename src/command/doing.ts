import { decide, pastOf } from '../../domain/shared/decider.ts';
import type { Message } from '../../domain/shared/message.ts';
import { bodyHash } from '../ids.ts';
import type { Held } from '../system/recent-streams.ts';
import { KeyReused, type AnyDecider, type Asked } from './asked.ts';

/** One command for one aggregate, and who asks it. */
export type Doing = {
  readonly decider: AnyDecider;
  readonly id: string;
  readonly command: Message;
  readonly asked: Asked;
};

export const streamOf = ({ decider, id }: Doing): string => `${decider.category}-${id}`;

export const decidedOn = (
  { decider, id, command, asked }: Doing,
  held: Held,
): readonly Message[] => {
  const { at, by } = asked;
  const past = pastOf(held.facts);
  const stamp = { at, by, subject: id, past };
  return decide(decider, command, held.state as never, stamp) as readonly Message[];
};

/** What a state that may be stale decides: only what the store will check counts. */
export const triedOn = (doing: Doing, held: Held): readonly Message[] => {
  const { expected, dryRun } = doing.asked;
  if (dryRun || (expected !== undefined && expected !== held.revision)) return [];
  try {
    return decidedOn(doing, held);
  } catch {
    // A refusal is only said on the latest state.
    return [];
  }
};

/** What this very command recorded before, if it did: the answer to give again. */
export const recordedBefore = ({ places, facts }: Held, command: Message, { commandId }: Asked) => {
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
