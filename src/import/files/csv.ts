import { parse } from 'csv-parse/sync';
import { isGarbled, linesOf } from './lines.ts';
import { fault } from '../rows/reasons.ts';
import type { SourceRow } from './source.ts';

/** How many lines one row may span; a quote that is open longer was never closed. */
const LINES = 100;

/** A row's text, and the lines it is made of. */
type Record = { readonly lines: readonly string[]; readonly closed: boolean };

const quotes = (line: string): number => {
  let n = 0;
  for (let at = line.indexOf('"'); at >= 0; at = line.indexOf('"', at + 1)) n += 1;
  return n;
};

const parsed = (text: string, delimiter: string): string[][] | undefined => {
  // Without a quote a line is its cells between the delimiters; most lines are.
  if (!text.includes('"')) return [text.split(delimiter)];
  try {
    return parse(text, { delimiter, relax_column_count: true, skip_empty_lines: false });
  } catch {
    return undefined;
  }
};

/** Puts lines together to records: a quote that is open at a line's end goes on in the next. */
const assembler = () => {
  let open: string[] = [];
  let odd = false;

  const broken = (): Record[] => {
    const [first = '', ...rest] = open;
    open = [];
    odd = false;
    // The lines after one that never closes its quote are looked at again, each on its own.
    return [{ lines: [first], closed: false }, ...rest.flatMap(push)];
  };

  const push = (line: string): Record[] => {
    open.push(line);
    odd = odd !== (quotes(line) % 2 === 1);
    if (odd) return open.length < LINES ? [] : broken();
    const lines = open;
    open = [];
    return [{ lines, closed: true }];
  };

  return {
    push,
    end: (): Record[] => {
      const left: Record[] = [];
      while (open.length > 0) left.push(...broken());
      return left;
    },
  };
};

const records = async function* (lines: AsyncIterable<readonly string[]>): AsyncIterable<Record> {
  const { push, end } = assembler();
  for await (const some of lines) yield* some.flatMap(push);
  yield* end();
};

/** The cells of a record: [one row], or its lines one by one where it makes no sense as a whole. */
const readRecord = (
  record: Record,
  width: number,
  delimiter: string,
): readonly {
  readonly cells: readonly string[];
  readonly reason?: 'bad-quotes' | 'column-count';
}[] => {
  const { lines, closed } = record;
  const rows = closed ? parsed(lines.join('\n'), delimiter) : undefined;
  const [cells] = rows ?? [];
  if (rows?.length === 1 && cells?.length === width) return [{ cells }];
  if (lines.length > 1)
    return lines.flatMap((line) =>
      readRecord({ lines: [line], closed: quotes(line) % 2 === 0 }, width, delimiter),
    );
  if (cells) return [{ cells, reason: 'column-count' }];
  return [{ cells: lines, reason: 'bad-quotes' }];
};

const rowsOf = async function* (
  all: AsyncIterator<Record>,
  width: number,
  delimiter: string,
): AsyncIterable<SourceRow> {
  let row = 1;
  for (let next = await all.next(); !next.done; next = await all.next()) {
    const blank = next.value.lines.length === 1 && next.value.lines[0]?.trim() === '';
    if (blank) {
      row += 1;
      continue;
    }
    for (const { cells, reason } of readRecord(next.value, width, delimiter)) {
      row += 1;
      const wrong = reason ?? (isGarbled(cells.join('')) ? 'bad-encoding' : undefined);
      yield { row, cells, ...(wrong && { fault: fault(wrong) }) };
    }
  }
};

/** A CSV (comma, semicolon or tab): the header, then row by row. A broken row spoils no other. */
export const csvRows = async (bytes: AsyncIterable<Buffer>) => {
  const all = records(linesOf(bytes))[Symbol.asyncIterator]();
  const head = await all.next();
  const text = head.done ? '' : head.value.lines.join('\n');
  const delimiter = [',', '\t', ';'].find((sign) => text.includes(sign)) ?? ',';
  const headers = parsed(text, delimiter)?.[0] ?? [];
  return { headers, rows: rowsOf(all, headers.length, delimiter) };
};
