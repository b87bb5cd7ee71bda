import type { Row, Value } from '../../projections/projection.ts';

/** Rows on their way out: columns in order with their SQL types, and the rows page by page. */
export type Selection = {
  /** What the sheet or file is called. */
  readonly name: string;
  readonly columns: Readonly<Record<string, string>>;
  readonly pages: AsyncIterable<readonly Row[]>;
};

/** A selection as bytes, piece by piece; nothing is held that was already handed over. */
export type Written = AsyncGenerator<Uint8Array, void, undefined>;

/** The format cannot hold so many rows: another one can. */
export class TooManyRows extends Error {
  override readonly name = 'TooManyRows';
  readonly most: number;
  constructor(most: number) {
    super(`More than ${most} rows do not fit this format.`);
    this.most = most;
  }
}

/** The cells of a row in the order of the columns. */
export const cells = (columns: Selection['columns'], row: Row): Value[] =>
  Object.keys(columns).map((name) => row[name] ?? null);

export const isWhole = (sqlType: string): boolean => sqlType.toUpperCase().startsWith('INT');
