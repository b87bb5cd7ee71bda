import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { overwriting } from '../../src/read/overwriting.ts';
import { openViews } from '../../src/read/views.ts';
import { dataFolder } from '../support/server-process.ts';

const { folder, remove } = dataFolder();
afterEach(remove);

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
