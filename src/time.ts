import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Config } from './config.ts';

/** A command to set the clock came to a system that runs on its own. */
export class ClockNotSettable extends Error {
  override readonly name = 'ClockNotSettable';
}

/** Once something is recorded, the clock can only be moved forward: what is recorded has its time. */
export class ClockRunsForward extends Error {
  override readonly name = 'ClockRunsForward';
}

const Behind = z.object({ behindMs: z.int().positive() });

/**
 * How far a clock that was set into the past is behind the machine's, kept in the data folder: after
 * a restart it goes on from there. One that is ahead needs no note: it never starts before what is recorded.
 */
const behind = ({ CONCORD_CLOCK, CONCORD_DATA }: Config) => {
  const file = join(CONCORD_DATA, 'clock.json');
  return {
    read: (): number => {
      if (CONCORD_CLOCK !== 'settable' || !existsSync(file)) return 0;
      return Behind.parse(JSON.parse(readFileSync(file, 'utf8'))).behindMs;
    },
    write: (behindMs: number): void => {
      if (behindMs > 0) writeFileSync(file, `${JSON.stringify({ behindMs })}\n`);
      else rmSync(file, { force: true });
    },
  };
};

/** What time it is: the machine's, or one that can be moved for development and the tour. */
export const timeKeeper = (config: Config, machine: () => string) => {
  const { CONCORD_CLOCK } = config;
  const note = behind(config);
  let ahead = -note.read();
  let pretended: string | undefined;
  const now = (): string => pretended ?? moved();
  const moved = (): string =>
    ahead === 0 ? machine() : new Date(Date.parse(machine()) + ahead).toISOString();
  const move = (to: string): void => {
    ahead = Date.parse(to) - Date.parse(machine());
    note.write(-ahead);
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
