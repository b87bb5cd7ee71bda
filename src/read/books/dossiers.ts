import type { DatabaseSync } from 'node:sqlite';
import type { Place } from '../history-table.ts';

const KEPT = 20_000;

export const createDossiers = (db: DatabaseSync, { suffix }: Place): void => {
  db.exec(`CREATE TABLE book_dossiers${suffix} (category TEXT NOT NULL, id TEXT NOT NULL,
    dossier TEXT NOT NULL, PRIMARY KEY (category, id)) STRICT`);
};

/** What the books hold about each unit of a category: kept in memory while it is in use, written on `flush`. */
export const dossiers = <D>(
  db: DatabaseSync,
  { suffix }: Place,
  { category, unknown }: { readonly category: string; readonly unknown: D },
) => {
  const find = db.prepare(
    `SELECT dossier FROM book_dossiers${suffix} WHERE category = ? AND id = ?`,
  );
  const put = db.prepare(`INSERT INTO book_dossiers${suffix} VALUES (?, ?, ?)
    ON CONFLICT DO UPDATE SET dossier = excluded.dossier`);
  const kept = new Map<string, D>();
  const changed = new Set<string>();

  return {
    get: (id: string): D => {
      const held = kept.get(id);
      if (held !== undefined) return held;
      const row = find.get(category, id) as { dossier: string } | undefined;
      const found = row ? (JSON.parse(row.dossier) as D) : unknown;
      kept.set(id, found);
      return found;
    },
    set: (id: string, dossier: D): void => {
      kept.set(id, dossier);
      changed.add(id);
    },
    flush: (): void => {
      for (const id of changed) put.run(category, id, JSON.stringify(kept.get(id)));
      changed.clear();
      for (const id of kept.keys()) {
        if (kept.size <= KEPT) break;
        kept.delete(id);
      }
    },
  };
};
