import { DatabaseSync } from 'node:sqlite';
import { format } from 'prettier';
import { expect, it } from 'vitest';
import { readModels } from '../../src/things.ts';
import { columnMeanings } from './column-meanings.ts';
import { tableMeanings } from './table-meanings.ts';

type Column = { readonly name: string; readonly type: string };

/** Kept beside every row that has a history; explained once. */
const BOOKKEEPING = ['since', 'since_at', 'until', 'until_at'];
/** Tables that stand behind a view, and the columns that only a fold reads. */
const BEHIND = /_(history|kept)$|^journal_facts$/;

const database = new DatabaseSync(':memory:');
for (const model of readModels) {
  model.create(database, { suffix: '', generation: 1 });
  model.show(database);
}
const names = database
  .prepare(`SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') ORDER BY name`)
  .all()
  .map(({ name }) => String(name));
const shown = names.filter((name) => !BEHIND.test(name));
const columnsOf = (table: string) =>
  database.prepare('SELECT name, type FROM pragma_table_xinfo(?)').all(table) as Column[];
const hasHistory = (table: string) => names.includes(`${table}_history`);
const own = (table: string) =>
  columnsOf(table).filter(({ name }) => !hasHistory(table) || !BOOKKEEPING.includes(name));

const keyOf = (table: string, column: string): string =>
  `${table}.${column}` in columnMeanings ? `${table}.${column}` : column;
const used = shown.flatMap((table) => own(table).map(({ name }) => keyOf(table, name)));

const section = (table: string): string =>
  [
    `## \`${table}\``,
    `${tableMeanings[table] ?? ''}${hasHistory(table) ? ` Its past: \`${table}_history\`.` : ''}`,
    [
      '| Column | Type | What it says |\n| --- | --- | --- |',
      ...own(table).map(
        ({ name, type }) =>
          `| \`${name}\` | ${type} | ${columnMeanings[keyOf(table, name)] ?? ''} |`,
      ),
    ].join('\n'),
  ].join('\n\n');

const HEAD = `# 数据字典 · Data dictionary

The read models are in \`views.db\`, a SQLite file that any tool can read. It is disposable: \`concord rebuild\` makes it anew from the facts. This page is made from the tables themselves; a test keeps it current (\`npx vitest run test/docs -u\` writes it).

Days are \`YYYY-MM-DD\`, instants UTC with milliseconds, money whole fen. A table whose past is kept has a view of the current rows under its own name, and a table \`<name>_history\` with every version of every row. Both have four more columns:

| Column | Type | What it says |
| --- | --- | --- |
| \`since\` | INTEGER | Position of the fact that made this version |
| \`since_at\` | TEXT | When that fact was recorded |
| \`until\` | INTEGER | Position of the fact that replaced it; empty while it stands |
| \`until_at\` | TEXT | When that fact was recorded |

So the rows as known at position k are \`SELECT * FROM <name>_history WHERE since <= k AND (until IS NULL OR until > k)\`. Tables \`<name>_kept\` hold what only the fold reads, for the current rows alone.`;

it('explains every table and every column, and nothing that is not there', () => {
  const missing = used.filter((key) => !(key in columnMeanings));
  expect(missing.concat(shown.filter((table) => !(table in tableMeanings)))).toStrictEqual([]);
  const idle = Object.keys(columnMeanings).filter((key) => !used.includes(key));
  expect(idle.concat(Object.keys(tableMeanings).filter((t) => !shown.includes(t)))).toStrictEqual(
    [],
  );
});

it('is the page that people read', async () => {
  const page = [HEAD, ...shown.map(section)].join('\n\n');
  await expect(await format(page, { parser: 'markdown', singleQuote: true })).toMatchFileSnapshot(
    '../../docs/data-dictionary.md',
  );
});
