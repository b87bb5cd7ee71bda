import { Conflict, NO_STREAM, type EventStore, type Recorded } from './event-store.ts';

/** An append without facts is asked under no name: it records nothing. */
const NOBODY = {
  at: '',
  by: '',
  commandId: '',
  bodyHash: '',
  correlationId: '',
  causationId: '',
};

/** Where a stream ends, without reading it; NO_STREAM when it does not exist. */
const endOf = async (store: EventStore, stream: string): Promise<bigint> => {
  try {
    return (await store.append(stream, [], NO_STREAM, NOBODY)).revision;
  } catch (error) {
    if (error instanceof Conflict) return error.actual;
    throw error;
  }
};

/** The last fact of a stream, however long that is; undefined when there is none. */
export const lastOf = async (store: EventStore, stream: string): Promise<Recorded | undefined> => {
  const end = await endOf(store, stream);
  return (await store.read(stream, end > 0n ? end : 0n)).at(-1);
};
