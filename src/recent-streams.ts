import { fold } from '../domain/shared/decider.ts';
import type { Fact } from '../domain/shared/message.ts';
import type { AnyDecider } from './handle.ts';
import { Corrupt, NO_STREAM, type EventStore, type Recorded } from './store/event-store.ts';

const STREAMS = 4_000;

/** A stream as last read: its facts, parsed, and the state they fold to. */
export type Held = {
  readonly stored: readonly Recorded[];
  readonly facts: readonly Fact[];
  readonly state: unknown;
  readonly revision: bigint;
  readonly position: bigint;
};

const NOTHING: Omit<Held, 'state'> = {
  stored: [],
  facts: [],
  revision: NO_STREAM,
  position: 0n,
};

const understood = (decider: AnyDecider, stored: Recorded): Fact => {
  const parsed = decider.event.safeParse(stored);
  if (parsed.success) {
    const { type, data } = parsed.data as Fact;
    return { type, data, id: stored.id, at: stored.at, by: stored.by };
  }
  throw new Corrupt(
    `The fact at position ${String(stored.position)} (${stored.stream}, ${stored.type}) cannot be understood: ${parsed.error.message}`,
  );
};

/**
 * Keeps the streams used last, folded. Every load asks the store for what came since, so a stale
 * state never decides; what is kept only saves reading and folding again.
 */
export const recentStreams = (store: EventStore) => {
  const kept = new Map<string, Held>();

  const load = async (decider: AnyDecider, stream: string): Promise<Held> => {
    const held: Held = kept.get(stream) ?? {
      ...NOTHING,
      state: decider.initial as unknown,
    };
    const since = await store.read(stream, held.revision + 1n);
    const last = since.at(-1);
    kept.delete(stream);
    if (!last) {
      if (held.revision !== NO_STREAM) kept.set(stream, held);
      return held;
    }
    const facts = [...held.facts, ...since.map((fact) => understood(decider, fact))];
    const next: Held = {
      stored: [...held.stored, ...since],
      facts,
      state: fold(decider, facts),
      revision: last.revision,
      position: last.position,
    };
    kept.set(stream, next);
    const oldest = kept.keys().next();
    if (kept.size > STREAMS && !oldest.done) kept.delete(oldest.value);
    return next;
  };

  return { load, forget: (stream: string) => kept.delete(stream) };
};
