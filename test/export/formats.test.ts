import { parse } from 'csv-parse/sync';
import { parquetReadObjects } from 'hyparquet';
import { readSheet } from 'read-excel-file/node';
import { expect, test } from 'vitest';
import type { Row } from '../../projections/projection.ts';
import { harmless } from '../../src/export/csv.ts';
import { formats, type FormatName } from '../../src/export/formats.ts';
import { TooManyRows } from '../../src/export/selection.ts';

const columns = { id: 'TEXT NOT NULL', name: 'TEXT', workers: 'INTEGER', rate: 'REAL' };
const rows: Row[] = [
  { id: 'e1', name: '=HYPERLINK("http://evil")', workers: 12, rate: 0.5 },
  { id: 'e2', name: '南通，"纺织"\n有限公司', workers: -3, rate: null },
  { id: 'e3', name: null, workers: null, rate: -1.25 },
];

async function* inPages(all: readonly Row[]): AsyncGenerator<readonly Row[]> {
  for (const row of all) yield [row];
  yield [];
}

const written = async (format: FormatName, all: readonly Row[] = rows): Promise<Buffer> => {
  const pieces: Uint8Array[] = [];
  const selection = { name: 'enterprises', columns, pages: inPages(all) };
  for await (const piece of formats[format].write(selection)) pieces.push(piece);
  return Buffer.concat(pieces);
};

test('CSV has a byte order mark, a header, and nothing that a spreadsheet would run', async () => {
  const text = (await written('csv')).toString();
  expect(text.startsWith('\ufeffid,name,workers,rate\r\n')).toBe(true);
  expect(parse(text, { bom: true, columns: true })).toStrictEqual([
    { id: 'e1', name: `'=HYPERLINK("http://evil")`, workers: '12', rate: '0.5' },
    { id: 'e2', name: '南通，"纺织"\n有限公司', workers: '-3', rate: '' },
    { id: 'e3', name: '', workers: '', rate: '-1.25' },
  ]);
});

test.each(['=1', '+1', '-1', '@a', '\ta', '\ra', '＝1', '＠a'])(
  'the text %j is made harmless',
  (text) => {
    expect(harmless(text)).toBe(`'${text}`);
  },
);

test('numbers and other texts stay as they are', () => {
  expect([-1, 'a=1', '', null].map(harmless)).toStrictEqual([-1, 'a=1', '', null]);
});

test('JSONL is one object a line', async () => {
  const lines = (await written('jsonl')).toString().trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line) as unknown)).toStrictEqual(rows);
});

test('XLSX reads back as it was, numbers as numbers', async () => {
  expect(await readSheet(await written('xlsx'))).toStrictEqual([
    ['id', 'name', 'workers', 'rate'],
    ['e1', '=HYPERLINK("http://evil")', 12, 0.5],
    ['e2', '南通，"纺织"\n有限公司', -3, null],
    ['e3', null, null, -1.25],
  ]);
});

test('XLSX leaves out what XML cannot say', async () => {
  const [, row] = await readSheet(await written('xlsx', [{ id: 'e1', name: 'a\u0000\u0007b' }]));
  expect(row?.[1]).toBe('ab');
});

test('XLSX says no beyond its bound instead of filling the memory', async () => {
  const page = Array.from({ length: 50_001 }, (_, i) => ({ id: String(i) }));
  const pages = (async function* () {
    yield page;
    yield page;
  })();
  const selection = { name: 'enterprises', columns, pages };
  await expect(formats.xlsx.write(selection).next()).rejects.toThrow(TooManyRows);
});

const read = async (bytes: Buffer) => {
  const file = new Uint8Array(bytes).buffer;
  return parquetReadObjects({ file });
};

test('Parquet reads back as it was, whole numbers as 64-bit', async () => {
  expect(await read(await written('parquet'))).toStrictEqual(
    rows.map((row) => ({
      ...row,
      workers: typeof row.workers === 'number' ? BigInt(row.workers) : row.workers,
    })),
  );
});

test('Parquet of no rows is a file with its columns', async () => {
  expect(await read(await written('parquet', []))).toStrictEqual([]);
});

test('Parquet writes row group by row group', async () => {
  const many = Array.from({ length: 45_000 }, (_, i) => ({ id: `e${i}`, workers: i }));
  let pieces = 0;
  const pages = (async function* () {
    yield many;
  })();
  const written: Uint8Array[] = [];
  for await (const piece of formats.parquet.write({ name: 'enterprises', columns, pages })) {
    pieces += 1;
    written.push(piece);
  }
  expect(pieces).toBeGreaterThan(2);
  const back = await read(Buffer.concat(written));
  expect(back.length).toBe(45_000);
  expect(back.at(-1)).toMatchObject({ id: 'e44999', workers: 44_999n });
});

test('a failing selection fails the file', async () => {
  const pages = (async function* (): AsyncGenerator<readonly Row[]> {
    yield rows;
    throw new Error('the disk is gone');
  })();
  const all = async () => {
    for await (const _ of formats.parquet.write({ name: 'enterprises', columns, pages }));
  };
  await expect(all()).rejects.toThrow('the disk is gone');
});
