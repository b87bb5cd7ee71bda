import type { Call } from '../grpc.ts';
import type { Host } from './host.ts';
import type { LogRecord } from './log.ts';
import { sentOf } from './reads.ts';

/** The live buffer of the server: who is further behind falls back to catching up. */
export const LIVE_BUFFER = 32;

/** What every subscription needs: sending at the reader's pace, and waiting for more. */
export const feed = (host: Host, call: Call) => {
  let wake: () => void = () => undefined;
  const unwatch = host.log.watch(() => wake());
  call.onClose(() => {
    unwatch();
    wake();
  });
  const send = async (bytes: Buffer): Promise<void> => {
    await host.awake();
    await host.stalled();
    if (!call.send(bytes)) await call.drained();
  };
  return {
    send,
    page: async (records: readonly LogRecord[], from: 'all' | 'stream', links: boolean) => {
      if (records.length === 0) return;
      await send(Buffer.concat(records.map((each) => sentOf(host.log, each, from, links))));
    },
    /** Resolves after the next append, or when the call is over. */
    more: () =>
      new Promise<void>((resolve) => {
        wake = resolve;
        if (!call.open()) resolve();
      }),
  };
};

export type Feed = ReturnType<typeof feed>;
