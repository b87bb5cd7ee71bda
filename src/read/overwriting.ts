import type { DatabaseSync } from 'node:sqlite';

/** Does work whose deletions are overwritten in the file: what was opened of an erased person must not be found there. */
export const overwriting = (db: DatabaseSync, work: () => void): void => {
  db.exec('PRAGMA secure_delete = ON');
  try {
    work();
  } finally {
    db.exec('PRAGMA secure_delete = OFF');
  }
};

/**
 * Empties the log beside the file, in which earlier pages lie; whether it could: while somebody
 * reads an earlier state it stays, and nobody is kept waiting for that.
 */
export const emptiesLog = (db: DatabaseSync): boolean => {
  const { timeout } = db.prepare('PRAGMA busy_timeout').get() as { timeout: number };
  db.exec('PRAGMA busy_timeout = 0');
  const { busy } = db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get() as { busy: number };
  db.exec(`PRAGMA busy_timeout = ${String(timeout)}`);
  return busy === 0;
};
