import type { Message } from '../../domain/shared/message.ts';

/** What every fact of one append has in common: who, when, on whose word. */
export type Envelope = {
  /** UTC with milliseconds, the moment of recording. */
  readonly at: string;
  readonly by: string;
  readonly onBehalfOf?: string;
  readonly commandId: string;
  /** SHA-256 of the command's canonical JSON: another body under the same command id is an error. */
  readonly bodyHash: string;
  readonly correlationId: string;
  readonly causationId: string;
  readonly import?: { readonly run: string; readonly row: number };
};

/** In which version facts are recorded; of another nobody here knows what it says. */
export const FACT_VERSION = 1;

/** A fact to be recorded: `id` is a UUID that the caller derives, so that a repetition is recognised. */
export type Proposed = Message & { readonly id: string; readonly version: number };

/** A fact as stored: `revision` counts within its stream from 0, `position` across all streams. */
export type Recorded = Proposed &
  Envelope & { readonly stream: string; readonly revision: bigint; readonly position: bigint };

/** What an append answers: where its last fact stands. */
export type Appended = { readonly revision: bigint; readonly position: bigint };

/** Facts in the order of the log; everything up to `upTo` has been handed over (also what a filter left out). */
export type Batch = { readonly facts: readonly Recorded[]; readonly upTo: bigint };

export type Health = { readonly ok: boolean; readonly store: string; readonly detail?: string };

/** The revision of a stream that has no facts. */
export const NO_STREAM = -1n;

/** The position before the first fact. */
export const BEGINNING = 0n;

/** What the data of one append may weigh as UTF-8 JSON: below EventStoreDB's limit, and the same in every store. */
export const MAX_APPEND_BYTES = 900 * 1024;

/** Someone else wrote to the stream first. */
export class Conflict extends Error {
  override readonly name = 'Conflict';
  readonly stream: string;
  /** Where the stream really ends. */
  readonly actual: bigint;
  constructor(stream: string, expected: bigint, actual: bigint) {
    super(`${stream} is at revision ${String(actual)}, not ${String(expected)}`);
    this.stream = stream;
    this.actual = actual;
  }
}

/** The store can't be reached or can't write; `outcome` says whether the facts may have been recorded. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
  readonly outcome: 'not-recorded' | 'unknown';
  constructor(message: string, outcome: 'not-recorded' | 'unknown', cause?: unknown) {
    super(message, { cause });
    this.outcome = outcome;
  }
}

/** An append carries more data than any store takes; nothing was written. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/** What is stored cannot be understood: says where, and nothing goes on. */
export class Corrupt extends Error {
  override readonly name = 'Corrupt';
}

/** The read models have never stood level with the log: what they would answer is nothing, not the truth. */
export class NotLevel extends Error {
  override readonly name = 'NotLevel';
  /** Where they are. */
  readonly position: bigint;
  /** Why they stopped there; undefined while they go on. */
  readonly stopped: string | undefined;
  constructor(position: bigint, stopped?: string) {
    super(`The read models are at position ${String(position)}: ${stopped ?? 'being built'}`);
    this.position = position;
    this.stopped = stopped;
  }
}

/** The system could not start up: nothing is recorded until somebody has looked. */
export class NotStarted extends Error {
  override readonly name = 'NotStarted';
}

/**
 * The log of all facts. Appending what is already recorded (same ids, in a row, after `expected`)
 * answers with the original place, however long ago; there is no "any revision".
 */
export type EventStore = {
  /**
   * All or nothing; throws Conflict unless the stream ends at `expected`, TooLarge over MAX_APPEND_BYTES,
   * StoreUnavailable when it can't be written. Without facts it answers where the stream ends.
   */
  append(
    stream: string,
    facts: readonly Proposed[],
    expected: bigint,
    envelope: Envelope,
  ): Promise<Appended>;
  /** The facts of one stream in order, from revision `from` (default 0); none when it does not exist. */
  read(stream: string, from?: bigint): Promise<readonly Recorded[]>;
  /** The facts of all streams after `after`, then live, until `signal` aborts: never an error for that. */
  follow(after: bigint, signal: AbortSignal): AsyncIterable<Batch>;
  /** The position of the last fact; BEGINNING when there is none. */
  head(): Promise<bigint>;
  health(): Promise<Health>;
  close(): Promise<void>;
};
