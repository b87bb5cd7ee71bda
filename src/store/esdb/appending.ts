import {
  Conflict,
  Corrupt,
  NO_STREAM,
  StoreUnavailable,
  TooLarge,
  type Appended,
  type Envelope,
  type Proposed,
} from '../event-store.ts';
import { payloads } from '../payload.ts';
import { endOf, type Connection, type Written } from './client.ts';
import { CallFailed, untilAnswered, type Line, type Patience } from './line.ts';
import { within } from './patience.ts';
import type { Reader } from './reading.ts';
import { metadataOf } from './record.ts';

/** Our own timer runs out so long after the call's deadline: looking for a leader knows no deadline. */
const AFTER_DEADLINE_MS = 500;

type Asked = {
  readonly stream: string;
  readonly expected: bigint;
};

/** A failed append in the words of the port. */
const refusal = (error: unknown, { stream, expected }: Asked): Error => {
  if (!(error instanceof CallFailed)) return error as Error;
  const { verdict, tries, cause, message } = error;
  if (verdict === 'conflict') return new Conflict(stream, expected, endOf(cause) ?? NO_STREAM);
  if (verdict === 'too-large') return new TooLarge(message, { cause });
  if (verdict === 'deleted') return new Corrupt(`${message}: the stream was deleted`, { cause });
  // Who may not write has written nothing, unless an earlier try went through.
  const isRefused = verdict === 'denied' && tries === 1;
  return new StoreUnavailable(message, isRefused ? 'not-recorded' : 'unknown', cause);
};

const isGiven = (position: bigint | undefined): position is bigint =>
  position !== undefined && position >= 0n;

/** Appends by one call per append, the identical one until it is answered. */
export const appender = (line: Line, patience: Patience, read: Reader) => {
  /** What an append of nothing answers; there is nothing to send. */
  const unchanged = async ({ stream, expected }: Asked): Promise<Appended> => {
    const end = await read.lastOf(stream);
    if (end.revision === expected) return end;
    throw new Conflict(stream, expected, end.revision);
  };

  const sent = (asked: Asked, events: readonly Written[]) => {
    const what = `Appending to ${asked.stream}`;
    const call = (connection: Connection, deadline: number) =>
      within(
        deadline + AFTER_DEADLINE_MS,
        what,
        connection.append(asked.stream, events, asked.expected, deadline),
      );
    return untilAnswered(line, patience, what, call);
  };

  const placed = async (
    { stream, expected }: Asked,
    count: number,
    { revision, position }: Awaited<ReturnType<typeof sent>>,
  ): Promise<Appended> => {
    if (revision !== expected + BigInt(count))
      throw new Corrupt(
        `${stream} went on at revision ${String(revision)} after ${String(expected)}: it was deleted before`,
      );
    if (isGiven(position)) return { revision, position };
    // A repeated append may be answered without its position.
    const found = (await read.stream(stream, revision))[0];
    if (found) return { revision, position: found.position };
    throw new StoreUnavailable(`${stream} has no revision ${String(revision)}`, 'unknown');
  };

  return async (
    stream: string,
    facts: readonly Proposed[],
    expected: bigint,
    envelope: Envelope,
  ): Promise<Appended> => {
    payloads(stream, facts, envelope);
    const asked = { stream, expected };
    if (facts.length === 0 || expected < NO_STREAM) return unchanged(asked);
    const events = facts.map((fact) => ({
      id: fact.id,
      type: fact.type,
      data: fact.data,
      metadata: metadataOf(fact, envelope),
    }));
    try {
      const answer = await sent(asked, events);
      const appended = await placed(asked, facts.length, answer);
      if (read.isOurs(stream)) read.learn(appended.position);
      return appended;
    } catch (error) {
      throw refusal(error, asked);
    }
  };
};
