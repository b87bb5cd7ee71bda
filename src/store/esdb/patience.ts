import { setTimeout as pause } from 'node:timers/promises';
import { Unanswered } from './failures.ts';

const FIRST_MS = 25;
const LONGEST_MS = 1_000;

/** Settles as `work` does, or fails as Unanswered after `ms`: some calls of the client know no deadline. */
export const within = async <T>(ms: number, what: string, work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Unanswered(`${what} was not answered in ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};

/** How long to wait before try number `tries` + 1: anything up to a doubling limit, so that crowds spread out. */
export const backOff = (tries: number): number =>
  Math.random() * Math.min(LONGEST_MS, FIRST_MS * 2 ** tries);

/** Waits, or until told to stop; leaves no listener behind. */
export const rest = async (ms: number, signal: AbortSignal): Promise<void> => {
  await pause(ms, undefined, { signal }).catch(() => undefined);
};

/** What one side rings and the other waits for; a ring while nobody waits is kept. */
export const bell = () => {
  let rung = false;
  let wake: () => void = () => undefined;
  return {
    ring: (): void => {
      rung = true;
      wake();
    },
    /** False when nobody rang within `ms`. */
    heard: (ms: number): Promise<boolean> =>
      new Promise((resolve) => {
        const answer = (): void => {
          clearTimeout(timer);
          wake = () => undefined;
          resolve(rung);
          rung = false;
        };
        const timer = setTimeout(answer, ms);
        wake = answer;
        if (rung) answer();
      }),
  };
};
