import type { AllStreamSubscription, StreamSubscription } from '@eventstore/db-client';

/** What a subscription said, in its order. */
export type Said =
  | 'confirmation'
  | 'caughtUp'
  | 'end'
  | 'close'
  | { readonly event: string; readonly commit: bigint }
  | { readonly checkpoint: bigint; readonly prepare: bigint }
  | { readonly error: object };

type Subscription = AllStreamSubscription | StreamSubscription;

/** Listens to a subscription, and waits for what it is to say. */
export type Recorder = ReturnType<typeof createRecorder>;

const PATIENCE_MS = 8000;

/** A recorder; give its `checkpointReached` to the filter and the subscription to `listen`. */
export const createRecorder = () => {
  const said: Said[] = [];
  const waiting = new Set<() => void>();
  const note = (one: Said): void => {
    said.push(one);
    for (const each of [...waiting]) each();
  };

  const until = (happened: () => boolean): Promise<void> =>
    new Promise((resolve, reject) => {
      const check = () => {
        if (!happened()) return;
        clearTimeout(late);
        waiting.delete(check);
        resolve();
      };
      const late = setTimeout(() => {
        waiting.delete(check);
        reject(new Error(`in vain; it said ${said.length} things`, { cause: said.slice(-20) }));
      }, PATIENCE_MS);
      waiting.add(check);
      check();
    });

  const listen = <S extends Subscription>(subscription: S): S => {
    for (const name of ['confirmation', 'caughtUp', 'end', 'close'] as const)
      subscription.on(name, () => note(name));
    subscription.on('error', (error: Error) => note({ error }));
    subscription.on('data', ({ event }: { event?: Parameters<typeof nameOf>[0] }) => {
      if (event !== undefined) note(nameOf(event));
    });
    return subscription;
  };

  return {
    said,
    until,
    listen,
    checkpointReached: async (
      _: unknown,
      { commit, prepare }: { commit: bigint; prepare: bigint },
    ) => note({ checkpoint: commit, prepare }),
    events: () =>
      said.flatMap((one) => (typeof one === 'object' && 'event' in one ? [one.event] : [])),
    checkpoints: () =>
      said.flatMap((one) => (typeof one === 'object' && 'checkpoint' in one ? [one] : [])),
    errors: () =>
      said.flatMap((one) => (typeof one === 'object' && 'error' in one ? [one.error] : [])),
    times: (one: Said) => said.filter((each) => each === one).length,
  };
};

const nameOf = (event: {
  streamId: string;
  revision: bigint;
  position?: { commit: bigint };
}): Said => ({
  event: `${event.streamId}@${String(event.revision)}`,
  commit: event.position?.commit ?? -1n,
});
