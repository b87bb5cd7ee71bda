import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openViews } from '../../src/read/views.ts';
import { openForWriting } from '../../src/store/sqlite-file.ts';
import { openedOn } from '../support/machine.ts';
import { dataFolder } from '../support/server-process.ts';

let data: ReturnType<typeof dataFolder>;
beforeEach(() => {
  data = dataFolder();
});
afterEach(() => data.remove());

/** What SQLite calls the two ways to wait for the disk. */
const [NORMAL, FULL] = [1, 2];

describe('the files of a data folder', () => {
  it.each([
    ['the log waits for the disk at every commit', openForWriting, FULL],
    ['read models, which are built again, do not', openViews, NORMAL],
  ])('%s', (_, open, synchronous) => {
    const db = open(join(data.folder, 'one.db'));
    expect({ ...db.prepare('PRAGMA synchronous').get() }).toStrictEqual({ synchronous });
    db.close();
  });

  it('are those of one federation: nothing in them says whose a row is', async () => {
    const { folder } = data;
    const app = await openedOn(folder, '2026-06-01');
    await app.close();
    const columns = ['events.db', 'views.db', 'keys.db'].flatMap((file) => {
      const db = new DatabaseSync(join(folder, file), { readOnly: true });
      const found = db
        .prepare(
          `SELECT DISTINCT '${file} ' || info.name AS name FROM sqlite_schema AS made
          JOIN pragma_table_info(made.name) AS info WHERE made.type = 'table'`,
        )
        .all();
      db.close();
      return found.map(({ name }) => String(name));
    });
    expect(columns).toContain('events.db stream');
    expect(columns.length).toBeGreaterThan(100);
    expect(columns.filter((name) => /tenant|deployment|customer/.test(name))).toStrictEqual([]);
  });
});
