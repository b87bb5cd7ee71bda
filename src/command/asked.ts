import type { Decider } from '../../domain/shared/decider.ts';
import type { Message } from '../../domain/shared/message.ts';
import type { Envelope } from '../store/event-store.ts';

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
