import { setTimeout as pause } from 'node:timers/promises';

/** A probe must not wait for a store that does not answer: those who ask give up after a few seconds. */
const SOON_MS = 1_000;

/** What is known within a second; undefined where it takes longer or fails. */
export const soon = <T>(asked: Promise<T>): Promise<T | undefined> =>
  Promise.race([asked.catch(() => undefined), pause(SOON_MS, undefined, { ref: false })]);
