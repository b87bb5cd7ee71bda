import type { Config } from './config.ts';

/** A command to set the clock came to a system that runs on its own. */
export class ClockNotSettable extends Error {
  override readonly name = 'ClockNotSettable';
}

/** Once something is recorded, the clock can only be moved forward: what is recorded has its time. */
export class ClockRunsForward extends Error {
  override readonly name = 'ClockRunsForward';
}

/** What time it is: the machine's, or one that can be moved forward for development and the tour. */
export const timeKeeper = ({ CONCORD_CLOCK }: Config, machine: () => string) => {
  let ahead = 0;
  let pretended: string | undefined;
  const now = (): string => pretended ?? moved();
  const moved = (): string =>
    ahead === 0 ? machine() : new Date(Date.parse(machine()) + ahead).toISOString();
  const move = (to: string): void => {
    ahead = Date.parse(to) - Date.parse(machine());
  };
  return {
    now,
    /** It is this instant until it is undefined again, whatever the clock says. */
    pretend: (instant: string | undefined): void => {
      pretended = instant;
    },
    /** A settable clock never starts before what is recorded. */
    startFrom: (last: string | undefined): void => {
      if (CONCORD_CLOCK === 'settable' && last !== undefined && last > now()) move(last);
    },
    /** Moves the clock; backwards only while nothing is recorded (`last`: when the last fact was). */
    set: (to: string, last: string | undefined): void => {
      if (CONCORD_CLOCK !== 'settable') throw new ClockNotSettable('The clock is the system’s.');
      if (last !== undefined && to < now()) throw new ClockRunsForward(`It is ${now()} already.`);
      move(to);
    },
  };
};
