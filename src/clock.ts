import { rounds, type Ringing } from './ringing.ts';

export type ClockOptions = Ringing & {
  /** In milliseconds; 0 rings only at the start and when asked. */
  readonly every: number;
};

/**
 * Orders what falls due. A deadline that passed is a command; the aggregate decides the legal day,
 * so waking twice, or two days late, changes nothing.
 */
export const clock = (options: ClockOptions) => {
  const { log, every } = options;
  const { ring, recompute } = rounds(options);
  let timer: NodeJS.Timeout | undefined;
  let turn: Promise<void> = Promise.resolve();
  let closed = false;

  const inTurn = (work: () => Promise<void>): Promise<void> => {
    turn = turn.then(work).catch((error: unknown) => {
      // Off duty in the middle of a round: another node does what is left of it.
      if (closed || (error instanceof Error && error.name === 'OffDuty')) return;
      log.error({ error: String(error) }, 'the clock could not do its round');
    });
    return turn;
  };

  return {
    start: async (): Promise<void> => {
      await inTurn(recompute);
      await inTurn(ring);
      if (closed || every <= 0) return;
      timer = setInterval(() => void inTurn(ring), every);
      timer.unref();
    },
    ring: () => inTurn(ring),
    close: async (): Promise<void> => {
      closed = true;
      clearInterval(timer);
      await turn;
    },
  };
};
