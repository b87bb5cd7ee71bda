import { cells, type Selection, type Written } from './selection.ts';

/** One JSON object a line; whole numbers beyond 2^53 as text. */
export async function* jsonl({ columns, pages }: Selection): Written {
  const names = Object.keys(columns);
  const line = (values: readonly unknown[]) =>
    JSON.stringify(
      Object.fromEntries(
        values.map((value, i) => [
          names[i] ?? '',
          typeof value === 'bigint' ? String(value) : value,
        ]),
      ),
    );
  for await (const rows of pages) {
    if (rows.length > 0)
      yield Buffer.from(rows.map((row) => `${line(cells(columns, row))}\n`).join(''));
  }
}
