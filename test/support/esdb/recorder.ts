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

const PATIENCE_MS = 60_000;

const nameOf = (event: {
  streamId: string;
  revision: bigint;
  position?: { commit: bigint };
}): Said => ({
  event: `${event.streamId}@${String(event.revision)}`,
  commit: event.position?.commit ?? -1n,
});

/** What was said so far, and a bounded wait for what is to be said. */
const createMinutes = () => {
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
  return { said, note, until };
};

/** Listens to a subscription, and waits for what it is to say. */
export type Recorder = ReturnType<typeof createRecorder>;

/** A recorder; give its `checkpointReached` to the filter and the subscription to `listen`. */
export const createRecorder = () => {
  const { said, note, until } = createMinutes();
  const listen = <S extends Subscription>(subscription: S): S => {
    for (const name of ['confirmation', 'caughtUp', 'end', 'close'] as const)
      subscription.on(name, () => note(name));
    subscription.on('error', (error: Error) => note({ error }));
    subscription.on('data', ({ event }: { event?: Parameters<typeof nameOf>[0] }) => {
      if (event !== undefined) note(nameOf(event));
    });
    return subscription;
  };
  const told = (): Exclude<Said, string>[] => said.filter((one) => typeof one === 'object');
  return {
    ...{ said, until, listen },
    checkpointReached: async (
      _: unknown,
      { commit, prepare }: { commit: bigint; prepare: bigint },
    ) => note({ checkpoint: commit, prepare }),
    events: () => told().flatMap((one) => ('event' in one ? [one.event] : [])),
    checkpoints: () => told().flatMap((one) => ('checkpoint' in one ? [one] : [])),
    errors: () => told().flatMap((one) => ('error' in one ? [one.error] : [])),
    times: (one: Said) => said.filter((each) => each === one).length,
  };
};
