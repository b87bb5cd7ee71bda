import { foldOn } from '../../domain/shared/decider.ts';
import type { Fact } from '../../domain/shared/message.ts';
import type { AnyDecider } from '../command/asked.ts';
import { understood } from './facts.ts';
import { BEGINNING, NO_STREAM, type EventStore, type Recorded } from '../store/event-store.ts';

const STREAMS = 4_000;

/** What is remembered of how a fact was recorded, for recognising a repeated command. */
type Place = Pick<Recorded, 'commandId' | 'bodyHash' | 'revision' | 'position'>;

/** A stream as last read: its facts, parsed, and the state they fold to. */
export type Held = {
  readonly places: readonly Place[];
  readonly facts: readonly Fact[];
  readonly state: unknown;
  readonly revision: bigint;
  readonly position: bigint;
};

const factOf = ({ event }: AnyDecider, stored: Recorded): Fact => ({
  ...understood(event, stored),
  id: stored.id,
  at: stored.at,
  by: stored.by,
});

const extended = (
  decider: AnyDecider,
  held: Held,
  facts: readonly Fact[],
  places: readonly Place[],
): Held => {
  const all = [...held.facts, ...facts];
  const last = places.at(-1);
  return {
    places: [...held.places, ...places],
    facts: all,
    state: foldOn(decider, held.state as never, all, facts.length),
    revision: last?.revision ?? held.revision,
    position: last?.position ?? held.position,
  };
};

/**
 * Keeps the streams used last, folded. Every load asks the store for what came since, so a stale
 * state never decides; what is kept only saves reading and folding again.
 */
export const recentStreams = (store: EventStore) => {
  const kept = new Map<string, Held>();

  const keep = (stream: string, held: Held): Held => {
    kept.delete(stream);
    kept.set(stream, held);
    const oldest = kept.keys().next();
    if (kept.size > STREAMS && !oldest.done) kept.delete(oldest.value);
    return held;
  };

  const load = async (decider: AnyDecider, stream: string): Promise<Held> => {
    const held: Held = kept.get(stream) ?? {
      places: [],
      facts: [],
      state: decider.initial as unknown,
      revision: NO_STREAM,
      position: BEGINNING,
    };
    const since = await store.read(stream, held.revision + 1n);
    if (since.length === 0) return held;
    const facts = since.map((fact) => factOf(decider, fact));
    return keep(stream, extended(decider, held, facts, since));
  };

  /** The stream with what was just appended to it. */
  const appended = (
    decider: AnyDecider,
    stream: string,
    held: Held,
    { facts, places }: { readonly facts: readonly Fact[]; readonly places: readonly Place[] },
  ): void => {
    keep(stream, extended(decider, held, facts, places));
  };

  return {
    load,
    appended,
    /** A stream as last read: what came since is not in it. */
    asLastRead: (stream: string): Held | undefined => kept.get(stream),
    forget: (stream: string) => kept.delete(stream),
  };
};
