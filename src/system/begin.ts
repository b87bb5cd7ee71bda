import { patiently } from '../patience.ts';
import { finishErasures, isSameLog, lastInstant, type Running } from './running.ts';

/**
 * Lets everything that runs by itself begin, in the order in which one needs the other. A shared store
 * that is out of reach is waited for: `patience` milliseconds, or until the system closes.
 */
export const begin = async (running: Running, patience?: number): Promise<void> => {
  const { models, db, store, time, reading, duty, log, closing } = running;
  const limit = patience === undefined ? [] : [AbortSignal.timeout(patience)];
  const signal = AbortSignal.any([closing.signal, ...limit]);
  const hasClosed = () => closing.signal.aborted;
  const waits = ({ message }: Error) =>
    log.warn({ error: message }, 'the start waits for the store');
  // A server may start later than we do, or change its leader; a file is there or it is not.
  const inPatience = (work: () => Promise<void>): Promise<void> =>
    store.isShared ? patiently(work, { signal, waits }) : work();
  await inPatience(() => models.start(() => isSameLog(db, store)));
  // Whoever closed meanwhile has laid the duty down: what begins now would meet closed files.
  if (hasClosed()) return;
  time.startFrom(reading.all(lastInstant)[0]?.at);
  await inPatience(() => finishErasures(running));
  if (!hasClosed()) await duty.start();
};
