import { chmodSync, closeSync, openSync, statSync } from 'node:fs';

/** The name of a database that is in no file. */
export const MEMORY = ':memory:';

const FOR_THE_OWNER = 0o600;

const closeToOthers = (path: string): void => {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isFile() || (found.mode & 0o077) === 0) return;
  try {
    chmodSync(path, FOR_THE_OWNER);
  } catch {
    // It is another account's: whoever owns it says who may read it.
  }
};

/** Makes a database and what lies beside it readable for its owner alone, before and after it is made; one in memory is. */
export const keepPrivate = (file: string): void => {
  if (file === MEMORY) return;
  // What SQLite makes beside a database has the mode of the database.
  closeSync(openSync(file, 'a', FOR_THE_OWNER));
  for (const end of ['', '-wal', '-shm']) closeToOthers(`${file}${end}`);
};
