import { ByteWriter, parquetWriteRows } from 'hyparquet-writer';
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { cells, isWhole, type Selection, type Written } from './selection.ts';

const ROWS_PER_GROUP = 20_000;

const parquetType = (sqlType: string): 'INT64' | 'DOUBLE' | 'STRING' => {
  if (isWhole(sqlType)) return 'INT64';
  return sqlType.toUpperCase().startsWith('REAL') ? 'DOUBLE' : 'STRING';
};

async function* typed({ columns, pages }: Selection): AsyncGenerator<Record<string, unknown>> {
  const names = Object.keys(columns);
  const whole = Object.values(columns).map(isWhole);
  for await (const rows of pages) {
    for (const row of rows) {
      yield Object.fromEntries(
        cells(columns, row).map((value, i) => [
          names[i] ?? '',
          whole[i] && typeof value === 'number' ? BigInt(value) : value,
        ]),
      );
    }
  }
}

/** A writer that hands over each row group before the next one is made. */
const writerInto = (sink: PassThrough) => {
  const writer = new ByteWriter();
  const handOver = (): boolean => {
    const bytes = Uint8Array.from(writer.getBytes());
    writer.index = 0;
    return sink.write(bytes);
  };
  return Object.assign(writer, {
    flush: async () => {
      if (!handOver()) await once(sink, 'drain');
    },
    finish: () => {
      handOver();
      sink.end();
    },
  });
};

/** Apache Parquet, Snappy, row groups of 20,000: what analysts' tools read at once. */
export async function* parquet(selection: Selection): Written {
  const sink = new PassThrough();
  const columns = Object.entries(selection.columns).map(([name, sqlType]) => ({
    name,
    type: parquetType(sqlType),
    nullable: true,
  }));
  const written = Promise.resolve(
    parquetWriteRows({
      writer: writerInto(sink),
      rows: typed(selection),
      columns,
      rowGroupSize: ROWS_PER_GROUP,
      createdBy: 'concord',
    }),
  ).catch((error: unknown) => sink.destroy(error instanceof Error ? error : undefined));
  yield* sink as AsyncIterable<Uint8Array>;
  await written;
}
