import type { DatabaseSync } from 'node:sqlite';
import type { Place } from '../history-table.ts';
import type { Turns } from '../pace.ts';

/** Dossiers of a category kept in memory, while facts come in one by one and while a building goes on. */
const KEPT = { live: 20_000, apart: 300_000 };

export const createDossiers = (db: DatabaseSync, { suffix }: Place): void => {
  db.exec(`CREATE TABLE book_dossiers${suffix} (category TEXT NOT NULL, id TEXT NOT NULL,
    dossier TEXT NOT NULL, PRIMARY KEY (category, id)) STRICT`);
};

/**
 * What the books hold about each unit of a category: kept in memory while it is in use, written on
 * `flush`; in a building only when it is let go, and at the end.
 */
export const dossiers = <D>(
  db: DatabaseSync,
  { suffix, isApart }: Place,
  { category, unknown }: { readonly category: string; readonly unknown: D },
) => {
  const find = db.prepare(
    `SELECT dossier FROM book_dossiers${suffix} WHERE category = ? AND id = ?`,
  );
  const put = db.prepare(`INSERT INTO book_dossiers${suffix} VALUES (?, ?, ?)
    ON CONFLICT DO UPDATE SET dossier = excluded.dossier`);
  const any = db.prepare(`SELECT 1 FROM book_dossiers${suffix} WHERE category = ? LIMIT 1`);
  const kept = new Map<string, D>();
  const changed = new Set<string>();
  const most = isApart ? KEPT.apart : KEPT.live;
  // Of a table that was empty everything is in memory, as long as nothing was let go.
  let isWhole = any.get(category) === undefined;

  const stored = (id: string): D => {
    if (isWhole) return unknown;
    const row = find.get(category, id) as { dossier: string } | undefined;
    return row ? (JSON.parse(row.dossier) as D) : unknown;
  };
  const write = (id: string): void => {
    if (changed.delete(id)) put.run(category, id, JSON.stringify(kept.get(id)));
  };
  const writeAll = async (turn: Turns): Promise<void> => {
    for (const id of changed) {
      write(id);
      await turn();
    }
  };
  const letGo = async (turn: Turns): Promise<void> => {
    for (const id of kept.keys()) {
      if (kept.size <= most) return;
      write(id);
      kept.delete(id);
      isWhole = false;
      await turn();
    }
  };

  return {
    get: (id: string): D => {
      const held = kept.get(id);
      if (held !== undefined) return held;
      const found = stored(id);
      kept.set(id, found);
      return found;
    },
    set: (id: string, dossier: D): void => {
      kept.set(id, dossier);
      changed.add(id);
    },
    flush: async (turn: Turns): Promise<void> => {
      if (!isApart) await writeAll(turn);
      await letGo(turn);
    },
    finish: writeAll,
  };
};
