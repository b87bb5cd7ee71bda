import { chmodSync, copyFileSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { overwriting } from '../../src/read/overwriting.ts';
import { openViews } from '../../src/read/views.ts';
import { dataFolder } from '../support/server-process.ts';

const { folder, remove } = dataFolder();
afterAll(remove);

it('is for its owner alone with what lies beside it, also where it was not', () => {
  const file = join(folder, 'views.db');
  const modes = () => ['', '-wal', '-shm'].map((end) => statSync(file + end).mode & 0o777);
  const db = openViews(file);
  expect(modes()).toStrictEqual([0o600, 0o600, 0o600]);
  for (const end of ['', '-wal', '-shm']) chmodSync(file + end, 0o644);
  const second = openViews(file);
  expect(modes()).toStrictEqual([0o600, 0o600, 0o600]);
  second.close();
  db.close();
});

it('what was overwritten before a kill is gone from the log beside the file at the next start', () => {
  const [killed, next] = [join(folder, 'killed.db'), join(folder, 'next.db')];
  const db = openViews(killed);
  db.exec(`CREATE TABLE names (name TEXT); INSERT INTO names VALUES ('CANARY')`);
  overwriting(db, () => db.exec('DELETE FROM names'));
  // A kill leaves the files as they are now.
  for (const end of ['', '-wal']) copyFileSync(`${killed}${end}`, `${next}${end}`);
  db.close();
  const holds = () => ['', '-wal'].filter((end) => readFileSync(next + end).includes('CANARY'));
  expect(holds()).toStrictEqual(['-wal']);
  const again = openViews(next);
  expect(holds()).toStrictEqual([]);
  again.close();
});
