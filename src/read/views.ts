import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { keepPrivate } from '../store/private-file.ts';
import { balanceAt } from './books/cell.ts';

/** Takes a folder's read models away: whoever opens it next builds them from the first fact. */
export const dropViews = (folder: string): void => {
  for (const end of ['', '-wal', '-shm']) rmSync(join(folder, `views.db${end}`), { force: true });
};

/** Lets SQL ask the cells of the books for their balances. */
const knowsCells = (db: DatabaseSync): DatabaseSync => {
  db.function('balance_at', { deterministic: true }, (months, balances, month) =>
    balanceAt(months as Uint8Array, balances as Uint8Array, Number(month)),
  );
  return db;
};

/** Opens the read models for writing: what a crash loses of them is built again, so each commit need not reach the disk. */
export const openViews = (file: string): DatabaseSync => {
  // They hold people's names in clear.
  keepPrivate(file);
  const db = new DatabaseSync(file);
  db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000;
    PRAGMA cache_size = -128000; PRAGMA mmap_size = 1073741824; PRAGMA temp_store = MEMORY;
    PRAGMA wal_autocheckpoint = 32000`);
  // A kill may have come between an erasure and the emptying of the log beside the file.
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  return knowsCells(db);
};

/** Opens the read models for reading only; each reader has a small cache of its own, for there are several. */
export const openViewsToRead = (file: string): DatabaseSync => {
  const db = new DatabaseSync(file, { readOnly: true });
  db.exec('PRAGMA busy_timeout = 5000; PRAGMA cache_size = -16000; PRAGMA mmap_size = 67108864');
  return knowsCells(db);
};
