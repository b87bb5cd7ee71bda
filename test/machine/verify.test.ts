import { afterAll, beforeAll, beforeEach, afterEach, expect, it } from 'vitest';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { concord, old, register, type Concord } from '../support/concord.ts';

let they: Concord;
let views: DatabaseSync;
beforeAll(async () => {
  they = await concord('2026-06-01');
  await register(they, 'looms', { workers: 200 });
  await register(they, 'dyers', { workers: 300 });
  const term = ['2026-01-01', '2026-12-31'] as const;
  await they.send('contracts', 'c1', 'RegisterAsHistory', {
    ...old('comprehensive', term, { enterprise: 'looms' }),
  });
});
afterAll(() => they.close());
beforeEach(() => {
  views = new DatabaseSync(join(they.app().config.CONCORD_DATA, 'views.db'));
});
afterEach(async () => {
  views.close();
  await they.app().rebuild();
});

it('finds nothing where nobody meddled', async () =>
  expect(await they.app().verify()).toStrictEqual([]));

it.each([
  { what: 'a name in a register', sql: `UPDATE enterprise_register_history SET name = 'x'` },
  { what: 'a row that is gone', sql: `DELETE FROM coverage_history` },
  {
    what: 'a sum of the books',
    sql: `UPDATE book_cells SET count = zeroblob(length(count)) WHERE length(count) > 0`,
  },
  { what: 'an entry of the books', sql: `UPDATE book_entries SET workers = 1 WHERE workers > 0` },
  { what: 'who did what', sql: `UPDATE journal_facts SET by = 'nobody'` },
  { what: 'a deadline', sql: `UPDATE deadlines_history SET due_on = '2030-01-01'` },
])('finds $what, and a rebuilding mends it', async ({ sql }) => {
  const { changes } = views.prepare(sql).run();
  expect(Number(changes)).toBeGreaterThan(0);
  expect(await they.app().verify()).toHaveLength(1);
  await they.app().rebuild();
  expect(await they.app().verify()).toStrictEqual([]);
});
