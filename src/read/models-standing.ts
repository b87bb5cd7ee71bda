import { BEGINNING } from '../store/event-store.ts';
import { waitingRoom } from './waiters.ts';

/** Where the models stand, who waits for that, and why they stopped when they did. */
export const standing = (ended: AbortController, stopped: (reason: Error) => void) => {
  const room = waitingRoom();
  let position = BEGINNING;
  let movedAt = performance.now();
  let failure: Error | undefined;
  return {
    position: () => position,
    failure: () => failure,
    isAwaited: () => !room.isEmpty(),
    wait: room.wait,
    dismiss: room.dismiss,
    /** How long ago the models moved on last. */
    idleMs: () => Math.round(performance.now() - movedAt),
    /** They were opened or built up to here; nobody is served yet. */
    begin: (at: bigint): void => {
      position = at;
    },
    moved: (upTo: bigint): void => {
      position = upTo;
      movedAt = performance.now();
      room.wake(position);
    },
    fail: (error: unknown): void => {
      if (ended.signal.aborted) return;
      ended.abort();
      failure = error instanceof Error ? error : new Error(String(error));
      room.dismiss();
      stopped(failure);
    },
  };
};
export type Standing = ReturnType<typeof standing>;
