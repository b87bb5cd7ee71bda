import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { clock } from '../clock.ts';
import { oneAtATime, type InTurn } from '../one-at-a-time.ts';
import type { reactor } from '../reactor.ts';
import type { Lease } from './lease.ts';

/** This node is not on duty any more: what it was about to order is another's to order. */
export class OffDuty extends Error {
  override readonly name = 'OffDuty';
}

/** What runs on one node at a time. */
export type Posts = {
  readonly reacting: ReturnType<typeof reactor>;
  readonly ticking: ReturnType<typeof clock>;
};

export type DutyOptions = {
  readonly lease: Lease;
  /** Posts that have not begun yet; new ones each time the node comes on duty. */
  readonly posts: (failed: (reason: Error) => void) => Posts;
  /** How often to look after the lease, in milliseconds; 0 for a lease that nobody can take. */
  readonly every: number;
  /** Whether this node is fit for it: one whose read models have stopped leaves it to another. */
  readonly isFit: () => boolean;
  readonly log: Logger;
  readonly stopped: (reason: Error) => void;
};

const toError = (error: unknown): Error =>
  error instanceof Error ? error : new Error(String(error));

/** The reactor and the clock of this node, taken up and laid down. */
const postsHeld = ({ lease, posts, every, log, stopped }: DutyOptions, inTurn: InTurn) => {
  let on: Posts | undefined;

  /** Whether the store heard where the reactor stood; if not, another begins earlier, and repeats. */
  const layDown = async (): Promise<boolean> => {
    const held = on;
    on = undefined;
    if (!held) return true;
    await held.ticking.close();
    try {
      await held.reacting.close();
      return true;
    } catch (error) {
      log.warn({ error: toError(error).message }, 'the place of the reactor could not be kept');
      return false;
    }
  };

  const takeUp = async (): Promise<void> => {
    const taken = posts((reason) => {
      // Whoever lost the lease in the middle of its work goes off duty, no more.
      if (reason instanceof OffDuty) void inTurn(layDown);
      else stopped(reason);
    });
    on = taken;
    try {
      await taken.reacting.start();
    } catch (error) {
      await layDown();
      throw error;
    }
    // A long first round must not keep the lease from being renewed.
    const round = taken.ticking.start();
    if (every === 0) await round;
    log.info({ holder: lease.holder(), takeovers: lease.takeovers() }, 'on duty');
  };

  return { on: () => on, takeUp, layDown };
};

/** Looks after something from time to time, until the signal. */
const watch = async (
  every: number,
  look: () => Promise<void>,
  signal: AbortSignal,
): Promise<void> => {
  const isOver = () => signal.aborted;
  while (!isOver()) {
    await pause(every, undefined, { signal }).catch(() => undefined);
    if (!isOver()) await look();
  }
};

/** Runs the reactor and the clock while, and only while, the lease is this node's. */
export const dutyRoster = (options: DutyOptions) => {
  const { lease, every, isFit, log } = options;
  const inTurn = oneAtATime();
  const { on, takeUp, layDown } = postsHeld(options, inTurn);
  const ended = new AbortController();
  let watching: Promise<void> = Promise.resolve();

  const look = async (): Promise<void> => {
    if (!isFit()) await lease.release();
    const mine = isFit() && (await lease.turn());
    if (on() && !mine) {
      await layDown();
      log.info({ holder: lease.holder() }, 'off duty');
    }
    if (mine && !on()) await takeUp();
  };

  /** A store that is out of reach is looked at again; until then nothing is ordered without the lease. */
  const patiently = async (): Promise<void> => {
    try {
      await look();
    } catch (error) {
      log.warn({ error: toError(error).message }, 'the lease could not be looked after');
      if (!lease.isMine() || !on()) await layDown();
    }
  };

  const lookNow = (): Promise<void> => inTurn(patiently);

  return {
    /** Comes on duty at once if it may. A sole node's failure to do so is thrown. */
    start: async (): Promise<void> => {
      await inTurn(every > 0 ? patiently : look);
      if (every > 0) watching = watch(every, lookNow, ended.signal);
    },
    /** Looks after the lease now. */
    look: lookNow,
    ring: async (): Promise<void> => on()?.ticking.ring(),
    settled: async (upTo: bigint): Promise<void> => on()?.reacting.settled(upTo),
    /** Who is on duty, whether that is this node, and how often it took over from a silent one. */
    state: () => ({ holder: lease.holder(), mine: lease.isMine(), takeovers: lease.takeovers() }),
    close: async (): Promise<void> => {
      ended.abort();
      await watching;
      // A store that did not hear the one will not hear the other: nobody waits for it at the end.
      if (!(await inTurn(layDown))) return;
      await lease.release().catch((error: unknown) => {
        log.warn({ error: toError(error).message }, 'the lease could not be given back');
      });
    },
  };
};
export type DutyRoster = ReturnType<typeof dutyRoster>;
