import type { DatabaseSync } from 'node:sqlite';
import type { ReadModel } from './model.ts';

/** How far each read model is, and in which version: committed together with its rows. */
export const checkpoints = (db: DatabaseSync) => {
  db.exec(`CREATE TABLE IF NOT EXISTS checkpoints (name TEXT PRIMARY KEY,
    version INTEGER NOT NULL, position INTEGER NOT NULL, generation INTEGER NOT NULL) STRICT`);
  const find = db.prepare('SELECT position FROM checkpoints WHERE name = ? AND version = ?');
  find.setReadBigInts(true);
  const put = db.prepare(`INSERT INTO checkpoints VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET
    version = excluded.version, position = excluded.position, generation = excluded.generation`);
  const move = db.prepare('UPDATE checkpoints SET position = ? WHERE name = ?');
  const count = db.prepare('SELECT count(*) AS n FROM checkpoints');
  const versions = db.prepare('SELECT name, version FROM checkpoints ORDER BY name');
  const furthest = db.prepare('SELECT coalesce(max(position), 0) AS position FROM checkpoints');
  furthest.setReadBigInts(true);
  const last = db.prepare('SELECT coalesce(max(generation), 0) AS generation FROM checkpoints');

  return {
    /** Where a model stands; undefined when it is not there in this version. */
    find: ({ name, version }: ReadModel): bigint | undefined =>
      (find.get(name, version) as { position: bigint } | undefined)?.position,
    move: (name: string, position: bigint): void => {
      move.run(position, name);
    },
    put: ({ name, version }: ReadModel, position: bigint, generation: number): void => {
      put.run(name, version, position, generation);
    },
    /** Whether nothing was ever built here. */
    isEmpty: (): boolean => (count.get() as { n: number }).n === 0,
    /** The version of every model that is there. */
    versions: (): Readonly<Record<string, number>> =>
      Object.fromEntries(
        (versions.all() as { name: string; version: number }[]).map(({ name, version }) => [
          name,
          version,
        ]),
      ),
    /** Where the model stands that came furthest; 0 when there is none. */
    furthest: (): bigint => (furthest.get() as { position: bigint }).position,
    nextGeneration: (): number => (last.get() as { generation: number }).generation + 1,
  };
};
export type Checkpoints = ReturnType<typeof checkpoints>;
