import { z } from 'zod';
import { derivedId } from '../ids.ts';
import { BEGINNING, Conflict, NO_STREAM, type EventStore } from '../store/event-store.ts';
import { lastOf } from '../store/last-of.ts';
import { OWN_CATEGORY } from './facts.ts';

const PLACE = `${OWN_CATEGORY}-reactor`;

const Marked = z.object({ position: z.string().regex(/^\d+$/) });

type Place = { readonly position: bigint; readonly revision: bigint };

const placeIn = async (store: EventStore): Promise<Place> => {
  const last = await lastOf(store, PLACE);
  if (!last) return { position: BEGINNING, revision: NO_STREAM };
  return { position: BigInt(Marked.parse(last.data).position), revision: last.revision };
};

/**
 * How far the policies have been carried out, kept in the event store itself so that every node
 * knows. It never goes back: whoever marks a place has carried out everything before it.
 */
export const reactorPlace = (store: EventStore, now: () => string) => {
  let place: Place = { position: BEGINNING, revision: NO_STREAM };

  const say = async (position: bigint): Promise<void> => {
    const commandId = derivedId('place', 'reactor', String(position));
    const data = { position: String(position) };
    const fact = { id: commandId, type: 'PlaceMarked', version: 1, data };
    const ids = { commandId, correlationId: commandId, causationId: commandId };
    const envelope = { at: now(), by: 'reactor', bodyHash: '', ...ids };
    const { revision } = await store.append(PLACE, [fact], place.revision, envelope);
    place = { position, revision };
  };

  const find = async (): Promise<bigint> => {
    place = await placeIn(store);
    return place.position;
  };

  /** Marks a place that is further than the last one. */
  const mark = async (position: bigint): Promise<void> => {
    if (position <= place.position) return;
    try {
      await say(position);
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      // Another node was on duty meanwhile: what it carried out is carried out.
      if ((await find()) < position) await say(position);
    }
  };

  return { find, mark };
};
