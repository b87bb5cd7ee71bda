import { setTimeout as pause } from 'node:timers/promises';

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

/** Passing troubles of a store: out of reach for a while, or others were first. */
const PASSING = ['StoreUnavailable', 'Busy'];

export type Patience = {
  /** Aborted when nobody waits for it any more; the last failure is thrown then. */
  readonly signal: AbortSignal;
  /** Told of each try that failed. */
  readonly waits: (reason: Error) => void;
};

/** Does it again until the store is back; anything else that goes wrong is thrown. */
export const patiently = async <T>(
  work: () => Promise<T>,
  { signal, waits }: Patience,
): Promise<T> => {
  for (let wait = FIRST_PAUSE_MS; ; wait = Math.min(wait * 2, LONGEST_PAUSE_MS)) {
    try {
      return await work();
    } catch (error) {
      const passes = error instanceof Error && PASSING.includes(error.name);
      if (!passes || signal.aborted) throw error;
      waits(error);
      await pause(wait, undefined, { signal }).catch(() => {
        throw error;
      });
    }
  }
};
