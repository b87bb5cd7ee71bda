import type { DatabaseSync } from 'node:sqlite';
import type { FoldRow, Projection, Seen } from '../../projections/projection.ts';
import {
  createHistoryTable,
  historyTable,
  indexHistoryTable,
  showCurrent,
  tablesOf,
  type Place,
} from './history-table.ts';
import type { Turns } from './pace.ts';

/** Fills the tables of a read model, fact by fact, inside the projector's transaction. */
export type Writer = {
  /** Takes one fact; a promise when it needs to let others breathe in between. */
  readonly apply: (fact: Seen) => Promise<void> | undefined;
  /** Writes what was held back, in a building that nobody reads only what is too much; called before every commit. */
  readonly flush: (turn: Turns) => Promise<void>;
  /** Ends such a building: writes all that is still held back. */
  readonly finish: (turn: Turns) => Promise<void>;
  /** Called when what it wrote to live tables was committed. */
  readonly committed?: () => void;
};

/** Some tables and the fold that fills them. Bump `version` and they are built anew. */
export type ReadModel = {
  readonly name: string;
  readonly version: number;
  /** Physical tables, without suffix. */
  readonly tables: readonly string[];
  /** Whether what goes is overwritten in the file, not only let go: the tables hold what is sealed elsewhere. */
  readonly overwrites?: true;
  /** Makes the tables, empty. */
  readonly create: (db: DatabaseSync, place: Place) => void;
  /** Makes their indexes, before the facts come in or, where nobody reads meanwhile, after. */
  readonly index: (db: DatabaseSync, place: Place) => void;
  readonly open: (db: DatabaseSync, place: Place) => Writer;
  /** Views over the live tables; called whenever they were put in place. */
  readonly show: (db: DatabaseSync) => void;
  /** Queries whose rows say all that the tables say, for comparing two buildings; `$` stands for the suffix. */
  readonly contents: readonly string[];
};

/** The read model of a projection: a table that keeps every version of every row. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a projection of whatever rows and facts
export const rowModel = (projection: Projection<any, any>): ReadModel => {
  const { table, version, categories, keys, next } = projection;
  return {
    name: table,
    version,
    tables: tablesOf(projection),
    create: (db, place) => {
      createHistoryTable(db, projection, place);
    },
    index: (db, place) => {
      indexHistoryTable(db, projection, place);
    },
    show: (db) => {
      showCurrent(db, projection);
    },
    contents: [`SELECT * FROM ${table}_history$ ORDER BY id, since`],
    open: (db, place) => {
      const rows = historyTable(db, projection, place);
      const apply = (fact: Seen): undefined => {
        if (!categories.includes(fact.category)) return;
        for (const key of keys(fact)) {
          const row = rows.current(key);
          const after = next(row, fact, key) as FoldRow | undefined;
          if (after !== row) rows.replace(key, after, fact, row !== undefined);
        }
      };
      return { apply, flush: rows.flush, finish: rows.finish };
    },
  };
};
