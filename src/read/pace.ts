import { setImmediate as breathe } from 'node:timers/promises';

/** While nobody waits, facts gather for this many times as long as the last batch took, within bounds. */
const TOGETHER = 4;
const LEAST_MS = 20;
const MOST_MS = 1_000;

/** How long to let facts come together: one transaction for many is cheaper, but whoever waits comes first. */
export const paceMaker = () => {
  let tookMs = 0;
  let hurry: () => void = () => undefined;
  return {
    took: (ms: number): void => {
      tookMs = ms;
    },
    /** Ends a rest at once. */
    hurry: (): void => hurry(),
    /** Lets requests have their turn, and facts gather unless somebody is in a hurry. */
    rest: async (isHurried: () => boolean): Promise<void> => {
      await breathe();
      if (isHurried()) return;
      await new Promise<void>((resolve) => {
        const wait = Math.max(LEAST_MS, Math.min(MOST_MS, tookMs * TOGETHER));
        const timer = setTimeout(resolve, wait);
        hurry = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    },
  };
};

/** How long work goes on before the event loop gets its turn. */
const TURN_MS = 10;

export type Turns = () => Promise<void> | undefined;

/** To be asked often during long work: lets others have their turn when it is time. */
export const turns = (): Turns => {
  let since = performance.now();
  return () => {
    if (performance.now() - since < TURN_MS) return undefined;
    return breathe().then(() => {
      since = performance.now();
    });
  };
};
