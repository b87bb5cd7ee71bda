import type { Response } from 'express';
import { once } from 'node:events';
import type { Recorded } from '../../store/event-store.ts';
import type { Face } from '../route.ts';

const HEARTBEAT_MS = 15_000;

type Live = {
  readonly face: Face;
  readonly after: bigint;
  readonly res: Response;
  /** What the client may read of them. */
  readonly read: (facts: readonly Recorded[]) => Promise<readonly Recorded[]>;
  readonly told: (fact: Recorded) => unknown;
};

const message = (fact: Recorded, told: unknown): string =>
  `id: ${String(fact.position)}\nevent: ${fact.type}\ndata: ${JSON.stringify(told)}\n\n`;

/** Aborts when the client leaves or the server is about to stop. */
const untilEither = (res: Response, closing: AbortSignal): AbortSignal => {
  const gone = new AbortController();
  res.once('close', () => gone.abort());
  return AbortSignal.any([gone.signal, closing]);
};

/** Server-sent events: every fact after a position, then live; a comment every 15 s keeps the line open. */
export const streamEvents = async ({ face, after, res, read, told }: Live): Promise<void> => {
  const signal = untilEither(res, face.closing);
  // no-transform keeps compression (ours and a proxy's) from holding facts back.
  res.set({ 'Cache-Control': 'no-store, no-transform', 'X-Accel-Buffering': 'no' });
  res.type('text/event-stream').flushHeaders();
  if (res.req.method === 'HEAD') {
    res.end();
    return;
  }
  res.write('retry: 2000\n\n');
  const heart = setInterval(() => res.write(': still here\n\n'), HEARTBEAT_MS);
  try {
    for await (const facts of face.app.follow(after, signal)) {
      const text = (await read(facts)).map((fact) => message(fact, told(fact))).join('');
      if (!res.write(text)) await once(res, 'drain', { signal });
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    clearInterval(heart);
    res.end();
  }
};
